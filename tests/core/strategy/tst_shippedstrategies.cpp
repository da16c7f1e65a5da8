#include "core/base/rng.h"
#include "core/strategy/strategycatalogue.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

Q_DECLARE_METATYPE(const bellwether::StrategyInfo *)

namespace {

const StrategyContext context{InstrumentId("TEST:X"sv), Timeframe::M5, &ExchangeCalendar::crypto()};

std::unique_ptr<Strategy> make(const StrategyInfo &info) { return makeStrategy(info, ParameterSet(info), context); }

// Five-minute bars that trend, range and jump, so that every rule finds its case; volume comes in bursts.
BarColumns market(std::uint64_t seed, std::size_t count)
{
    Rng rng(seed);
    BarColumns bars;
    double close = 100;
    double drift = 0;
    double noise = 0.002;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 150 == 0) {
            drift = 0.0006 * rng.normal();
            noise = 0.0005 + 0.003 * rng.uniform();
        }
        const double open = close;
        const double shock = rng.below(100) == 0 ? 0.01 * rng.normal() : 0;
        close = std::max(1.0, std::round(close * (1 + drift + noise * rng.normal() + shock) * 100) / 100);
        const double high = std::max(open, close) * (1 + noise * rng.uniform());
        const double low = std::min(open, close) * (1 - noise * rng.uniform());
        bars.append(BarPoint{Timestamp::fromSeconds(std::int64_t(i + 1) * 300), open, high, low, close,
                             std::floor(1'000 * (0.2 + rng.uniform() + (shock != 0 ? 8 : 0)))});
    }
    return bars;
}

bool isSame(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool isSame(const TradeSignal &a, const TradeSignal &b)
{
    return a.strategy == b.strategy && a.instrument == b.instrument && a.time == b.time && a.side == b.side
        && a.referencePrice == b.referencePrice && isSame(a.stop, b.stop) && isSame(a.target, b.target)
        && a.confidence == b.confidence && a.reasons.all().size() == b.reasons.all().size();
}

} // namespace

/// What holds for every shipped strategy on any data.
class TestShippedStrategies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signalsAreWellFormed_data() { eachStrategy(); }
    void signalsAreWellFormed();
    void scanGivesWhatOnBarGives_data() { eachStrategy(); }
    void scanGivesWhatOnBarGives();
    void speaksExactlyWhenAllConditionsAreMet_data() { eachStrategy(); }
    void speaksExactlyWhenAllConditionsAreMet();
    void badNumbersNeverDecide_data() { eachStrategy(); }
    void badNumbersNeverDecide();
    void flatMarketIsSilent_data() { eachStrategy(); }
    void flatMarketIsSilent();

private:
    static void eachStrategy()
    {
        QTest::addColumn<const StrategyInfo *>("info");
        for (const StrategyInfo *info : shippedStrategies())
            QTest::newRow(info->id.data()) << info;
    }
};

void TestShippedStrategies::signalsAreWellFormed()
{
    QFETCH(const StrategyInfo *, info);
    std::size_t buys = 0;
    std::size_t sells = 0;
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
        const BarColumns bars = market(seed, 20'000);
        const auto strategy = make(*info);
        std::vector<SignalAt> found;
        strategy->scan(bars, 0, bars.size(), found);
        for (const auto &[row, signal] : found) {
            QVERIFY(row >= std::size_t(strategy->warmUpBars()));
            QVERIFY(signal.strategy.view() == info->id);
            QVERIFY(signal.instrument == context.instrument);
            QVERIFY(signal.timeframe == context.timeframe);
            QVERIFY(signal.category == info->category);
            QVERIFY(signal.time == bars.closeTime[row]);
            QCOMPARE(signal.referencePrice, bars.close[row]);
            QVERIFY2(signal.confidence >= 0 && signal.confidence <= 100, qPrintable(QString::number(signal.confidence)));
            QVERIFY(signal.reasons.all().size() >= 2);
            QVERIFY(signal.reasons.areAllMet());
            const int sign = signOf(signal.side);
            QVERIFY(std::isnan(signal.stop) || (signal.referencePrice - signal.stop) * sign > 0);
            QVERIFY(std::isnan(signal.target) || (signal.target - signal.referencePrice) * sign > 0);
            ++(signal.side == Side::Buy ? buys : sells);
        }
    }
    // The market above holds cases of every rule.
    QVERIFY2(sells > 3, qPrintable(u"%1 sells"_s.arg(sells)));
    QVERIFY2(info->id == "intraday_short" ? buys == 0 : buys > 3, qPrintable(u"%1 buys"_s.arg(buys)));
}

void TestShippedStrategies::scanGivesWhatOnBarGives()
{
    QFETCH(const StrategyInfo *, info);
    for (const std::uint64_t seed : {5u, 6u}) {
        const BarColumns bars = market(seed, 10'000);
        std::vector<SignalAt> oneByOne;
        const auto byBar = make(*info);
        byBar->Strategy::scan(bars, 0, bars.size(), oneByOne); // the plain loop over onBar
        std::vector<SignalAt> inParts;
        const auto byScan = make(*info);
        for (std::size_t from = 0; from < bars.size(); from += 617)
            byScan->scan(bars, from, std::min(from + 617, bars.size()), inParts);
        QCOMPARE(inParts.size(), oneByOne.size());
        for (std::size_t i = 0; i < inParts.size(); ++i)
            QVERIFY(inParts[i].row == oneByOne[i].row && isSame(inParts[i].signal, oneByOne[i].signal));
    }
}

void TestShippedStrategies::speaksExactlyWhenAllConditionsAreMet()
{
    QFETCH(const StrategyInfo *, info);
    const BarColumns bars = market(9, 20'000);
    const auto strategy = make(*info);
    for (std::size_t row = 0; row < bars.size(); ++row) {
        const auto signal = strategy->onBar(bars.point(row));
        if (row < std::size_t(strategy->warmUpBars())) {
            QVERIFY(!signal);
            continue;
        }
        const std::vector<ReasonList> lists = strategy->conditions();
        QVERIFY(!lists.empty());
        const bool isMet = std::any_of(lists.begin(), lists.end(), [](const ReasonList &list) { return list.areAllMet(); });
        QVERIFY2(signal.has_value() == isMet, qPrintable(u"bar %1"_s.arg(row)));
    }
}

void TestShippedStrategies::badNumbersNeverDecide()
{
    QFETCH(const StrategyInfo *, info);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const BarColumns bars = market(10, 5'000);
    const auto strategy = make(*info);
    for (std::size_t row = 0; row < bars.size(); ++row) {
        BarPoint bar = bars.point(row);
        if (row % 7 == 0)
            bar = {bar.closeTime, nan, nan, nan, nan, nan};
        const auto signal = strategy->onBar(bar);
        if (row % 7 == 0)
            QVERIFY(!signal);
        if (signal) {
            for (const Reason &reason : signal->reasons.all())
                QVERIFY(!std::isnan(reason.value) && !std::isnan(reason.threshold));
        }
    }
}

void TestShippedStrategies::flatMarketIsSilent()
{
    QFETCH(const StrategyInfo *, info);
    const auto strategy = make(*info);
    for (std::int64_t i = 1; i < 2'000; ++i)
        QVERIFY(!strategy->onBar({Timestamp::fromSeconds(i * 300), 64.1, 64.1, 64.1, 64.1, 10}));
}

QTEST_APPLESS_MAIN(TestShippedStrategies)
#include "tst_shippedstrategies.moc"
