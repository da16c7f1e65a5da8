#include "app/composition/backtestpresets.h"
#include "app/composition/runchecks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

/// Quarters of an hour on a slow wave, from 15 January to 20 March 2021.
QByteArray wave(double height)
{
    QByteArray text("time,open,high,low,close,volume\n");
    const Timestamp first = *parseIsoTime(u"2021-01-15T00:00:00Z");
    for (int i = 0; i < 96 * 64; ++i) {
        const double close = 100 + height * std::sin(double(i) / 30);
        const QByteArray price = QByteArray::number(close, 'f', 2);
        text += toIsoString(first + Duration(std::chrono::minutes(15 * i))).toLatin1() + ',' + price + ',' + price + ',' + price + ',' + price + ",1000000\n";
    }
    return text;
}

} // namespace

class TestBacktestPresets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void eachMonthHasAnAccountOfItsOwn();
    void comprehensiveRanksEveryCombination();
    void aTableIsCancelledInsideARun();
    void shortSellingTradesEachInstrument();
    void whatTradedNothingSaysWhy();
    void shippedStrategiesDoNotLookAhead();
    void aStrategyOfTheFutureIsFound();
    void warmUpDriftIsMeasured();
    void unknownWordsAreRefused();

private:
    BacktestRequest request() const;

    QTemporaryDir m_folder;
};

void TestBacktestPresets::initTestCase()
{
    for (const auto &[name, height] : {std::pair{u"a.csv"_s, 10.0}, {u"b.csv"_s, 5.0}}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(wave(height));
    }
}

BacktestRequest TestBacktestPresets::request() const
{
    BacktestRequest request;
    request.dataFiles = {u"BINANCE:A="_s + m_folder.filePath(u"a.csv"_s), u"BINANCE:B="_s + m_folder.filePath(u"b.csv"_s)};
    request.sizing = u"percent"_s;
    request.commission = u"0.001"_s;
    return request;
}

void TestBacktestPresets::eachMonthHasAnAccountOfItsOwn()
{
    BacktestRequest monthly = request();
    monthly.strategies = {u"sma_crossover"_s};
    const auto table = runPreset(BacktestPreset::Monthly, monthly);
    QVERIFY2(table, qPrintable(table.error().detail));
    QCOMPARE(table->rows.size(), std::size_t(3));
    // February alone is the same run.
    monthly.from = u"2021-02-01"_s;
    monthly.to = u"2021-02-28"_s;
    const auto february = runBacktest(monthly);
    QVERIFY(february);
    const PresetRow &row = table->rows[1];
    QCOMPARE(row.month, u"2021-02"_s);
    QCOMPARE(row.instrument, u"BINANCE:A+BINANCE:B"_s);
    QCOMPARE(row.trades, february->result.trades.size());
    QVERIFY(row.trades > 10);
    QCOMPARE(row.finalEquity, february->finalEquity());
    const QJsonObject json = QJsonDocument::fromJson(presetJson(*table)).object();
    QCOMPARE(json[u"runs"].toArray().size(), 3);
    double growth = 1;
    for (const PresetRow &one : table->rows)
        growth *= one.finalEquity / 10'000;
    QVERIFY(std::fabs(json[u"compounded_pct"].toDouble() - (growth - 1) * 100) < 1e-9);
    QVERIFY(presetText(*table).contains(u"2021-03"));
}

void TestBacktestPresets::comprehensiveRanksEveryCombination()
{
    BacktestRequest all = request();
    all.strategies = {u"sma_crossover"_s, u"simple_ema"_s};
    const auto table = runPreset(BacktestPreset::Comprehensive, all);
    QVERIFY2(table, qPrintable(table.error().detail));
    QCOMPARE(table->rows.size(), std::size_t(2 * 2 * 4)); // 15m, 1h, 4h, 1d
    QVERIFY(std::is_sorted(table->rows.begin(), table->rows.end(), [](const PresetRow &a, const PresetRow &b) {
        return (std::isnan(a.sharpe) ? -1e300 : a.sharpe) > (std::isnan(b.sharpe) ? -1e300 : b.sharpe);
    }));
    QCOMPARE(table->notes.size(), qsizetype(1)); // no 5m bars from those of 15m
    // A row is what the run alone gives.
    const PresetRow &best = table->rows.front();
    BacktestRequest one = request();
    one.dataFiles = {best.instrument + u'=' + m_folder.filePath(best.instrument == u"BINANCE:A" ? u"a.csv"_s : u"b.csv"_s)};
    one.strategies = {best.strategy};
    one.timeframe = toString(best.timeframe);
    const auto alone = runBacktest(one);
    QVERIFY(alone);
    QCOMPARE(alone->finalEquity(), best.finalEquity);
    std::atomic<std::size_t> done = 0;
    const auto cancelled = runPreset(BacktestPreset::Comprehensive, all, [&](std::size_t count, std::size_t) { done = count; }, [&] { return done > 1; });
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
    QVERIFY(done < 16);
}

void TestBacktestPresets::aTableIsCancelledInsideARun()
{
    // One run: more than one stretch of progress long, and over when it is told the first time.
    BacktestRequest one = request();
    one.dataFiles = {one.dataFiles.front()};
    one.strategies = {u"sma_crossover"_s};
    one.timeframe = u"15m"_s;
    std::atomic<int> looks = 0;
    int finished = 0;
    const auto count = [&](std::size_t, std::size_t) { ++finished; };
    QVERIFY(runPreset(BacktestPreset::Comprehensive, one, count, [&] { return ++looks < 0; }));
    QCOMPARE(finished, 1);
    const int all = looks;
    // Before loading, after it, before the run; then inside it, and after everything.
    QVERIFY2(all > 4, qPrintable(QString::number(all)));
    looks = finished = 0;
    const auto cancelled = runPreset(BacktestPreset::Comprehensive, one, count, [&] { return ++looks >= 4; });
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
}

void TestBacktestPresets::shortSellingTradesEachInstrument()
{
    BacktestRequest shorts = request();
    shorts.strategies = {u"sma_crossover"_s};
    const auto table = runPreset(BacktestPreset::ShortSelling, shorts);
    QVERIFY2(table, qPrintable(table.error().detail));
    QCOMPARE(table->rows.size(), std::size_t(2));
    QVERIFY(table->rows[0].trades > 10 && table->rows[0].instrument != table->rows[1].instrument);
    QCOMPARE(table->currency, u"USDT"_s);
    shorts.dataFiles = {shorts.dataFiles[0], u"NSE:B="_s + m_folder.filePath(u"b.csv"_s)};
    const auto mixed = runPreset(BacktestPreset::ShortSelling, shorts);
    QVERIFY(mixed);
    QVERIFY(mixed->currency.isEmpty()); // 10,000 of either
    QVERIFY2(presetText(*mixed).startsWith(u"2 runs of 10000.00 each"_s), qPrintable(presetText(*mixed)));
}

// Nobody sells an index: the session refuses some signals, the venue turns the orders of all others away.
void TestBacktestPresets::whatTradedNothingSaysWhy()
{
    BacktestRequest shorts = request();
    shorts.dataFiles = {u"NSE:NIFTY="_s + m_folder.filePath(u"a.csv"_s)};
    shorts.strategies = {u"sma_crossover"_s};
    shorts.sizing = u"risk"_s;
    shorts.commission.clear();
    const auto table = runPreset(BacktestPreset::ShortSelling, shorts);
    QVERIFY2(table, qPrintable(table.error().detail));
    QCOMPARE(table->rows.size(), std::size_t(1));
    const PresetRow &row = table->rows.front();
    QCOMPARE(row.trades, std::size_t(0));
    QVERIFY(row.signalCount > 10);
    std::size_t counted = 0;
    for (const auto &[reason, count] : row.denied)
        counted += count;
    QCOMPARE(counted, row.signalCount);
    QVERIFY(row.denied.contains("rejected_by_the_venue"));
    QVERIFY2(table->notes.join(u'\n').contains(u"index: NIFTY cannot be traded"_s), qPrintable(table->notes.join(u'\n')));
    QVERIFY2(presetText(*table).contains(u" × rejected by the venue"_s), qPrintable(presetText(*table)));
    const QJsonObject json = QJsonDocument::fromJson(presetJson(*table)).object()[u"runs"].toArray()[0].toObject();
    QCOMPARE(json[u"signals"].toInt(), int(row.signalCount));
    QCOMPARE(json[u"denied"].toObject()[u"rejected_by_the_venue"].toInt(), int(row.denied.at("rejected_by_the_venue")));
}

void TestBacktestPresets::shippedStrategiesDoNotLookAhead()
{
    BacktestRequest all = request();
    all.strategies = {u"sma_crossover"_s, u"ema_crossover"_s, u"supertrend_macd_rsi_ema"_s, u"bollinger_reversion"_s};
    const auto prepared = prepareBacktest(all);
    QVERIFY(prepared);
    const LookAheadCheck check = checkLookAhead(*prepared, shippedMaker(*prepared));
    QVERIFY(check.compared > 200);
    QVERIFY2(check.isGood(), qPrintable(toString(check)));
}

void TestBacktestPresets::aStrategyOfTheFutureIsFound()
{
    // What a cut changes is said with the first moment that changed.
    const LookAheadCheck check{8, 100, 3, *parseIsoTime(u"2021-02-01T00:00:00Z")};
    QVERIFY(!check.isGood());
    QCOMPARE(toString(check), u"look-ahead: 3 of 100 signals change when later bars are cut off, the first at 2021-02-01T00:00:00Z"_s);
}

void TestBacktestPresets::warmUpDriftIsMeasured()
{
    BacktestRequest one = request();
    one.strategies = {u"sma_crossover"_s};
    auto prepared = prepareBacktest(one);
    QVERIFY(prepared);
    // A simple average forgets at once: nothing differs from the shortest start on.
    const WarmUpCheck simple = checkWarmUp(*prepared, shippedMaker(*prepared));
    QVERIFY(simple.starts.front().compared > 10);
    QCOMPARE(*simple.settledAfter(), simple.starts.front().bars);
    const WarmUpCheck drifting{{{20, 50, 7}, {40, 50, 2}, {80, 50, 0}}};
    QCOMPARE(*drifting.settledAfter(), std::size_t(80));
    QCOMPARE(toString(drifting), u"warm-up: from a start 20 bars before, 7 of 50 signals differ; none from 80 bars on"_s);
}

void TestBacktestPresets::unknownWordsAreRefused()
{
    QVERIFY(!parseBacktestPreset(u"weekly"));
    BacktestRequest one = request();
    one.strategies = {u"sma_crossover"_s};
    const auto prepared = prepareBacktest(one);
    QVERIFY(prepared);
    QVERIFY(!runChecks(u"lookahead,luck"_s, *prepared));
    QCOMPARE(runChecks(u"lookahead,warmup"_s, *prepared)->size(), qsizetype(2));
}

QTEST_APPLESS_MAIN(TestBacktestPresets)
#include "tst_backtestpresets.moc"
