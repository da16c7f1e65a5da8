#include "core/risk/limitchange.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

class TestLimitChange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLimit_hasADirection()
    {
        for (const RiskLimits::Entry &entry : RiskLimits::conservative().entries())
            QVERIFY2(looserWhen(entry.key) != LooserWhen::Either, qPrintable(entry.key.toString()));
        QVERIFY(looserWhen(u"risk.of_tomorrow") == LooserWhen::Either); // asked about, whatever it does
    }

    void looser_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("then");
        QTest::addColumn<bool>("isLooser");
        QTest::newRow("more positions") << u"risk.max_positions"_s << 5.0 << 6.0 << true;
        QTest::newRow("fewer positions") << u"risk.max_positions"_s << 5.0 << 4.0 << false;
        QTest::newRow("a lower price floor") << u"risk.min_price"_s << 10.0 << 9.0 << true;
        QTest::newRow("a longer time stop") << u"risk.time_stop_minutes"_s << 30.0 << 45.0 << true;
        QTest::newRow("no time stop at all") << u"risk.time_stop_minutes"_s << 30.0 << 0.0 << true;
        QTest::newRow("a time stop where there was none") << u"risk.time_stop_minutes"_s << 0.0 << 30.0 << false;
        QTest::newRow("a nearer target is neither") << u"risk.target"_s << 0.05 << 0.01 << false;
        QTest::newRow("less margin") << u"risk.intraday_margin"_s << 1.0 << 0.2 << true;
    }
    void looser()
    {
        QFETCH(const QString, key);
        QFETCH(const double, now);
        QFETCH(const double, then);
        RiskLimits limits;
        QVERIFY(limits.set(key, now).has_value());
        const auto revision = reviseLimits(limits, {{key, then}});
        QVERIFY(revision.has_value());
        QTEST(!revision->looser.isEmpty(), "isLooser");
        QCOMPARE(revision->changed.size(), 1);
    }

    void aValueThatIsTheSame_isNoChange()
    {
        const auto revision = reviseLimits(RiskLimits(), {{u"risk.max_positions"_s, 10}});
        QVERIFY(revision.has_value() && revision->changed.isEmpty());
        QVERIFY(revision->limits == RiskLimits());
    }
};

QTEST_APPLESS_MAIN(TestLimitChange)
#include "tst_limitchange.moc"
