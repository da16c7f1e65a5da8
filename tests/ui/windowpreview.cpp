// The window over the fake desk: a stage for looking at every state of it.
#include "tests/support/fakedesk.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace bellwether;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption indian(u"indian"_s, u"Indian market"_s);
    const QCommandLineOption light(u"light"_s, u"light theme"_s);
    const QCommandLineOption busy(u"busy"_s, u"open positions, past signals, 20 pending"_s);
    const QCommandLineOption killed(u"killed"_s, u"kill switch set"_s);
    const QCommandLineOption empty(u"empty"_s, u"nothing yet"_s);
    const QCommandLineOption size(u"size"_s, u"WIDTHxHEIGHT"_s, u"size"_s, u"1600x900"_s);
    const QCommandLineOption indicators(u"indicators"_s, u"indicators of the chart"_s, u"list"_s, u"ema:9 ema:21"_s);
    const QCommandLineOption bars(u"bars"_s, u"bars of history"_s, u"count"_s, u"1500"_s);
    const QCommandLineOption settings(u"settings"_s, u"settings file"_s, u"file"_s);
    const QCommandLineOption shot(u"screenshot"_s, u"grab the window into FILE and exit"_s, u"file"_s);
    const QCommandLineOption after(u"after"_s, u"milliseconds before the screenshot"_s, u"ms"_s, u"2500"_s);
    parser.addOptions({indian, light, busy, killed, empty, size, indicators, bars, settings, shot, after});
    parser.process(application);

    test::FakeDesk::Options options;
    options.isIndian = parser.isSet(indian);
    options.historyBars = parser.value(bars).toInt();
    options.pendingSignals = parser.isSet(empty) ? 0 : parser.isSet(busy) ? 20 : 5;
    test::FakeDesk desk(options);
    if (parser.isSet(busy)) {
        for (std::size_t i = 0; i < 4; ++i) {
            desk.openPosition(i, i % 3 == 2 ? Side::Sell : Side::Buy);
            desk.advance(std::chrono::seconds(40));
        }
        for (int i = 0; i < 3; ++i) {
            const SignalRow row = desk.pending()[std::size_t(i) + 1];
            i == 0 ? desk.approveSignal(row.id, row.version) : desk.rejectSignal(row.id, row.version, RejectReason::TooRisky);
            desk.advance(std::chrono::seconds(20));
        }
        desk.closePosition(desk.scene().positions.front().strategy, desk.scene().positions.front().instrument);
    }
    if (parser.isSet(killed))
        desk.kill(false);

    MainWindow window(desk, parser.value(settings));
    window.chartPanel()->setIndicators(parser.value(indicators).split(u' ', Qt::SkipEmptyParts));
    const QStringList parts = parser.value(size).split(u'x');
    window.resize(parts.value(0).toInt(), parts.value(1).toInt());
    if (parser.isSet(light))
        window.action(ActionId::ToggleTheme)->trigger();
    window.show();
    desk.run(10);
    if (parser.isSet(shot)) {
        QTimer::singleShot(parser.value(after).toInt(), &window, [&] {
            window.grab().save(parser.value(shot));
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
