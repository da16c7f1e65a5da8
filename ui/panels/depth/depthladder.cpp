#include "ui/panels/depth/depthladder.h"

#include <QKeyEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace bellwether {

DepthLadder::DepthLadder(const Theme &theme, const Format &format, QWidget *parent) : QWidget(parent), m_theme(theme), m_format(format)
{
    setObjectName(u"depthLadder"_s);
    setAccessibleName(tr("Depth ladder"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DepthLadder::setInstrument(const Instrument &instrument)
{
    m_book.clear();
    m_lastTrade.reset();
    m_priceDecimals = instrument.priceDecimals();
    m_quantityDecimals = instrument.quantityDecimals();
    m_isCentred = false;
    m_hovered.reset();
    m_cursor.reset();
    m_pressed.reset();
    m_dragged.reset();
    update();
}

void DepthLadder::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    update();
}

void DepthLadder::refresh()
{
    const auto middle = m_book.middleRow();
    if (middle) {
        const std::int64_t fromTop = m_top - *middle;
        const bool isOff = fromTop < rowCount() / 4 || fromTop > rowCount() * 3 / 4;
        if (!m_isCentred || (m_isFollowing && !isHeld() && isOff))
            centre();
    }
    update();
}

// Nothing moves away under a pointer or from a price that the keys have chosen, as long as somebody is at it: one that was left
// lying there would keep the market out of view.
bool DepthLadder::isHeld() const
{
    const bool isInUse = m_touched.isValid() && m_touched.elapsed() < m_hold.count();
    return m_pressed || (isInUse && (underMouse() || (hasFocus() && m_cursor)));
}

void DepthLadder::centre()
{
    const auto middle = m_book.middleRow();
    if (!middle)
        return;
    m_top = *middle + rowCount() / 2;
    m_isCentred = true;
    // What Enter or a click would do is always a row that can be seen, and the one at the pointer.
    if (m_cursor && rowRect(m_cursor->row).isEmpty())
        m_cursor.reset();
    if (m_hovered)
        m_hovered = cellAt(mapFromGlobal(QCursor::pos()));
    Q_EMIT hintChanged();
    update();
}

void DepthLadder::setFollowing(bool isFollowing)
{
    if (isFollowing)
        centre();
    if (m_isFollowing == isFollowing)
        return;
    m_isFollowing = isFollowing;
    Q_EMIT followingChanged(isFollowing);
}

QSize DepthLadder::minimumSizeHint() const
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    return {digit * 46, rowHeight() * 8};
}

int DepthLadder::rowHeight() const { return fontMetrics().height() + 4; }
int DepthLadder::rowCount() const { return std::max(1, (height() - headerHeight()) / rowHeight()); }

DepthLadder::Columns DepthLadder::columns() const
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    Columns columns;
    columns.price = std::min(width() / 3, digit * 12);
    columns.order = std::clamp((width() - columns.price) / 4 - digit, 0, digit * 14);
    columns.size = (width() - columns.price - 2 * columns.order) / 2;
    return columns;
}

QRect DepthLadder::rowRect(std::int64_t row) const
{
    const std::int64_t place = m_top - row;
    if (place < 0 || place >= rowCount())
        return {};
    return {0, headerHeight() + int(place) * rowHeight(), width(), rowHeight()};
}

QRect DepthLadder::orderRect(Side side, std::int64_t row) const
{
    const QRect whole = rowRect(row);
    const Columns widths = columns();
    return {side == Side::Buy ? 0 : width() - widths.order, whole.y(), widths.order, whole.height()};
}

QRect DepthLadder::sizeRect(Side side, std::int64_t row) const
{
    const QRect whole = rowRect(row);
    const Columns widths = columns();
    return {side == Side::Buy ? widths.order : width() - widths.order - widths.size, whole.y(), widths.size, whole.height()};
}

QRect DepthLadder::priceRect(std::int64_t row) const
{
    const QRect whole = rowRect(row);
    const Columns widths = columns();
    const int left = widths.order + widths.size;
    return {left, whole.y(), width() - 2 * left, whole.height()};
}

QRect DepthLadder::cellOf(Side side, std::int64_t row) const { return rowRect(row).isEmpty() ? QRect() : sizeRect(side, row); }

QRect DepthLadder::crossOf(Side side, std::int64_t row) const
{
    if (rowRect(row).isEmpty() || m_book.row(row).ours(side).empty())
        return {};
    const QRect place = orderRect(side, row);
    return {side == Side::Buy ? place.left() : place.right() - crossWidth + 1, place.y(), crossWidth, place.height()};
}

std::optional<DepthLadder::Cell> DepthLadder::cellAt(const QPoint &point) const
{
    if (!m_note.isEmpty() || m_book.isEmpty() || point.y() < headerHeight() || !rect().contains(point))
        return {};
    const std::int64_t row = m_top - (point.y() - headerHeight()) / rowHeight();
    if (rowRect(row).isEmpty() || priceRect(row).contains(point))
        return {};
    return Cell{point.x() < width() / 2 ? Side::Buy : Side::Sell, row};
}

void DepthLadder::scroll(std::int64_t rows)
{
    m_top += rows;
    setFollowing(false);
    update();
}

void DepthLadder::setCursorCell(const Cell &cell)
{
    m_cursor = cell;
    if (cell.row > m_top)
        m_top = cell.row;
    else if (cell.row <= m_top - rowCount())
        m_top = cell.row + rowCount() - 1;
    Q_EMIT hintChanged();
    update();
}

void DepthLadder::place(const Cell &cell)
{
    const Price price = m_book.priceOf(cell.row);
    if (price.isPositive() && !m_book.isEmpty())
        Q_EMIT placeWanted(cell.side, m_book.typeAt(cell.side, price), price);
}

void DepthLadder::drop(const Cell &cell)
{
    const Cell from = *std::exchange(m_dragged, std::nullopt);
    if (cell.row != from.row)
        Q_EMIT moveWanted(m_book.row(from.row).ours(from.side), m_book.priceOf(cell.row));
    update();
}

QString DepthLadder::quantityText(Quantity quantity) const
{
    // Thin columns: a large quantity in as few letters as the volume of a bar.
    const QString whole = m_format.quantity(quantity, m_quantityDecimals);
    const double value = quantity.toDouble();
    return whole.size() <= 7 ? whole : value >= 1'000 ? m_format.volume(value) : m_format.number(value, value >= 100 ? 1 : value >= 1 ? 3 : 5);
}

QString DepthLadder::totalText(Side side) const { return quantityText(m_book.total(side)); }

QString DepthLadder::deedOf(const Cell &cell) const
{
    const Price price = m_book.priceOf(cell.row);
    const QString text = m_format.price(price, m_priceDecimals);
    if (m_dragged)
        return tr("Move to %1").arg(text);
    const bool isLimit = m_book.typeAt(cell.side, price) == OrderType::Limit;
    if (cell.side == Side::Buy)
        return isLimit ? tr("Buy limit at %1").arg(text) : tr("Buy stop at %1").arg(text);
    return isLimit ? tr("Sell limit at %1").arg(text) : tr("Sell stop at %1").arg(text);
}

QString DepthLadder::hint() const
{
    const auto cell = m_hovered ? m_hovered : hasFocus() ? m_cursor : std::nullopt;
    return cell && !m_book.isEmpty() ? deedOf(*cell) : QString();
}

void DepthLadder::mousePressEvent(QMouseEvent *event)
{
    m_touched.start();
    setFocus();
    m_pressed = event->button() == Qt::LeftButton ? cellAt(event->position().toPoint()) : std::nullopt;
    if (m_pressed)
        setCursorCell(*m_pressed);
}

void DepthLadder::mouseMoveEvent(QMouseEvent *event)
{
    m_touched.start();
    const auto cell = cellAt(event->position().toPoint());
    if (m_pressed && !m_dragged && cell && *cell != *m_pressed && !m_book.row(m_pressed->row).ours(m_pressed->side).empty()
        && !crossOf(m_pressed->side, m_pressed->row).contains(event->position().toPoint()))
        m_dragged = m_pressed;
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    Q_EMIT hintChanged();
    update();
}

void DepthLadder::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    const auto cell = cellAt(event->position().toPoint());
    if (m_dragged) {
        if (cell)
            drop(*cell);
        else
            m_dragged.reset(); // outside: nothing is moved
        update();
        return;
    }
    if (!pressed || !cell || *cell != *pressed)
        return;
    const std::vector<OrderRow> ours = m_book.row(cell->row).ours(cell->side);
    if (crossOf(cell->side, cell->row).contains(event->position().toPoint()))
        Q_EMIT cancelWanted(ours);
    else if (ours.empty() || !orderRect(cell->side, cell->row).contains(event->position().toPoint()))
        place(*cell);
}

void DepthLadder::leaveEvent(QEvent *)
{
    m_hovered.reset();
    Q_EMIT hintChanged();
    update();
}

void DepthLadder::wheelEvent(QWheelEvent *event)
{
    const int steps = event->angleDelta().y() / 40;
    if (steps != 0)
        scroll(steps);
    event->accept();
}

bool DepthLadder::event(QEvent *event)
{
    // Its own letters win over commands of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_C || key->key() == Qt::Key_F)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void DepthLadder::keyPressEvent(QKeyEvent *event)
{
    m_touched.start();
    const auto middle = m_book.middleRow();
    const Cell cell = m_cursor.value_or(Cell{Side::Buy, middle.value_or(m_top - rowCount() / 2)});
    const auto move = [&](std::int64_t rows) { setCursorCell(m_cursor ? Cell{cell.side, cell.row + rows} : cell); };
    switch (event->key()) {
    case Qt::Key_Up: move(1); break;
    case Qt::Key_Down: move(-1); break;
    case Qt::Key_PageUp: move(rowCount()); break;
    case Qt::Key_PageDown: move(-rowCount()); break;
    case Qt::Key_Left: setCursorCell({Side::Buy, cell.row}); break;
    case Qt::Key_Right: setCursorCell({Side::Sell, cell.row}); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor && !event->isAutoRepeat())
            place(cell);
        break;
    case Qt::Key_Delete:
        if (m_cursor && !m_book.row(cell.row).ours(cell.side).empty())
            Q_EMIT cancelWanted(m_book.row(cell.row).ours(cell.side));
        break;
    case Qt::Key_C:
    case Qt::Key_Home: centre(); break;
    case Qt::Key_F: setFollowing(!m_isFollowing); break;
    case Qt::Key_Escape:
        if (m_dragged || m_cursor) {
            m_dragged.reset();
            m_pressed.reset();
            m_cursor.reset();
            Q_EMIT hintChanged();
            update();
            break;
        }
        [[fallthrough]];
    default: QWidget::keyPressEvent(event);
    }
}

void DepthLadder::resizeEvent(QResizeEvent *)
{
    if (m_isFollowing)
        centre();
}

} // namespace bellwether
