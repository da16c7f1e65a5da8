#include "core/engine/cadence.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

/// Which of the bars that close at these local times of a day are run on: `d` decides, `a` analyses, `.` waits.
QString runs(StrategyCategory category, const QString &calendar, const QStringList &closes)
{
    const ExchangeCalendar &exchange = **ExchangeCalendar::find(calendar);
    Cadence cadence(category, exchange);
    QString text;
    for (const QString &close : closes) {
        const Timestamp local = parseIsoTime(close).value();
        switch (cadence.onBarClose(local - exchange.utcOffset())) {
        case Cadence::Run::None: text += u'.'; break;
        case Cadence::Run::Decide: text += u'd'; break;
        case Cadence::Run::Analyse: text += u'a'; break;
        }
    }
    return text;
}

} // namespace

/// Worked by hand from the table of categories: the NSE trades from 9:15 to 15:30, and 2024-01-10 was a Wednesday.
class TestCadence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("calendar");
        QTest::addColumn<QStringList>("closes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &category, const QString &calendar, const QStringList &closes, const QString &expected) {
            QTest::newRow(name) << category << calendar << closes << expected;
        };
        const auto at = [](const QStringList &times) {
            QStringList closes;
            for (const QString &time : times)
                closes += u"2024-01-10T"_s + time;
            return closes;
        };
        row("day trading decides on every close of the session and on none outside", u"day_trading"_s, u"nse"_s,
            at({u"09:15"_s, u"09:16"_s, u"09:20"_s, u"15:30"_s, u"15:31"_s}), u".ddd."_s);
        row("short selling decides each half hour from the opening on and analyses at the close", u"short_selling"_s, u"nse"_s,
            at({u"09:20"_s, u"09:45"_s, u"09:50"_s, u"10:15"_s, u"15:15"_s, u"15:25"_s, u"15:30"_s}), u".d.dd.a"_s);
        row("short term decides every two hours from the opening on, and at the close", u"short_term"_s, u"nse"_s,
            at({u"10:15"_s, u"11:15"_s, u"12:15"_s, u"13:15"_s, u"14:15"_s, u"15:15"_s, u"15:30"_s}), u".d.d.dd"_s);
        row("long term decides once, at the close", u"long_term"_s, u"nse"_s, at({u"09:16"_s, u"12:00"_s, u"15:29"_s, u"15:30"_s}), u"...d"_s);
        row("a daily bar is a run of its own", u"long_term"_s, u"nse"_s, {u"2024-01-10T15:30"_s, u"2024-01-11T15:30"_s}, u"dd"_s);
        row("a run that no bar closed for is made up by the next bar", u"short_selling"_s, u"nse"_s,
            at({u"09:40"_s, u"09:50"_s, u"09:55"_s, u"10:15"_s}), u".d.d"_s);
        row("a day without its last bar is made up on the next day", u"long_term"_s, u"nse"_s,
            {u"2024-01-10T15:20"_s, u"2024-01-11T09:16"_s, u"2024-01-11T15:30"_s}, u".dd"_s);
        row("crypto: short selling has no close to analyse", u"short_selling"_s, u"crypto"_s,
            {u"2024-01-10T23:30"_s, u"2024-01-10T23:45"_s, u"2024-01-11T00:00"_s}, u"d.d"_s);
        row("crypto: short term follows the even hours", u"short_term"_s, u"crypto"_s, at({u"01:00"_s, u"02:00"_s, u"03:00"_s, u"04:00"_s}), u".d.d"_s);
        row("crypto: the day ends at midnight UTC", u"long_term"_s, u"crypto"_s,
            {u"2024-01-10T22:00"_s, u"2024-01-10T23:00"_s, u"2024-01-11T00:00"_s, u"2024-01-11T01:00"_s}, u"..d."_s);
    }
    void decides()
    {
        QFETCH(const QString, category);
        QFETCH(const QString, calendar);
        QFETCH(const QStringList, closes);
        QFETCH(const QString, expected);
        QCOMPARE(runs(parseStrategyCategory(category).value(), calendar, closes), expected);
    }

    void nextRun_data()
    {
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("calendar");
        QTest::addColumn<bool>("isScheduled");
        QTest::addColumn<QString>("now");      // local
        QTest::addColumn<QString>("expected");
        QTest::newRow("every bar: the end of the minute") << u"day_trading"_s << u"nse"_s << false << u"2024-01-10T10:07:20"_s << u"2024-01-10T10:08"_s;
        QTest::newRow("before the opening: the first bar") << u"day_trading"_s << u"nse"_s << true << u"2024-01-10T08:00"_s << u"2024-01-10T09:16"_s;
        QTest::newRow("on a Friday evening: Monday's first bar") << u"day_trading"_s << u"nse"_s << false << u"2024-01-12T18:00"_s << u"2024-01-15T09:16"_s;
        QTest::newRow("short selling: the next half hour of the session") << u"short_selling"_s << u"nse"_s << true << u"2024-01-10T10:07"_s << u"2024-01-10T10:15"_s;
        QTest::newRow("short selling without a schedule: the next bar") << u"short_selling"_s << u"nse"_s << false << u"2024-01-10T10:07"_s << u"2024-01-10T10:08"_s;
        QTest::newRow("short term near the close: the close") << u"short_term"_s << u"nse"_s << true << u"2024-01-10T15:20"_s << u"2024-01-10T15:30"_s;
        QTest::newRow("long term after the close: the next close") << u"long_term"_s << u"nse"_s << true << u"2024-01-10T16:00"_s << u"2024-01-11T15:30"_s;
        QTest::newRow("crypto, short term: the next even hour") << u"short_term"_s << u"crypto"_s << true << u"2024-01-10T03:10"_s << u"2024-01-10T04:00"_s;
    }
    void nextRun()
    {
        QFETCH(const QString, category);
        QFETCH(const QString, calendar);
        QFETCH(const bool, isScheduled);
        QFETCH(const QString, now);
        QFETCH(const QString, expected);
        const ExchangeCalendar &exchange = **ExchangeCalendar::find(calendar);
        const auto moment = [&](const QString &local) { return parseIsoTime(local).value() - exchange.utcOffset(); };
        QCOMPARE(Cadence::nextRun(parseStrategyCategory(category).value(), Timeframe::M1, isScheduled, exchange, moment(now)).ns(), moment(expected).ns());
    }
};

QTEST_APPLESS_MAIN(TestCadence)
#include "tst_cadence.moc"
