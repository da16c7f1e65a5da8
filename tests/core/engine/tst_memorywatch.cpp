#include "core/engine/errorledger.h"
#include "core/engine/memorywatch.h"
#include "tests/support/compare.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

class TestMemoryWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levels_data();
    void levels();
    void thisProcessHasFigures();
    void errorsAreCountedByClass();
    void anHourIsForgotten();
};

// FAULTS P03. In bytes, of a limit of 1 000 on a machine of 10 000.
void TestMemoryWatch::levels_data()
{
    QTest::addColumn<std::int64_t>("resident");
    QTest::addColumn<std::int64_t>("limit");
    QTest::addColumn<std::int64_t>("available");
    QTest::addColumn<int>("level");
    const auto row = [](const char *name, std::int64_t resident, std::int64_t limit, std::int64_t available, MemoryLevel level) {
        QTest::newRow(name) << resident << limit << available << int(level);
    };
    row("little is used", 499, 1'000, 9'000, MemoryLevel::Low);
    row("half of the limit", 500, 1'000, 9'000, MemoryLevel::Medium);
    row("a byte below three quarters", 749, 1'000, 9'000, MemoryLevel::Medium);
    row("three quarters", 750, 1'000, 9'000, MemoryLevel::High);
    row("a byte below nine tenths", 899, 1'000, 9'000, MemoryLevel::High);
    row("nine tenths", 900, 1'000, 9'000, MemoryLevel::Critical);
    row("a fifth of the machine is left", 10, 1'000, 2'000, MemoryLevel::Low);
    row("a byte less", 10, 1'000, 1'999, MemoryLevel::Medium);
    row("less than a tenth is left", 10, 1'000, 999, MemoryLevel::High);
    row("less than a twentieth is left", 10, 1'000, 499, MemoryLevel::Critical);
    row("without a limit the machine is it", 5'000, 0, 9'000, MemoryLevel::Medium);
    row("a limit above the machine is none", 5'000, 90'000, 9'000, MemoryLevel::Medium);
}

void TestMemoryWatch::levels()
{
    QFETCH(const std::int64_t, resident);
    QFETCH(const std::int64_t, limit);
    QFETCH(const std::int64_t, available);
    QFETCH(const int, level);
    const MemoryView view = memoryView({resident, limit, available, 10'000});
    COMPARE(int(view.level), level);
    COMPARE(view.shed.isEmpty(), MemoryLevel(level) == MemoryLevel::Low);
    COMPARE(memoryView({}).level, MemoryLevel::Low); // nothing is known: no evidence
}

void TestMemoryWatch::thisProcessHasFigures()
{
    const MemoryFigures figures = readMemoryFigures();
    QVERIFY(figures.resident > (1 << 20));
    QVERIFY(figures.total > figures.available && figures.available > 0);
    const MemoryView view = memoryView(figures);
    QVERIFY(view.limitBytes > 0 && view.limitBytes <= figures.total);
}

void TestMemoryWatch::errorsAreCountedByClass()
{
    ErrorLedger ledger;
    const Timestamp start = utcMidnight(2024, 1, 3);
    ledger.note(ErrorClass::Network, ErrorRecovery::Delay, start, u"gone"_s);
    ledger.note(ErrorClass::Network, ErrorRecovery::Retry, start + std::chrono::seconds(1), u"again"_s);
    ledger.note(ErrorClass::Trading, ErrorRecovery::Stop, start + std::chrono::seconds(2), u"rejected"_s);
    const auto rows = ledger.rows(start + std::chrono::seconds(3));
    COMPARE(rows.size(), 5u);
    COMPARE(rows[0].errorClass, ErrorClass::Network);
    COMPARE(rows[0].count, 2u);
    COMPARE(rows[0].lastHour, 2u);
    COMPARE(rows[0].recoveries[std::size_t(ErrorRecovery::Delay)], 1u);
    COMPARE(rows[0].recoveries[std::size_t(ErrorRecovery::Retry)], 1u);
    QCOMPARE(rows[0].lastText, u"again"_s);
    COMPARE(rows[3].recoveries[std::size_t(ErrorRecovery::Stop)], 1u);
    COMPARE(rows[4].count, 0u);
}

void TestMemoryWatch::anHourIsForgotten()
{
    ErrorLedger ledger;
    const Timestamp start = utcMidnight(2024, 1, 3);
    for (int minute = 0; minute < 90; ++minute)
        ledger.note(ErrorClass::Api, ErrorRecovery::Retry, start + std::chrono::minutes(minute), u"no answer"_s);
    const auto rows = ledger.rows(start + std::chrono::minutes(89));
    COMPARE(rows[1].count, 90u);
    COMPARE(rows[1].lastHour, 60u); // from the minute 30, which is not yet an hour old, to the minute 89: 60
    COMPARE(ledger.rows(start + std::chrono::minutes(300))[1].lastHour, 0u);
}

QTEST_APPLESS_MAIN(TestMemoryWatch)
#include "tst_memorywatch.moc"
