#include "ui/shell/commandpalette.h"

#include "ui/widgets/fuzzymatch.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int shownMax = 60;
enum Role { PlaceRole = Qt::UserRole, DetailRole };

/// The text at the left, its kind and key at the right.
class EntryDelegate final : public QStyledItemDelegate {
public:
    EntryDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, Theme::rowHeight() + 6}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
        const QRect room = option.rect.adjusted(12, 0, -12, 0);
        const QString detail = index.data(DetailRole).toString();
        const int detailWidth = option.fontMetrics.horizontalAdvance(detail);
        painter->setPen(m_theme.color(ColorRole::TextMuted));
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, detail);
        const bool isEnabled = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->setPen(m_theme.color(isEnabled ? ColorRole::Text : ColorRole::TextMuted));
        const QRect textRoom = room.adjusted(0, 0, -detailWidth - 16, 0);
        painter->drawText(textRoom, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, textRoom.width()));
    }

private:
    const Theme &m_theme;
};

} // namespace

CommandPalette::CommandPalette(const Theme &theme, QString prompt, std::vector<Entry> entries, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint), m_theme(theme), m_entries(std::move(entries)),
      m_line(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_nothing(new QLabel(tr("Nothing fits."), this))
{
    setObjectName(u"palette"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(prompt);
    m_line->setObjectName(u"paletteLine"_s);
    m_line->setPlaceholderText(prompt);
    m_line->setAccessibleName(prompt);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setItemDelegate(new EntryDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps the keys
    m_list->setUniformItemSizes(true);
    m_nothing->setProperty("kind", u"empty"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::match);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        m_list->setCurrentItem(item);
        runCurrent();
    });
}

void CommandPalette::popup(const QString &typed)
{
    const QWidget *window = parentWidget();
    const QSize size(std::min(560, window->width() - 40), std::min(380, window->height() - 80));
    resize(size);
    move(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, 70)));
    m_line->setText(typed);
    match(typed);
    show();
    m_line->setFocus();
}

void CommandPalette::match(const QString &typed)
{
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        auto score = fuzzyScore(typed, m_entries[i].text);
        if (const auto other = fuzzyScore(typed, m_entries[i].english); other && (!score || *other > *score))
            score = other;
        if (score)
            found.emplace_back(typed.trimmed().isEmpty() ? 0 : *score, i);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), shownMax); ++i) {
        const Entry &entry = m_entries[found[i].second];
        auto *item = new QListWidgetItem(entry.text, m_list);
        item->setData(PlaceRole, qulonglong(found[i].second));
        item->setData(DetailRole, entry.detail);
        item->setData(Qt::AccessibleTextRole, entry.text + u", "_s + entry.detail);
        if (!entry.isEnabled)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setVisible(!found.empty());
    m_nothing->setVisible(found.empty());
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    const auto run = m_entries[std::size_t(item->data(PlaceRole).toULongLong())].run;
    close(); // first, so that what runs may open windows and take the focus
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int rows = m_list->count();
    const auto choose = [&](int row) { m_list->setCurrentRow(std::clamp(row, 0, std::max(0, rows - 1))); };
    switch (key->key()) {
    case Qt::Key_Down: choose(m_list->currentRow() + 1); return true;
    case Qt::Key_Up: choose(m_list->currentRow() - 1); return true;
    case Qt::Key_PageDown: choose(m_list->currentRow() + 10); return true;
    case Qt::Key_PageUp: choose(m_list->currentRow() - 10); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key->isAutoRepeat())
            runCurrent();
        return true;
    case Qt::Key_Escape: close(); return true;
    default: return false;
    }
}

} // namespace bellwether
