#include "core/engine/enginehost.h"

#include "core/base/log.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::chrono::milliseconds snapshotEvery(100);
constexpr std::size_t eventsPerTurn = 4'096; // then the event loop gets a turn: timers, commands, journal answers
constexpr int ticksWhenShort = 5; // of the timer, for one snapshot where memory is short

} // namespace

EngineHost::EngineHost(Parts parts)
    : m_parts(std::move(parts)),
      m_inbox([this] { QMetaObject::invokeMethod(&m_context, [this] { drain(); }, Qt::QueuedConnection); })
{
    m_thread.setObjectName(u"engine"_s);
    m_context.moveToThread(&m_thread);
}

EngineHost::~EngineHost()
{
    stop();
}

void EngineHost::start(bool isAutoTrading)
{
    m_thread.start();
    QMetaObject::invokeMethod(&m_context, [this, isAutoTrading] {
        m_timer = std::make_unique<QTimer>();
        QObject::connect(m_timer.get(), &QTimer::timeout, &m_context, [this] { tick(); });
        guarded([&] { m_parts.engine->start(isAutoTrading); });
        publish();
        m_timer->start(snapshotEvery);
    }, Qt::QueuedConnection);
}

void EngineHost::stop()
{
    if (!m_thread.isRunning()) {
        m_parts.detachJournal();
        return;
    }
    QMetaObject::invokeMethod(&m_context, [this] {
        runCommands();
        if (!m_isFinished)
            guarded([this] { m_parts.engine->stop(false); });
        keepSnapshot();
        m_parts.flushJournal();
        publish();
        m_timer.reset();
    }, Qt::BlockingQueuedConnection);
    m_parts.detachJournal();
    m_thread.quit();
    m_thread.wait();
}

void EngineHost::wakeForJournal()
{
    QMetaObject::invokeMethod(&m_context, [this] {
        guarded([this] { m_parts.deliverCommits(); });
        drain();
    }, Qt::QueuedConnection);
}

// Nothing escapes a slot: a broken assumption stops new risk and is told.
template <typename Action> void EngineHost::guarded(Action &&action)
{
    try {
        action();
    } catch (const std::exception &error) {
        qCCritical(logEngine, "fault: %s", error.what());
        try {
            m_parts.engine->enterFaulted(QString::fromUtf8(error.what()));
        } catch (const std::exception &second) {
            qCCritical(logEngine, "fault while stopping: %s", second.what());
        }
    }
}

void EngineHost::drain()
{
    EventInbox::Contents contents = m_inbox.takeAll();
    m_commands.insert(m_commands.end(), std::make_move_iterator(contents.commands.begin()), std::make_move_iterator(contents.commands.end()));
    for (SignalBatch &batch : contents.strategySignals) {
        m_strategiesAt = std::max(m_strategiesAt, batch.upTo);
        m_raised.insert(m_raised.end(), std::make_move_iterator(batch.raised.begin()), std::make_move_iterator(batch.raised.end()));
    }
    for (MarketBatchPtr &batch : contents.market) {
        m_backlog += batch->size();
        m_market.push_back(std::move(batch));
    }
    m_isFeedFinished = m_isFeedFinished || contents.isFeedFinished;
    keepBacklogSmall();
    runCommands();
    if (processMarket() && !m_isRescheduled) {
        m_isRescheduled = true;
        QMetaObject::invokeMethod(&m_context, [this] {
            m_isRescheduled = false;
            drain();
        }, Qt::QueuedConnection);
    }
    finish();
}

void EngineHost::keepBacklogSmall()
{
    if (m_parts.pace != Pace::Live || !m_backlogWatch.isDue(m_backlog, m_memory.level >= MemoryLevel::High))
        return;
    m_backlog = m_market.front()->size() + conflate(m_market, 1, m_parts.instruments); // the first may be half done
    m_backlogWatch.thinned(m_backlog);
}

void EngineHost::runCommands()
{
    for (EngineCommand &command : std::exchange(m_commands, {}))
        guarded([&] { command(*m_parts.engine); });
}

// Works off what may be worked off now. Returns whether more could be done at once.
bool EngineHost::processMarket()
{
    if (m_isFinished)
        return false;
    const bool isLockstep = m_parts.pace == Pace::Lockstep;
    std::uint64_t done = 0;
    std::size_t count = 0;
    while (!m_market.empty() && count < eventsPerTurn) {
        const MarketBatch &batch = *m_market.front();
        if (m_position == batch.size()) {
            m_backlog -= batch.size();
            m_market.pop_front();
            m_position = 0;
            continue;
        }
        const MarketEvent &event = batch[m_position];
        if (isLockstep && (m_parts.engine->isWaitingForJournal() || event.sequence > m_strategiesAt))
            break;
        process(event);
        done = m_processedUpTo = event.sequence;
        ++m_position;
        ++count;
    }
    if (m_market.empty())
        m_backlogWatch.emptied();
    if (!isLockstep)
        takeRaised(m_processedUpTo);
    if (done > 0)
        m_parts.acknowledge(done);
    return count == eventsPerTurn;
}

void EngineHost::process(const MarketEvent &event)
{
    if (m_parts.simClock != nullptr)
        m_parts.simClock->advanceTo(event.time);
    guarded([&] { m_parts.engine->onMarket(event); });
    if (m_parts.pace == Pace::Lockstep)
        takeRaised(event.sequence);
}

// The signals of the events that the engine has seen: no order fills on the data that caused it.
void EngineHost::takeRaised(std::uint64_t upTo)
{
    while (!m_raised.empty() && m_raised.front().first <= upTo) {
        const auto &[sequence, signal] = m_raised.front();
        const SignalOrigin origin = sequence == 0 ? SignalOrigin::BeforeStart : SignalOrigin::Market;
        guarded([&] { m_parts.engine->onSignal(signal, origin); });
        m_raised.pop_front();
    }
}

void EngineHost::finish()
{
    if (!m_isFeedFinished || m_isFinished || !m_market.empty() || m_parts.engine->isWaitingForJournal())
        return;
    m_isFinished = true;
    guarded([this] { m_parts.engine->stop(true); });
    m_parts.flushJournal();
    publish();
    Q_EMIT finished();
}

void EngineHost::tick()
{
    ++m_ticks;
    if (m_ticks % 10 == 0) {
        const std::uint64_t events = m_parts.engine->core().market.eventCount();
        m_eventsPerSecond = double(events - m_eventsAtLastTick);
        m_eventsAtLastTick = events;
        lookAtMemory();
    }
    if (m_parts.pace == Pace::Live && !m_isFinished)
        guarded([this] { m_parts.engine->onTime(); });
    if (m_parts.engine->state().localDay() != m_snapshotDay)
        keepSnapshot();
    m_parts.flushJournal();
    if (const QString failure = m_parts.journalFailure(); failure != m_journalFailure) {
        m_journalFailure = failure;
        if (failure.isEmpty())
            guarded([&] { m_parts.engine->onJournalWritten(); });
        else
            guarded([&] { m_parts.engine->onJournalFailed(failure); });
        if (!failure.isEmpty() && m_parts.pace == Pace::Lockstep && !m_isFinished) {
            // The next event would wait for the journal for ever.
            m_isFinished = true;
            publish();
            Q_EMIT finished();
        }
    }
    if (m_memory.level < MemoryLevel::High || m_ticks % ticksWhenShort == 0)
        publish();
}

void EngineHost::lookAtMemory()
{
    const MemoryLevel before = m_memory.level;
    m_memory = memoryView(m_parts.readMemory());
    if (m_memory.level >= MemoryLevel::Medium && (m_memory.level > before || m_ticks % 600 == 0))
        giveBackFreeMemory();
    if (m_memory.level == before)
        return;
    const QString level = toString(m_memory.level);
    m_parts.engine->setShortage(m_memory.level == MemoryLevel::Critical ? u"memory is %1: no new risk is taken"_s.arg(level) : QString());
    if (m_memory.level > before)
        m_parts.engine->noteTrouble(ErrorClass::System, m_memory.level == MemoryLevel::Critical ? ErrorRecovery::Stop : ErrorRecovery::Delay, u"desk"_s,
                                    u"memory is %1: %2"_s.arg(level, m_memory.shed));
    else
        m_parts.engine->core().log(DeskEvent::Severity::Info, u"desk"_s, u"memory is %1 again"_s.arg(level));
}

void EngineHost::keepSnapshot()
{
    m_snapshotDay = m_parts.engine->state().localDay();
    if (const std::uint64_t sequence = m_parts.engine->core().lastSequence(); sequence > 0)
        guarded([&] { m_parts.keepSnapshot(m_parts.engine->state(), sequence); });
}

void EngineHost::publish()
{
    HealthView health;
    m_parts.fillHealth(health);
    health.inboxDepth = m_inbox.depth() + m_backlog - m_position;
    health.journalPending = m_parts.journalPending();
    health.isJournalHealthy = m_journalFailure.isEmpty();
    health.ticksPerSecond = m_eventsPerSecond;
    health.memory = m_memory;
    Q_EMIT snapshotReady(m_parts.engine->snapshot(health));
}

} // namespace bellwether
