#pragma once

#include "core/base/timestamp.h"

#include <span>
#include <vector>

namespace bellwether {

/// Equity at the close of each venue day that has a mark, and the returns from day to day. `value[0]` is the starting
/// equity E_0 and has no day; `value[i]` is the last mark of `day[i - 1]`; r_i = value[i] / value[i-1] − 1.
struct DailyEquity {
    std::vector<std::int64_t> day;   ///< days since 1970-01-01 in the venue's zone
    std::vector<double> value;       ///< one more than `day`
    std::vector<double> returns;     ///< as many as `day`; NaN after a value that is not positive

    /// Calendar days from the first day to the last.
    std::int64_t calendarDays() const { return day.empty() ? 0 : day.back() - day.front(); }
};

/// Takes the last mark of each day. `time` are the moments of the marks, ascending, as many as `equity`; a mark at
/// midnight belongs to the day that ended there. `utcOffset` is that of the venue's zone.
DailyEquity dailyEquityOf(std::span<const Timestamp> time, std::span<const double> equity, double startingEquity,
                          Duration utcOffset);

/// Return of a calendar month (1…12) or, with month 0, of a year.
struct PeriodReturn {
    int year = 0;
    unsigned month = 0;
    double fraction = 0;
    bool operator==(const PeriodReturn &) const = default;
};

/// Daily returns compounded by month, in time order; months without a day are absent.
std::vector<PeriodReturn> monthlyReturns(const DailyEquity &equity);
std::vector<PeriodReturn> yearlyReturns(const DailyEquity &equity);

/// Return of the week that begins on this Monday, counted as DailyEquity::day.
struct WeekReturn {
    std::int64_t monday = 0;
    double fraction = 0;
    bool operator==(const WeekReturn &) const = default;
};
/// Daily returns compounded by week, in time order; weeks without a day are absent.
std::vector<WeekReturn> weeklyReturns(const DailyEquity &equity);

} // namespace bellwether
