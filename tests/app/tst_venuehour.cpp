#include "app/composition/livedesk.h"
#include "core/secrets/vaultfile.h"
#include "tests/app/venueprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QThread>

#include <random>
#include <set>

#include <unistd.h>

using namespace bellwether;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const InstrumentId btc{std::string_view("BINANCE:BTCUSDT")};
const StrategyId manual{std::string_view("manual")};

[[maybe_unused]] const bool isPatient = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") || qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

/// What goes wrong, one after the other, each for the same time.
struct Trouble {
    const char *ids;
    QByteArray rules;
};
const std::vector<Trouble> troubles{
    {"calm", {}},
    {"S01 S02 S03 S04", R"({"on":"request","method":"POST","match":"order*","every":5,"do":"silence"},)"
     R"({"on":"request","method":"POST","match":"order*","every":3,"do":"rst"},)"
     R"({"on":"request","method":"POST","match":"order*","every":4,"do":"status","status":502},)"
     R"({"on":"request","method":"POST","match":"order*","every":7,"do":"truncate"})"},
    {"S05", R"({"on":"request","method":"POST","match":"order*","every":2,"carried_out":false,"do":"fin"})"},
    {"S06 S13", R"({"on":"request","method":"POST","match":"order","every":2,"do":"not-found","ms":1500},)"
     R"({"on":"request","method":"POST","match":"order","every":5,"do":"late-fill","ms":600})"},
    {"S10 S14", R"({"on":"request","method":"DELETE","match":"*","every":2,"do":"rst"},)"
     R"({"on":"request","method":"POST","match":"order","nth":4,"do":"limit","status":429,"ms":1500})"},
    {"W08", R"({"on":"request","method":"GET","match":"account","do":"delay","ms":900},)"
     R"({"on":"request","method":"GET","match":"openOrders","do":"delay","ms":900},)"
     R"({"on":"request","method":"GET","match":"myTrades","every":2,"do":"delay","ms":700})"},
    {"W01 W02", R"({"on":"stream","match":"user/executionReport","every":4,"do":"drop"},)"
     R"({"on":"stream","match":"user/executionReport","every":3,"do":"duplicate"},)"
     R"({"on":"stream","match":"user/executionReport","every":5,"do":"reorder"},)"
     R"({"on":"stream","match":"btcusdt@trade","every":6,"do":"drop"})"},
    {"W03 W04", R"({"on":"time","at_ms":100,"do":"stall"},{"on":"time","at_ms":1200,"every_ms":2500,"do":"rst"})"},
    {"W05 W06", R"({"on":"time","at_ms":100,"do":"shutdown"},{"on":"time","at_ms":1500,"every_ms":3000,"do":"expire-key"})"},
    {"W11 H01", R"({"on":"stream","match":"btcusdt@*","every":9,"do":"garbage"},)"
     R"({"on":"stream","match":"btcusdt@*","nth":30,"do":"deep-json","bytes":200000},)"
     R"({"on":"request","method":"GET","match":"order","every":3,"do":"garbage"},)"
     R"({"on":"stream","match":"user/executionReport","nth":5,"do":"bad-utf8"})"},
    {"A01", R"({"on":"request","match":"*","account":"account-1","until_ms":1500,"do":"reject","status":401,"code":-2015})"},
    {"S12 T01", R"({"on":"time","at_ms":100,"do":"clock-offset","ms":-4000})"},
    {"T01", R"({"on":"time","at_ms":100,"do":"clock-offset","ms":0})"},
};

/// Minutes of a coin that wanders, as the venue's own files have them.
void writeBars(const QString &path, int minutes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> step(-0.0006, 0.0006);
    double price = 50'000;
    qint64 open = 1'600'000'020'000;
    for (int i = 0; i < minutes; ++i, open += 60'000) {
        const double before = price;
        price *= 1 + step(random);
        const double high = std::max(before, price) * 1.0002;
        const double low = std::min(before, price) * 0.9998;
        file.write(QStringLiteral("%1,%2,%3,%4,%5,40,%6,1,10,1,1,0\n")
                       .arg(open).arg(before, 0, 'f', 2).arg(high, 0, 'f', 2).arg(low, 0, 'f', 2).arg(price, 0, 'f', 2).arg(open + 59'999).toLatin1());
    }
}

/// A trader with a die who opens, protects, changes, cancels and closes.
class Trader {
public:
    Trader(TradingDesk &desk, std::uint64_t seed) : m_desk(desk), m_random(seed) {}
    void act()
    {
        const DeskSnapshotPtr snapshot = m_desk.snapshot();
        const auto watch = std::ranges::find(snapshot->watch, btc, &WatchRow::instrument);
        if (watch == snapshot->watch.end() || !watch->last.isPositive())
            return;
        const double last = watch->last.toDouble();
        const int die = int(m_random() % 10);
        const bool isHolding = !snapshot->positions.empty();
        if (die < 4 && !isHolding) {
            OrderRequest request;
            request.instrument = btc;
            request.quantity = Quantity::fromRaw(1'000'000 + qint64(m_random() % 5) * 200'000);
            request.bracketStop = tick(last * 0.97);
            request.bracketTarget = tick(last * 1.03);
            if (die == 3) {
                request.type = OrderType::Limit;
                request.limitPrice = tick(last * 0.9995);
            }
            m_desk.submitOrder(request);
        } else if (die < 6 && isHolding) {
            m_desk.protectPosition(manual, btc, tick(last * (0.96 + 0.001 * double(m_random() % 10))), tick(last * 1.03));
        } else if (die < 8 && isHolding) {
            m_desk.closePosition(snapshot->positions.front().strategy, btc);
        } else if (snapshot->orders && !snapshot->orders->empty()) {
            const Order &order = snapshot->orders->front().order;
            if (isWorking(order.state()) && order.role == OrderRole::Entry)
                m_desk.cancelOrder(order.id);
        }
    }

private:
    static Price tick(double price) { return Price::fromRaw(std::llround(price * 100) * 1'000'000); }
    TradingDesk &m_desk;
    std::mt19937_64 m_random;
};

QString quantityText(const QJsonValue &value) { return toString(*parseQuantity(value.toString())); }

/// An armed account of a profile of its own, its desk, and what that desk told of fills.
class LiveHour {
    QTemporaryDir m_folder; // goes after the desk that writes into it
    Profile m_profile;
    Settings m_settings;

public:
    explicit LiveHour(const VenueProcess &venue)
    {
        m_profile = *Profile::open(m_folder.filePath(u"profile"_s));
        for (const auto &[key, value] : {std::pair{u"live.symbols"_s, u"BTCUSDT"_s}, std::pair{u"accounts.store"_s, u"vault"_s}, std::pair{u"risk.min_liquidity"_s, u"0"_s},
                                         std::pair{u"strategies.enabled"_s, u"sma_crossover"_s}, std::pair{u"risk.max_repeated_orders"_s, u"1000"_s},
                                         std::pair{u"risk.max_daily_loss"_s, u"0.5"_s}})
            m_settings.override(key, value);
        const auto passphrase = [] { return SecretBytes(QByteArray("correct horse")); };
        auto vault = VaultFile::open(m_profile.folder + u"/keys.vault"_s, passphrase(), {1, 8'192});
        AccountRecord record;
        record.name = u"hour"_s;
        record.venue = u"binance"_s;
        record.endpoint = venue.url();
        record.apiKey = QString::fromLatin1(venue.apiKey());
        if (const auto added = addAccount(m_profile, record, **vault, SecretBytes(QByteArray(venue.secret()))); !added)
            qFatal("%s", qPrintable(added.error().detail));
        record = *AccountBook::load(m_profile)->find(record.name);
        const Arming arming(m_profile, m_settings, record);
        if (!arming.arm(arming.sentence(), SystemClock().now()))
            qFatal("not armed");
        DeskRequest request;
        request.liveAccount = record.name;
        auto opened = openLiveDesk(m_profile, m_settings, request, [&] { return std::optional(passphrase()); });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        live = *std::move(opened);
        QObject::connect(&desk(), &TradingDesk::filled, &desk(), [this](const FillRow &row) {
            fills.insert(row.fill.venueTradeId + u' ' + toString(row.fill.lastQuantity) + u' ' + toString(row.fill.lastPrice));
        });
        QObject::connect(&desk(), &TradingDesk::commandAnswered, &desk(), [this](const CommandAnswer &answer) {
            if (!answer.isAccepted)
                ++denied[answer.text.left(60)];
        });
        live->start();
        if (!QTest::qWaitFor([this] { return isTrusted(); }, 20'000))
            qFatal("not reconciled");
    }
    ~LiveHour() { live->stop(); }

    TradingDesk &desk() const { return live->desk(); }
    bool isTrusted() const { return desk().snapshot() && desk().snapshot()->venue.isReconciled && desk().snapshot()->venue.readings > 0; }
    bool isQuiet() const
    {
        const DeskSnapshotPtr now = desk().snapshot();
        const bool hasWorking = std::ranges::any_of(*now->orders, [](const OrderRow &row) { return isWorking(row.order.state()); });
        return isTrusted() && !hasWorking && now->positions.empty() && live->venueStatus().unresolved == 0;
    }
    /// Cancels and closes until everything is known and nothing is held; how long that took.
    double settle()
    {
        QElapsedTimer settling;
        settling.start();
        while (!isQuiet() && settling.elapsed() < 60'000) {
            if (isTrusted()) {
                desk().cancelAllOrders();
                desk().closeAllPositions();
            }
            std::ignore = QTest::qWaitFor([this] { return isQuiet(); }, 1'000);
        }
        return double(settling.elapsed()) / 1e3;
    }
    /// How the desk stands, for a test that fails.
    QString state() const
    {
        const DeskSnapshotPtr now = desk().snapshot();
        QStringList lines{u"%1, doubt '%2', %3 positions, %4 unresolved"_s.arg(toString(now->state), now->venue.doubt).arg(now->positions.size()).arg(live->venueStatus().unresolved)};
        for (const OrderRow &row : *now->orders) {
            if (isWorking(row.order.state()))
                lines.append(u"order %1 %2 is %3"_s.arg(row.order.id.value).arg(toString(row.order.type), toString(row.order.state())));
        }
        for (const DifferenceRow &row : now->venue.differences)
            lines.append(u"difference: %1 ours %2 theirs %3"_s.arg(row.symbol, toString(row.ours), toString(row.theirs)));
        for (const auto &[text, count] : denied)
            lines.append(u"refused %1 times: %2"_s.arg(count).arg(text));
        return lines.join(u'\n');
    }

    std::unique_ptr<LiveRunnableDesk> live;
    std::multiset<QString> fills; ///< `BTCUSDT-17 quantity price`
    std::map<QString, int> denied;
};

/// The fills of the account as the venue has them, told as LiveHour tells its own.
std::multiset<QString> fillsAt(const QJsonObject &account)
{
    std::multiset<QString> fills;
    for (const QJsonValue &row : account[u"fills"_s].toArray())
        fills.insert(u"BTCUSDT-%1 %2 %3"_s.arg(row[u"tradeId"_s].toInteger()).arg(quantityText(row[u"qty"_s]), toString(*parsePrice(row[u"price"_s].toString()))));
    return fills;
}

double residentMiB()
{
    QFile statm(u"/proc/self/statm"_s);
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1 << 20) : 0;
}

} // namespace

/// A whole live desk and the stand-in venue, two processes on loopback. The market is of stored minute bars at a multiple of
/// their density. BELLWETHER_PROOF=1: an hour of market in six minutes; BELLWETHER_HOUR_DATA names the bars to play.
class TestVenueHour : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"bellwether.*=false"_s); } // each lost answer is logged
    void theDeskAndTheVenueAgreeAfterAnHourOfTrouble();
    void W12_aFrozenWindowLosesNothing();

private:
    static QStringList venueOptions(const QString &data, const QString &density)
    {
        return {u"--data"_s, data, u"--density"_s, density, u"--balance"_s, u"100000"_s, u"--weight-limit"_s, u"1000000"_s, u"--order-limit"_s, u"1000000"_s};
    }
    static QString dataIn(const QTemporaryDir &folder)
    {
        QString data = qEnvironmentVariable("BELLWETHER_HOUR_DATA");
        if (data.isEmpty()) {
            data = folder.filePath(u"BTCUSDT-1m.csv"_s);
            writeBars(data, 6'000);
        }
        return data;
    }
};

// Everything goes wrong in turn; at the end the desk's orders, fills and money are those of the venue's own ledger.
void TestVenueHour::theDeskAndTheVenueAgreeAfterAnHourOfTrouble() // FAULTS S01 S02 S03 S04 S05 S06 S10 S12 S13 S14 W01 W02 W03 W04 W05 W06 W08 W11 A01 T01 H01 I01 I22
{
    const bool isLong = proofCount(0, 1) == 1;
    const int phaseMs = isLong ? 28'000 : 2'000;
    const QTemporaryDir folder;
    const VenueProcess venue(venueOptions(dataIn(folder), u"10"_s));
    LiveHour hour(venue);
    Trader trader(hour.desk(), 11);
    for (const Trouble &trouble : troubles) {
        const std::size_t before = hour.fills.size();
        venue.play(trouble.rules);
        QElapsedTimer running;
        running.start();
        while (running.elapsed() < phaseMs) {
            trader.act();
            QTest::qWait(isLong ? 400 : 100);
        }
        qInfo("%-18s %4zu fills, state %s, unresolved %d, %s", trouble.ids, hour.fills.size() - before, qPrintable(toString(hour.desk().snapshot()->state)),
              hour.live->venueStatus().unresolved, qPrintable(hour.desk().snapshot()->venue.connection));
    }
    venue.play({});
    const double took = hour.settle();
    QVERIFY2(hour.isQuiet(), qPrintable(hour.state()));
    const DeskSnapshotPtr end = hour.desk().snapshot();
    QVERIFY2(end->venue.differences.empty(), qPrintable(hour.state()));
    hour.live->stop();
    QCoreApplication::processEvents();

    const QJsonObject ledger = venue.ledger();
    const QJsonObject account = ledger[u"accounts"_s][u"account-1"_s].toObject();
    const std::multiset<QString> theirs = fillsAt(account);
    QVERIFY(theirs.size() >= (isLong ? 100 : 1)); // or nothing was tried
    QCOMPARE(hour.fills, theirs);
    std::map<QString, std::vector<int>> posted; // the venue's refusal of each request of an intent, 0 for none
    for (const QJsonValue &row : ledger[u"requests"_s].toArray()) {
        if (row[u"method"_s].toString() != u"POST")
            continue;
        for (const QString &part : row[u"parameters"_s].toString().split(u'&')) {
            const QString name = part.section(u'=', 0, 0);
            if (name == u"newClientOrderId" || name == u"aboveClientOrderId" || name == u"belowClientOrderId")
                posted[part.section(u'=', 1)].push_back(row[u"code"_s].toInt());
        }
    }
    // One that the venue proves not to have done for its time stamp (-1021) is signed anew, once.
    for (const auto &[id, codes] : posted)
        QVERIFY2(codes.size() == 1 || (codes.size() == 2 && codes[0] == -1'021), qPrintable(u"%1 was sent %2 times, first refused by %3"_s.arg(id).arg(codes.size()).arg(codes[0])));
    for (const QJsonValue &row : account[u"orders"_s].toArray()) {
        const QString status = row[u"status"_s].toString();
        QVERIFY2(status == u"FILLED" || status == u"CANCELED" || status.startsWith(u"EXPIRED") || status == u"REJECTED", qPrintable(status));
    }
    QCOMPARE(toString(Quantity::fromRaw(end->account.cash.amount.raw())), quantityText(account[u"balances"_s][u"USDT"_s][u"free"_s]));
    qInfo("%zu requests that place, %zu fills, quiet after %.1f s", posted.size(), theirs.size(), took);
}

// The window's thread does nothing while the market runs and orders are filled: the desk's own threads go on, the newest
// snapshot replaces those that nobody fetched, each fill is told, and how old the last one shown was can be seen.
void TestVenueHour::W12_aFrozenWindowLosesNothing() // FAULTS W12 P07
{
    const std::chrono::seconds frozen(proofCount(4, 30));
    const QTemporaryDir folder;
    const VenueProcess venue(venueOptions(dataIn(folder), u"1000"_s));
    LiveHour hour(venue);
    TradingDesk &desk = hour.desk();
    int snapshots = 0;
    connect(&desk, &TradingDesk::snapshotChanged, this, [&] { ++snapshots; });
    QTRY_VERIFY(snapshots > 3); // ten a second
    for (int i = 0; i < 6; ++i) {
        OrderRequest request;
        request.instrument = btc;
        request.quantity = Quantity::fromRaw(1'000'000);
        desk.submitOrder(request);
    }
    const double memoryBefore = residentMiB();
    const Timestamp shown = desk.snapshot()->time;
    QThread::sleep(static_cast<unsigned long>(frozen.count()));
    QCOMPARE(desk.snapshot()->time, shown); // what is on the screen says how old it is
    const std::size_t theirsThen = fillsAt(venue.ledger()[u"accounts"_s][u"account-1"_s].toObject()).size();
    QVERIFY2(theirsThen >= 3, qPrintable(hour.state())); // sent and filled while nobody looked
    snapshots = 0;
    QCoreApplication::processEvents();
    QVERIFY2(snapshots <= 2, qPrintable(QString::number(snapshots)));
    QVERIFY(desk.snapshot()->time - shown > frozen - 1s);
    QTRY_COMPARE(hour.fills.size(), fillsAt(venue.ledger()[u"accounts"_s][u"account-1"_s].toObject()).size());
    const double grown = residentMiB() - memoryBefore;
    qInfo("%lld s without the window's thread, %zu fills, %.1f MiB more", qlonglong(frozen.count()), hour.fills.size(), grown);
    QVERIFY2(grown < 48, qPrintable(QString::number(grown)));
    hour.settle();
    QVERIFY2(hour.isQuiet(), qPrintable(hour.state()));
    QCOMPARE(hour.fills, fillsAt(venue.ledger()[u"accounts"_s][u"account-1"_s].toObject()));
}

QTEST_GUILESS_MAIN(TestVenueHour)
#include "tst_venuehour.moc"
