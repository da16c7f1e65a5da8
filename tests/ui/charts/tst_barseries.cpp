#include "core/base/rng.h"
#include "ui/charts/barsfile.h"
#include "ui/charts/candleplottable.h"
#include "ui/charts/timeaxis.h"
#include "ui/charts/trademarkers.h"
#include "ui/charts/valueseries.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

BarColumns randomBars(std::size_t count, std::uint64_t seed)
{
    Rng rng(seed);
    BarColumns bars;
    double price = 100;
    for (std::size_t i = 0; i < count; ++i) {
        const double open = price;
        price *= 1 + 0.01 * rng.normal();
        bars.append(BarPoint{Timestamp::fromSeconds(std::int64_t(60 * (i + 1))), open, std::max(open, price) * 1.001,
                             std::min(open, price) * 0.999, price, rng.uniform(1, 50)});
    }
    return bars;
}

FillRow fill(Side side, double price, double quantity, double pnl, int second)
{
    FillRow row;
    row.fill.id = FillId{std::uint64_t(second)};
    row.fill.strategy = StrategyId(std::string_view("s"));
    row.fill.instrument = InstrumentId(std::string_view("X:A"));
    row.fill.side = side;
    row.fill.lastPrice = Price::fromDouble(price);
    row.fill.lastQuantity = Quantity::fromDouble(quantity);
    row.fill.time = Timestamp::fromSeconds(second);
    row.realizedPnl.amount = FixedPoint<MoneyTag>::fromDouble(pnl);
    return row;
}

BarSeries barsAt(const std::vector<Timestamp> &closeTimes)
{
    BarColumns bars;
    for (const Timestamp time : closeTimes)
        bars.append(BarPoint{time, 1, 1, 1, 1, 1});
    BarSeries series;
    series.reset(bars);
    return series;
}

BarSeries barsAt(std::initializer_list<QStringView> texts)
{
    std::vector<Timestamp> times;
    for (const QStringView text : texts)
        times.push_back(*parseIsoTime(text));
    return barsAt(times);
}

} // namespace

class TestBarSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fold_equalsTheLoop_overAnyRange()
    {
        constexpr std::uint64_t seed = 11;
        const BarColumns bars = randomBars(5'000, seed);
        BarSeries series;
        // Half at once, half bar by bar: both ways of growing keep the pyramid true.
        BarColumns start;
        start.append(bars, 0, 2'500);
        series.reset(start);
        for (std::size_t i = 2'500; i < bars.size(); ++i) {
            BarPoint forming = bars.point(i);
            forming.high *= 2; // a bar in progress that shrinks when it closes leaves no trace
            series.setForming(forming);
            series.append(bars.point(i));
        }
        QCOMPARE(series.size(), bars.size());
        Rng rng(seed);
        for (int round = 0; round < 500; ++round) {
            const std::size_t first = rng.below(bars.size());
            const std::size_t last = first + 1 + rng.below(bars.size() - first);
            const BarFold fold = series.fold(first, last);
            QCOMPARE(fold.high, *std::max_element(bars.high.begin() + std::ptrdiff_t(first), bars.high.begin() + std::ptrdiff_t(last)));
            QCOMPARE(fold.low, *std::min_element(bars.low.begin() + std::ptrdiff_t(first), bars.low.begin() + std::ptrdiff_t(last)));
            QCOMPARE(fold.open, bars.open[first]);
            QCOMPARE(fold.close, bars.close[last - 1]);
            QCOMPARE(fold.closeHigh, *std::max_element(bars.close.begin() + std::ptrdiff_t(first), bars.close.begin() + std::ptrdiff_t(last)));
            QCOMPARE(fold.closeLow, *std::min_element(bars.close.begin() + std::ptrdiff_t(first), bars.close.begin() + std::ptrdiff_t(last)));
            QCOMPARE(fold.volumeMax, *std::max_element(bars.volume.begin() + std::ptrdiff_t(first), bars.volume.begin() + std::ptrdiff_t(last)));
        }
    }

    void aLongHistory_isScanned_untilItsFoldsCome()
    {
        const BarColumns bars = randomBars(BarSeries::scanned + 500, 3);
        BarSeries series;
        series.reset(bars);
        QVERIFY(!series.isFolded());
        BarPoint next = bars.point(bars.size() - 1);
        next.closeTime = next.closeTime + std::chrono::minutes(1);
        next.high = 1e9;
        series.append(next);
        const BarFold before = series.fold(7, series.size());
        QCOMPARE(before.high, next.high);
        series.adopt(BarSeries::foldsOf(*series.base()));
        QVERIFY(series.isFolded());
        const BarFold after = series.fold(7, series.size());
        QCOMPARE(after.high, before.high);
        QCOMPARE(after.low, before.low);
        QCOMPARE(after.open, before.open);
        QCOMPARE(after.close, before.close);
        QCOMPARE(after.volumeMax, before.volumeMax);
    }

    void valueSeries_leavesOutWhatIsNotKnown()
    {
        const double unknown = std::numeric_limits<double>::quiet_NaN();
        std::vector<double> values(100, unknown);
        values[40] = 3;
        values[41] = -2;
        ValueSeries series(values);
        series.append(9);
        QVERIFY(series.fold(0, 40).isEmpty());
        QCOMPARE(series.fold(0, 100).high, 3.0);
        QCOMPARE(series.fold(0, 100).low, -2.0);
        QCOMPARE(series.fold(41, 101).high, 9.0);
    }

    void heikinAshi_followsItsDefinition()
    {
        // close = (o + h + l + c) / 4; open = middle of the bar before, of the first bar (o + c) / 2.
        BarColumns bars;
        bars.append(BarPoint{Timestamp::fromSeconds(60), 10, 12, 9, 11, 1});
        bars.append(BarPoint{Timestamp::fromSeconds(120), 11, 15, 10, 14, 1});
        BarSeries series;
        series.reset(bars);
        const std::vector<BarPoint> averaged = heikinAshi(series, 1, 2);
        QCOMPARE(averaged.size(), std::size_t(1));
        QCOMPARE(averaged[0].open, (10.5 + 10.5) / 2); // the first bar: open 10.5, close (10 + 12 + 9 + 11) / 4 = 10.5
        QCOMPARE(averaged[0].close, 12.5);
        QCOMPARE(averaged[0].high, 15.0);
        QCOMPARE(averaged[0].low, 10.0);
    }

    void append_ignoresABarOfThePast()
    {
        BarSeries series;
        series.reset(randomBars(10, 1));
        series.append(series.at(4));
        QCOMPARE(series.size(), std::size_t(10));
        BarPoint forming = series.at(9);
        forming.closeTime = forming.closeTime + std::chrono::minutes(1);
        series.setForming(forming);
        series.setForming(forming);
        QCOMPARE(series.size(), std::size_t(11));
        QCOMPARE(series.closedCount(), std::size_t(10));
    }

    void indexAt_findsTheBarThatHoldsATime()
    {
        BarSeries series;
        series.reset(randomBars(10, 1)); // closes at 60 s, 120 s, …
        QCOMPARE(series.indexAt(Timestamp::fromSeconds(60)), std::size_t(0));
        QCOMPARE(series.indexAt(Timestamp::fromSeconds(61)), std::size_t(1));
        QCOMPARE(series.indexAt(Timestamp::fromSeconds(9'999)), std::size_t(9));
    }

    void timeAxis_labelsABarByItsBeginning_inTheExchangesZone()
    {
        // NSE closes at 15:30 IST; the last hour bar of the day runs from 15:15.
        const BarSeries bars = barsAt({u"2026-11-20T08:45:00Z", u"2026-11-20T09:45:00Z", u"2026-11-20T10:00:00Z",
                                       u"2026-11-23T04:45:00Z"});
        const TimeAxis axis(ExchangeZone::ofCalendar(u"nse"), Timeframe::H1, &bars);
        QCOMPARE(axis.tickText(1), u"14:15"_s);
        QCOMPARE(axis.tickText(2), u"15:15"_s);
        QCOMPARE(axis.fullText(2), u"Fri 20 Nov 2026 15:15 IST"_s);
        // Monday stands beside Friday: the weekend takes no room, and the label is the day.
        QCOMPARE(axis.boundary(3), TimeBoundary::Day);
        QCOMPARE(axis.tickText(3), u"23 Nov"_s);
    }

    void timeAxis_labelsADailyBarByTheDayItEnds()
    {
        const BarSeries bars = barsAt({u"2026-11-20T00:00:00Z", u"2026-11-21T00:00:00Z"});
        const TimeAxis crypto(ExchangeZone(), Timeframe::D1, &bars);
        QCOMPARE(crypto.fullText(1), u"Fri 20 Nov 2026"_s);
    }

    void aLocalClock_keepsSummerAndWinterApart() // U10
    {
        // Berlin is two hours before UTC until 2026-10-25T01:00:00Z and one hour after.
        const ExchangeZone berlin = ExchangeZone::of(QTimeZone("Europe/Berlin"));
        QCOMPARE(berlin.name, u"Berlin"_s);
        const BarSeries bars = barsAt({u"2026-10-24T12:00:00Z", u"2026-10-25T12:00:00Z"});
        const TimeAxis axis(berlin, Timeframe::H1, &bars);
        QCOMPARE(axis.fullText(0), u"Sat 24 Oct 2026 13:00 Berlin"_s);
        QCOMPARE(axis.fullText(1), u"Sun 25 Oct 2026 12:00 Berlin"_s);
        const Format shown = Format::forCalendar(u"nse").shownIn(berlin);
        QCOMPARE(shown.minute(bars.closeTime(0)), u"14:00"_s);
        QCOMPARE(shown.exchangeZone().name, u"IST"_s); // days and sessions stay those of the market
        QCOMPARE(ExchangeZone::of(QTimeZone("Asia/Kolkata")).offsetAt(bars.closeTime(0)), Duration(std::chrono::minutes(330)));
    }

    void ticks_keepTheirDistance_andPreferGreatBoundaries()
    {
        std::vector<Timestamp> minutes;
        for (int i = 1; i <= 600; ++i)
            minutes.push_back(utcMidnight(2026, 11, 20) + std::chrono::minutes(20 * 60 + i));
        const BarSeries bars = barsAt(minutes); // 20:00 to 06:00 of the next day
        const TimeAxis axis(ExchangeZone(), Timeframe::M1, &bars);
        const auto ticks = axis.ticks(0, 599, 60);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY(ticks[i] - ticks[i - 1] >= 45);
        QVERIFY(std::find(ticks.begin(), ticks.end(), 240) != ticks.end()); // midnight
        QCOMPARE(axis.tickText(240), u"21 Nov"_s);
    }

    void fillMarkers_tellTheFourKindsApart()
    {
        // Newest first: long and out with a gain, then short and covered with a loss.
        const RowList<FillRow> fills(std::vector{fill(Side::Buy, 99, 2, -4, 4), fill(Side::Sell, 97, 2, 0, 3),
                                                 fill(Side::Sell, 105, 1, 5, 2), fill(Side::Buy, 100, 1, 0, 1)});
        const auto markers = fillMarkers(fills, InstrumentId(std::string_view("X:A")));
        QCOMPARE(markers.size(), std::size_t(4));
        QCOMPARE(markers[0].kind, ChartMarker::Kind::Buy);
        QCOMPARE(markers[1].kind, ChartMarker::Kind::Sell);
        QVERIFY(markers[1].entryPrice == Price::fromDouble(100));
        QCOMPARE(markers[1].pnl, 5.0);
        QCOMPARE(markers[2].kind, ChartMarker::Kind::Short);
        QCOMPARE(markers[3].kind, ChartMarker::Kind::Cover);
        QCOMPARE(markers[3].pnl, -4.0);
    }

    void barsAreWritten_asAFileThatIsReadBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"new/BTC-1m.csv"_s);
        BarColumns bars;
        bars.append(BarPoint{Timestamp::fromSeconds(60), 1.5, 2.25, 1, 2, 10});
        bars.append(BarPoint{Timestamp::fromSeconds(120), 2, 2, 0.1, 0.1, 0.003});
        QCOMPARE(writeBars(path, bars, Timeframe::M1), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("time,open,high,low,close,volume\n0,1.5,2.25,1,2,10\n60000,2,2,0.1,0.1,0.003\n"));
        // A day of an exchange that closes at 10:00 UTC has its own date, not that of 24 hours before the close.
        BarColumns days;
        days.append(BarPoint{*parseIsoTime(u"2026-11-20T10:00"), 1, 1, 1, 1, 1});
        days.append(BarPoint{*parseIsoTime(u"2026-11-22T00:00"), 1, 1, 1, 1, 1}); // the 21st of a market that never closes
        QCOMPARE(writeBars(path, days, Timeframe::D1), QString());
        QFile again(path);
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), QByteArray("time,open,high,low,close,volume\n2026-11-20,1,1,1,1,1\n2026-11-21,1,1,1,1,1\n"));
        QVERIFY(!writeBars(folder.path() + u"/new/BTC-1m.csv/under.csv"_s, bars, Timeframe::M1).isEmpty());
    }
};

QTEST_MAIN(TestBarSeries)
#include "tst_barseries.moc"
