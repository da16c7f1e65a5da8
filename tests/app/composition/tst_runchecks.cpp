#include "app/composition/runchecks.h"

#include <QTest>

#include <cmath>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const StrategyInfo info{.id = "wave", .title = "Wave", .help = "", .category = StrategyCategory::LongTerm, .parameters = {}};

TradeSignal signalOf(Side side, const BarPoint &bar)
{
    TradeSignal signal;
    signal.side = side;
    signal.time = bar.closeTime;
    signal.referencePrice = bar.close;
    signal.confidence = 50;
    return signal;
}

/// Buys after five bars up and sells after five down: what has been.
class Follower : public Strategy {
public:
    const StrategyInfo &info() const override { return ::info; }
    int warmUpBars() const override { return 5; }
    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        m_run = bar.close > m_last ? std::max(1, m_run + 1) : std::min(-1, m_run - 1);
        m_last = bar.close;
        if (std::abs(m_run) != 5)
            return {};
        return signalOf(m_run > 0 ? Side::Buy : Side::Sell, bar);
    }

private:
    double m_last = 0;
    int m_run = 0;
};

/// Buys before a bar that closes higher and sells before one that closes lower: what will be.
class Cheat final : public Follower {
public:
    explicit Cheat(std::size_t ahead) : m_ahead(ahead) {}
    void scan(const BarColumns &bars, std::size_t first, std::size_t last, std::vector<SignalAt> &out) override
    {
        for (std::size_t row = first; row < last; row += 3)
            if (row + m_ahead < bars.size())
                out.push_back({row, signalOf(bars.close[row + m_ahead] > bars.close[row] ? Side::Buy : Side::Sell, bars.point(row))});
    }

private:
    const std::size_t m_ahead;
};

/// Looks at the extremes of all the data to place its stop: what a normalised feature does.
class Scaler final : public Follower {
public:
    void scan(const BarColumns &bars, std::size_t first, std::size_t last, std::vector<SignalAt> &out) override
    {
        Follower::scan(bars, first, last, out);
        const double lowest = *std::min_element(bars.close.begin(), bars.close.end());
        for (SignalAt &at : out)
            at.signal.stop = lowest;
    }
};

/// A wave that drifts down, so that the lowest close comes last.
PreparedBacktest aWave()
{
    auto bars = std::make_shared<BarColumns>();
    for (int i = 0; i < 2'000; ++i) {
        const double close = 200 + 10 * std::sin(double(i) / 11) - 0.02 * i;
        bars->append(BarPoint{utcMidnight(2024, 1, 1) + std::chrono::minutes(i + 1), close, close, close, close, 1});
    }
    PreparedBacktest prepared{.plan = {}, .legs = {{.bars = bars, .firstRow = 100, .lastRow = 2'000}}, .parameters = ParameterSet(info)};
    prepared.strategies = {RunStrategy{&info, ParameterSet(info)}};
    return prepared;
}

template <typename Kind, typename... Arguments> StrategyMaker makerOf(Arguments... arguments)
{
    return [=](const RunStrategy &, const RunLeg &) { return std::make_unique<Kind>(arguments...); };
}

} // namespace

class TestRunChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoFollowsThePastPasses();
    void whoReadsTheFutureIsCaught_data();
    void whoReadsTheFutureIsCaught();
    void theFirstMovedSignalIsNamed();
    void whoScalesByAllTheDataIsCaught();
};

void TestRunChecks::whoFollowsThePastPasses()
{
    const LookAheadCheck check = checkLookAhead(aWave(), makerOf<Follower>());
    QVERIFY(check.compared > 100);
    QVERIFY2(check.isGood(), qPrintable(toString(check)));
    QVERIFY(toString(check).startsWith(u"look-ahead: none"_s));
}

void TestRunChecks::whoReadsTheFutureIsCaught_data()
{
    QTest::addColumn<int>("ahead");
    QTest::newRow("three bars ahead, as often as it decides") << 3;
    QTest::newRow("ten bars ahead") << 10;
    QTest::newRow("a hundred bars ahead") << 100;
}

void TestRunChecks::whoReadsTheFutureIsCaught()
{
    QFETCH(int, ahead);
    const LookAheadCheck check = checkLookAhead(aWave(), makerOf<Cheat>(std::size_t(ahead)));
    QVERIFY(!check.isGood());
    // At each of eight cuts it cannot say what it said: a signal every three bars, over so many bars.
    QVERIFY2(check.moved >= std::size_t(8 * (ahead / 3)), qPrintable(QString::number(check.moved)));
    QVERIFY2(toString(check).contains(u"change when later bars are cut off"_s), qPrintable(toString(check)));
}

void TestRunChecks::theFirstMovedSignalIsNamed()
{
    // 1,900 tested rows from 100 on: the first cut ends the data after row 100 + 1900 / 9 = 311. The last signal that
    // knows three bars more there is on row 306 (309 has no bar 312), so that on row 309 is the first to go.
    const LookAheadCheck check = checkLookAhead(aWave(), makerOf<Cheat>(std::size_t(3)));
    QVERIFY(check.firstMoved == utcMidnight(2024, 1, 1) + std::chrono::minutes(310));
}

void TestRunChecks::whoScalesByAllTheDataIsCaught()
{
    const LookAheadCheck check = checkLookAhead(aWave(), makerOf<Scaler>());
    QVERIFY(!check.isGood());
    QCOMPARE(check.moved, check.compared); // every stop was another one
}

QTEST_APPLESS_MAIN(TestRunChecks)
#include "tst_runchecks.moc"
