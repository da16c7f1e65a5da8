#include "ui/charts/allocationchart.h"
#include "ui/charts/resultbars.h"

#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHorizontalStackedBarSeries>
#include <QPieSeries>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestExposureCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRing_hasASliceForEachOfTheLargest_andOneForTheRest()
    {
        AllocationChart chart(m_theme, Format());
        // 400 + 200 + 100 + 100 + 100 + 60 + 40 = 1,000: five slices and 10 % for the last two.
        chart.setShares({{u"A"_s, 400}, {u"B"_s, 200}, {u"C"_s, 100}, {u"D"_s, 100}, {u"E"_s, 100}, {u"F"_s, 60}, {u"G"_s, 40}}, u"80 %"_s, {});
        const auto *series = qobject_cast<const QPieSeries *>(chart.findChild<QChartView *>()->chart()->series().front());
        QCOMPARE(series->count(), int(AllocationChart::slices));
        QCOMPARE(series->slices().front()->label(), u"A  40.0 %"_s);
        QCOMPARE(series->slices().back()->value(), 100.0);
        QVERIFY2(series->slices().back()->label().contains(u"2 more"_s), qPrintable(series->slices().back()->label()));
        QVERIFY(chart.accessibleDescription().contains(u"B  20.0 %"_s));
        chart.setShares({}, {}, u"nothing"_s);
        QCOMPARE(series->count(), 0);
        QCOMPARE(chart.accessibleDescription(), u"nothing"_s);
    }

    void theBars_goUpFromTheWorst_gainsAndLossesApart()
    {
        ResultBars bars(m_theme, Format());
        bars.setBars({{u"trend"_s, 12.5}, {u"macd"_s, -40}, {u"ema"_s, 3}}, {});
        const auto *series = qobject_cast<const QHorizontalStackedBarSeries *>(bars.findChild<QChartView *>()->chart()->series().front());
        QCOMPARE(bars.bars().front().name, u"macd"_s);
        QCOMPARE(bars.bars().back().name, u"trend"_s);
        const QBarSet *gains = series->barSets()[0];
        const QBarSet *losses = series->barSets()[1];
        QCOMPARE(gains->at(0), 0.0);
        QCOMPARE(losses->at(0), -40.0);
        QCOMPARE(gains->at(2), 12.5);
        QCOMPARE(losses->at(2), 0.0);
        QCOMPARE(gains->color(), m_theme.color(ColorRole::CandleUp));
        QCOMPARE(losses->color(), m_theme.color(ColorRole::CandleDown));
        QVERIFY2(bars.accessibleDescription().contains(u"trend +12.50"_s), qPrintable(bars.accessibleDescription()));
        std::vector<ResultBars::Bar> many;
        for (int i = 1; i <= 30; ++i)
            many.push_back({QString::number(i), double(i)});
        bars.setBars(many, {});
        QCOMPARE(bars.bars().size(), ResultBars::most);
        QCOMPARE(bars.bars().front().name, u"19"_s); // 19 … 30 are the largest twelve
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestExposureCharts)
#include "tst_exposurecharts.moc"
