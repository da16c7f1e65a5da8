#include "ui/charts/indicatorset.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// The day a bar belongs to: that of its last moment, so one that closes at midnight ends the old day.
std::int64_t dayOf(Timestamp closeTime, const ExchangeZone &zone)
{
    return (closeTime + zone.offsetAt(closeTime) - std::chrono::nanoseconds(1)).utcDay();
}

} // namespace

ComputedIndicator IndicatorSet::begun(const IndicatorSpec &spec)
{
    ComputedIndicator state;
    for (const QString &name : columnNames(spec))
        state.lines.push_back({name, {}});
    state.live = makeLiveIndicator(spec);
    return state;
}

ComputedIndicator IndicatorSet::compute(const IndicatorSpec &spec, const ExchangeZone &zone, const BarColumns &history)
{
    ComputedIndicator state = begun(spec);
    std::vector<std::vector<double>> columns(state.lines.size(), std::vector<double>(history.size()));
    std::array<double, 8> values{};
    const std::span<double> out(values.data(), columns.size());
    std::int64_t dayBefore = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < history.size(); ++i) {
        const std::int64_t day = dayOf(history.closeTime[i], zone);
        state.live->update(history.point(i), day != std::exchange(dayBefore, day), out);
        for (std::size_t line = 0; line < columns.size(); ++line)
            columns[line][i] = out[line];
    }
    for (std::size_t line = 0; line < columns.size(); ++line)
        state.lines[line].values = ValueSeries(std::move(columns[line]));
    state.fed = history.size();
    return state;
}

Result<void> IndicatorSet::add(QStringView text)
{
    const auto spec = parseIndicatorSpec(text);
    if (!spec)
        return failure(spec.error());
    const QString title = toString(*spec);
    if (contains(title))
        return failure(ErrorCode::Duplicate, u"indicator '%1' is on the chart already"_s.arg(title));
    m_entries.push_back(std::make_unique<Entry>(Entry{*spec, title, begun(*spec)}));
    return {};
}

void IndicatorSet::remove(QStringView title)
{
    std::erase_if(m_entries, [title](const auto &entry) { return entry->title == title; });
}

Result<void> IndicatorSet::replace(QStringView title, QStringView text)
{
    if (auto added = add(text); !added)
        return added;
    const auto old = std::ranges::find_if(m_entries, [title](const auto &entry) { return entry->title == title; });
    if (old != m_entries.end()) {
        *old = std::move(m_entries.back());
        m_entries.pop_back();
    }
    return {};
}

void IndicatorSet::raise(QStringView title)
{
    const auto place = std::ranges::find_if(m_entries, [title](const auto &entry) { return entry->title == title; });
    if (place == m_entries.end())
        return;
    for (auto before = place; before != m_entries.begin();) {
        --before;
        if ((*before)->spec.info->pane == (*place)->spec.info->pane) {
            std::iter_swap(before, place);
            return;
        }
    }
}

bool IndicatorSet::contains(QStringView title) const
{
    return std::ranges::any_of(m_entries, [title](const auto &entry) { return entry->title == title; });
}

QStringList IndicatorSet::titles() const
{
    QStringList titles;
    for (const auto &entry : m_entries)
        titles.append(entry->title);
    return titles;
}

void IndicatorSet::restart(ExchangeZone zone)
{
    m_zone = std::move(zone);
    for (const auto &entry : m_entries) {
        entry->state = begun(entry->spec);
        entry->isWaiting = false;
    }
}

void IndicatorSet::adopt(QStringView title, ComputedIndicator state)
{
    for (const auto &entry : m_entries) {
        if (entry->title != title || !entry->isWaiting)
            continue;
        // Plottables hold the addresses of the lines, so the lines stay where they are.
        for (std::size_t line = 0; line < entry->state.lines.size(); ++line)
            entry->state.lines[line].values = std::move(state.lines[line].values);
        entry->state.live = std::move(state.live);
        entry->state.fed = state.fed;
        entry->isWaiting = false;
    }
}

void IndicatorSet::update(const BarSeries &bars)
{
    const std::size_t count = bars.closedCount();
    for (const auto &entry : m_entries) {
        if (entry->isWaiting)
            continue;
        ComputedIndicator &state = entry->state;
        std::array<double, 8> values{};
        const std::span<double> out(values.data(), state.lines.size());
        for (; state.fed < count; ++state.fed) {
            const bool isSessionStart = state.fed == 0
                || dayOf(bars.closeTime(state.fed), m_zone) != dayOf(bars.closeTime(state.fed - 1), m_zone);
            state.live->update(bars.at(state.fed), isSessionStart, out);
            for (std::size_t line = 0; line < state.lines.size(); ++line)
                state.lines[line].values.append(out[line]);
        }
    }
}

} // namespace bellwether
