#include "core/storage/quality.h"

#include "core/market/baraggregator.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::int64_t nsPerDay = 86'400'000'000'000;

// Bars of `step` that end in sessions after `from` and before `to`.
std::int64_t expectedBetween(Timestamp from, Timestamp to, Duration step, const ExchangeCalendar &calendar)
{
    std::int64_t count = 0;
    const bool isDaily = step.count() >= nsPerDay;
    for (std::int64_t day = calendar.localDay(from); day <= calendar.localDay(to); ++day) {
        const std::vector<Session> sessions = calendar.sessionsOn(day);
        if (isDaily) {
            if (!sessions.empty() && sessions.back().close > from && sessions.back().close < to)
                ++count;
            continue;
        }
        for (const Session &session : sessions) {
            const std::int64_t length = (session.close - session.open).count();
            const std::int64_t buckets = (length + step.count() - 1) / step.count();
            // Bucket k ends at open + (k + 1) × step, the last one at the close: count the ends inside (from, to).
            const std::int64_t first = std::clamp<std::int64_t>(Timestamp::floorDiv((from - session.open).count(), step.count()), 0, buckets);
            std::int64_t last = std::clamp<std::int64_t>(Timestamp::floorDiv((to - session.open).count() - 1, step.count()), 0, buckets);
            if (session.close < to)
                last = buckets;
            count += std::max<std::int64_t>(last - (from >= session.close ? buckets : first), 0);
        }
    }
    return isDaily && step.count() > nsPerDay ? count / 5 : count;
}

bool isWeekend(Timestamp time)
{
    const std::int64_t weekday = ((time.utcDay() + 3) % 7 + 7) % 7;
    return weekday >= 5;
}

std::int64_t weekdaysBetween(Timestamp from, Timestamp to)
{
    std::int64_t count = 0;
    for (std::int64_t day = from.utcDay() + 1; day < to.utcDay(); ++day)
        count += isWeekend(Timestamp::fromNs(day * nsPerDay)) ? 0 : 1;
    return count;
}

QString dayAndMinute(Timestamp time) { return toIsoString(time).left(16).replace(u'T', u' ') + u'Z'; }

QString lineList(const std::vector<std::int64_t> &lines)
{
    QStringList parts;
    for (std::size_t i = 0; i < lines.size() && parts.size() < 8; ++i) {
        std::size_t last = i;
        while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1)
            ++last;
        parts << (last == i ? QString::number(lines[i]) : u"%1-%2"_s.arg(lines[i]).arg(lines[last]));
        i = last;
    }
    return parts.join(u", "_s);
}

} // namespace

QString toString(BarFaultKind kind)
{
    switch (kind) {
    case BarFaultKind::FieldCount: return u"field_count"_s;
    case BarFaultKind::BlankDate: return u"blank_date"_s;
    case BarFaultKind::BadTime: return u"bad_time"_s;
    case BarFaultKind::EmptyValues: return u"empty_values"_s;
    case BarFaultKind::BadNumber: return u"bad_number"_s;
    case BarFaultKind::ZeroRow: return u"zero_row"_s;
    case BarFaultKind::ZeroPrice: return u"zero_price"_s;
    case BarFaultKind::NegativePrice: return u"negative_price"_s;
    case BarFaultKind::NegativeVolume: return u"negative_volume"_s;
    case BarFaultKind::HighLowBroken: return u"high_low_broken"_s;
    case BarFaultKind::Conflict: return u"conflict"_s;
    case BarFaultKind::Duplicate: return u"duplicate"_s;
    case BarFaultKind::OutOfOrder: return u"out_of_order"_s;
    case BarFaultKind::LevelJump: return u"level_jump"_s;
    case BarFaultKind::PriceStep: return u"price_step"_s;
    case BarFaultKind::FrozenRun: return u"frozen_run"_s;
    }
    return {};
}

bool QualityReport::hasRefusedRows() const
{
    return std::any_of(faults.begin(), faults.end(), [](const auto &fault) { return isRefused(fault.first); });
}

QJsonObject QualityReport::toJson() const
{
    QJsonArray gapList;
    for (const BarGap &gap : gaps) {
        gapList.append(QJsonObject{{u"last_before"_s, toIsoString(gap.lastBefore)},
                                   {u"first_after"_s, toIsoString(gap.firstAfter)},
                                   {u"missing_bars"_s, qint64(gap.missing)}});
    }
    QJsonObject faultList;
    for (const auto &[kind, group] : faults) {
        QJsonArray lines;
        for (const std::int64_t line : group.lines)
            lines.append(qint64(line));
        faultList[toString(kind)] = QJsonObject{{u"first"_s, qint64(group.lines.front())},
                                                {u"last"_s, qint64(group.lines.back())},
                                                {u"count"_s, qint64(group.lines.size())},
                                                {u"lines"_s, lines},
                                                {u"detail"_s, group.firstDetail},
                                                {u"refused"_s, isRefused(kind)}};
    }
    return {{u"rows"_s, qint64(rows)},
            {u"accepted"_s, qint64(accepted)},
            {u"step_s"_s, qint64(step.count() / 1'000'000'000)},
            {u"first"_s, rows > 0 ? QJsonValue(toIsoString(from)) : QJsonValue()},
            {u"last"_s, rows > 0 ? QJsonValue(toIsoString(to)) : QJsonValue()},
            {u"missing_bars"_s, qint64(missing)},
            {u"gaps"_s, gapList},
            {u"duplicates"_s, qint64(duplicates)},
            {u"out_of_order"_s, qint64(outOfOrder)},
            {u"bad_ohlc"_s, qint64(badOhlc)},
            {u"zero_volume"_s, qint64(zeroVolume)},
            {u"faults"_s, faultList}};
}

QString QualityReport::toText() const
{
    QString text = u"%1 rows, %2 bars"_s.arg(rows).arg(accepted);
    if (accepted > 0)
        text += u", %1 to %2"_s.arg(dayAndMinute(from), dayAndMinute(to));
    text += u'\n';
    text += u"gaps: %1 (%2 bars missing), duplicates: %3, out of order: %4, bad high/low: %5, zero volume: %6\n"_s
                .arg(gaps.size()).arg(missing).arg(duplicates).arg(outOfOrder).arg(badOhlc).arg(zeroVolume);
    for (std::size_t i = 0; i < std::min<std::size_t>(gaps.size(), 10); ++i) {
        text += u"  gap: %1 to %2, %3 missing\n"_s.arg(dayAndMinute(gaps[i].lastBefore), dayAndMinute(gaps[i].firstAfter))
                    .arg(gaps[i].missing);
    }
    if (gaps.size() > 10)
        text += u"  and %1 more gaps\n"_s.arg(gaps.size() - 10);
    for (const auto &[kind, group] : faults) {
        text += u"  %1: %2 %3, lines %4 (%5)\n"_s.arg(isRefused(kind) ? u"refused"_s : u"warning"_s, toString(kind))
                    .arg(group.lines.size())
                    .arg(lineList(group.lines), group.firstDetail);
    }
    return text;
}

Duration usualStep(const std::vector<Timestamp> &times)
{
    std::unordered_map<std::int64_t, std::size_t> counts;
    Duration best{};
    std::size_t bestCount = 0;
    for (std::size_t i = 1; i < std::min<std::size_t>(times.size(), 50'000); ++i) {
        const Duration distance = times[i] - times[i - 1];
        if (distance.count() <= 0)
            continue;
        const std::size_t count = ++counts[distance.count()];
        if (count > bestCount || (count == bestCount && distance < best)) {
            best = distance;
            bestCount = count;
        }
    }
    return best;
}

Timestamp openTimeOf(Timestamp closeTime, Duration step, const ExchangeCalendar *calendar)
{
    if (calendar && !calendar->isAlwaysOpen() && step.count() >= nsPerDay) {
        const Timeframe timeframe = step.count() == nsPerDay ? Timeframe::D1 : Timeframe::W1;
        if (const auto bucket = bucketAt(closeTime - Duration(1), timeframe, *calendar))
            return bucket->start;
    }
    return closeTime - step;
}

std::vector<BarGap> findGaps(const BarColumns &bars, Duration step, const ExchangeCalendar *calendar)
{
    std::vector<BarGap> gaps;
    if (step.count() <= 0 || bars.size() < 2)
        return gaps;
    const bool hasSessions = calendar && !calendar->isAlwaysOpen();
    const bool isDaily = step.count() >= nsPerDay;
    const auto opened = [&](std::size_t row) { return openTimeOf(bars.closeTime[row], step, calendar); };
    const bool isWeekdayOnly = step.count() == nsPerDay && !hasSessions && [&] {
        for (std::size_t row = 0; row < bars.size(); ++row) {
            if (isWeekend(opened(row)))
                return false;
        }
        return true;
    }();
    for (std::size_t row = 1; row < bars.size(); ++row) {
        const Duration distance = bars.closeTime[row] - bars.closeTime[row - 1];
        if (distance <= step && !(hasSessions && isDaily))
            continue;
        std::int64_t missing = 0;
        if (hasSessions)
            missing = expectedBetween(bars.closeTime[row - 1], bars.closeTime[row], step, *calendar);
        else if (isWeekdayOnly)
            missing = distance.count() > 4 * nsPerDay ? weekdaysBetween(opened(row - 1), opened(row)) : 0;
        else
            missing = (distance.count() + step.count() / 2) / step.count() - 1;
        if (missing > 0)
            gaps.push_back({opened(row - 1), opened(row), missing});
    }
    return gaps;
}

QualityReport assess(const BarColumns &bars, Timeframe timeframe, const ExchangeCalendar *calendar)
{
    QualityReport report;
    report.rows = report.accepted = std::int64_t(bars.size());
    report.step = durationOf(timeframe);
    if (bars.isEmpty())
        return report;
    report.from = openTimeOf(bars.closeTime.front(), report.step, calendar);
    report.to = openTimeOf(bars.closeTime.back(), report.step, calendar);
    report.gaps = findGaps(bars, report.step, calendar);
    for (const BarGap &gap : report.gaps)
        report.missing += gap.missing;
    report.zeroVolume = std::count(bars.volume.begin(), bars.volume.end(), 0.0);
    return report;
}

} // namespace bellwether
