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
    void aLongJournalIsReadInTime()
    {
        const int wanted = qEnvironmentVariableIsSet("BELLWETHER_RECOVERY_EVENTS") ? qEnvironmentVariableIntValue("BELLWETHER_RECOVERY_EVENTS") : 50'000;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"journal.sqlite"_s);
        qint64 bytes = 0;
        {
            const auto entries = tradingDay(std::uint64_t(wanted));
            for (const JournalEntry &entry : entries)
                bytes += entry.body.size();
            QVERIFY((*JournalStore::open(path))->append(entries));
        }
        QElapsedTimer elapsed;
        elapsed.start();
        auto host = StorageHost::open(path);
        QVERIFY2(host.has_value(), host ? "" : qPrintable(host.error().detail));
        const double read = double(elapsed.elapsed()) / 1e3;
        const auto entries = (*host)->takeEntries();
        EngineConfig config;
        config.startingCash = usdt(u"100000");
        config.limits = RiskLimits::unrestricted();
        SimClock clock(entries.back().time);
        FakeBroker broker;
        TradingEngine engine(config, aCatalogue(), {&ExchangeCalendar::crypto(), &ExchangeCalendar::crypto()}, clock, broker, **host);
        const auto recovered = engine.recover(entries);
        QVERIFY2(recovered.has_value(), recovered ? "" : qPrintable(recovered.error().detail));
        const double all = double(elapsed.elapsed()) / 1e3;
        qInfo("%zu entries of %.0f bytes: read and verified in %.2f s, replayed in %.2f s", entries.size(), double(bytes) / double(entries.size()), read, all - read);
        QVERIFY(engine.state().fillCount() > std::uint64_t(wanted) / 9);
        if (wanted >= 1'000'000)
            QVERIFY2(all <= 3, "a start takes too long");
    }
};

QTEST_GUILESS_MAIN(TestRecoveryTime)
#include "tst_recoverytime.moc"
