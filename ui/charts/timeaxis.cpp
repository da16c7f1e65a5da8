#include "ui/charts/timeaxis.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double labelPixels = 84; ///< room of one time label

QDateTime wallClock(std::int64_t ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

} // namespace

void TimeAxis::reset(const std::vector<Timestamp> &closeTimes)
{
    m_labelMs.clear();
    m_boundaries.clear();
    m_closeTimes.clear();
    m_labelMs.reserve(closeTimes.size());
    m_boundaries.reserve(closeTimes.size());
    for (std::size_t i = 0; i < closeTimes.size(); ++i)
        set(i, closeTimes[i]);
}

void TimeAxis::set(std::size_t index, Timestamp closeTime)
{
    if (index >= m_labelMs.size()) {
        m_labelMs.resize(index + 1);
        m_boundaries.resize(index + 1, TimeBoundary::None);
        m_closeTimes.resize(index + 1);
    } else if (m_closeTimes[index] == closeTime && index > 0) {
        return;
    }
    m_closeTimes[index] = closeTime;
    Timestamp begin = closeTime - std::chrono::milliseconds(1);
    if (isIntraday(m_timeframe)) {
        begin = closeTime - durationOf(m_timeframe);
        // The last bar of a session is shorter than its timeframe and begins where the one before it closed.
        if (index > 0 && m_closeTimes[index - 1] > begin)
            begin = m_closeTimes[index - 1];
    }
    m_labelMs[index] = (begin + m_zone.offset).ms();
    m_boundaries[index] = index == 0 ? TimeBoundary::Day
                                     : boundaryBetween(wallClock(m_labelMs[index - 1]), wallClock(m_labelMs[index]));
}

TimeBoundary TimeAxis::boundaryBetween(const QDateTime &before, const QDateTime &now) const
{
    const QDate was = before.date();
    const QDate is = now.date();
    if (was.year() != is.year())
        return TimeBoundary::Year;
    if (was.month() != is.month())
        return TimeBoundary::Month;
    if (was != is)
        return TimeBoundary::Day;
    const int minutesBefore = before.time().msecsSinceStartOfDay() / 60'000;
    const int minutesNow = now.time().msecsSinceStartOfDay() / 60'000;
    if (minutesBefore / 360 != minutesNow / 360)
        return TimeBoundary::QuarterDay;
    if (minutesBefore / 60 != minutesNow / 60)
        return TimeBoundary::Hour;
    if (minutesBefore / 15 != minutesNow / 15)
        return TimeBoundary::QuarterHour;
    return minutesBefore != minutesNow ? TimeBoundary::Minute : TimeBoundary::None;
}

QDateTime TimeAxis::labelTime(std::size_t index) const { return wallClock(m_labelMs[index]); }

QString TimeAxis::tickText(std::size_t index) const
{
    const QDateTime time = labelTime(index);
    switch (m_boundaries[index]) {
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
    if (m_boundaries.empty() || first >= m_boundaries.size())
        return {};
    last = std::min(last, m_boundaries.size() - 1);
    // Windows aligned to absolute indices keep the labels still while the chart is dragged.
    const auto window = std::max<std::size_t>(1, std::size_t(std::ceil(stride)));
    std::vector<std::size_t> best;
    for (std::size_t start = first / window * window; start <= last; start += window) {
        const std::size_t end = std::min(start + window, m_boundaries.size());
        const auto found = std::max_element(m_boundaries.begin() + std::ptrdiff_t(start),
                                            m_boundaries.begin() + std::ptrdiff_t(end));
        best.push_back(std::size_t(found - m_boundaries.begin()));
    }
    std::stable_sort(best.begin(), best.end(),
                     [this](std::size_t a, std::size_t b) { return m_boundaries[a] > m_boundaries[b]; });
    std::vector<std::size_t> chosen;
    for (const std::size_t index : best) {
        const bool isFree = std::none_of(chosen.begin(), chosen.end(), [&](std::size_t other) {
            return std::fabs(double(other) - double(index)) < 0.75 * double(window);
        });
        if (isFree && index >= first)
            chosen.push_back(index);
    }
    std::sort(chosen.begin(), chosen.end());
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

QString PriceTicker::getTickLabel(double tick, const QLocale &, QChar, int) { return text(tick); }

} // namespace bellwether
