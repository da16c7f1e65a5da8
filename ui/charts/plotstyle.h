#pragma once

#include "ui/theme/theme.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// Gives an axis the colours, font and grid that all charts of the window have.
void styleAxis(QCPAxis &axis, const Theme &theme);
/// The same for both axes and the ground of a plot with one axis rect.
void stylePlot(QCustomPlot &plot, const Theme &theme);

} // namespace bellwether
