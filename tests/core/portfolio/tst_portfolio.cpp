#include "core/base/rng.h"
#include "core/portfolio/portfolio.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"


using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

/// What the invariant I09 says, to the last unit of 1e-8.
bool isBalanced(const Portfolio &portfolio)
{
    Money held = Money::zero(portfolio.cash().currency);
    for (const auto &[key, position] : portfolio.books())
        held += position.marketValue(portfolio.markOf(key.instrument), key.instrument == aCoin().id ? aCoin() : aShare());
    return portfolio.cash() + held == portfolio.equity()
        && portfolio.realizedPnl() + portfolio.unrealizedPnl() - portfolio.commission() == portfolio.equity() - portfolio.startingCash();
}

Fill randomFill(Rng &rng, const Instrument &instrument, int number)
{
    Fill fill = aFill();
    fill.instrument = instrument.id;
    fill.strategy = StrategyId(std::string_view(rng.below(2) == 0 ? "alpha" : "beta"));
    fill.side = rng.below(2) == 0 ? Side::Buy : Side::Sell;
    fill.lastPrice = Price::fromRaw(std::int64_t(1 + rng.below(50'000)) * instrument.tickSize.raw());
    fill.lastQuantity = Quantity::fromRaw(std::int64_t(1 + rng.below(5'000)) * instrument.lotSize.raw());
    fill.commission = {FixedPoint<MoneyTag>::fromRaw(std::int64_t(rng.below(1'000'000'000))), instrument.currency};
    fill.venueTradeId = QString::number(number);
    return fill;
}

} // namespace

class TestPortfolio : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void positionByHand_data();
    void positionByHand();
    void flipOpensTheRestAtItsOwnPrice();
    void cashAndEquityByHand();
    void booksOfStrategiesStayApart();
    void tradeIdCountsOnce();
    void randomFillsBalance_data();
    void randomFillsBalance();
    void oddFractionsBalanceThroughFlips();
    void splittingAFillChangesNothing();
    void averageLiesBetweenItsFills();
};

// Average cost by hand: `fills` is a list of signed quantity @ price.
void TestPortfolio::positionByHand_data()
{
    QTest::addColumn<QStringList>("fills");
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("average");
    QTest::addColumn<QString>("realized");
    QTest::newRow("one buy costs its price") << QStringList{u"10@100"_s} << u"10"_s << u"100"_s << u"0"_s;
    // (10×100 + 30×120) ÷ 40 = 115
    QTest::newRow("two buys average by quantity") << QStringList{u"10@100"_s, u"30@120"_s} << u"40"_s << u"115"_s << u"0"_s;
    // 15 × (130 − 115) = 225
    QTest::newRow("a partial close realises its share and keeps the average")
        << QStringList{u"10@100"_s, u"30@120"_s, u"-15@130"_s} << u"25"_s << u"115"_s << u"225"_s;
    QTest::newRow("a full close leaves nothing") << QStringList{u"10@100"_s, u"-10@90"_s} << u"0"_s << u"0"_s << u"-100"_s;
    QTest::newRow("a short gains as the price falls") << QStringList{u"-10@100"_s, u"4@90"_s} << u"-6"_s << u"100"_s << u"40"_s;
    QTest::newRow("a short that covers higher loses") << QStringList{u"-10@100"_s, u"10@103.5"_s} << u"0"_s << u"0"_s << u"-35"_s;
    // Closes 10 at +5 each, then opens 15 short at 105.
    QTest::newRow("a sale beyond the holding flips to a short") << QStringList{u"10@100"_s, u"-25@105"_s} << u"-15"_s << u"105"_s << u"50"_s;
    QTest::newRow("a buy beyond a short flips to a long") << QStringList{u"-10@100"_s, u"25@105"_s} << u"15"_s << u"105"_s << u"-50"_s;
}

void TestPortfolio::positionByHand()
{
    QFETCH(const QStringList, fills);
    const Instrument share = aShare();
    Position position(share.currency);
    for (const QString &text : fills) {
        const auto parts = text.split(u'@');
        Fill fill = aFill();
        const Quantity signedSize = *parseQuantity(parts[0]);
        fill.side = signedSize.isNegative() ? Side::Sell : Side::Buy;
        fill.lastQuantity = signedSize.magnitude();
        fill.lastPrice = *parsePrice(parts[1]);
        position.apply(fill, share);
    }
    QTEST(toString(position.quantity()), "held");
    QTEST(toString(position.averagePrice(share)), "average");
    QTEST(toString(position.realizedPnl().amount), "realized");
    if (position.isFlat())
        COMPARE(position.unrealizedPnl(price(u"77"), share), usdt(u"0")); // I10
}

void TestPortfolio::flipOpensTheRestAtItsOwnPrice()
{
    const Instrument share = aShare();
    Position position(share.currency);
    position.apply(aFill().buy(u"10").at(u"100"), share);
    const auto outcome = position.apply(aFill().sell(u"25").at(u"105"), share);
    COMPARE(outcome.closed, quantity(u"10"));
    COMPARE(outcome.opened, quantity(u"15"));
    COMPARE(outcome.realizedPnl, usdt(u"50"));
    COMPARE(position.side(), Side::Sell);
    COMPARE(position.unrealizedPnl(price(u"100"), share), usdt(u"75")); // 15 × (105 − 100)
}

void TestPortfolio::cashAndEquityByHand()
{
    const Instrument share = aShare();
    Portfolio portfolio(usdt(u"1000"));
    portfolio.apply(aFill().buy(u"4").at(u"100").costing(u"1.5"), share);
    COMPARE(portfolio.cash(), usdt(u"598.5"));     // 1000 − 400 − 1.5
    COMPARE(portfolio.equity(), usdt(u"998.5"));   // valued at the fill until a price comes
    portfolio.mark(share, price(u"110"));
    COMPARE(portfolio.equity(), usdt(u"1038.5"));
    COMPARE(portfolio.unrealizedPnl(), usdt(u"40"));
    portfolio.apply(aFill().sell(u"1").at(u"120").costing(u"0.5"), share);
    COMPARE(portfolio.cash(), usdt(u"718"));       // 598.5 + 120 − 0.5
    COMPARE(portfolio.realizedPnl(), usdt(u"20"));
    COMPARE(portfolio.commission(), usdt(u"2"));
    COMPARE(portfolio.grossExposure(), usdt(u"330"));
    QVERIFY(isBalanced(portfolio));
}

void TestPortfolio::booksOfStrategiesStayApart()
{
    const Instrument share = aShare();
    Portfolio portfolio(usdt(u"10000"));
    Fill other = aFill().sell(u"3").at(u"100");
    other.strategy = StrategyId(std::string_view("beta"));
    portfolio.apply(aFill().buy(u"5").at(u"100"), share);
    portfolio.apply(other, share);
    COMPARE(portfolio.openPositionCount(), 2);
    COMPARE(portfolio.grossExposure(), usdt(u"800"));
    COMPARE(portfolio.netExposure(), usdt(u"200"));
    COMPARE(portfolio.realizedPnl(), usdt(u"0")); // one never closes the other's lots
}

void TestPortfolio::tradeIdCountsOnce()
{
    const Instrument share = aShare();
    Portfolio portfolio(usdt(u"1000"));
    QVERIFY(!portfolio.hasApplied(u"T1"_s));
    QVERIFY(portfolio.apply(aFill().buy(u"2").at(u"100").trade(u"T1"_s), share).has_value());
    QVERIFY(portfolio.hasApplied(u"T1"_s));
    QVERIFY2(!portfolio.apply(aFill().buy(u"2").at(u"100").trade(u"T1"_s), share).has_value(), "I04, W07: a trade id is applied once");
    COMPARE(portfolio.cash(), usdt(u"800"));
    QVERIFY2(portfolio.apply(aFill().buy(u"1").at(u"100"), share) && portfolio.apply(aFill().buy(u"1").at(u"100"), share),
             "fills without a trade id are all counted");
    QVERIFY(!portfolio.hasApplied({}));
}

void TestPortfolio::randomFillsBalance_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 20; ++seed)
        QTest::addRow("I08, I09: seed %llu balances after every fill", seed) << seed;
}

void TestPortfolio::randomFillsBalance()
{
    QFETCH(const quint64, seed);
    Rng rng(seed);
    const std::array instruments{aShare(), aCoin()};
    Portfolio portfolio({FixedPoint<MoneyTag>::fromInt(1'000'000), instruments[0].currency});
    std::map<BookKey, Quantity> expected;
    for (int i = 1; i <= 500; ++i) {
        const Instrument &instrument = instruments[rng.below(2)];
        const Fill fill = randomFill(rng, instrument, i);
        portfolio.apply(fill, instrument);
        Quantity &held = expected[{fill.strategy, fill.instrument}];
        held = fill.side == Side::Buy ? held + fill.lastQuantity : held - fill.lastQuantity;
        if (rng.below(3) == 0)
            portfolio.mark(instrument, Price::fromRaw(std::int64_t(1 + rng.below(50'000)) * instrument.tickSize.raw()));
        QVERIFY2(isBalanced(portfolio), qPrintable(u"seed %1, fill %2"_s.arg(seed).arg(i)));
    }
    for (const auto &[key, held] : expected)
        COMPARE(portfolio.find(key)->quantity(), held);
}

// Half a unit of 1e-8 in each part of a flip: rounding the parts apart would create money.
void TestPortfolio::oddFractionsBalanceThroughFlips()
{
    Instrument dust = aShare();
    dust.lotSize = Quantity::fromRaw(1);
    dust.tickSize = Price::fromRaw(1);
    Portfolio portfolio(usdt(u"1000"));
    Fill fill = aFill().buy(u"0.00000005").at(u"0.1"); // 0.5 units
    portfolio.apply(fill, dust);
    QVERIFY(isBalanced(portfolio));
    fill = aFill().sell(u"0.0000001").at(u"0.1"); // closes 0.5 and opens 0.5 units: one unit of cash in all
    portfolio.apply(fill, dust);
    QVERIFY(isBalanced(portfolio));

    Rng rng(42);
    for (int i = 0; i < 5'000; ++i) {
        Fill each = randomFill(rng, dust, i);
        each.lastPrice = Price::fromRaw(std::int64_t(1 + rng.below(300'000'000)));
        each.lastQuantity = Quantity::fromRaw(std::int64_t(1 + rng.below(1'000)));
        portfolio.apply(each, dust);
        QVERIFY2(isBalanced(portfolio), qPrintable(u"seed 42, fill %1"_s.arg(i)));
    }
}

void TestPortfolio::splittingAFillChangesNothing()
{
    const Instrument coin = aCoin();
    Rng rng(7);
    for (int round = 0; round < 200; ++round) {
        Portfolio whole(usdt(u"100000"));
        Portfolio split(usdt(u"100000"));
        for (int i = 0; i < 20; ++i) {
            Fill fill = randomFill(rng, coin, 100 * round + i);
            fill.strategy = StrategyId(std::string_view("alpha"));
            whole.apply(fill, coin);
            const std::int64_t lots = fill.lastQuantity.raw() / coin.lotSize.raw();
            const std::int64_t first = std::int64_t(rng.below(std::uint64_t(lots)));
            Fill part = fill;
            part.venueTradeId += u"a"_s;
            part.commission = usdt(u"0");
            part.lastQuantity = Quantity::fromRaw(first * coin.lotSize.raw());
            if (first > 0)
                split.apply(part, coin);
            fill.venueTradeId += u"b"_s;
            fill.lastQuantity -= part.lastQuantity;
            split.apply(fill, coin);
        }
        COMPARE(split.cash(), whole.cash());
        COMPARE(split.equity() - whole.equity(), usdt(u"0"));
        // A part of a close takes its share of the cost rounded to 1e-8, so each split moves at most one unit over.
        const auto moved = (split.realizedPnl() - whole.realizedPnl()).amount.magnitude();
        QVERIFY2(moved.raw() <= 20, qPrintable(u"I10, seed 7, round %1: %2 units"_s.arg(round).arg(moved.raw())));
    }
}

void TestPortfolio::averageLiesBetweenItsFills()
{
    const Instrument coin = aCoin();
    Rng rng(11);
    for (int round = 0; round < 500; ++round) {
        Position position(coin.currency);
        Price lowest = Price::fromRaw(std::numeric_limits<std::int64_t>::max());
        Price highest;
        for (int i = 0; i < 30; ++i) {
            Fill fill = randomFill(rng, coin, i);
            fill.side = i == 0 || rng.below(3) > 0 ? Side::Buy : Side::Sell;
            if (fill.side == Side::Sell)
                fill.lastQuantity = std::min(fill.lastQuantity, position.quantity());
            if (!fill.lastQuantity.isPositive())
                continue;
            position.apply(fill, coin);
            if (position.isFlat()) {
                lowest = Price::fromRaw(std::numeric_limits<std::int64_t>::max());
                highest = {};
                continue;
            }
            if (fill.side == Side::Buy) {
                lowest = std::min(lowest, fill.lastPrice);
                highest = std::max(highest, fill.lastPrice);
            }
            // Each partial close rounds the cost by at most half a unit; over a lot of 0.001 that is 500 units of price.
            const Price slack = Price::fromRaw(500 * 30);
            const Price average = position.averagePrice(coin);
            QVERIFY2(average >= lowest - slack && average <= highest + slack, qPrintable(u"I11, seed 11, round %1"_s.arg(round)));
        }
    }
}

QTEST_APPLESS_MAIN(TestPortfolio)
#include "tst_portfolio.moc"
