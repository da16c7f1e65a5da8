#include "ui/charts/curvechart.h"

#include <cmath>

using namespace Qt::StringLiterals;

// The chart's hands, and what is painted over the finished plot.
namespace bellwether {

std::optional<Timestamp> CurveChart::hovered() const
{
    const QRect plot = m_panes[0].rect->rect();
    if (!m_cursor || isEmpty() || m_cursor->x() < plot.left() || m_cursor->x() > plot.right())
        return {};
    return CurvePlottable::timeOf(keyAxis()->pixelToCoord(m_cursor->x()));
}

QString CurveChart::valueText(Unit unit, double value) const
{
    switch (unit) {
    case Unit::Money: return m_format.number(value, 2);
    case Unit::Percent: return m_format.signedPercent(value * 100);
    case Unit::Number: return m_format.number(value, 3);
    }
    return {};
}

QString CurveChart::momentText(Timestamp moment) const
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    return english.toString(m_format.local(moment), u"ddd d MMM yyyy HH:mm"_s) + u' ' + m_format.zone().name;
}

std::vector<LegendPart> CurveChart::legend(const Pane &pane) const
{
    std::vector<LegendPart> parts;
    const auto moment = hovered();
    for (const Curve &curve : pane.curves) {
        if (curve.series.isEmpty())
            continue;
        const auto row = moment ? curve.series.rowAt(*moment) : std::optional(curve.series.size() - 1);
        parts.push_back({curve.name + u' ', m_theme.color(ColorRole::TextMuted)});
        parts.push_back({(row ? valueText(pane.unit, (*curve.series.value)[*row]) : u"—"_s) + u"   "_s, m_theme.color(curve.color)});
    }
    return parts;
}

QString CurveChart::legendText(int pane) const
{
    QString text;
    for (const LegendPart &part : legend(m_panes[std::size_t(pane)]))
        text += part.text;
    return text.trimmed();
}

void CurveChart::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(8);
    painter.setFont(small);
    if (isEmpty()) {
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(rect().adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    } else {
        paintStretch(painter);
        for (const Pane &pane : m_panes) {
            if (!pane.curves.empty())
                overlay::drawLegend(painter, m_theme, pane.rect->rect().topLeft() + QPoint(8, 3), legend(pane));
        }
        paintCrosshair(painter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void CurveChart::paintStretch(QPainter &painter)
{
    if (m_stretchFrom == m_stretchTo)
        return;
    const QRect plot = m_panes[0].rect->rect();
    const double left = std::max(keyAxis()->coordToPixel(CurvePlottable::keyOf(m_stretchFrom)), double(plot.left()));
    const double right = std::min(keyAxis()->coordToPixel(CurvePlottable::keyOf(m_stretchTo)), double(plot.right()));
    if (right < plot.left() || left > plot.right())
        return;
    QColor tint = m_theme.color(ColorRole::Accent);
    tint.setAlpha(60);
    const int bottom = isLowerShown() ? m_panes[1].rect->bottom() : plot.bottom();
    painter.fillRect(QRectF(left, plot.top(), std::max(2.0, right - left), bottom - plot.top()), tint);
}

void CurveChart::paintCrosshair(QPainter &painter)
{
    const auto moment = hovered();
    if (!moment || (m_drag && m_drag->isMoving))
        return;
    const QRect plot = m_panes[0].rect->rect();
    const int bottom = isLowerShown() ? m_panes[1].rect->bottom() : plot.bottom();
    const double x = m_cursor->x();
    painter.setPen(QPen(m_theme.color(ColorRole::Crosshair), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, bottom));
    for (const Pane &pane : m_panes) {
        for (const Curve &curve : pane.curves) {
            const auto row = curve.series.rowAt(*moment);
            if (!row)
                continue;
            const double y = pane.rect->axis(QCPAxis::atRight)->coordToPixel((*curve.series.value)[*row]);
            if (y < pane.rect->top() || y > pane.rect->bottom())
                continue;
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.setPen(QPen(m_theme.color(ColorRole::Surface), 1.5));
            painter.setBrush(m_theme.color(curve.color));
            painter.drawEllipse(QPointF(x, y), 3.5, 3.5);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
    overlay::drawTimeTag(painter, QRect(0, bottom + 1, plot.right(), height() - bottom), x, momentText(*moment),
                         m_theme.color(ColorRole::Tag), m_theme.color(ColorRole::TagText));
}

void CurveChart::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (isEmpty())
        return;
    const QPoint delta = event->angleDelta();
    const bool isSideways = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(delta.x()) > std::abs(delta.y());
    const double steps = (std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y()) / 120.0;
    if (isSideways) {
        const double shift = -steps * m_view.size() * 0.06;
        setView({m_view.lower + shift, m_view.upper + shift});
        return;
    }
    const double anchor = keyAxis()->pixelToCoord(event->position().x());
    const double factor = std::pow(0.85, steps);
    setView({anchor - (anchor - m_view.lower) * factor, anchor + (m_view.upper - anchor) * factor});
}

void CurveChart::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton && !isEmpty())
        m_drag = Drag{event->position(), m_view, false};
}

void CurveChart::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (m_drag && (m_drag->isMoving || std::fabs(event->position().x() - m_drag->from.x()) >= 4)) {
        m_drag->isMoving = true;
        setCursor(Qt::ClosedHandCursor);
        const double shift = (m_drag->from.x() - event->position().x()) * m_drag->view.size() / std::max(1, m_panes[0].rect->width());
        setView({m_drag->view.lower + shift, m_drag->view.upper + shift});
        return;
    }
    setCursor(isEmpty() ? Qt::ArrowCursor : Qt::CrossCursor);
    update();
}

void CurveChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const bool wasClick = !m_drag->isMoving;
    m_drag.reset();
    setCursor(isEmpty() ? Qt::ArrowCursor : Qt::CrossCursor);
    m_cursor = event->position();
    if (const auto moment = hovered(); wasClick && moment)
        Q_EMIT momentClicked(*moment);
    update();
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent *) { showAll(); }

void CurveChart::leaveEvent(QEvent *event)
{
    m_cursor.reset();
    update();
    QCustomPlot::leaveEvent(event);
}

void CurveChart::keyPressEvent(QKeyEvent *event)
{
    const double step = m_view.size() * (event->modifiers().testFlag(Qt::ControlModifier) ? 0.5 : 0.1);
    const double half = m_view.size() / 2;
    const double middle = m_view.center();
    switch (event->key()) {
    case Qt::Key_Left: setView({m_view.lower - step, m_view.upper - step}); break;
    case Qt::Key_Right: setView({m_view.lower + step, m_view.upper + step}); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: setView({middle - half * 0.7, middle + half * 0.7}); break;
    case Qt::Key_Minus: setView({middle - half / 0.7, middle + half / 0.7}); break;
    case Qt::Key_Home: setView({whole().lower, whole().lower + m_view.size()}); break;
    case Qt::Key_End: setView({whole().upper - m_view.size(), whole().upper}); break;
    case Qt::Key_0: showAll(); break;
    default: QCustomPlot::keyPressEvent(event); return;
    }
    event->accept();
}

void CurveChart::focusInEvent(QFocusEvent *event)
{
    QCustomPlot::focusInEvent(event);
    update();
}

void CurveChart::focusOutEvent(QFocusEvent *event)
{
    QCustomPlot::focusOutEvent(event);
    update();
}

} // namespace bellwether
