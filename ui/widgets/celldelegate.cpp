#include "ui/widgets/celldelegate.h"

#include "ui/models/roles.h"

#include <QAbstractItemView>
#include <QPainter>

namespace bellwether {

namespace {

constexpr int padding = 6;
constexpr int buttonSize = 20;

} // namespace

CellDelegate::CellDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, [this] { setButtons(m_buttonColumn, m_buttons); });
}

void CellDelegate::setButtons(int column, std::vector<Button> buttons)
{
    m_buttonColumn = column;
    m_buttons = std::move(buttons);
    m_icons.clear();
    for (const Button &button : m_buttons)
        m_icons.push_back(m_theme.icon(button.icon, button.role));
}

QRect CellDelegate::buttonRect(const QRect &cell, int button)
{
    return QRect(cell.left() + 4 + button * (buttonSize + 4), cell.center().y() - buttonSize / 2 + 1, buttonSize,
                 buttonSize - 2);
}

int CellDelegate::buttonAt(const QModelIndex &index, const QRect &cell, QPoint at) const
{
    if (index.column() != m_buttonColumn || index.data(BusyRole).toBool())
        return -1;
    for (int i = 0; i < int(m_buttons.size()); ++i) {
        if (buttonRect(cell, i).contains(at))
            return i;
    }
    return -1;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == m_buttonColumn)
        return QSize(8 + int(m_buttons.size()) * (buttonSize + 4), Theme::rowHeight());
    const QString text = index.data().toString();
    return QSize(option.fontMetrics.horizontalAdvance(text) + 2 * padding + 2, Theme::rowHeight());
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect cell = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isSelected)
        painter->fillRect(cell, m_theme.color(ColorRole::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(cell, m_theme.color(ColorRole::Raised));
    if (const int flash = index.data(FlashRole).toInt(); flash != 0)
        painter->fillRect(cell.adjusted(2, 2, -1, -2), m_theme.color(flash > 0 ? ColorRole::FlashUp : ColorRole::FlashDown));

    const QString text = index.data().toString();
    if (index.column() == m_buttonColumn && text.isEmpty()) {
        if (!index.data(BusyRole).toBool())
            paintButtons(painter, option);
        painter->restore();
        return;
    }
    if (const QVariant trail = index.data(TrailRole); trail.isValid()) {
        paintTrail(painter, cell.adjusted(padding, 4, -padding, -4), trail.value<std::vector<double>>());
        painter->restore();
        return;
    }
    const auto tone = Tone(index.data(ToneRole).toInt());
    const QVariant progress = index.data(ProgressRole);
    if (progress.isValid()) {
        const QRect track(cell.left() + padding, cell.bottom() - 3, cell.width() - 2 * padding, 2);
        painter->fillRect(track, m_theme.color(ColorRole::Border));
        const int width = int(track.width() * progress.toDouble());
        painter->fillRect(QRect(track.left(), track.top(), width, track.height()),
                          m_theme.color(tone == Tone::Warning ? ColorRole::Warning : ColorRole::Accent));
    }
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    QFont font = option.font;
    font.setWeight(tone == Tone::Strong ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(m_theme.color(tone));
    const QRect room = cell.adjusted(padding, 0, -padding, progress.isValid() ? -2 : 0);
    painter->drawText(room, int(alignment) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

void CellDelegate::paintTrail(QPainter *painter, const QRectF &room, const std::vector<double> &prices) const
{
    if (prices.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(prices.begin(), prices.end());
    const double span = *high - *low;
    QPolygonF line;
    for (std::size_t i = 0; i < prices.size(); ++i) {
        const double y = span > 0 ? (*high - prices[i]) / span : 0.5;
        line.append(QPointF(room.left() + room.width() * double(i) / double(prices.size() - 1), room.top() + y * room.height()));
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.color(prices.back() >= prices.front() ? ColorRole::Gain : ColorRole::Loss), 1.2));
    painter->drawPolyline(line);
}

void CellDelegate::paintButtons(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QPoint mouse = view ? view->viewport()->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    for (int i = 0; i < int(m_buttons.size()); ++i) {
        const QRect rect = buttonRect(option.rect, i);
        const bool isHovered = rect.contains(mouse);
        painter->setPen(m_theme.color(isHovered ? ColorRole::TextMuted : ColorRole::Border));
        painter->setBrush(m_theme.color(isHovered ? ColorRole::Selection : ColorRole::Raised));
        painter->drawRoundedRect(rect.adjusted(0, 0, -1, -1), 3, 3);
        m_icons[std::size_t(i)].paint(painter, rect.adjusted(3, 2, -3, -2));
    }
}

} // namespace bellwether
