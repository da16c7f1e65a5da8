#include "core/exchange/streamhub.h"

#include "core/domain/decimal.h"
#include "core/exchange/spotjson.h"
#include "core/net/signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QString textOf(const QJsonObject &json) { return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)); }

QJsonArray levelsJson(const std::vector<DepthLevel> &levels)
{
    QJsonArray rows;
    for (const DepthLevel &level : levels)
        rows.append(QJsonArray{decimalText(level.price), decimalText(level.quantity)});
    return rows;
}

QString executionWord(ExecutionType type)
{
    static const QStringList words{u"NEW"_s, u"TRADE"_s, u"CANCELED"_s, u"REJECTED"_s, u"EXPIRED"_s};
    return words[int(type)];
}

QJsonObject executionReport(const SpotVenue &venue, const AccountEvent &event, Timestamp now)
{
    const OrderRecord &order = event.order;
    const NewOrder &asked = order.asked;
    const Execution execution = event.execution.value_or(Execution());
    const bool isCancel = event.type == ExecutionType::Canceled;
    return {{u"e"_s, u"executionReport"_s},
            {u"E"_s, qint64(now.ms())},
            {u"s"_s, venue.engine().symbols()[std::size_t(asked.symbol)].symbol},
            // A cancel has an id of its own.
            {u"c"_s, isCancel ? u"cancel-%1"_s.arg(order.number) : asked.clientOrderId},
            {u"S"_s, wordOf(asked.side)},
            {u"o"_s, wordOf(asked.kind)},
            {u"f"_s, wordOf(asked.timeInForce)},
            {u"q"_s, decimalText(asked.quantity)},
            {u"p"_s, decimalText(asked.price)},
            {u"P"_s, decimalText(asked.stopPrice)},
            {u"F"_s, decimalText(0)},
            {u"g"_s, qint64(order.list)},
            {u"C"_s, isCancel ? asked.clientOrderId : QString()},
            {u"x"_s, executionWord(event.type)},
            {u"X"_s, wordOf(order.status)},
            {u"r"_s, u"NONE"_s},
            {u"i"_s, qint64(order.number)},
            {u"l"_s, decimalText(execution.quantity)},
            {u"z"_s, decimalText(order.executed)},
            {u"L"_s, decimalText(execution.price)},
            {u"n"_s, decimalText(execution.commission)},
            {u"N"_s, event.execution ? QJsonValue(execution.commissionAsset) : QJsonValue()},
            {u"T"_s, qint64(order.updated.ms())},
            {u"t"_s, event.execution ? qint64(execution.trade) : qint64(-1)},
            {u"I"_s, qint64(event.executionId)},
            {u"w"_s, order.isWorking && !isFinal(order.status)},
            {u"m"_s, execution.isMaker},
            {u"M"_s, false},
            {u"O"_s, qint64(order.created.ms())},
            {u"Z"_s, decimalText(order.quoteExecuted)},
            {u"Y"_s, decimalText(Quantity::fromRaw(event.execution ? mulDiv(execution.price.raw(), execution.quantity.raw(), decimalScale) : 0))},
            {u"Q"_s, decimalText(asked.quoteQuantity)},
            {u"V"_s, u"NONE"_s}};
}

QJsonObject listStatus(const SpotVenue &venue, const AccountEvent &event, Timestamp now)
{
    const MatchingEngine &engine = venue.engine();
    QJsonArray orders;
    QString symbol;
    for (const OrderNumber number : event.listOrders) {
        const OrderRecord &order = engine.order(number);
        symbol = engine.symbols()[std::size_t(order.asked.symbol)].symbol;
        orders.append(QJsonObject{{u"s"_s, symbol}, {u"i"_s, qint64(number)}, {u"c"_s, order.asked.clientOrderId}});
    }
    return {{u"e"_s, u"listStatus"_s}, {u"E"_s, qint64(now.ms())}, {u"s"_s, symbol}, {u"g"_s, qint64(event.list)},
            {u"c"_s, engine.isChain(event.list) ? u"OTO"_s : u"OCO"_s}, {u"l"_s, event.isListDone ? u"ALL_DONE"_s : u"EXEC_STARTED"_s},
            {u"L"_s, event.isListDone ? u"ALL_DONE"_s : u"EXECUTING"_s}, {u"r"_s, u"NONE"_s}, {u"C"_s, u"list-%1"_s.arg(event.list)},
            {u"T"_s, qint64(now.ms())}, {u"O"_s, orders}};
}

} // namespace

StreamHub::StreamHub(SpotVenue &venue, const SpotApi &api, const Clock &clock, QObject *parent)
    : QObject(parent), m_venue(venue), m_api(api), m_clock(clock), m_toldUpdate(venue.engine().symbols().size())
{
    m_venue.onAccountEvent = [this](const AccountEvent &event) { onAccountEvent(event); };
    m_venue.onPrint = [this](SymbolNumber symbol, const TapePrint &one) {
        const TapeTrade &print = one.print;
        const QString &name = m_venue.engine().symbols()[std::size_t(symbol)].symbol;
        const QJsonObject data{{u"e"_s, u"trade"_s}, {u"E"_s, qint64(m_clock.now().ms())}, {u"s"_s, name}, {u"t"_s, qint64(print.id)},
                               {u"p"_s, decimalText(print.price)}, {u"q"_s, decimalText(print.quantity)},
                               {u"T"_s, qint64(print.time.ms())}, {u"m"_s, one.isBuyerMaker}, {u"M"_s, true}};
        publish(streamName(symbol, u"trade"), data);
        QJsonObject aggregate = data;
        aggregate[u"e"_s] = u"aggTrade"_s;
        aggregate[u"a"_s] = aggregate[u"f"_s] = aggregate[u"l"_s] = aggregate.take(u"t"_s);
        publish(streamName(symbol, u"aggTrade"), aggregate);
        publishKline(symbol, print.time);
    };
    connect(&m_bookTimer, &QTimer::timeout, this, &StreamHub::publishBooks);
    m_bookTimer.start(100);
}

StreamHub::~StreamHub()
{
    m_venue.onAccountEvent = nullptr;
    m_venue.onPrint = nullptr;
}

QString StreamHub::streamName(SymbolNumber symbol, QStringView kind) const
{
    return m_venue.engine().symbols()[std::size_t(symbol)].symbol.toLower() + u'@' + kind.toString();
}

bool StreamHub::isStream(const QString &name) const
{
    static const QStringList kinds{u"trade"_s, u"aggTrade"_s, u"bookTicker"_s, u"depth"_s, u"depth@100ms"_s, u"kline_1m"_s};
    const qsizetype at = name.indexOf(u'@');
    return at > 0 && m_venue.engine().findSymbol(name.left(at).toUpper()) >= 0 && kinds.contains(name.mid(at + 1));
}

void StreamHub::add(QWebSocket *socket)
{
    auto owned = std::make_unique<Client>();
    Client *client = owned.get();
    client->socket = socket;
    socket->setParent(this);
    const QUrl url = socket->requestUrl();
    client->isApi = url.path().startsWith(u"/ws-api/"_s);
    client->isCombined = url.path().startsWith(u"/stream"_s);
    const QString names = client->isCombined ? QUrlQuery(url).queryItemValue(u"streams"_s, QUrl::FullyDecoded) : url.path().mid(4);
    for (const QString &name : names.split(u'/', Qt::SkipEmptyParts)) {
        if (!client->isApi && isStream(name))
            client->streams.insert(name);
    }
    connect(socket, &QWebSocket::textMessageReceived, this, [this, client](const QString &text) { onMessage(*client, text); });
    connect(socket, &QWebSocket::disconnected, this, [this, client] {
        client->socket->deleteLater();
        std::erase_if(m_clients, [&](const auto &one) { return one.get() == client; });
    });
    m_clients.push_back(std::move(owned));
}

void StreamHub::onMessage(Client &client, const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        client.socket->sendTextMessage(u"{\"code\":3,\"msg\":\"Invalid JSON: expected an object\"}"_s);
    else if (client.isApi)
        onApi(client, document.object());
    else
        onControl(client, document.object());
}

void StreamHub::onControl(Client &client, const QJsonObject &request)
{
    const QString method = request[u"method"_s].toString();
    const QJsonValue id = request[u"id"_s];
    const auto refuse = [&](int code, const QString &message) {
        client.socket->sendTextMessage(textOf({{u"error"_s, QJsonObject{{u"code"_s, code}, {u"msg"_s, message}}}, {u"id"_s, id}}));
    };
    const QJsonArray names = request[u"params"_s].toArray();
    QJsonValue result;
    if (method == u"SUBSCRIBE"_s) {
        for (const QJsonValue &name : names) {
            if (!isStream(name.toString()))
                return refuse(2, u"Invalid request: unknown stream %1"_s.arg(name.toString().left(64)));
        }
        if (int(client.streams.size()) + int(names.size()) > streamsMax)
            return refuse(2, u"Invalid request: too many streams"_s);
        for (const QJsonValue &name : names)
            client.streams.insert(name.toString());
    } else if (method == u"UNSUBSCRIBE"_s) {
        for (const QJsonValue &name : names)
            client.streams.erase(name.toString());
    } else if (method == u"LIST_SUBSCRIPTIONS"_s) {
        result = QJsonArray::fromStringList(QStringList(client.streams.begin(), client.streams.end()));
    } else if (method == u"SET_PROPERTY"_s && names.size() == 2 && names[0].toString() == u"combined"_s) {
        client.isCombined = names[1].toBool();
    } else {
        return refuse(1, u"Invalid request: unknown method"_s);
    }
    client.socket->sendTextMessage(textOf({{u"result"_s, result}, {u"id"_s, id}}));
}

void StreamHub::onApi(Client &client, const QJsonObject &request)
{
    const QJsonValue id = request[u"id"_s];
    const auto answer = [&](int status, const QString &key, const QJsonObject &content) {
        client.socket->sendTextMessage(textOf({{u"id"_s, id}, {u"status"_s, status}, {key, content}}));
    };
    const QString method = request[u"method"_s].toString();
    if (method == u"ping"_s || method == u"time"_s)
        return answer(200, u"result"_s, method == u"ping"_s ? QJsonObject() : QJsonObject{{u"serverTime"_s, qint64(m_clock.now().ms())}});
    if (method != u"userDataStream.subscribe.signature"_s)
        return answer(400, u"error"_s, {{u"code"_s, -1000}, {u"msg"_s, u"Unknown method"_s}});
    // Signed are all parameters but the signature, sorted by name, as they are.
    const QJsonObject parameters = request[u"params"_s].toObject();
    ApiCall call;
    call.apiKey = parameters[u"apiKey"_s].toString().toUtf8();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString value = it->isString() ? it->toString() : QString::number(it->toInteger());
        call.query += (call.query.isEmpty() ? "" : "&") + it.key().toUtf8() + '=' + value.toUtf8();
    }
    try {
        ApiParams params(call.query, {});
        const AccountNumber account = m_api.authorise(call, params, m_clock.now());
        client.accounts.insert(account);
        answer(200, u"result"_s, {{u"subscriptionId"_s, ++m_lastSubscription}});
    } catch (const ApiError &error) {
        answer(error.status, u"error"_s, {{u"code"_s, error.code}, {u"msg"_s, error.message}});
    }
}

bool StreamHub::isWanted(const QString &stream) const
{
    return std::any_of(m_clients.begin(), m_clients.end(), [&](const auto &client) { return client->streams.contains(stream); });
}

void StreamHub::publish(const QString &stream, const QJsonObject &data)
{
    QString raw;
    QString combined;
    for (const auto &client : m_clients) {
        if (!client->streams.contains(stream))
            continue;
        QString &text = client->isCombined ? combined : raw;
        if (text.isEmpty())
            text = textOf(client->isCombined ? QJsonObject{{u"stream"_s, stream}, {u"data"_s, data}} : data);
        client->socket->sendTextMessage(text);
    }
}

void StreamHub::publishBooks()
{
    MatchingEngine &engine = m_venue.engine();
    for (SymbolNumber symbol = 0; symbol < SymbolNumber(engine.symbols().size()); ++symbol) {
        const QString &name = engine.symbols()[std::size_t(symbol)].symbol;
        const std::uint64_t update = engine.lastUpdate(symbol);
        const auto bid = engine.book(symbol).best(Side::Buy);
        const auto ask = engine.book(symbol).best(Side::Sell);
        if (update != m_toldUpdate[std::size_t(symbol)] && bid && ask) {
            m_toldUpdate[std::size_t(symbol)] = update;
            publish(streamName(symbol, u"bookTicker"), {{u"u"_s, qint64(update)}, {u"s"_s, name}, {u"b"_s, decimalText(bid->price)},
                                                        {u"B"_s, decimalText(bid->quantity)}, {u"a"_s, decimalText(ask->price)},
                                                        {u"A"_s, decimalText(ask->quantity)}});
        }
        const DepthChanges changes = engine.takeChanges(symbol);
        if (changes.firstUpdate == 0)
            continue;
        const QJsonObject data{{u"e"_s, u"depthUpdate"_s}, {u"E"_s, qint64(m_clock.now().ms())}, {u"s"_s, name},
                               {u"U"_s, qint64(changes.firstUpdate)}, {u"u"_s, qint64(changes.lastUpdate)},
                               {u"b"_s, levelsJson(changes.bids)}, {u"a"_s, levelsJson(changes.asks)}};
        publish(streamName(symbol, u"depth"), data);
        publish(streamName(symbol, u"depth@100ms"), data);
    }
}

void StreamHub::publishKline(SymbolNumber symbol, Timestamp now)
{
    const QString stream = streamName(symbol, u"kline_1m");
    const BarColumns &bars = m_venue.bars(symbol);
    if (bars.isEmpty() || !isWanted(stream))
        return;
    const QString &name = m_venue.engine().symbols()[std::size_t(symbol)].symbol;
    const auto send = [&](std::size_t row, bool isClosed) {
        const std::int64_t close = bars.closeTime[row].ms();
        const auto text = [](double value) { return QString::number(value, 'f', 8); };
        publish(stream, {{u"e"_s, u"kline"_s}, {u"E"_s, qint64(m_clock.now().ms())}, {u"s"_s, name},
                         {u"k"_s, QJsonObject{{u"t"_s, qint64(close - 60'000)}, {u"T"_s, qint64(close - 1)}, {u"s"_s, name}, {u"i"_s, u"1m"_s},
                                              {u"o"_s, text(bars.open[row])}, {u"h"_s, text(bars.high[row])}, {u"l"_s, text(bars.low[row])},
                                              {u"c"_s, text(bars.close[row])}, {u"v"_s, text(bars.volume[row])}, {u"x"_s, isClosed}}}});
    };
    // The first print of a minute closes the one before.
    const std::size_t last = bars.size() - 1;
    const bool isFirst = bars.volume[last] > 0 && m_venue.tape(symbol).size() > 1
        && (m_venue.tape(symbol).end() - 2)->print.time < bars.closeTime[last] - std::chrono::minutes(1);
    if (isFirst && last > 0)
        send(last - 1, true);
    send(last, bars.closeTime[last] <= now);
}

void StreamHub::onAccountEvent(const AccountEvent &event)
{
    const bool isHeard = std::any_of(m_clients.begin(), m_clients.end(), [&](const auto &client) { return client->accounts.contains(event.account); });
    if (!isHeard)
        return;
    const Timestamp now = m_clock.now();
    QJsonObject json;
    if (event.kind == AccountEvent::Kind::Order) {
        json = executionReport(m_venue, event, now);
    } else if (event.kind == AccountEvent::Kind::List) {
        json = listStatus(m_venue, event, now);
    } else {
        QJsonArray balances;
        const ListedSymbol &symbol = m_venue.engine().symbols()[std::size_t(event.order.asked.symbol)];
        for (const QString &asset : {symbol.base, symbol.quote}) {
            const Balances::Holding holding = m_venue.engine().balances(event.account).of(asset);
            balances.append(QJsonObject{{u"a"_s, asset}, {u"f"_s, decimalText(holding.free)}, {u"l"_s, decimalText(holding.locked)}});
        }
        json = {{u"e"_s, u"outboundAccountPosition"_s}, {u"E"_s, qint64(now.ms())}, {u"u"_s, qint64(now.ms())}, {u"B"_s, balances}};
    }
    const QString text = textOf({{u"subscriptionId"_s, 0}, {u"event"_s, json}});
    for (const auto &client : m_clients) {
        if (client->accounts.contains(event.account))
            client->socket->sendTextMessage(text);
    }
}

} // namespace bellwether::exchange
