#include "ui/charts/valueseries.h"

#include <cmath>

namespace bellwether {

namespace {

ValueFold leafOf(double value) { return std::isnan(value) ? ValueFold{} : ValueFold{value, value}; }

} // namespace

ValueSeries::ValueSeries(std::vector<double> values) : m_values(std::move(values))
{
    m_folds.refold(0, m_values.size(), [this](std::size_t i) { return leafOf(m_values[i]); });
}

void ValueSeries::append(double value)
{
    // Doubling would hold twice the memory of a long history for the sake of its next bar.
    if (m_values.size() == m_values.capacity())
        m_values.reserve(m_values.size() + m_values.size() / 8 + 256);
    m_values.push_back(value);
    m_folds.refold(m_values.size() - 1, m_values.size(), [this](std::size_t i) { return leafOf(m_values[i]); });
}

void ValueSeries::replaceLast(double value)
{
    m_values.back() = value;
    m_folds.refold(m_values.size() - 1, m_values.size(), [this](std::size_t i) { return leafOf(m_values[i]); });
}

ValueFold ValueSeries::fold(std::size_t first, std::size_t last) const
{
    return m_folds.fold(first, last, [this](std::size_t i) { return leafOf(m_values[i]); });
}

} // namespace bellwether
