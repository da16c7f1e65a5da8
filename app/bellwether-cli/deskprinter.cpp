#include "app/bellwether-cli/deskprinter.h"

#include "app/bellwether-cli/verb.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

constexpr std::chrono::seconds statusEvery(5);

void printLine(const QJsonObject &object)
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

QJsonValue orNull(Price price) { return price.isZero() ? QJsonValue() : QJsonValue(toString(price)); }

QJsonObject jsonOf(const SignalRow &row)
{
    QJsonArray reasons;
    for (const ReasonText &reason : row.reasons)
        reasons.append(QJsonObject{{u"text"_s, reason.text}, {u"met"_s, reason.isMet}});
    return {
        {u"type"_s, u"signal"_s},
        {u"id"_s, qint64(row.id.value)},
        {u"state"_s, toString(row.state)},
        {u"reason"_s, row.stateReason},
        {u"time"_s, toIsoString(row.raisedAt)},
        {u"strategy"_s, row.strategy.toString()},
        {u"instrument"_s, row.instrument.toString()},
        {u"side"_s, toString(row.side)},
        {u"exit"_s, row.isExit},
        {u"price"_s, toString(row.signalPrice)},
        {u"stop"_s, orNull(row.stop)},
        {u"target"_s, orNull(row.target)},
        {u"quantity"_s, toString(row.quantity)},
        {u"confidence"_s, row.confidence},
        {u"reasons"_s, reasons},
    };
}

QJsonObject jsonOf(const OrderRow &row)
{
    const Order &order = row.order;
    return {
        {u"type"_s, u"order"_s},
        {u"id"_s, qint64(order.id.value)},
        {u"client_id"_s, order.clientId.toString()},
        {u"signal"_s, order.signal.isValid() ? QJsonValue(qint64(order.signal.value)) : QJsonValue()},
        {u"time"_s, toIsoString(order.updatedAt)},
        {u"state"_s, toString(order.state())},
        {u"strategy"_s, order.strategy.toString()},
        {u"instrument"_s, order.instrument.toString()},
        {u"role"_s, toString(order.role)},
        {u"side"_s, toString(order.side)},
        {u"order_type"_s, toString(order.type)},
        {u"quantity"_s, toString(order.quantity)},
        {u"filled"_s, toString(order.filledQuantity())},
        {u"limit"_s, orNull(order.limitPrice)},
        {u"stop"_s, orNull(order.stopPrice)},
        {u"reason"_s, order.reason},
    };
}

QJsonObject jsonOf(const FillRow &row)
{
    const Fill &fill = row.fill;
    return {
        {u"type"_s, u"fill"_s},
        {u"id"_s, qint64(fill.id.value)},
        {u"order"_s, qint64(fill.order.value)},
        {u"trade_id"_s, fill.venueTradeId},
        {u"time"_s, toIsoString(fill.time)},
        {u"strategy"_s, fill.strategy.toString()},
        {u"instrument"_s, fill.instrument.toString()},
        {u"side"_s, toString(fill.side)},
        {u"price"_s, toString(fill.lastPrice)},
        {u"quantity"_s, toString(fill.lastQuantity)},
        {u"commission"_s, formatDecimal(fill.commission.amount.raw())},
        {u"realized_pnl"_s, formatDecimal(row.realizedPnl.amount.raw())},
    };
}

QString plain(const Money &money) { return formatDecimal(money.amount.raw()); }

QJsonObject jsonOf(const DeskSnapshot &snapshot, const QString &type)
{
    const AccountView &account = snapshot.account;
    QJsonObject object{
        {u"type"_s, type},
        {u"time"_s, toIsoString(snapshot.time)},
        {u"mode"_s, toString(snapshot.mode)},
        {u"state"_s, toString(snapshot.state)},
        {u"account"_s, account.account.toString()},
        {u"currency"_s, account.currency.toString()},
        {u"equity"_s, plain(account.equity)},
        {u"cash"_s, plain(account.cash)},
        {u"day_pnl"_s, plain(account.dayPnl)},
        {u"realized_pnl"_s, plain(account.realizedPnl)},
        {u"unrealized_pnl"_s, plain(account.unrealizedPnl)},
        {u"costs"_s, plain(account.costs)},
        {u"positions"_s, account.openPositions},
        {u"signals_waiting"_s, int(snapshot.pendingSignals->size())},
        {u"signals"_s, qint64(snapshot.counters.raisedSignals)},
        {u"orders"_s, qint64(snapshot.counters.orders)},
        {u"fills"_s, qint64(snapshot.counters.fills)},
        {u"strategies_running"_s, snapshot.health.strategiesRunning},
        {u"strategies_stopped"_s, snapshot.health.strategiesStopped},
        {u"overlaps"_s, qint64(snapshot.health.strategyOverlaps)},
        {u"auto_trading"_s, snapshot.isAutoTrading},
        {u"halted"_s, snapshot.isHalted},
        {u"killed"_s, snapshot.isKilled},
        {u"reconciled"_s, snapshot.venue.isReconciled},
        {u"differences"_s, int(snapshot.venue.differences.size())},
    };
    QJsonArray works;
    for (const WorkRow &row : snapshot.works ? *snapshot.works : std::vector<WorkRow>()) {
        works.append(QJsonObject{{u"id"_s, qint64(row.id.value)}, {u"kind"_s, toString(row.request.kind)}, {u"state"_s, toString(row.state)},
                                 {u"instrument"_s, row.request.instrument.toString()}, {u"filled"_s, toString(row.filled)},
                                 {u"quantity"_s, toString(row.request.quantity)}, {u"average_price"_s, orNull(row.averagePrice)},
                                 {u"text"_s, row.text}});
    }
    if (!works.isEmpty())
        object.insert(u"works"_s, works);
    return object;
}

QJsonObject countsOf(const std::map<QString, int> &counts)
{
    QJsonObject object;
    for (const auto &[name, count] : counts)
        object.insert(name, count);
    return object;
}

QString money(const Money &value)
{
    return QLocale::c().toString(value.toDouble(), 'f', 2) + u' ' + value.currency.toString();
}

} // namespace

DeskPrinter::DeskPrinter(TradingDesk &desk, bool isJson, bool isQuiet, bool hasStatus) : m_desk(desk), m_isJson(isJson), m_isQuiet(isQuiet)
{
    if (m_isJson) {
        connect(&desk, &TradingDesk::signalChanged, this, [](const SignalRow &row) { printLine(jsonOf(row)); });
        connect(&desk, &TradingDesk::orderChanged, this, [](const OrderRow &order) { printLine(jsonOf(order)); });
        connect(&desk, &TradingDesk::filled, this, [](const FillRow &fill) { printLine(jsonOf(fill)); });
    } else if (!m_isQuiet) {
        connect(&desk, &TradingDesk::eventsLogged, this, &DeskPrinter::printEvents);
    }
    connect(&m_statusTimer, &QTimer::timeout, this, &DeskPrinter::printStatus);
    if (hasStatus)
        m_statusTimer.start(statusEvery);
}

void DeskPrinter::printEvents(const std::vector<DeskEvent> &events) const
{
    for (const DeskEvent &event : events)
        print(u"%1  %2  %3\n"_s.arg(toIsoString(event.time).mid(11, 8), event.source.leftJustified(7), event.text));
}

void DeskPrinter::printStatus()
{
    const DeskSnapshotPtr snapshot = m_desk.snapshot();
    if (!snapshot || (m_isQuiet && !m_isJson))
        return;
    if (m_isJson) {
        printLine(jsonOf(*snapshot, u"status"_s));
        return;
    }
    const AccountView &account = snapshot->account;
    print(u"%1  status   equity %2  day %3%4  positions %5  waiting %6  fills %7  feed %8 %9/s\n"_s
              .arg(toIsoString(snapshot->time).mid(11, 8), money(account.equity), account.dayPnl.amount.isNegative() ? QString() : u"+"_s, money(account.dayPnl))
              .arg(account.openPositions)
              .arg(snapshot->pendingSignals->size())
              .arg(snapshot->counters.fills)
              .arg(snapshot->health.feedState)
              .arg(snapshot->health.ticksPerSecond, 0, 'f', 0));
}

void DeskPrinter::printSummary(double seconds)
{
    m_statusTimer.stop();
    const DeskSnapshotPtr snapshot = m_desk.snapshot();
    if (!snapshot)
        return;
    if (m_isJson) {
        QJsonObject object = jsonOf(*snapshot, u"summary"_s);
        object.insert(u"refused"_s, countsOf(snapshot->counters.refusals));
        object.insert(u"dropped_signals"_s, countsOf(snapshot->counters.droppedSignals));
        printLine(object);
        return;
    }
    const AccountView &account = snapshot->account;
    print(u"\nAccount %1 (%2) at %3\n"_s.arg(account.account.toString(), toString(snapshot->mode), toIsoString(snapshot->time)));
    print(u"  equity     %1   (started with %2)\n"_s.arg(money(account.equity), money(account.startingCapital)));
    print(u"  realised   %1   unrealised %2   costs %3\n"_s.arg(money(account.realizedPnl), money(account.unrealizedPnl), money(account.costs)));
    print(u"  signals    %1   orders %2   fills %3   open positions %4\n"_s.arg(snapshot->counters.raisedSignals)
              .arg(snapshot->counters.orders).arg(snapshot->counters.fills).arg(account.openPositions));
    for (const auto &[rule, count] : snapshot->counters.refusals)
        print(u"  refused    %1 by %2\n"_s.arg(count).arg(rule));
    print(u"  ran        %1 s\n"_s.arg(seconds, 0, 'f', 1));
}

} // namespace bellwether::cli
