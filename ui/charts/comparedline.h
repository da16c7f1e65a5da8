#pragma once

#include "ui/charts/barseries.h"
#include "ui/charts/valueseries.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

class LinePlottable;

/// Another instrument's closes over the bars of a chart, each at the bar of its time, scaled so that both start at the
/// same height with the first bar in view: what a percent scale compares.
class ComparedLine {
public:
    ComparedLine(QString name, const QColor &color, QCPAxis *keyAxis, QCPAxis *valueAxis);
    ~ComparedLine();
    ComparedLine(const ComparedLine &) = delete;
    ComparedLine &operator=(const ComparedLine &) = delete;

    const QString &name() const { return m_name; }
    const QColor &color() const { return m_color; }
    /// The bars of the other instrument.
    BarSeries &other() { return m_other; }
    /// Lays the closes at the bars of the chart anew; after either history changed.
    void align(const BarSeries &bars);
    /// Follows bars that closed on the chart since.
    void follow(const BarSeries &bars);
    /// Both start at the same height at this bar of the chart.
    void startAt(const BarSeries &bars, std::size_t first);
    /// Extremes of the scaled line in [first, last).
    ValueFold extremes(std::size_t first, std::size_t last) const;
    /// Percent from the start to the bar `index`; NaN where one of both is not known.
    double percentAt(std::size_t index) const;

private:
    double closeAt(Timestamp time);

    QString m_name;
    QColor m_color;
    BarSeries m_other;
    ValueSeries m_values;
    std::unique_ptr<LinePlottable> m_line;
    std::size_t m_next = 0;      ///< first bar of the other that lies beyond what is aligned
    std::size_t m_start = 0;
    double m_factor = 1;
};

} // namespace bellwether
