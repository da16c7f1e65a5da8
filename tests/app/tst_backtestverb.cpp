#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// `bellwether-cli backtest` as a script calls it.
class TestBacktestVerb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void publishedCommandGivesThePublishedTrades();
    void filesAreWrittenWhole();
    void periodIsCutAndWarmed();
    void anUnnamedFileIsKnownByItsHours();
    void storedMinutesTellWhetherTheTargetCameFirst();
    void refusals_data();
    void refusals();
    void liveReplayMakesTheSameTrades();

private:
    struct Ran {
        int code = -1;
        QByteArray out;
        QByteArray error;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    Ran run(const QStringList &arguments) const;
    QString write(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBacktestVerb::init() { m_folder = std::make_unique<QTemporaryDir>(); }

TestBacktestVerb::Ran TestBacktestVerb::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(BELLWETHER_CLI), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestBacktestVerb::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? name : QString();
}

void TestBacktestVerb::publishedCommandGivesThePublishedTrades()
{
    REQUIRE_SHARED(reference, u"reference/backtest_sma_cross.json"_s);
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    QFile file(reference);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject expected = QJsonDocument::fromJson(file.readAll())[u"cases"][0].toObject();
    const Ran ran = run({u"backtest"_s, u"--strategy"_s, u"sma_crossover"_s, u"--param"_s, u"fast=10"_s, u"--param"_s,
                         u"slow=20"_s, u"--data"_s, data, u"--timeframe"_s, u"1d"_s, u"--capital"_s, u"10000"_s, u"--spread"_s,
                         u"0.002"_s, u"--short"_s, u"--sizing"_s, u"all-in"_s, u"--fill"_s, u"next-open"_s, u"--json"_s});
    QCOMPARE(ran.error, QByteArray());
    QCOMPARE(ran.code, 0);
    const QJsonObject json = ran.json();
    QCOMPARE(json[u"summary"][u"final_equity"].toDouble(), 68935.11986);
    const QJsonArray ours = json[u"trades"].toArray();
    const QJsonArray theirs = expected[u"trades"].toArray();
    QCOMPARE(ours.size(), theirs.size());
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const int size = theirs[i][u"size"].toInt();
        QCOMPARE(ours[i][u"entry_bar"].toInt(), theirs[i][u"entry_bar"].toInt());
        QCOMPARE(ours[i][u"exit_bar"].toInt(), theirs[i][u"exit_bar"].toInt());
        QCOMPARE(ours[i][u"side"].toString(), size > 0 ? u"long"_s : u"short"_s);
        QCOMPARE(ours[i][u"quantity"].toInt(), std::abs(size));
        QCOMPARE(ours[i][u"entry_price"].toDouble(), theirs[i][u"entry_price"].toDouble());
        QCOMPARE(ours[i][u"exit_price"].toDouble(), theirs[i][u"exit_price"].toDouble());
        QVERIFY(std::fabs(ours[i][u"pnl"].toDouble() - theirs[i][u"pnl"].toDouble()) < 1e-6);
        QCOMPARE(ours[i][u"entry_time"].toString().left(10), theirs[i][u"entry_time"].toString().left(10));
    }
}

void TestBacktestVerb::filesAreWrittenWhole()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const QStringList base{u"backtest"_s, u"--strategy"_s, u"sma_crossover"_s, u"--sizing"_s, u"all-in"_s, u"--data"_s, data};
    const Ran ran = run(base + QStringList{u"--report"_s, u"r.json"_s, u"--trades"_s, u"t.csv"_s, u"--equity"_s, u"e.csv"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains("Final equity"));
    for (const QString &name : {u"r.json"_s, u"t.csv"_s, u"e.csv"_s})
        QVERIFY2(QFile(m_folder->filePath(name)).size() > 1000, qPrintable(name));
    // One of the files cannot be written: neither is.
    const Ran failed = run(base + QStringList{u"--report"_s, u"new.json"_s, u"--trades"_s, u"no/such/folder/t.csv"_s});
    QCOMPARE(failed.code, 1);
    QVERIFY(!QFile::exists(m_folder->filePath(u"new.json"_s)));
}

void TestBacktestVerb::periodIsCutAndWarmed()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const QJsonObject json = run({u"backtest"_s, u"--strategy"_s, u"sma_crossover"_s, u"--sizing"_s, u"all-in"_s, u"--data"_s, data,
                                  u"--from"_s, u"2012-07-01"_s, u"--to"_s, u"2012-10-31"_s, u"--json"_s, u"--no-equity"_s})
                                 .json();
    QCOMPARE(json[u"data"][u"from"].toString(), u"2012-07-02T00:00:00Z"_s);
    QCOMPARE(json[u"data"][u"to"].toString(), u"2012-10-31T00:00:00Z"_s);
    QVERIFY(!json.contains(u"equity"));
    // The published run buys on 2012-07-03, on a cross that needs the twenty bars before July.
    QCOMPARE(json[u"trades"][0][u"entry_time"].toString(), u"2012-07-03T00:00:00Z"_s);
    QCOMPARE(json[u"trades"][0][u"entry_bar"].toInt(), 1);
}

void TestBacktestVerb::anUnnamedFileIsKnownByItsHours()
{
    REQUIRE_SHARED(data, u"data/india_equity_daily/RELIANCE.csv"_s);
    const QJsonObject json = run({u"backtest"_s, u"--strategy"_s, u"sma_crossover"_s, u"--param"_s, u"fast=20"_s, u"--param"_s,
                                  u"slow=50"_s, u"--data"_s, data, u"--capital"_s, u"1000000"_s, u"--commission"_s, u"0.0005"_s,
                                  u"--short"_s, u"--sizing"_s, u"all-in"_s, u"--json"_s, u"--no-equity"_s})
                                 .json();
    QCOMPARE(json[u"summary"][u"currency"].toString(), u"INR"_s);
    QCOMPARE(json[u"summary"][u"periods_per_year"].toInt(), 252);
    QCOMPARE(json[u"summary"][u"final_equity"].toDouble(), 358163.996875); // the published run
    QCOMPARE(json[u"summary"][u"trade_count"].toInt(), 34);
    QCOMPARE(json[u"data"][u"from"].toString(), u"2017-01-02T03:45:00Z"_s); // 09:15 in India
}

// Bars of five minutes close at 104, 103, 102, 101 and 110, where the average of two crosses that of three: bought at 110 as
// the next bar opens, stop 2 % below, target 2 % above. That bar runs from 106 to 113, the high in its second minute.
void TestBacktestVerb::storedMinutesTellWhetherTheTargetCameFirst()
{
    QByteArray text("time,open,high,low,close,volume\n");
    int minute = 0;
    const auto add = [&](double open, double high, double low, double close) {
        text += "2024-01-02T00:" + QByteArray::number(minute++).rightJustified(2, '0') + ":00Z";
        for (const double price : {open, high, low, close})
            text += ',' + QByteArray::number(price);
        text += ",10\n";
    };
    for (const double close : {104.0, 103.0, 102.0, 101.0, 110.0})
        for (int i = 0; i < 5; ++i)
            add(close, close, close, close);
    add(110, 111, 110, 111);
    add(111, 113, 111, 112);
    add(112, 112, 107, 107);
    add(107, 108, 106, 108);
    for (int i = 0; i < 6; ++i)
        add(108, 108, 108, 108);
    const QStringList base{u"backtest"_s, u"--strategy"_s, u"sma_crossover"_s, u"--param"_s, u"fast=2"_s, u"--param"_s, u"slow=3"_s,
                           u"--data"_s, write(u"minutes.csv"_s, text), u"--timeframe"_s, u"5m"_s, u"--sizing"_s, u"fixed"_s,
                           u"--stop"_s, u"2%"_s, u"--target"_s, u"2%"_s, u"--json"_s};
    const QJsonObject coarse = run(base).json()[u"trades"][0].toObject();
    QCOMPARE(coarse[u"exit_reason"].toString(), u"stop"_s); // what came first is not known: the worse
    QCOMPARE(coarse[u"exit_price"].toDouble(), 107.8);
    QCOMPARE(coarse[u"pnl"].toDouble(), -2.2);
    QCOMPARE(coarse[u"exit_time"].toString(), u"2024-01-02T00:30:00Z"_s);
    const QJsonObject fine = run(base + QStringList{u"--detail"_s, u"1m"_s}).json()[u"trades"][0].toObject();
    QCOMPARE(fine[u"exit_reason"].toString(), u"target"_s);
    QCOMPARE(fine[u"exit_price"].toDouble(), 112.2);
    QCOMPARE(fine[u"pnl"].toDouble(), 2.2);
    QCOMPARE(fine[u"exit_time"].toString(), u"2024-01-02T00:27:00Z"_s);
    QCOMPARE(fine[u"entry_time"].toString(), coarse[u"entry_time"].toString());
}

void TestBacktestVerb::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const QStringList rule{u"--strategy"_s, u"sma_crossover"_s, u"--sizing"_s, u"all-in"_s};
    const auto on = [&](const QString &file, const QStringList &more = {}) { return rule + QStringList{u"--data"_s, file} + more; };
    QTest::newRow("a missing column") << on(u"column.csv"_s) << 3 << QByteArray("column.csv:1: no column 'close'");
    QTest::newRow("a text in a number") << on(u"text.csv"_s) << 3 << QByteArray("text.csv:3: field 'close': 'abc' is not a number");
    QTest::newRow("an empty file") << on(u"empty.csv"_s) << 3 << QByteArray("empty.csv: the file is empty");
    QTest::newRow("no such file") << on(u"none.csv"_s) << 3 << QByteArray("none.csv");
    QTest::newRow("an unknown strategy") << QStringList{u"--strategy"_s, u"nope"_s, u"--data"_s, u"good.csv"_s} << 2
                                         << QByteArray("strategy 'nope' is not known");
    QTest::newRow("an unknown parameter") << on(u"good.csv"_s, {u"--param"_s, u"speed=1"_s}) << 2 << QByteArray("no parameter 'speed'");
    QTest::newRow("a parameter outside its range") << on(u"good.csv"_s, {u"--param"_s, u"fast=0"_s}) << 2 << QByteArray("fast");
    QTest::newRow("fast above slow") << on(u"good.csv"_s, {u"--param"_s, u"fast=30"_s}) << 2 << QByteArray("must be below");
    QTest::newRow("capital that is no number") << on(u"good.csv"_s, {u"--capital"_s, u"nan"_s}) << 2 << QByteArray("--capital 'nan'");
    QTest::newRow("from after to") << on(u"good.csv"_s, {u"--from"_s, u"2024-02-01"_s, u"--to"_s, u"2024-01-01"_s}) << 2
                                   << QByteArray("--from 2024-02-01 is after --to 2024-01-01");
    QTest::newRow("a trailing stop without a distance") << on(u"good.csv"_s, {u"--trail"_s, u"strategy"_s}) << 2
                                                        << QByteArray("--trail 'strategy': expected a distance such as 2% or 1.5atr");
    QTest::newRow("a gain that is none") << on(u"good.csv"_s, {u"--breakeven"_s, u"0%"_s}) << 2 << QByteArray("--breakeven '0%'");
    QTest::newRow("a negative spread") << on(u"good.csv"_s, {u"--spread=-0.1"_s}) << 2 << QByteArray("spread");
    QTest::newRow("shorter bars than the data has") << on(u"good.csv"_s, {u"--timeframe"_s, u"1h"_s}) << 2 << QByteArray("the data has 1d bars");
    QTest::newRow("a period without bars") << on(u"good.csv"_s, {u"--from"_s, u"2030-01-01"_s}) << 3 << QByteArray("no bars between");
    QTest::newRow("all-in with two instruments") << rule + QStringList{u"--data"_s, u"A=good.csv"_s, u"--data"_s, u"B=good.csv"_s} << 2
                                                  << QByteArray("--sizing all-in takes one instrument and one strategy");
    QTest::newRow("a named and an unnamed file") << rule + QStringList{u"--data"_s, u"A=good.csv"_s, u"--data"_s, u"good.csv"_s} << 2
                                                  << QByteArray("every file is named");
    QTest::newRow("a strategy given twice") << on(u"good.csv"_s, {u"--strategy"_s, u"sma_crossover"_s}) << 2 << QByteArray("given twice");
    QTest::newRow("a parameter of either strategy") << on(u"good.csv"_s, {u"--strategy"_s, u"simple_ema"_s, u"--param"_s, u"period=5"_s}) << 2
                                                     << QByteArray("--param 'period=5': expected STRATEGY.NAME=VALUE");
    QTest::newRow("dollars beside rupees") << QStringList{u"--strategy"_s, u"sma_crossover"_s, u"--sizing"_s, u"fixed"_s, u"--data"_s,
                                                          u"A=good.csv"_s, u"--data"_s, u"NSE:B=good.csv"_s} << 2
                                           << QByteArray("A is priced in USD and NSE:B in INR: one account has one currency");
    QTest::newRow("neither data nor instrument") << rule << 2 << QByteArray("--data FILE or --instrument ID");
}

void TestBacktestVerb::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    write(u"column.csv"_s, "Date,Open,High,Low\n2024-01-02,1,2,1\n");
    write(u"text.csv"_s, "Date,Open,High,Low,Close\n2024-01-02,1,2,1,1\n2024-01-03,1,2,1,abc\n");
    write(u"empty.csv"_s, "");
    write(u"good.csv"_s, "Date,Open,High,Low,Close\n2024-01-02,1,2,1,1\n2024-01-03,1,2,1,1\n2024-01-04,1,2,1,1\n");
    const Ran ran = run(QStringList{u"backtest"_s, u"--report"_s, u"report.json"_s} + arguments);
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.error.contains(said), ran.error.constData());
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(!QFile::exists(m_folder->filePath(u"report.json"_s)));
}

void TestBacktestVerb::liveReplayMakesTheSameTrades()
{
    REQUIRE_SHARED(data, u"data/crypto_1m_binance_btcusdt/BTCUSDT-1m-2021-05.zip"_s);
    const QString profile = m_folder->filePath(u"profile"_s);
    const Ran live = run({u"trade"_s, u"--profile"_s, profile, u"--market"_s, u"crypto"_s, u"--capital"_s, u"10000"_s,
                          u"--strategies"_s, u"ema_crossover"_s, u"--replay"_s, data, u"--speed"_s, u"max"_s, u"--auto"_s, u"--json"_s});
    QCOMPARE(live.code, 0);
    const Ran past = run({u"backtest"_s, u"--profile"_s, profile, u"--strategy"_s, u"ema_crossover"_s, u"--capital"_s,
                          u"10000"_s, u"--data"_s, data, u"--json"_s, u"--no-equity"_s});
    QCOMPARE(past.code, 0);
    std::vector<double> livePrices;
    QString liveEquity;
    for (const QByteArray &line : live.out.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object[u"type"].toString() == u"fill")
            livePrices.push_back(object[u"price"].toString().toDouble());
        else if (object[u"type"].toString() == u"summary")
            liveEquity = object[u"equity"].toString();
    }
    std::vector<double> pastPrices;
    const QJsonArray trades = past.json()[u"trades"].toArray();
    for (const auto &trade : trades)
        pastPrices.insert(pastPrices.end(), {trade[u"entry_price"].toDouble(), trade[u"exit_price"].toDouble()});
    QVERIFY(trades.size() > 100);
    QCOMPARE(livePrices, pastPrices);
    QVERIFY(past.out.contains(QByteArray("\"final_equity\": ") + liveEquity.toLatin1() + ","));
}

QTEST_APPLESS_MAIN(TestBacktestVerb)
#include "tst_backtestverb.moc"
