#pragma once

#include "core/domain/fill.h"
#include "core/desk/desksnapshot.h"
#include "core/domain/order.h"
#include "core/engine/signalqueue.h"

#include <QStringList>

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
    WorkId work;              ///< whose child it is; invalid for none
};

/// Of several accounts the one that an order goes to; written with its intent, and never changed.
struct OrderRouted {
    OrderId order;
    AccountId account;
    QString reason;           ///< what was said of each account
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

/// The trader gave one strategy on one instrument other parameters.
struct StrategyTuned {
    StrategyId strategy;
    InstrumentId instrument;
    QStringList parameters;   ///< `name=value`; the others have their defaults
};

enum class Latch { Kill, DailyLoss };
struct LatchSet {
    Latch latch = Latch::Kill;
    bool isSet = false;
    QString reason;
    bool shallFlatten = false; ///< kill: positions are closed too
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

/// The venue has an order that nobody here sent: it is taken up as the account's own, under the strategy `external`.
struct OrderAdopted {
    Order order;              ///< open at the venue
};

/// A holding changed without a fill: taken over from the venue, or from one book to another.
struct BookAdjusted {
    StrategyId strategy;
    InstrumentId instrument;
    Quantity change;          ///< signed
    Price price;
    bool movesCash = false;   ///< as a fill would; else it came from outside and counts as a deposit
    QString reason;
};

/// The day's profit is locked: falling below `floor` halts entries until the next day.
struct DayFloorRaised {
    Money floor;
};

/// The trader changed limits of the risk gate for the rest of the run.
struct LimitsChanged {
    QStringList changes;      ///< `risk.max_positions 10 → 5`
    QStringList looser;       ///< those that let more risk pass, as he confirmed
};

struct WorkStarted {
    WorkId id;
    WorkRequest request;
};

/// A worked order got further, or ended.
struct WorkChanged {
    WorkId id;
    WorkState state = WorkState::Working;
    int steps = 0;
    QString reason;
};

/// Money came or went without a fill.
struct CashAdjusted {
    Money change;
    QString reason;
};

/// A difference with the venue that is to be left as it is, up to this amount; zero takes that back.
struct DifferenceIgnored {
    InstrumentId instrument;  ///< empty for the account's money
    Quantity quantity;        ///< venue less ours
    Money money;
};

using Record = std::variant<RunStarted, SignalRaised, SignalEdited, SignalDecided, OrderPlanned, OrderRefused,
                            OrderChanged, AutoTradingSet, LatchSet, DayStarted, RunFinished, StrategySwitched, StrategyTuned, OrderAdopted, BookAdjusted,
                            CashAdjusted, DifferenceIgnored, DayFloorRaised, WorkStarted, WorkChanged, LimitsChanged, OrderRouted>;

} // namespace bellwether
