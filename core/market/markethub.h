#pragma once

#include "core/market/baraggregator.h"
#include "core/market/barbuilder.h"
#include "core/market/marketfeed.h"

namespace bellwether {

/// A bar series of a desk.
struct SeriesKey {
    InstrumentIndex instrument = 0;
    Timeframe timeframe = Timeframe::M1;
    auto operator<=>(const SeriesKey &) const = default;
};

/// Makes bars of what a feed gives, on the feed's thread: one-minute bars from prints where the feed has no bars of its
/// own, and every subscribed longer timeframe from the shortest bars there are. Keeps the bars for charts and warm-up.
///
/// The enriched batch counts events from 1 without holes. A bar stands before the first event at or after its close, a
/// derived bar right after the bar that completed it, shorter timeframes first, instruments by index. Longer bars than
/// the shortest of an instrument's feed are dropped: the hub derives its own.
class MarketHub {
public:
    /// Bars kept per series.
    static constexpr std::size_t historyMaxDefault = 20'000;

    /// `calendars` has one entry per instrument of the catalogue; they outlive the hub. One-minute bars are always kept;
    /// name the longer timeframes that strategies and charts need.
    MarketHub(CataloguePtr catalogue, std::vector<const ExchangeCalendar *> calendars,
              const std::vector<SeriesKey> &subscriptions, std::size_t historyMax = historyMaxDefault);
    /// With the calendars that the instruments name; one that does not ship counts as crypto.
    MarketHub(CataloguePtr catalogue, const std::vector<SeriesKey> &subscriptions,
              std::size_t historyMax = historyMaxDefault);

    /// Adds a series while running; its past is made from the one-minute bars that are kept. No effect where it exists.
    void subscribe(SeriesKey key);
    /// Fills every series from the feed's history, at most `count` bars each. Before the first batch.
    void load(MarketFeed &feed, std::size_t count);
    /// Puts bars that lie before everything the series holds in front of it.
    void prepend(SeriesKey key, const BarColumns &older);

    /// The events of `raw` with the bars that they closed.
    MarketBatchPtr enrich(const MarketBatch &raw);
    /// Time passed: the bars that closed by it. Null where there are none.
    MarketBatchPtr flush(Timestamp now);

    /// The closed bars that are kept; the same pointer until the series changes. Null without a subscription.
    std::shared_ptr<const BarColumns> history(SeriesKey key) const;
    /// The kept bars that closed after `after`.
    std::vector<BarPoint> closedSince(SeriesKey key, Timestamp after) const;
    /// The bar in progress, stamped with the end of its interval.
    std::optional<BarPoint> forming(SeriesKey key) const;

    std::uint64_t lastSequence() const { return m_sequence; }
    /// Late prints that changed a bar after it was delivered; the kept bar is corrected, no event tells.
    std::uint64_t revisions() const { return m_revisions; }

private:
    struct Series {
        Timeframe timeframe = Timeframe::M1;
        BarColumns bars;
        mutable std::shared_ptr<const BarColumns> shared; ///< copy given out, dropped by the next bar
        std::optional<BarAggregator> aggregator;          ///< none for the shortest timeframe
    };
    struct Market {
        const ExchangeCalendar *calendar = nullptr;
        BarBuilder builder;
        std::vector<Series> series;          ///< by timeframe; the first is one minute
        Timeframe feedTimeframe = Timeframe::W1; ///< shortest bar of the feed seen
        bool hasFeedBars = false;
        bool hasPrints = false;
    };
    void closeMinutes(Timestamp now, MarketBatch &out);
    void takeBuilt(InstrumentIndex index, const std::vector<BuiltBar> &built, MarketBatch &out);
    void takeBar(InstrumentIndex index, Timeframe timeframe, const Bar &bar, MarketBatch &out);
    void emitBar(InstrumentIndex index, Timeframe timeframe, const Bar &bar, MarketBatch &out);
    void store(Series &series, const Bar &bar);
    Series *find(SeriesKey key);
    const Series *find(SeriesKey key) const;

    CataloguePtr m_catalogue;
    std::vector<Market> m_markets;
    std::size_t m_historyMax;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_revisions = 0;
    Timestamp m_nextMinute; ///< the first event at or after it closes minutes
    Timestamp m_lastTime;   ///< of the last event given out
};

} // namespace bellwether
