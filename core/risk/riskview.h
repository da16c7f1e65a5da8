#pragma once

#include "core/domain/order.h"
#include "core/domain/signal.h"
#include "core/market/exchangecalendar.h"
#include "core/portfolio/portfolio.h"
#include "core/risk/risklimits.h"

namespace bellwether {

/// Everything a pre-trade rule may look at, gathered by the engine for one order at one moment. Exposure counts what is
/// held and what working orders (open, unknown, reserved) could add.
struct RiskView {
    const Order &order;
    const Instrument &instrument;
    const RiskLimits &limits;
    const ExchangeCalendar &calendar;
    Timestamp now;
    StrategyCategory category = StrategyCategory::DayTrading;
    bool isIntraday = false;          ///< what it opens is closed before the session ends
    int squareOffMinutes = 0;         ///< this long before

    // Latches and state.
    bool isKilled = false;
    bool isHalted = false;
    QString haltReason;
    bool isRunning = true;
    QString stateReason;
    QString doubt;                    ///< why the account, or this instrument, is not reconciled; empty where it is

    // Market.
    Price last;                       ///< zero when nothing was seen yet
    Timestamp lastAt;
    Price bid;
    Price ask;
    double tradedValue20d = 0;        ///< NaN when not known
    double correlationMax = 0;        ///< highest with a held position of the same side; NaN when not known
    InstrumentId correlatedWith;

    // Account.
    Money equity;
    Money cash;                       ///< free of what working entries reserve
    Money grossExposure;
    Money sectorExposure;
    int openPositions = 0;            ///< books held, and entries at work for books that are flat
    int openPositionsInSymbol = 0;
    bool addsToPosition = false;      ///< its book holds this instrument, or entries of the trader are at work for it
    Product heldProduct = Product::None; ///< of what its book holds, or of entries at work for it
    bool isBookBlocked = false;       ///< what its book holds lost its stop and could not be closed
    Quantity heldAgainst;             ///< what the order may close: the opposite holding of its book

    // Flow.
    int openOrders = 0;
    int ordersLastSecond = 0;
    int ordersAtOnce = 1;             ///< that leave with this one: a bracket is sent whole
    int identicalOrdersLastMinute = 0;
    Price ownOpposite;                ///< the best own limit order on the other side, of another book; zero for none
    int lossStreak = 0;               ///< closings at a loss in a row
    Timestamp lastLossAt;

    /// The price the order is expected to trade at: its limit or stop price, else the last price.
    Price expectedPrice() const
    {
        switch (order.type) {
        case OrderType::Market: return last;
        case OrderType::Stop:
        case OrderType::MarketIfTouched: return order.stopPrice;
        case OrderType::Limit:
        case OrderType::StopLimit:
        case OrderType::LimitIfTouched: return order.limitPrice;
        }
        return last;
    }
    Money expectedValue() const { return instrument.notional(expectedPrice(), order.quantity); }
    /// What of the value the order ties up: less than all of it for intraday orders on margin.
    Money marginNeeded() const
    {
        const Money value = expectedValue();
        return order.product == Product::Intraday && limits.intradayMargin < 1 ? fractionOf(value, Ratio::fromDouble(limits.intradayMargin)) : value;
    }
};

/// A refusal: the rule's name (stable, for counts and reports) and one sentence with its numbers.
struct Denial {
    QString rule;
    QString text;
    bool operator==(const Denial &) const = default;
};

} // namespace bellwether
