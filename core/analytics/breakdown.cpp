#include "core/analytics/breakdown.h"

#include "core/analytics/returnfigures.h"

#include <algorithm>
#include <chrono>
#include <map>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

template <typename KeyOf, typename NameOf>
std::vector<TradeGroup> grouped(std::span<const RoundTrip> trades, KeyOf keyOf, NameOf nameOf)
{
    std::map<int, TradeGroup> groups;
    for (const RoundTrip &trade : trades)
        groups[keyOf(trade)].add(trade);
    std::vector<TradeGroup> out;
    for (auto &[key, group] : groups) {
        group.name = nameOf(key);
        out.push_back(std::move(group));
    }
    return out;
}

constexpr std::int64_t nsPerHour = 3'600'000'000'000;

} // namespace

void TradeGroup::add(const RoundTrip &trade)
{
    const double result = trade.pnl.toDouble();
    ++trades;
    wins += result > 0;
    net += result;
    (result > 0 ? grossProfit : grossLoss) += std::fabs(result);
}

double TradeGroup::profitFactor() const
{
    if (grossLoss > 0)
        return grossProfit / grossLoss;
    return grossProfit > 0 ? std::numeric_limits<double>::infinity() : notAvailable;
}

std::vector<TradeGroup> byExitReason(std::span<const RoundTrip> trades)
{
    return grouped(trades, [](const RoundTrip &trade) { return int(trade.exitReason); },
                   [](int key) { return toString(ExitReason(key)); });
}

std::vector<TradeGroup> byHour(std::span<const RoundTrip> trades, Duration utcOffset)
{
    const auto hourOf = [&](const RoundTrip &trade) {
        const std::int64_t hour = Timestamp::floorDiv((trade.entryTime + utcOffset).ns(), nsPerHour);
        return int(hour - 24 * Timestamp::floorDiv(hour, 24));
    };
    return grouped(trades, hourOf, [](int hour) { return u"%1"_s.arg(hour, 2, 10, QChar(u'0')); });
}

std::vector<TradeGroup> byWeekday(std::span<const RoundTrip> trades, Duration utcOffset)
{
    const auto weekdayOf = [&](const RoundTrip &trade) {
        const std::int64_t day = (trade.entryTime + utcOffset).utcDay() + 3; // 1970-01-01 was a Thursday
        return int(day - 7 * Timestamp::floorDiv(day, 7));
    };
    static const std::array names{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    return grouped(trades, weekdayOf, [](int weekday) { return names[std::size_t(weekday)]; });
}

std::vector<TradeGroup> byMonthOfYear(std::span<const RoundTrip> trades, Duration utcOffset)
{
    const auto monthOf = [&](const RoundTrip &trade) {
        const std::chrono::sys_days day{std::chrono::days((trade.exitTime + utcOffset).utcDay())};
        return int(unsigned(std::chrono::year_month_day(day).month())) - 1;
    };
    static const std::array names{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                  u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    return grouped(trades, monthOf, [](int month) { return names[std::size_t(month)]; });
}

std::vector<RollingPoint> rollingFigures(const DailyEquity &equity, const DailyEquity &benchmark, std::size_t window,
                                         double periodsPerYear)
{
    std::vector<RollingPoint> out;
    const bool hasBenchmark = benchmark.returns.size() == equity.returns.size();
    for (std::size_t end = window; window >= 2 && end <= equity.returns.size(); ++end) {
        const auto returns = std::span(equity.returns).subspan(end - window, window);
        RollingPoint point{equity.day[end - 1], sharpeRatio(returns, periodsPerYear),
                           annualVolatility(returns, periodsPerYear), notAvailable};
        if (hasBenchmark)
            point.beta
                = againstBenchmark(returns, std::span(benchmark.returns).subspan(end - window, window), periodsPerYear).beta;
        out.push_back(point);
    }
    return out;
}

Histogram histogramOf(std::span<const double> values, std::size_t classesMax)
{
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted), [](double value) { return std::isfinite(value); });
    if (sorted.empty())
        return {};
    std::sort(sorted.begin(), sorted.end());
    const double range = sorted.back() - sorted.front();
    if (!(range > 0))
        return {sorted.front(), 0, {int(sorted.size())}};
    const double middle = quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25);
    const double wanted = middle > 0 ? range / (2 * middle / std::cbrt(double(sorted.size()))) : double(classesMax);
    const auto classes = std::size_t(std::clamp(std::ceil(wanted), 1.0, double(classesMax)));
    Histogram out{sorted.front(), range / double(classes), std::vector<int>(classes)};
    for (const double value : sorted)
        ++out.counts[std::min(std::size_t((value - out.low) / out.width), classes - 1)];
    return out;
}

} // namespace bellwether
