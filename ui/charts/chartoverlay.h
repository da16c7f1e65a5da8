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

/// A horizontal line of the chart: entry, stop and target of the chosen signal, or a position's average price.
struct ChartLevel {
    enum class Kind { Entry, Stop, Target, Position };
    Kind kind = Kind::Entry;
    Price price;
    QString label;

    bool operator==(const ChartLevel &) const = default;
};

/// What is drawn over the finished plot, so that a moving crosshair costs no replot.
namespace overlay {

/// Draws the parts one after another on a plate that keeps them readable over candles; returns the height used.
int drawLegend(QPainter &painter, const Theme &theme, QPoint topLeft, const std::vector<LegendPart> &parts);
/// A tag on the price axis, its middle at `y`, kept inside `axis`; `lines` under each other.
void drawPriceTag(QPainter &painter, const QRect &axis, double y, const QStringList &lines, const QColor &fill,
                  const QColor &text);
/// A tag on the time axis, its middle at `x`, kept inside `axis`.
void drawTimeTag(QPainter &painter, const QRect &axis, double x, const QString &text, const QColor &fill,
                 const QColor &textColor);
/// A marker's shape around `at`: triangle up (buy), triangle down (sell), diamond (short), square (cover), circles for
/// signals.
void drawMarker(QPainter &painter, const Theme &theme, ChartMarker::Kind kind, QPointF at);
void drawLevel(QPainter &painter, const Theme &theme, const QRect &plot, const QRect &axis, double y,
               const ChartLevel &level, const QString &priceText);

} // namespace overlay

} // namespace bellwether
