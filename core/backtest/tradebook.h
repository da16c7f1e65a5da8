#pragma once

#include "core/analytics/roundtrip.h"
#include "core/domain/fill.h"
#include "core/domain/instrument.h"

#include <map>

namespace bellwether {

/// What is known about a fill beyond itself.
struct FillContext {
    std::uint32_t bar = 0;
    ExitReason exitReason = ExitReason::Signal;
    double equityBefore = 0;
    Price bracketStop;               ///< of the entry; zero for none
    Price bracketTarget;             ///< likewise
    std::uint32_t reasonFirst = 0;
    std::uint32_t reasonCount = 0;
    std::uint16_t instrument = 0;    ///< index in the run
    std::uint16_t strategy = 0;
};

/// Folds fills into round trips, one at a time per strategy and instrument: from flat to flat, whatever the number of
/// fills. Prices of a trade of many fills are their averages; its result and costs are exact sums.
class TradeBook {
public:
    void apply(const Fill &fill, const Instrument &instrument, const FillContext &context);

    const std::vector<RoundTrip> &trades() const { return m_trades; }
    /// What is still held, valued at `last`.
    std::vector<OpenTrade> open(const Instrument &instrument, Price last) const;

private:
    struct Holding {
        RoundTrip trade;             ///< as far as it is known
        Quantity held;
        Money paid;                  ///< Σ value of entries
        Money received;              ///< Σ value of exits
    };
    void enter(Holding &holding, const Fill &fill, Quantity quantity, const Instrument &instrument, const FillContext &context);

    std::map<std::pair<StrategyId, InstrumentId>, Holding> m_holdings;
    std::vector<RoundTrip> m_trades;
};

} // namespace bellwether
