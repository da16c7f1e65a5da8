// How long a start takes that reads, verifies and replays a journal. BELLWETHER_RECOVERY_EVENTS=1000000 makes the long form,
// which has three seconds.
#include "core/engine/recordcodec.h"
#include "core/engine/tradingengine.h"
#include "core/storage/storagehost.h"
#include "tests/support/builders.h"
#include "tests/support/fakebroker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

/// A journal as trading makes it: orders of several books, each planned, sent, accepted and filled; nine records an order
/// with its signal.
std::vector<JournalEntry> tradingDay(std::uint64_t wanted)
{
    std::vector<JournalEntry> entries;
    entries.reserve(wanted);
    Timestamp now = utcMidnight(2024, 1, 3);
    const auto add = [&](const Record &record) {
        now = now + std::chrono::milliseconds(20);
        entries.push_back({entries.size() + 1, now, encodeRecord(record)});
    };
    add(RunStarted{u"0.1.0"_s, u"paper"_s, AccountId(std::string_view("paper")), usdt(u"100000"), 1, {}});
    for (std::uint64_t number = 1; entries.size() + 9 < wanted; ++number) {
        const StrategyId strategy("strategy" + std::to_string(number % 10));
        QueuedSignal queued;
        queued.id = {number};
        queued.signal.strategy = strategy;
        queued.signal.instrument = InstrumentId(std::string_view("TEST:SHARE"));
        queued.signal.time = now;
        queued.signal.side = number / 10 % 2 == 0 ? Side::Buy : Side::Sell;
        queued.signal.referencePrice = 100;
        queued.signal.confidence = 70;
        queued.signal.reasons.add("EMA 9 above EMA 21", 100.25, Comparison::Above, 99.5);
        queued.signal.reasons.add("RSI", 55.5, Comparison::Below, 70);
        queued.quantity = quantity(u"10");
        queued.price = price(u"100");
        queued.expiresAt = now + std::chrono::minutes(5);
        add(SignalRaised{queued});
        add(SignalDecided{{number}, SignalState::Approved, {}, u"auto"_s, {number}});
        add(SignalDecided{{number}, SignalState::Ordered, {}, u"auto"_s, {number}});
        Order order;
        order.id = {number};
        order.clientId = ClientOrderId("bw-paper-" + std::to_string(number));
        order.signal = {number};
        order.strategy = strategy;
        order.instrument = queued.signal.instrument;
        order.side = queued.signal.side;
        order.quantity = quantity(u"10");
        order.referencePrice = price(u"100");
        order.createdAt = now;
        add(OrderPlanned{order});
        for (const auto kind : {OrderEvent::Kind::IntentCommitted, OrderEvent::Kind::SendStarted})
            add(OrderChanged{{number}, {kind, now}, {}, {}, {}, {}});
        add(OrderChanged{{number}, {OrderEvent::Kind::Accepted, now}, u"V%1"_s.arg(number), {}, {}, {}});
        for (int part = 0; part < 2; ++part) {
            add(OrderChanged{{number}, {OrderEvent::Kind::Filled, now, quantity(u"5"), price(part == 0 ? u"100" : u"100.01")}, u"V%1"_s.arg(number),
                             u"T%1"_s.arg(2 * number + std::uint64_t(part)), usdt(u"0.5"), {2 * number + std::uint64_t(part)}});
        }
    }
    return entries;
}

// The long forms take longer than Qt Test allows a function.
[[maybe_unused]] const bool isPatient = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") || qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

} // namespace

class TestRecoveryTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLongJournalIsReadInTime();
    void aSnapshotSparesTheReplay();

private:
    /// Opens the journal and recovers an engine from it, as a start does. Gives the seconds of both.
    std::pair<double, double> recover(const QByteArray &format, bool shallKeep);

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"journal.sqlite"_s);
    int m_wanted = qEnvironmentVariableIsSet("BELLWETHER_RECOVERY_EVENTS") ? qEnvironmentVariableIntValue("BELLWETHER_RECOVERY_EVENTS") : 50'000;
    QByteArray m_digest;
};

void TestRecoveryTime::initTestCase()
{
    const auto entries = tradingDay(std::uint64_t(m_wanted));
    qint64 bytes = 0;
    for (const JournalEntry &entry : entries)
        bytes += entry.body.size();
    qInfo("%zu entries of %.0f bytes", entries.size(), double(bytes) / double(entries.size()));
    QVERIFY((*JournalStore::open(m_path))->append(entries));
}

std::pair<double, double> TestRecoveryTime::recover(const QByteArray &format, bool shallKeep)
{
    QElapsedTimer elapsed;
    elapsed.start();
    auto host = *StorageHost::open(m_path, format);
    const double read = double(elapsed.elapsed()) / 1e3;
    EngineConfig config;
    config.startingCash = usdt(u"100000");
    config.limits = RiskLimits::unrestricted();
    SimClock clock(host->lastTime());
    FakeBroker broker;
    TradingEngine engine(config, aCatalogue(), {&ExchangeCalendar::crypto(), &ExchangeCalendar::crypto()}, clock, broker, *host);
    if (const auto snapshot = host->takeSnapshot(); snapshot && !engine.restore(snapshot->state))
        qFatal("the snapshot cannot be read");
    const auto entries = host->takeEntries();
    const std::uint64_t last = entries.empty() ? 0 : entries.back().sequence;
    if (const auto recovered = engine.recover(entries); !recovered)
        qFatal("%s", qPrintable(recovered.error().detail));
    const double all = double(elapsed.elapsed()) / 1e3;
    if (engine.state().fillCount() <= std::uint64_t(m_wanted) / 9)
        qFatal("fills are missing");
    if (m_digest.isEmpty())
        m_digest = engine.state().digest();
    if (m_digest != engine.state().digest())
        qFatal("another state than before");
    if (shallKeep)
        host->keepSnapshot(last, clock.now(), format, engine.state().snapshot());
    return {read, all - read};
}

void TestRecoveryTime::aLongJournalIsReadInTime()
{
    const auto [read, replayed] = recover({}, false);
    qInfo("from the first entry: read and verified in %.2f s, replayed in %.2f s", read, replayed);
    if (m_wanted >= 1'000'000)
        QVERIFY2(read + replayed <= 3, "a start takes too long");
}

void TestRecoveryTime::aSnapshotSparesTheReplay() // I18
{
    recover("test-1", true);
    QVERIFY(QFile::exists(JournalSnapshot::pathOf(m_path)));
    const auto [read, replayed] = recover("test-1", false);
    qInfo("from a snapshot of %lld bytes: read and verified in %.2f s, restored in %.2f s", static_cast<long long>(QFileInfo(JournalSnapshot::pathOf(m_path)).size()), read, replayed);
    if (m_wanted >= 1'000'000)
        QVERIFY2(read + replayed <= 3, "a start takes too long");
}

QTEST_GUILESS_MAIN(TestRecoveryTime)
#include "tst_recoverytime.moc"
