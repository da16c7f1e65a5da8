#include "ui/charts/plotstyle.h"

namespace bellwether {

void styleAxis(QCPAxis &axis, const Theme &theme)
{
    QFont small = axis.parentPlot()->font();
    small.setPointSizeF(8);
    const QPen grid(theme.color(ColorRole::Grid), 1);
    axis.setBasePen(QPen(theme.color(ColorRole::Border), 1));
    axis.setTickPen(Qt::NoPen);
    axis.setSubTicks(false);
    axis.setTickLength(0, 3);
    axis.setTickLabelColor(theme.color(ColorRole::TextMuted));
    axis.setTickLabelFont(small);
    axis.setLabelColor(theme.color(ColorRole::TextMuted));
    axis.setLabelFont(small);
    axis.setLabelPadding(2);
    axis.grid()->setPen(grid);
    axis.grid()->setZeroLinePen(QPen(theme.color(ColorRole::Border), 1));
    axis.grid()->setVisible(true);
    axis.grid()->setAntialiased(false);
}

void stylePlot(QCustomPlot &plot, const Theme &theme)
{
    plot.setBackground(QBrush(theme.color(ColorRole::Surface)));
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis})
        styleAxis(*axis, theme);
}

} // namespace bellwether
