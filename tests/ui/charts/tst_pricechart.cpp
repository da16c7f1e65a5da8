#include "core/base/rng.h"
#include "ui/charts/pricechart.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

ChartUpdate historyOf(std::size_t count)
{
    Rng rng(5);
    auto bars = std::make_shared<BarColumns>();
    double price = 20'000;
    for (std::size_t i = 0; i < count; ++i) {
        const double open = price;
        price *= 1 + 0.001 * rng.normal();
        bars->append(BarPoint{Timestamp::fromSeconds(1'600'000'020 + std::int64_t(i) * 60), open, std::max(open, price) * 1.0004,
                              std::min(open, price) * 0.9996, price, rng.uniform(1, 50)});
    }
    ChartUpdate update;
    update.history = bars;
    return update;
}

} // namespace

class TestPriceChart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<PriceChart>(m_theme, Format());
        m_chart->resize(1'000, 600);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        m_chart->setSeries(u"TEST"_s, Timeframe::M1, 2, Format());
        m_chart->apply(historyOf(2'000));
        m_chart->flush();
    }
    void cleanup() { m_chart.reset(); }

    void wheel_keepsTheBarUnderTheCursor_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("delta");
        QTest::newRow("zooming in at the left edge") << 15 << 120;
        QTest::newRow("zooming in at the middle") << 400 << 120;
        QTest::newRow("zooming out at the right") << 850 << -120;
        QTest::newRow("a touchpad's small step") << 400 << 17;
        QTest::newRow("ten notches out") << 500 << -1'200;
    }
    void wheel_keepsTheBarUnderTheCursor()
    {
        QFETCH(int, x);
        QFETCH(int, delta);
        const double bar = m_chart->barAtX(x);
        const double spanBefore = m_chart->view().size();
        wheel({double(x), 200}, {0, delta}, Qt::NoModifier);
        m_chart->flush();
        QVERIFY(m_chart->view().size() != spanBefore);
        QVERIFY2(std::fabs(m_chart->xOfBar(bar) - x) <= 1.0,
                 qPrintable(QString::number(m_chart->xOfBar(bar) - x)));
    }

    void zoom_endsAtTenBars()
    {
        for (int i = 0; i < 60; ++i)
            wheel({400, 200}, {0, 120}, Qt::NoModifier);
        QVERIFY(m_chart->view().size() >= 9.999);
        for (int i = 0; i < 200; ++i)
            wheel({400, 200}, {0, -120}, Qt::NoModifier);
        QVERIFY(m_chart->view().size() < 4'000);
    }

    void shiftWheel_scrolls_withoutZooming()
    {
        const QCPRange before = m_chart->view();
        wheel({400, 200}, {0, 120}, Qt::ShiftModifier);
        QVERIFY(m_chart->view().lower < before.lower);
        QVERIFY(std::fabs(m_chart->view().size() - before.size()) < 1e-9);
    }

    void altWheel_scalesPrice_andLeavesTimeAlone() // U02
    {
        const QCPRange before = m_chart->view();
        const double height = priceHeight();
        QVERIFY(m_chart->isAutoScaled());
        wheel({400, 200}, {120, 0}, Qt::AltModifier); // Alt turns a wheel sideways
        m_chart->flush();
        QVERIFY(!m_chart->isAutoScaled());
        QVERIFY(std::fabs(priceHeight() / height - 0.9) < 1e-6); // a notch is a tenth
        const double nearer = priceHeight();
        wheel({400, 200}, {-120, 0}, Qt::AltModifier);
        m_chart->flush();
        QVERIFY(priceHeight() > nearer);
        QCOMPARE(m_chart->view().lower, before.lower);
        QCOMPARE(m_chart->view().upper, before.upper);
    }

    void aHorizontalWheel_scrollsTime() // U02
    {
        const QCPRange before = m_chart->view();
        wheel({400, 200}, {120, 0}, Qt::NoModifier);
        QVERIFY(m_chart->view().lower < before.lower);
        QVERIFY(std::fabs(m_chart->view().size() - before.size()) < 1e-9);
    }

    void dragOnTheTimeAxis_changesTheSpacing_doubleClickResets() // U05
    {
        const QCPRange before = m_chart->view();
        const double y = m_chart->height() - 8;
        drag({500, y}, {300, y}); // to the left: the bars come closer together
        QVERIFY(m_chart->view().size() > before.size() * 1.5);
        QVERIFY(std::fabs(m_chart->view().upper - before.upper) < 1e-9);
        const double wide = m_chart->view().size();
        drag({300, y}, {500, y});
        QVERIFY(m_chart->view().size() < wide / 1.5);
        send(QEvent::MouseButtonDblClick, {400, y}, Qt::LeftButton);
        QCOMPARE(m_chart->view().lower, before.lower);
        QCOMPARE(m_chart->view().upper, before.upper);
    }

    void theLegend_tellsTheBarUnderThePointer_andTheLastOneWithoutIt() // U07
    {
        // Two bars whose numbers are known: 110 after 100 is +10 %.
        auto bars = std::make_shared<BarColumns>();
        bars->append(BarPoint{Timestamp::fromSeconds(60), 95, 105, 90, 100, 1'500});
        bars->append(BarPoint{Timestamp::fromSeconds(120), 100, 112.5, 99, 110, 2'500});
        ChartUpdate update;
        update.history = bars;
        m_chart->setSeries(u"TEST"_s, Timeframe::M1, 2, Format());
        m_chart->apply(update);
        m_chart->flush();
        const QString last = m_chart->legendText();
        for (const QString &part : {u"TEST"_s, u"O 100.00"_s, u"H 112.50"_s, u"L 99.00"_s, u"C 110.00"_s, u"+10.00"_s, u"2.50K"_s})
            QVERIFY2(last.contains(part), qPrintable(part + u" in "_s + last));
        send(QEvent::MouseMove, {m_chart->xOfBar(0), 200}, Qt::NoButton);
        const QString first = m_chart->legendText();
        for (const QString &part : {u"O 95.00"_s, u"H 105.00"_s, u"L 90.00"_s, u"C 100.00"_s, u"1.50K"_s})
            QVERIFY2(first.contains(part), qPrintable(part + u" in "_s + first));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_chart.get(), &leave);
        QCOMPARE(m_chart->legendText(), last);
    }

    void aClickOnABar_namesItsSpan_aClickBesideItSaysSo() // why-not inspector
    {
        QSignalSpy spy(m_chart.get(), &PriceChart::barClicked);
        const std::size_t index = 1'990;
        const BarPoint bar = m_chart->bars().at(index);
        const double x = m_chart->xOfBar(double(index));
        const double y = m_chart->space().y((bar.high + bar.low) / 2);
        send(QEvent::MouseButtonPress, {x, y}, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, {x, y}, Qt::NoButton);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].value<Timestamp>(), m_chart->bars().at(index - 1).closeTime);
        QCOMPARE(spy[0][1].value<Timestamp>(), bar.closeTime);
        QVERIFY(spy[0][2].toBool());
        const double aside = y > 300 ? 60 : 420;
        send(QEvent::MouseButtonPress, {x, aside}, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, {x, aside}, Qt::NoButton);
        QCOMPARE(spy.size(), 2);
        QVERIFY(!spy[1][2].toBool());
        drag({x, y}, {x + 50, y}); // a pan is no click
        QCOMPARE(spy.size(), 2);
    }

    void theWheelMayScroll_andTheZoomMayKeepTheRightEdge() // U01
    {
        m_chart->setWheelScrolling(true);
        const double span = m_chart->view().size();
        wheel({400, 200}, {0, 120}, Qt::NoModifier);
        QVERIFY(std::fabs(m_chart->view().size() - span) < 1e-9);
        wheel({400, 200}, {0, 120}, Qt::ShiftModifier);
        QVERIFY(m_chart->view().size() < span);
        m_chart->setWheelScrolling(false);
        m_chart->setZoomAtRightEdge(true);
        const double right = m_chart->view().upper;
        wheel({400, 200}, {0, 120}, Qt::NoModifier);
        QVERIFY(std::fabs(m_chart->view().upper - right) < 1e-9);
    }

    void everyStyleAndScale_draws() // no style or scale is left out at any zoom
    {
        for (const ChartStyle style : allChartStyles) {
            for (const PriceScale scale : {PriceScale::Linear, PriceScale::Logarithmic, PriceScale::Percent}) {
                m_chart->setStyle(style);
                m_chart->setScale(scale);
                for (const double bars : {40.0, 400.0, 1'990.0}) {
                    m_chart->showBars(1'995 - bars, 1'995);
                    m_chart->flush();
                    // Something other than the ground stands in the middle column of the plot.
                    const QImage image = m_chart->picture().toImage();
                    const QRect plot = m_chart->plotRect();
                    int drawn = 0;
                    for (int y = plot.top() + 40; y < plot.bottom() - 10; ++y) {
                        const QColor here(image.pixel(plot.center().x(), y));
                        drawn += here != m_theme.color(ColorRole::Surface) && here != m_theme.color(ColorRole::Grid) ? 1 : 0;
                    }
                    QVERIFY2(drawn > 0, qPrintable(u"style %1, scale %2, %3 bars"_s.arg(int(style)).arg(int(scale)).arg(bars)));
                }
            }
        }
    }

    void aTick_movesThePriceLine_withoutANewView() // U06, U09
    {
        ChartUpdate update;
        const BarPoint last = m_chart->bars().at(1'999);
        update.forming = BarPoint{last.closeTime + std::chrono::minutes(1), last.close, last.close + 1, last.close - 1, last.close, 1};
        m_chart->apply(update);
        m_chart->flush();
        const QCPRange view = m_chart->view();
        update.forming->close = last.close + 0.5;
        m_chart->apply(update);
        QVERIFY(m_chart->view() == view);
        QCOMPARE(m_chart->bars().size(), std::size_t(2'001));
        QCOMPARE(m_chart->bars().at(2'000).close, last.close + 0.5);
    }

    void moreOfThePast_movesNoBarOnTheScreen() // U16
    {
        drag({200, 200}, {700, 200});
        const double left = m_chart->xOfBar(1'900);
        const Timestamp time = m_chart->bars().closeTime(1'900);
        // The same minutes with 500 before them.
        ChartUpdate update;
        auto bars = std::make_shared<BarColumns>();
        for (int i = 500; i > 0; --i)
            bars->append(BarPoint{m_chart->bars().closeTime(0) - std::chrono::minutes(i), 1, 2, 0.5, 1, 1});
        bars->append(*m_chart->bars().base(), 0, 2'000);
        update.history = bars;
        m_chart->apply(update);
        m_chart->flush();
        QVERIFY(std::fabs(m_chart->xOfBar(double(m_chart->bars().indexAt(time))) - left) <= 1);
    }

    void aLongHistory_getsItsIndicatorsFromThePool_asTheShortOneAtOnce()
    {
        QVERIFY(m_chart->addIndicator(u"ema:20"_s).has_value());
        m_chart->apply(historyOf(30'000));
        QVERIFY(!m_chart->isSettled());
        QTRY_VERIFY(m_chart->isSettled());
        // Bar by bar from the same beginning: the same last value, EMA started with the mean of its first 20 closes or not.
        const auto spec = parseIndicatorSpec(u"ema:20"_s);
        const auto live = makeLiveIndicator(*spec);
        double value = 0;
        for (std::size_t i = 0; i < 30'000; ++i)
            live->update(m_chart->bars().at(i), i == 0, std::span(&value, 1));
        QCOMPARE(m_chart->indicatorValue(u"ema:20"_s, 0, 29'999), value);
    }

    void drag_pansTimeByPixels()
    {
        const double bar = m_chart->barAtX(400);
        drag({400, 200}, {550, 230});
        m_chart->flush();
        QVERIFY(std::fabs(m_chart->xOfBar(bar) - 550) <= 1.0);
        QVERIFY(m_chart->isAutoScaled());
    }

    void dragOnThePriceAxis_turnsAutoscaleOff_doubleClickOn()
    {
        QSignalSpy scale(m_chart.get(), &PriceChart::scaleChanged);
        const int axis = m_chart->plotRect().right() + 20;
        drag({double(axis), 200}, {double(axis), 260});
        QVERIFY(!m_chart->isAutoScaled());
        QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, {axis, 200});
        QVERIFY(m_chart->isAutoScaled());
        QCOMPARE(scale.count(), 2);
    }

    void goLive_appearsWhenTheLastBarIsOffScreen()
    {
        auto *button = m_chart->findChild<QToolButton *>(u"goLive"_s);
        QVERIFY(!button->isVisible());
        drag({200, 200}, {900, 200});
        QVERIFY(!m_chart->isLastBarVisible());
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_chart->isLastBarVisible());
        QVERIFY(!button->isVisible());
    }

    void aNewBar_shiftsTheView_onlyWhereTheLastBarIsInView()
    {
        const auto barAfter = [this](int count) {
            ChartUpdate update;
            BarPoint bar{Timestamp::fromSeconds(1'600'000'020 + std::int64_t(1'999 + count) * 60), 1, 2, 0.5, 1.5, 3};
            update.closed = {bar};
            return update;
        };
        const QCPRange live = m_chart->view();
        m_chart->apply(barAfter(1));
        QVERIFY(std::fabs(m_chart->view().lower - live.lower - 1) < 1e-9);
        drag({200, 200}, {900, 200});
        const QCPRange past = m_chart->view();
        m_chart->apply(barAfter(2));
        QVERIFY(std::fabs(m_chart->view().lower - past.lower) < 1e-9);
        QVERIFY(std::fabs(m_chart->view().upper - past.upper) < 1e-9);
    }

    void keys_moveTheView()
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QVERIFY(m_chart->view().lower <= 0);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QVERIFY(m_chart->isLastBarVisible());
        const QCPRange before = m_chart->view();
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QVERIFY(std::fabs(m_chart->view().upper - before.lower) < 1e-6);
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        QVERIFY(m_chart->view().size() < before.size());
        QTest::keyClick(m_chart.get(), Qt::Key_0);
        QVERIFY(m_chart->isLastBarVisible());
        QVERIFY(std::fabs(m_chart->view().size() - before.size()) < 1e-6);
    }

    void indicators_areThoseOfTheCatalogue()
    {
        QVERIFY(m_chart->addIndicator(u"ema:9"_s).has_value());
        QVERIFY(m_chart->addIndicator(u"macd:12,26,9"_s).has_value());
        QVERIFY(!m_chart->addIndicator(u"ema:9"_s).has_value());
        QVERIFY(!m_chart->addIndicator(u"no such thing"_s).has_value());
        m_chart->flush();
        QCOMPARE(m_chart->indicators(), (QStringList{u"ema:9"_s, u"macd:12,26,9"_s}));
        m_chart->removeIndicator(u"macd:12,26,9"_s);
        m_chart->flush();
        QCOMPARE(m_chart->indicators(), QStringList{u"ema:9"_s});
    }

    void aHundredThousandBars_panAtDisplayRate()
    {
        m_chart->resize(1'600, 900);
        m_chart->apply(historyOf(100'000));
        QVERIFY(m_chart->addIndicator(u"ema:21"_s).has_value());
        for (int i = 0; i < 60; ++i)
            wheel({800, 300}, {0, -120}, Qt::NoModifier);
        QVERIFY(m_chart->view().size() > 100'000);
        QElapsedTimer elapsed;
        elapsed.start();
        constexpr int frames = 40;
        for (int i = 0; i < frames; ++i) {
            wheel({800, 300}, {0, i % 2 == 0 ? 120 : -120}, Qt::ShiftModifier);
            m_chart->flush();
        }
        const double ms = double(elapsed.nsecsElapsed()) / 1e6 / frames;
        qInfo("100,000 bars in view: %.2f ms a frame", ms);
        QVERIFY2(ms < 200, "a frame of 100,000 bars takes far longer than a frame");
    }

private:
    void wheel(QPointF at, QPoint delta, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, m_chart->mapToGlobal(at), {}, delta, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_chart.get(), &event);
    }
    double priceHeight() const
    {
        const QRect plot = m_chart->plotRect();
        return m_chart->space().priceAt(plot.top()) - m_chart->space().priceAt(plot.bottom());
    }
    void send(QEvent::Type type, QPointF at, Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, m_chart->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(m_chart.get(), &event);
    }
    void drag(QPointF from, QPointF to)
    {
        send(QEvent::MouseButtonPress, from, Qt::LeftButton);
        send(QEvent::MouseMove, (from + to) / 2, Qt::LeftButton);
        send(QEvent::MouseMove, to, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::NoButton);
    }

    Theme m_theme;
    std::unique_ptr<PriceChart> m_chart;
};

QTEST_MAIN(TestPriceChart)
#include "tst_pricechart.moc"
