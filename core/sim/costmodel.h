#pragma once

#include "core/domain/instrument.h"
#include "core/domain/order.h"
#include "core/sim/costschedule.h"

#include <map>

namespace bellwether {

enum class SpreadMode {
    EntryOnly, ///< the whole share on an entry, price × (1 ± s); exits at the plain price
    EachSide,  ///< half the share on every fill
};

/// How far a fill that takes liquidity ends from the price that was shown.
struct SlippageModel {
    enum class Kind {
        None,
        Fixed,       ///< `amount` of price per unit
        Percent,     ///< `share` of the price
        VolumeShare, ///< `share` × (quantity ÷ traded volume)² of the price (zipline's VolumeShareSlippage)
    };
    Kind kind = Kind::None;
    Price amount = {};
    Ratio share = {};
};

/// What trading costs, as data. Spread and slippage worsen the price of fills that take liquidity; the schedule is
/// charged beside the price. A spread is for data without quotes: quotes carry their own.
struct CostModel {
    Ratio spread = {};
    SpreadMode spreadMode = SpreadMode::EntryOnly;
    SlippageModel slippage = {};
    CostSchedule commission = {};
    std::map<StrategyId, CostSchedule> commissionOf = {}; ///< of strategies that pay by another schedule
    std::map<Product, CostSchedule> commissionOfProduct = {}; ///< of orders that name their product; goes before the strategy's
    /// What borrowing costs a year, as a share of the value bought back; charged by the time since the short was opened.
    Ratio borrowPerYear = {};
    /// Worsened prices are rounded to the tick against the order, as a venue would print them. Off for comparisons with
    /// engines that do not round.
    bool roundsToTick = true;

    const CostSchedule &scheduleOf(const StrategyId &strategy, Product product = Product::None) const
    {
        if (const auto named = product == Product::None ? commissionOfProduct.end() : commissionOfProduct.find(product);
            named != commissionOfProduct.end())
            return named->second;
        const auto own = commissionOf.find(strategy);
        return own == commissionOf.end() ? commission : own->second;
    }
    /// For buying back `value` that was sold short since `openedAt`.
    Money borrowing(const Money &value, Timestamp openedAt, Timestamp now) const;
};

/// A price as worsened by the model, and by how much for which reason (≥ 0, per unit; rounding counts as slippage).
struct WorsenedPrice {
    Price price;
    Price spread;
    Price slippage;
};

/// The price at which an order taking liquidity at `base` is filled. `volume` is what traded or was shown, 0 when not
/// known (then VolumeShare adds nothing).
WorsenedPrice worsen(const CostModel &model, const Instrument &instrument, Side side, OrderRole role, Price base,
                     bool hasQuotedSpread, Quantity quantity, double volume);

} // namespace bellwether
