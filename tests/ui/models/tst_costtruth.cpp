#include "tests/support/money.h"
#include "ui/models/costtruth.h"
#include "ui/models/positiontablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;

/// The cost truth switch (signature 11).
class TestCostTruth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneKey_goesAround()
    {
        CostSwitch costs;
        QSignalSpy changed(&costs, &CostSwitch::changed);
        QVERIFY(costs.truth() == CostTruth::Net);
        costs.next();
        QVERIFY(costs.truth() == CostTruth::Twice);
        costs.next();
        QVERIFY(costs.truth() == CostTruth::Gross);
        costs.next();
        QVERIFY(costs.truth() == CostTruth::Net);
        costs.set(CostTruth::Net);
        QCOMPARE(changed.size(), 3);
        for (const CostTruth truth : {CostTruth::Gross, CostTruth::Net, CostTruth::Twice})
            QVERIFY(parseCostTruth(toString(truth)) == truth);
    }

    // Ten bought at 100 for 1, worth 1,100 now, 2.20 to sell; an earlier trade of the book made 50 and cost 3.
    void aPosition_countsItsWayInAndOut_data()
    {
        QTest::addColumn<int>("truth");
        QTest::addColumn<QString>("open");
        QTest::addColumn<QString>("percent");
        QTest::addColumn<QString>("realized");
        QTest::newRow("gross") << int(CostTruth::Gross) << u"+100.00"_s << u"+10.00 %"_s << u"+50.00"_s;
        QTest::newRow("net") << int(CostTruth::Net) << u"+96.80"_s << u"+9.68 %"_s << u"+47.00"_s;
        QTest::newRow("twice") << int(CostTruth::Twice) << u"+93.60"_s << u"+9.36 %"_s << u"+44.00"_s;
    }
    void aPosition_countsItsWayInAndOut()
    {
        QFETCH(const int, truth);
        PositionRow row;
        row.symbol = u"COIN"_s;
        row.marketValue = usdt(u"1100");
        row.unrealizedPnl = usdt(u"100");
        row.pnlPercent = 10;
        row.realizedPnl = usdt(u"50");
        row.costs = usdt(u"4");
        row.openingCosts = usdt(u"1");
        row.closingCosts = usdt(u"2.2");
        PositionTableModel model{Format()};
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(std::vector{row});
        model.setCosts(CostTruth(truth));
        const auto text = [&](int column) { return model.index(0, column).data().toString(); };
        QTEST(text(PositionTableModel::UnrealizedColumn), "open");
        QTEST(text(PositionTableModel::PercentColumn), "percent");
        QTEST(text(PositionTableModel::RealizedColumn), "realized");
        QVERIFY(model.headerData(PositionTableModel::UnrealizedColumn, Qt::Horizontal, Qt::DisplayRole).toString().endsWith(costTruthText(CostTruth(truth))));
    }
};

QTEST_MAIN(TestCostTruth)
#include "tst_costtruth.moc"
