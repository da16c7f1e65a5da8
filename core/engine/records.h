#pragma once

#include "core/domain/fill.h"
#include "core/domain/order.h"
#include "core/engine/signalqueue.h"

#include <variant>

namespace bellwether {

// What a journal can say. State is a pure function of these, in order; whatever is not here is not state.

/// The program (re)started on this account.
struct RunStarted {
    QString version;
    QString mode;             ///< `paper`, `live`
    AccountId account;
    Money startingCash;       ///< counts in the first record only
    std::uint64_t seed = 0;
    QString settingsHash;
};

/// A signal entered the queue.
struct SignalRaised {
    QueuedSignal signal;
};

/// The trader changed a proposal.
struct SignalEdited {
    SignalId id;
    std::uint32_t version = 0;
    Quantity quantity;
    Price limitPrice;
    Price stop;
    Price target;
};

/// A signal changed state: who decided, and why.
struct SignalDecided {
    SignalId id;
    SignalState state = SignalState::Pending;
    QString reason;
    QString by;               ///< `trader`, `auto`, `engine`
    OrderId order;
};

/// An order passed the risk gate: the intent, complete, before anything can leave.
struct OrderPlanned {
    Order order;              ///< in state Checked
};

/// A signal or an order was refused.
struct OrderRefused {
    StrategyId strategy;
    InstrumentId instrument;
    QString rule;
    QString text;
};

/// One step of an order's life; a fill carries what the portfolio needs.
struct OrderChanged {
    OrderId order;
    OrderEvent event;
    QString venueOrderId;
    QString venueTradeId;     ///< fills
    Money commission;         ///< fills
    FillId fill;              ///< fills
};

struct AutoTradingSet {
    bool isOn = false;
};

/// The trader switched one strategy on one instrument.
struct StrategySwitched {
    StrategyId strategy;
    InstrumentId instrument;
    bool isOn = true;
    bool isAutomatic = true;
};

enum class Latch { Kill, DailyLoss };
struct LatchSet {
    Latch latch = Latch::Kill;
    bool isSet = false;
    QString reason;
};

/// A new venue day began with this equity.
struct DayStarted {
    std::int64_t localDay = 0;
    Money equity;
};

/// The feed of a finite run ended and everything it caused was settled.
struct RunFinished {
    Timestamp marketTime;
};

using Record = std::variant<RunStarted, SignalRaised, SignalEdited, SignalDecided, OrderPlanned, OrderRefused,
                            OrderChanged, AutoTradingSet, LatchSet, DayStarted, RunFinished, StrategySwitched>;

} // namespace bellwether
