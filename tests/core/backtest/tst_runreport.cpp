#include "core/backtest/reportjson.h"

#include "core/backtest/columnrun.h"
#include "core/backtest/jsonwriter.h"
#include "core/backtest/reportreader.h"
#include "core/backtest/reporttables.h"
#include "core/strategy/strategycatalogue.h"
#include "tests/core/backtest/referencedata.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QtTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;

namespace {

/// The published run: SMA 10/20 on GOOG, all-in, long and short, spread 0.2 %.
RunReport publishedRun()
{
    const BarColumns bars = readDaily(sharedFile(u"data/us_daily/GOOG.csv"_s), u"yyyy-MM-dd"_s, true, 5);
    RunPlan plan;
    plan.instrument.id = InstrumentId(u"TEST:GOOG"_s);
    plan.instrument.symbol = u"GOOG"_s;
    plan.instrument.currency = Currency(u"USD"_s);
    plan.instrument.lotSize = Quantity::fromInt(1);
    plan.instrument.notionalMin = Money::zero(plan.instrument.currency);
    plan.capital = {FixedPoint<MoneyTag>::fromInt(10'000), plan.instrument.currency};
    plan.costs.spread = Ratio::fromDouble(0.002);
    plan.canShort = true;
    plan.daysPerYear = 252;
    const StrategyInfo *info = *findStrategy(u"sma_crossover");
    const ParameterSet parameters(*info);
    const auto strategy = makeStrategy(*info, parameters, {plan.instrument.id, plan.timeframe, plan.calendar});
    RunResult result = runColumns(plan, *strategy, bars, 0, bars.size());
    const std::vector legs{borrowedLeg(plan.instrument, *plan.calendar, bars, 0, bars.size())};
    const std::vector strategies{RunStrategy{info, parameters}};
    return makeReport({plan, legs, strategies, {factsOf(legs[0], plan.timeframe)}, {}}, std::move(result));
}

bool isNear(double value, double expected, double tolerance = 1e-9)
{
    return std::fabs(value - expected) <= tolerance * std::max(1.0, std::fabs(expected));
}

} // namespace

class TestRunReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figuresOfThePublishedRun();
    void shippedStrategyGivesThePublishedGrid();
    void jsonHoldsTheContract();
    void equityCanBeLeftOut();
    void csvHasARowPerTradeAndPerBar();
    void fingerprintNamesTheData();
    void jsonTextIsEscapedAndExact();
    void jsonTimesAreThoseOfTheLog_data();
    void jsonTimesAreThoseOfTheLog();
    void everyKeyIsDocumented();
    void reportIsReadBack();
    void damagedReports_data();
    void damagedReports();
    void longCurvesAreThinnedAroundTheirExtremes();
};

void TestRunReport::figuresOfThePublishedRun()
{
    REQUIRE_SHARED(path, u"reference/backtest_sma_cross.json"_s);
    const QJsonObject expected = readJson(path)[u"cases"][0][u"statistics"].toObject();
    const RunReport report = publishedRun();
    const AccountFigures &account = report.figures.account;
    const TradeFigures &all = report.figures.all;
    const std::map<QString, double> ours{
        {u"Equity Final [$]"_s, report.finalEquity()},
        {u"Equity Peak [$]"_s, account.equityPeak},
        {u"Return [%]"_s, account.totalReturn * 100},
        {u"CAGR [%]"_s, account.cagr * 100},
        {u"Max. Drawdown [%]"_s, -account.drawdownMax * 100},
        {u"Avg. Drawdown [%]"_s, -account.drawdownAverage * 100},
        {u"Max. Drawdown Duration (days)"_s, account.drawdownMaxDays},
        {u"# Trades"_s, all.tradeCount},
        {u"Win Rate [%]"_s, all.winRate * 100},
        {u"Best Trade [%]"_s, all.bestReturn * 100},
        {u"Worst Trade [%]"_s, all.worstReturn * 100},
        {u"Expectancy [%]"_s, all.averageReturn * 100},
        {u"Max. Trade Duration (days)"_s, all.holdingMax / 86'400},
        {u"SQN"_s, all.sqn},
        {u"Kelly Criterion"_s, all.kelly},
    };
    for (const auto &[name, value] : ours)
        QVERIFY2(isNear(value, expected[name].toDouble()), qPrintable(u"%1: %2"_s.arg(name).arg(value, 0, 'g', 15)));
    // In the market from the first entry, bar 63, to the end, the position still open counted.
    QVERIFY(isNear(all.exposure, 2085.0 / 2148));
    QCOMPARE(report.figures.longSide.tradeCount + report.figures.shortSide.tradeCount, 93.0);
}

void TestRunReport::shippedStrategyGivesThePublishedGrid()
{
    REQUIRE_SHARED(path, u"reference/backtest_sma_cross.json"_s);
    const BarColumns bars = readDaily(sharedFile(u"data/us_daily/GOOG.csv"_s), u"yyyy-MM-dd"_s, true, 5);
    RunPlan plan = publishedRun().plan;
    plan.costs = {};
    const StrategyInfo *info = *findStrategy(u"sma_crossover");
    const auto grids = readJson(path)[u"optimizer_grid"][u"grids"].toArray();
    for (const auto &grid : grids) {
        const bool isSpread = grid[u"cost"].toString().startsWith(u"spread");
        plan.costs.spread = isSpread ? Ratio::fromDouble(0.002) : Ratio();
        plan.costs.commission = isSpread ? Ratio() : Ratio::fromDouble(0.002);
        const auto rows = grid[u"rows"].toArray();
        for (const auto &row : rows) {
            ParameterSet parameters(*info);
            QVERIFY(parameters.set("fast", row[u"fast"].toInt()));
            QVERIFY(parameters.set("slow", row[u"slow"].toInt()));
            const auto strategy = makeStrategy(*info, parameters, {plan.instrument.id, plan.timeframe, plan.calendar});
            const RunResult result = runColumns(plan, *strategy, bars, 0, bars.size());
            QCOMPARE(int(result.trades.size()), row[u"trades"].toInt());
            QVERIFY(isNear(result.finalEquity.toDouble(), row[u"equity_final"].toDouble()));
        }
    }
}

void TestRunReport::jsonHoldsTheContract()
{
    REQUIRE_SHARED(path, u"data/us_daily/GOOG.csv"_s);
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(reportJson(publishedRun()), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QStringList keys = json.keys();
    QStringList contract{u"summary"_s, u"metrics"_s, u"trades"_s, u"equity"_s, u"benchmark"_s, u"open_positions"_s, u"denied"_s, u"costs"_s,
                         u"data"_s, u"badges"_s, u"seconds"_s};
    contract.sort();
    QCOMPARE(keys, contract);
    QCOMPARE(json[u"summary"][u"final_equity"].toDouble(), 68935.11986);
    QCOMPARE(json[u"summary"][u"trade_count"].toInt(), 93);
    QVERIFY(isNear(json[u"summary"][u"return_pct"].toDouble(), 589.3511986));
    for (const QString &column : {u"all"_s, u"long"_s, u"short"_s})
        QVERIFY(json[u"metrics"][column][u"win_rate_pct"].isDouble());
    QVERIFY(json[u"metrics"][u"all"][u"expectancy_r"].isNull()); // no stops, so no R
    const QJsonObject trade = json[u"trades"][0].toObject();
    const RunReport report = publishedRun();
    const RoundTrip &first = report.result.trades.front();
    QCOMPARE(trade[u"entry_reason"].toString(), report.result.entryReason(first.reasonFirst, first.reasonCount));
    for (const QString &key : {u"entry_time"_s, u"exit_time"_s, u"entry_bar"_s, u"exit_bar"_s, u"side"_s, u"quantity"_s,
                               u"entry_price"_s, u"exit_price"_s, u"costs"_s, u"pnl"_s, u"pnl_pct"_s, u"entry_reason"_s,
                               u"exit_reason"_s})
        QVERIFY2(trade.contains(key), qPrintable(key));
    QCOMPARE(trade[u"side"].toString(), u"short"_s);
    QCOMPARE(trade[u"entry_time"].toString(), u"2004-11-17T00:00:00Z"_s);
    QCOMPARE(trade[u"entry_price"].toDouble(), 168.68196);
    QCOMPARE(trade[u"instrument"].toString(), u"TEST:GOOG"_s);
    QCOMPARE(trade[u"strategy"].toString(), u"sma_crossover"_s);
    QCOMPARE(json[u"equity"].toArray().size(), 2148);
    QCOMPARE(json[u"benchmark"].toArray().size(), 2148);
    QCOMPARE(json[u"data"][u"instruments"][0][u"bars"].toInt(), 2148);
    QCOMPARE(json[u"open_positions"].toArray().size(), 1);
    QCOMPARE(json[u"data"][u"bars"].toInt(), 2148);
    QCOMPARE(json[u"data"][u"to"].toString(), u"2013-03-01T00:00:00Z"_s);
    QVERIFY(json[u"costs"][u"spread"].toDouble() > 0);
}

void TestRunReport::equityCanBeLeftOut()
{
    REQUIRE_SHARED(path, u"data/us_daily/GOOG.csv"_s);
    QVERIFY(!QJsonDocument::fromJson(reportJson(publishedRun(), false)).object().contains(u"equity"));
}

void TestRunReport::csvHasARowPerTradeAndPerBar()
{
    REQUIRE_SHARED(path, u"data/us_daily/GOOG.csv"_s);
    const RunReport report = publishedRun();
    const QByteArray trades = tradesCsv(report);
    QCOMPARE(trades.count('\n'), 94);
    QVERIFY(trades.contains("2004-11-17T00:00:00Z,2004-12-06T00:00:00Z,63,75,short,59,168.68196,179.13,0,-616.43436,"));
    QCOMPARE(equityCsv(report).count('\n'), 2149);
    QVERIFY(equityCsv(report).endsWith("2013-03-02T00:00:00Z,68935.11986\n"));
    QVERIFY(reportText(report).contains(u"68935.11986"));
}

void TestRunReport::fingerprintNamesTheData()
{
    BarColumns bars;
    bars.append(BarPoint{utcMidnight(2024, 1, 2), 1, 2, 0.5, 1.5, 10});
    bars.append(BarPoint{utcMidnight(2024, 1, 3), 1, 2, 0.5, 1.5, 10});
    const auto fingerprint = [&] { return factsOf(borrowedLeg({}, ExchangeCalendar::crypto(), bars, 0, 2), Timeframe::D1).fingerprint; };
    const QString before = fingerprint();
    QCOMPARE(fingerprint(), before);
    bars.volume[1] = 11;
    QVERIFY(fingerprint() != before);
}

void TestRunReport::jsonTextIsEscapedAndExact()
{
    JsonWriter json;
    json.beginObject();
    json.field("text", u"a \"b\" \\ \n é"_s);
    json.field("tenth", 0.1);
    json.field("none", notAvailable);
    json.key("list");
    json.beginArray(true);
    json.value(std::int64_t(-3));
    json.value(true);
    json.endArray();
    json.key("empty");
    json.beginObject();
    json.endObject();
    json.endObject();
    QCOMPARE(json.text(), QByteArray("{\n  \"text\": \"a \\\"b\\\" \\\\ \\u000a \xc3\xa9\",\n  \"tenth\": 0.1,\n"
                                     "  \"none\": null,\n  \"list\": [-3, true],\n  \"empty\": {}\n}\n"));
}

void TestRunReport::jsonTimesAreThoseOfTheLog_data()
{
    QTest::addColumn<Timestamp>("time");
    QTest::newRow("midnight") << utcMidnight(2024, 2, 29);
    QTest::newRow("the last second of a day") << utcMidnight(2021, 1, 1) - std::chrono::seconds(1);
    QTest::newRow("before 1970") << utcMidnight(1969, 12, 31) + std::chrono::seconds(3'661);
    QTest::newRow("milliseconds") << Timestamp::fromMs(1'600'000'000'123);
}

void TestRunReport::jsonTimesAreThoseOfTheLog()
{
    QFETCH(Timestamp, time);
    JsonWriter json;
    json.beginArray(true);
    json.value(time);
    json.date(time.utcDay());
    json.endArray();
    const QString text = toIsoString(time);
    QCOMPARE(QString::fromLatin1(json.text()), u"[\"%1\", \"%2\"]\n"_s.arg(text, text.left(10)));
}

// Numbers may differ in the last digit, where percent was divided by a hundred and multiplied again.
void compareJson(const QJsonValue &ours, const QJsonValue &theirs, const QString &where)
{
    QVERIFY2(ours.type() == theirs.type(), qPrintable(where));
    if (ours.isDouble()) {
        QVERIFY2(isNear(ours.toDouble(), theirs.toDouble(), 1e-12), qPrintable(where));
    } else if (ours.isArray()) {
        QVERIFY2(ours.toArray().size() == theirs.toArray().size(), qPrintable(where));
        for (qsizetype i = 0; i < ours.toArray().size(); ++i)
            compareJson(ours.toArray()[i], theirs.toArray()[i], u"%1[%2]"_s.arg(where).arg(i));
    } else if (ours.isObject()) {
        QVERIFY2(ours.toObject().keys() == theirs.toObject().keys(), qPrintable(where));
        for (const QString &key : ours.toObject().keys())
            compareJson(ours[key], theirs[key], where + u'.' + key);
    } else {
        QVERIFY2(ours == theirs, qPrintable(where));
    }
}

// Names of members, and of members of members; what stands under a name of the user's or the venue's is theirs.
void collectKeys(const QJsonValue &value, QSet<QString> &keys)
{
    for (const QJsonValue &element : value.toArray())
        collectKeys(element, keys);
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        keys.insert(key);
        if (key != u"params" && key != u"denied" && key != u"costs")
            collectKeys(object[key], keys);
    }
}

void TestRunReport::everyKeyIsDocumented()
{
    REQUIRE_SHARED(path, u"data/us_daily/GOOG.csv"_s);
    QFile page(QStringLiteral(BELLWETHER_DOCS "/report-json.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    RunReport report = publishedRun();
    report.keptAs = 1;
    QSet<QString> keys;
    collectKeys(QJsonDocument::fromJson(reportJson(report)).object(), keys);
    QVERIFY(keys.size() > 150);
    for (const QString &key : keys)
        QVERIFY2(text.contains(u'`' + key + u'`'), qPrintable(key));
    for (const QByteArray &column : tradesCsv(report).split('\n').first().split(','))
        QVERIFY2(text.contains(u'`' + QString::fromLatin1(column) + u'`'), column.constData());
    // The definitions there are those of the tooltips.
    for (const MetricSpec &metric : metricTable()) {
        const auto utf8 = [](std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); };
        const QString row = u"| `%1` | %2 |"_s.arg(utf8(metric.key), utf8(metric.definition).replace(u'|', u"\\|"_s));
        QVERIFY2(text.contains(row), qPrintable(row));
    }
}

void TestRunReport::reportIsReadBack()
{
    REQUIRE_SHARED(path, u"data/us_daily/GOOG.csv"_s);
    const RunReport report = publishedRun();
    const QByteArray json = reportJson(report);
    const auto back = readReport(json);
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
    compareJson(QJsonDocument::fromJson(reportJson(*back)).object(), QJsonDocument::fromJson(json).object(), u"report"_s);
    QCOMPARE(back->result.trades.size(), std::size_t(93));
    QVERIFY(back->result.trades[3].pnl == report.result.trades[3].pnl);
    QVERIFY(back->result.equity == report.result.equity);
    QVERIFY(back->markTime == report.markTime);
    QVERIFY(back->figures.daily.day == report.figures.daily.day);
    QCOMPARE(back->plan.instrument.symbol, u"GOOG"_s);
}

void TestRunReport::damagedReports_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    const QByteArray summary = "\"summary\": {\"capital\": 1, \"final_equity\": 2, \"timeframe\": \"1d\"}";
    QTest::newRow("no JSON") << QByteArray("entry_time,exit_time\n") << u"not a JSON document"_s;
    QTest::newRow("nothing") << QByteArray() << u"not a JSON document"_s;
    QTest::newRow("another document") << QByteArray("[1, 2]") << u"expected a JSON object"_s;
    QTest::newRow("no summary") << QByteArray("{}") << u"summary: expected an object"_s;
    QTest::newRow("no capital") << QByteArray("{\"summary\": {\"final_equity\": 1, \"timeframe\": \"1d\"}}") << u"summary.capital: expected a number"_s;
    QTest::newRow("text for a number") << QByteArray("{\"summary\": {\"capital\": \"x\"}}") << u"summary.capital: expected a number"_s;
    QTest::newRow("a number beyond the range") << QByteArray("{\"summary\": {\"capital\": 1e300}}") << u"summary.capital: expected a number below 9e10"_s;
    QTest::newRow("a long instrument") << QByteArray("{\"summary\": {\"instrument\": \"" + QByteArray(40, 'x') + "\"}}") << u"summary.instrument"_s;
    QTest::newRow("a trade that is none") << QByteArray("{" + summary + ", \"trades\": [3]}") << u"trades[0]: expected an object"_s;
    QTest::newRow("a trade without a time") << QByteArray("{" + summary + ", \"trades\": [{}]}") << u"trades[0].entry_time: expected a time"_s;
    QTest::newRow("marks that go back") << QByteArray("{" + summary + ", \"equity\": [[\"2024-01-02\", 1], [\"2024-01-01\", 1]]}") << u"equity[1]: expected a time"_s;
    QTest::newRow("trades that are no list") << QByteArray("{" + summary + ", \"trades\": {}}") << u"trades: expected an array"_s;
    QTest::newRow("cut short") << QByteArray("{" + summary + ", \"trades\": [") << u"not a JSON document"_s;
}

void TestRunReport::damagedReports()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const auto report = readReport(json);
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::BadData);
    QVERIFY2(report.error().detail.contains(said), qPrintable(report.error().detail));
}

void TestRunReport::longCurvesAreThinnedAroundTheirExtremes()
{
    RunReport report;
    for (int i = 0; i < 10'000; ++i)
        report.result.equity.push_back(100 + i % 100);
    report.result.equity[1'234] = 500;
    report.result.equity[7'777] = 1;
    report.figures.worstDrawdowns = {{1'234, 7'777, std::nullopt, 0.998, 499}};
    const auto shown = shownMarks(report, 100);
    QVERIFY(shown.size() <= 110);
    for (const std::size_t mark : {0, 1'234, 7'777, 9'999})
        QVERIFY(std::binary_search(shown.begin(), shown.end(), mark));
    QVERIFY(std::is_sorted(shown.begin(), shown.end()));
    QCOMPARE(shownMarks(report, 10'000).size(), std::size_t(10'000));
}

QTEST_APPLESS_MAIN(TestRunReport)
#include "tst_runreport.moc"
