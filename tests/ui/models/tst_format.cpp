#include "ui/models/format.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

Money usdt(double amount) { return {FixedPoint<MoneyTag>::fromDouble(amount), Currency(std::string_view("USDT"))}; }

} // namespace

class TestFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void money_groupsAndSigns()
    {
        const Format format;
        QCOMPARE(format.money(usdt(12'345.6)), u"12,345.60"_s);
        QCOMPARE(format.signedMoney(usdt(12.5)), u"+12.50"_s);
        QCOMPARE(format.signedMoney(usdt(-3.2)), u"−3.20"_s);
        QCOMPARE(format.signedMoney(usdt(0)), u"0.00"_s);
        QCOMPARE(format.moneyWithCurrency(usdt(5)), u"5.00 USDT"_s);
    }

    void aLossThatRoundsToNothing_hasNoSign()
    {
        const Format format;
        QCOMPARE(format.signedMoney(usdt(-0.004)), u"0.00"_s);
        QCOMPARE(format.signedPercent(-0.001), u"0.00 %"_s);
    }

    void rupees_groupByLakhAndCrore()
    {
        const Format format = Format::forCalendar(u"nse");
        QCOMPARE(format.number(12'345'678.9, 2), u"1,23,45,678.90"_s);
    }

    void unknownNumbers_areADash()
    {
        const Format format;
        QCOMPARE(format.number(std::nan(""), 2), u"—"_s);
        QCOMPARE(format.signedPercent(std::nan("")), u"—"_s);
    }

    void times_areInTheExchangesZone()
    {
        const Timestamp time = *parseIsoTime(u"2026-11-20T08:33:27Z");
        QCOMPARE(Format::forCalendar(u"crypto").time(time), u"08:33:27"_s);
        QCOMPARE(Format::forCalendar(u"nse").time(time), u"14:03:27"_s);
        QCOMPARE(Format::forCalendar(u"nse").dualTime(time), u"20 Nov 14:03:27 IST (08:33:27 UTC)"_s);
    }

    void countdown_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds are two digits") << 272'000 << u"4:32"_s;
        QTest::newRow("a started second counts") << 1 << u"0:01"_s;
        QTest::newRow("from an hour on seconds go") << 3'900'000 << u"1h 05m"_s;
        QTest::newRow("past is zero") << -5'000 << u"0:00"_s;
    }
    void countdown()
    {
        QFETCH(int, ms);
        QTEST(Format::countdown(std::chrono::milliseconds(ms)), "text");
    }

    void volume_staysShort()
    {
        const Format format;
        QCOMPARE(format.volume(1'240'000), u"1.24M"_s);
        QCOMPARE(format.volume(738'200'000), u"738.2M"_s);
        QCOMPARE(format.volume(950), u"950"_s);
    }
};

QTEST_APPLESS_MAIN(TestFormat)
#include "tst_format.moc"
