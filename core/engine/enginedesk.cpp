#include "core/engine/enginedesk.h"

#include "core/engine/barexplainer.h"
#include "core/strategy/strategycatalogue.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString lampText(FeedState state)
{
    switch (state) {
    case FeedState::Stopped: return u"stopped"_s;
    case FeedState::Connecting: return u"connecting"_s;
    case FeedState::Live: return u"live"_s;
    case FeedState::Paused: return u"paused"_s;
    case FeedState::Stale: return u"stale"_s;
    case FeedState::Finished: return u"finished"_s;
    case FeedState::Failed: return u"failed"_s;
    }
    return {};
}

QString orderText(OrderId id) { return u"order %1"_s.arg(id.value); }

} // namespace

/// Takes what the engine tells on its thread to the thread of the desk; events of one burst travel together.
class EngineDesk::Listener final : public EngineListener {
public:
    explicit Listener(EngineDesk &desk) : m_desk(desk) {}

    void onDeskEvent(const DeskEvent &event) override
    {
        bool wasEmpty = false;
        {
            const std::scoped_lock lock(m_mutex);
            wasEmpty = m_events.empty();
            m_events.push_back(event);
        }
        if (wasEmpty)
            QMetaObject::invokeMethod(&m_desk, [this] { deliver(); }, Qt::QueuedConnection);
    }
    void onFill(const FillRow &fill) override
    {
        QMetaObject::invokeMethod(&m_desk, [this, fill] { Q_EMIT m_desk.filled(fill); }, Qt::QueuedConnection);
    }
    void onSignal(const SignalRow &row) override
    {
        QMetaObject::invokeMethod(&m_desk, [this, row] { Q_EMIT m_desk.signalChanged(row); }, Qt::QueuedConnection);
    }
    void onOrder(const OrderRow &order) override
    {
        QMetaObject::invokeMethod(&m_desk, [this, order] { Q_EMIT m_desk.orderChanged(order); }, Qt::QueuedConnection);
    }

private:
    void deliver()
    {
        std::vector<DeskEvent> events;
        {
            const std::scoped_lock lock(m_mutex);
            events.swap(m_events);
        }
        Q_EMIT m_desk.eventsLogged(events);
    }

    EngineDesk &m_desk;
    std::mutex m_mutex;
    std::vector<DeskEvent> m_events; ///< guarded by m_mutex
};

EngineDesk::EngineDesk(Parts parts, QObject *parent)
    : TradingDesk(parent), m_catalogue(std::move(parts.catalogue)), m_feedName(std::move(parts.feedName)),
      m_listener(std::make_unique<Listener>(*this)), m_feed(std::move(parts.feed)), m_slots(std::move(parts.strategies)), m_policy(parts.policy),
      m_remake(std::move(parts.remake))
{
    parts.engine.engine->setListener(m_listener.get());
    parts.engine.instruments = m_catalogue->size();
    parts.engine.acknowledge = [feed = m_feed.get()](std::uint64_t sequence) { feed->acknowledge(sequence); };
    parts.engine.fillHealth = [this](HealthView &health) {
        health.feedName = m_feedName;
        health.feedState = lampText(m_feed->state());
        health.isFeedSteerable = m_feed->isSteerable();
        health.feedSpeed = m_feed->speed();
        health.lastTickAt = m_feed->lastEventAt();
        std::tie(health.feedFrom, health.feedTo) = m_feed->span();
        health.feedTarget = m_feed->target();
        m_strategies->watch();
        health.strategiesRunning = m_strategies->runningCount();
        health.strategiesStopped = m_strategies->retiredCount();
        health.strategyOverlaps = m_strategies->overlapCount();
    };
    m_engine = std::make_unique<EngineHost>(std::move(parts.engine));
    connect(m_engine.get(), &EngineHost::snapshotReady, this, [this](DeskSnapshotPtr snapshot) {
        // On the engine's thread: the newest snapshot replaces one that was not fetched yet.
        const std::scoped_lock lock(m_mailMutex);
        if (!std::exchange(m_mail, std::move(snapshot)))
            QMetaObject::invokeMethod(this, &EngineDesk::takeSnapshot, Qt::QueuedConnection);
    }, Qt::DirectConnection);
    connect(m_engine.get(), &EngineHost::finished, this, &TradingDesk::finished, Qt::QueuedConnection);
    m_feed->setSinks({
        [this](MarketBatchPtr batch) {
            m_engine->inbox().post(batch); // first, so that no signal is there before the event that raised it
            m_strategies->post(std::move(batch));
        },
        [this] { m_engine->inbox().postFeedFinished(); },
        [this](ChartUpdatePtr update) {
            QMetaObject::invokeMethod(this, [this, update] { Q_EMIT chartUpdated(update); }, Qt::QueuedConnection);
        },
        [this](DepthUpdatePtr update) {
            QMetaObject::invokeMethod(this, [this, update] { Q_EMIT depthUpdated(update); }, Qt::QueuedConnection);
        },
        [this](const QString &text) {
            m_engine->inbox().post(EngineCommand([text](TradingEngine &engine) { engine.core().log(DeskEvent::Severity::Warning, u"feed"_s, text); }));
        },
    });
}

EngineDesk::~EngineDesk()
{
    stop();
}

void EngineDesk::start(bool isAutoTrading)
{
    m_isRunning = true;
    m_strategies = std::make_unique<StrategyHost>(std::move(m_slots), m_catalogue->size(), strategySinks(), m_policy);
    m_engine->start(isAutoTrading);
    m_feed->start();
}

StrategyHost::Sinks EngineDesk::strategySinks()
{
    const auto tell = [this](DeskEvent::Severity severity, const QString &text) {
        m_engine->inbox().post(EngineCommand([=](TradingEngine &engine) { engine.core().log(severity, u"desk"_s, text); }));
    };
    return {
        [this](SignalBatch batch) { m_engine->inbox().post(std::move(batch)); },
        [this](const StrategyId &strategy, const InstrumentId &instrument, const QString &reason) {
            m_engine->inbox().post(EngineCommand([=](TradingEngine &engine) { engine.noteStopped({strategy, instrument}, reason); }));
        },
        [tell](const TradeSignal &signal) {
            tell(DeskEvent::Severity::Info, u"after the close %1 finds %2 %3 at %4, confidence %5"_s
                     .arg(signal.strategy.toString(), toString(signal.side), signal.instrument.toString())
                     .arg(signal.referencePrice).arg(signal.confidence, 0, 'f', 0));
        },
        [this](const StrategyId &strategy, const InstrumentId &instrument) {
            m_engine->inbox().post(EngineCommand([=](TradingEngine &engine) { engine.noteOverlap({strategy, instrument}); }));
        },
    };
}

void EngineDesk::stop()
{
    if (!std::exchange(m_isRunning, false))
        return;
    m_feed->stop();
    m_pool.waitForDone();
    m_strategies->stop();
    m_engine->stop();
    takeSnapshot();
}

void EngineDesk::takeSnapshot()
{
    {
        const std::scoped_lock lock(m_mailMutex);
        if (!m_mail)
            return;
        m_snapshot = std::exchange(m_mail, nullptr);
    }
    Q_EMIT snapshotChanged(m_snapshot);
}

CommandId EngineDesk::post(std::function<Result<QString>(TradingEngine &)> action)
{
    const CommandId id = ++m_lastCommand;
    m_engine->inbox().post(EngineCommand([this, id, action = std::move(action)](TradingEngine &engine) {
        const Result<QString> done = action(engine);
        const CommandAnswer answer{id, done.has_value(), done ? *done : done.error().detail};
        QMetaObject::invokeMethod(this, [this, answer] { Q_EMIT commandAnswered(answer); }, Qt::QueuedConnection);
    }));
    return id;
}

CommandId EngineDesk::approveSignal(SignalId id, std::uint32_t version)
{
    return post([=](TradingEngine &engine) { return engine.approveSignal(id, version).map(orderText); });
}

CommandId EngineDesk::rejectSignal(SignalId id, std::uint32_t version, RejectReason reason)
{
    return post([=](TradingEngine &engine) {
        return engine.rejectSignal(id, version, reason).map([&] { return u"signal %1 rejected"_s.arg(id.value); });
    });
}

CommandId EngineDesk::editSignal(SignalId id, std::uint32_t version, const SignalEdit &edit)
{
    return post([=](TradingEngine &engine) {
        return engine.editSignal(id, version, edit).map([&] { return u"signal %1 changed"_s.arg(id.value); });
    });
}

CommandId EngineDesk::setAutoTrading(bool isOn)
{
    return post([=](TradingEngine &engine) -> Result<QString> {
        engine.setAutoTrading(isOn);
        return isOn ? u"auto-trading is armed"_s : u"auto-trading is off"_s;
    });
}

CommandId EngineDesk::switchStrategy(StrategyId strategy, InstrumentId instrument, bool isOn, bool isAutomatic)
{
    return post([=](TradingEngine &engine) {
        return engine.switchStrategy({strategy, instrument}, isOn, isAutomatic).map([&] {
            return u"%1 on %2 is %3"_s.arg(strategy.toString(), instrument.toString(), isOn ? u"on"_s : u"off"_s);
        });
    });
}

CommandId EngineDesk::tuneStrategy(StrategyId strategy, InstrumentId instrument, const QStringList &parameters)
{
    return post([=, this](TradingEngine &engine) {
        return engine.tuneStrategy({strategy, instrument}, parameters).map([&](const ParameterSet &set) {
            const StrategyRow *row = engine.strategy({strategy, instrument});
            replaceStrategy(*row, set);
            return u"%1 on %2 has new parameters, from its next bar on"_s.arg(strategy.toString(), instrument.toString());
        });
    });
}

void EngineDesk::replaceStrategy(const StrategyRow &row, const ParameterSet &parameters)
{
    const auto index = m_catalogue->indexOf(row.instrument);
    const auto info = findStrategy(row.strategy.toString());
    if (!index || !info)
        return;
    const auto calendar = ExchangeCalendar::find(m_catalogue->at(*index).calendar);
    const StrategyContext context{row.instrument, row.timeframe, calendar ? *calendar : &ExchangeCalendar::crypto()};
    m_feed->readHistory(*index, {row.timeframe}, [this, context, info = *info, parameters](const FeedHost::SeriesMap &series) {
        const auto &past = series.at(context.timeframe);
        m_strategies->replace(context.instrument, makeStrategy(*info, parameters, context), past ? *past : BarColumns());
    });
}

CommandId EngineDesk::setLimits(const std::vector<LimitChange> &changes, bool isLooseningConfirmed)
{
    return post([=](TradingEngine &engine) { return engine.setLimits(changes, isLooseningConfirmed); });
}

CommandId EngineDesk::submitOrder(const OrderRequest &request)
{
    return post([=](TradingEngine &engine) { return engine.submitOrder(request).map(orderText); });
}

CommandId EngineDesk::previewOrder(const OrderRequest &request)
{
    const CommandId id = ++m_lastCommand;
    m_engine->inbox().post(EngineCommand([this, id, request](TradingEngine &engine) {
        OrderPreview preview;
        if (auto made = engine.previewOrder(request))
            preview = *std::move(made);
        else
            preview.error = made.error().detail;
        preview.command = id;
        QMetaObject::invokeMethod(this, [this, preview] { Q_EMIT orderPreviewed(preview); }, Qt::QueuedConnection);
    }));
    return id;
}

CommandId EngineDesk::modifyOrder(OrderId id, const OrderEdit &edit)
{
    return post([=](TradingEngine &engine) {
        return engine.modifyOrder(id, edit).map([&] { return u"order %1 is being changed"_s.arg(id.value); });
    });
}

CommandId EngineDesk::cancelOrder(OrderId id)
{
    return post([=](TradingEngine &engine) {
        return engine.cancelOrder(id).map([&] { return u"order %1 is being cancelled"_s.arg(id.value); });
    });
}

CommandId EngineDesk::cancelAllOrders()
{
    return post([](TradingEngine &engine) -> Result<QString> {
        return u"%1 orders are being cancelled"_s.arg(engine.cancelAllOrders());
    });
}

CommandId EngineDesk::closePosition(StrategyId strategy, InstrumentId instrument)
{
    return post([=](TradingEngine &engine) { return engine.closePosition({strategy, instrument}).map(orderText); });
}

CommandId EngineDesk::protectPosition(StrategyId strategy, InstrumentId instrument, Price stop, Price target)
{
    return post([=](TradingEngine &engine) { return engine.protectPosition({strategy, instrument}, stop, target); });
}

CommandId EngineDesk::reversePosition(StrategyId strategy, InstrumentId instrument)
{
    return post([=](TradingEngine &engine) { return engine.reversePosition({strategy, instrument}); });
}

CommandId EngineDesk::closeAllPositions()
{
    return post([](TradingEngine &engine) -> Result<QString> {
        return u"%1 positions are being closed"_s.arg(engine.closeAllPositions());
    });
}

CommandId EngineDesk::kill(bool shallFlatten)
{
    return post([=](TradingEngine &engine) -> Result<QString> { return engine.kill(shallFlatten); });
}

CommandId EngineDesk::resetLatches(const QString &note)
{
    return post([=](TradingEngine &engine) -> Result<QString> {
        engine.resetLatches(note);
        return u"latches reset"_s;
    });
}

CommandId EngineDesk::startWork(const WorkRequest &request)
{
    return post([=](TradingEngine &engine) {
        return engine.startWork(request).map([](WorkId id) { return u"worked order %1"_s.arg(id.value); });
    });
}

CommandId EngineDesk::cancelWork(WorkId id)
{
    return post([=](TradingEngine &engine) {
        return engine.cancelWork(id).map([&] { return u"worked order %1 is being cancelled"_s.arg(id.value); });
    });
}

CommandId EngineDesk::reconcile()
{
    return post([](TradingEngine &engine) -> Result<QString> {
        engine.reconcile();
        return u"the venue was asked for its books"_s;
    });
}

CommandId EngineDesk::resolveDifference(quint64 difference, DifferenceAction action)
{
    return post([=](TradingEngine &engine) { return engine.resolveDifference(difference, action); });
}

void EngineDesk::subscribeChart(InstrumentId instrument, Timeframe timeframe)
{
    if (const auto index = m_catalogue->indexOf(instrument))
        m_feed->subscribeChart(*index, timeframe);
}

void EngineDesk::unsubscribeChart(InstrumentId instrument, Timeframe timeframe)
{
    if (const auto index = m_catalogue->indexOf(instrument))
        m_feed->unsubscribeChart(*index, timeframe);
}

void EngineDesk::subscribeDepth(InstrumentId instrument)
{
    if (const auto index = m_catalogue->indexOf(instrument))
        m_feed->subscribeDepth(*index);
}

void EngineDesk::unsubscribeDepth(InstrumentId instrument)
{
    if (const auto index = m_catalogue->indexOf(instrument))
        m_feed->unsubscribeDepth(*index);
}

// The engine's thread knows the parameters and what became of a signal, the bars come from the feed's thread, and the
// conditions are worked out on the pool.
CommandId EngineDesk::explainBar(InstrumentId instrument, Timestamp after, Timestamp upTo)
{
    const CommandId id = ++m_lastCommand;
    BarExplanation explanation{id, instrument, after, upTo, {}};
    const auto index = m_catalogue->indexOf(instrument);
    const bool isShort = m_snapshot && m_snapshot->health.memory.level >= MemoryLevel::High; // explanations replay the past
    if (!index || !m_remake || isShort) {
        QMetaObject::invokeMethod(this, [this, explanation] { Q_EMIT barExplained(explanation); }, Qt::QueuedConnection);
        return id;
    }
    m_engine->inbox().post(EngineCommand([this, index = *index, explanation](TradingEngine &engine) {
        auto made = std::make_shared<std::vector<StrategyHost::Slot>>(m_remake(index, engine.state()));
        std::set<Timeframe> timeframes;
        for (const StrategyHost::Slot &slot : *made)
            timeframes.insert(slot.timeframe);
        m_feed->readHistory(index, std::move(timeframes), [this, made, explanation](const FeedHost::SeriesMap &series) {
            m_pool.start([this, made, series, explanation] { explain(*made, series, explanation); });
        });
    }));
    return id;
}

void EngineDesk::explain(std::vector<StrategyHost::Slot> &slots, const FeedHost::SeriesMap &series, BarExplanation explanation)
{
    for (StrategyHost::Slot &slot : slots) {
        const auto &bars = series.at(slot.timeframe);
        explanation.verdicts.push_back(verdictOf(std::move(slot), bars ? *bars : BarColumns(), explanation.after, explanation.upTo));
    }
    m_engine->inbox().post(EngineCommand([this, explanation = std::move(explanation)](TradingEngine &engine) mutable {
        for (StrategyVerdict &verdict : explanation.verdicts)
            nameGate(verdict, explanation.instrument, engine.state(), engine.signalDesk());
        QMetaObject::invokeMethod(this, [this, explanation] { Q_EMIT barExplained(explanation); }, Qt::QueuedConnection);
    }));
}

} // namespace bellwether
