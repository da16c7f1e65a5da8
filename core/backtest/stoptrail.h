#pragma once

#include "core/backtest/exitrules.h"
#include "core/domain/instrument.h"
#include "core/domain/order.h"

namespace bellwether {

/// Where the stop of one holding belongs as its price goes along: behind the best price since the entry, and at the entry
/// once the gain was large enough. Looks at whole bars when they are over, so that no price of a bar moves the stop that
/// this bar meets: inside it the stop of before counts, which is the pessimistic order.
class StopTrail {
public:
    explicit StopTrail(const ExitRules &rules) : m_trail(rules.trail), m_breakeven(rules.breakeven) {}

    bool isActive() const { return m_trail.isDistance() || m_breakeven.isDistance(); }
    /// The next bar can move the stop whatever its prices: the first one of a holding, and any while the range counts.
    bool needsNextBar() const
    {
        return m_isFresh || m_trail.kind == ExitDistance::Kind::Atr || m_breakeven.kind == ExitDistance::Kind::Atr;
    }
    /// A holding began at that average price.
    void start(Side side, Price entry);
    /// The best price since then; a bar that does not go beyond it moves nothing, unless needsNextBar().
    double best() const { return m_best; }

    /// After a bar that was lived through: where the stop belongs by now, on the tick, for a holding that cost `entry` a
    /// unit; zero where nothing has moved it yet. `range` is the average true range of 14 bars, NaN while it is not known.
    Price after(double high, double low, double range, Price entry, const Instrument &instrument);

private:
    const ExitDistance m_trail;
    const ExitDistance m_breakeven;
    Side m_side = Side::Buy;
    double m_best = 0;
    bool m_isFresh = true;
    bool m_isEven = false; ///< the gain that moves the stop to the entry was there
};

/// Whether the first stop is nearer to the price than the second: higher under a long holding, lower above a short one. Any
/// is nearer than none (zero), and none is not nearer.
bool isNearer(Price stop, Price than, Side holding);

} // namespace bellwether
