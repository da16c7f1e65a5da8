#include "tests/ui/charts/charthands.h"
#include "ui/charts/levellayer.h"

#include <QSignalSpy>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;

// U20, U21 and U22: the lines of orders and positions.
class TestLevelLayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<ChartLevel>();
        qRegisterMetaType<Price>();
    }
    void init()
    {
        m_chart = std::make_unique<PriceChart>(m_theme, Format());
        m_chart->resize(1'000, 600);
        m_layer = new LevelLayer(m_theme, m_chart.get());
        m_chart->addLayer(m_layer);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        m_chart->setSeries(u"TEST"_s, Timeframe::M1, 2, Format());
        m_chart->apply(historyOf(500));
        Instrument instrument;
        instrument.tickSize = Price::fromDouble(0.5);
        m_layer->setInstrument(instrument, Format());
        m_last = m_chart->bars().at(499).close;
        m_layer->setLast(Price::fromDouble(m_last));
        m_chart->flush();
    }
    void cleanup() { m_chart.reset(); }

    void aDroppedOrder_asksForOneMove_onATick() // U21
    {
        show({order()});
        QSignalSpy moved(m_layer, &LevelLayer::moveWanted);
        hands().drag({300, y(order().price)}, {300, y(order().price) + 37});
        QCOMPARE(moved.count(), 1);
        const auto price = moved[0][1].value<Price>();
        QVERIFY(std::fabs(m_chart->space().y(price.toDouble()) - y(order().price) - 37) < 2);
        QCOMPARE(price.raw() % Price::fromDouble(0.5).raw(), 0);
    }

    void escape_restoresALineThatIsDragged() // U21
    {
        show({order()});
        QSignalSpy moved(m_layer, &LevelLayer::moveWanted);
        hands().press({300, y(order().price)});
        hands().move({300, y(order().price) + 60});
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        hands().release({300, y(order().price) + 60});
        QCOMPARE(moved.count(), 0);
    }

    void linesThatMayNotMove_leaveThePanToTheChart()
    {
        ChartLevel fixed = order();
        fixed.canMove = false;
        show({fixed});
        const QCPRange before = m_chart->view();
        hands().drag({300, y(fixed.price)}, {420, y(fixed.price)});
        QVERIFY(m_chart->view().lower < before.lower);
    }

    void altNeeded_holdsLinesThatAreTouchedByChance() // U21
    {
        m_layer->setAltNeeded(true);
        show({order()});
        QSignalSpy moved(m_layer, &LevelLayer::moveWanted);
        hands().drag({300, y(order().price)}, {300, y(order().price) + 40});
        QCOMPARE(moved.count(), 0);
        hands().drag({300, y(order().price)}, {300, y(order().price) + 40}, Qt::AltModifier);
        QCOMPARE(moved.count(), 1);
    }

    void theCross_asksToRemove() // U20
    {
        show({order()});
        QSignalSpy removed(m_layer, &LevelLayer::removeWanted);
        // The cross is the right end of the label, which stands at the right edge of the prices.
        hands().click({double(m_chart->plotRect().right() - 14), y(order().price)});
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][0].value<ChartLevel>().order, order().order);
    }

    void aClickOnAPosition_cyclesItsResult() // U20
    {
        show({position()});
        const QPointF label(double(m_chart->plotRect().right() - 60), y(position().price));
        for (const auto expected : {LevelLayer::PositionText::Percent, LevelLayer::PositionText::Ticks, LevelLayer::PositionText::R,
                                    LevelLayer::PositionText::Money}) {
            hands().click(label);
            QCOMPARE(m_layer->positionText(), expected);
        }
    }

    void theCosts_countInMoneyAndPercent_ofAPosition() // signature 11
    {
        // Two bought at 100, worth 110 now: 20 gained on 200, less 5 of costs.
        ChartLevel level = position();
        level.entry = Price::fromInt(100);
        level.moneyPerPoint = 2;
        level.currency = u"USDT"_s;
        m_layer->setLast(Price::fromInt(110));
        QVERIFY2(m_layer->textOf(level).endsWith(u"+20.00 USDT"_s), qPrintable(m_layer->textOf(level)));
        level.costs = 5;
        QVERIFY2(m_layer->textOf(level).endsWith(u"+15.00 USDT"_s), qPrintable(m_layer->textOf(level)));
        level.costs = 22;
        QVERIFY2(m_layer->textOf(level).endsWith(u"−2.00 USDT"_s), qPrintable(m_layer->textOf(level)));
        show({position()});
        hands().click({double(m_chart->plotRect().right() - 60), y(position().price)});
        level.costs = 5;
        QVERIFY2(m_layer->textOf(level).endsWith(u"+7.50 %"_s), qPrintable(m_layer->textOf(level)));
    }

    void aDragFromAPosition_makesItsStopOrTarget_data() // U22
    {
        QTest::addColumn<double>("share"); // of the last price
        QTest::addColumn<int>("kind");
        QTest::newRow("below the market a long position gets a stop") << 0.998 << int(ChartLevel::Kind::Stop);
        QTest::newRow("above the market it gets a target") << 1.002 << int(ChartLevel::Kind::Target);
    }
    void aDragFromAPosition_makesItsStopOrTarget()
    {
        QFETCH(double, share);
        QFETCH(int, kind);
        show({position()});
        QSignalSpy wanted(m_layer, &LevelLayer::protectWanted);
        hands().drag({300, y(position().price)}, {300, m_chart->space().y(m_last * share)});
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(int(wanted[0][1].value<ChartLevel::Kind>()), kind);
    }

private:
    Hands hands() const { return Hands(m_chart.get()); }
    double y(Price price) const { return m_chart->space().y(price.toDouble()); }
    void show(std::vector<ChartLevel> levels)
    {
        m_layer->setLevels(std::move(levels));
        m_chart->flush();
    }
    ChartLevel order() const
    {
        ChartLevel level{.kind = ChartLevel::Kind::Entry, .price = Price::fromDouble(std::floor(m_last * 0.999)), .label = u"BUY 1 limit"_s};
        level.order = OrderId{7};
        level.canMove = level.canRemove = true;
        return level;
    }
    ChartLevel position() const
    {
        ChartLevel level{.kind = ChartLevel::Kind::Position, .price = Price::fromDouble(std::floor(m_last * 0.9995)), .label = u"LONG 1"_s};
        level.entry = level.price;
        level.moneyPerPoint = 1;
        level.canMove = level.canRemove = true;
        return level;
    }

    Theme m_theme;
    std::unique_ptr<PriceChart> m_chart;
    LevelLayer *m_layer = nullptr;
    double m_last = 0;
};

QTEST_MAIN(TestLevelLayer)
#include "tst_levellayer.moc"
