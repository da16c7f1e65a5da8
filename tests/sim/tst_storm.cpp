// Whole desks in virtual time on a venue and a disk where everything goes wrong (FAULTS S01, S05, S06, S13, S14, S15, S16, W01,
// W02, W04, W07, W08, D01, D03, D13; I01, I03, I04, I05, I09, I14, I18, I20, I22, I23, I24, I27).
//
// BELLWETHER_STORM_SEEDS, _FIRST and _EVENTS make the long form; a failure prints the seed and the command.
#include "tests/sim/stormrun.h"
#include "tests/support/compare.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether::test;

namespace {

int setting(const char *name, int fallback) { return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : fallback; }

// The long forms take longer than Qt Test allows a function.
[[maybe_unused]] const bool isPatient = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") || qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

} // namespace

class TestStorm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDeskAndTheVenueAgreeAfterAStorm()
    {
        const int seeds = setting("BELLWETHER_STORM_SEEDS", 200);
        const int first = setting("BELLWETHER_STORM_FIRST", 1);
        const int events = setting("BELLWETHER_STORM_EVENTS", 150);
        StormRun::Outcome sum;
        QStringList failures;
        for (int seed = first; seed < first + seeds; ++seed) {
            const StormRun::Outcome outcome = StormRun(std::uint64_t(seed)).run(events);
            sum.orders += outcome.orders;
            sum.fills += outcome.fills;
            sum.restarts += outcome.restarts;
            sum.lateFills += outcome.lateFills;
            sum.unknowns += outcome.unknowns;
            if (!outcome.trouble.isEmpty() && failures.size() < 10)
                failures.append(outcome.trouble + u"\n  BELLWETHER_STORM_FIRST=%1 BELLWETHER_STORM_SEEDS=1 BELLWETHER_STORM_EVENTS=%2 tst_storm theDeskAndTheVenueAgreeAfterAStorm"_s.arg(seed).arg(events));
        }
        qInfo("%d seeds of %d events: %llu orders, %llu fills, %llu of them late, %llu restarts, %llu unknown when the storm ended", seeds, events,
              static_cast<unsigned long long>(sum.orders), static_cast<unsigned long long>(sum.fills), static_cast<unsigned long long>(sum.lateFills),
              static_cast<unsigned long long>(sum.restarts), static_cast<unsigned long long>(sum.unknowns));
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
        // It was a storm.
        QVERIFY(sum.orders > std::uint64_t(seeds) && sum.fills > std::uint64_t(seeds) / 2);
        if (seeds >= 50)
            QVERIFY(sum.restarts > 0 && sum.lateFills > 0 && sum.unknowns > 0);
    }

    void aSeedIsARun() // I27
    {
        for (const std::uint64_t seed : {3u, 17u, 40u}) {
            const auto first = StormRun(seed).run(200);
            const auto second = StormRun(seed).run(200);
            QCOMPARE(first.digest, second.digest);
            QVERIFY(StormRun(seed + 1).run(200).digest != first.digest);
        }
    }
};

QTEST_APPLESS_MAIN(TestStorm)
#include "tst_storm.moc"
