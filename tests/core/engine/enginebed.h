#pragma once

#include "core/engine/tradingengine.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"
#include "tests/support/fakebroker.h"

#include <limits>

namespace bellwether::test {

/// The venue confirms every cancel that is out.
inline void confirmCancels(FakeBroker &broker, const TradingEngine &engine)
{
    for (const Order &order : std::vector(broker.cancelled)) {
        if (engine.state().orders().find(order.id)->state() == OrderState::CancelPending)
            broker.tell(VenueReport::Kind::Cancelled, order.clientId);
    }
}

inline const Timestamp bedStart = utcMidnight(2024, 1, 3) + std::chrono::hours(12);
inline const StrategyId alpha{std::string_view("alpha")};
inline const StrategyId beta{std::string_view("beta")};
constexpr InstrumentIndex coinIndex = 0;
constexpr InstrumentIndex shareIndex = 1;

/// Keeps everything, and answers a commit only when the test lets it.
class SlowJournal final : public Journal {
public:
    bool isHeld = false;
    std::uint64_t append(Timestamp time, const QByteArray &body) override
    {
        entries.push_back({entries.size() + 1, time, body});
        return entries.size();
    }
    void commit() override
    {
        if (!isHeld)
            announceCommitted(entries.size());
    }
    void release() { announceCommitted(entries.size()); }
    std::vector<JournalEntry> entries;
};

/// Ten shares an order, every limit wide but those a test is about.
inline EngineConfig bedConfig()
{
    EngineConfig config;
    config.startingCash = usdt(u"100000");
    config.limits = RiskLimits::unrestricted();
    config.limits.sizing = SizingMethod::FixedQuantity;
    config.limits.fixedQuantity = quantity(u"10");
    config.limits.dailyLossMax = 0.03;
    config.limits.driftMax = 0.01;
    config.limits.confidenceCutoff = 25;
    config.limits.staleAfterSeconds = 30;
    config.reconcileEverySeconds = 0; // its tests switch it on
    config.categories = {{alpha, StrategyCategory::DayTrading}, {beta, StrategyCategory::LongTerm}};
    return config;
}

/// An engine with a venue, a journal and a clock that the test holds in its hands.
struct EngineBed : EngineListener {
    explicit EngineBed(EngineConfig configuration = bedConfig(), std::vector<JournalEntry> past = {}, Timestamp at = bedStart)
        : clock(at),
          engine(std::move(configuration), aCatalogue(), {&ExchangeCalendar::crypto(), &ExchangeCalendar::crypto()}, clock, broker, journal)
    {
        broker.time = at;
        engine.setListener(this);
        journal.entries = past;
        recovered = engine.recover(past);
    }
    void start(bool isAutoTrading = false) { engine.start(isAutoTrading); }

    void advance(Duration by)
    {
        clock.advanceTo(clock.now() + by);
        broker.time = clock.now();
    }
    void price(const char16_t *at, InstrumentIndex instrument = shareIndex)
    {
        engine.onMarket({++sequence, instrument, clock.now(), TapeTrade{clock.now(), test::price(at), quantity(u"1000")}});
    }
    TradeSignal signal(Side side, double reference, const StrategyId &strategy = alpha) const
    {
        TradeSignal made;
        made.strategy = strategy;
        made.instrument = InstrumentId(std::string_view("TEST:SHARE"));
        made.time = clock.now();
        made.side = side;
        made.referencePrice = reference;
        made.stop = made.target = std::numeric_limits<double>::quiet_NaN();
        made.confidence = 80;
        return made;
    }
    SignalId raise(Side side, double reference, const StrategyId &strategy = alpha)
    {
        const SignalId id = engine.state().nextSignalId();
        engine.onSignal(signal(side, reference, strategy));
        return id;
    }
    const QueuedSignal &queued(SignalId id) const { return *engine.state().signalQueue().find(id); }
    Order order(std::uint64_t number) const { return *engine.state().orders().find(OrderId{number}); }
    OrderState stateOf(std::uint64_t number) const { return order(number).state(); }
    Quantity held(const StrategyId &strategy = alpha) const
    {
        const Position *position = engine.state().portfolio().find({strategy, InstrumentId(std::string_view("TEST:SHARE"))});
        return position == nullptr ? Quantity() : position->quantity();
    }
    /// An approved buy of ten at 100, accepted and filled, with stop 97 and target 105 accepted.
    void enter()
    {
        price(u"100");
        const SignalId id = raise(Side::Buy, 100);
        if (!engine.state().isAutoTrading() && !engine.approveSignal(id, 1))
            qFatal("the entry is approved");
        const Order entry = broker.submitted.back();
        broker.accept(entry);
        broker.fill(entry, quantity(u"10"), test::price(u"100"));
        broker.accept(broker.submitted.at(broker.submitted.size() - 2));
        broker.accept(broker.submitted.at(broker.submitted.size() - 1));
    }

    void onDeskEvent(const DeskEvent &event) override { log << event.text; }
    void onFill(const FillRow &) override { ++fillRows; }

    SimClock clock;
    FakeBroker broker;
    SlowJournal journal;
    TradingEngine engine;
    Result<void> recovered;
    QStringList log;
    int fillRows = 0;
    std::uint64_t sequence = 0;
};

} // namespace bellwether::test
