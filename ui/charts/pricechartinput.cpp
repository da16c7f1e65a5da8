#include "ui/charts/legendbuttons.h"
#include "ui/charts/pricechart.h"

#include <QHelpEvent>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

// The chart's hands: wheel, mouse, keys.
namespace bellwether {

PriceChart::Zone PriceChart::zoneAt(QPointF at) const
{
    const QRect plot = plotRect();
    if (at.x() > plot.right())
        return m_panes.dividerAt(at.y()) ? Zone::Divider : Zone::PriceAxis;
    if (at.y() > m_panes.lowest().rect->bottom())
        return Zone::TimeAxis;
    return m_panes.dividerAt(at.y()) ? Zone::Divider : Zone::Plot;
}

void PriceChart::wheelEvent(QWheelEvent *event)
{
    event->accept();
    // A mouse reports eighths of a degree in steps of 120, a touchpad finer ones; Alt turns the wheel sideways.
    const QPoint delta = event->angleDelta();
    const bool hasAlt = event->modifiers().testFlag(Qt::AltModifier);
    const double vertical = (delta.y() != 0 || !hasAlt ? delta.y() : delta.x()) / 120.0;
    const double horizontal = hasAlt ? 0 : delta.x() / 120.0;
    if (hasAlt || zoneAt(event->position()) == Zone::PriceAxis) {
        scalePrice(std::pow(0.9, vertical));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) != m_isWheelScrolling
               || std::fabs(horizontal) > std::fabs(vertical)) {
        const double steps = std::fabs(horizontal) > std::fabs(vertical) ? horizontal : vertical;
        m_isDefaultView = false;
        const double bars = -steps * std::max(1.0, (m_upper - m_lower) * 0.06);
        setView(m_lower + bars, m_upper + bars);
    } else {
        zoom(std::pow(0.87, vertical), m_isZoomAtRightEdge ? m_upper : barAtX(event->position().x()));
    }
    Q_EMIT viewMoved();
}

void PriceChart::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton)
        return;
    event->accept();
    const QPointF at = event->position();
    if (!m_bars.isEmpty()) {
        std::vector<ChartLayer *> order(m_layers.rbegin(), m_layers.rend());
        std::ranges::stable_partition(order, [](const ChartLayer *each) { return each->isPlacing(); });
        for (ChartLayer *each : order) {
            if (each->press(at, event->modifiers(), space())) {
                m_busyLayer = each;
                return;
            }
        }
    }
    const std::size_t divider = m_panes.dividerAt(at.y()).value_or(0);
    m_drag = Drag{zoneAt(at), at, m_lower, m_upper, priceAxis()->range(), divider,
                  m_panes.all()[divider].rect->outerRect().bottom() - at.y(), false};
}

Qt::CursorShape PriceChart::hoverAt(QPointF at, Qt::KeyboardModifiers modifiers)
{
    std::optional<Qt::CursorShape> wanted;
    for (auto each = m_layers.rbegin(); each != m_layers.rend() && !m_bars.isEmpty(); ++each) {
        const auto shape = (*each)->hover(at, modifiers, space());
        wanted = wanted ? wanted : shape;
    }
    if (wanted)
        return *wanted;
    switch (zoneAt(at)) {
    case Zone::Divider: return Qt::SplitVCursor;
    case Zone::PriceAxis: return Qt::SizeVerCursor;
    case Zone::TimeAxis: return Qt::SizeHorCursor;
    case Zone::Plot: break;
    }
    return Qt::CrossCursor;
}

void PriceChart::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (m_busyLayer) {
        m_busyLayer->move(*m_cursor, event->modifiers(), space());
    } else if (m_drag) {
        dragTo(*m_cursor, event->modifiers());
        Q_EMIT viewMoved();
    } else {
        setCursor(hoverAt(*m_cursor, event->modifiers()));
        placeLegendButtons(*m_cursor);
    }
    Q_EMIT cursorMoved(m_time.timeAt(barAtX(m_cursor->x())));
    QWidget::update();
}

void PriceChart::placeLegendButtons(QPointF at)
{
    // The buttons stand at the end of a legend row and hold the row while the pointer is on its way to them.
    const auto row = std::ranges::find_if(m_legendRows, [&](const LegendRow &each) {
        return !each.indicator.isEmpty() && each.plate.adjusted(0, 0, 90, 0).contains(at.toPoint());
    });
    if (row == m_legendRows.end()) {
        m_legendButtons->hide();
        return;
    }
    m_legendButtons->showFor(row->indicator, isIndicatorShown(row->indicator), row->plate.topRight() + QPoint(2, -1));
}

void PriceChart::dragTo(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const QPointF moved = at - m_drag->from;
    if (!m_drag->isMoving && moved.manhattanLength() < 3)
        return;
    m_drag->isMoving = true;
    const double span = m_drag->upper - m_drag->lower;
    switch (m_drag->zone) {
    case Zone::Plot:
        setCursor(Qt::ClosedHandCursor);
        m_isDefaultView = false;
        if (modifiers.testFlag(Qt::ControlModifier))
            setAutoScaled(false);
        if (!m_isAutoScaled)
            panPrice(moved.y());
        setView(m_drag->lower - moved.x() * span / std::max(1, plotRect().width()),
                m_drag->upper - moved.x() * span / std::max(1, plotRect().width()));
        break;
    case Zone::PriceAxis:
        setAutoScaled(false);
        priceAxis()->setRange(scaledRange(m_drag->price, std::exp(moved.y() / 240.0)));
        scheduleReplot();
        break;
    case Zone::Divider:
        m_panes.moveDivider(m_drag->divider, at.y() + m_drag->dividerOffset);
        scheduleReplot();
        break;
    case Zone::TimeAxis:
        m_isDefaultView = false;
        setView(m_drag->upper - span * std::exp(-moved.x() / 300.0), m_drag->upper);
        break;
    }
}

void PriceChart::panPrice(double pixels)
{
    const double share = pixels / std::max(1, plotRect().height()) * (isInverted() ? -1 : 1);
    const QCPRange from = m_drag->price;
    if (m_scale == PriceScale::Logarithmic) {
        const double factor = std::pow(from.upper / from.lower, share);
        priceAxis()->setRange(from.lower * factor, from.upper * factor);
    } else {
        priceAxis()->setRange(from.lower + share * from.size(), from.upper + share * from.size());
    }
}

void PriceChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (ChartLayer *layer = std::exchange(m_busyLayer, nullptr))
        layer->release(event->position(), event->modifiers(), space());
    const bool wasClick = m_drag && !m_drag->isMoving;
    m_drag.reset();
    const ChartMarker *marker = wasClick ? markerAt(event->position()) : nullptr;
    if (marker)
        Q_EMIT markerClicked(int(marker - m_markers.data()));
    if (wasClick && zoneAt(event->position()) == Zone::Plot)
        clickBar(event->position(), marker != nullptr);
    setCursor(hoverAt(event->position(), event->modifiers()));
}

void PriceChart::clickBar(QPointF at, bool isOnMarker)
{
    const double index = std::round(barAtX(at.x()));
    if (m_bars.isEmpty() || index < 0 || index >= double(m_bars.size()))
        return;
    const BarPoint bar = m_bars.at(std::size_t(index));
    const auto [first, second] = std::minmax({priceAxis()->coordToPixel(bar.high), priceAxis()->coordToPixel(bar.low)});
    const bool isOnBar = isOnMarker || (plotRect().contains(at.toPoint()) && at.y() >= first - 6 && at.y() <= second + 6);
    Timestamp after = bar.closeTime - durationOf(m_timeframe);
    if (index > 0)
        after = std::max(after, m_bars.closeTime(std::size_t(index) - 1));
    Q_EMIT barClicked(after, bar.closeTime, isOnBar);
}

void PriceChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    for (auto each = m_layers.rbegin(); each != m_layers.rend() && !m_bars.isEmpty(); ++each) {
        if ((*each)->doubleClick(event->position(), space()))
            return;
    }
    switch (zoneAt(event->position())) {
    case Zone::PriceAxis:
        setAutoScaled(true);
        scheduleReplot();
        break;
    case Zone::TimeAxis: resetView(); break;
    case Zone::Divider:
        m_panes.resetHeights();
        scheduleReplot();
        break;
    case Zone::Plot: break; // a double click in the plot belongs to drawings
    }
}

void PriceChart::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (!m_bars.isEmpty())
        Q_EMIT menuWanted(event->pos(), priceAxis()->pixelToCoord(event->pos().y()));
}

void PriceChart::leaveEvent(QEvent *event)
{
    m_cursor.reset();
    update();
    Q_EMIT cursorMoved({});
    QCustomPlot::leaveEvent(event);
}

void PriceChart::keyPressEvent(QKeyEvent *event)
{
    if (const auto command = commandOf(*event)) {
        run(*command);
        event->accept();
        return;
    }
    const QString text = event->text();
    if (event->modifiers() == Qt::NoModifier && text.size() == 1 && text[0].isDigit()) {
        Q_EMIT digitTyped(text);
        event->accept();
        return;
    }
    QCustomPlot::keyPressEvent(event);
}

void PriceChart::cancel()
{
    for (auto each = m_layers.rbegin(); each != m_layers.rend(); ++each) {
        if ((*each)->cancel()) {
            m_busyLayer = nullptr;
            return;
        }
    }
    if (m_drag && m_drag->isMoving) {
        priceAxis()->setRange(m_drag->price);
        setView(m_drag->lower, m_drag->upper);
        m_drag.reset();
        return;
    }
    Q_EMIT commandWanted(ChartCommand::Cancel);
}

void PriceChart::focusInEvent(QFocusEvent *event)
{
    QCustomPlot::focusInEvent(event);
    update();
}

void PriceChart::focusOutEvent(QFocusEvent *event)
{
    QCustomPlot::focusOutEvent(event);
    update();
}

bool PriceChart::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // The chart's own keys go before menu letters of the same name.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isDigit = key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9;
        if (isDigit || commandOf(*key)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoom(1 / std::max(0.1, 1 + gesture->value()), m_isZoomAtRightEdge ? m_upper : barAtX(gesture->position().x()));
            Q_EMIT viewMoved();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString text;
        for (auto each = m_layers.rbegin(); each != m_layers.rend() && text.isEmpty() && !m_bars.isEmpty(); ++each)
            text = (*each)->toolTip(help->pos(), space());
        if (const ChartMarker *marker = markerAt(help->pos()); marker && text.isEmpty())
            text = marker->text;
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QCustomPlot::event(event);
}

} // namespace bellwether
