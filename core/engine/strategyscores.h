#pragma once

#include "core/desk/desksnapshot.h"
#include "core/portfolio/portfolio.h"
#include "core/risk/sizing.h"

namespace bellwether {

/// What became of the signals and trades of every strategy on every instrument: a fold over an account's records, so it
/// is the same live and after a restart. A trade lasts from flat to flat; its result is after costs, its R is the result
/// against what its entries would have lost at their first stops.
class StrategyScores {
public:
    void onRaised(const BookKey &key);
    void onDecided(const BookKey &key, SignalState state);
    /// `realized` is that of the fill, before costs; `isFlat` says that the book holds nothing after it.
    void onFill(const BookKey &key, const Order &order, const Fill &fill, const Money &realized, bool isFlat, const Instrument &instrument);
    /// A new venue day: today's results start at zero.
    void onDay();

    StrategyScore of(const BookKey &key) const;
    /// The trades of a strategy on all its instruments, as the Kelly rule reads them.
    KellyRecord resultsOf(const StrategyId &strategy) const;
    /// Counts the changes, so that whoever shows them knows when to look again.
    std::uint64_t changeCount() const { return m_changes; }

private:
    friend struct StateFields;
    struct Book {
        StrategyScore score;
        double rSum = 0;       ///< over `rTrades`
        int rTrades = 0;       ///< trades whose entries had a stop
        double tradePnl = 0;   ///< of the trade that is open
        double tradeRisk = 0;
        bool isRiskKnown = true;
        KellyRecord results;
    };

    std::map<BookKey, Book> m_books;
    std::uint64_t m_changes = 0;
};

} // namespace bellwether
