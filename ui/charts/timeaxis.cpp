#include "ui/charts/timeaxis.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ranges>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double labelPixels = 84; ///< room of one time label
constexpr std::int64_t dayMs = 86'400'000;

TimeBoundary boundaryBetween(std::int64_t beforeMs, std::int64_t nowMs)
{
    const std::int64_t dayBefore = Timestamp::floorDiv(beforeMs, dayMs);
    const std::int64_t day = Timestamp::floorDiv(nowMs, dayMs);
    if (day != dayBefore) {
        const auto dateOf = [](std::int64_t days) {
            return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days)));
        };
        const auto was = dateOf(dayBefore);
        const auto is = dateOf(day);
        return was.year() != is.year() ? TimeBoundary::Year
            : was.month() != is.month() ? TimeBoundary::Month
                                        : TimeBoundary::Day;
    }
    const std::int64_t minutesBefore = (beforeMs - day * dayMs) / 60'000;
    const std::int64_t minutes = (nowMs - day * dayMs) / 60'000;
    if (minutesBefore / 360 != minutes / 360)
        return TimeBoundary::QuarterDay;
    if (minutesBefore / 60 != minutes / 60)
        return TimeBoundary::Hour;
    if (minutesBefore / 15 != minutes / 15)
        return TimeBoundary::QuarterHour;
    return minutesBefore != minutes ? TimeBoundary::Minute : TimeBoundary::None;
}

} // namespace

std::int64_t TimeAxis::labelMs(std::size_t index) const
{
    const Timestamp closeTime = m_bars->closeTime(index);
    Timestamp begin = closeTime - std::chrono::milliseconds(1);
    if (isIntraday(m_timeframe)) {
        begin = closeTime - durationOf(m_timeframe);
        // The last bar of a session is shorter than its timeframe and begins where the one before it closed.
        if (index > 0)
            begin = std::max(begin, m_bars->closeTime(index - 1));
    }
    return (begin + m_zone.offsetAt(begin)).ms();
}

TimeBoundary TimeAxis::boundary(std::size_t index) const
{
    return index == 0 ? TimeBoundary::Day : boundaryBetween(labelMs(index - 1), labelMs(index));
}

QDateTime TimeAxis::labelTime(std::size_t index) const
{
    return QDateTime::fromMSecsSinceEpoch(labelMs(index), Qt::UTC);
}

Timestamp TimeAxis::timeAt(double index) const
{
    if (m_bars->isEmpty())
        return {};
    const auto last = std::int64_t(m_bars->size()) - 1;
    const auto wanted = std::int64_t(std::llround(index));
    const std::int64_t held = std::clamp(wanted, std::int64_t(0), last);
    return m_bars->closeTime(std::size_t(held)) + durationOf(m_timeframe) * (wanted - held);
}

double TimeAxis::indexAt(Timestamp time) const
{
    if (m_bars->isEmpty())
        return 0;
    const std::size_t held = m_bars->indexAt(time);
    const Timestamp there = m_bars->closeTime(held);
    const Duration bar = durationOf(m_timeframe);
    if (time > there)
        return double(held) + double((time - there).count()) / double(bar.count());
    if (held == 0)
        return double((time - there).count() / bar.count());
    return double(held);
}

QString TimeAxis::tickText(std::size_t index) const
{
    const QDateTime time = labelTime(index);
    switch (boundary(index)) {
    case TimeBoundary::Year: return time.toString(u"yyyy"_s);
    case TimeBoundary::Month: return QLocale(QLocale::English).toString(time, u"MMM"_s);
    case TimeBoundary::Day: return QLocale(QLocale::English).toString(time, u"d MMM"_s);
    case TimeBoundary::QuarterDay:
    case TimeBoundary::Hour:
    case TimeBoundary::QuarterHour:
    case TimeBoundary::Minute:
    case TimeBoundary::None: break;
    }
    return isIntraday(m_timeframe) ? time.toString(u"HH:mm"_s) : QLocale(QLocale::English).toString(time, u"d MMM"_s);
}

QString TimeAxis::fullText(std::size_t index) const
{
    const QLocale english(QLocale::English);
    if (!isIntraday(m_timeframe))
        return english.toString(labelTime(index), u"ddd d MMM yyyy"_s);
    return english.toString(labelTime(index), u"ddd d MMM yyyy HH:mm"_s) + u' ' + m_zone.name;
}

std::vector<std::size_t> TimeAxis::ticks(std::size_t first, std::size_t last, double stride) const
{
    if (size() == 0 || first >= size())
        return {};
    last = std::min(last, size() - 1);
    // Windows aligned to absolute indices keep the labels still while the chart is dragged.
    const auto window = std::max<std::size_t>(1, std::size_t(std::ceil(stride)));
    struct Tick {
        std::size_t index;
        TimeBoundary boundary;
    };
    std::vector<Tick> best;
    for (std::size_t start = first / window * window; start <= last; start += window) {
        // The greatest boundary inside a window is the one between its ends, at the first bar that lies beyond it.
        const std::size_t end = std::min(start + window, size());
        const auto places = std::views::iota(start, end);
        if (start == 0) {
            best.push_back({0, TimeBoundary::Day});
            continue;
        }
        const std::int64_t before = labelMs(start - 1);
        const TimeBoundary greatest = boundaryBetween(before, labelMs(end - 1));
        const auto at = std::ranges::partition_point(
            places, [&](std::size_t i) { return boundaryBetween(before, labelMs(i)) < greatest; });
        best.push_back({at == places.end() ? start : *at, greatest});
    }
    std::ranges::stable_sort(best, [](const Tick &a, const Tick &b) { return a.boundary > b.boundary; });
    std::vector<std::size_t> chosen;
    for (const Tick &tick : best) {
        const bool isFree = std::none_of(chosen.begin(), chosen.end(), [&](std::size_t other) {
            return std::fabs(double(other) - double(tick.index)) < 0.75 * double(window);
        });
        if (isFree && tick.index >= first)
            chosen.push_back(tick.index);
    }
    std::ranges::sort(chosen);
    return chosen;
}

void TimeTicker::generate(const QCPRange &range, const QLocale &, QChar, int, QVector<double> &ticks,
                          QVector<double> *subTicks, QVector<QString> *tickLabels)
{
    ticks.clear();
    if (subTicks)
        subTicks->clear();
    if (tickLabels)
        tickLabels->clear();
    if (range.upper < 0 || m_axis->size() == 0)
        return;
    const auto first = std::size_t(std::max(0.0, std::ceil(range.lower)));
    for (const std::size_t index : m_axis->ticks(first, std::size_t(range.upper), labelPixels / m_pixelsPerBar)) {
        ticks.append(double(index));
        if (tickLabels)
            tickLabels->append(m_axis->tickText(index));
    }
}

QString PriceTicker::text(double value) const
{
    if (m_base > 0)
        return m_format->signedPercent((value / m_base - 1) * 100);
    return m_format->number(value, m_decimals);
}

QVector<double> PriceTicker::createTickVector(double tickStep, const QCPRange &range)
{
    if (m_base > 0) {
        const QCPRange percent((range.lower / m_base - 1) * 100, (range.upper / m_base - 1) * 100);
        QVector<double> ticks = QCPAxisTicker::createTickVector(getTickStep(percent), percent);
        for (double &tick : ticks)
            tick = m_base * (1 + tick / 100);
        return ticks;
    }
    if (!m_isLogarithmic || range.lower <= 0 || range.upper / range.lower < 4)
        return QCPAxisTicker::createTickVector(tickStep, range);
    QVector<double> ticks;
    for (double power = std::pow(10, std::floor(std::log10(range.lower))); power <= range.upper; power *= 10) {
        for (const double digit : {1.0, 2.0, 5.0}) {
            if (power * digit >= range.lower && power * digit <= range.upper)
                ticks.append(power * digit);
        }
    }
    return ticks;
}

QString PriceTicker::getTickLabel(double tick, const QLocale &, QChar, int) { return text(tick); }

} // namespace bellwether
