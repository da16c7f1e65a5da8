// The headless program trades live against a venue in another process, and is killed: while it trades, and while it
// recovers from the last kill. What the venue's own ledger says is held against the journal after every kill and every
// restart: no order lost, doubled or orphaned (FAULTS P01, P02, D01, S06; I01, I02, I04, I18, I19).
// BELLWETHER_KILLS=1000 is the long form.
#include "app/composition/liveaccounts.h"
#include "core/base/rng.h"
#include "core/brokers/binance/exchangerules.h"
#include "core/secrets/vaultfile.h"
#include "tests/app/venueprocess.h"
#include "tests/sim/ledgercompare.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t seed = 20'261'121;
constexpr int patienceMs = 60'000; // with a machine that does much else
const QString apiKey = u"key-of-the-one-that-is-killed"_s;
const QByteArray secret("secret-of-the-one-that-is-killed");
const QByteArray passphrase("correct horse");

// The long form takes longer than Qt Test allows a function.
[[maybe_unused]] const bool isPatient = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") || qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QStringList venueArguments(const QString &folder)
{
    write(folder + u"/accounts.json"_s, R"({"accounts":[{"name":"main","api_key":")" + apiKey.toLatin1() + R"(","secret":")" + secret
                                            + R"(","balances":{"USDT":"100000"}}]})");
    return {u"--accounts"_s, folder + u"/accounts.json"_s, u"--symbols"_s, u"BTCUSDT"_s, u"--weight-limit"_s, u"1000000"_s, u"--order-limit"_s, u"1000000"_s};
}

} // namespace

class TestVenueKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noOrderIsLostDoubledOrOrphaned();

private:
    /// The program until it is killed or has ended.
    struct Run {
        QProcess process;
        QByteArray output;
        bool reads(const QByteArray &text)
        {
            output += process.readAllStandardOutput();
            return output.contains(text);
        }
        bool waitFor(const QByteArray &text)
        {
            QElapsedTimer waited;
            waited.start();
            while (!reads(text) && process.state() != QProcess::NotRunning && waited.elapsed() < patienceMs)
                process.waitForReadyRead(100);
            return reads(text);
        }
        void kill()
        {
            process.kill(); // SIGKILL
            process.waitForFinished();
        }
    };
    void start(Run &run, bool isJson = false);
    bool waitForJournal(Run &run) const;
    LedgerView ledger()
    {
        const QJsonObject json = m_venue->ledger();
        if (json.isEmpty())
            qFatal("the venue does not answer");
        return LedgerView(json, u"main"_s, m_askedFor);
    }
    bool catchesUp(const LedgerView &owed);
    bool trades();
    QString journalPath() const { return m_profile.journalPath(u"live-"_s + m_record.id().toString()); }

    QTemporaryDir m_folder;
    Profile m_profile;
    Settings m_settings;
    QStringList m_overrides;
    AccountRecord m_record;
    Instrument m_instrument;
    std::unique_ptr<VenueProcess> m_venue;
    std::unique_ptr<JournalFollower> m_journal;
    std::map<QString, std::int64_t> m_askedFor; ///< by client id the request that asked for it
    QStringList m_missing;
    Rng m_rng{seed};
};

void TestVenueKills::initTestCase()
{
    m_venue = std::make_unique<VenueProcess>(venueArguments(m_folder.path()));
    m_profile.folder = m_folder.filePath(u"profile"_s);
    QVERIFY(QDir().mkpath(m_profile.folder));
    QVERIFY(QFile::setPermissions(m_profile.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    for (const auto &[key, value] : {std::pair{u"accounts.store"_s, u"vault"_s}, {u"live.symbols"_s, u"BTCUSDT"_s}, {u"risk.min_liquidity"_s, u"0"_s},
                                     {u"risk.max_daily_loss"_s, u"1"_s}, {u"risk.max_positions_per_symbol"_s, u"10"_s}, {u"risk.max_repeated_orders"_s, u"100000"_s},
                                     {u"risk.max_orders_per_second"_s, u"200"_s}, {u"strategies.enabled"_s, u"sma_crossover"_s}}) {
        m_settings.override(key, value);
        m_overrides << u"--set"_s << key + u'=' + value;
    }
    auto vault = VaultFile::open(m_profile.folder + u"/keys.vault"_s, SecretBytes(QByteArray(passphrase)), {1, 8'192});
    QVERIFY(vault.has_value());
    AccountRecord record;
    record.name = u"main"_s;
    record.venue = u"binance"_s;
    record.endpoint = m_venue->url();
    record.apiKey = apiKey;
    const auto added = addAccount(m_profile, record, **vault, SecretBytes(QByteArray(secret)));
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().detail));
    m_record = *AccountBook::load(m_profile)->find(u"main"_s);
    const auto rules = binance::readExchangeRules(m_venue->call("GET", "/api/v3/exchangeInfo"));
    QVERIFY(rules.has_value());
    m_instrument = rules->symbols.at(u"BTCUSDT"_s).instrument;
    m_journal = std::make_unique<JournalFollower>(journalPath(), std::make_shared<const InstrumentCatalogue>(std::vector{m_instrument}),
                                                  Money::zero(Currency(std::string_view("USDT"))));
}

void TestVenueKills::start(Run &run, bool isJson)
{
    const Arming arming(m_profile, m_settings, m_record);
    const auto armed = arming.arm(arming.sentence(), SystemClock().now());
    QVERIFY2(armed.has_value(), armed ? "" : qPrintable(armed.error().detail));
    QStringList arguments{u"trade"_s, u"--live"_s, u"--account"_s, u"main"_s, u"--profile"_s, m_profile.folder};
    arguments += m_overrides;
    if (isJson)
        arguments += u"--json"_s;
    // An order that rests just below the market all the time, a part of it shown, and beside it slices that buy and, once
    // they are held, sell again.
    const DeskState &state = m_journal->state();
    const auto isWorked = [&](WorkKind kind) {
        return std::ranges::any_of(state.works().active(), [kind](const auto &work) { return work.second.request.kind == kind; });
    };
    if (!isWorked(WorkKind::Iceberg)) {
        const QJsonObject book = QJsonDocument::fromJson(m_venue->call("GET", "/api/v3/ticker/bookTicker?symbol=BTCUSDT")).object();
        const Price below = m_instrument.roundToTick(book[u"bidPrice"_s].toString().toDouble() * 0.9999, Rounding::Down);
        arguments << u"--work"_s << u"iceberg instrument=BINANCE:BTCUSDT strategy=resting side=buy quantity=0.004 visible=0.001 limit=%1"_s.arg(toString(below));
    }
    // Quotes on both sides that are replaced again and again: generations of orders.
    if (!isWorked(WorkKind::MarketMaker))
        arguments << u"--work"_s << u"maker instrument=BINANCE:BTCUSDT strategy=quotes quantity=0.001 inventory=0.004 distance=0.1% seconds=1"_s;
    for (const QString &strategy : {u"one"_s, u"two"_s, u"three"_s, u"four"_s}) {
        const Position *held = state.portfolio().find({StrategyId(strategy), InstrumentId(std::string_view("BINANCE:BTCUSDT"))});
        const bool isLong = held != nullptr && held->quantity() >= Quantity::fromRaw(200'000);
        arguments << u"--work"_s << u"twap instrument=BINANCE:BTCUSDT strategy=%1 quantity=0.002 seconds=3 slices=3 side=%2"_s
                         .arg(strategy, isLong ? u"sell exit=yes"_s : u"buy"_s);
    }
    run.process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    run.process.start(QStringLiteral(BELLWETHER_CLI), arguments);
    QVERIFY(run.process.waitForStarted());
    run.process.write(passphrase + '\n');
    QVERIFY(run.process.waitForBytesWritten());
}

// Until the program has its journal open: from here on it recovers.
bool TestVenueKills::waitForJournal(Run &run) const
{
    const QDir open(u"/proc/%1/fd"_s.arg(run.process.processId()));
    const QString path = QFileInfo(journalPath()).canonicalFilePath();
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patienceMs) {
        for (const QFileInfo &descriptor : open.entryInfoList(QDir::Files | QDir::System)) {
            if (!path.isEmpty() && descriptor.symLinkTarget() == path)
                return true;
        }
        if (run.process.waitForFinished(0))
            return false;
        QThread::usleep(500);
    }
    return false;
}

// What the venue had done before the start is in the journal soon after it.
bool TestVenueKills::catchesUp(const LedgerView &owed)
{
    QElapsedTimer waited;
    waited.start();
    do {
        if (const auto followed = m_journal->follow(); !followed) {
            m_missing = QStringList(followed.error().detail);
            return false;
        }
        m_missing = m_journal->missing(owed);
        if (m_missing.isEmpty())
            return true;
        QThread::msleep(20);
    } while (waited.elapsed() < 30'000);
    return false;
}

// Until it has planned an order more, or has had the time for it.
bool TestVenueKills::trades()
{
    const std::size_t before = m_journal->orderCount();
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 2'000) {
        if (!m_journal->follow())
            return false;
        if (m_journal->orderCount() > before)
            return true;
        QThread::msleep(10);
    }
    return true;
}

void TestVenueKills::noOrderIsLostDoubledOrOrphaned()
{
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    const int wanted = qEnvironmentVariableIsSet("BELLWETHER_KILLS") ? qEnvironmentVariableIntValue("BELLWETHER_KILLS") : 12;
    const QByteArray reconciled("the account is reconciled");
    int killed = 0;
    int recovering = 0;
    qint64 recoveryMs = 300; // from the open journal to the books, as the last whole start took
    LedgerView owed = ledger();
    for (int round = 0; killed < wanted; ++round) {
        Run run;
        start(run);
        if (QTest::currentTestFailed())
            return;
        const bool isEarly = round % 5 >= 3 && round > 0; // two of five blows are meant for a recovery
        if (isEarly) {
            QVERIFY2(waitForJournal(run), run.output.constData());
            QThread::usleep(static_cast<unsigned long>(m_rng.uniform(0, double(recoveryMs) * 800)));
        } else {
            QElapsedTimer took;
            QVERIFY(round == 0 || waitForJournal(run));
            took.start();
            QVERIFY2(run.waitFor(reconciled), (run.output + " (no reconciliation)").constData());
            recoveryMs = took.elapsed();
            const bool isWhole = catchesUp(owed);
            run.reads({});
            QVERIFY2(isWhole, (u"after restart %1 the journal lacks "_s.arg(round) + m_missing.join(u", "_s) + u"; it said:\n"_s).toUtf8() + run.output.right(6'000));
            QVERIFY(trades());
            QThread::msleep(static_cast<unsigned long>(m_rng.uniform(0, 400)));
        }
        const std::int64_t before = owed.requestCount;
        QVERIFY2(run.process.state() != QProcess::NotRunning, (run.output + " (it ended by itself)").constData());
        run.kill();
        ++killed;
        const auto followed = m_journal->follow();
        QVERIFY2(followed.has_value(), followed ? "" : qPrintable(followed.error().detail));
        owed = ledger();
        owed.since(before);
        recovering += isEarly && !owed.hasReadBooks() ? 1 : 0;
        const QStringList wrong = m_journal->contradictions(owed);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"after kill %1: "_s.arg(killed) + wrong.join(u", "_s)));
        if (killed % 100 == 0)
            qInfo("%d kills, %d of them while it recovered, %zu orders, %zu fills", killed, recovering, owed.orders.size(), owed.trades.size());
    }
    // Undisturbed, it ends in order, and everything of the last kill is known.
    for (int last = 0; last < 2; ++last) {
        Run run;
        start(run, last == 1);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(run.waitFor(last == 0 ? reconciled : QByteArray(R"("reconciled":true)")), run.output.constData());
        QVERIFY2(catchesUp(owed), qPrintable(u"at the end the journal lacks "_s + m_missing.join(u", "_s)));
        run.process.terminate();
        QVERIFY(run.process.waitForFinished(patienceMs));
        QCOMPARE(run.process.exitCode(), 0);
        QVERIFY(m_journal->follow().has_value());
        owed = ledger();
        const QStringList wrong = m_journal->contradictions(owed);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", "_s)));
        if (last == 1) {
            run.output += run.process.readAllStandardOutput();
            const QJsonObject summary = QJsonDocument::fromJson(run.output.trimmed().split('\n').last()).object();
            QCOMPARE(summary[u"type"_s].toString(), u"summary"_s);
            QCOMPARE(summary[u"differences"_s].toInt(-1), 0);
        }
    }
    const auto reader = JournalReader::open(journalPath());
    QVERIFY(reader.has_value());
    const auto head = reader->walk(); // the whole chain
    QVERIFY2(head.has_value(), head ? "" : qPrintable(head.error().detail));
    QCOMPARE(head->sequence, m_journal->lastSequence());

    qInfo("%d kills, %d of them while it recovered: %zu orders planned, %zu at the venue, %zu fills, no difference", killed, recovering,
          m_journal->orderCount(), owed.orders.size(), owed.trades.size());
    QVERIFY2(2 * owed.count() >= std::size_t(killed) && owed.trades.size() >= std::size_t(killed) / 4, "it hardly traded: the test proves nothing");
    QVERIFY2(recovering >= killed / 5, "it was hardly ever killed while it recovered");
}

QTEST_GUILESS_MAIN(TestVenueKills)
#include "tst_venuekills.moc"
