#pragma once

#include <QKeySequence>
#include <QString>

#include <span>

namespace bellwether {

/// What a key does while the chart has the focus.
enum class ChartCommand { PanLeft, PanRight, PanLeftFast, PanRightFast, ZoomIn, ZoomOut, FirstBar, LastBar, PageLeft,
                          PageRight, Reset, LogScale, Invert, Percent, Magnet };

struct ChartKey {
    ChartCommand command;
    QKeyCombination key;
    const char *text; ///< translated in context "ChartKeys"
};

/// Every key of the chart; read by the chart and by the page of keys.
std::span<const ChartKey> chartKeys();
QString chartKeyText(const ChartKey &key);

} // namespace bellwether
