#pragma once

#include "core/base/timestamp.h"
#include "core/domain/money.h"
#include "core/domain/side.h"

#include <limits>
#include <optional>
#include <vector>

namespace bellwether {

/// Why a position was closed. The order is that of the exit-reason table.
enum class ExitReason { Signal, Stop, MovedStop, Target, TimeStop, SquareOff, EndOfData, OutOfMoney, Other };
/// `signal`, `stop`, `moved_stop` (it trailed, or went to the entry), `target`, `time_stop`, `square_off`, `end_of_data`, `out_of_money`, `other`.
QString toString(ExitReason reason);

/// A closed trade: one entry and one exit of the same quantity, net of all costs. Bars are counted by the marks of the
/// run from 0, which with one instrument are its bars in the tested period; the holding spans the closes of bars [entryBar, exitBar) when fills happen at the open.
struct RoundTrip {
    Timestamp entryTime;
    Timestamp exitTime;
    std::uint32_t entryBar = 0;
    std::uint32_t exitBar = 0;
    Side side = Side::Buy;               ///< Buy for a long trade
    ExitReason exitReason = ExitReason::Signal;
    std::uint16_t instrument = 0;        ///< which of the run's instruments
    std::uint16_t strategy = 0;          ///< which of the run's strategies
    std::uint32_t reasonFirst = 0;       ///< the entry's reasons: a slice of the run's reason pool
    std::uint32_t reasonCount = 0;
    Quantity quantity;
    Price entryPrice;
    Price exitPrice;
    Money costs;                         ///< fees of both fills, ≥ 0; spread and slippage are in the prices
    Money pnl;                           ///< net of `costs`
    double equityBefore = 0;             ///< equity when the entry was filled
    double moneyAtRisk = std::numeric_limits<double>::quiet_NaN(); ///< entry to stop; NaN without a stop
    Price target;                        ///< of its bracket; zero without one
    double adverse = std::numeric_limits<double>::quiet_NaN();     ///< worst open result in money, ≤ 0 (MAE)
    double favourable = std::numeric_limits<double>::quiet_NaN();  ///< best open result in money, ≥ 0 (MFE)

    bool isLong() const { return side == Side::Buy; }
    /// Money that the entry turned over.
    double entryValue() const { return entryPrice.toDouble() * quantity.toDouble(); }
    double exitValue() const { return exitPrice.toDouble() * quantity.toDouble(); }
    /// Net result as a share of the entry's value.
    double returnFraction() const { return pnl.toDouble() / entryValue(); }
};

/// A position that was still open after the last bar; in the equity, not in the list of trades.
struct OpenTrade {
    Timestamp entryTime;
    std::uint32_t entryBar = 0;
    Side side = Side::Buy;
    Quantity quantity;
    Price entryPrice;
    Price lastPrice;
    Money costs;                         ///< fee of the entry
    Money unrealizedPnl;                 ///< at lastPrice, net of `costs`
    std::uint32_t reasonFirst = 0;
    std::uint32_t reasonCount = 0;
    std::uint16_t instrument = 0;        ///< as of a RoundTrip
    std::uint16_t strategy = 0;
};

} // namespace bellwether
