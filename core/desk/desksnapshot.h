#pragma once

#include "core/desk/rowlist.h"
#include "core/desk/workrequest.h"
#include "core/domain/bar.h"
#include "core/domain/fill.h"
#include "core/domain/instrument.h"
#include "core/domain/looser.h"
#include "core/domain/order.h"
#include "core/domain/signal.h"

#include <array>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace bellwether {

enum class RunMode { Backtest, Paper, Live };
/// `backtest`, `paper`, `live`.
QString toString(RunMode mode);

/// Lifecycle of an engine. Only Running takes new risk.
enum class EngineState { Idle, Starting, Running, Degraded, Stopping, Stopped, Faulted };
QString toString(EngineState state);

struct WatchRow {
    InstrumentId instrument;
    QString symbol;
    Price last;
    Price bid;
    Price ask;
    Price previousClose;     ///< close of the previous trading day; zero when not known
    Price dayHigh;
    Price dayLow;
    double dayVolume = 0;
    double changePercent = 0; ///< last against previousClose; NaN when not known
    Timestamp time;           ///< of the last update
    bool isStale = false;
    int priceDecimals = 2;
};

struct ReasonText {
    QString text;   ///< `volume ratio 1.43 ≥ 1.2`
    bool isMet = false;
};

/// One row of the signal queue (UX U31).
struct SignalRow {
    SignalId id;
    std::uint32_t version = 0;   ///< approval names the version it saw
    SignalState state = SignalState::Pending;
    QString stateReason;
    StrategyId strategy;
    InstrumentId instrument;
    QString symbol;
    StrategyCategory category = StrategyCategory::DayTrading;
    Timeframe timeframe = Timeframe::M1;
    Side side = Side::Buy;
    bool isExit = false;         ///< would close the strategy's position rather than open one
    Timestamp raisedAt;
    Timestamp expiresAt;
    Timestamp decidedAt;
    Quantity quantity;
    Price signalPrice;
    Price now;
    double driftPercent = 0;
    Price stop;                  ///< zero for none
    Price target;                ///< zero for none
    double rewardRisk = 0;       ///< NaN without stop or target
    Money risk;                  ///< money lost if the stop is hit
    double confidence = 0;
    std::vector<ReasonText> reasons;
    QString account;
    RunMode mode = RunMode::Paper;
    OrderId order;
};

struct PositionRow {
    StrategyId strategy;
    InstrumentId instrument;
    QString symbol;
    Side side = Side::Buy;       ///< Buy for a long position
    Quantity quantity;
    Price averagePrice;
    Price last;
    Money marketValue;
    Money unrealizedPnl;
    Money realizedPnl;           ///< of this book since the run began, before costs
    Money costs;
    double pnlPercent = 0;
    Price stop;
    Price target;
    Product product = Product::None;
    Money openingCosts;          ///< what the venue's schedule charges for buying what is held, at its average price
    Money closingCosts;          ///< and for closing it at the last price
    Timestamp openedAt;
    bool isProtected = false;    ///< a stop covers the whole quantity
    int priceDecimals = 2;
    int quantityDecimals = 0;
};

struct OrderRow {
    Order order;
    QString symbol;
    int priceDecimals = 2;
    int quantityDecimals = 0;
};

struct FillRow {
    Fill fill;
    QString symbol;
    Money realizedPnl;           ///< of the closed part, before costs; zero for an opening fill
    int priceDecimals = 2;
    int quantityDecimals = 0;
};

struct AccountView {
    AccountId account;
    Currency currency;
    Money startingCapital;
    Money cash;
    Money equity;
    Money dayPnl;                ///< equity now − equity at the start of the venue's day
    Money realizedPnl;           ///< since the account began, before costs
    Money unrealizedPnl;
    Money costs;
    Money dayCosts;              ///< charged since the start of the venue's day
    Money closingCosts;          ///< what closing every position now would be charged
    Money openingCosts;          ///< part of `costs` that the open positions were charged, by the schedule
    Money grossExposure;
    Money netExposure;
    Money openRisk;              ///< lost if every stop is hit now
    double exposurePercent = 0;  ///< gross exposure ÷ equity
    Money dayLoss;               ///< ≥ 0; what counts against the halt
    Money dayLossLimit;
    int openPositions = 0;
    int openPositionsMax = 0;
    double drawdownPercent = 0;  ///< from the equity peak
};

/// What kind of trouble an error is, and what was done about it: tried again, waited for, or given up.
enum class ErrorClass { Network, Api, Data, Trading, System };
enum class ErrorRecovery { Retry, Delay, Stop };
inline constexpr std::array allErrorClasses{ErrorClass::Network, ErrorClass::Api, ErrorClass::Data, ErrorClass::Trading, ErrorClass::System};
/// `network`, `api`, `data`, `trading`, `system`.
QString toString(ErrorClass errorClass);
/// `retry`, `delay`, `stop`.
QString toString(ErrorRecovery recovery);

/// The errors of one class since the program began.
struct ErrorRow {
    ErrorClass errorClass = ErrorClass::System;
    std::uint64_t count = 0;
    std::uint64_t lastHour = 0;
    std::array<std::uint64_t, 3> recoveries{}; ///< by ErrorRecovery
    Timestamp lastAt;
    ErrorRecovery lastRecovery = ErrorRecovery::Retry;
    QString lastText;
};

/// How much memory there is, by what the process uses and what the system has left.
enum class MemoryLevel { Low, Medium, High, Critical };
/// `low`, `medium`, `high`, `critical`.
QString toString(MemoryLevel level);
struct MemoryView {
    MemoryLevel level = MemoryLevel::Low;
    std::int64_t residentBytes = 0;  ///< of this process
    std::int64_t limitBytes = 0;     ///< it may have; the machine's memory where nothing else limits it
    std::int64_t availableBytes = 0; ///< on the machine
    QString shed;                    ///< what was given up at this level, in one sentence; empty where nothing is
};

/// Lamps: how the parts of the desk are.
struct HealthView {
    QString feedName;
    QString feedState;           ///< `live`, `paused`, `finished`, …
    bool isFeedSteerable = false; ///< speed, pause and step work: a replay or the simulated market
    double feedSpeed = 1;        ///< 1 is real time, 0 as fast as possible
    Timestamp feedFrom;          ///< first moment of a replay; invalid elsewhere
    Timestamp feedTo;            ///< last moment of a replay
    Timestamp feedTarget;        ///< where runFeedTo() is going; invalid when it is not
    Timestamp lastTickAt;
    double ticksPerSecond = 0;
    std::size_t inboxDepth = 0;
    std::size_t journalPending = 0;
    bool isJournalHealthy = true;
    int strategiesRunning = 0;
    int strategiesStopped = 0;   ///< retired: an exception, or no answer in time
    std::uint64_t strategyOverlaps = 0; ///< runs that were due while the one before was still going
    MemoryView memory;
    std::vector<ErrorRow> errors;       ///< every class, in the order of ErrorClass
};

/// The strategy whose books hold what came from elsewhere: the venue's own app, another program, a deposit.
inline constexpr StrategyId externalStrategy{std::string_view("external")};

/// Where the venue and we do not agree, until the trader decides. A holding, or the account's money.
struct DifferenceRow {
    std::uint64_t id = 0;        ///< of this difference with this amount: another amount gets another id
    InstrumentId instrument;     ///< empty for money
    QString symbol;              ///< or the currency
    Quantity ours;
    Quantity theirs;
    Money oursMoney;
    Money theirsMoney;
    Timestamp since;
    bool canClose = false;       ///< the venue holds something that can be closed there
    int quantityDecimals = 0;

    bool isMoney() const { return instrument.isEmpty(); }
};

/// How the account stands with its venue.
struct VenueView {
    QString connection;          ///< `connecting`, `connected`, `down`, `suspended`
    QString connectionReason;
    Timestamp suspendedUntil;    ///< invalid unless suspended
    bool isReconciled = true;
    QString doubt;               ///< why no new risk is taken; empty where it is
    Timestamp reconciledAt;      ///< the last complete reading
    std::uint64_t readings = 0;
    std::uint64_t fillsFound = 0;      ///< that no report had told
    std::uint64_t externalOrders = 0;  ///< taken up
    std::vector<DifferenceRow> differences;
};

/// The kill switch and how far it is: its receipt.
struct KillView {
    bool isSet = false;
    Timestamp setAt;
    bool isFlattening = false;
    bool isDurable = false;      ///< the latch is on disk, or the disk gave no answer in time
    int cancelled = 0;           ///< orders whose cancel was asked for at once
    int closing = 0;             ///< positions whose exit was sent at once
    int ordersLeft = 0;          ///< whose end is not proved yet
    int positionsLeft = 0;
    bool isDone = false;
};

/// One limit of the risk gate. Shares are of 1.
struct LimitRow {
    QStringView key;             ///< of the settings, for example `risk.max_positions`; lives as long as the program
    QStringView help;
    double limit = 0;
    double used = 0;             ///< NaN where nothing is used up
    double conservative = 0;     ///< of the preset
    double active = 0;
    double least = 0;            ///< range of the limit
    double most = 0;
    bool isWhole = false;        ///< only whole numbers
    LooserWhen looserWhen = LooserWhen::Neither;

    /// Whether `value` would let more risk pass than the limit does now.
    bool isLooser(double value) const { return bellwether::isLooser(looserWhen, limit, value); }
};

/// A signal that was rejected or expired, followed on paper from the price of that moment to its stop or target.
struct ShadowRow {
    enum class Outcome { Open, Target, Stop };
    SignalId id;
    StrategyId strategy;
    InstrumentId instrument;
    QString symbol;
    Side side = Side::Buy;
    Quantity quantity;
    SignalState state = SignalState::Rejected;
    QString stateReason;
    Timestamp decidedAt;
    Price entry;
    Price stop;
    Price target;
    Price last;                  ///< price now, or the one it ended at
    Outcome outcome = Outcome::Open;
    Timestamp endedAt;           ///< invalid while open
    Money pnl;                   ///< what taking it would have made, before costs
    int priceDecimals = 2;
    int quantityDecimals = 0;
};

/// A declared parameter of a strategy with its value now. A switch is 0 or 1.
struct StrategyParameter {
    enum class Type { Integer, Real, Switch };
    QString name;
    Type type = Type::Integer;
    double value = 0;
    double fallback = 0;
    double least = 0;
    double most = 0;
    double step = 1;
    QString help;

    bool operator==(const StrategyParameter &) const = default;
};

/// What became of a strategy's signals and trades since the account began. Money is after costs, in the account's currency.
struct StrategyScore {
    int raised = 0;              ///< signals that reached the queue
    int ordered = 0;             ///< became orders
    int rejected = 0;            ///< by the trader
    int expired = 0;             ///< or gave way to a newer one
    int denied = 0;              ///< by the risk gate
    int trades = 0;              ///< from flat to flat
    int wins = 0;
    double hitPercent = std::numeric_limits<double>::quiet_NaN(); ///< wins of trades; NaN before the first
    double meanR = std::numeric_limits<double>::quiet_NaN();      ///< of trades that began with a stop; NaN before the first
    double net = 0;
    double netToday = 0;         ///< realized on the venue's day
};

/// One strategy on one instrument.
struct StrategyRow {
    StrategyId strategy;
    InstrumentId instrument;
    QString symbol;
    StrategyCategory category = StrategyCategory::DayTrading;
    Timeframe timeframe = Timeframe::M1;
    bool isOn = true;            ///< its signals to open something reach the queue
    bool isAutomatic = true;     ///< takes part in auto-trading while that is armed
    QString stopReason;          ///< why it was stopped for this run; empty while it works
    QString title;
    QString help;
    RunMode mode = RunMode::Paper;
    bool isScheduled = false;    ///< it decides at the cadence of its category, else on every bar
    Timestamp nextRun;           ///< when it decides next; invalid where the calendar knows no further session
    int overlaps = 0;            ///< runs of this program that were due while the one before was still going
    std::shared_ptr<const std::vector<StrategyParameter>> parameters; ///< in the order of their declaration; null for none
    StrategyScore score;
};

/// How often things happened since the account began, for summaries and statistics.
struct DeskCounters {
    std::uint64_t raisedSignals = 0;         ///< reached the queue
    std::uint64_t orders = 0;
    std::uint64_t fills = 0;
    std::map<QString, int> refusals;         ///< by the rule of the risk gate
    std::map<QString, int> droppedSignals;   ///< never reached the queue, by cause
};

/// Everything a user of the engine sees, as one immutable value about ten times a second. Lists that did not change
/// are shared with the last snapshot, so an unchanged pointer means unchanged rows.
struct DeskSnapshot {
    std::uint64_t sequence = 0;
    Timestamp time;              ///< the desk's clock
    RunMode mode = RunMode::Paper;
    EngineState state = EngineState::Idle;
    QString stateReason;
    bool isAutoTrading = false;
    bool isKilled = false;       ///< the kill latch is set
    bool isHalted = false;       ///< the daily-loss latch is set
    QString haltReason;
    double confidenceCutoff = 25;
    AccountView account;
    HealthView health;
    VenueView venue;
    KillView killSwitch;
    DeskCounters counters;
    std::vector<WatchRow> watch;
    std::vector<PositionRow> positions;
    RowListPtr<SignalRow> pendingSignals;  ///< newest first; prices move with the market
    RowListPtr<SignalRow> signalHistory;   ///< final ones, newest first, the last 500
    RowListPtr<OrderRow> orders;           ///< newest first, the last 500
    RowListPtr<FillRow> fills;             ///< newest first, the last 1,000
    std::shared_ptr<const std::vector<StrategyRow>> strategies;    ///< every strategy on every instrument
    std::shared_ptr<const std::vector<WorkRow>> works;             ///< going on first, newest first; then the last that ended
    std::vector<LimitRow> limits;                                  ///< every limit, in the order of its declaration
    std::shared_ptr<const std::vector<ShadowRow>> shadow;          ///< newest first, since the program began, the last 500
    std::shared_ptr<const std::vector<std::pair<Timestamp, double>>> equityCurve; ///< since the run began, thinned
};
using DeskSnapshotPtr = std::shared_ptr<const DeskSnapshot>;

/// One line of the event log.
struct DeskEvent {
    enum class Severity { Info, Good, Warning, Error };
    Timestamp time;
    Severity severity = Severity::Info;
    QString source;   ///< `signal`, `order`, `risk`, `feed`, `journal`, `desk`
    QString text;
    std::optional<ErrorClass> errorClass = {}; ///< of an error
    ErrorRecovery recovery = ErrorRecovery::Retry;
};

/// Bars of one chart. `history` is set when a subscription starts or the past changed; else `closed` holds the bars
/// that closed since the last update. `forming` is the bar in progress.
struct ChartUpdate {
    InstrumentId instrument;
    Timeframe timeframe = Timeframe::M1;
    std::shared_ptr<const BarColumns> history;
    std::vector<BarPoint> closed;
    std::optional<BarPoint> forming;
};
using ChartUpdatePtr = std::shared_ptr<const ChartUpdate>;

} // namespace bellwether
