#pragma once

#include "ui/charts/chartspace.h"
#include "ui/charts/drawings/drawing.h"
#include "ui/theme/theme.h"

#include <QLineF>
#include <QPainter>

namespace bellwether {

/// What a drawing comes to in pixels: the same shape is painted and hit.
struct DrawingShape {
    struct Line {
        QLineF line;
        ColorRole color = ColorRole::Line1;
        bool isDashed = false;
    };
    struct Fill {
        QRectF rect;
        ColorRole color = ColorRole::Line1;
    };
    struct Label {
        QRectF rect;       ///< its plate
        QString text;
        ColorRole color = ColorRole::Text;
    };
    std::vector<Fill> fills;
    std::vector<Line> lines;
    std::vector<Label> labels;
    std::vector<QPointF> handles; ///< one for each point of the drawing, in their order
};

/// `metrics` are those of the font the labels are painted with.
DrawingShape shapeOf(const Drawing &drawing, const ChartSpace &space, const QFontMetrics &metrics);
void paintShape(QPainter &painter, const Theme &theme, const DrawingShape &shape, bool isSelected);
/// The handle at `at`, by its place among the points.
std::optional<std::size_t> handleAt(const DrawingShape &shape, QPointF at);
/// On a line, a label or inside a filled area.
bool isHit(const DrawingShape &shape, QPointF at);

/// `reward ÷ risk` of a position tool; NaN where the stop is at the entry.
double rewardRisk(const Drawing &position);

} // namespace bellwether
