#include "app/bellwether/display.h"
#include "app/bellwether/focuskeeper.h"
#include "app/bellwether/headless.h"
#include "app/bellwether/startreport.h"
#include "app/bellwether/windowsession.h"
#include "app/composition/deskoptions.h"
#include "app/composition/logfile.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QMessageBox>

#include <csignal>
#include <cstdio>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUsage = 2;
constexpr std::chrono::seconds headlessLength(60);

struct Options {
    std::string profile;
    std::string config;
    std::vector<std::string> overrides;
    DeskOptions desk;
    std::string screenshot;
    double after = 10;
    bool reportsStart = false;
};

volatile std::sig_atomic_t stopSignal = 0;
void onStopSignal(int number) { stopSignal = number; }

int fail(int code, const QString &line)
{
    std::fprintf(stderr, "bellwether: %s\n", qUtf8Printable(line));
    return code;
}

void addOptions(CLI::App &app, Options &options)
{
    app.set_version_flag("--version", "bellwether " BELLWETHER_VERSION);
    app.add_option("--profile", options.profile, "Profile folder (default: the user's data folder)")->type_name("DIR");
    app.add_option("--config", options.config, "Settings file (default: bellwether.ini of the profile)")->type_name("FILE");
    app.add_option("--set", options.overrides, "Override a setting for this run")->type_name("KEY=VALUE");
    options.desk.addTo(app);
    app.add_option("--screenshot", options.screenshot, "Write a picture of the window and leave")->type_name("FILE");
    app.add_option("--after", options.after, "Seconds before the picture is taken")
        ->check(CLI::Range(0.1, 3'600.0))
        ->capture_default_str();
    app.add_flag("--report-start", options.reportsStart, "Print how long the start took and the memory it needed, and leave");
}

SessionOptions sessionOptions(const Options &options)
{
    return {QString::fromStdString(options.profile), QString::fromStdString(options.config), toStringList(options.overrides)};
}

int runWithoutDisplay(int argc, char **argv, const Session &session, const DeskRequest &request)
{
    QCoreApplication application(argc, argv);
    if (!request.liveAccount.isEmpty())
        return fail(exitCodeOf(ErrorCode::Denied), u"a live account without a window is for bellwether-cli trade --live"_s);
    auto built = makeDesk(session.profile, session.settings, request);
    if (!built)
        return fail(exitCodeOf(built.error().code), built.error().detail);
    QObject::connect(&(*built)->desk(), &TradingDesk::eventsLogged, &(*built)->desk(), &LogFile::note);
    std::fprintf(stderr, "bellwether: no display is reachable; the desk runs for %lld seconds without a window\n",
                 static_cast<long long>(headlessLength.count()));
    return runHeadless(**built, headlessLength, [] { return stopSignal != 0; });
}

int runWindow(int argc, char **argv, const SessionOptions &where, const Session &session, const DeskRequest &request, const Options &options)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Bellwether"_s);
    QApplication::setApplicationVersion(QStringLiteral(BELLWETHER_VERSION));
    QApplication::setDesktopFileName(u"bellwether"_s);
    FocusKeeper keeper;
    application.installEventFilter(&keeper);
    const bool isPicture = !options.screenshot.empty();
    WindowSession running(session, request, [&where] { return Session::open(where); },
                          {.size = isPicture ? QSize(1600, 900) : QSize(), .offersTour = !isPicture && !options.reportsStart}); // whatever the screen, which may be none
    if (const auto started = running.start(); !started) {
        if (!isPicture)
            QMessageBox::critical(nullptr, u"Bellwether"_s, started.error().detail);
        return fail(exitCodeOf(started.error().code), started.error().detail);
    }
    QObject::connect(&running, &WindowSession::failed, &application, [](const QString &text) {
        QMessageBox::critical(nullptr, u"Bellwether"_s, text);
        QApplication::exit(fail(1, text));
    });
    int code = 0;
    if (options.reportsStart)
        new StartReport(*running.window());
    if (isPicture) {
        QTimer::singleShot(int(options.after * 1e3), &application, [&running, &options, &code] {
            const QString path = QString::fromStdString(options.screenshot);
            if (!running.window()->grab().save(path))
                code = fail(1, u"%1: the picture cannot be written"_s.arg(path));
            QApplication::exit(code);
        });
    }
    // A stop signal closes the window, so that the layout is saved and the desk stops in order.
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &application, [&running] {
        if (stopSignal != 0 && running.window())
            running.window()->closeNow();
    });
    watch.start(std::chrono::milliseconds(100));
    code = QApplication::exec();
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Bellwether, a trading terminal", "bellwether");
    Options options;
    addOptions(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : wrongUsage;
    }
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGTERM, onStopSignal);
    std::signal(SIGHUP, onStopSignal);
    try {
        const auto request = options.desk.request();
        if (!request)
            return fail(exitCodeOf(request.error().code), request.error().detail);
        const SessionOptions where = sessionOptions(options);
        const auto session = Session::open(where);
        if (!session)
            return fail(exitCodeOf(session.error().code), session.error().detail);
        const LogFile log(session->profile.folder);
        return isDisplayReachable() ? runWindow(argc, argv, where, *session, *request, options)
                                    : runWithoutDisplay(argc, argv, *session, *request);
    } catch (const std::exception &error) {
        return fail(1, QString::fromUtf8(error.what()));
    }
}
