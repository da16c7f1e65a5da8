#include "ui/charts/heatgrid.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

} // namespace

HeatGrid::HeatGrid(const Theme &theme, const QString &name, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setMinimumSize(160, 90);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HeatGrid::setContent(Content content)
{
    m_content = std::move(content);
    m_reach = 0;
    for (const double value : m_content.values) {
        if (std::isfinite(value))
            m_reach = std::max(m_reach, std::fabs(value - m_content.middle));
    }
    if (m_reach <= 0)
        m_reach = 1;
    m_cursor = -1;
    update();
}

void HeatGrid::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QRect HeatGrid::grid() const
{
    const QFontMetrics metrics(font());
    int names = 0;
    for (const QString &row : m_content.rows)
        names = std::max(names, metrics.horizontalAdvance(row));
    const int left = names + 14 + (m_content.rowTitle.isEmpty() ? 0 : metrics.height() + 2);
    const int foot = metrics.height() + 4 + (m_content.columnTitle.isEmpty() ? 0 : metrics.height());
    return m_content.areRowsUp ? rect().adjusted(left, 6, -8, -foot) : rect().adjusted(left, metrics.height() + 6, -8, -6);
}

QRect HeatGrid::cellRect(int row, int column) const
{
    const QRect all = grid();
    const int rows = int(m_content.rows.size());
    const int columns = int(m_content.columns.size());
    const int line = m_content.areRowsUp ? rows - 1 - row : row;
    // A few rows do not grow into towers.
    const int height = std::min(all.height(), rows * 44);
    const int left = all.left() + all.width() * column / columns;
    const int top = all.top() + height * line / rows;
    return QRect(QPoint(left, top), QPoint(all.left() + all.width() * (column + 1) / columns - 1, all.top() + height * (line + 1) / rows - 1));
}

std::optional<std::size_t> HeatGrid::cellAt(QPoint at) const
{
    for (int row = 0; row < m_content.rows.size(); ++row) {
        for (int column = 0; column < m_content.columns.size(); ++column) {
            if (cellRect(row, column).contains(at))
                return std::size_t(row) * std::size_t(m_content.columns.size()) + std::size_t(column);
        }
    }
    return {};
}

QColor HeatGrid::colorOf(double value) const
{
    const double share = std::clamp((value - m_content.middle) / m_reach, -1.0, 1.0);
    const QColor end = m_theme.color(share >= 0 ? ColorRole::GainFill : ColorRole::LossFill);
    return mixed(m_theme.color(ColorRole::Raised), end, 0.12 + 0.88 * std::sqrt(std::fabs(share)));
}

QString HeatGrid::cellText(std::size_t cell) const
{
    const auto columns = std::size_t(m_content.columns.size());
    if (cell >= m_content.values.size() || std::isnan(m_content.values[cell]))
        return {};
    return u"%1 %2: %3"_s.arg(m_content.rows[qsizetype(cell / columns)], m_content.columns[qsizetype(cell % columns)],
                              m_content.spoken.isEmpty() ? m_content.texts.value(qsizetype(cell)) : m_content.spoken.value(qsizetype(cell)));
}

QString HeatGrid::textAt(QPoint at) const
{
    const auto cell = cellAt(at);
    return cell ? cellText(*cell) : QString();
}

void HeatGrid::paintCell(QPainter &painter, int row, int column)
{
    const std::size_t cell = std::size_t(row) * std::size_t(m_content.columns.size()) + std::size_t(column);
    const double value = m_content.values[cell];
    if (std::isnan(value))
        return;
    const QRect place = cellRect(row, column);
    const QRect inside = place.adjusted(0, 0, place.width() > 8 ? -1 : 0, place.height() > 8 ? -1 : 0);
    const QColor ground = colorOf(value);
    painter.fillRect(inside, ground);
    const QString text = m_content.texts.value(qsizetype(cell));
    if (painter.fontMetrics().horizontalAdvance(text) + 4 <= inside.width() && painter.fontMetrics().height() <= inside.height()) {
        const QColor dark = m_theme.color(ColorRole::Text);
        const QColor light = m_theme.color(ColorRole::FillText);
        painter.setPen(contrastRatio(light, ground) > contrastRatio(dark, ground) ? light : dark);
        painter.drawText(inside, Qt::AlignCenter, text);
    }
    if (std::ranges::find(m_content.marked, cell) != m_content.marked.end() || (hasFocus() && m_cursor == int(cell))) {
        painter.setPen(QPen(m_theme.color(hasFocus() && m_cursor == int(cell) ? ColorRole::Accent : ColorRole::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(inside.adjusted(1, 1, -1, -1));
    }
}

void HeatGrid::paintNames(QPainter &painter)
{
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect all = grid();
    // Names that would run into each other are left out evenly.
    int widest = 1;
    for (const QString &name : m_content.columns)
        widest = std::max(widest, metrics.horizontalAdvance(name) + 6);
    const int step = std::max(1, int(std::ceil(double(widest) * double(m_content.columns.size()) / std::max(1, all.width()))));
    const int y = m_content.areRowsUp ? cellRect(0, 0).bottom() + 2 : all.top() - metrics.height() - 2;
    for (int column = 0; column < m_content.columns.size(); column += step) {
        const QRect cell = cellRect(0, column);
        painter.drawText(QRect(cell.center().x() - widest, y, 2 * widest, metrics.height() + 2), Qt::AlignCenter, m_content.columns[column]);
    }
    const int rowStep = std::max(1, metrics.height() / std::max(1, cellRect(0, 0).height()) + (cellRect(0, 0).height() < metrics.height() ? 1 : 0));
    for (int row = 0; row < m_content.rows.size(); row += rowStep) {
        const QRect cell = cellRect(row, 0);
        painter.drawText(QRect(0, cell.center().y() - metrics.height(), all.left() - 6, 2 * metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_content.rows[row]);
    }
    if (!m_content.columnTitle.isEmpty())
        painter.drawText(QRect(all.left(), y + metrics.height(), all.width(), metrics.height() + 2), Qt::AlignCenter, m_content.columnTitle);
    if (!m_content.rowTitle.isEmpty()) {
        painter.save();
        painter.translate(2, all.center().y());
        painter.rotate(-90);
        painter.drawText(QRect(-all.height() / 2, 0, all.height(), metrics.height() + 2), Qt::AlignCenter, m_content.rowTitle);
        painter.restore();
    }
}

void HeatGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    QFont small = font();
    small.setPointSizeF(8);
    painter.setFont(small);
    if (m_content.values.empty()) {
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    } else {
        paintNames(painter);
        for (int row = 0; row < m_content.rows.size(); ++row) {
            for (int column = 0; column < m_content.columns.size(); ++column)
                paintCell(painter, row, column);
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool HeatGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void HeatGrid::mouseReleaseEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->pos());
    if (event->button() == Qt::LeftButton && cell)
        Q_EMIT cellClicked(int(*cell) / int(m_content.columns.size()), int(*cell) % int(m_content.columns.size()));
}

void HeatGrid::keyPressEvent(QKeyEvent *event)
{
    const int columns = int(m_content.columns.size());
    const int up = m_content.areRowsUp ? columns : -columns;
    const int step = event->key() == Qt::Key_Left ? -1
        : event->key() == Qt::Key_Right           ? 1
        : event->key() == Qt::Key_Up              ? up
        : event->key() == Qt::Key_Down            ? -up
                                                  : 0;
    if (m_content.values.empty() || step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int to = m_cursor < 0 ? 0 : m_cursor + step;
    if (to >= 0 && to < int(m_content.values.size()))
        m_cursor = to;
    const QString text = cellText(std::size_t(m_cursor));
    setAccessibleDescription(text);
    QToolTip::showText(mapToGlobal(cellRect(m_cursor / columns, m_cursor % columns).bottomLeft()), text, this);
    update();
}

} // namespace bellwether
