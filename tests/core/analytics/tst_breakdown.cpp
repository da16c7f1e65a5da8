#include "core/analytics/breakdown.h"

#include <QtTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const Duration ist = std::chrono::minutes(330);

RoundTrip aTrade(Timestamp entry, Timestamp exit, double pnl, ExitReason reason = ExitReason::Signal)
{
    RoundTrip trade;
    trade.entryTime = entry;
    trade.exitTime = exit;
    trade.exitReason = reason;
    trade.pnl = {FixedPoint<MoneyTag>::fromDouble(pnl), Currency(u"USD"_s)};
    return trade;
}

DailyEquity dailyOf(const std::vector<double> &returns)
{
    DailyEquity daily{{}, {100}, {}};
    for (const double r : returns) {
        daily.day.push_back(std::int64_t(daily.day.size()) + 20'000);
        daily.value.push_back(daily.value.back() * (1 + r));
        daily.returns.push_back(r);
    }
    return daily;
}

bool isNear(double value, double expected) { return std::fabs(value - expected) < 1e-12; }

} // namespace

class TestBreakdown : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exitReasonsKeepTheirOrder();
    void hoursAndWeekdaysAreThoseOfTheVenue();
    void monthsAreThoseOfTheExit();
    void rollingWindowsEndOnTheirDay();
    void histogramHoldsEveryValue();
    void weeksBeginOnMondays();
};

void TestBreakdown::exitReasonsKeepTheirOrder()
{
    const Timestamp day = utcMidnight(2024, 1, 1);
    const std::vector<RoundTrip> trades{aTrade(day, day, 30, ExitReason::Target), aTrade(day, day, -10, ExitReason::Stop),
                                        aTrade(day, day, 10, ExitReason::Stop), aTrade(day, day, -20, ExitReason::Stop)};
    const auto groups = byExitReason(trades);
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].name, u"stop"_s);
    QCOMPARE(groups[0].trades, 3);
    QCOMPARE(groups[0].wins, 1);
    QCOMPARE(groups[0].net, -20.0);
    QVERIFY(isNear(groups[0].mean(), -20.0 / 3));
    QVERIFY(isNear(groups[0].profitFactor(), 1.0 / 3));
    QCOMPARE(groups[1].name, u"target"_s);
    QVERIFY(std::isinf(groups[1].profitFactor()));
}

void TestBreakdown::hoursAndWeekdaysAreThoseOfTheVenue()
{
    // 2024-01-07 was a Sunday; 20:00 UTC is 01:30 of Monday in Mumbai.
    const Timestamp late = utcMidnight(2024, 1, 7) + std::chrono::hours(20);
    const std::vector<RoundTrip> trades{aTrade(late, late, 1)};
    QCOMPARE(byHour(trades, {}).front().name, u"20"_s);
    QCOMPARE(byWeekday(trades, {}).front().name, u"Sun"_s);
    QCOMPARE(byHour(trades, ist).front().name, u"01"_s);
    QCOMPARE(byWeekday(trades, ist).front().name, u"Mon"_s);
    // Before 1970 the days go on backwards: 1969-12-31 was a Wednesday.
    const Timestamp old = utcMidnight(1969, 12, 31) + std::chrono::hours(23);
    QCOMPARE(byWeekday(std::vector{aTrade(old, old, 1)}, {}).front().name, u"Wed"_s);
    QCOMPARE(byHour(std::vector{aTrade(old, old, 1)}, {}).front().name, u"23"_s);
}

void TestBreakdown::monthsAreThoseOfTheExit()
{
    const std::vector<RoundTrip> trades{aTrade(utcMidnight(2023, 1, 30), utcMidnight(2023, 2, 1), 5),
                                        aTrade(utcMidnight(2024, 2, 1), utcMidnight(2024, 2, 2), 6),
                                        aTrade(utcMidnight(2024, 1, 1), utcMidnight(2024, 1, 2), 7)};
    const auto groups = byMonthOfYear(trades, {});
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].name, u"Jan"_s);
    QCOMPARE(groups[0].net, 7.0);
    QCOMPARE(groups[1].name, u"Feb"_s);
    QCOMPARE(groups[1].net, 11.0);
}

void TestBreakdown::rollingWindowsEndOnTheirDay()
{
    const DailyEquity daily = dailyOf({0.01, 0.03, 0.02});
    const DailyEquity benchmark = dailyOf({0.02, 0.06, 0.01});
    const auto points = rollingFigures(daily, benchmark, 2, 4);
    QCOMPARE(points.size(), std::size_t(2));
    QCOMPARE(points[0].day, daily.day[1]);
    // 1 % and 3 %: mean 2 %, deviation √2 %; four periods a year double both ratios' root. Half the benchmark's moves.
    QVERIFY(isNear(points[0].volatility, 0.01 * std::sqrt(2) * 2));
    QVERIFY(isNear(points[0].sharpe, 2 / std::sqrt(2) * 2));
    QVERIFY(isNear(points[0].beta, 0.5));
    // Then 3 % and 2 % against 6 % and 1 %.
    QVERIFY(isNear(points[1].beta, 0.2));
    QVERIFY(std::isnan(rollingFigures(daily, {}, 2, 4)[0].beta));
    QVERIFY(rollingFigures(daily, benchmark, 4, 4).empty());
}

void TestBreakdown::histogramHoldsEveryValue()
{
    // The middle half of 0…7 spans 3.5: classes of 2 · 3.5 ÷ ∛8 = 3.5 over 7, two of them; the edge goes up.
    const std::vector<double> values{0, 1, 2, 3, 4, 5, 6, 7};
    const Histogram histogram = histogramOf(values);
    QCOMPARE(histogram.counts, (std::vector<int>{4, 4}));
    QCOMPARE(histogram.low, 0.0);
    QCOMPARE(histogram.width, 3.5);
    const std::vector<double> equal{3, 3, notAvailable};
    QCOMPARE(histogramOf(equal).counts, (std::vector<int>{2}));
    QVERIFY(histogramOf({}).counts.empty());
    const std::vector<double> farOff{0, 0, 0, 0, 0, 0, 0, 1e9};
    QVERIFY(histogramOf(farOff, 20).counts.size() <= 20);
}

void TestBreakdown::weeksBeginOnMondays()
{
    DailyEquity daily = dailyOf({0.1, 0.1, -0.5, 0.2});
    // 2024-01-05 is a Friday, then Sunday the 7th, Monday the 8th and Tuesday the 16th.
    const std::int64_t friday = utcMidnight(2024, 1, 5).utcDay();
    daily.day = {friday, friday + 2, friday + 3, friday + 11};
    const auto weeks = weeklyReturns(daily);
    QCOMPARE(weeks.size(), std::size_t(3));
    QCOMPARE(weeks[0].monday, friday - 4);
    QVERIFY(isNear(weeks[0].fraction, 0.21));
    QCOMPARE(weeks[1].monday, friday + 3);
    QVERIFY(isNear(weeks[1].fraction, -0.5));
    QCOMPARE(weeks[2].monday, friday + 10);
}

QTEST_APPLESS_MAIN(TestBreakdown)
#include "tst_breakdown.moc"
