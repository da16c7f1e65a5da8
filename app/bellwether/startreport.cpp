#include "app/bellwether/startreport.h"

#include "ui/panels/chart/chartpanel.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QWindow>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace bellwether {

namespace {

// Field 22 of /proc/self/stat, proc(5): ticks after boot at which the process began.
double millisecondsSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = fields.value(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    return (double(now.tv_sec) + double(now.tv_nsec) * 1e-9 - started) * 1e3;
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

StartReport::StartReport(MainWindow &window) : QObject(&window), m_window(window) { startTimer(1); }

void StartReport::timerEvent(QTimerEvent *event)
{
    const auto hasBars = [](const ChartView *view) { return view->chart()->barCount() > 0 && view->chart()->isSettled(); };
    if (!m_window.windowHandle() || !m_window.windowHandle()->isExposed() || !std::ranges::all_of(m_window.chartPanel()->views(), hasBars))
        return;
    killTimer(event->timerId());
    for (const ChartView *view : m_window.chartPanel()->views())
        view->chart()->flush();
    QCoreApplication::processEvents(); // what is waiting is painted and answered: the next key would be
    std::printf("{\"metric\":\"start\",\"ms\":%.0f,\"rss_mb\":%.0f,\"charts\":%zu,\"bars\":%zu}\n", millisecondsSinceStart(), residentMegabytes(),
                m_window.chartPanel()->views().size(), m_window.chartPanel()->chart()->barCount());
    std::fflush(stdout);
    m_window.closeNow();
}

} // namespace bellwether
