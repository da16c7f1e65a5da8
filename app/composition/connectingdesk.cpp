#include "app/composition/connectingdesk.h"

#include "core/base/clock.h"
#include "core/market/instrumentdefaults.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const QString notYet = u"the desk is not connected to its venue yet"_s;

} // namespace

ConnectingDesk::ConnectingDesk(AccountId account, Currency currency, const QStringList &symbols)
{
    for (const QString &symbol : symbols) {
        if (auto instrument = defaultInstrument(u"BINANCE:"_s + symbol.section(u':', -1)))
            m_instruments.push_back(*std::move(instrument));
    }
    m_shown.mode = RunMode::Live;
    m_shown.account.account = account;
    m_shown.account.currency = currency;
    for (Money *money : {&m_shown.account.startingCapital, &m_shown.account.cash, &m_shown.account.equity, &m_shown.account.dayPnl,
                         &m_shown.account.realizedPnl, &m_shown.account.unrealizedPnl, &m_shown.account.costs, &m_shown.account.grossExposure,
                         &m_shown.account.netExposure, &m_shown.account.openRisk, &m_shown.account.dayLoss, &m_shown.account.dayLossLimit,
                         &m_shown.account.dayCosts, &m_shown.account.openingCosts, &m_shown.account.closingCosts})
        *money = Money::zero(currency);
    m_shown.health.feedName = u"Binance"_s;
    m_shown.venue.isReconciled = false;
    m_shown.pendingSignals = std::make_shared<RowList<SignalRow>>();
    m_shown.signalHistory = std::make_shared<RowList<SignalRow>>();
    m_shown.orders = std::make_shared<RowList<OrderRow>>();
    m_shown.fills = std::make_shared<RowList<FillRow>>();
    connect(&m_clock, &QTimer::timeout, this, &ConnectingDesk::show);
    m_clock.start(std::chrono::seconds(1));
    tell(State::Connecting, {});
}

void ConnectingDesk::show()
{
    m_shown.time = SystemClock().now();
    ++m_shown.sequence;
    m_snapshot = std::make_shared<const DeskSnapshot>(m_shown);
    Q_EMIT snapshotChanged(m_snapshot);
}

void ConnectingDesk::tell(State state, const QString &text)
{
    const bool isOver = state == State::Failed;
    m_shown.state = isOver ? EngineState::Stopped : EngineState::Starting;
    m_shown.stateReason = text;
    m_shown.health.feedState = isOver ? u"failed"_s : u"connecting"_s;
    m_shown.venue.connection = state == State::Connecting ? u"connecting"_s : u"down"_s;
    m_shown.venue.doubt = notYet;
    m_shown.venue.connectionReason = text;
    show();
    if (!text.isEmpty())
        Q_EMIT eventsLogged({{m_shown.time, state == State::Connecting ? DeskEvent::Severity::Info : DeskEvent::Severity::Warning, u"desk"_s, text}});
}

CommandId ConnectingDesk::refuse()
{
    const CommandAnswer answer{++m_lastCommand, false, notYet};
    QMetaObject::invokeMethod(this, [this, answer] { Q_EMIT commandAnswered(answer); }, Qt::QueuedConnection);
    return answer.command;
}

CommandId ConnectingDesk::previewOrder(const OrderRequest &)
{
    OrderPreview preview;
    preview.command = ++m_lastCommand;
    preview.error = notYet;
    QMetaObject::invokeMethod(this, [this, preview] { Q_EMIT orderPreviewed(preview); }, Qt::QueuedConnection);
    return preview.command;
}

void ConnectingDesk::subscribeChart(InstrumentId instrument, Timeframe timeframe)
{
    auto update = std::make_shared<ChartUpdate>();
    update->instrument = instrument;
    update->timeframe = timeframe;
    update->history = std::make_shared<const BarColumns>();
    QMetaObject::invokeMethod(this, [this, update] { Q_EMIT chartUpdated(update); }, Qt::QueuedConnection);
}

void ConnectingDesk::subscribeDepth(InstrumentId instrument)
{
    auto update = std::make_shared<DepthUpdate>();
    update->instrument = instrument;
    QMetaObject::invokeMethod(this, [this, update] { Q_EMIT depthUpdated(update); }, Qt::QueuedConnection);
}

CommandId ConnectingDesk::explainBar(InstrumentId instrument, Timestamp after, Timestamp upTo)
{
    const BarExplanation explanation{++m_lastCommand, instrument, after, upTo, {}};
    QMetaObject::invokeMethod(this, [this, explanation] { Q_EMIT barExplained(explanation); }, Qt::QueuedConnection);
    return explanation.command;
}

} // namespace bellwether
