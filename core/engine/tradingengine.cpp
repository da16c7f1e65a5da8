#include "core/engine/tradingengine.h"

#include "core/engine/recordcodec.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Severity = DeskEvent::Severity;

} // namespace

TradingEngine::TradingEngine(EngineConfig config, CataloguePtr catalogue, std::vector<const ExchangeCalendar *> calendars,
                             const Clock &clock, BrokerClient &broker, Journal &journal)
    : m_core(std::move(config), std::move(catalogue), std::move(calendars), clock, journal), m_orders(m_core, broker),
      m_signals(m_core, m_orders), m_guard(m_core, m_orders), m_reconciler(m_core, m_orders, broker), m_work(m_core, m_orders), m_kill(m_core, m_orders, m_work, broker),
      m_snapshots(m_core, m_orders, m_signals, m_guard, m_reconciler, m_work, m_kill)
{
    broker.setReportSink([this](const VenueReport &report) { onReport(report); });
    broker.setBooksSink([this](const VenueBooks &books) {
        m_reconciler.onBooks(books);
        settle();
    });
    broker.setConnectionSink([this](const VenueConnection &connection) {
        m_reconciler.onConnection(connection);
        settle();
    });
    journal.setCommitSink([this](std::uint64_t upTo) { onCommitted(upTo); });
}

Result<void> TradingEngine::recover(const std::vector<JournalEntry> &entries)
{
    m_core.lifecycle = EngineState::Starting;
    for (const JournalEntry &entry : entries) {
        const auto record = decodeRecord(entry.body);
        if (!record)
            return failure(ErrorCode::StoreCorrupt, u"journal entry %1: %2"_s.arg(entry.sequence).arg(record.error().detail));
        try {
            if (auto applied = m_core.state.apply(*record, entry.time); !applied)
                return failure(ErrorCode::StoreCorrupt, u"journal entry %1: %2"_s.arg(entry.sequence).arg(applied.error().detail));
        } catch (const std::logic_error &fault) { // what cannot follow live cannot be believed from a file
            return failure(ErrorCode::StoreCorrupt, u"journal entry %1: %2"_s.arg(entry.sequence).arg(QString::fromUtf8(fault.what())));
        }
    }
    return {};
}

void TradingEngine::start(bool isAutoTrading)
{
    m_core.lifecycle = EngineState::Starting;
    const EngineConfig &config = m_core.config;
    const Timestamp pastEnd = m_core.state.lastTime();
    m_core.record(RunStarted{QStringLiteral(BELLWETHER_VERSION), toString(config.mode), config.account, config.startingCash, config.seed, config.settingsHash});
    if (isAutoTrading != m_core.state.isAutoTrading())
        m_core.record(AutoTradingSet{isAutoTrading});
    m_orders.resolveAfterRestart();
    m_core.lifecycle = EngineState::Running;
    m_reconciler.start(pastEnd);
    checkTime();
    m_core.log(Severity::Info, u"desk"_s, u"%1 account %2 is running with %3"_s
                   .arg(toString(config.mode), config.account.toString(), toString(m_core.state.portfolio().cash())));
    settle();
}

void TradingEngine::stop(bool isRunFinished)
{
    m_core.lifecycle = EngineState::Stopping;
    m_orders.cancelAll(OrderDesk::Scope::OwnEntries, u"the desk stops"_s);
    if (isRunFinished)
        m_core.record(RunFinished{m_core.now()});
    settle();
    m_core.journal.commit();
    m_core.lifecycle = EngineState::Stopped;
}

void TradingEngine::onMarket(const MarketEvent &event)
{
    const bool hasMoved = m_core.market.update(event);
    const Instrument &instrument = m_core.instrument(event.instrument);
    const Price last = m_core.lastPrice(event.instrument);
    if (hasMoved) {
        m_core.state.mark(instrument, last);
        m_signals.shadow().onPrice(event.instrument, last, m_core.now());
    }
    if (m_tap)
        m_tap(event);
    if (hasMoved && !m_core.state.portfolio().held().empty())
        m_guard.checkLoss();
    m_work.onMarket(event, hasMoved);
    checkTime();
    settle();
}

void TradingEngine::onSignal(const TradeSignal &signal, SignalOrigin origin)
{
    m_signals.onSignal(signal, origin);
    settle();
}

void TradingEngine::onReport(const VenueReport &report)
{
    const Order *order = m_core.state.orders().find(report.order);
    if (order == nullptr) {
        m_reconciler.onForeignReport(report);
    } else {
        const BookId book = order->strategy == externalStrategy ? order->book : BookId();
        m_orders.onReport(report);
        if (book.isValid() && report.kind == VenueReport::Kind::Filled)
            m_reconciler.onExternalFill(book, report.price);
    }
    if (const Order *known = m_core.state.orders().find(report.order))
        m_work.onOrder(known->id);
    if (report.kind == VenueReport::Kind::Filled)
        m_guard.checkLoss(); // a closed loss counts at once, also when nothing is held any more
    settle();
}

void TradingEngine::onTime()
{
    if (m_timeTap)
        m_timeTap(m_core.now());
    m_orders.releaseWaiting();
    checkTime();
    settle();
}

void TradingEngine::checkTime()
{
    // Once a second of market time is enough for expiries, time stops and days.
    const std::int64_t second = m_core.now().seconds();
    if (second == m_checkedSecond)
        return;
    m_checkedSecond = second;
    m_guard.checkTime();
    m_orders.checkTime();
    m_reconciler.checkTime();
    m_work.checkTime();
    m_kill.checkTime();
    m_signals.expire();
}

void TradingEngine::onCommitted(std::uint64_t sequence)
{
    m_kill.committed(sequence); // before anything that waits may leave
    m_orders.committed(sequence);
    settle();
}

void TradingEngine::settle()
{
    // Ask for durability once for everything that waits, however deep the venue's inline answers nest.
    if (m_isSettling)
        return;
    m_isSettling = true;
    const auto settled = qScopeGuard([this] { m_isSettling = false; }); // after a fault too: what waits is to leave later
    while (m_orders.isWaitingForJournal() && m_committing < m_core.lastSequence()) {
        m_committing = m_core.lastSequence();
        m_core.journal.commit();
    }
}

Result<OrderId> TradingEngine::approveSignal(SignalId id, std::uint32_t version)
{
    auto order = m_signals.approve(id, version, u"trader"_s);
    settle();
    return order;
}

Result<void> TradingEngine::rejectSignal(SignalId id, std::uint32_t version, RejectReason reason)
{
    return m_signals.reject(id, version, reason);
}

Result<void> TradingEngine::editSignal(SignalId id, std::uint32_t version, const SignalEdit &edit)
{
    return m_signals.edit(id, version, edit);
}

void TradingEngine::setAutoTrading(bool isOn)
{
    if (isOn == m_core.state.isAutoTrading())
        return;
    m_core.record(AutoTradingSet{isOn});
    m_core.log(isOn ? Severity::Warning : Severity::Info, u"desk"_s, isOn ? u"auto-trading is armed"_s : u"auto-trading is off"_s);
}

Result<void> TradingEngine::cancelOrder(OrderId id) { return m_orders.cancel(id, u"by the trader"_s); }

int TradingEngine::cancelAllOrders() { return m_orders.cancelAll(OrderDesk::Scope::All, u"cancel all by the trader"_s); }

Result<OrderId> TradingEngine::closePosition(const BookKey &key)
{
    const BookId book = m_core.state.portfolio().idOf(key);
    if (!book.isValid())
        return failure(ErrorCode::NotFound, u"%1 holds nothing in %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    auto closed = m_orders.closeBook(book, u"closed by the trader"_s, m_core.lastPrice(m_core.state.instrumentOf(book)));
    settle();
    return closed;
}

int TradingEngine::closeAllPositions()
{
    int count = 0;
    const auto held = m_core.state.portfolio().held();
    const std::vector<BookId> books(held.begin(), held.end());
    for (const BookId book : books)
        count += closePosition(m_core.state.portfolio().book(book).key) ? 1 : 0;
    return count;
}

QString TradingEngine::kill(bool shallFlatten)
{
    const QString receipt = m_kill.trigger(shallFlatten);
    settle();
    return receipt;
}

void TradingEngine::resetLatches(const QString &note)
{
    if (m_core.state.isKilled())
        m_core.record(LatchSet{Latch::Kill, false, note});
    if (m_core.state.isHalted())
        m_core.record(LatchSet{Latch::DailyLoss, false, note});
    if (m_core.lifecycle == EngineState::Degraded && m_isJournalFault) {
        m_isJournalFault = false;
        m_core.lifecycle = EngineState::Running;
        m_core.lifecycleReason.clear();
    }
    m_core.journal.commit();
    m_core.log(Severity::Warning, u"desk"_s, u"latches reset: "_s + note);
}

void TradingEngine::onJournalFailed(const QString &reason)
{
    const bool isOwn = m_core.lifecycle != EngineState::Faulted || m_isJournalFault; // another fault does not end with the disk's
    enterFaulted(u"the journal cannot be written: "_s + reason);
    m_isJournalFault = isOwn;
}

void TradingEngine::onJournalWritten()
{
    if (m_core.lifecycle != EngineState::Faulted || !m_isJournalFault)
        return;
    m_core.lifecycle = EngineState::Degraded;
    m_core.lifecycleReason = u"the journal is written again; new risk is taken once the latches are reset"_s;
    m_core.log(Severity::Warning, u"desk"_s, m_core.lifecycleReason);
    m_reconciler.ask();
    settle();
}

void TradingEngine::enterFaulted(const QString &reason)
{
    m_core.lifecycle = EngineState::Faulted;
    m_core.lifecycleReason = reason;
    m_isJournalFault = false;
    m_core.trouble(ErrorClass::System, ErrorRecovery::Stop, u"desk"_s, u"trading stopped: "_s + reason);
    m_orders.cancelAll(OrderDesk::Scope::OwnEntries, u"the engine faulted"_s);
}

} // namespace bellwether
