#include "core/risk/correlation.h"

#include <limits>

namespace bellwether {

void CorrelationTracker::add(InstrumentIndex instrument, Timestamp time, double close)
{
    Series &series = m_series.at(instrument);
    const std::size_t slot = series.count % series.close.size();
    series.time[slot] = time;
    series.close[slot] = close;
    ++series.count;
}

double CorrelationTracker::between(InstrumentIndex a, InstrumentIndex b) const
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const Series &first = m_series.at(a);
    const Series &second = m_series.at(b);
    const auto oldest = [](const Series &s) { return s.count > s.close.size() ? s.count - s.close.size() : 0; };

    // Both series are in time order: walk them together and use the closes that share a time.
    std::size_t i = oldest(first);
    std::size_t j = oldest(second);
    double lastX = 0;
    double lastY = 0;
    int closes = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXX = 0;
    double sumYY = 0;
    double sumXY = 0;
    while (i < first.count && j < second.count) {
        const std::size_t si = i % first.close.size();
        const std::size_t sj = j % second.close.size();
        if (first.time[si] < second.time[sj]) {
            ++i;
            continue;
        }
        if (second.time[sj] < first.time[si]) {
            ++j;
            continue;
        }
        if (closes > 0 && lastX > 0 && lastY > 0) {
            const double x = first.close[si] / lastX - 1;
            const double y = second.close[sj] / lastY - 1;
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumYY += y * y;
            sumXY += x * y;
        }
        lastX = first.close[si];
        lastY = second.close[sj];
        ++closes;
        ++i;
        ++j;
    }
    const int n = closes - 1;
    if (n < window / 2)
        return unknown;
    const double varianceX = sumXX - sumX * sumX / n;
    const double varianceY = sumYY - sumY * sumY / n;
    if (!(varianceX > 0) || !(varianceY > 0))
        return unknown;
    return (sumXY - sumX * sumY / n) / std::sqrt(varianceX * varianceY);
}

double CorrelationTracker::volatility(InstrumentIndex instrument) const
{
    const Series &series = m_series.at(instrument);
    const std::size_t oldest = series.count > series.close.size() ? series.count - series.close.size() : 0;
    int n = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = oldest + 1; i < series.count; ++i) {
        const double before = series.close[(i - 1) % series.close.size()];
        const double change = before > 0 ? series.close[i % series.close.size()] / before - 1 : 0;
        ++n;
        sum += change;
        squares += change * change;
    }
    if (n < window / 2)
        return std::numeric_limits<double>::quiet_NaN();
    return std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1)));
}

} // namespace bellwether
