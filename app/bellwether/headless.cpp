#include "app/bellwether/headless.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

void printLine(const QString &line)
{
    std::puts(qUtf8Printable(line));
    std::fflush(stdout);
}

QString secondText(Timestamp time) { return toIsoString(Timestamp::fromSeconds(time.seconds())); }

void printStatus(const DeskSnapshot &snapshot)
{
    const AccountView &account = snapshot.account;
    printLine(u"%1  %2 %3  equity %4  cash %5  day P&L %6  exposure %7 %  positions %8  signals waiting %9"_s
                  .arg(secondText(snapshot.time), toString(snapshot.mode), toString(snapshot.state))
                  .arg(account.equity.toDouble(), 0, 'f', 2)
                  .arg(account.cash.toDouble(), 0, 'f', 2)
                  .arg(account.dayPnl.toDouble(), 0, 'f', 2)
                  .arg(account.exposurePercent, 0, 'f', 1)
                  .arg(account.openPositions)
                  .arg(snapshot.pendingSignals ? snapshot.pendingSignals->size() : 0));
}

} // namespace

int runHeadless(RunnableDesk &runnable, std::chrono::seconds length, const std::function<bool()> &shallStop)
{
    TradingDesk &desk = runnable.desk();
    QTimer status;
    QObject::connect(&status, &QTimer::timeout, &desk, [&desk] {
        if (const auto snapshot = desk.snapshot())
            printStatus(*snapshot);
    });
    QObject::connect(&desk, &TradingDesk::eventsLogged, &status, [](const std::vector<DeskEvent> &events) {
        for (const DeskEvent &event : events)
            printLine(u"%1  %2: %3"_s.arg(secondText(event.time), event.source, event.text));
    });
    QObject::connect(&desk, &TradingDesk::finished, qApp, &QCoreApplication::quit);
    QTimer::singleShot(length, qApp, &QCoreApplication::quit);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &desk, [&shallStop] {
        if (shallStop())
            QCoreApplication::quit();
    });
    watch.start(std::chrono::milliseconds(100));
    status.start(std::chrono::seconds(5));
    runnable.start();
    const int code = QCoreApplication::exec();
    runnable.stop();
    QCoreApplication::processEvents(); // what the engine told while it stopped
    if (const auto snapshot = desk.snapshot())
        printStatus(*snapshot);
    return code;
}

} // namespace bellwether
