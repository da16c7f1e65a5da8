#include "core/strategy/strategycatalogue.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

QJsonObject reference(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// Closes by column number of a CSV, quotes removed; only the close matters to this strategy.
BarColumns closesOf(const QString &path, int column, bool hasHeader)
{
    QFile file(path);
    BarColumns bars;
    if (!file.open(QIODevice::ReadOnly))
        return bars;
    if (hasHeader)
        file.readLine();
    for (std::int64_t day = 1; !file.atEnd(); ++day) {
        const double close = file.readLine().replace('"', "").split(',').value(column).toDouble();
        bars.append(BarPoint{Timestamp::fromSeconds(day * 86'400), close, close, close, close, 0});
    }
    return bars;
}

std::vector<SignalAt> signalsOf(const BarColumns &bars, int fast, int slow)
{
    const StrategyInfo *info = findStrategy(u"sma_crossover").value();
    ParameterSet parameters(*info);
    if (!parameters.set("fast", fast) || !parameters.set("slow", slow))
        return {};
    const auto strategy
        = makeStrategy(*info, parameters, {InstrumentId("TEST:X"sv), Timeframe::D1, &ExchangeCalendar::crypto()});
    std::vector<SignalAt> signalsAt;
    strategy->scan(bars, 0, bars.size(), signalsAt);
    return signalsAt;
}

} // namespace

/// The crosses of published backtests: a decision on bar t fills on bar t + 1, and the next one closes the trade.
class TestSmaCrossover : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTradeOfTheReference_data();
    void everyTradeOfTheReference();
    void tradeCountsOfTheOptimiserGrid();
};

void TestSmaCrossover::everyTradeOfTheReference_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("hasHeader");
    QTest::addColumn<int>("fast");
    QTest::addColumn<int>("slow");
    QTest::newRow("GOOG 10/20") << u"goog_10_20_spread"_s << u"data/us_daily/GOOG.csv"_s << 4 << true << 10 << 20;
    QTest::newRow("RELIANCE 20/50") << u"reliance_20_50_commission"_s << u"data/india_equity_daily/RELIANCE.csv"_s << 4 << false
                                    << 20 << 50;
}

void TestSmaCrossover::everyTradeOfTheReference()
{
    QFETCH(QString, name);
    QFETCH(QString, data);
    QFETCH(int, column);
    QFETCH(bool, hasHeader);
    QFETCH(int, fast);
    QFETCH(int, slow);
    REQUIRE_SHARED(json, u"reference/backtest_sma_cross.json"_s);
    REQUIRE_SHARED(csv, data);
    const BarColumns bars = closesOf(csv, column, hasHeader);
    const std::vector<SignalAt> found = signalsOf(bars, fast, slow);
    for (const QJsonValue &entry : reference(json)[u"cases"_s].toArray()) {
        const QJsonObject expected = entry.toObject();
        if (expected[u"name"_s].toString() != name)
            continue;
        QCOMPARE(int(bars.size()), expected[u"bars"_s].toInt());
        const QJsonArray trades = expected[u"trades"_s].toArray();
        QCOMPARE(trades.size(), expected[u"trade_count"_s].toInt());
        QVERIFY(found.size() > std::size_t(trades.size())); // the last one is open at the end
        for (int i = 0; i < trades.size(); ++i) {
            const QJsonObject trade = trades[i].toObject();
            QCOMPARE(int(found[std::size_t(i)].row) + 1, trade[u"entry_bar"_s].toInt());
            QCOMPARE(int(found[std::size_t(i) + 1].row) + 1, trade[u"exit_bar"_s].toInt());
            QCOMPARE(found[std::size_t(i)].signal.side == Side::Buy, trade[u"size"_s].toDouble() > 0);
        }
        QVERIFY(found.size() <= std::size_t(trades.size()) + 2);
        return;
    }
    QFAIL("the reference has no such case");
}

void TestSmaCrossover::tradeCountsOfTheOptimiserGrid()
{
    REQUIRE_SHARED(json, u"reference/backtest_sma_cross.json"_s);
    REQUIRE_SHARED(csv, u"data/us_daily/GOOG.csv"_s);
    const BarColumns bars = closesOf(csv, 4, true);
    int checked = 0;
    for (const QJsonValue &grid : reference(json)[u"optimizer_grid"_s][u"grids"_s].toArray()) {
        for (const QJsonValue &row : grid[u"rows"_s].toArray()) {
            const int fast = row[u"fast"_s].toInt();
            const int slow = row[u"slow"_s].toInt();
            std::vector<SignalAt> found = signalsOf(bars, fast, slow);
            // A cross on the last bar is never filled, and the position of the last filled one stays open.
            std::erase_if(found, [&bars](const SignalAt &at) { return at.row + 1 >= bars.size(); });
            QVERIFY2(int(found.size()) - 1 == row[u"trades"_s].toInt(),
                     qPrintable(u"%1/%2: %3 crosses"_s.arg(fast).arg(slow).arg(found.size())));
            ++checked;
        }
    }
    QCOMPARE(checked, 100);
}

QTEST_APPLESS_MAIN(TestSmaCrossover)
#include "tst_smacrossover.moc"
