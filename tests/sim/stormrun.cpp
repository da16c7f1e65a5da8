#include "tests/sim/stormrun.h"

#include "core/engine/recordcodec.h"
#include "tests/support/builders.h"

using namespace Qt::StringLiterals;

namespace bellwether::test {

namespace {

const Timestamp begin = utcMidnight(2024, 1, 3) + std::chrono::hours(12);
constexpr InstrumentIndex shareIndex = 1;

/// Tells what the desk said, where BELLWETHER_STORM_LOG is set: to see what a failing seed did.
class Narrator final : public EngineListener {
public:
    explicit Narrator(const SimClock &clock) : m_clock(clock) {}
    bool wantsNarration() const override { return isOn; }
    void onDeskEvent(const DeskEvent &event) override
    {
        if (isOn)
            qInfo("%s %s: %s", qPrintable(toIsoString(m_clock.now())), qPrintable(event.source), qPrintable(event.text));
    }
    void onOrder(const OrderRow &row) override
    {
        if (isOn)
            qInfo("%s order %llu %s %s %s of %s: %s", qPrintable(toIsoString(m_clock.now())), static_cast<unsigned long long>(row.order.id.value),
                  qPrintable(toString(row.order.role)), qPrintable(toString(row.order.state())), qPrintable(toString(row.order.filledQuantity())),
                  qPrintable(toString(row.order.quantity)), qPrintable(row.order.reason));
    }

private:
    const bool isOn = qEnvironmentVariableIsSet("BELLWETHER_STORM_LOG");
    const SimClock &m_clock;
};

constexpr int ordersPerSecond = 10;

EngineConfig configOf()
{
    EngineConfig config;
    config.account = AccountId(std::string_view("storm"));
    config.startingCash = usdt(u"100000");
    config.limits = RiskLimits::unrestricted();
    config.limits.sizing = SizingMethod::FixedQuantity;
    config.limits.fixedQuantity = Quantity::fromInt(10);
    config.limits.dailyLossMax = 0.05;
    config.limits.driftMax = 0.02;
    config.limits.confidenceCutoff = 25;
    config.limits.staleAfterSeconds = 60;
    config.limits.positionsMax = 4;
    config.limits.timeStopMinutes = 30;
    config.limits.ordersPerSecondMax = ordersPerSecond;
    config.limits.ordersReserved = 2;
    config.categories = {{StrategyId(std::string_view("alpha")), StrategyCategory::DayTrading},
                         {StrategyId(std::string_view("beta")), StrategyCategory::LongTerm}};
    return config;
}

} // namespace

// ---- the disk

std::uint64_t VirtualDisk::append(Timestamp time, const QByteArray &body)
{
    m_entries.push_back({m_entries.size() + 1, time, body});
    if (body.startsWith("{\"kind\":\"order_planned\"")) {
        if (const auto record = decodeRecord(body))
            m_planned[std::get<OrderPlanned>(*record).order.clientId] = m_entries.size();
    }
    return m_entries.size();
}

void VirtualDisk::commit()
{
    if (m_hasRefused || (!m_asked.empty() && m_asked.back().second == m_entries.size()))
        return;
    if (refusals > 0 && m_rng.uniform() < refusals) {
        m_hasRefused = true;
        return;
    }
    const Duration takes = stalls > 0 && m_rng.uniform() < stalls ? Duration(std::chrono::seconds(2)) : Duration(std::chrono::milliseconds(m_rng.below(30)));
    const Timestamp free = m_asked.empty() ? m_clock.now() : std::max(m_clock.now(), m_asked.back().first);
    m_asked.emplace_back(free + takes, m_entries.size());
}

void VirtualDisk::advance()
{
    while (!m_asked.empty() && m_asked.front().first <= m_clock.now()) {
        m_durable = m_asked.front().second;
        m_asked.pop_front();
        announceCommitted(m_durable);
    }
}

void VirtualDisk::crash()
{
    m_asked.clear();
    const std::size_t kept = std::size_t(m_durable + m_rng.below(m_entries.size() - m_durable + 1));
    m_entries.resize(kept);
    m_durable = kept;
    std::erase_if(m_planned, [kept](const auto &planned) { return planned.second > kept; });
    m_hasRefused = false; // the space is back
}

std::uint64_t VirtualDisk::plannedAt(const ClientOrderId &id) const
{
    const auto found = m_planned.find(id);
    return found == m_planned.end() ? 0 : found->second;
}

// ---- the run

StormRun::StormRun(std::uint64_t seed)
    : m_seed(seed), m_rng(seed), m_catalogue(aCatalogue()), m_clock(begin), m_ledger(m_catalogue, m_clock, seed * 3 + 1),
      m_disk(m_clock, seed * 5 + 2), m_listener(std::make_unique<Narrator>(m_clock))
{
    m_disk.stalls = 0.01;
    m_disk.refusals = 0.0005;
    start();
}

void StormRun::fail(const QString &what)
{
    if (m_outcome.trouble.isEmpty())
        m_outcome.trouble = u"seed %1, event %2: %3"_s.arg(m_seed).arg(m_sequence).arg(what);
}

void StormRun::start()
{
    m_desk.engine.reset();
    m_desk.broker.reset(); // before the next one listens to the ledger
    m_desk.broker = std::make_unique<StormyBroker>(m_ledger, m_catalogue, m_clock, m_rng.below(1'000'000'000));
    m_desk.broker->weather = m_weather;
    m_desk.broker->onSend = [this](const Order &order) {
        const std::uint64_t planned = m_disk.plannedAt(order.clientId);
        if (planned == 0 || planned > m_disk.durable())
            fail(u"I01: %1 left before its intent was durable"_s.arg(order.clientId.toString()));
        if (state().isKilled() && order.role == OrderRole::Entry)
            fail(u"I14: an entry left after the kill switch"_s);
        m_sends.push_back(m_clock.now());
        while (m_sends.front() <= m_clock.now() - std::chrono::seconds(1))
            m_sends.pop_front();
        if (m_sends.size() > std::size_t(ordersPerSecond))
            fail(u"I15: %1 orders left within a second"_s.arg(m_sends.size()));
    };
    EngineConfig config = configOf();
    config.budget = m_budget;
    m_desk.engine = std::make_unique<TradingEngine>(config, m_catalogue,
        std::vector<const ExchangeCalendar *>{&ExchangeCalendar::crypto(), &ExchangeCalendar::crypto()}, m_clock, *m_desk.broker, m_disk);
    m_desk.engine->setListener(m_listener.get());
    recover();
    m_desk.engine->start(false);
}

// From the snapshot where its entry survived: I18, it and what followed are the replay of all.
void StormRun::recover()
{
    const auto &entries = m_disk.entries();
    if (m_snapshotAt == 0 || m_snapshotAt > entries.size()) {
        m_snapshotAt = 0;
        if (auto recovered = m_desk.engine->recover(entries); !recovered)
            fail(u"D01: "_s + recovered.error().detail);
        return;
    }
    const auto restored = m_desk.engine->restore(m_snapshot);
    const auto recovered = m_desk.engine->recover({entries.begin() + std::ptrdiff_t(m_snapshotAt), entries.end()});
    if (!restored || !recovered)
        return fail(u"I18: "_s + (restored ? recovered.error().detail : restored.error().detail));
    DeskState replayed(m_catalogue, usdt(u"100000"));
    for (const JournalEntry &entry : entries)
        std::ignore = replayed.apply(*decodeRecord(entry.body), entry.time);
    if (replayed.digest() != state().digest())
        fail(u"I18: the snapshot at %1 and its tail are not the replay"_s.arg(m_snapshotAt));
}

void StormRun::restart()
{
    m_disk.crash();
    ++m_outcome.restarts;
    start();
}

void StormRun::elapse(Duration time)
{
    // In steps: what travels arrives between them.
    const Timestamp until = m_clock.now() + time;
    while (m_clock.now() < until) {
        m_clock.advanceTo(std::min(until, m_clock.now() + std::chrono::milliseconds(50)));
        m_disk.advance();
        m_desk.broker->advance();
        m_desk.engine->onTime();
        if (m_disk.hasRefused()) {
            m_desk.engine->enterFaulted(u"the journal cannot be written"_s);
            restart();
        }
    }
}

void StormRun::movePrice()
{
    if (m_rng.below(20) == 0) {
        m_snapshotAt = m_disk.entries().size();
        m_snapshot = state().snapshot();
    }
    m_level = std::clamp(m_level * (1 + 0.004 * m_rng.normal()), 20.0, 500.0);
    const Price last = m_catalogue->at(shareIndex).roundToTick(m_level, Rounding::Nearest);
    m_ledger.price(shareIndex, last);
    m_desk.engine->onMarket({++m_sequence, shareIndex, m_clock.now(), TapeTrade{m_clock.now(), last, Quantity::fromInt(1'000)}});
}

void StormRun::act()
{
    TradingEngine &engine = *m_desk.engine;
    const auto &waiting = state().signalQueue().waiting();
    switch (m_rng.below(14)) {
    case 0: case 1: case 2: {
        TradeSignal signal;
        signal.strategy = StrategyId(std::array<std::string_view, 3>{"alpha", "beta", "gamma"}[m_rng.below(3)]);
        signal.instrument = m_catalogue->at(shareIndex).id;
        signal.time = m_clock.now();
        signal.side = Side(m_rng.below(2));
        signal.referencePrice = m_level;
        signal.stop = signal.target = std::numeric_limits<double>::quiet_NaN();
        signal.confidence = m_rng.uniform(20, 100);
        engine.onSignal(signal);
        break;
    }
    case 3: case 4: case 5: case 6:
        if (!waiting.empty())
            std::ignore = engine.approveSignal(waiting.begin()->first, waiting.begin()->second.version);
        break;
    case 7: {
        OrderRequest request;
        request.instrument = m_catalogue->at(shareIndex).id;
        request.side = Side(m_rng.below(2));
        request.type = OrderType::Limit;
        request.quantity = Quantity::fromInt(1 + std::int64_t(m_rng.below(9)));
        request.limitPrice = m_catalogue->at(shareIndex).roundToTick(m_level * m_rng.uniform(0.98, 1.02), Rounding::Nearest);
        std::ignore = engine.submitOrder(request);
        break;
    }
    case 8: case 9: { // S13, S15: cancels race with fills
        const auto &active = state().orders().active();
        if (!active.empty())
            std::ignore = engine.cancelOrder(*std::next(active.begin(), std::ptrdiff_t(m_rng.below(active.size()))));
        break;
    }
    case 10: { // S16
        const auto &active = state().orders().active();
        if (!active.empty()) {
            OrderEdit edit;
            edit.quantity = Quantity::fromInt(1 + std::int64_t(m_rng.below(9)));
            std::ignore = engine.modifyOrder(*active.begin(), edit);
        }
        break;
    }
    case 11:
        if (m_rng.below(12) == 0)
            engine.kill(m_rng.below(2) == 0);
        else if (state().isKilled())
            engine.resetLatches(u"again"_s);
        break;
    case 12: {
        const auto held = state().portfolio().held();
        if (!held.empty())
            std::ignore = engine.closePosition(state().portfolio().book(*held.begin()).key);
        break;
    }
    default:
        engine.setAutoTrading(m_rng.below(3) == 0);
    }
}

// Whatever was lost on the way, what is known here is never more than the venue did.
void StormRun::check()
{
    for (const Order &order : state().orders().all()) {
        if (order.filledQuantity() > order.quantity || order.filledQuantity() < Quantity())
            fail(u"I03: order %1 filled %2 of %3"_s.arg(order.id.value).arg(toString(order.filledQuantity()), toString(order.quantity)));
        const VenueLedger::Entry *entry = m_ledger.find(order.clientId);
        if (order.filledQuantity() > (entry ? entry->filled : Quantity()))
            fail(u"I04: order %1 counts %2, the venue filled %3"_s.arg(order.id.value).arg(toString(order.filledQuantity()), toString(entry ? entry->filled : Quantity())));
        if (order.state() == OrderState::Rejected && entry != nullptr && entry->status == VenueLedger::Status::Working)
            fail(u"S05: order %1 works at the venue and counts as rejected (%2)"_s.arg(order.id.value).arg(order.reason));
    }
    const Portfolio &portfolio = state().portfolio();
    if (portfolio.realizedPnl() + portfolio.unrealizedPnl() - portfolio.commission() != portfolio.equity() - portfolio.startingCash())
        fail(u"I09: the books do not balance"_s);
    if (!m_ledger.violations().isEmpty())
        fail(m_ledger.violations().first());
}

void StormRun::compareWithLedger(bool isFinal)
{
    Quantity held;
    for (const auto &[key, position] : state().portfolio().books())
        held += position.quantity();
    if (held != m_ledger.position(shareIndex))
        fail(u"I22: the desk holds %1, the venue %2"_s.arg(toString(held), toString(m_ledger.position(shareIndex))));
    for (const Order &order : state().orders().all()) {
        const VenueLedger::Entry *entry = m_ledger.find(order.clientId);
        if (isFinal && !bellwether::isFinal(order.state()))
            fail(u"order %1 is still %2 (%3 at the venue) after the calm"_s.arg(order.id.value).arg(toString(order.state()), entry ? QString::number(int(entry->status)) : u"absent"_s));
        if (entry == nullptr) {
            if (order.state() != OrderState::Denied && order.state() != OrderState::Rejected && order.state() != OrderState::Cancelled)
                fail(u"I22: order %1 is %2 and never reached the venue"_s.arg(order.id.value).arg(toString(order.state())));
            continue;
        }
        if (order.filledQuantity() != entry->filled)
            fail(u"I22: order %1 filled %2 here, %3 at the venue"_s.arg(order.id.value).arg(toString(order.filledQuantity()), toString(entry->filled)));
        if (entry->status == VenueLedger::Status::Working && bellwether::isFinal(order.state()))
            fail(u"I22: order %1 is %2 here and works at the venue"_s.arg(order.id.value).arg(toString(order.state())));
    }
    for (const auto &[id, entry] : m_ledger.entries()) {
        if (state().orders().find(id) == nullptr)
            fail(u"I22: the desk does not know %1"_s.arg(id.toString()));
    }
}

StormRun::Outcome StormRun::run(int events)
{
    for (int i = 0; i < events && m_outcome.trouble.isEmpty(); ++i) {
        elapse(std::chrono::milliseconds(20 + m_rng.below(m_rng.below(20) == 0 ? 20'000 : 1'500)));
        movePrice();
        act();
        if (m_rng.below(400) == 0)
            restart();
        check();
    }
    for (const OrderId id : state().orders().active())
        m_outcome.unknowns += state().orders().find(id)->state() == OrderState::Unknown ? 1 : 0;
    // The faults stop. The trader cancels and closes what there is, as often as it takes a patient one.
    m_weather = {};
    m_desk.broker->weather = {};
    m_disk.stalls = m_disk.refusals = 0;
    elapse(std::chrono::seconds(20));
    if (state().isKilled())
        m_desk.engine->resetLatches(u"calm"_s);
    for (int round = 0; round < 4 && m_outcome.trouble.isEmpty(); ++round) {
        movePrice();
        m_desk.engine->cancelAllOrders();
        elapse(std::chrono::seconds(5));
        m_desk.engine->closeAllPositions();
        movePrice();
        elapse(std::chrono::seconds(5));
    }
    check();
    if (m_outcome.trouble.isEmpty())
        compareWithLedger(true);

    // I18: the journal gives the state that the desk has.
    DeskState replayed(m_catalogue, usdt(u"100000"));
    for (const JournalEntry &entry : m_disk.entries()) {
        const auto record = decodeRecord(entry.body);
        if (const auto *changed = record ? std::get_if<OrderChanged>(&*record) : nullptr)
            m_outcome.lateFills += changed->event.kind == OrderEvent::Kind::LateFill ? 1 : 0;
        if (!record || !replayed.apply(*record, entry.time))
            fail(u"I18: entry %1 does not replay"_s.arg(entry.sequence));
    }
    if (replayed.digest() != state().digest())
        fail(u"I18: the journal gives another state"_s);
    m_outcome.digest = state().digest() + m_ledger.digest();
    m_outcome.orders = state().nextOrderId().value - 1;
    m_outcome.fills = state().fillCount();
    return m_outcome;
}

} // namespace bellwether::test
