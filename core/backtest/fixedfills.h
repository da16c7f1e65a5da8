#pragma once

#include "core/backtest/fillmodel.h"
#include "core/domain/bar.h"

#include <limits>
#include <vector>

namespace bellwether {

/// Where one run stands that buys and sells the same quantity every time. Amounts are units of 1e-8.
struct FixedAccount {
    std::int64_t cash = 0;
    std::size_t trades = 0;
    bool isHolding = false;
};

/// Long runs of a fixed size: what a fill costs or brings depends on its row alone, so it is worked out once for all runs
/// of a sweep, and a decision is one exact addition. Rows are those of the bars.
class FixedFills {
public:
    /// Whether the plan is of this kind.
    static bool fits(const RunPlan &plan) { return plan.sizing == SizingKind::Fixed && !plan.canShort; }

    /// Plan and bars outlive the object. The rows are worked out on so many threads.
    FixedFills(const RunPlan &plan, const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, std::size_t threads = 1);
    /// False where amounts of some row leave the range of Money, which runs that do not trade there would not notice.
    bool isComplete() const { return m_isComplete; }

    FixedAccount start() const { return {m_plan.capital.amount.raw(), 0, false}; }
    /// Decisions as SweepDecider gives them. Fault on overflow.
    void apply(FixedAccount &account, std::span<const std::uint32_t> decisions) const;
    /// Ends the run by the plan's rule and gives its equity.
    Money finish(FixedAccount &account) const;

private:
    struct Row {
        std::int64_t cost;          ///< of buying here, with fee; the fill is at this row's open or close
        std::int64_t proceeds;      ///< of selling here, less fee
    };
    void work(std::size_t threads);
    void workRows(std::size_t first, std::size_t last);
    /// Whether the account can pay for a decision on this row, counted from the first.
    bool isAffordable(const FixedAccount &account, std::size_t at) const;
    std::int64_t proceedsAt(Price reference) const;

    const RunPlan &m_plan;
    const BarColumns &m_bars;
    const FillModel m_fills;
    Quantity m_size;
    std::size_t m_first;
    std::size_t m_last;
    std::vector<Row> m_rows;
    Price m_lastClose;
    std::int64_t m_neededMax = std::numeric_limits<std::int64_t>::max(); ///< equity that is enough on every row
    bool m_isComplete = false;
};

} // namespace bellwether
