#include "core/analytics/dailyequity.h"

#include "core/analytics/statistics.h"

#include <chrono>

namespace bellwether {

namespace {

constexpr std::int64_t nsPerDay = 86'400'000'000'000;

std::vector<PeriodReturn> compounded(const DailyEquity &equity, bool isByMonth)
{
    std::vector<PeriodReturn> out;
    for (std::size_t i = 0; i < equity.day.size(); ++i) {
        const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(equity.day[i]))};
        const PeriodReturn period{int(date.year()), isByMonth ? unsigned(date.month()) : 0u, 0.0};
        if (out.empty() || out.back().year != period.year || out.back().month != period.month)
            out.push_back(period);
        out.back().fraction = (1.0 + out.back().fraction) * (1.0 + equity.returns[i]) - 1.0;
    }
    return out;
}

} // namespace

DailyEquity dailyEquityOf(std::span<const Timestamp> time, std::span<const double> equity, double startingEquity,
                          Duration utcOffset)
{
    DailyEquity out;
    out.value.push_back(startingEquity);
    // One division per day, not per mark: a mark before the end of the current day replaces the day's value.
    std::int64_t dayEndNs = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < time.size(); ++i) {
        const std::int64_t localNs = time[i].ns() + utcOffset.count();
        if (localNs > dayEndNs) {
            const std::int64_t day = Timestamp::floorDiv(localNs - 1, nsPerDay);
            dayEndNs = (day + 1) * nsPerDay;
            out.day.push_back(day);
            out.value.push_back(equity[i]);
        } else {
            out.value.back() = equity[i];
        }
    }
    out.returns.reserve(out.day.size());
    for (std::size_t i = 1; i < out.value.size(); ++i)
        out.returns.push_back(out.value[i - 1] > 0 ? out.value[i] / out.value[i - 1] - 1.0 : notAvailable);
    return out;
}

std::vector<PeriodReturn> monthlyReturns(const DailyEquity &equity) { return compounded(equity, true); }
std::vector<PeriodReturn> yearlyReturns(const DailyEquity &equity) { return compounded(equity, false); }

std::vector<WeekReturn> weeklyReturns(const DailyEquity &equity)
{
    std::vector<WeekReturn> out;
    for (std::size_t i = 0; i < equity.day.size(); ++i) {
        const std::int64_t monday = 7 * Timestamp::floorDiv(equity.day[i] + 3, 7) - 3; // 1970-01-01 was a Thursday
        if (out.empty() || out.back().monday != monday)
            out.push_back({monday, 0.0});
        out.back().fraction = (1.0 + out.back().fraction) * (1.0 + equity.returns[i]) - 1.0;
    }
    return out;
}

} // namespace bellwether
