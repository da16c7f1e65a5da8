#pragma once

#include "ui/charts/barseries.h"
#include "ui/charts/indicatorset.h"
#include "ui/charts/timeaxis.h"

#include "ui/charts/qcustomplotheader.h"

#include <QMap>

#include <optional>
#include <set>

namespace bellwether {

class LinePlottable;

/// The panes of a price chart, one under the other with draggable dividers: prices, volume, and one for each indicator
/// that has a scale of its own; and the lines of the indicators in them.
class ChartPanes {
public:
    struct Pane {
        QCPAxisRect *rect = nullptr;
        QString indicator; ///< title of the indicator that owns it; empty for prices and volume

        QCPAxis *keyAxis() const { return rect->axis(QCPAxis::atBottom); }
        QCPAxis *valueAxis() const { return rect->axis(QCPAxis::atRight); }
    };
    struct Line {
        LinePlottable *plottable = nullptr;
        const IndicatorSet::Entry *entry = nullptr;
        std::size_t line = 0;
        std::size_t pane = 0;
        QColor color;
    };

    /// `format` and `theme` outlive the panes.
    ChartPanes(QCustomPlot &plot, const Theme &theme, const Format &format, QSharedPointer<TimeTicker> timeTicker);

    const std::vector<Pane> &all() const { return m_panes; }
    const Pane &prices() const { return m_panes[0]; }
    const Pane &volume() const { return m_panes[1]; }
    const Pane &lowest() const { return m_panes.back(); }
    const std::vector<Line> &lines() const { return m_lines; }

    /// Panes and lines for these indicators; lines of those in `hidden` are not drawn.
    void rebuild(const IndicatorSet &indicators, const std::set<QString> &hidden);
    void style();
    void setView(double lower, double upper);
    /// Fits volume and indicator panes to the bars in view; true where a range changed.
    bool fit(const BarSeries &bars);
    /// Extremes of the visible lines over the prices, in the present view.
    ValueFold overlayExtremes() const;

    /// The divider under pane `i` at height `y`.
    std::optional<std::size_t> dividerAt(double y) const;
    /// Moves the divider under pane `i` to `y`; no pane gets smaller than a legend line.
    void moveDivider(std::size_t i, double y);
    /// The usual heights again.
    void resetHeights();

private:
    void addPane(const QString &indicator);
    void applyHeights();
    QString nameOf(std::size_t pane) const;

    QCustomPlot &m_plot;
    const Theme &m_theme;
    const Format &m_format;
    QSharedPointer<TimeTicker> m_timeTicker;
    QCPMarginGroup *m_margins;
    std::vector<Pane> m_panes;
    std::vector<Line> m_lines;
    QMap<QString, double> m_heights; ///< of the panes by name over that of the prices, once a divider was moved
};

} // namespace bellwether
