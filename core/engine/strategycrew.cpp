#include "core/engine/strategycrew.h"

#include "core/base/log.h"

#include <pthread.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::chrono::seconds partingTime(2); // what a call under way gets to come back when the desk stops

} // namespace

StrategyHost::Crew::Crew(std::vector<Slot> slotList, std::size_t instruments, Sinks sinks, Policy policy)
    : m_sinks(std::move(sinks)), m_policy(policy), m_byInstrument(instruments)
{
    for (Slot &slot : slotList) {
        m_byInstrument.at(slot.instrument).push_back(m_members.size());
        const StrategyId id(slot.strategy->info().id);
        m_members.push_back({id, std::move(slot), {}});
    }
}

void StrategyHost::Crew::start()
{
    const Lock lock(m_mutex);
    appoint();
}

// Gives the lead to a new thread, which keeps the crew alive by itself.
void StrategyHost::Crew::appoint()
{
    const Leader leader = m_leader + 1;
    m_threads.emplace(leader, std::thread([crew = shared_from_this(), leader] {
        pthread_setname_np(pthread_self(), "strategies");
        crew->lead(leader);
    }));
    m_leader = leader;
}

void StrategyHost::Crew::post(MarketBatchPtr batch)
{
    if (batch->empty())
        return;
    {
        const Lock lock(m_mutex);
        m_batches.push_back(std::move(batch));
        if (m_batches.size() > 1 || m_warmed < m_members.size())
            return; // the leader is at work and will see it
    }
    m_news.notify_all();
}

void StrategyHost::Crew::lead(Leader leader)
{
    Lock lock(m_mutex);
    while (isLeading(leader)) {
        walk(lock, leader);
        m_news.wait(lock, [&] { return !isLeading(leader) || !m_batches.empty(); });
    }
    m_ended.insert(leader);
    m_news.notify_all();
}

void StrategyHost::Crew::walk(Lock &lock, Leader leader)
{
    if (m_warmed < m_members.size() || !m_earlier.raised.empty())
        warmUp(lock, leader);
    while (isLeading(leader) && !m_batches.empty())
        workOff(lock, leader);
}

void StrategyHost::Crew::warmUp(Lock &lock, Leader leader)
{
    while (m_warmed < m_members.size()) {
        const std::size_t index = m_warmed++;
        const BarColumns bars = std::exchange(m_members[index].slot.warmUp, {});
        Outcome outcome = call(lock, leader, index, [&bars](Strategy &strategy) {
            std::vector<SignalAt> raised;
            strategy.scan(bars, 0, bars.size(), raised);
            return raised.empty() ? std::optional<TradeSignal>() : std::move(raised.back().signal);
        });
        if (!isLeading(leader))
            return; // a signal of a warm-up that took this long is not fresh
        if (outcome.signal && outcome.signal->time > m_members[index].slot.freshSince)
            m_earlier.raised.emplace_back(0, *std::move(outcome.signal));
    }
    if (!m_earlier.raised.empty())
        m_sinks.batch(std::exchange(m_earlier, {}));
}

// The place in the batch is moved on before each call: whoever leads after it goes on from there.
void StrategyHost::Crew::workOff(Lock &lock, Leader leader)
{
    const MarketBatchPtr batch = m_batches.front();
    while (m_event < batch->size()) {
        const MarketEvent &event = (*batch)[m_event];
        const std::vector<std::size_t> &members = m_byInstrument[event.instrument];
        if (std::holds_alternative<Quote>(event.payload) || m_turn == members.size()) {
            ++m_event;
            m_turn = 0;
            continue;
        }
        offer(lock, leader, members[m_turn++], event);
        if (!isLeading(leader))
            return;
    }
    m_event = 0;
    m_batches.pop_front();
    m_answer.upTo = batch->back().sequence;
    m_sinks.batch(std::exchange(m_answer, {}));
}

void StrategyHost::Crew::offer(Lock &lock, Leader leader, std::size_t index, const MarketEvent &event)
{
    Member &member = m_members[index];
    if (member.isRetired)
        return;
    if (const auto *timed = std::get_if<TimedBar>(&event.payload)) {
        if (timed->timeframe == member.slot.timeframe)
            offerBar(lock, leader, index, event, pointOf(timed->bar));
        return;
    }
    if (member.isBusy)
        return; // a print that comes during a long run is missed
    const auto &trade = std::get<TapeTrade>(event.payload);
    answer(leader, event.sequence, call(lock, leader, index, [&trade](Strategy &strategy) { return strategy.onTrade(trade); }));
}

void StrategyHost::Crew::offerBar(Lock &lock, Leader leader, std::size_t index, const MarketEvent &event, const BarPoint &bar)
{
    Member &member = m_members[index];
    if (member.successor && !member.isBusy)
        succeed(member, bar);
    member.waiting.push_back(bar);
    const Cadence::Run run = member.slot.cadence ? member.slot.cadence->onBarClose(bar.closeTime) : Cadence::Run::Decide;
    if (run == Cadence::Run::None)
        return;
    if (member.isBusy) {
        ++m_overlaps;
        m_sinks.overlapped(member.id, member.slot.instrumentId);
        return;
    }
    std::vector<BarPoint> bars;
    bars.swap(member.waiting);
    const BarColumns past = member.successor ? BarColumns() : std::exchange(member.past, {});
    Outcome outcome = call(lock, leader, index, [&bars, &past](Strategy &strategy) {
        std::vector<SignalAt> earlier; // of bars that its predecessor has seen
        strategy.scan(past, 0, past.size(), earlier);
        std::optional<TradeSignal> newest; // what an older bar of the run raised is superseded
        for (const BarPoint &one : bars)
            newest = strategy.onBar(one);
        return newest;
    });
    if (member.waiting.empty()) {
        bars.clear();
        member.waiting.swap(bars); // keeps its room for the next run
    }
    if (run == Cadence::Run::Decide)
        answer(leader, event.sequence, std::move(outcome));
    else if (outcome.signal && !m_isStopping)
        m_sinks.analysed(*outcome.signal);
}

void StrategyHost::Crew::replace(const InstrumentId &instrument, std::unique_ptr<Strategy> successor, BarColumns past)
{
    const Lock lock(m_mutex);
    const StrategyId id(successor->info().id);
    for (Member &member : m_members) {
        if (member.id != id || member.slot.instrumentId != instrument || member.isRetired)
            continue;
        member.successor = std::move(successor);
        member.past = std::move(past);
        return;
    }
}

// The past was read where the bars are made and may be ahead of what the strategies have seen: until a bar beyond it
// comes, the old one goes on. The past itself is told to the new one with its first run.
void StrategyHost::Crew::succeed(Member &member, const BarPoint &bar)
{
    const auto isPast = [&member](const BarPoint &one) { return !member.past.isEmpty() && one.closeTime <= member.past.closeTime.back(); };
    if (isPast(bar))
        return;
    member.slot.strategy = std::move(member.successor);
    std::erase_if(member.waiting, isPast);
}

// Runs `action` without the lock. The strategy is away meanwhile; it comes back unless it was retired.
template <typename Call> StrategyHost::Crew::Outcome StrategyHost::Crew::call(Lock &lock, Leader leader, std::size_t index, Call &&action)
{
    Member &member = m_members[index];
    std::unique_ptr<Strategy> strategy = std::move(member.slot.strategy);
    member.isBusy = true;
    m_runs[leader] = {index, std::chrono::steady_clock::now()};
    lock.unlock();
    Outcome outcome;
    try {
        outcome.signal = action(*strategy);
    } catch (const std::exception &error) {
        outcome.failure = QString::fromUtf8(error.what());
    } catch (...) {
        outcome.failure = u"an exception of no known kind"_s;
    }
    lock.lock();
    m_runs.erase(leader);
    member.isBusy = false;
    if (member.isRetired)
        return {}; // too late
    member.slot.strategy = std::move(strategy);
    if (!outcome.failure.isEmpty())
        retire(member, outcome.failure);
    return outcome;
}

void StrategyHost::Crew::answer(Leader leader, std::uint64_t sequence, Outcome &&outcome)
{
    if (!outcome.signal || m_isStopping)
        return;
    if (leader == m_leader)
        m_answer.raised.emplace_back(sequence, *std::move(outcome.signal));
    else // its batch was answered without it
        m_sinks.batch({0, {{sequence, *std::move(outcome.signal)}}});
}

void StrategyHost::Crew::watch()
{
    const Lock lock(m_mutex);
    if (m_isStopping)
        return;
    const auto now = std::chrono::steady_clock::now();
    for (const auto &[leader, run] : m_runs) {
        Member &member = m_members[run.member];
        if (!member.isRetired && now - run.since > m_policy.timeout)
            retire(member, u"it gave no answer for %1 s"_s.arg(std::chrono::duration<double>(m_policy.timeout).count()));
    }
    const auto leading = m_runs.find(m_leader);
    if (leading == m_runs.end() || now - leading->second.since <= m_policy.slowAfter)
        return;
    const auto going = std::count_if(m_runs.begin(), m_runs.end(), [this](const auto &entry) { return !m_members[entry.second.member].isRetired; });
    if (going >= m_policy.concurrentMax)
        return;
    try {
        appoint();
    } catch (const std::system_error &error) {
        qCWarning(logStrategy, "no thread for the other strategies: %s", error.what()); // the next look tries again
    }
}

void StrategyHost::Crew::retire(Member &member, const QString &reason)
{
    qCWarning(logStrategy, "%s on %s is retired: %s", qUtf8Printable(member.id.toString()), qUtf8Printable(member.slot.instrumentId.toString()),
              qUtf8Printable(reason));
    member.isRetired = true;
    member.slot.strategy.reset();
    ++m_retired;
    m_sinks.retired(member.id, member.slot.instrumentId, reason);
}

void StrategyHost::Crew::stop()
{
    Lock lock(m_mutex);
    if (std::exchange(m_isStopping, true))
        return;
    m_news.notify_all();
    m_news.wait_for(lock, partingTime, [this] { return m_ended.size() == m_threads.size(); });
    const std::set<Leader> ended = m_ended;
    std::map<Leader, std::thread> threads;
    threads.swap(m_threads);
    lock.unlock();
    for (auto &[leader, thread] : threads) {
        if (ended.contains(leader)) {
            thread.join();
            continue;
        }
        qCWarning(logStrategy, "a strategy did not come back and is left behind");
        thread.detach();
    }
}

int StrategyHost::Crew::runningCount() const
{
    const Lock lock(m_mutex);
    return int(m_members.size()) - m_retired;
}

int StrategyHost::Crew::retiredCount() const
{
    const Lock lock(m_mutex);
    return m_retired;
}

std::uint64_t StrategyHost::Crew::overlapCount() const
{
    const Lock lock(m_mutex);
    return m_overlaps;
}

} // namespace bellwether
