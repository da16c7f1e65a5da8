#include "core/market/bardetail.h"

#include <QTest>

using namespace bellwether;

namespace {

/// Closes at minute `minute` of the first day of 2024.
BarPoint bar(int minute, double open, double high, double low, double close)
{
    return {utcMidnight(2024, 1, 1) + std::chrono::minutes(minute), open, high, low, close, 1};
}

BarColumns columnsOf(std::initializer_list<BarPoint> points)
{
    BarColumns columns;
    for (const BarPoint &point : points)
        columns.append(point);
    return columns;
}

BarDetail detailOf(const BarColumns &bars, std::initializer_list<BarPoint> minutes)
{
    return {bars, Timeframe::M5, std::make_shared<const BarColumns>(columnsOf(minutes)), Timeframe::M1};
}

} // namespace

class TestBarDetail : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBarHoldsWhatClosedSinceItOpened();
    void minutesMayBeMissingWhileTheExtremesAreThere();
    void otherExtremesAreNotKnown();
    void aShortSessionBarBeginsAtTheCloseBefore();
};

void TestBarDetail::aBarHoldsWhatClosedSinceItOpened()
{
    const BarColumns bars = columnsOf({bar(5, 10, 12, 9, 11), bar(10, 11, 13, 11, 13)});
    const BarDetail detail = detailOf(bars, {bar(0, 1, 1, 1, 1), bar(1, 10, 12, 10, 10), bar(5, 10, 11, 9, 11), bar(6, 11, 12, 11, 12),
                                             bar(10, 12, 13, 12, 13), bar(11, 50, 50, 50, 50)});
    QCOMPARE(detail.inside(0).first, std::size_t(1)); // what closed as the bar opened was before it
    QCOMPARE(detail.inside(0).last, std::size_t(3));
    QCOMPARE(detail.inside(1).first, std::size_t(3));
    QCOMPARE(detail.inside(1).last, std::size_t(5));
    QCOMPARE(detail.unknownIn(0, 2), std::size_t(0));
    QVERIFY(detail.openTime(2) == utcMidnight(2024, 1, 1) + std::chrono::minutes(4));
}

void TestBarDetail::minutesMayBeMissingWhileTheExtremesAreThere()
{
    const BarColumns bars = columnsOf({bar(5, 10, 12, 9, 11)});
    const BarDetail detail = detailOf(bars, {bar(2, 10, 12, 9, 9)});
    QVERIFY(!detail.inside(0).isEmpty());
}

void TestBarDetail::otherExtremesAreNotKnown()
{
    const BarColumns bars = columnsOf({bar(5, 10, 12, 9, 11), bar(10, 11, 13, 11, 13), bar(15, 13, 14, 12, 13)});
    // The low of the first bar is in none of its minutes, the second has none, a minute of the third is above it.
    const BarDetail detail = detailOf(bars, {bar(1, 10, 12, 10, 11), bar(11, 13, 15, 12, 13)});
    for (std::size_t row = 0; row < 3; ++row)
        QVERIFY(detail.inside(row).isEmpty());
    QCOMPARE(detail.unknownIn(0, 3), std::size_t(3));
    QCOMPARE(detail.unknownIn(1, 2), std::size_t(1));
}

void TestBarDetail::aShortSessionBarBeginsAtTheCloseBefore()
{
    // The second bar closed three minutes after the first: the minute before that belongs to the first alone.
    const BarColumns bars = columnsOf({bar(5, 10, 12, 9, 11), bar(8, 11, 13, 11, 13)});
    const BarDetail detail = detailOf(bars, {bar(4, 10, 12, 9, 11), bar(7, 11, 13, 11, 13)});
    QCOMPARE(detail.inside(0).last, std::size_t(1));
    QCOMPARE(detail.inside(1).first, std::size_t(1));
    QCOMPARE(detail.inside(1).last, std::size_t(2));
}

QTEST_APPLESS_MAIN(TestBarDetail)
#include "tst_bardetail.moc"
