#include "core/market/markethub.h"

namespace bellwether {

namespace {

constexpr auto minute = std::chrono::minutes(1);

std::vector<const ExchangeCalendar *> calendarsOf(const InstrumentCatalogue &catalogue)
{
    std::vector<const ExchangeCalendar *> calendars;
    for (const Instrument &instrument : catalogue.all()) {
        const auto found = ExchangeCalendar::find(instrument.calendar);
        calendars.push_back(found ? *found : &ExchangeCalendar::crypto());
    }
    return calendars;
}

Timestamp minuteAfter(Timestamp time)
{
    return Timestamp::fromSeconds((Timestamp::floorDiv(time.seconds(), 60) + 1) * 60);
}

} // namespace

MarketHub::MarketHub(CataloguePtr catalogue, const std::vector<SeriesKey> &subscriptions, std::size_t historyMax)
    : MarketHub(catalogue, calendarsOf(*catalogue), subscriptions, historyMax)
{
}

MarketHub::MarketHub(CataloguePtr catalogue, std::vector<const ExchangeCalendar *> calendars,
                     const std::vector<SeriesKey> &subscriptions, std::size_t historyMax)
    : m_catalogue(std::move(catalogue)), m_historyMax(std::max<std::size_t>(historyMax, 1))
{
    if (calendars.size() != m_catalogue->size())
        throw Fault(QStringLiteral("a market hub needs one calendar per instrument"));
    for (const ExchangeCalendar *calendar : calendars) {
        Market &market = m_markets.emplace_back(Market{calendar, BarBuilder(*calendar), {}});
        market.series.emplace_back();
    }
    for (const SeriesKey &key : subscriptions)
        subscribe(key);
}

MarketHub::Series *MarketHub::find(SeriesKey key)
{
    return const_cast<Series *>(std::as_const(*this).find(key));
}

const MarketHub::Series *MarketHub::find(SeriesKey key) const
{
    if (key.instrument >= m_markets.size())
        return nullptr;
    for (const Series &series : m_markets[key.instrument].series) {
        if (series.timeframe == key.timeframe)
            return &series;
    }
    return nullptr;
}

void MarketHub::subscribe(SeriesKey key)
{
    if (key.instrument >= m_markets.size() || find(key))
        return;
    Market &market = m_markets[key.instrument];
    Series made;
    made.timeframe = key.timeframe;
    made.aggregator.emplace(key.timeframe, *market.calendar);
    for (const Series &shorter : market.series) {
        if (shorter.timeframe > key.timeframe || shorter.bars.isEmpty())
            continue;
        // The shortest series there is; the first bucket is left out unless it is whole, which only its start tells.
        const auto first = bucketAt(shorter.bars.closeTime[0] - Duration(1), key.timeframe, *market.calendar);
        for (std::size_t row = 0; row < shorter.bars.size(); ++row) {
            for (const Bar &bar : made.aggregator->push(shorter.bars.bar(row))) {
                const bool isPartial = first && bar.closeTime == first->end
                    && first->start < shorter.bars.closeTime[0] - durationOf(shorter.timeframe);
                if (!isPartial)
                    store(made, bar);
            }
        }
        break;
    }
    const auto place = std::find_if(market.series.begin(), market.series.end(),
                                    [&](const Series &series) { return series.timeframe > key.timeframe; });
    market.series.insert(place, std::move(made));
}

void MarketHub::load(MarketFeed &feed, std::size_t count)
{
    for (InstrumentIndex index = 0; index < m_markets.size(); ++index) {
        Market &market = m_markets[index];
        std::vector<Timeframe> timeframes;
        for (const Series &series : market.series)
            timeframes.push_back(series.timeframe);
        market.series.resize(1);
        market.series[0] = {};
        market.series[0].bars = feed.history(index, Timeframe::M1, count);
        for (const Timeframe timeframe : timeframes) {
            if (timeframe == Timeframe::M1)
                continue;
            subscribe({index, timeframe});
            prepend({index, timeframe}, feed.history(index, timeframe, count));
        }
    }
}

void MarketHub::prepend(SeriesKey key, const BarColumns &older)
{
    Series *series = find(key);
    if (!series)
        return;
    std::size_t rows = older.size();
    if (!series->bars.isEmpty())
        rows = std::size_t(std::lower_bound(older.closeTime.begin(), older.closeTime.end(), series->bars.closeTime[0]) - older.closeTime.begin());
    BarColumns joined;
    joined.append(older, 0, rows);
    joined.append(series->bars, 0, series->bars.size());
    const std::size_t excess = joined.size() - std::min(joined.size(), m_historyMax);
    series->bars = {};
    series->bars.append(joined, excess, joined.size());
    series->shared.reset();
}

MarketBatchPtr MarketHub::enrich(const MarketBatch &raw)
{
    auto out = std::make_shared<MarketBatch>();
    out->reserve(raw.size() + 16);
    for (const MarketEvent &event : raw) {
        if (event.time >= m_nextMinute)
            closeMinutes(event.time, *out);
        Market &market = m_markets.at(event.instrument);
        if (const auto *timed = std::get_if<TimedBar>(&event.payload)) {
            if (timed->timeframe > market.feedTimeframe)
                continue;
            // A feed of prints that knows a minute from its venue as well: one without prints, or one it missed.
            if (!market.hasPrints) {
                market.feedTimeframe = timed->timeframe;
                market.hasFeedBars = true;
            }
            takeBar(event.instrument, timed->timeframe, timed->bar, *out);
            continue;
        }
        if (const auto *trade = std::get_if<TapeTrade>(&event.payload); trade && (!market.hasFeedBars || market.feedTimeframe == Timeframe::M1)) {
            market.hasPrints = true;
            market.hasFeedBars = false;
            takeBuilt(event.instrument, market.builder.push(*trade), *out);
        }
        m_lastTime = std::max(m_lastTime, event.time);
        out->push_back(event);
        out->back().sequence = ++m_sequence;
    }
    return out;
}

MarketBatchPtr MarketHub::flush(Timestamp now)
{
    auto out = std::make_shared<MarketBatch>();
    closeMinutes(now, *out);
    return out->empty() ? nullptr : MarketBatchPtr(std::move(out));
}

void MarketHub::closeMinutes(Timestamp now, MarketBatch &out)
{
    m_nextMinute = minuteAfter(now);
    for (InstrumentIndex index = 0; index < m_markets.size(); ++index) {
        Market &market = m_markets[index];
        if (market.hasPrints && !market.hasFeedBars)
            takeBuilt(index, market.builder.advanceTo(now), out);
        // Bars of a feed that close at this very moment may come later, in this batch or the next one.
        const Timestamp passed = market.hasFeedBars ? now - Duration(1) : now;
        for (std::size_t i = 1; i < market.series.size(); ++i) {
            if (const auto bar = market.series[i].aggregator->flush(passed)) {
                store(market.series[i], *bar);
                emitBar(index, market.series[i].timeframe, *bar, out);
            }
        }
    }
}

void MarketHub::takeBuilt(InstrumentIndex index, const std::vector<BuiltBar> &built, MarketBatch &out)
{
    for (const BuiltBar &one : built) {
        BarColumns &bars = m_markets[index].series[0].bars;
        if (!one.isRevision && (bars.isEmpty() || bars.closeTime.back() < one.bar.closeTime)) {
            takeBar(index, Timeframe::M1, one.bar, out);
            continue;
        }
        // A late print: what strategies were told stays told, what charts and warm-ups read is put right.
        const auto row = std::lower_bound(bars.closeTime.begin(), bars.closeTime.end(), one.bar.closeTime) - bars.closeTime.begin();
        if (std::size_t(row) < bars.size() && bars.closeTime[std::size_t(row)] == one.bar.closeTime) {
            const BarPoint point = pointOf(one.bar);
            const auto at = std::size_t(row);
            bars.open[at] = point.open;
            bars.high[at] = point.high;
            bars.low[at] = point.low;
            bars.close[at] = point.close;
            bars.volume[at] = point.volume;
            m_markets[index].series[0].shared.reset();
        }
        ++m_revisions;
    }
}

void MarketHub::takeBar(InstrumentIndex index, Timeframe timeframe, const Bar &bar, MarketBatch &out)
{
    Market &market = m_markets[index];
    Series *series = find({index, timeframe});
    if (!series) { // a feed of longer bars: nobody asked for them, yet longer ones may come of them
        subscribe({index, timeframe});
        series = find({index, timeframe});
    }
    const bool isNew = series->bars.isEmpty() || series->bars.closeTime.back() < bar.closeTime;
    if (!isNew)
        return; // told before
    store(*series, bar);
    emitBar(index, timeframe, bar, out);
    for (Series &longer : market.series) {
        if (longer.timeframe <= timeframe)
            continue;
        for (const Bar &closed : longer.aggregator->push(bar)) {
            store(longer, closed);
            emitBar(index, longer.timeframe, closed, out);
        }
    }
}

void MarketHub::emitBar(InstrumentIndex index, Timeframe timeframe, const Bar &bar, MarketBatch &out)
{
    // Time never goes back, also where a bar is known to have closed only later.
    m_lastTime = std::max(m_lastTime, bar.closeTime);
    out.push_back({++m_sequence, index, m_lastTime, TimedBar{timeframe, bar}});
}

void MarketHub::store(Series &series, const Bar &bar)
{
    series.shared.reset();
    series.bars.append(bar);
    if (series.bars.size() < m_historyMax + m_historyMax / 4 + 1)
        return;
    // In one piece now and then: erasing the front costs a move of the rest.
    const auto excess = std::ptrdiff_t(series.bars.size() - m_historyMax);
    series.bars.closeTime.erase(series.bars.closeTime.begin(), series.bars.closeTime.begin() + excess);
    for (auto *column : {&series.bars.open, &series.bars.high, &series.bars.low, &series.bars.close, &series.bars.volume})
        column->erase(column->begin(), column->begin() + excess);
}

std::shared_ptr<const BarColumns> MarketHub::history(SeriesKey key) const
{
    const Series *series = find(key);
    if (!series)
        return nullptr;
    if (!series->shared)
        series->shared = std::make_shared<const BarColumns>(series->bars);
    return series->shared;
}

std::vector<BarPoint> MarketHub::closedSince(SeriesKey key, Timestamp after) const
{
    std::vector<BarPoint> points;
    if (const Series *series = find(key)) {
        const auto &times = series->bars.closeTime;
        for (auto row = std::size_t(std::upper_bound(times.begin(), times.end(), after) - times.begin()); row < times.size(); ++row)
            points.push_back(series->bars.point(row));
    }
    return points;
}

std::optional<BarPoint> MarketHub::forming(SeriesKey key) const
{
    const Series *series = find(key);
    if (!series)
        return {};
    const Market &market = m_markets[key.instrument];
    std::optional<BarPoint> growing;
    if (const auto built = market.hasFeedBars ? std::nullopt : market.builder.forming())
        growing = pointOf(built->bar);
    if (!series->aggregator)
        return growing;
    const auto soFar = series->aggregator->forming();
    if (!growing)
        return soFar ? std::optional(pointOf(*soFar)) : std::nullopt;
    const auto bucket = bucketAt(growing->closeTime - minute, key.timeframe, *market.calendar);
    if (!bucket)
        return soFar ? std::optional(pointOf(*soFar)) : std::nullopt;
    BarPoint joined = *growing;
    joined.closeTime = bucket->end;
    if (soFar && soFar->closeTime == bucket->end) {
        joined.open = soFar->open.toDouble();
        joined.high = std::max(joined.high, soFar->high.toDouble());
        joined.low = std::min(joined.low, soFar->low.toDouble());
        joined.volume += soFar->volume;
    }
    return joined;
}

} // namespace bellwether
