#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/money.h"
#include "core/domain/order.h"
#include "core/domain/timeframe.h"

#include <vector>

namespace bellwether {

/// One worked order of an account.
using WorkId = NumberId<struct WorkIdTag>;

/// Orders that no venue holds for us: the engine works them, by children that pass the risk gate one by one.
enum class WorkKind {
    TrailingStop, ///< moves the stop of a holding after the best price since the start, never back
    Breakeven,    ///< moves the stop of a holding to its entry once the trade has gone far enough
    Oco,          ///< a limit at the venue and a stop watched here: what one fills the other cannot
    Conditional,  ///< an order that is sent when a condition is met
    Iceberg,      ///< a limit order of which the venue sees a part at a time
    Twap,         ///< equal slices over a time
    Vwap,         ///< slices by the usual volume of each quarter of an hour
    MarketMaker,  ///< a bid and an ask around the middle, shifted against what is held
};
/// `trailing`, `breakeven`, `oco`, `conditional`, `iceberg`, `twap`, `vwap`, `maker`.
QString toString(WorkKind kind);

/// How far something stands from a price.
struct Distance {
    enum class Unit { Amount, Percent, Atr };
    Unit unit = Unit::Amount;
    double value = 0;

    /// In price units; NaN where it depends on a range that is not known.
    double of(double price, double atr) const;
    bool operator==(const Distance &) const = default;
};
/// `1.5`, `2%`, `1.5atr` (14 bars). Errors: InvalidArgument for what is not above zero.
Result<Distance> parseDistance(QStringView text);
QString toString(const Distance &distance);

/// When a conditional order is sent.
struct WorkCondition {
    enum class Kind { PriceAtLeast, PriceAtMost, IndicatorAbove, IndicatorBelow, TimeAt };
    Kind kind = Kind::PriceAtLeast;
    Price price;
    QString indicator;           ///< `rsi:14`; its first column
    Timeframe timeframe = Timeframe::M1;
    double threshold = 0;
    Timestamp at;

    bool operator==(const WorkCondition &) const = default;
};
QString toString(const WorkCondition &condition);

/// What is asked for; members that the kind does not read are left alone.
struct WorkRequest {
    WorkKind kind = WorkKind::Twap;
    InstrumentId instrument;
    StrategyId strategy{std::string_view("manual")};
    OrderRole role = OrderRole::Entry; ///< or Exit, which never goes beyond what its book holds
    Side side = Side::Buy;
    Product product = Product::None; ///< of its children; none: the usual one of the instrument
    Quantity quantity;
    Price limitPrice;            ///< worst price of iceberg, oco and conditional; of slices where it is set
    Price stopPrice;             ///< oco: where the stop is
    Price bracketStop;           ///< conditional: with the entry
    Price bracketTarget;
    Distance distance;           ///< trailing: how far the stop follows; breakeven: the gain that moves it; maker: bid to ask
    Distance offset;             ///< breakeven: beyond the entry; none where its value is zero
    Timeframe timeframe = Timeframe::M15; ///< of the average true range
    WorkCondition condition;
    Quantity visible;            ///< iceberg
    int seconds = 0;             ///< twap, vwap: how long; maker: between refreshes
    int slices = 0;              ///< twap, vwap
    Quantity inventoryMax;       ///< maker
    double skew = 0.5;           ///< maker: share of the half spread that a full inventory shifts the middle by

    bool operator==(const WorkRequest &) const = default;
};

/// Reads `KIND key=value …`: `twap instrument=BINANCE:BTCUSDT side=buy quantity=0.5 minutes=30 slices=6`. Keys: instrument,
/// strategy, side, quantity, limit, stop, bracket_stop, bracket_target, distance, offset, timeframe, visible, minutes,
/// seconds, slices, inventory, skew, product (CNC, MIS, NRML), exit (yes), and of a condition: above, below (prices), at (a time), indicator with
/// more or less (thresholds). Errors: InvalidArgument naming the word that cannot be read, or the key that is missing.
Result<WorkRequest> parseWorkRequest(QStringView text);
/// What the kind needs and whether it is there and makes sense; lots and ticks are the engine's to judge.
Result<void> validate(const WorkRequest &request);

enum class WorkState { Working, Cancelling, Done, Cancelled, Failed };
/// `working`, `cancelling`, `done`, `cancelled`, `failed`.
QString toString(WorkState state);
constexpr bool isFinal(WorkState state) { return state != WorkState::Working && state != WorkState::Cancelling; }

/// One worked order as it stands.
struct WorkRow {
    WorkId id;
    WorkRequest request;
    WorkState state = WorkState::Working;
    QString symbol;
    Quantity filled;
    Price averagePrice;          ///< of the fills; zero before the first
    double progress = 0;         ///< 0…1; NaN where it has no end of its own
    Price level;                 ///< the price it watches or works at now; zero for none
    QString text;                ///< what it is doing, or why it ended
    Timestamp startedAt;
    Timestamp endsAt;            ///< invalid where it has no end of its own
    int priceDecimals = 2;
    int quantityDecimals = 0;
};

} // namespace bellwether
