#include "ui/charts/indicatorset.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace bellwether {

Result<void> IndicatorSet::add(QStringView text)
{
    const auto spec = parseIndicatorSpec(text);
    if (!spec)
        return failure(spec.error());
    Entry entry;
    entry.spec = *spec;
    entry.title = toString(*spec);
    if (contains(entry.title))
        return failure(ErrorCode::Duplicate, u"indicator '%1' is on the chart already"_s.arg(entry.title));
    restart(entry);
    m_entries.push_back(std::move(entry));
    return {};
}

void IndicatorSet::remove(QStringView title)
{
    std::erase_if(m_entries, [title](const Entry &entry) { return entry.title == title; });
}

bool IndicatorSet::contains(QStringView title) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [title](const Entry &entry) { return entry.title == title; });
}

QStringList IndicatorSet::titles() const
{
    QStringList titles;
    for (const Entry &entry : m_entries)
        titles.append(entry.title);
    return titles;
}

void IndicatorSet::restart(Entry &entry)
{
    entry.lines.clear();
    for (const QString &name : columnNames(entry.spec))
        entry.lines.push_back({name, {}});
    entry.live = makeLiveIndicator(entry.spec);
    entry.fed = 0;
}

void IndicatorSet::restart(ExchangeZone zone)
{
    m_zone = std::move(zone);
    for (Entry &entry : m_entries)
        restart(entry);
}

void IndicatorSet::update(const BarSeries &bars)
{
    const std::size_t count = bars.closedCount();
    const auto dayOf = [&](std::size_t index) {
        // A bar belongs to the day of its last moment, so one that closes at midnight ends the old day.
        return (bars.columns().closeTime[index] + m_zone.offset - std::chrono::nanoseconds(1)).utcDay();
    };
    for (Entry &entry : m_entries) {
        std::array<double, 8> values{};
        const std::span<double> out(values.data(), entry.lines.size());
        for (; entry.fed < count; ++entry.fed) {
            const bool isSessionStart = entry.fed == 0 || dayOf(entry.fed) != dayOf(entry.fed - 1);
            entry.live->update(bars.at(entry.fed), isSessionStart, out);
            for (std::size_t line = 0; line < entry.lines.size(); ++line)
                entry.lines[line].values.push_back(out[line]);
        }
    }
}

} // namespace bellwether
