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
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || std::fabs(horizontal) > std::fabs(vertical)) {
        const double steps = std::fabs(horizontal) > std::fabs(vertical) ? horizontal : vertical;
        m_isDefaultView = false;
        const double bars = -steps * std::max(1.0, (m_upper - m_lower) * 0.06);
        setView(m_lower + bars, m_upper + bars);
    } else {
        zoom(std::pow(0.87, vertical), barAtX(event->position().x()));
    }
}

void PriceChart::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton) {
        m_drag = Drag{zoneAt(event->position()), event->position(), m_lower, m_upper, priceAxis()->range(),
                      m_panes.dividerAt(event->position().y()).value_or(0), false};
        event->accept();
    }
}

void PriceChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    m_cursor = at;
    if (!m_drag) {
        const Zone zone = zoneAt(at);
        setCursor(zone == Zone::Divider         ? Qt::SplitVCursor
                      : zone == Zone::PriceAxis ? Qt::SizeVerCursor
                      : zone == Zone::TimeAxis  ? Qt::SizeHorCursor
                                                : Qt::CrossCursor);
        update();
        return;
    }
    const QPointF moved = at - m_drag->from;
    if (!m_drag->isMoving && moved.manhattanLength() < 3)
        return;
    m_drag->isMoving = true;
    m_isDefaultView = false;
    const double span = m_drag->upper - m_drag->lower;
    switch (m_drag->zone) {
    case Zone::Plot: {
        setCursor(Qt::ClosedHandCursor);
        const double bars = -moved.x() * span / std::max(1, plotRect().width());
        if (event->modifiers().testFlag(Qt::ControlModifier))
            setAutoScaled(false);
        if (!m_isAutoScaled) {
            const double price = moved.y() * m_drag->price.size() / std::max(1, plotRect().height())
                * (priceAxis()->rangeReversed() ? -1 : 1);
            priceAxis()->setRange(m_drag->price.lower + price, m_drag->price.upper + price);
        }
        setView(m_drag->lower + bars, m_drag->upper + bars);
        break;
    }
    case Zone::PriceAxis: {
        setAutoScaled(false);
        const double half = m_drag->price.size() / 2 * std::exp(moved.y() / 240.0);
        priceAxis()->setRange(m_drag->price.center() - half, m_drag->price.center() + half);
        scheduleReplot();
        break;
    }
    case Zone::Divider:
        m_panes.moveDivider(m_drag->divider, at.y());
        scheduleReplot();
        break;
    case Zone::TimeAxis: setView(m_drag->upper - span * std::exp(-moved.x() / 300.0), m_drag->upper); break;
    }
}

void PriceChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        const bool wasClick = m_drag && !m_drag->isMoving;
        if (const ChartMarker *marker = wasClick ? markerAt(event->position()) : nullptr)
            Q_EMIT markerClicked(int(marker - m_markers.data()));
        m_drag.reset();
        setCursor(Qt::CrossCursor);
    }
}

void PriceChart::mouseDoubleClickEvent(QMouseEvent *event)
{
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

void PriceChart::leaveEvent(QEvent *event)
{
    m_cursor.reset();
    update();
    QCustomPlot::leaveEvent(event);
}

void PriceChart::keyPressEvent(QKeyEvent *event)
{
    // The key pad's plus and minus are the plus and minus.
    const QKeyCombination pressed(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier), Qt::Key(event->key()));
    for (const ChartKey &key : chartKeys()) {
        if (key.key == pressed) {
            run(key.command);
            event->accept();
            return;
        }
    }
    QCustomPlot::keyPressEvent(event);
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
        const QKeyCombination pressed(key->modifiers() & ~Qt::KeypadModifier, Qt::Key(key->key()));
        const auto keys = chartKeys();
        if (std::any_of(keys.begin(), keys.end(), [&](const ChartKey &own) { return own.key == pressed; })) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const ChartMarker *marker = markerAt(help->pos()))
            QToolTip::showText(help->globalPos(), marker->text, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QCustomPlot::event(event);
}

} // namespace bellwether
