#pragma once

#include "ui/charts/trademarkers.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <vector>

namespace bellwether {

/// A piece of a legend line and its colour.
struct LegendPart {
    QString text;
    QColor color;
};

/// What is drawn over the finished plot, so that a moving crosshair costs no replot.
namespace overlay {

/// Draws the parts one after another on a plate that keeps them readable over candles; returns the plate.
QRect drawLegend(QPainter &painter, const Theme &theme, QPoint topLeft, const std::vector<LegendPart> &parts);
/// A tag on the price axis, its middle at `y`, kept inside `axis`; `lines` under each other.
void drawPriceTag(QPainter &painter, const QRect &axis, double y, const QStringList &lines, const QColor &fill,
                  const QColor &text);
/// A tag on the time axis, its middle at `x`, kept inside `axis`.
void drawTimeTag(QPainter &painter, const QRect &axis, double x, const QString &text, const QColor &fill,
                 const QColor &textColor);
/// A marker's shape around `at`: triangle up (buy), triangle down (sell), diamond (short), square (cover); a signal is a
/// circle, full once ordered, hollow while it waits, struck through when refused, faint when its time was over.
void drawMarker(QPainter &painter, const Theme &theme, const ChartMarker &marker, QPointF at);

} // namespace overlay

} // namespace bellwether
