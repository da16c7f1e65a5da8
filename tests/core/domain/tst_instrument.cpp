#include "core/domain/instrument.h"
#include "core/domain/signal.h"
#include "core/domain/timeframe.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(bellwether::Rounding)
Q_DECLARE_METATYPE(bellwether::Side)

class TestInstrument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundsToTick_data();
    void roundsToTick();
    void roundsToLot();
    void notionalKnowsTheMultiplier();
    void decimalsOfTickAndLot();
    void stepsMustBeSet();
    void timeframesByName();
    void reasonsSayWhatHolds();
};

void TestInstrument::roundsToTick_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<Rounding>("rounding");
    QTest::addColumn<Side>("side");
    QTest::addColumn<QString>("rounded"); // tick 0.05
    QTest::newRow("on the tick stays") << u"100.05"_s << Rounding::Up << Side::Buy << u"100.05"_s;
    QTest::newRow("nearest, below the middle") << u"100.07"_s << Rounding::Nearest << Side::Buy << u"100.05"_s;
    QTest::newRow("nearest, the middle goes up") << u"100.075"_s << Rounding::Nearest << Side::Buy << u"100.1"_s;
    QTest::newRow("down") << u"100.09999999"_s << Rounding::Down << Side::Sell << u"100.05"_s;
    QTest::newRow("up") << u"100.05000001"_s << Rounding::Up << Side::Buy << u"100.1"_s;
    QTest::newRow("a buy never improves upward") << u"100.09"_s << Rounding::TowardPassive << Side::Buy << u"100.05"_s;
    QTest::newRow("a sale never improves downward") << u"100.06"_s << Rounding::TowardPassive << Side::Sell << u"100.1"_s;
    QTest::newRow("down of a negative spread") << u"-0.01"_s << Rounding::Down << Side::Buy << u"-0.05"_s;
}

void TestInstrument::roundsToTick()
{
    QFETCH(QString, price);
    QFETCH(Rounding, rounding);
    QFETCH(Side, side);
    QFETCH(QString, rounded);
    Instrument share;
    share.tickSize = *parsePrice(u"0.05");
    const Price result = share.roundToTick(*parsePrice(price), rounding, side);
    QCOMPARE(toString(result), rounded);
    QVERIFY(share.isOnTick(result));
    QCOMPARE(toString(share.roundToTick(parsePrice(price)->toDouble(), rounding, side)), rounded);
}

void TestInstrument::roundsToLot()
{
    Instrument coin;
    coin.lotSize = *parseQuantity(u"0.001");
    coin.quantityMin = *parseQuantity(u"0.01");
    QCOMPARE(toString(coin.roundToLot(*parseQuantity(u"1.2349"))), u"1.234"_s);
    QCOMPARE(toString(coin.roundToLot(*parseQuantity(u"0.01"))), u"0.01"_s);
    QCOMPARE(toString(coin.roundToLot(*parseQuantity(u"0.0099"))), u"0"_s); // below the minimum
    QVERIFY(coin.isOnLot(*parseQuantity(u"0.005")));
    QVERIFY(!coin.isOnLot(*parseQuantity(u"0.0005")));
}

void TestInstrument::notionalKnowsTheMultiplier()
{
    Instrument future;
    future.currency = Currency(std::string_view("INR"));
    future.multiplier = 65;
    QCOMPARE(toString(future.notional(*parsePrice(u"25000.05"), *parseQuantity(u"2"))), u"3250006.5 INR"_s);
}

void TestInstrument::decimalsOfTickAndLot()
{
    Instrument instrument;
    instrument.tickSize = *parsePrice(u"0.05");
    instrument.lotSize = *parseQuantity(u"1");
    QCOMPARE(instrument.priceDecimals(), 2);
    QCOMPARE(instrument.quantityDecimals(), 0);
    instrument.tickSize = *parsePrice(u"0.00000001");
    QCOMPARE(instrument.priceDecimals(), 8);
}

void TestInstrument::stepsMustBeSet()
{
    Instrument instrument;
    instrument.tickSize = {};
    instrument.lotSize = {};
    QVERIFY_EXCEPTION_THROWN(instrument.roundToTick(Price::fromInt(1), Rounding::Down), Fault);
    QVERIFY_EXCEPTION_THROWN(instrument.roundToLot(Quantity::fromInt(1)), Fault);
}

void TestInstrument::timeframesByName()
{
    for (const Timeframe timeframe : allTimeframes)
        QVERIFY(parseTimeframe(toString(timeframe)).value() == timeframe);
    QCOMPARE(durationOf(Timeframe::H4), Duration(std::chrono::hours(4)));
    QVERIFY(isIntraday(Timeframe::H4));
    QVERIFY(!isIntraday(Timeframe::D1));
    for (const QString &text : {u""_s, u"1"_s, u"2m"_s, u"1M"_s, u"1d "_s}) {
        const auto timeframe = parseTimeframe(text);
        QVERIFY(!timeframe);
        QVERIFY(timeframe.error().detail.contains(u"1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w"_s));
    }
}

void TestInstrument::reasonsSayWhatHolds()
{
    ReasonList reasons;
    reasons.add("volume ratio", 1.43, Comparison::AtLeast, 1.2);
    QVERIFY(reasons.areAllMet());
    QCOMPARE(toString(reasons.all()[0]), u"volume ratio 1.43 ≥ 1.2"_s);
    reasons.add("RSI", std::nan(""), Comparison::Below, 30); // I16: NaN decides nothing
    QVERIFY(!reasons.areAllMet());
    for (int i = 0; i < 20; ++i)
        reasons.add("more", 1, Comparison::Above, 0);
    QCOMPARE(reasons.all().size(), std::size_t(8));
    QCOMPARE(signalLifetime(StrategyCategory::ShortTerm), Duration(std::chrono::hours(2)));
    QVERIFY(!parseStrategyCategory(u"swing"));
}

QTEST_APPLESS_MAIN(TestInstrument)
#include "tst_instrument.moc"
