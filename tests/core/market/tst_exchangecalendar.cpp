#include "core/market/exchangecalendar.h"
#include "core/market/instrumentdefaults.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const ExchangeCalendar &nse() { return **ExchangeCalendar::find(u"nse"); }
Timestamp at(const QString &text) { return *parseIsoTime(text); }

} // namespace

class TestExchangeCalendar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sessions_data();
    void sessions();
    void sessionIsHalfOpen();
    void everyMinuteAgreesWithTheSessionsOfItsDay();
    void nextSession();
    void cryptoNeverCloses();
    void exceptionalDayChangesThatDateOnly();
    void badText_data();
    void badText();
    void unknownCalendarIsNamed();
    void defaultInstruments();
    void badInstrumentIds();
};

void TestExchangeCalendar::sessions_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("hours"); // IST
    QTest::newRow("a weekday") << u"2021-04-01"_s << u"09:15-15:30"_s;
    QTest::newRow("a Saturday is closed") << u"2021-04-03"_s << u""_s;
    QTest::newRow("a holiday is closed") << u"2021-04-02"_s << u""_s;
    QTest::newRow("Diwali evening on a weekday") << u"2021-11-04"_s << u"18:15-19:15"_s;
    QTest::newRow("Diwali evening on a Sunday") << u"2019-10-27"_s << u"18:15-19:15"_s;
    QTest::newRow("Diwali afternoon of 2025") << u"2025-10-21"_s << u"13:45-14:45"_s;
    QTest::newRow("the outage day has two sessions") << u"2021-02-24"_s << u"09:15-11:40 15:45-17:00"_s;
    QTest::newRow("a Saturday with a split session") << u"2024-03-02"_s << u"09:15-10:00 11:30-12:30"_s;
    QTest::newRow("budget on a Saturday is a full day") << u"2020-02-01"_s << u"09:15-15:30"_s;
    QTest::newRow("a hole of the daily files is a trading day") << u"2018-01-02"_s << u"09:15-15:30"_s;
    QTest::newRow("this year's weekday") << u"2026-11-20"_s << u"09:15-15:30"_s;
    QTest::newRow("this year's holiday") << u"2026-11-24"_s << u""_s;
    QTest::newRow("Muhurat 2026 without a known hour is closed") << u"2026-11-08"_s << u""_s;
    QTest::newRow("the day after the data ends is closed") << u"2027-01-01"_s << u""_s;
    QTest::newRow("the day before the data starts is closed") << u"2016-12-30"_s << u""_s;
}

void TestExchangeCalendar::sessions()
{
    QFETCH(QString, date);
    QFETCH(QString, hours);
    const std::int64_t day = at(date).utcDay();
    QStringList found;
    for (const Session &session : nse().sessionsOn(day)) {
        const auto text = [&](Timestamp time) { return toIsoString(time + nse().utcOffset()).mid(11, 5); };
        found << text(session.open) + u'-' + text(session.close);
        QCOMPARE(nse().localDay(session.open), day);
    }
    QCOMPARE(found.join(u' '), hours);
    QCOMPARE(nse().isTradingDay(day), !hours.isEmpty());
}

void TestExchangeCalendar::sessionIsHalfOpen()
{
    const Timestamp open = at(u"2021-04-01T09:15+05:30"_s);
    const Timestamp close = at(u"2021-04-01T15:30+05:30"_s);
    QVERIFY(!nse().isOpen(open - Duration(1)));
    QVERIFY(nse().isOpen(open));
    QVERIFY(nse().isOpen(close - Duration(1)));
    QVERIFY(!nse().isOpen(close));
}

void TestExchangeCalendar::everyMinuteAgreesWithTheSessionsOfItsDay() // T03
{
    for (Timestamp time = at(u"2021-02-22T00:00Z"_s); time < at(u"2021-03-01T00:00Z"_s); time = time + std::chrono::minutes(1)) {
        bool isInside = false;
        for (const Session &session : nse().sessionsOn(nse().localDay(time)))
            isInside = isInside || (time >= session.open && time < session.close);
        QCOMPARE(nse().isOpen(time), isInside);
    }
}

void TestExchangeCalendar::nextSession()
{
    const auto inside = nse().sessionAtOrAfter(at(u"2021-04-01T10:00+05:30"_s));
    QCOMPARE(inside->open, at(u"2021-04-01T09:15+05:30"_s));
    const auto overHolidayAndWeekend = nse().sessionAtOrAfter(at(u"2021-04-01T15:30+05:30"_s));
    QCOMPARE(overHolidayAndWeekend->open, at(u"2021-04-05T09:15+05:30"_s));
    const auto secondOfTheDay = nse().sessionAtOrAfter(at(u"2021-02-24T12:00+05:30"_s));
    QCOMPARE(secondOfTheDay->open, at(u"2021-02-24T15:45+05:30"_s));
    QVERIFY(!nse().sessionAtOrAfter(at(u"2026-12-31T16:00+05:30"_s)));
}

void TestExchangeCalendar::cryptoNeverCloses()
{
    const ExchangeCalendar &crypto = ExchangeCalendar::crypto();
    const Timestamp time = at(u"2021-05-01T13:07"_s);
    QVERIFY(crypto.isAlwaysOpen());
    QCOMPARE(crypto.sessionAt(time)->open, at(u"2021-05-01"_s));
    QCOMPARE(crypto.sessionAt(time)->close, at(u"2021-05-02"_s));
    QCOMPARE(crypto.daysPerYear(), 365);
    QVERIFY(crypto.isOpen(at(u"1969-12-31T23:59"_s)));
    QCOMPARE(crypto.localDay(at(u"1969-12-31T23:59"_s)), std::int64_t(-1));
}

void TestExchangeCalendar::exceptionalDayChangesThatDateOnly() // T04
{
    const QString base = u"calendar x\nzone IST +05:30\ncovers 2021-01-01 2021-12-31\nweekdays 09:15-15:30\n"_s;
    const auto usual = ExchangeCalendar::parse(base);
    const auto changed = ExchangeCalendar::parse(base + u"2021-03-10 09:15-11:00 13:00-15:30  a note\n"_s);
    QVERIFY(usual && changed);
    for (std::int64_t day = at(u"2021-01-01"_s).utcDay(); day <= at(u"2021-12-31"_s).utcDay(); ++day)
        QCOMPARE(usual->sessionsOn(day) == changed->sessionsOn(day), day != at(u"2021-03-10"_s).utcDay());
}

void TestExchangeCalendar::badText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const QString head = u"calendar x\nzone IST +05:30\ncovers 2021-01-01 2021-12-31\nweekdays 09:15-15:30\n"_s;
    QTest::newRow("empty") << u""_s << u"line 1"_s;
    QTest::newRow("an hour that is none") << head + u"2021-03-01 25:15-26:00"_s << u"line 5"_s;
    QTest::newRow("close before open") << head + u"2021-03-01 15:15-09:00"_s << u"line 5"_s;
    QTest::newRow("overlapping intervals") << head + u"2021-03-01 09:15-12:00 11:00-13:00"_s << u"line 5"_s;
    QTest::newRow("a date twice") << head + u"2021-03-01 closed\n2021-03-01 closed"_s << u"line 6: 2021-03-01 is given twice"_s;
    QTest::newRow("a date that is none") << head + u"2021-02-30 closed"_s << u"line 5"_s;
    QTest::newRow("a date outside the cover") << head + u"2022-03-01 closed"_s << u"line 5: 2022-03-01 is outside"_s;
    QTest::newRow("a date alone") << head + u"2021-03-01"_s << u"line 5"_s;
    QTest::newRow("no zone") << u"calendar x\nalways-open"_s << u"'zone'"_s;
    QTest::newRow("unknown word") << head + u"holiday 2021-03-01"_s << u"line 5: 'holiday"_s;
}

void TestExchangeCalendar::badText()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto calendar = ExchangeCalendar::parse(text);
    QVERIFY(!calendar);
    QVERIFY(calendar.error().code == ErrorCode::BadData);
    QVERIFY2(calendar.error().detail.contains(error), qPrintable(calendar.error().detail));
}

void TestExchangeCalendar::unknownCalendarIsNamed()
{
    const auto calendar = ExchangeCalendar::find(u"moon");
    QVERIFY(!calendar);
    QVERIFY(calendar.error().code == ErrorCode::NotFound);
    QVERIFY(calendar.error().detail.contains(u"moon"_s));
}

void TestExchangeCalendar::defaultInstruments()
{
    const Instrument bitcoin = *defaultInstrument(u"BINANCE:BTCUSDT");
    QCOMPARE(bitcoin.symbol, u"BTCUSDT"_s);
    QCOMPARE(bitcoin.currency.toString(), u"USDT"_s);
    QCOMPARE(toString(bitcoin.tickSize), u"0.01"_s);
    QCOMPARE(bitcoin.calendar, u"crypto"_s);
    QCOMPARE(defaultInstrument(u"BINANCE:XRPETH")->currency.toString(), u"ETH"_s);
    const Instrument share = *defaultInstrument(u"NSE:BAJAJ-AUTO");
    QCOMPARE(share.currency.toString(), u"INR"_s);
    QCOMPARE(toString(share.tickSize), u"0.05"_s);
    QCOMPARE(toString(share.lotSize), u"1"_s);
    QCOMPARE(share.calendar, u"nse"_s);
    QVERIFY(share.kind == InstrumentKind::Equity);
    QVERIFY(defaultInstrument(u"NSE:NIFTY")->kind == InstrumentKind::Index);
    QCOMPARE(defaultInstrument(u"US:GOOG")->calendar, u"generic"_s);
}

void TestExchangeCalendar::badInstrumentIds()
{
    for (const QString &id : {u""_s, u"BTCUSDT"_s, u":BTC"_s, u"NSE:"_s, u"nse:reliance"_s, u"NSE:A:B"_s, u"NSE:../x"_s + QChar(0),
                              u"NSE:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"_s}) {
        const auto instrument = defaultInstrument(id);
        QVERIFY2(!instrument, qPrintable(id));
        QVERIFY(instrument.error().code == ErrorCode::InvalidArgument);
    }
}

QTEST_APPLESS_MAIN(TestExchangeCalendar)
#include "tst_exchangecalendar.moc"
