#include "app/composition/preparedbacktest.h"

#include "app/composition/labkept.h"
#include "core/backtest/reportjson.h"
#include "core/backtest/reportreader.h"
#include "core/storage/barstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <thread>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t barCount = 10'000;

/// Minutes on a slow wave: crosses of averages come every hundred bars or so.
QByteArray wave(const std::function<double(std::size_t)> &at = [](std::size_t i) { return 100 + 10 * std::sin(double(i) / 30); })
{
    QByteArray text("time,open,high,low,close,volume\n");
    const Timestamp first = *parseIsoTime(u"2021-01-01T00:00:00Z");
    for (std::size_t i = 0; i < barCount; ++i) {
        const QByteArray price = QByteArray::number(at(i), 'f', 2);
        text += toIsoString(first + Duration(std::chrono::minutes(i))).toLatin1() + ',' + price + ',' + price + ',' + price + ',' + price + ",1000000\n";
    }
    return text;
}

} // namespace

class TestPreparedBacktest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void observersSeeTheCurveGrow_data();
    void observersSeeTheCurveGrow();
    void aRunIsCancelled();
    void moneyBeyondItsRangeIsAnError();
    void instrumentsThatStartLateOrEndEarlyAreNamed();
    void oneBarIsARun();
    void threadsShareOnePreparedRun();
    void minutesOfTheFileAreLookedInto();
    void aCategoryIsForOneStrategy();
    void kellyIsHalfUnlessItIsSaid();
    void closingAtTheEndNeedsARunThatCanDoIt();
    void theBenchmarkIsWhatWasAskedFor();
    void theWordsOfTheRequestAreKept();

private:
    BacktestRequest request(const QString &sizing) const;

    QTemporaryDir m_folder;
};

void TestPreparedBacktest::initTestCase()
{
    QFile file(m_folder.filePath(u"wave.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(wave());
}

BacktestRequest TestPreparedBacktest::request(const QString &sizing) const
{
    BacktestRequest request;
    request.dataFiles = {m_folder.filePath(u"wave.csv"_s)};
    request.strategies = {u"sma_crossover"_s};
    request.sizing = sizing;
    request.canShort = true;
    return request;
}

void TestPreparedBacktest::observersSeeTheCurveGrow_data()
{
    QTest::addColumn<QString>("sizing");
    QTest::newRow("on columns") << u"fixed"_s;
    QTest::newRow("through the engine") << u"risk"_s;
}

void TestPreparedBacktest::observersSeeTheCurveGrow()
{
    QFETCH(QString, sizing);
    const auto prepared = prepareBacktest(request(sizing));
    QVERIFY2(prepared, qPrintable(prepared.error().detail));
    std::vector<double> seen;
    std::vector<Timestamp> times;
    const auto report = runPrepared(*prepared, prepared->parameters, [&](const RunProgress &progress) {
        seen.assign(progress.equity.begin(), progress.equity.end());
        times.assign(progress.markTime.begin(), progress.markTime.end());
        return progress.total == barCount && progress.done == seen.size();
    });
    QVERIFY(report);
    QVERIFY(report->result.trades.size() > 50);
    // Two calls fit into ten thousand bars, and what was seen is what came of it.
    QCOMPARE(seen.size(), 2 * barsPerProgress);
    QVERIFY(std::equal(seen.begin(), seen.end(), report->result.equity.begin()));
    QVERIFY(std::equal(times.begin(), times.end(), report->markTime.begin()));
}

void TestPreparedBacktest::aRunIsCancelled()
{
    for (const QString &sizing : {u"fixed"_s, u"risk"_s}) {
        int calls = 0;
        const auto report = runBacktest(request(sizing), [&](const RunProgress &) { return ++calls < 1; });
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::Cancelled);
        QCOMPARE(calls, 1);
    }
}

void TestPreparedBacktest::moneyBeyondItsRangeIsAnError()
{
    // Riding every wave with all the money turns 10,000 into more than 9e10.
    const auto report = runBacktest(request(u"all-in"_s));
    QVERIFY(!report);
    QVERIFY2(report.error().code == ErrorCode::OutOfRange, qPrintable(report.error().detail));
}

void TestPreparedBacktest::instrumentsThatStartLateOrEndEarlyAreNamed()
{
    const auto write = [&](const QString &name, int firstDay, int lastDay) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("date,open,high,low,close,volume\n");
        for (int day = firstDay; day <= lastDay; ++day)
            file.write(QStringLiteral("2024-03-%1,10,11,9,10,0\n").arg(day, 2, 10, QChar(u'0')).toLatin1());
    };
    write(u"whole.csv"_s, 1, 30);
    write(u"late.csv"_s, 20, 30);
    write(u"early.csv"_s, 1, 5);
    BacktestRequest several = request(u"fixed"_s);
    several.dataFiles.clear();
    for (const QString &name : {u"whole"_s, u"late"_s, u"early"_s})
        several.dataFiles.append(name.toUpper() + u'=' + m_folder.filePath(name + u".csv"_s));
    auto prepared = prepareBacktest(several);
    QVERIFY2(prepared, qPrintable(prepared.error().detail));
    const QString said = prepared->badges.join(u'\n');
    QVERIFY2(said.contains(u"the bars of LATE begin on 2024-03-"), qPrintable(said));
    QVERIFY2(said.contains(u"the bars of EARLY end on 2024-03-"), qPrintable(said));
    QVERIFY2(said.contains(u"the bars of WHOLE have none"), qPrintable(said)); // no volume at all
    QVERIFY(!said.contains(u"the bars of WHOLE begin") && !said.contains(u"the bars of WHOLE end"));
    const auto report = runPrepared(*prepared, prepared->parameters);
    QVERIFY(report);
    QCOMPARE(report->markTime.size(), std::size_t(30));
    QCOMPARE(report->benchmark.front(), report->benchmark.back()); // no price ever moved
    QCOMPARE(report->dataOf.size(), std::size_t(3));

    several.from = u"2024-03-10"_s;
    prepared = prepareBacktest(several);
    QVERIFY(prepared);
    QCOMPARE(prepared->legs.size(), std::size_t(2));
    QVERIFY(prepared->badges.join(u'\n').contains(u"EARLY has no bars in the period"));
}

void TestPreparedBacktest::oneBarIsARun()
{
    QFile file(m_folder.filePath(u"one.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("date,open,high,low,close,volume\n2024-03-01,10,11,9,10,5\n");
    file.close();
    for (const QString &sizing : {u"all-in"_s, u"risk"_s}) {
        BacktestRequest one = request(sizing);
        one.dataFiles = {file.fileName()};
        const auto report = runBacktest(one);
        QVERIFY2(report, qPrintable(report.error().detail));
        QCOMPARE(report->result.equity, std::vector<double>{10'000});
        QVERIFY(report->result.trades.empty());
    }
}

void TestPreparedBacktest::threadsShareOnePreparedRun()
{
    const auto prepared = prepareBacktest(request(u"risk"_s));
    QVERIFY(prepared);
    std::vector<std::optional<Result<RunReport>>> reports(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < reports.size(); ++i)
            threads.emplace_back([&, i] {
                ParameterSet parameters = prepared->parameters;
                std::ignore = parameters.set("fast", i % 2 == 0 ? 5 : 9);
                reports[i] = runPrepared(*prepared, parameters);
            });
    }
    QCOMPARE((*reports[0])->result.equity, (*reports[2])->result.equity);
    QCOMPARE((*reports[1])->result.equity, (*reports[3])->result.equity);
    QVERIFY((*reports[0])->result.equity != (*reports[1])->result.equity);
}

void TestPreparedBacktest::minutesOfTheFileAreLookedInto()
{
    BacktestRequest quarters = request(u"fixed"_s);
    quarters.timeframe = u"15m"_s;
    quarters.stop = quarters.target = u"1%"_s;
    const auto coarse = runBacktest(quarters);
    quarters.detail = u"1m"_s;
    const auto fine = runBacktest(quarters);
    QVERIFY2(coarse && fine, fine ? "" : qPrintable(fine.error().detail));
    QVERIFY(fine->plan.detail == Timeframe::M1);
    QCOMPARE(fine->data.barsWithoutDetail, std::int64_t(0));
    QVERIFY(fine->data.fingerprint != coarse->data.fingerprint);
    QVERIFY(!fine->result.trades.empty());
    // A stop that was met is told to the minute.
    const auto isWithinBar = [](const RoundTrip &trade) { return trade.exitTime.ns() % Duration(std::chrono::minutes(15)).count() != 0; };
    const auto count = [&](const RunReport &report) { return std::count_if(report.result.trades.begin(), report.result.trades.end(), isWithinBar); };
    QCOMPARE(count(*coarse), std::ptrdiff_t(0));
    QVERIFY(count(*fine) > 5);
}

void TestPreparedBacktest::aCategoryIsForOneStrategy()
{
    BacktestRequest two = request(u"percent"_s);
    two.strategies.append(u"ema_crossover"_s);
    two.category = u"sma_crossover=day_trading"_s;
    const auto prepared = prepareBacktest(two);
    QVERIFY2(prepared, qPrintable(prepared.error().detail));
    QVERIFY(prepared->strategies[0].category == StrategyCategory::DayTrading);
    QVERIFY(!prepared->strategies[1].category);
    two.category = u"long_term,ema_crossover=short_selling"_s;
    const auto both = prepareBacktest(two);
    QVERIFY(both && both->strategies[0].category == StrategyCategory::LongTerm && both->strategies[1].category == StrategyCategory::ShortSelling);
    for (const QString &wrong : {u"lazy"_s, u"macd_momentum=day_trading"_s, u"sma_crossover="_s}) {
        two.category = wrong;
        const auto refused = prepareBacktest(two);
        QVERIFY(!refused && refused.error().detail.startsWith(u"--category"_s));
    }
}

void TestPreparedBacktest::kellyIsHalfUnlessItIsSaid()
{
    const auto half = prepareBacktest(request(u"kelly"_s));
    QVERIFY2(half, qPrintable(half.error().detail));
    QCOMPARE(half->plan.kelly.fraction, 0.5);
    BacktestRequest full = request(u"kelly"_s);
    full.size = u"100"_s;
    QCOMPARE(prepareBacktest(full)->plan.kelly.fraction, 1.0);
    full.size = u"101"_s;
    QVERIFY(!prepareBacktest(full));
    // A wave that grows: at 2 % a fill the first trades lose and the later ones win. Thirty of them are worth a tenth of
    // the equity each; then Kelly has something to say, at most half of 25 %.
    const QString path = m_folder.filePath(u"growing.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(wave([](std::size_t i) { return 100 + (1 + double(i) / 500) * std::sin(double(i) / 30); }));
    file.close();
    BacktestRequest growing = request(u"kelly"_s);
    growing.dataFiles = {path};
    growing.commission = u"0.02"_s;
    const auto report = runBacktest(growing);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    const std::vector<RoundTrip> &trades = report->result.trades;
    QVERIFY(trades.size() > 60);
    const auto share = [&](std::size_t i) { return trades[i].entryValue() / trades[i].equityBefore; };
    QVERIFY(std::fabs(share(10) - 0.1) < 0.02);
    QVERIFY(std::fabs(share(29) - 0.1) < 0.02);
    const double wins = double(std::count_if(trades.begin(), trades.end() - 1, [](const RoundTrip &trade) { return trade.pnl.amount.isPositive(); }));
    QVERIFY(wins > 0 && wins < double(trades.size() - 1));
    const double last = share(trades.size() - 1);
    QVERIFY2(std::fabs(last - 0.1) > 0.01 && last < 0.13, qPrintable(QString::number(last)));
}

void TestPreparedBacktest::closingAtTheEndNeedsARunThatCanDoIt()
{
    BacktestRequest partial = request(u"percent"_s);
    partial.closeAtEnd = u"close"_s;
    QVERIFY(prepareBacktest(partial));
    partial.participation = u"0.1"_s;
    const auto refused = prepareBacktest(partial);
    QVERIFY(!refused && refused.error().detail.contains(u"--close-at-end close"_s));
}

void TestPreparedBacktest::theBenchmarkIsWhatWasAskedFor()
{
    // Another symbol of the store rises from 50 to 100 over the days of the wave, its first bar two days late.
    BarColumns other;
    const Timestamp first = *parseIsoTime(u"2021-01-03T00:00:00Z");
    for (int hour = 0; hour <= 100; ++hour)
        other.append(BarPoint{first + Duration(std::chrono::hours(hour + 1)), 50.0 + hour / 2.0, 50.0 + hour / 2.0, 50.0 + hour / 2.0, 50.0 + hour / 2.0, 1});
    BacktestRequest hours = request(u"fixed"_s);
    hours.timeframe = u"1h"_s;
    hours.barStorePath = m_folder.filePath(u"bars.sqlite"_s);
    {
        const auto store = BarStore::open(hours.barStorePath);
        QVERIFY(store && (*store)->import({{InstrumentId(u"BINANCE:ETHUSDT"_s), Timeframe::H1, &other}}));
    }
    const auto own = runBacktest(hours);
    hours.benchmark = u"BINANCE:ETHUSDT"_s;
    const auto held = runBacktest(hours);
    hours.benchmark = u"none"_s;
    const auto nothing = runBacktest(hours);
    QVERIFY2(own && held && nothing, held ? "" : qPrintable(held.error().detail));
    QCOMPARE(held->benchmark.size(), held->markTime.size());
    QCOMPARE(held->benchmark.front(), 10'000.0); // nothing to hold yet
    QCOMPARE(held->benchmark.back(), 20'000.0);
    QCOMPARE(held->figures.account.buyAndHold, 1.0);
    QVERIFY(own->benchmark.back() != held->benchmark.back());
    QCOMPARE(held->finalEquity(), own->finalEquity());
    QVERIFY(nothing->benchmark.empty());
    QVERIFY(std::isnan(nothing->figures.account.buyAndHold));
    // And it is read back as it was.
    for (const auto *report : {&*own, &*held, &*nothing}) {
        const auto again = readReport(keptReportJson(*report));
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->plan.benchmark, report->plan.benchmark);
        QCOMPARE(again->benchmark.empty(), report->benchmark.empty());
    }
    // Longer bars than those of the run do as well.
    hours.benchmark = u"BINANCE:ETHUSDT"_s;
    hours.timeframe = u"15m"_s;
    const auto quarters = runBacktest(hours);
    QVERIFY2(quarters, quarters ? "" : qPrintable(quarters.error().detail));
    QCOMPARE(quarters->benchmark.back(), 20'000.0);
    hours.benchmark = u"BINANCE:NONE"_s;
    const auto unknown = runBacktest(hours);
    QVERIFY(!unknown && unknown.error().detail.contains(u"BINANCE:NONE"));
    hours.barStorePath.clear();
    QVERIFY(runBacktest(hours).error().detail.startsWith(u"--benchmark"_s));
}

void TestPreparedBacktest::theWordsOfTheRequestAreKept()
{
    BacktestRequest asked = request(u"percent"_s);
    asked.size = u"30"_s;
    asked.category = u"day_trading"_s;
    asked.participation = u"0.1"_s;
    asked.minConfidence = u"5"_s;
    asked.trail = u"1.5atr"_s;
    asked.breakeven = u"2%"_s;
    asked.seed = u"7"_s;
    const auto report = runBacktest(asked);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    const auto kept = readReport(keptReportJson(*report));
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
    const LabRequest again = labRequestOf(*kept);
    QCOMPARE(again.size, u"30"_s);
    QCOMPARE(again.category, u"day_trading"_s);
    QCOMPARE(again.participation, u"0.1"_s);
    QCOMPARE(again.minConfidence, u"5"_s);
    QCOMPARE(again.trail, u"1.5atr"_s);
    QCOMPARE(again.breakeven, u"2%"_s);
    QCOMPARE(again.seed, u"7"_s);
    QVERIFY(kept->plan.exits == report->plan.exits);
}

QTEST_APPLESS_MAIN(TestPreparedBacktest)
#include "tst_preparedbacktest.moc"
