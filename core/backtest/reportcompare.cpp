#include "core/backtest/reportcompare.h"

#include <algorithm>

namespace bellwether {

namespace {

std::vector<double> growthOn(std::span<const std::int64_t> days, const DailyEquity &daily, double capital)
{
    std::vector<double> out(days.size(), notAvailable);
    std::size_t next = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        while (next < daily.day.size() && daily.day[next] <= days[i])
            ++next;
        if (next > 0 && days[i] <= daily.day.back())
            out[i] = daily.value[next] / capital;
    }
    return out;
}

} // namespace

RunComparison compareRuns(std::span<const RunReport *const> runs)
{
    RunComparison out;
    for (const MetricSpec &metric : metricTable()) {
        RunComparison::Row row{&metric, {}};
        for (const RunReport *run : runs)
            row.values.push_back(exportedValue(metric, run->figures, TradeSide::All));
        if (!std::all_of(row.values.begin(), row.values.end(), [](double value) { return std::isnan(value); }))
            out.rows.push_back(std::move(row));
    }
    for (const RunReport *run : runs)
        out.day.insert(out.day.end(), run->figures.daily.day.begin(), run->figures.daily.day.end());
    std::sort(out.day.begin(), out.day.end());
    out.day.erase(std::unique(out.day.begin(), out.day.end()), out.day.end());
    for (const RunReport *run : runs)
        out.growth.push_back(growthOn(out.day, run->figures.daily, run->plan.capital.toDouble()));
    return out;
}

} // namespace bellwether
