#include "app/bellwether-bench/chartworkload.h"

#include "ui/charts/pricechart.h"

#include <QApplication>
#include <QFile>

#include <malloc.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether::bench {

namespace {

using Clock = std::chrono::steady_clock;

double msSince(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

/// Resident bytes, with what the allocator holds back given away first.
double residentBytes()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 : 0;
}

void reportFrames(const QString &what, std::size_t bars, std::vector<double> ms)
{
    std::ranges::sort(ms);
    const double p95 = ms[std::size_t(0.95 * double(ms.size() - 1))];
    const QString metric = u"chart_%1_%2k"_s.arg(what).arg(bars / 1000);
    const QString note = u"p95 %1 ms, %2 frames"_s.arg(p95, 0, 'f', 2).arg(ms.size());
    report(qUtf8Printable(metric), 1, ms[ms.size() / 2] / 1e3, 0, qUtf8Printable(note));
}

template <typename Frame> void runFrames(const QString &what, std::size_t bars, int count, Frame frame)
{
    std::vector<double> ms;
    for (int i = 0; i < count; ++i) {
        const auto start = Clock::now();
        frame(i);
        ms.push_back(msSince(start));
    }
    reportFrames(what, bars, std::move(ms));
}

/// The ranges of the common scenario of all chart programs.
void runScenario(PriceChart &chart)
{
    const auto bars = double(chart.barCount());
    const auto show = [&chart](double first, double last) {
        chart.showBars(first - 0.5, last - 0.5);
        chart.flush();
    };
    runFrames(u"pan200"_s, chart.barCount(), 200, [&](int i) { show(bars - 600 + i, bars - 400 + i); });
    runFrames(u"pan5k"_s, chart.barCount(), 200, [&](int i) { show(bars - 15'000 + 25 * i, bars - 10'000 + 25 * i); });
    const int halves = bars > 200'000 ? 10 : 60;
    const int zooms = bars > 200'000 ? 30 : 120;
    runFrames(u"panhalf"_s, chart.barCount(), halves, [&](int i) {
        const double first = bars * 0.5 * i / halves;
        show(first, first + bars / 2);
    });
    runFrames(u"zoom"_s, chart.barCount(), zooms,
              [&](int i) { show(bars - 50 * std::pow(bars / 50, i / (zooms - 1.0)), bars); });
}

/// The bar in progress moves within its range; what shows it is repainted at once.
void runTicks(PriceChart &chart, const BarPoint &last)
{
    chart.resetView();
    chart.flush();
    ChartUpdate update;
    BarPoint forming = last;
    forming.closeTime = last.closeTime + std::chrono::minutes(1);
    forming.open = forming.close = last.close;
    forming.high = last.close * 1.0005;
    forming.low = last.close * 0.9995;
    update.forming = forming;
    chart.apply(update);
    chart.flush();
    runFrames(u"tick"_s, chart.barCount() - 1, 200, [&](int i) {
        update.forming->close = last.close * (1 + 0.0004 * std::sin(i));
        chart.apply(update);
        QApplication::processEvents();
    });
}

void moveCursor(PriceChart &chart)
{
    const QPointF at(700, 300);
    QMouseEvent move(QEvent::MouseMove, at, chart.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&chart, &move);
}

} // namespace

int runChart(const BarColumns &bars)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "bellwether-bench";
    char *argv[] = {name, nullptr};
    QApplication application(argc, argv);
    Theme theme;
    theme.apply();

    // Fonts, icons and the first window are there before the clock starts, as in the program.
    PriceChart(theme, Format()).show();
    QApplication::processEvents();
    const double before = residentBytes();
    ChartUpdate update;
    update.history = std::make_shared<const BarColumns>(bars);
    const auto start = Clock::now();
    PriceChart chart(theme, Format());
    chart.resize(1600, 900);
    chart.setSeries(u"BENCH"_s, Timeframe::M1, 2, Format());
    for (const QString &spec : {u"ema:20"_s, u"sma:50"_s, u"vwap"_s}) {
        if (const auto added = chart.addIndicator(spec); !added)
            std::fprintf(stderr, "bellwether-bench: %s\n", qUtf8Printable(added.error().detail));
    }
    chart.show();
    moveCursor(chart);
    chart.apply(update);
    chart.showBars(double(bars.size()) - 200, double(bars.size()));
    chart.flush();
    reportFrames(u"first"_s, bars.size(), {msSince(start)});
    while (!chart.isSettled())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double settled = msSince(start);
    const double size = double(bars.size()) * 48;
    const QString note = u"all indicators and folds; memory %1 x the bars"_s.arg((residentBytes() - before) / size, 0, 'f', 2);
    const QString metric = u"chart_settled_%1k"_s.arg(bars.size() / 1000);
    report(qUtf8Printable(metric), 1, settled / 1e3, 0, qUtf8Printable(note));
    runScenario(chart);
    runTicks(chart, bars.point(bars.size() - 1));
    return 0;
}

} // namespace bellwether::bench
