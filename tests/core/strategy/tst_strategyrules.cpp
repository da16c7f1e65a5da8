#include "core/strategy/strategycatalogue.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

struct Setting {
    std::string_view name;
    double value;
};

std::unique_ptr<Strategy> make(QStringView id, std::initializer_list<Setting> settings, Timeframe timeframe = Timeframe::M5)
{
    const StrategyInfo *info = findStrategy(id).value();
    ParameterSet parameters(*info);
    for (const Setting &setting : settings) {
        if (const auto set = parameters.set(setting.name, setting.value); !set)
            throw Fault(set.error().detail);
    }
    return makeStrategy(*info, parameters, {InstrumentId("TEST:X"sv), timeframe, &ExchangeCalendar::crypto()});
}

/// Feeds bars five minutes apart and keeps what was said on which bar.
class Tape {
public:
    explicit Tape(std::unique_ptr<Strategy> strategy, Timestamp start = utcMidnight(2024, 3, 4))
        : m_strategy(std::move(strategy)), m_time(start)
    {
    }

    /// A bar that opened, closed and stayed at one price.
    Tape &close(double price, double volume = 100) { return bar(price, price, price, volume); }
    Tape &closes(std::initializer_list<double> prices)
    {
        for (const double price : prices)
            close(price);
        return *this;
    }
    Tape &flat(int count, double price)
    {
        while (count-- > 0)
            close(price);
        return *this;
    }
    Tape &bar(double high, double low, double close, double volume = 100)
    {
        m_time = m_time + std::chrono::minutes(5);
        if (auto signal = m_strategy->onBar({m_time, close, high, low, close, volume})) {
            m_said += u"%1%2 "_s.arg(QChar(signal->side == Side::Buy ? u'B' : u'S')).arg(m_count);
            m_last = *signal;
        }
        ++m_count;
        return *this;
    }

    /// `B14 S15`: bought on bar 14, sold on bar 15 (counted from 0).
    QString said() const { return m_said.trimmed(); }
    const TradeSignal &last() const { return m_last; }
    const Strategy &strategy() const { return *m_strategy; }

private:
    std::unique_ptr<Strategy> m_strategy;
    Timestamp m_time;
    int m_count = 0;
    QString m_said;
    TradeSignal m_last;
};

bool isNear(double a, double b) { return std::fabs(a - b) < 1e-9; }

} // namespace

/// Each rule on bars made by hand.
class TestStrategyRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smaCrossover();
    void smaCrossoverWantsBothSidesStrict();
    void emaCrossover();
    void emaCrossoverWantsVolume();
    void simpleEma();
    void bollingerReversion();
    void macdMomentum();
    void trendFollowing();
    void superTrendEma();
    void fourConfirmations();
    void intradayShort_data();
    void intradayShort();
    void liveMomentumFromTheTape();
    void liveMomentumForgetsAfterAHole();
};

void TestStrategyRules::smaCrossover()
{
    // SMA 1 is the close. SMA 3: bar 2: 9, bar 3: 29/3, bar 4: 25/3.
    Tape tape(make(u"sma_crossover", {{"fast", 1}, {"slow", 3}}));
    QCOMPARE(tape.strategy().warmUpBars(), 3);
    tape.closes({10, 9, 8, 12, 5, 4});
    QCOMPARE(tape.said(), u"B3 S4"_s);
    QVERIFY(std::isnan(tape.last().stop) && std::isnan(tape.last().target));
    QCOMPARE(tape.last().reasons.all().size(), std::size_t(2));
    QVERIFY(isNear(tape.last().reasons.all()[1].value, 5 - 25.0 / 3));
}

void TestStrategyRules::smaCrossoverWantsBothSidesStrict()
{
    // With 1 and 2 the spread is half the change: −, 0, + has no bar that was below before and is above now.
    QCOMPARE(Tape(make(u"sma_crossover", {{"fast", 1}, {"slow", 2}})).closes({10, 9, 9, 10}).said(), QString());
    QCOMPARE(Tape(make(u"sma_crossover", {{"fast", 1}, {"slow", 2}})).closes({10, 9, 10, 9}).said(), u"B2 S3"_s);
}

void TestStrategyRules::emaCrossover()
{
    // Slow EMA 3 has gain ½: 10 → 10.5 on a close of 11. Volume 300 against (100 + 300) / 2 is 1.5. The ATR is seeded on
    // bar 14 with thirteen ranges of 0 and one of 1.
    Tape tape(make(u"ema_crossover", {{"fast", 1}, {"slow", 3}, {"volume_period", 2}}));
    tape.flat(14, 10).close(11, 300);
    QCOMPARE(tape.said(), u"B14"_s);
    QVERIFY(isNear(tape.last().stop, 11 - 2.0 / 14));
    QVERIFY(isNear(tape.last().target, 11 + 3.0 / 14));
    QVERIFY(isNear(tape.last().confidence, 20 + 40 + 40 * 0.15)); // separation 7 ATRs; (1.5 − 1.2) / 2
    tape.close(9, 500);
    QCOMPARE(tape.said(), u"B14 S15"_s);
}

void TestStrategyRules::emaCrossoverWantsVolume()
{
    Tape quiet(make(u"ema_crossover", {{"fast", 1}, {"slow", 3}, {"volume_period", 2}}));
    quiet.flat(14, 10).close(11, 100);
    QCOMPARE(quiet.said(), QString());
    const ReasonList buy = quiet.strategy().conditions().at(0);
    QVERIFY(buy.all()[0].isMet && buy.all()[1].isMet && !buy.all()[2].isMet);
    // A threshold of 0 accepts data without volume.
    Tape index(make(u"ema_crossover", {{"fast", 1}, {"slow", 3}, {"volume_ratio", 0}}));
    for (int i = 0; i < 20; ++i)
        index.close(10, 0);
    QCOMPARE(index.close(11, 0).said(), u"B20"_s);
}

void TestStrategyRules::simpleEma()
{
    // EMA 2 has gain ⅔: 10 → 10⅔ → 10 2/9.
    Tape tape(make(u"simple_ema", {{"period", 2}, {"stop_atr", 0}, {"target_atr", 0}}));
    tape.flat(14, 10).closes({11, 10, 10});
    QCOMPARE(tape.said(), u"B14 S15"_s);
    QVERIFY(std::isnan(tape.last().stop) && std::isnan(tape.last().target));
}

void TestStrategyRules::bollingerReversion()
{
    // Falling by ten every bar: with two bars and half a deviation the lower band is at the close + 2.5, the RSI is 0.
    // Then 110 → 111: the band is at 110.25, so the close is back inside.
    Tape tape(make(u"bollinger_reversion", {{"period", 2}, {"width", 0.5}}));
    for (int i = 0; i < 16; ++i)
        tape.close(260 - 10 * i);
    QCOMPARE(tape.said(), QString());
    tape.close(111);
    QCOMPARE(tape.said(), u"B16"_s);
    QVERIFY(isNear(tape.last().stop, 111 - 2 * (10 * 13 + 1) / 14.0)); // ranges of 10, then one of 1
    QVERIFY(std::isnan(tape.last().target));                           // the middle band, 110.5, is behind
    QVERIFY(isNear(tape.last().confidence, 25 + 40 * 0.5 + 35));       // half a deviation outside, RSI 30 below its limit
}

void TestStrategyRules::macdMomentum()
{
    // Fast 1 is the close, slow 3 has gain ½, signal 2 has gain ⅔. Close 12: line 1, signal ⅔, histogram ⅓. Again 12: line
    // ½, signal 5/9, histogram below 0 but the line above: silent. Then 8: the histogram was below 0 already: silent.
    Tape tape(make(u"macd_momentum", {{"fast", 1}, {"slow", 3}, {"signal", 2}}));
    tape.flat(16, 10).closes({12, 12, 8});
    QCOMPARE(tape.said(), u"B16"_s);
}

void TestStrategyRules::trendFollowing()
{
    // A climb of ones breaks the channel on every bar, so none is the first; after a rest, 21 breaks 20. ADX(2) by then:
    // +DM 1.125, −DM 0.125, DX 80, ADX (25 + 80) / 2 = 52.5.
    const auto climb = [](double adxMin) {
        Tape tape(make(u"trend_following",
                       {{"channel", 3}, {"fast", 2}, {"slow", 3}, {"adx_period", 2}, {"adx_min", adxMin}}));
        for (int price = 1; price <= 20; ++price)
            tape.close(price);
        tape.closes({19, 19, 21});
        return tape.said();
    };
    QCOMPARE(climb(52), u"B22"_s);
    QCOMPARE(climb(53), QString());
}

void TestStrategyRules::superTrendEma()
{
    // Falling, then a rise that carries the close through the bands and the average; flat ranges of one.
    Tape tape(make(u"supertrend_ema", {{"atr_period", 2}, {"multiplier", 1}, {"ema", 3}, {"reward", 2}}));
    for (int i = 0; i < 10; ++i)
        tape.close(100 - i);
    const QString falling = tape.said();
    QVERIFY(!falling.contains(u'B'));
    for (int i = 0; i < 10; ++i)
        tape.close(92 + i);
    const QString rising = tape.said().mid(falling.size());
    // Bar 10 (92): the upper band came down to the close before + 1 = 92 and is not broken; bar 11 (93) breaks it.
    QCOMPARE(rising.trimmed(), u"B11"_s);
    QVERIFY(tape.last().stop < 93 && isNear(tape.last().target, 93 + 2 * (93 - tape.last().stop)));
}

void TestStrategyRules::fourConfirmations()
{
    Tape tape(make(u"supertrend_macd_rsi_ema",
                   {{"atr_period", 2}, {"multiplier", 1}, {"macd_fast", 2}, {"macd_slow", 4}, {"macd_signal", 2},
                    {"rsi_period", 3}, {"ema", 3}}));
    for (int i = 0; i < 12; ++i)
        tape.close(100 - i);
    const QString falling = tape.said();
    QVERIFY(!falling.contains(u'B'));
    for (int i = 0; i < 8; ++i)
        tape.close(92 + 2 * i);
    QCOMPARE(tape.said().mid(falling.size()).count(u'B'), 1); // on the bar the last one joined, and not again
    QVERIFY(tape.last().reasons.areAllMet());
    QCOMPARE(tape.last().reasons.all().size(), std::size_t(5));
    QVERIFY(tape.last().confidence >= 40);
}

void TestStrategyRules::intradayShort_data()
{
    QTest::addColumn<double>("swingHigh");
    QTest::addColumn<double>("breakClose");
    QTest::addColumn<double>("breakVolume");
    QTest::addColumn<QString>("said");
    QTest::newRow("breaks the range low after a lower high") << 103.0 << 99.0 << 400.0 << u"S26"_s;
    QTest::newRow("the swing high is the day's high") << 106.0 << 99.0 << 400.0 << QString();
    QTest::newRow("the close stays in the range") << 103.0 << 100.0 << 400.0 << QString();
    QTest::newRow("without volume") << 103.0 << 99.0 << 100.0 << QString();
}

void TestStrategyRules::intradayShort()
{
    QFETCH(double, swingHigh);
    QFETCH(double, breakClose);
    QFETCH(double, breakVolume);
    QFETCH(QString, said);
    // The last twenty bars of a day warm the averages; then 15 minutes of opening range with its low at 100.
    Tape tape(make(u"intraday_short", {{"volume_period", 2}}), utcMidnight(2024, 3, 4) + std::chrono::hours(24) - std::chrono::minutes(100));
    tape.flat(20, 102);
    tape.bar(105, 101, 104).bar(103, 100, 102).bar(102, 100, 101); // bars 20 to 22
    tape.bar(swingHigh, 100, 102).bar(101, 100, 100.5).bar(101, 100, 100.5);
    tape.bar(100.5, breakClose - 0.5, breakClose, breakVolume);    // bar 26
    QCOMPARE(tape.said(), said);
    if (!said.isEmpty()) {
        QCOMPARE(tape.last().stop, 103.0);
        QCOMPARE(tape.last().target, 99 - 2 * 4.0);
        QCOMPARE(tape.strategy().conditions().size(), std::size_t(1));
    }
}

namespace {

std::optional<TradeSignal> print(Strategy &strategy, double seconds, double price, double quantity)
{
    TapeTrade trade;
    trade.time = utcMidnight(2024, 3, 4) + Duration(std::int64_t(seconds * 1e9));
    trade.price = Price::fromDouble(price);
    trade.quantity = Quantity::fromDouble(quantity);
    return strategy.onTrade(trade);
}

} // namespace

void TestStrategyRules::liveMomentumFromTheTape()
{
    // One print per twelfth of a minute between 100 and 100.01; then up 1 % on fifty times the quantity.
    const auto strategy = make(u"live_momentum", {});
    int second = 0;
    for (int i = 0; i < 60; ++i, second += 5)
        QVERIFY(!print(*strategy, second, i % 2 == 0 ? 100 : 100.01, 1));
    const auto up = print(*strategy, second, 101, 50);
    QVERIFY(up.has_value());
    QVERIFY(up->side == Side::Buy);
    QCOMPARE(up->referencePrice, 101.0);
    QVERIFY(up->reasons.areAllMet());
    QVERIFY(isNear(up->reasons.all()[0].value, 1.0)); // against 100, one minute ago
    QVERIFY(isNear(up->reasons.all()[2].value, (11 + 50) / 12.0));
    QVERIFY(up->stop < 101 && up->target > 101);
    // Quiet for a window, though the move is still there.
    QVERIFY(!print(*strategy, second + 1, 101.5, 50));
    QVERIFY(!print(*strategy, second + 55, 102.5, 50));
    QVERIFY(print(*strategy, second + 60, 103.5, 50).has_value());
    // Bars say nothing once there is a tape.
    QVERIFY(!strategy->onBar({utcMidnight(2024, 3, 5), 200, 200, 200, 200, 1e6}));
}

void TestStrategyRules::liveMomentumForgetsAfterAHole()
{
    const auto strategy = make(u"live_momentum", {});
    for (int i = 0; i < 60; ++i)
        QVERIFY(!print(*strategy, i * 5, i % 2 == 0 ? 100 : 100.01, 1));
    QVERIFY(!print(*strategy, 3'600, 120, 50)); // an hour later: nothing to compare with
    QVERIFY(!print(*strategy, 3'605, 130, 50));
}

QTEST_APPLESS_MAIN(TestStrategyRules)
#include "tst_strategyrules.moc"
