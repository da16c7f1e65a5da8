#include "core/brokers/binance/ordersession.h"
#include "core/exchange/spotjson.h"
#include "tests/core/exchange/loopback.h"

#include <QJsonArray>
#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using binance::OrderSession;
using Report = VenueReport::Kind;
using Validity = bellwether::TimeInForce;

namespace {

const InstrumentId btc{std::string_view("BINANCE:BTCUSDT")};

/// The client of one account against the stand-in, everything on this thread.
class Desk {
public:
    explicit Desk(Loopback &loopback, binance::SessionTimes times = shortTimes(), const QByteArray &secret = "secret")
    {
        const binance::Endpoints endpoints = *binance::Endpoints::of(u"http://127.0.0.1:%1"_s.arg(loopback.server.port()));
        SpotApi api(loopback.venue);
        rules = std::make_shared<const binance::ExchangeRules>(*binance::readExchangeRules(api.handle({"GET", "/api/v3/exchangeInfo", {}, {}, {}}, loopback.clock.now()).body));
        OrderSession::Sinks sinks;
        sinks.reports = [this](std::vector<VenueReport> told) { reports.insert(reports.end(), told.begin(), told.end()); };
        sinks.books = [this](const VenueBooks &told) { books.push_back(told); };
        sinks.status = [this](const binance::SessionStatus &told) { status = told; };
        sinks.sent = [this](const Order &) { ++sent; };
        auto signer = net::RequestSigner::make("key", SecretBytes(QByteArray(secret)));
        session = std::make_unique<OrderSession>(endpoints, *std::move(signer), rules,
                                                 std::vector<Instrument>{rules->symbols.at(u"BTCUSDT"_s).instrument}, sinks, times);
    }
    static binance::SessionTimes shortTimes()
    {
        binance::SessionTimes times;
        times.requestTimeout = 400ms;
        times.recvWindow = 500ms;
        times.settleMargin = 300ms;
        times.queryFirst = 50ms;
        times.queryMax = 200ms;
        times.backoffMax = 1s;
        return times;
    }
    void connectNow()
    {
        session->start();
        QVERIFY(QTest::qWaitFor([&] { return status.connection.isUp(); }, 5'000));
    }
    int count(Report kind) const
    {
        return int(std::count_if(reports.begin(), reports.end(), [&](const VenueReport &one) { return one.kind == kind; }));
    }
    Quantity filled() const
    {
        Quantity total;
        for (const VenueReport &one : reports) {
            if (one.kind == Report::Filled)
                total += one.quantity;
        }
        return total;
    }
    QString last() const { return reports.empty() ? QString() : reports.back().reason; }

    std::shared_ptr<const binance::ExchangeRules> rules;
    std::vector<VenueReport> reports;
    std::vector<VenueBooks> books;
    binance::SessionStatus status;
    int sent = 0;
    std::unique_ptr<OrderSession> session;
};

Order limitBuy(int number, const QString &quantity = u"1"_s, const QString &limit = u"50"_s)
{
    Order order;
    order.id = OrderId{std::uint64_t(number)};
    order.clientId = ClientOrderId(u"bw-test-ab12-%1"_s.arg(number));
    order.instrument = btc;
    order.side = Side::Buy;
    order.type = OrderType::Limit;
    order.quantity = units(quantity);
    order.limitPrice = price(limit);
    order.referencePrice = price(u"100"_s);
    return order;
}

Order marketBuy(int number, const QString &quantity = u"1"_s)
{
    Order order = limitBuy(number, quantity);
    order.type = OrderType::Market;
    order.limitPrice = {};
    return order;
}

/// Requests of a kind that reached the venue.
int seen(const Loopback &loopback, const QString &method, const QString &path)
{
    int count = 0;
    for (const QJsonValue &row : loopback.server.ledgerJson()[u"requests"_s].toArray()) {
        const QJsonObject request = row.toObject();
        if (request[u"method"_s].toString() == method && request[u"path"_s].toString().endsWith(path))
            ++count;
    }
    return count;
}

int venueOrders(const Loopback &loopback) { return int(loopback.venue.engine().ordersOf(loopback.account).size()); }

} // namespace

/// One account's orders against the stand-in with its fault script: at most one request an intent, every order resolved by
/// what the venue shows.
class TestOrderSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fillsOfAMarketOrderAreToldOnce();
    void eachTypeIsTheVenuesOwn_data();
    void eachTypeIsTheVenuesOwn();
    void feesInTheCoinStayInTheCoin();
    void S01_S05_lostAnswers_data();
    void S01_S05_lostAnswers();
    void S06_justPlacedIsNotFoundForAWhile();
    void S07_duplicateIdProvesTheFirst();
    void S09_refusalsAreFinal();
    void S10_tooManyRequestsWaits();
    void S11_blockedAddressIsLeftAlone();
    void S12_wrongClockIsMeasuredAnew();
    void S13_cancelOfWhatIsFilled();
    void S14_lostCancelIsOneRequest();
    void replacementKeepsTheOrder();
    void reductionKeepsTheOrder();
    void S14_lostReplacement();
    void S14_theNewsOfAnOrderEndsNoDoubtAboutItsChange();
    void S14_theAnswerToAnOrderComesAfterItsChangeBegan();
    void S14_anEarlierRunReplacedIt_data();
    void S14_anEarlierRunReplacedIt();
    void W01_framesTwiceAndLost();
    void W04_reconnectAsksForWhatWasMissed();
    void W05_renewsBeforeTheVenueCloses();
    void W06_endedSubscriptionComesBack();
    void W07_oldEventsChangeNothing();
    void W09_foreignOrdersAreTold();
    void W11_unreadableMessagesEndTheConnection();
    void W14_manyReconnects();
    void A01_refusedKeyIsSaid();
    void U07_disarmedSendsNoEntry();
    void pairsEndEachOther();
    void pairsAreChangedAsOne();
    void aPairIsChangedAsOneAfterARestart();
    void aPartlyFilledOrderIsReplacedByItsRestAfterARestart();
    void booksAreComplete();
    void booksOfAFailedReadAreIncomplete();
};

void TestOrderSession::fillsOfAMarketOrderAreToldOnce()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    desk.session->submit(marketBuy(1));
    QTRY_COMPARE(desk.count(Report::Filled), 1);
    QTest::qWait(150); // the stream tells it too
    QCOMPARE(desk.count(Report::Filled), 1);
    const auto fill = std::find_if(desk.reports.begin(), desk.reports.end(), [](const VenueReport &one) { return one.kind == Report::Filled; });
    QCOMPARE(fill->price.raw(), price(u"101"_s).raw());
    QCOMPARE(fill->quantity.raw(), units(u"1"_s).raw());
    QVERIFY(fill->venueTradeId.startsWith(u"BTCUSDT-"_s));
    QCOMPARE(desk.sent, 1);
    QCOMPARE(seen(loopback, u"POST"_s, u"order"_s), 1);
}

void TestOrderSession::eachTypeIsTheVenuesOwn_data()
{
    QTest::addColumn<OrderType>("type");
    QTest::addColumn<Validity>("validity");
    QTest::addColumn<bool>("isBuy");
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QString>("market"); // bid that the market goes to, two below the ask; it is 99 at first
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("filledAt"); // empty: it rests; "refused": the venue says no
    const auto row = [](const char *name, OrderType type, Validity validity, bool isBuy, const QString &trigger, const QString &limit, const QString &market,
                        const QString &word, const QString &at) { QTest::newRow(name) << type << validity << isBuy << trigger << limit << market << word << at; };
    constexpr auto gtc = Validity::GoodTillCancelled;
    row("limit", OrderType::Limit, gtc, false, {}, u"110"_s, u"111"_s, u"LIMIT"_s, u"110"_s);
    row("immediate or cancel", OrderType::Limit, Validity::ImmediateOrCancel, true, {}, u"102"_s, {}, u"LIMIT"_s, u"101"_s);
    row("post-only rests", OrderType::Limit, Validity::PostOnly, false, {}, u"110"_s, {}, u"LIMIT_MAKER"_s, {});
    row("post-only is filled later", OrderType::Limit, Validity::PostOnly, false, {}, u"110"_s, u"111"_s, u"LIMIT_MAKER"_s, u"110"_s);
    row("post-only would take", OrderType::Limit, Validity::PostOnly, true, {}, u"101"_s, {}, u"LIMIT_MAKER"_s, u"refused"_s);
    row("stop", OrderType::Stop, gtc, false, u"90"_s, {}, u"88"_s, u"STOP_LOSS"_s, u"88"_s);
    row("stop-limit", OrderType::StopLimit, gtc, false, u"90"_s, u"85"_s, u"88"_s, u"STOP_LOSS_LIMIT"_s, u"88"_s);
    row("if touched", OrderType::MarketIfTouched, gtc, false, u"110"_s, {}, u"111"_s, u"TAKE_PROFIT"_s, u"111"_s);
    row("if touched, to buy", OrderType::MarketIfTouched, gtc, true, u"90"_s, {}, u"86"_s, u"TAKE_PROFIT"_s, u"88"_s);
    row("if touched, on the wrong side", OrderType::MarketIfTouched, gtc, false, u"90"_s, {}, {}, u"TAKE_PROFIT"_s, u"refused"_s);
    row("limit if touched", OrderType::LimitIfTouched, gtc, false, u"110"_s, u"109"_s, u"111"_s, u"TAKE_PROFIT_LIMIT"_s, u"111"_s);
    row("limit if touched that waits", OrderType::LimitIfTouched, gtc, false, u"110"_s, u"115"_s, u"111"_s, u"TAKE_PROFIT_LIMIT"_s, {});
}

void TestOrderSession::eachTypeIsTheVenuesOwn()
{
    QFETCH(OrderType, type);
    QFETCH(Validity, validity);
    QFETCH(bool, isBuy);
    QFETCH(QString, trigger);
    QFETCH(QString, limit);
    QFETCH(QString, market);
    QFETCH(QString, word);
    QFETCH(QString, filledAt);
    Loopback loopback;
    loopback.venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.1"_s), loopback.clock.now()); // triggers go by the last price
    Desk desk(loopback);
    desk.connectNow();
    Order order = limitBuy(1);
    order.type = type;
    order.timeInForce = validity;
    order.side = isBuy ? Side::Buy : Side::Sell;
    order.limitPrice = limit.isEmpty() ? Price() : price(limit);
    order.stopPrice = trigger.isEmpty() ? Price() : price(trigger);
    desk.session->submit(order);
    if (filledAt == u"refused") {
        QTRY_COMPARE(desk.count(Report::Rejected), 1);
        QVERIFY2(desk.last().contains(u"(-2010)"_s), qPrintable(desk.last()));
        QCOMPARE(seen(loopback, u"POST"_s, u"/order"_s), 1); // asked, and not a second time in another way
        return;
    }
    QTRY_VERIFY(desk.count(Report::Accepted) + desk.count(Report::Filled) >= 1);
    const exchange::OrderRecord &there = loopback.venue.engine().order(loopback.venue.engine().ordersOf(loopback.account).back());
    QCOMPARE(exchange::wordOf(there.asked.kind), word);
    if (!market.isEmpty()) {
        const Price bid = price(market);
        loopback.quote(market, toString(bid + Price::fromInt(2)));
        loopback.venue.engine().tradeHouse(0, Side::Sell, bid, units(u"0.1"_s), loopback.clock.now());
    }
    if (filledAt.isEmpty()) {
        QTest::qWait(200);
        QVERIFY(desk.filled().isZero());
        desk.session->cancel(order);
        QTRY_COMPARE(desk.count(Report::Cancelled), 1);
        return;
    }
    QTRY_VERIFY(desk.filled() == units(u"1"_s));
    const auto fill = std::ranges::find(desk.reports, Report::Filled, &VenueReport::kind);
    QCOMPARE(toString(fill->price), filledAt);
}

void TestOrderSession::feesInTheCoinStayInTheCoin()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    desk.session->submit(marketBuy(1, u"2"_s));
    QTRY_COMPARE(desk.count(Report::Filled), 1);
    for (const VenueReport &one : desk.reports) {
        if (one.kind == Report::Filled) {
            QCOMPARE(one.commission.currency.toString(), u"BTC"_s);
            QCOMPARE(one.commission.amount.raw(), std::int64_t(200'000)); // 0.1 % of 2 BTC
        }
    }
}

void TestOrderSession::S01_S05_lostAnswers_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("isCarriedOut");
    const std::pair<const char *, const char *> verbs[] = {
        {"S01 silence", "\"do\":\"silence\""},
        {"S02 fin", "\"do\":\"fin\""},
        {"S02 rst", "\"do\":\"rst\""},
        {"S03 status 500", "\"do\":\"status\",\"status\":500"},
        {"S03 status 502 page", "\"do\":\"status\",\"status\":502"},
        {"S03 status 503 -1007", "\"do\":\"status\",\"status\":503,\"code\":-1007"},
        {"S04 truncated", "\"do\":\"truncate\",\"bytes\":20"},
        {"S04 garbage", "\"do\":\"garbage\""},
        {"S04 page", "\"do\":\"garbage\",\"body\":\"<html>sorry</html>\""},
        {"S04 wrong JSON", "\"do\":\"garbage\",\"body\":\"{\\\"ok\\\":true}\""},
        {"S04 redirect", "\"do\":\"redirect\",\"location\":\"http://127.0.0.1:9/\""},
    };
    for (const auto &[name, verb] : verbs) {
        QTest::newRow(name) << QByteArray(verb) << true;
        QTest::newRow((QByteArray("S05 not carried out: ") + name).constData()) << QByteArray(verb) << false;
    }
}

// FAULTS S01 S02 S03 S04 S05: whatever comes instead of the answer, the venue sees one request, and the order ends as the
// venue has it.
void TestOrderSession::S01_S05_lostAnswers()
{
    QFETCH(QByteArray, verb);
    QFETCH(bool, isCarriedOut);
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play("{\"on\":\"request\",\"method\":\"POST\",\"match\":\"order\"," + verb + (isCarriedOut ? "}" : ",\"carried_out\":false}")
                  + ",{\"on\":\"stream\",\"match\":\"user/executionReport\",\"do\":\"drop\"}");
    desk.session->submit(limitBuy(1));
    if (isCarriedOut) {
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Accepted), 1, 4'000);
        QCOMPARE(desk.count(Report::Absent), 0);
        QCOMPARE(venueOrders(loopback), 1);
    } else {
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Absent), 1, 4'000);
        QCOMPARE(desk.count(Report::Accepted), 0);
        QCOMPARE(venueOrders(loopback), 0);
    }
    QCOMPARE(seen(loopback, u"POST"_s, u"order"_s), 1);
    QTRY_COMPARE(desk.status.unresolved, 0);
}

// FAULTS S06: that it does not exist counts only after it could have arrived.
void TestOrderSession::S06_justPlacedIsNotFoundForAWhile()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"request","method":"POST","match":"order","do":"silence"},
                     {"on":"request","method":"POST","match":"order","do":"not-found","ms":700},
                     {"on":"stream","match":"user/executionReport","do":"drop"})");
    desk.session->submit(limitBuy(1));
    QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Accepted), 1, 4'000);
    QCOMPARE(desk.count(Report::Absent), 0);
    QCOMPARE(seen(loopback, u"POST"_s, u"order"_s), 1);
}

// FAULTS S07
void TestOrderSession::S07_duplicateIdProvesTheFirst()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"request","method":"POST","match":"order","do":"garbage","body":"x","count":1})");
    desk.session->submit(limitBuy(1));
    QTRY_VERIFY_WITH_TIMEOUT(desk.count(Report::Accepted) >= 1, 4'000);
    loopback.play({});
    desk.session->submit(limitBuy(1)); // what no engine does: the venue knows the id
    QTRY_VERIFY_WITH_TIMEOUT(desk.count(Report::Accepted) >= 2, 4'000);
    QCOMPARE(desk.count(Report::Rejected), 0);
    QCOMPARE(venueOrders(loopback), 1);
}

// FAULTS S09: refused here where the venue's filters are known, else by the venue; never sent again.
void TestOrderSession::S09_refusalsAreFinal()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    Order odd = limitBuy(1, u"0.0000001"_s);
    desk.session->submit(odd);
    QTRY_COMPARE(desk.count(Report::Rejected), 1);
    QVERIFY2(desk.last().contains(u"quantity"_s), qPrintable(desk.last()));
    QCOMPARE(seen(loopback, u"POST"_s, u"order"_s), 0);

    desk.session->submit(limitBuy(2, u"5000"_s)); // 250,000 USDT of 100,000
    QTRY_COMPARE(desk.count(Report::Rejected), 2);
    QVERIFY2(desk.last().contains(u"-2010"_s), qPrintable(desk.last()));
    QTest::qWait(300);
    QCOMPARE(seen(loopback, u"POST"_s, u"order"_s), 1);
}

// FAULTS S10
void TestOrderSession::S10_tooManyRequestsWaits()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"request","method":"POST","match":"order","do":"limit","status":429,"ms":2000,"count":1})");
    desk.session->submit(limitBuy(1));
    QTRY_COMPARE(desk.count(Report::Rejected), 1); // refused for certain, and nothing waits to be sent late
    const int before = int(loopback.server.ledgerJson()[u"request_count"_s].toInteger());
    desk.session->submit(limitBuy(2));
    QTRY_COMPARE(desk.count(Report::Rejected), 2);
    QTRY_COMPARE(int(desk.status.connection.state), int(VenueConnection::State::Suspended));
    QCOMPARE(int(loopback.server.ledgerJson()[u"request_count"_s].toInteger()), before);
    QTRY_VERIFY_WITH_TIMEOUT(desk.status.connection.isUp(), 5'000);
    desk.session->submit(limitBuy(3));
    QTRY_VERIFY(desk.count(Report::Accepted) >= 1);
    QCOMPARE(venueOrders(loopback), 1);
}

// FAULTS S11: no call at all until the stated time.
void TestOrderSession::S11_blockedAddressIsLeftAlone()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"request","method":"POST","match":"order","do":"limit","status":418,"ms":30000,"count":1})");
    desk.session->submit(limitBuy(1));
    QTRY_COMPARE(int(desk.status.connection.state), int(VenueConnection::State::Suspended));
    QVERIFY(desk.status.connection.until > loopback.clock.now() + 20s);
    const qint64 before = loopback.server.ledgerJson()[u"request_count"_s].toInteger();
    desk.session->submit(limitBuy(2));
    desk.session->query(limitBuy(1));
    desk.session->requestBooks(loopback.clock.now(), {});
    QTest::qWait(600);
    QCOMPARE(loopback.server.ledgerJson()[u"request_count"_s].toInteger(), before);
}

// FAULTS S12 T01
void TestOrderSession::S12_wrongClockIsMeasuredAnew()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"time","at_ms":0,"do":"clock-offset","ms":3600000})");
    QTest::qWait(100);
    desk.session->submit(limitBuy(1));
    QTRY_VERIFY_WITH_TIMEOUT(desk.count(Report::Accepted) >= 1, 4'000);
    QCOMPARE(venueOrders(loopback), 1);
    QTRY_VERIFY(desk.status.clockOffset > 3'590s); // told by the next beat
}

// FAULTS S13
void TestOrderSession::S13_cancelOfWhatIsFilled()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"stream","match":"user/executionReport","do":"drop"})");
    const Order order = limitBuy(1, u"1"_s, u"95"_s);
    desk.session->submit(order);
    QTRY_COMPARE(desk.count(Report::Accepted), 1);
    loopback.quote(u"90"_s, u"94"_s); // the house sells into it, and the stream does not tell
    QTRY_COMPARE(loopback.venue.ownTrades(loopback.account).size(), std::size_t(1));
    desk.session->cancel(order);
    QTRY_COMPARE_WITH_TIMEOUT(desk.filled().raw(), units(u"1"_s).raw(), 4'000);
    QCOMPARE(desk.count(Report::Absent), 0);
    QCOMPARE(desk.count(Report::Cancelled), 0);
    QCOMPARE(seen(loopback, u"DELETE"_s, u"order"_s), 1);
}

// FAULTS S14
void TestOrderSession::S14_lostCancelIsOneRequest()
{
    for (const bool isCarriedOut : {true, false}) {
        Loopback loopback;
        Desk desk(loopback);
        desk.connectNow();
        const Order order = limitBuy(1);
        desk.session->submit(order);
        QTRY_VERIFY(desk.count(Report::Accepted) >= 1);
        loopback.play(QByteArray(R"({"on":"request","method":"DELETE","match":"order","do":"silence")") + (isCarriedOut ? "}" : ",\"carried_out\":false}")
                      + R"(,{"on":"stream","match":"user/executionReport","do":"drop"})");
        desk.session->cancel(order);
        if (isCarriedOut)
            QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Cancelled), 1, 4'000);
        else
            QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::RequestRefused), 1, 4'000);
        QCOMPARE(seen(loopback, u"DELETE"_s, u"order"_s), 1);
    }
}

void TestOrderSession::replacementKeepsTheOrder()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    const Order order = limitBuy(1);
    desk.session->submit(order);
    QTRY_VERIFY(desk.count(Report::Accepted) >= 1);
    desk.session->modify(order, {price(u"60"_s), {}});
    QTRY_COMPARE(desk.count(Report::Modified), 1);
    QTest::qWait(150);
    QCOMPARE(desk.count(Report::Cancelled), 0); // the half that cancels is no end of the order
    QCOMPARE(venueOrders(loopback), 2);
    const auto modified = std::find_if(desk.reports.begin(), desk.reports.end(), [](const VenueReport &one) { return one.kind == Report::Modified; });
    QCOMPARE(modified->price.raw(), price(u"60"_s).raw());
    QCOMPARE(modified->quantity.raw(), units(u"1"_s).raw());
    desk.session->cancel(order);
    QTRY_COMPARE(desk.count(Report::Cancelled), 1);
    QVERIFY(loopback.venue.engine().openOrders(loopback.account, -1).empty());
}

void TestOrderSession::reductionKeepsTheOrder()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    const Order order = limitBuy(1, u"2"_s);
    desk.session->submit(order);
    QTRY_VERIFY(desk.count(Report::Accepted) >= 1);
    desk.session->modify(order, {{}, units(u"1"_s)});
    QTRY_COMPARE(desk.count(Report::Modified), 1);
    const auto modified = std::find_if(desk.reports.begin(), desk.reports.end(), [](const VenueReport &one) { return one.kind == Report::Modified; });
    QCOMPARE(modified->quantity.raw(), units(u"1"_s).raw());
    QCOMPARE(venueOrders(loopback), 1); // the same order, which keeps its place
    QCOMPARE(seen(loopback, u"PUT"_s, u"order/amend/keepPriority"_s), 1);
}

// FAULTS S14: the answer to a replacement is lost; the next generation is looked for before anything is said.
void TestOrderSession::S14_lostReplacement()
{
    for (const bool isCarriedOut : {true, false}) {
        Loopback loopback;
        Desk desk(loopback);
        desk.connectNow();
        const Order order = limitBuy(1);
        desk.session->submit(order);
        QTRY_VERIFY(desk.count(Report::Accepted) >= 1);
        loopback.play(QByteArray(R"({"on":"request","method":"POST","match":"order/cancelReplace","do":"rst")") + (isCarriedOut ? "}" : ",\"carried_out\":false}")
                      + R"(,{"on":"stream","match":"user/executionReport","do":"drop"})");
        desk.session->modify(order, {price(u"60"_s), {}});
        if (isCarriedOut)
            QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Modified), 1, 4'000);
        else
            QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::RequestRefused), 1, 4'000);
        QCOMPARE(desk.count(Report::Cancelled), 0);
        QCOMPARE(seen(loopback, u"POST"_s, u"order/cancelReplace"_s), 1);
    }
}

// The venue's word that the order is there comes while its change is in doubt: the change is asked about all the same.
void TestOrderSession::S14_theNewsOfAnOrderEndsNoDoubtAboutItsChange()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"stream","match":"user/executionReport","do":"delay","ms":300},
                     {"on":"request","method":"POST","match":"order/cancelReplace","do":"rst","carried_out":false})");
    const Order order = limitBuy(1);
    desk.session->submit(order);
    QTRY_COMPARE(desk.count(Report::Accepted), 1); // by the answer
    desk.session->modify(order, {price(u"60"_s), {}});
    QTRY_COMPARE(desk.count(Report::Accepted), 2); // by the stream, late
    QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::RequestRefused), 1, 6'000);
}

// The stream shows the order, it is changed at once, and only then its own answer comes: the change is not forgotten for it.
void TestOrderSession::S14_theAnswerToAnOrderComesAfterItsChangeBegan()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"request","method":"POST","match":"order","do":"delay","ms":150},
                     {"on":"request","method":"POST","match":"order/cancelReplace","do":"delay","ms":300})");
    const Order order = limitBuy(1);
    desk.session->submit(order);
    QTRY_COMPARE(desk.count(Report::Accepted), 1); // by the stream
    desk.session->modify(order, {price(u"60"_s), {}});
    QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Modified), 1, 6'000);
    QTest::qWait(100);
    QCOMPARE(desk.count(Report::Cancelled), 0);
    QCOMPARE(int(loopback.venue.engine().openOrders(loopback.account).size()), 1);
    desk.session->cancel(order);
    QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Cancelled), 1, 6'000);
    QCOMPARE(int(loopback.venue.engine().openOrders(loopback.account).size()), 0);
}

void TestOrderSession::S14_anEarlierRunReplacedIt_data()
{
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("isCancelled");
    for (const int times : {0, 1, 2, 3}) {
        QTest::addRow("%d times, and it stands", times) << times << false;
        QTest::addRow("%d times, then cancelled", times) << times << true;
    }
}

// FAULTS S14: after a restart the last of all replacements is found, whatever became of those before it.
void TestOrderSession::S14_anEarlierRunReplacedIt()
{
    QFETCH(const int, times);
    QFETCH(const bool, isCancelled);
    Loopback loopback;
    const Order order = limitBuy(1);
    {
        Desk before(loopback);
        before.connectNow();
        before.session->submit(order);
        QTRY_VERIFY(before.count(Report::Accepted) >= 1);
        for (int i = 1; i <= times; ++i) {
            before.session->modify(order, {price(QString::number(50 + i)), {}});
            QTRY_COMPARE(before.count(Report::Modified), i);
        }
        if (isCancelled) {
            before.session->cancel(order);
            QTRY_COMPARE(before.count(Report::Cancelled), 1);
        }
    }
    QCOMPARE(int(loopback.venue.engine().openOrders(loopback.account).size()), isCancelled ? 0 : 1);
    Desk desk(loopback);
    desk.connectNow();
    desk.session->query(order);
    if (isCancelled) {
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Cancelled), 1, 6'000);
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(desk.count(times == 0 ? Report::Accepted : Report::Modified) >= 1, 6'000);
    if (times > 0) {
        const auto modified = std::ranges::find(desk.reports, Report::Modified, &VenueReport::kind);
        QCOMPARE(modified->price.raw(), price(QString::number(50 + times)).raw());
    }
    QCOMPARE(desk.count(Report::Cancelled), 0);
    desk.session->cancel(order); // the one that stands
    QTRY_COMPARE_WITH_TIMEOUT(desk.count(Report::Cancelled), 1, 6'000);
    QCOMPARE(int(loopback.venue.engine().openOrders(loopback.account).size()), 0);
}

// FAULTS W01
void TestOrderSession::W01_framesTwiceAndLost()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"stream","match":"user/executionReport","every":3,"do":"drop"},
                     {"on":"stream","match":"user/executionReport","every":2,"do":"duplicate","times":2},
                     {"on":"stream","match":"user/executionReport","every":5,"do":"reorder"})");
    std::vector<Order> orders;
    for (int i = 1; i <= 8; ++i) {
        orders.push_back(limitBuy(i, u"0.1"_s, u"95"_s));
        desk.session->submit(orders.back());
    }
    QTRY_COMPARE(venueOrders(loopback), 8);
    loopback.quote(u"90"_s, u"94"_s);
    QTRY_COMPARE(loopback.venue.ownTrades(loopback.account).size(), std::size_t(8));
    QTest::qWait(200);
    for (const Order &order : orders)
        desk.session->query(order); // the cross-check of the engine's reconciler
    QTRY_COMPARE_WITH_TIMEOUT(desk.filled().raw(), units(u"0.8"_s).raw(), 4'000);
    QCOMPARE(desk.count(Report::Filled), 8);
}

// FAULTS W04
void TestOrderSession::W04_reconnectAsksForWhatWasMissed()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    desk.session->submit(limitBuy(1, u"1"_s, u"95"_s));
    QTRY_VERIFY(desk.count(Report::Accepted) >= 1);
    // The socket goes, and what happens meanwhile is told to nobody.
    loopback.play(R"({"on":"time","at_ms":0,"do":"rst"},{"on":"stream","match":"user/executionReport","until_ms":800,"do":"drop"})");
    QTRY_COMPARE(int(desk.status.connection.state), int(VenueConnection::State::Down));
    desk.session->submit(limitBuy(2));
    QTRY_COMPARE(desk.count(Report::Rejected), 1); // no new risk that nobody would hear of
    loopback.quote(u"90"_s, u"94"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.status.connection.isUp(), 6'000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.filled().raw(), units(u"1"_s).raw(), 4'000);
}

// FAULTS W05: the next connection is subscribed before the old one goes; an event told by both counts once.
void TestOrderSession::W05_renewsBeforeTheVenueCloses()
{
    Loopback loopback;
    binance::SessionTimes times = Desk::shortTimes();
    times.renewAfter = 400ms;
    Desk desk(loopback, times);
    desk.connectNow();
    bool wasDown = false;
    for (int i = 1; i <= 10; ++i) {
        desk.session->submit(marketBuy(i, u"0.1"_s));
        QTest::qWait(150);
        wasDown = wasDown || !desk.status.connection.isUp();
    }
    QVERIFY(desk.session->streamsOpened() >= 3);
    QVERIFY(!wasDown);
    QTRY_COMPARE(desk.filled().raw(), units(u"1"_s).raw());
    QCOMPARE(desk.count(Report::Filled), 10);
}

// FAULTS W06
void TestOrderSession::W06_endedSubscriptionComesBack()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"time","at_ms":0,"do":"expire-key"})");
    QTRY_VERIFY(desk.session->streamsOpened() >= 2);
    QTRY_VERIFY(desk.status.connection.isUp());
    desk.session->submit(limitBuy(1, u"1"_s, u"95"_s));
    QTRY_VERIFY(desk.count(Report::Accepted) >= 1);
    loopback.quote(u"90"_s, u"94"_s);
    QTRY_COMPARE(desk.filled().raw(), units(u"1"_s).raw());
}

// FAULTS W07
void TestOrderSession::W07_oldEventsChangeNothing()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"stream","match":"user/executionReport","do":"duplicate","times":3})");
    desk.session->submit(marketBuy(1));
    QTRY_COMPARE(desk.count(Report::Filled), 1);
    QTest::qWait(200);
    QCOMPARE(desk.count(Report::Filled), 1);
    QCOMPARE(desk.count(Report::Cancelled) + desk.count(Report::Expired) + desk.count(Report::Rejected), 0);
}

// FAULTS W09
void TestOrderSession::W09_foreignOrdersAreTold()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    QCOMPARE(loopback.place("web_123").status, 200);
    QTRY_COMPARE(desk.count(Report::Accepted), 1);
    const VenueReport &told = desk.reports.back();
    QCOMPARE(told.order.toString(), u"web_123"_s);
    QVERIFY(told.terms);
    QCOMPARE(told.terms->instrument.toString(), btc.toString());
    QCOMPARE(told.terms->quantity.raw(), units(u"1"_s).raw());
    QCOMPARE(told.terms->limitPrice.raw(), price(u"50"_s).raw());
}

// FAULTS W11
void TestOrderSession::W11_unreadableMessagesEndTheConnection()
{
    for (const char *verb : {"binary", "bad-utf8", "deep-json"}) {
        Loopback loopback;
        Desk desk(loopback);
        desk.connectNow();
        loopback.play(QByteArray(R"({"on":"stream","match":"user/executionReport","nth":1,"count":1,"do":")") + verb + "\"}");
        desk.session->submit(marketBuy(1));
        QTRY_COMPARE_WITH_TIMEOUT(desk.filled().raw(), units(u"1"_s).raw(), 6'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.status.connection.isUp(), 6'000);
    }
}

// FAULTS W14: the short form; many connections leave nothing behind.
void TestOrderSession::W14_manyReconnects()
{
    Loopback loopback;
    binance::SessionTimes times = Desk::shortTimes();
    times.renewAfter = 20ms;
    Desk desk(loopback, times);
    desk.connectNow();
    QTRY_VERIFY_WITH_TIMEOUT(desk.session->streamsOpened() >= 60, 20'000);
    QTRY_VERIFY(loopback.server.streamCount() <= 3);
    QVERIFY(desk.session->findChildren<QTimer *>().size() < 20);
}

// FAULTS A01
void TestOrderSession::A01_refusedKeyIsSaid()
{
    Loopback loopback;
    Desk desk(loopback, Desk::shortTimes(), "wrong");
    desk.session->start();
    QTRY_COMPARE_WITH_TIMEOUT(int(desk.status.connection.state), int(VenueConnection::State::Down), 6'000);
    QVERIFY2(desk.status.connection.reason.contains(u"key"_s), qPrintable(desk.status.connection.reason));
    desk.session->submit(limitBuy(1));
    QTRY_COMPARE(desk.count(Report::Rejected), 1);
    QCOMPARE(venueOrders(loopback), 0);
}

// FAULTS U07
void TestOrderSession::U07_disarmedSendsNoEntry()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    desk.session->submit(marketBuy(1));
    QTRY_COMPARE(desk.filled().raw(), units(u"1"_s).raw());
    desk.session->disarm(u"the clock was set"_s);
    desk.session->submit(marketBuy(2));
    QTRY_COMPARE(desk.count(Report::Rejected), 1);
    Order exit = marketBuy(3);
    exit.side = Side::Sell;
    exit.role = OrderRole::Exit;
    desk.session->submit(exit); // what reduces risk still leaves
    QTRY_COMPARE(desk.filled().raw(), units(u"2"_s).raw());
    QCOMPARE(seen(loopback, u"POST"_s, u"order"_s), 2);
}

namespace {

std::pair<Order, Order> stopAndTarget()
{
    Order stop = limitBuy(11);
    stop.side = Side::Sell;
    stop.role = OrderRole::StopLoss;
    stop.type = OrderType::Stop;
    stop.limitPrice = {};
    stop.stopPrice = price(u"90"_s);
    Order target = limitBuy(12);
    target.side = Side::Sell;
    target.role = OrderRole::TakeProfit;
    target.limitPrice = price(u"110"_s);
    return {stop, target};
}

} // namespace

// Both sell the same coin, which the venue locks once: one list, one request.
void TestOrderSession::pairsEndEachOther()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    const auto [stop, target] = stopAndTarget();
    desk.session->submitPair(stop, target);
    QTRY_VERIFY(desk.count(Report::Accepted) >= 2);
    QCOMPARE(seen(loopback, u"POST"_s, u"orderList/oco"_s), 1);
    QCOMPARE(venueOrders(loopback), 2);
    loopback.quote(u"111"_s, u"112"_s);
    QTRY_COMPARE(desk.filled().raw(), units(u"1"_s).raw());
    QTRY_COMPARE(desk.count(Report::Cancelled) + desk.count(Report::Expired), 1);
    for (const VenueReport &one : desk.reports) {
        if (one.kind == Report::Filled)
            QVERIFY(one.order == target.clientId);
        if (one.kind == Report::Expired || one.kind == Report::Cancelled)
            QVERIFY(one.order == stop.clientId);
    }
}

void TestOrderSession::pairsAreChangedAsOne()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    const auto [stop, target] = stopAndTarget();
    desk.session->submitPair(stop, target);
    QTRY_VERIFY(desk.count(Report::Accepted) >= 2);
    desk.session->modify(stop, {price(u"92"_s), {}});
    QTRY_COMPARE(desk.count(Report::Modified), 1);
    QTest::qWait(150);
    QCOMPARE(desk.count(Report::Cancelled) + desk.count(Report::Expired), 0);
    const auto open = loopback.venue.engine().openOrders(loopback.account, -1);
    QCOMPARE(open.size(), std::size_t(2));
    bool hasStop = false;
    for (const auto number : open)
        hasStop = hasStop || loopback.venue.engine().order(number).asked.stopPrice == price(u"92"_s);
    QVERIFY(hasStop);
    desk.session->cancel(target); // ends both at the venue
    QTRY_COMPARE(desk.count(Report::Cancelled) + desk.count(Report::Expired), 2);
}

// The session that placed the list is gone; the one that changes a leg knows the other one from the venue's books.
void TestOrderSession::aPairIsChangedAsOneAfterARestart()
{
    Loopback loopback;
    const auto [stop, target] = stopAndTarget();
    {
        Desk before(loopback);
        before.connectNow();
        before.session->submitPair(stop, target);
        QTRY_VERIFY(before.count(Report::Accepted) >= 2);
    }
    Desk desk(loopback);
    desk.connectNow();
    desk.session->requestBooks(loopback.clock.now(), loopback.clock.now() - 1h);
    QTRY_COMPARE(desk.books.size(), std::size_t(1));
    desk.session->modify(stop, {price(u"92"_s), {}});
    QTRY_COMPARE(desk.count(Report::Modified), 1);
    QTest::qWait(150);
    QCOMPARE(desk.count(Report::Cancelled) + desk.count(Report::Expired), 0);
    std::set<std::int64_t> lists;
    std::vector<Price> stops;
    std::vector<Price> limits;
    for (const auto number : loopback.venue.engine().openOrders(loopback.account, -1)) {
        const auto &order = loopback.venue.engine().order(number);
        lists.insert(order.list);
        (order.asked.stopPrice.isPositive() ? stops : limits).push_back(order.asked.stopPrice.isPositive() ? order.asked.stopPrice : order.asked.price);
    }
    QCOMPARE(stops, std::vector<Price>{price(u"92"_s)});
    QCOMPARE(limits, std::vector<Price>{target.limitPrice}); // as it was
    QCOMPARE(lists.size(), std::size_t(1));
    loopback.quote(u"111"_s, u"112"_s);
    QTRY_COMPARE(desk.filled().raw(), units(u"1"_s).raw());
    QTRY_VERIFY(loopback.venue.engine().openOrders(loopback.account, -1).empty());
}

// What was executed in the run before is no part of what is placed anew.
void TestOrderSession::aPartlyFilledOrderIsReplacedByItsRestAfterARestart()
{
    Loopback loopback;
    Order order = limitBuy(1, u"10"_s, u"101"_s); // 5 are offered at 101
    {
        Desk before(loopback);
        before.connectNow();
        before.session->submit(order);
        QTRY_COMPARE(before.filled().raw(), units(u"5"_s).raw());
    }
    for (const auto kind : {OrderEvent::Kind::PassedChecks, OrderEvent::Kind::IntentCommitted, OrderEvent::Kind::SendStarted, OrderEvent::Kind::Accepted})
        QVERIFY(order.apply({kind, loopback.clock.now()}));
    QVERIFY(order.apply({OrderEvent::Kind::Filled, loopback.clock.now(), units(u"5"_s), price(u"101"_s)}));
    Desk desk(loopback);
    desk.connectNow();
    desk.session->requestBooks(loopback.clock.now(), loopback.clock.now() - 1h);
    QTRY_COMPARE(desk.books.size(), std::size_t(1));
    desk.session->modify(order, {price(u"60"_s), {}});
    QTRY_COMPARE(desk.count(Report::Modified), 1);
    const auto open = loopback.venue.engine().openOrders(loopback.account, -1);
    QCOMPARE(open.size(), std::size_t(1));
    QCOMPARE(loopback.venue.engine().order(open.front()).asked.quantity.raw(), units(u"5"_s).raw());
    QCOMPARE(loopback.venue.engine().order(open.front()).asked.price.raw(), price(u"60"_s).raw());
}

void TestOrderSession::booksAreComplete()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    desk.session->submit(limitBuy(1));
    desk.session->submit(marketBuy(2, u"2"_s));
    QTRY_COMPARE(desk.filled().raw(), units(u"2"_s).raw());
    desk.session->requestBooks(loopback.clock.now(), loopback.clock.now() - 1h);
    QTRY_COMPARE(desk.books.size(), std::size_t(1));
    const VenueBooks &books = desk.books.front();
    QVERIFY2(books.isComplete, qPrintable(books.error));
    QCOMPARE(books.openOrders.size(), std::size_t(1));
    QCOMPARE(books.openOrders[0].clientId.toString(), u"bw-test-ab12-1"_s);
    QCOMPARE(books.trades.size(), std::size_t(1));
    QCOMPARE(books.trades[0].clientId.toString(), u"bw-test-ab12-2"_s);
    QCOMPARE(books.trades[0].quantity.raw(), units(u"2"_s).raw());
    QVERIFY(books.hasPositions);
    QCOMPARE(books.positions.size(), std::size_t(1));
    QCOMPARE(books.positions[0].quantity.raw(), units(u"11.998"_s).raw()); // 10 + 2 − 0.1 % of 2
    QVERIFY(books.hasBalances);
}

// Rule 4: a read that failed is no evidence.
void TestOrderSession::booksOfAFailedReadAreIncomplete()
{
    Loopback loopback;
    Desk desk(loopback);
    desk.connectNow();
    loopback.play(R"({"on":"request","match":"openOrders","do":"status","status":502})");
    desk.session->requestBooks(loopback.clock.now(), {});
    QTRY_COMPARE(desk.books.size(), std::size_t(1));
    QVERIFY(!desk.books.front().isComplete);
    QVERIFY(!desk.books.front().error.isEmpty());
}

QTEST_GUILESS_MAIN(TestOrderSession)
#include "tst_ordersession.moc"
