#include "ui/charts/comparedline.h"

#include "ui/charts/lineplottable.h"

#include <cmath>

namespace bellwether {

ComparedLine::ComparedLine(QString name, const QColor &color, QCPAxis *keyAxis, QCPAxis *valueAxis)
    : m_name(std::move(name)), m_color(color),
      m_line(std::make_unique<LinePlottable>(keyAxis, valueAxis, &m_values, LinePlottable::Style::Line))
{
    m_line->setColors(color, color);
}

ComparedLine::~ComparedLine()
{
    // The plot owns its plottables and deletes this one when it is told to let it go.
    LinePlottable *line = m_line.release();
    line->parentPlot()->removePlottable(line);
}

double ComparedLine::closeAt(Timestamp time)
{
    while (m_next < m_other.closedCount() && m_other.closeTime(m_next) <= time)
        ++m_next;
    return m_next > 0 ? m_other.at(m_next - 1).close : std::numeric_limits<double>::quiet_NaN();
}

void ComparedLine::align(const BarSeries &bars)
{
    m_next = 0;
    std::vector<double> values(bars.closedCount());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = closeAt(bars.closeTime(i));
    m_values = ValueSeries(std::move(values));
}

void ComparedLine::follow(const BarSeries &bars)
{
    // The other's bar of the same time may come after ours.
    if (!m_values.isEmpty() && m_values.size() <= bars.closedCount())
        m_values.replaceLast(closeAt(bars.closeTime(m_values.size() - 1)));
    for (std::size_t i = m_values.size(); i < bars.closedCount(); ++i)
        m_values.append(closeAt(bars.closeTime(i)));
}

void ComparedLine::startAt(const BarSeries &bars, std::size_t first)
{
    // The first bar in view at which both are known.
    while (first < m_values.size() && std::isnan(m_values[first]))
        ++first;
    m_start = first;
    m_factor = first < m_values.size() ? bars.at(first).close / m_values[first] : 1;
    m_line->setFactor(m_factor);
}

ValueFold ComparedLine::extremes(std::size_t first, std::size_t last) const
{
    const ValueFold fold = m_values.fold(std::min(first, m_values.size()), std::min(last, m_values.size()));
    return fold.isEmpty() ? fold : ValueFold{fold.low * m_factor, fold.high * m_factor};
}

double ComparedLine::percentAt(std::size_t index) const
{
    if (m_values.isEmpty() || m_start >= m_values.size())
        return std::numeric_limits<double>::quiet_NaN();
    return (m_values[std::min(index, m_values.size() - 1)] / m_values[m_start] - 1) * 100;
}

} // namespace bellwether
