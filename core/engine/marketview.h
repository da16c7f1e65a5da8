#pragma once

#include "core/market/exchangecalendar.h"
#include "core/market/marketevent.h"
#include "core/risk/correlation.h"

namespace bellwether {

/// What an engine knows of one instrument from its feed.
struct InstrumentView {
    Price last;
    Price bid;
    Price ask;
    Timestamp updatedAt;
    Price previousClose;
    Price dayHigh;
    Price dayLow;
    double dayVolume = 0;
    double dayTurnover = 0;               ///< Σ price × volume of the day so far
    std::int64_t day = 0;                 ///< local day of the figures above
    std::array<double, 20> turnovers{};   ///< of the last completed days
    int turnoverDays = 0;
    Timestamp barTakenAt;                 ///< close of the last bar that told the price
    bool hasTrades = false;               ///< prints arrive, so bars only feed statistics
};

/// Last prices, day figures, traded values and correlations of all instruments. O(1) per event, no allocation.
class MarketView {
public:
    MarketView(CataloguePtr catalogue, std::vector<const ExchangeCalendar *> calendars);

    /// Folds one event in. Returns whether the last price of the instrument moved.
    bool update(const MarketEvent &event);
    /// Daily bars from before the start: previous close and traded values.
    void seedDays(InstrumentIndex instrument, const BarColumns &days);
    /// Bars of the timeframe correlations are measured on, from before the start.
    void seedCorrelation(InstrumentIndex instrument, const BarColumns &bars);
    static constexpr Timeframe correlationTimeframe = Timeframe::M15;

    const InstrumentView &at(InstrumentIndex instrument) const { return m_views.at(instrument); }
    const ExchangeCalendar &calendarOf(InstrumentIndex instrument) const { return *m_calendars.at(instrument); }
    /// Average traded value of the last completed days, at most 20; of the day in progress before the first is
    /// complete; NaN before anything traded.
    double tradedValue(InstrumentIndex instrument) const;
    /// Standard deviation of a year's returns, from the bars that correlations are measured on; NaN before there are enough.
    double yearlyVolatility(InstrumentIndex instrument) const;
    const CorrelationTracker &correlations() const { return m_correlations; }
    std::uint64_t eventCount() const { return m_events; }

private:
    void enterDay(InstrumentView &view, InstrumentIndex instrument, Timestamp time);

    CataloguePtr m_catalogue;
    std::vector<const ExchangeCalendar *> m_calendars;
    std::vector<InstrumentView> m_views;
    CorrelationTracker m_correlations;
    std::uint64_t m_events = 0;
};

} // namespace bellwether
