#pragma once

#include <QKeySequence>
#include <QString>

#include <optional>
#include <span>

class QKeyEvent;

namespace bellwether {

/// What a key does while the chart has the focus.
enum class ChartCommand { PanLeft, PanRight, PanLeftFast, PanRightFast, ZoomIn, ZoomOut, FirstBar, LastBar, PageLeft,
                          PageRight, Reset, LogScale, Invert, Percent, Magnet, FitOrders, TrendLine, HorizontalLine,
                          HorizontalRay, VerticalLine, CrossLine, Picture, Cancel, Remove, Undo, Redo };

struct ChartKey {
    ChartCommand command;
    QKeyCombination key;
    const char *text; ///< translated in context "ChartKeys"
};

/// Every key of the chart; read by the chart and by the page of keys.
std::span<const ChartKey> chartKeys();
QString chartKeyText(const ChartKey &key);
/// The command of a pressed key. The key pad's plus and minus are the plus and minus; Shift counts only where it makes a
/// difference.
std::optional<ChartCommand> commandOf(const QKeyEvent &event);

} // namespace bellwether
