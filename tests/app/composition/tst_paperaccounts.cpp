#include "app/composition/makedesk.h"
#include "app/composition/paperaccounts.h"
#include "core/engine/recordcodec.h"
#include "core/storage/journalreader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// A paper desk of several accounts, as the programs make it.
class TestPaperAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void specsAreRead();
    void wrongSpecs_data();
    void wrongSpecs();
    void ordersGoToTheBestOfThem();

private:
    static std::map<std::uint64_t, QString> routesIn(const QString &journal)
    {
        std::map<std::uint64_t, QString> routes;
        const auto reader = JournalReader::open(journal);
        if (!reader)
            return routes;
        std::ignore = reader->walk([&routes](JournalEntry &&entry) {
            const auto record = decodeRecord(entry.body);
            if (const auto *routed = record ? std::get_if<OrderRouted>(&*record) : nullptr)
                routes[routed->order.value] = routed->account.toString();
        });
        return routes;
    }
};

void TestPaperAccounts::specsAreRead()
{
    QVERIFY(parsePaperAccounts({})->empty());
    const auto accounts = parsePaperAccounts({u"main"_s, u"cheap=percent:0.0005"_s, u"spare=none@off"_s});
    QVERIFY(accounts.has_value());
    QCOMPARE(accounts->size(), std::size_t(3));
    QCOMPARE((*accounts)[0].costs, QString());
    QCOMPARE((*accounts)[1].costs, u"percent:0.0005"_s);
    QVERIFY(!(*accounts)[1].isOff && (*accounts)[2].isOff);
    QCOMPARE(deskName(u"paper-crypto"_s, {})->toString(), u"paper-crypto"_s);
    QCOMPARE(deskName(u"paper-crypto"_s, {(*accounts)[0], (*accounts)[1]})->toString(), u"paper-crypto-main-cheap"_s);
    QVERIFY(!deskName(u"paper-crypto"_s, *accounts)); // 29 characters
}

void TestPaperAccounts::wrongSpecs_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one alone") << QStringList{u"main"_s} << u"2 to 8"_s;
    QTest::newRow("a name twice") << QStringList{u"main"_s, u"main=none"_s} << u"named twice"_s;
    QTest::newRow("capitals") << QStringList{u"Main"_s, u"b"_s} << u"small letters"_s;
    QTest::newRow("unknown costs") << QStringList{u"a=robbery"_s, u"b"_s} << u"no schedule of costs 'robbery'"_s;
    QTest::newRow("an unknown state") << QStringList{u"a@on"_s, u"b"_s} << u"only 'off'"_s;
}

void TestPaperAccounts::wrongSpecs()
{
    QFETCH(const QStringList, texts);
    QFETCH(const QString, expected);
    const auto accounts = parsePaperAccounts(texts);
    QVERIFY(!accounts);
    QCOMPARE(int(accounts.error().code), int(ErrorCode::InvalidArgument));
    QVERIFY2(accounts.error().detail.contains(expected), qPrintable(accounts.error().detail));
}

void TestPaperAccounts::ordersGoToTheBestOfThem()
{
    QTemporaryDir folder;
    Profile profile;
    profile.folder = folder.path();
    Settings settings;
    for (const auto &[key, value] : {std::pair{u"risk.min_liquidity"_s, u"0"_s}, {u"strategies.enabled"_s, u"sma_crossover"_s}})
        settings.override(key, value);
    const InstrumentId btc(std::string_view("BINANCE:BTCUSDT"));
    const QString journal = profile.journalPath(u"paper-crypto-main-cheap"_s);
    // First the cheap one takes the order; in a second run it is switched off, keeps what it has, and `main` takes the next.
    for (int run = 0; run < 2; ++run) {
        DeskRequest request;
        request.symbols = QStringList{u"BTCUSDT"_s, u"ETHUSDT"_s};
        request.accounts = QStringList{u"main"_s, run == 0 ? u"cheap=percent:0.0001"_s : u"cheap=percent:0.0001@off"_s};
        auto made = makeDesk(profile, settings, request);
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
        TradingDesk &desk = (*made)->desk();
        QString reason;
        QString answer;
        connect(&desk, &TradingDesk::orderChanged, this, [&](const OrderRow &row) {
            if (row.order.role == OrderRole::Entry)
                reason = row.order.reason;
        });
        connect(&desk, &TradingDesk::commandAnswered, this, [&](const CommandAnswer &told) { answer = told.text; });
        (*made)->start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.snapshot() && desk.snapshot()->venue.isReconciled && desk.snapshot()->watch.size() == 2
                                     && desk.snapshot()->watch[0].last.isPositive() && desk.snapshot()->watch[1].last.isPositive(), 20'000);
        QCOMPARE(desk.snapshot()->positions.size(), std::size_t(run));
        OrderRequest order;
        order.instrument = run == 0 ? btc : InstrumentId(std::string_view("BINANCE:ETHUSDT"));
        order.quantity = run == 0 ? Quantity::fromRaw(500'000) : Quantity::fromRaw(10'000'000);
        desk.submitOrder(order);
        const bool isHeld = QTest::qWaitFor([&] { return desk.snapshot()->positions.size() == std::size_t(run + 1); }, 20'000);
        QVERIFY2(isHeld, qPrintable(answer));
        QVERIFY2(reason.contains(run == 0 ? u"at cheap: costs"_s : u"at main: costs"_s), qPrintable(reason));
        if (run == 1) {
            QVERIFY2(reason.contains(u"cheap: it is switched off"_s), qPrintable(reason));
            desk.closePosition(StrategyId(std::string_view("manual")), btc);
            QTRY_COMPARE_WITH_TIMEOUT(desk.snapshot()->positions.size(), std::size_t(1), 20'000);
        }
        QVERIFY(desk.snapshot()->venue.differences.empty());
        (*made)->stop();
    }
    const auto routes = routesIn(journal);
    QVERIFY(routes.size() >= 3);
    QCOMPARE(routes.at(1), u"cheap"_s);
    QCOMPARE(routes.rbegin()->second, u"cheap"_s); // the exit went to where its book is
}

QTEST_GUILESS_MAIN(TestPaperAccounts)
#include "tst_paperaccounts.moc"
