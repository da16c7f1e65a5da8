// The real headless program is killed at arbitrary moments and started again: its journal stays whole, no intent is lost
// or doubled, and what it reports is what the journal says (FAULTS D01, D06, P01; I01, I04, I18, I19).
#include "core/base/rng.h"
#include "core/engine/deskstate.h"
#include "core/engine/recordcodec.h"
#include "core/market/instrumentdefaults.h"
#include "core/storage/journalstore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t seed = 20'261'121;

/// Two weeks of minutes of a random walk, as Binance writes them.
void writeMinutes(const QString &path)
{
    Rng rng(seed);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    double price = 30'000;
    std::int64_t time = 1'609'459'200'000;
    for (int i = 0; i < 20'160; ++i, time += 60'000) {
        const double open = price;
        price *= 1 + 0.0012 * rng.normal();
        const double high = std::max(open, price) * (1 + 0.0004 * rng.uniform());
        const double low = std::min(open, price) * (1 - 0.0004 * rng.uniform());
        file.write(u"%1,%2,%3,%4,%5,%6,%7,0,10,0,0,0\n"_s.arg(time).arg(open, 0, 'f', 2).arg(high, 0, 'f', 2).arg(low, 0, 'f', 2)
                       .arg(price, 0, 'f', 2).arg(5 + 40 * rng.uniform(), 0, 'f', 3).arg(time + 59'999).toLatin1());
    }
}

// The long forms take longer than Qt Test allows a function.
[[maybe_unused]] const bool isPatient = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") || qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

} // namespace

class TestKillRestart : public QObject {
    Q_OBJECT

private:
    QStringList arguments(const QString &profile) const
    {
        return {u"trade"_s, u"--market"_s, u"crypto"_s, u"--capital"_s, u"100000"_s, u"--auto"_s, u"--json"_s, u"--speed"_s, u"max"_s,
                u"--set"_s, u"risk.max_daily_loss=1"_s, u"--replay"_s, m_folder.filePath(u"BTCUSDT-1m.csv"_s), u"--profile"_s, profile};
    }
    /// Reads the journal as the program would, checks it and gives the state it determines.
    std::unique_ptr<DeskState> examine(const QString &profile, const QString &account = u"replay-crypto"_s)
    {
        auto store = JournalStore::open(profile + u"/journal-%1.sqlite"_s.arg(account)); // verifies numbers and hashes
        if (!store) {
            m_trouble = store.error().detail;
            return nullptr;
        }
        const auto entries = (*store)->readAll();
        std::vector<Instrument> instruments;
        for (const QString &symbol : {u"BTC"_s, u"ETH"_s, u"SOL"_s, u"BNB"_s, u"XRP"_s, u"ADA"_s, u"DOGE"_s, u"LTC"_s})
            instruments.push_back(*defaultInstrument(u"BINANCE:"_s + symbol + u"USDT"_s));
        const auto catalogue = std::make_shared<const InstrumentCatalogue>(std::move(instruments));
        auto state = std::make_unique<DeskState>(catalogue, Money::zero(Currency(std::string_view("USDT"))));
        std::set<OrderId> planned;
        std::set<QString> clients;
        std::set<QString> trades;
        Timestamp last;
        for (const JournalEntry &entry : *entries) {
            if (entry.time < last)
                m_trouble = u"time goes back at entry %1"_s.arg(entry.sequence);
            last = entry.time;
            const auto record = decodeRecord(entry.body);
            if (!record) {
                m_trouble = record.error().detail;
                return nullptr;
            }
            if (const auto *order = std::get_if<OrderPlanned>(&*record)) {
                if (!planned.insert(order->order.id).second || !clients.insert(order->order.clientId.toString()).second)
                    m_trouble = u"an order id is used twice"_s;
            }
            if (const auto *change = std::get_if<OrderChanged>(&*record); change != nullptr && !change->venueTradeId.isEmpty()) {
                if (!trades.insert(change->venueTradeId).second)
                    m_trouble = u"trade %1 is counted twice"_s.arg(change->venueTradeId);
            }
            if (const auto applied = state->apply(*record, entry.time); !applied)
                m_trouble = applied.error().detail;
        }
        return m_trouble.isEmpty() ? std::move(state) : nullptr;
    }

    QTemporaryDir m_folder;
    QString m_trouble;

private Q_SLOTS:
    void initTestCase() { writeMinutes(m_folder.filePath(u"BTCUSDT-1m.csv"_s)); }
    void init() { m_trouble.clear(); }

    void killedAtAnyMoment()
    {
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        Rng rng(seed);
        const QString profile = m_folder.filePath(u"killed"_s);
        int killed = 0;
        std::uint64_t ordersSeen = 0;
        const int rounds = qEnvironmentVariableIsSet("BELLWETHER_KILLS") ? qEnvironmentVariableIntValue("BELLWETHER_KILLS") : 12;
        int recovering = 0;
        const int roundsMax = rounds > 12 ? 3 * rounds : rounds; // a run that was done before the blow is none of the long form's kills
        for (int round = 0; killed < rounds && round < roundsMax; ++round) {
            QProcess program;
            // Every second blow is meant for the program while it reads the journal of the last one: until it runs, it says nothing.
            const bool isEarly = round % 2 == 1 && QFile::exists(profile + u"/journal-replay-crypto.sqlite"_s);
            program.start(QStringLiteral(BELLWETHER_CLI), arguments(profile));
            QVERIFY(program.waitForStarted());
            if (program.waitForFinished(isEarly ? int(rng.uniform(5, 150)) : int(rng.uniform(60, 900))))
                continue; // it was done before the blow; the next round begins a new account
            program.kill(); // SIGKILL
            QVERIFY(program.waitForFinished());
            ++killed;
            recovering += isEarly && program.readAllStandardOutput().isEmpty() ? 1 : 0;
            if (!QFile::exists(profile + u"/journal-replay-crypto.sqlite"_s))
                continue; // too early for a journal
            const auto state = examine(profile);
            QVERIFY2(state, qUtf8Printable(m_trouble));
            ordersSeen = std::max(ordersSeen, state->nextOrderId().value - 1);
        }
        qInfo("%d kills, %d of them before it ran again", killed, recovering);
        QVERIFY2(killed >= 3, "the program was hardly ever killed: the test proves nothing");
        QVERIFY2(killed < 100 || recovering >= killed / 5, "it was hardly ever killed while it recovered");
        QVERIFY(ordersSeen > 0);

        QProcess last;
        last.start(QStringLiteral(BELLWETHER_CLI), arguments(profile));
        QVERIFY(last.waitForFinished(120'000));
        QCOMPARE(last.exitCode(), 0);
        const auto state = examine(profile);
        QVERIFY2(state, qUtf8Printable(m_trouble));
        QVERIFY(state->isFinished());
        for (const OrderId id : state->orders().active()) {
            const OrderState at = state->orders().find(id)->state();
            QVERIFY2(at == OrderState::Open || at == OrderState::Partial, qUtf8Printable(toString(at)));
        }
        const Portfolio &portfolio = state->portfolio();
        QVERIFY(portfolio.realizedPnl() + portfolio.unrealizedPnl() - portfolio.commission() == portfolio.equity() - portfolio.startingCash());

        const QByteArray summary = last.readAllStandardOutput().trimmed().split('\n').last();
        const QJsonObject object = QJsonDocument::fromJson(summary).object();
        QCOMPARE(object.value(u"type").toString(), u"summary"_s);
        QCOMPARE(object.value(u"cash").toString(), formatDecimal(portfolio.cash().amount.raw()));
        QCOMPARE(quint64(object.value(u"orders").toInteger()), quint64(state->nextOrderId().value - 1));
    }

    void twoRunsOfOneSeedWriteEqualJournals_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::newRow("on every bar") << QStringList();
        QTest::newRow("by the schedule of the categories") << QStringList{u"--set"_s, u"trade.enable_scheduler=true"_s};
    }
    void twoRunsOfOneSeedWriteEqualJournals()
    {
        QFETCH(const QStringList, settings);
        const QString folder = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()));
        QList<QByteArray> outputs;
        std::vector<std::vector<JournalEntry>> journals;
        for (const QString &name : {u"first"_s, u"second"_s}) {
            QProcess program;
            program.start(QStringLiteral(BELLWETHER_CLI), arguments(folder + name) + settings);
            QVERIFY(program.waitForFinished(120'000));
            QCOMPARE(program.exitCode(), 0);
            outputs.append(program.readAllStandardOutput());
            const auto store = JournalStore::open(folder + name + u"/journal-replay-crypto.sqlite"_s);
            QVERIFY2(store, "the journal cannot be opened");
            journals.push_back(*(*store)->readAll());
        }
        QVERIFY(journals[0].size() > 100);
        QVERIFY(journals[0] == journals[1]);
        QCOMPARE(outputs[0], outputs[1]);
    }

    void timeGoesOnAfterAFastRun()
    {
        const QString profile = m_folder.filePath(u"fast"_s);
        for (int run = 0; run < 2; ++run) {
            QProcess program;
            program.start(QStringLiteral(BELLWETHER_CLI), {u"trade"_s, u"--speed"_s, u"60"_s, u"--auto"_s, u"--profile"_s, profile});
            QVERIFY(program.waitForReadyRead(30'000));
            QVERIFY(!program.waitForFinished(2'000)); // two minutes of the market
            program.terminate();
            QVERIFY(program.waitForFinished(5'000));
        }
        QVERIFY2(examine(profile, u"paper-crypto"_s), qUtf8Printable(m_trouble));
    }

    void aSecondProgramOnTheSameAccountIsRefused()
    {
        const QString profile = m_folder.filePath(u"shared"_s);
        const QStringList live{u"trade"_s, u"--market"_s, u"crypto"_s, u"--profile"_s, profile};
        QProcess first;
        first.start(QStringLiteral(BELLWETHER_CLI), live);
        QVERIFY(first.waitForReadyRead(30'000)); // it says that the account is running
        QProcess second;
        second.start(QStringLiteral(BELLWETHER_CLI), live);
        QVERIFY(second.waitForFinished(30'000));
        QCOMPARE(second.exitCode(), 4);
        QVERIFY(second.readAllStandardError().contains("in use"));
        first.terminate();
        QVERIFY(first.waitForFinished(5'000)); // TERM closes in order within 5 s
        QVERIFY2(first.exitCode() == 0, first.readAllStandardError().right(4'000).constData());
    }
};

QTEST_GUILESS_MAIN(TestKillRestart)
#include "tst_killrestart.moc"
