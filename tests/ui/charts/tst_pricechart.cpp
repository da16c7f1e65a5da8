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
    void drag(QPointF from, QPointF to)
    {
        const auto send = [this](QEvent::Type type, QPointF at, Qt::MouseButtons buttons) {
            QMouseEvent event(type, at, m_chart->mapToGlobal(at), Qt::LeftButton, buttons, Qt::NoModifier);
            QApplication::sendEvent(m_chart.get(), &event);
        };
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
