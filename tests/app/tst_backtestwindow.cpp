#include "app/composition/locallab.h"
#include "core/storage/barfile.h"
#include "core/storage/barstore.h"
#include "tests/support/fakedesk.h"
#include "tests/support/shareddata.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/pricechart.h"
#include "ui/panels/backtest/backtestpanel.h"
#include "ui/panels/backtest/overviewpage.h"
#include "ui/panels/backtest/setup/setupform.h"
#include "ui/panels/backtest/setup/symbolpicker.h"
#include "ui/panels/backtest/tradespage.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

/// From now to the first paint of the chart that has the curve of the next result.
class CurvePaint final : public QObject {
public:
    CurvePaint(CurveChart *chart, const Laboratory &lab)
    {
        m_clock.start();
        chart->installEventFilter(this);
        connect(&lab, &Laboratory::runFinished, this, [this] { m_hasResult = true; });
        connect(chart, &QCustomPlot::beforeReplot, this, [this] { m_isDrawn = m_hasResult; });
    }
    qint64 ms() const { return m_ms; }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isDrawn && m_ms < 0)
            m_ms = m_clock.elapsed();
        return false;
    }

    QElapsedTimer m_clock;
    bool m_hasResult = false;
    bool m_isDrawn = false;
    qint64 m_ms = -1;
};

/// The longest time that the window did not answer.
class Heartbeat final : public QObject {
public:
    Heartbeat()
    {
        m_clock.start();
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(5);
    }
    qint64 longestMs() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

/// The window over the laboratory of this machine, with twelve months of real minutes in its store.
class TestBacktestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (test::sharedFile(u"data/crypto_1m_binance_btcusdt/BTCUSDT-1m-2021-01.zip"_s).isEmpty())
            QSKIP("reference data is absent: this check did not run");
        QVERIFY(m_folder.isValid());
        m_profile = *Profile::open(m_folder.filePath(u"profile"_s));
        std::vector<BarFile> months;
        for (int month = 1; month <= 12; ++month) {
            auto file = readBarFile(
                test::sharedFile(u"data/crypto_1m_binance_btcusdt/BTCUSDT-1m-2021-%1.zip"_s.arg(month, 2, 10, QChar(u'0'))), {});
            QVERIFY(file);
            months.push_back(*std::move(file));
        }
        std::vector<BarBatch> batches;
        for (const BarFile &month : months)
            batches.push_back({InstrumentId(u"BINANCE:BTCUSDT"_s), Timeframe::M1, &month.bars});
        const auto store = BarStore::open(m_profile.barStorePath());
        QVERIFY(store && (*store)->import(batches));
        m_lab = std::make_unique<LocalLab>(m_profile, Settings());
        m_window = std::make_unique<MainWindow>(m_desk);
        m_window->addLaboratory(*m_lab);
        m_window->resize(1600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(panel()->form()->hasData(), 10'000);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_lab.reset();
    }

    void fromRunToTheCurve_isWellBelowASecond_andOtherCostsGiveOtherNumbers()
    {
        LabRequest request;
        request.strategies = {u"supertrend_macd_rsi_ema"_s};
        request.instruments = {u"BINANCE:BTCUSDT"_s};
        request.timeframe = u"15m"_s;
        request.sizing = u"risk"_s;
        panel()->form()->setRequest(request);
        run("supertrend_macd_rsi_ema on a year of BTCUSDT minutes as 15m, the first time");
        const LabReportPtr first = panel()->report();
        QCOMPARE(first->bars, 34'975); // 365 × 96 less 65 quarters of an hour in which the exchange stood still
        QVERIFY(first->trades->size() > 100);
        const QString shown = panel()->findChild<QLabel *>(u"headReturn"_s)->text();
        run("the same again");
        QCOMPARE(panel()->findChild<QLabel *>(u"headReturn"_s)->text(), shown);
        // Every cost on its own changes the result, and taking it away brings the old one back.
        request.commission = u"0"_s;
        panel()->form()->setRequest(request);
        run("free of costs");
        const double free = panel()->report()->finalEquity.toDouble();
        QVERIFY(free > first->finalEquity.toDouble());
        for (const auto &[name, field, value] : {std::tuple{"commission", &LabRequest::commission, u"0.001"_s},
                                                 {"spread", &LabRequest::spread, u"0.0005"_s}, {"slippage", &LabRequest::slippage, u"0.0005"_s}}) {
            LabRequest dear = request;
            dear.*field = value;
            panel()->form()->setRequest(dear);
            run(name);
            QVERIFY2(panel()->report()->finalEquity.toDouble() < free, name);
        }
        panel()->form()->setRequest(request);
        run("free again");
        QCOMPARE(panel()->report()->finalEquity.toDouble(), free);
    }

    void indicatorsOfTheStrategy_standOnTheCandlesOfItsTrades()
    {
        auto *tabs = panel()->findChild<QTabWidget *>(u"backtestTabs"_s);
        tabs->setCurrentWidget(panel()->trades());
        panel()->trades()->choose(3);
        QTRY_VERIFY_WITH_TIMEOUT(panel()->trades()->chart()->isSettled(), 10'000);
        QCOMPARE(panel()->trades()->chart()->indicators(),
                 QStringList({u"supertrend:10,3"_s, u"ema:50"_s, u"macd:12,26,9"_s, u"rsi:14"_s}));
        tabs->setCurrentIndex(0);
    }

    void theBarsOfTheChart_areOneClickAway()
    {
        const QString profile = m_folder.filePath(u"fresh"_s);
        QVERIFY(QDir().mkpath(profile));
        LocalLab lab(*Profile::open(profile), Settings()); // with an empty store
        MainWindow window(m_desk, profile + u"/bellwether.ini"_s);
        window.addLaboratory(lab);
        window.resize(1600, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(window.chartPanel()->chart()->barCount() > 100);
        const std::size_t closed = window.chartPanel()->chart()->bars().closedCount();
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
        SetupForm *form = window.backtestPanel()->form();
        QTRY_VERIFY(!form->hasData());
        QTest::mouseClick(form->findChild<QPushButton *>(u"chartBars"_s), Qt::LeftButton);
        QTRY_VERIFY(form->hasData());
        const QString source = form->request().dataFiles.value(0);
        QVERIFY2(source.startsWith(window.chartPanel()->instrument().toString() + u'='), qPrintable(source));
        auto *button = window.backtestPanel()->findChild<QPushButton *>(u"runBacktest"_s);
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(window.backtestPanel()->report(), qPrintable(window.backtestPanel()->findChild<QLabel *>(u"backtestStatus"_s)->text()), 20'000);
        QCOMPARE(std::size_t(window.backtestPanel()->report()->bars), closed);
    }

    void aRunOfAYearOfMinutes_neverBlocksTheWindow()
    {
        LabRequest request;
        request.strategies = {u"ema_crossover"_s};
        request.instruments = {u"BINANCE:BTCUSDT"_s};
        request.sizing = u"risk"_s;
        panel()->form()->setRequest(request);
        const Heartbeat heartbeat;
        run("ema_crossover on 524,607 minutes");
        QCOMPARE(panel()->report()->bars, 524'607);
        qInfo("the window did not answer for %lld ms at the longest", heartbeat.longestMs());
        QVERIFY2(heartbeat.longestMs() < 2'000, qPrintable(QString::number(heartbeat.longestMs())));
    }

private:
    BacktestPanel *panel() const { return m_window->backtestPanel(); }
    /// Clicks Run and waits for the result, and for its curve on the screen.
    void run(const char *what)
    {
        const LabReportPtr before = panel()->report();
        auto *button = panel()->findChild<QPushButton *>(u"runBacktest"_s);
        QTRY_VERIFY(button->isEnabled());
        const CurvePaint paint(panel()->overview()->equityChart(), *m_lab);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(panel()->report() != before && !panel()->isRunning() && paint.ms() >= 0,
                                  qPrintable(panel()->findChild<QLabel *>(u"backtestStatus"_s)->text()), 60'000);
        qInfo("%s: from Run to the curve on the screen %lld ms, of which the run %.0f ms", what, paint.ms(), panel()->report()->seconds * 1e3);
        QVERIFY2(paint.ms() < 10'000, what);
    }

    QTemporaryDir m_folder;
    Profile m_profile;
    test::FakeDesk m_desk;
    std::unique_ptr<LocalLab> m_lab;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestBacktestWindow)
#include "tst_backtestwindow.moc"
