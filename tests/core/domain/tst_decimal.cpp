#include "core/base/rng.h"
#include "core/domain/bar.h"
#include "core/domain/money.h"

#include <QTest>

#include <limits>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
Money inr(const QString &amount) { return {FixedPoint<MoneyTag>::fromRaw(*parseDecimal(amount)), Currency(std::string_view("INR"))}; }
Money usd(const QString &amount) { return {FixedPoint<MoneyTag>::fromRaw(*parseDecimal(amount)), Currency(std::string_view("USD"))}; }

} // namespace

class TestDecimal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void formats();
    void readsWhatItFormats();
    void productsRoundHalfAwayFromZero();
    void overflowIsAFault();
    void doublesBecomeTheNearestUnit();
    void currenciesDoNotMix();
    void notionalAndFractions();
    void rowsBetweenAreInclusive();
};

void TestDecimal::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("raw");
    QTest::newRow("a whole number") << u"12"_s << qint64(1'200'000'000);
    QTest::newRow("the smallest unit") << u"0.00000001"_s << qint64(1);
    QTest::newRow("negative") << u"-12.5"_s << qint64(-1'250'000'000);
    QTest::newRow("a plus sign") << u"+1"_s << qint64(100'000'000);
    QTest::newRow("no digit before the point") << u".5"_s << qint64(50'000'000);
    QTest::newRow("no digit after the point") << u"5."_s << qint64(500'000'000);
    QTest::newRow("zeros beyond eight decimals") << u"1.2300000000000"_s << qint64(123'000'000);
    QTest::newRow("the largest") << u"92233720368.54775807"_s << qint64(largest);
}

void TestDecimal::reads()
{
    QFETCH(QString, text);
    QFETCH(qint64, raw);
    const auto value = parseDecimal(text);
    QVERIFY2(value, value ? "" : qPrintable(value.error().detail));
    QCOMPARE(qint64(*value), raw);
}

void TestDecimal::refuses_data() // M01
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRange");
    for (const QString &text : {u""_s, u"-"_s, u"."_s, u"abc"_s, u"nan"_s, u"inf"_s, u"1e5"_s, u"1e400"_s, u"1,000"_s, u"1.2.3"_s, u" 1"_s,
                                u"1 "_s, u"0x10"_s, u"--1"_s, u"1.000000001"_s, u"٣"_s})
        QTest::newRow(qPrintable(u"'%1' is no decimal"_s.arg(text))) << text << false;
    QTest::newRow("one unit too large") << u"92233720368.54775808"_s << true;
    QTest::newRow("thirty digits") << u"123456789012345678901234567890"_s << true;
}

void TestDecimal::refuses()
{
    QFETCH(QString, text);
    QFETCH(bool, isRange);
    const auto value = parseDecimal(text);
    QVERIFY(!value);
    QVERIFY(value.error().code == (isRange ? ErrorCode::OutOfRange : ErrorCode::InvalidNumber));
    QVERIFY(!parsePrice(text));
    QVERIFY(parsePrice(text).error().detail.startsWith(u"price "_s));
}

void TestDecimal::formats()
{
    QCOMPARE(formatDecimal(1'250'000'000), u"12.5"_s);
    QCOMPARE(formatDecimal(-1), u"-0.00000001"_s);
    QCOMPARE(formatDecimal(0), u"0"_s);
    QCOMPARE(formatDecimal(300'000'000), u"3"_s);
    QCOMPARE(formatDecimal(300'000'000, 2), u"3.00"_s);
    QCOMPARE(formatDecimal(312'345'678, 2), u"3.12345678"_s);
    QCOMPARE(formatDecimal(std::numeric_limits<std::int64_t>::min()), u"-92233720368.54775808"_s);
}

void TestDecimal::readsWhatItFormats() // I26
{
    const std::uint64_t seed = 8;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Rng rng(seed);
    for (int i = 0; i < 20'000; ++i) {
        const std::int64_t raw = std::int64_t(rng.next()) >> rng.below(63);
        if (raw == std::numeric_limits<std::int64_t>::min())
            continue;
        QCOMPARE(parseDecimal(formatDecimal(raw)).value(), raw);
        QCOMPARE(parseDecimal(formatDecimal(raw, int(rng.below(9)))).value(), raw);
    }
}

void TestDecimal::productsRoundHalfAwayFromZero()
{
    QCOMPARE(mulDiv(5, 1, 2), std::int64_t(3));
    QCOMPARE(mulDiv(-5, 1, 2), std::int64_t(-3));
    QCOMPARE(mulDiv(5, 1, -2), std::int64_t(-3));
    QCOMPARE(mulDiv(4, 1, 3), std::int64_t(1));
    QCOMPARE(mulDiv(largest, largest, largest), largest); // the product needs 128 bits
    QVERIFY_EXCEPTION_THROWN(mulDiv(largest, 2, 1), Fault);
    QVERIFY_EXCEPTION_THROWN(mulDiv(1, 1, 0), Fault);
}

void TestDecimal::overflowIsAFault()
{
    const Price top = Price::fromRaw(largest);
    const Price unit = Price::fromRaw(1);
    QVERIFY_EXCEPTION_THROWN(top + unit, Fault);
    QVERIFY_EXCEPTION_THROWN(-top - unit - unit, Fault);
    QVERIFY_EXCEPTION_THROWN(Price::fromInt(92'233'720'369), Fault);
    QVERIFY_EXCEPTION_THROWN(Price::fromDouble(std::numeric_limits<double>::quiet_NaN()), Fault);
    QVERIFY_EXCEPTION_THROWN(Price::fromDouble(std::numeric_limits<double>::infinity()), Fault);
    QVERIFY_EXCEPTION_THROWN(Price::fromDouble(1e11), Fault);
    QCOMPARE((top - unit).raw(), largest - 1);
}

void TestDecimal::doublesBecomeTheNearestUnit()
{
    QCOMPARE(Price::fromDouble(0.1).raw(), std::int64_t(10'000'000));
    QCOMPARE(Price::fromDouble(61'837.63).raw(), std::int64_t(6'183'763'000'000));
    QCOMPARE(Price::fromDouble(-0.00000001).raw(), std::int64_t(-1));
    Rng rng(9);
    for (int i = 0; i < 20'000; ++i) { // every decimal below 2.2e7 survives the way over double
        const Price price = Price::fromRaw(std::int64_t(rng.uniform() * 2.2e15));
        QCOMPARE(Price::fromDouble(price.toDouble()).raw(), price.raw());
    }
}

void TestDecimal::currenciesDoNotMix()
{
    QVERIFY(inr(u"1"_s) + inr(u"2.5"_s) == inr(u"3.5"_s));
    QVERIFY(inr(u"1"_s) < inr(u"2"_s));
    QVERIFY(inr(u"1"_s) != usd(u"1"_s));
    QVERIFY_EXCEPTION_THROWN(inr(u"1"_s) + usd(u"1"_s), Fault);
    QVERIFY_EXCEPTION_THROWN((void)(inr(u"1"_s) < usd(u"1"_s)), Fault);
    QCOMPARE(toString(inr(u"-12.50"_s)), u"-12.5 INR"_s);
    QVERIFY_EXCEPTION_THROWN(Currency(std::string_view("TOOLONGXX")), Fault);
}

void TestDecimal::notionalAndFractions()
{
    const Currency rupee(std::string_view("INR"));
    QVERIFY(notionalOf(*parsePrice(u"250.05"), *parseQuantity(u"10"), rupee) == inr(u"2500.5"_s));
    QVERIFY(notionalOf(*parsePrice(u"0.00000001"), *parseQuantity(u"0.5"), rupee) == inr(u"0.00000001"_s)); // half rounds away
    QVERIFY(fractionOf(inr(u"1000"_s), Ratio::fromRaw(100'000)) == inr(u"1"_s)); // 0.001
    QVERIFY_EXCEPTION_THROWN(notionalOf(Price::fromInt(1'000'000), Quantity::fromInt(1'000'000), rupee), Fault);
}

void TestDecimal::rowsBetweenAreInclusive()
{
    BarColumns bars;
    for (int i = 1; i <= 5; ++i)
        bars.append(BarPoint{Timestamp::fromSeconds(i * 60), 1, 1, 1, 1, 0});
    QCOMPARE(bars.rowsBetween(Timestamp::fromSeconds(120), Timestamp::fromSeconds(240)), std::pair(std::size_t(1), std::size_t(4)));
    QCOMPARE(bars.rowsBetween(Timestamp::fromSeconds(121), Timestamp::fromSeconds(179)), std::pair(std::size_t(2), std::size_t(2)));
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
