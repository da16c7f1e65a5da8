#include "ui/charts/chartoverlay.h"

#include <algorithm>

namespace bellwether::overlay {

QRect drawLegend(QPainter &painter, const Theme &theme, QPoint topLeft, const std::vector<LegendPart> &parts)
{
    const QFontMetrics metrics(painter.font());
    int width = 0;
    for (const LegendPart &part : parts)
        width += metrics.horizontalAdvance(part.text);
    QColor plate = theme.color(ColorRole::Surface);
    plate.setAlpha(205);
    const QRect rect(topLeft.x() - 3, topLeft.y(), width + 6, metrics.height());
    painter.fillRect(rect, plate);
    int x = topLeft.x();
    for (const LegendPart &part : parts) {
        painter.setPen(part.color);
        painter.drawText(x, topLeft.y() + metrics.ascent(), part.text);
        x += metrics.horizontalAdvance(part.text);
    }
    return rect;
}

void drawPriceTag(QPainter &painter, const QRect &axis, double y, const QStringList &lines, const QColor &fill,
                  const QColor &text)
{
    const QFontMetrics metrics(painter.font());
    const int height = metrics.height() * int(lines.size()) + 2;
    QRect tag(axis.left() + 1, int(y) - (metrics.height() + 2) / 2, axis.width() - 2, height);
    tag.moveTop(std::clamp(tag.top(), axis.top(), std::max(axis.top(), axis.bottom() - height)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(tag, 2, 2);
    painter.setPen(text);
    for (int i = 0; i < lines.size(); ++i) {
        painter.drawText(QRect(tag.left() + 5, tag.top() + 1 + i * metrics.height(), tag.width() - 8, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, lines[i]);
    }
}

void drawTimeTag(QPainter &painter, const QRect &axis, double x, const QString &text, const QColor &fill,
                 const QColor &textColor)
{
    const QFontMetrics metrics(painter.font());
    const int width = metrics.horizontalAdvance(text) + 14;
    QRect tag(int(x) - width / 2, axis.top() + 1, width, metrics.height() + 3);
    tag.moveLeft(std::clamp(tag.left(), axis.left(), std::max(axis.left(), axis.right() - width)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(tag, 2, 2);
    painter.setPen(textColor);
    painter.drawText(tag, Qt::AlignCenter, text);
}

namespace {

void drawSignal(QPainter &painter, const Theme &theme, const QColor &color, SignalState state, QPointF at)
{
    constexpr double r = 3.5;
    const bool isOver = state == SignalState::Expired || state == SignalState::Superseded;
    painter.setPen(QPen(isOver ? theme.color(ColorRole::TextMuted) : color, 1.6));
    painter.setBrush(state == SignalState::Ordered ? color : theme.color(ColorRole::Surface));
    painter.drawEllipse(at, r, r);
    if (state == SignalState::Rejected || state == SignalState::Denied)
        painter.drawLine(at + QPointF(-r - 1, r + 1), at + QPointF(r + 1, -r - 1));
}

} // namespace

void drawMarker(QPainter &painter, const Theme &theme, const ChartMarker &marker, QPointF at)
{
    using Kind = ChartMarker::Kind;
    const Kind kind = marker.kind;
    const bool isUp = kind == Kind::Buy || kind == Kind::Cover || kind == Kind::SignalBuy;
    const QColor color = theme.color(isUp ? ColorRole::Gain : ColorRole::Loss);
    painter.setRenderHint(QPainter::Antialiasing, true);
    // A rim in the colour of the ground keeps a marker apart from a candle of its own colour.
    painter.setPen(QPen(theme.color(ColorRole::Surface), 1.5));
    painter.setBrush(color);
    constexpr double r = 5.5;
    switch (kind) {
    case Kind::Buy: painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, r), at + QPointF(-r, r)})); break;
    case Kind::Sell: painter.drawPolygon(QPolygonF({at + QPointF(0, r), at + QPointF(r, -r), at + QPointF(-r, -r)})); break;
    case Kind::Short:
        painter.drawPolygon(QPolygonF({at + QPointF(0, -r - 1), at + QPointF(r, 0), at + QPointF(0, r + 1),
                                       at + QPointF(-r, 0)}));
        break;
    case Kind::Cover: painter.drawRect(QRectF(at.x() - r + 1, at.y() - r + 1, 2 * r - 2, 2 * r - 2)); break;
    case Kind::SignalBuy:
    case Kind::SignalSell:
        drawSignal(painter, theme, color, marker.state, at);
        break;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace bellwether::overlay
