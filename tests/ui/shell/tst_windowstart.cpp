#include "tests/support/fakedesk.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6 : 0;
}

} // namespace

/// From the saved layout to the first window that answers: four charts of 100,000 bars with indicators each. `bellwether
/// --report-start` measures the whole program in the same way.
class TestWindowStart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fourChartsOfAHundredThousandBars()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"bellwether.ini"_s);
        test::FakeDesk desk({.symbols = 12, .historyBars = 100'000, .pendingSignals = 6});
        {
            MainWindow first(desk, path);
            first.resize(1'600, 900);
            first.show();
            first.chartPanel()->setIndicators({u"ema:9"_s, u"ema:21"_s, u"bb:20,2"_s});
            first.chartPanel()->setGrid(ChartPanel::Grid::Four);
            QTRY_VERIFY_WITH_TIMEOUT(areReady(first), 60'000);
            first.closeNow();
        }
        QElapsedTimer elapsed;
        elapsed.start();
        MainWindow window(desk, path);
        const qint64 made = elapsed.elapsed();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.repaint();
        const qint64 shown = elapsed.elapsed(); // the window is there and answers; bars follow
        QTRY_VERIFY_WITH_TIMEOUT(areReady(window), 60'000);
        for (ChartView *view : window.chartPanel()->views())
            view->chart()->flush();
        const qint64 complete = elapsed.elapsed();
        QCOMPARE(window.chartPanel()->views().size(), std::size_t(4));
        for (const ChartView *view : window.chartPanel()->views())
            QVERIFY(view->chart()->barCount() >= 100'000);
        const double memory = residentMegabytes();
        qInfo("made %lld ms, shown %lld ms, with all bars and indicators %lld ms (of these the fake desk's own histories take a part); %.0f MB resident "
              "(aims 1 s, 300 MB)",
              made, shown, complete, memory);
        QVERIFY2(memory <= 300, qPrintable(QString::number(memory)));
        QVERIFY(shown < 20'000);
    }

private:
    static bool areReady(const MainWindow &window)
    {
        return std::ranges::all_of(window.chartPanel()->views(),
                                   [](const ChartView *view) { return view->chart()->barCount() >= 100'000 && view->chart()->isSettled(); });
    }
};

QTEST_MAIN(TestWindowStart)
#include "tst_windowstart.moc"
