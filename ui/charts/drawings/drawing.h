#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <QString>

#include <span>
#include <vector>

namespace bellwether {

enum class DrawingKind { TrendLine, Ray, HorizontalLine, HorizontalRay, VerticalLine, CrossLine, Rectangle, Fibonacci,
                         Measure, LongPosition, ShortPosition, Text };
inline constexpr int drawingKindCount = int(DrawingKind::Text) + 1;

/// A place on a chart that stays where it is whatever the timeframe.
struct ChartPoint {
    Timestamp time;
    double price = 0;

    bool operator==(const ChartPoint &) const = default;
};

/// What the trader drew. A position tool has entry, target and stop, in this order.
struct Drawing {
    DrawingKind kind = DrawingKind::TrendLine;
    std::vector<ChartPoint> points;
    QString text;

    bool operator==(const Drawing &) const = default;
};

/// What a kind is called: in files, to people, on its button.
struct DrawingInfo {
    DrawingKind kind;
    const char *id;    ///< in files: `trend`
    const char *text;  ///< translated in context "Drawing"
    const char *icon;  ///< of resources/icons
    int clicks;        ///< that place it
    int points;        ///< that it has
};
std::span<const DrawingInfo> drawingInfos();
const DrawingInfo &infoOf(DrawingKind kind);
QString textOf(DrawingKind kind);

/// Drawings as a JSON array and back: `[{"kind":"trend","points":[["2026-11-20T09:15:00Z",101.5],…]}]`. Errors:
/// InvalidArgument naming the entry that is no drawing.
QString toJson(const std::vector<Drawing> &drawings);
Result<std::vector<Drawing>> drawingsFromJson(const QString &json);

} // namespace bellwether
