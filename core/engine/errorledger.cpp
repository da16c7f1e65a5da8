#include "core/engine/errorledger.h"

#include <algorithm>

namespace bellwether {

void ErrorLedger::note(ErrorClass errorClass, ErrorRecovery recovery, Timestamp now, const QString &text)
{
    auto &[row, times] = m_kept[std::size_t(errorClass)];
    ++row.count;
    ++row.recoveries[std::size_t(recovery)];
    row.lastAt = now;
    row.lastRecovery = recovery;
    row.lastText = text;
    times.push_back(now);
    while (times.size() > timesKept || times.front() <= now - std::chrono::hours(1))
        times.pop_front();
}

std::vector<ErrorRow> ErrorLedger::rows(Timestamp now) const
{
    std::vector<ErrorRow> rows;
    for (const ErrorClass each : allErrorClasses) {
        const auto &[row, times] = m_kept[std::size_t(each)];
        rows.push_back(row);
        rows.back().errorClass = each;
        rows.back().lastHour = std::uint64_t(times.end() - std::upper_bound(times.begin(), times.end(), now - std::chrono::hours(1)));
    }
    return rows;
}

} // namespace bellwether
