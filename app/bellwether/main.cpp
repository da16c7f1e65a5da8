#include "app/bellwether/display.h"
#include "app/bellwether/headless.h"
#include "app/composition/locallab.h"
#include "ui/shell/mainwindow.h"

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
    std::string market = "crypto";
    std::string capital;
    std::vector<std::string> symbols;
    std::vector<std::string> strategies;
    std::vector<std::string> replay;
    std::string speed = "1";
    std::uint64_t seed = 1;
    bool isAuto = false;
    std::string screenshot;
    double after = 10;
};

volatile std::sig_atomic_t stopSignal = 0;
void onStopSignal(int number) { stopSignal = number; }

int fail(int code, const QString &line)
{
    std::fprintf(stderr, "bellwether: %s\n", qUtf8Printable(line));
    return code;
}

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::OutOfRange:
    case ErrorCode::NotFound:
    case ErrorCode::Unsupported: return wrongUsage;
    case ErrorCode::InvalidNumber:
    case ErrorCode::InvalidTime:
    case ErrorCode::BadData:
    case ErrorCode::FileUnreadable: return 3;
    case ErrorCode::Denied:
    case ErrorCode::StoreLocked: return 4;
    default: return 1;
    }
}

void addOptions(CLI::App &app, Options &options)
{
    app.set_version_flag("--version", "bellwether " BELLWETHER_VERSION);
    app.add_option("--profile", options.profile, "Profile folder (default: the user's data folder)")->type_name("DIR");
    app.add_option("--config", options.config, "Settings file (default: bellwether.ini of the profile)")->type_name("FILE");
    app.add_option("--market", options.market, "crypto or indian")->capture_default_str();
    app.add_option("--capital", options.capital, "Money of a new paper account");
    app.add_option("--symbols", options.symbols, "Only these symbols")->delimiter(',')->type_name("A,B");
    app.add_option("--strategies", options.strategies, "Only these strategies")->delimiter(',')->type_name("a,b");
    app.add_flag("--auto", options.isAuto, "Arm auto-trade: signals go straight to the risk gate");
    app.add_option("--replay", options.replay, "Replay files of bars instead of the simulated market")->type_name("FILE…");
    app.add_option("--speed", options.speed, "Replay speed: 1 is real time, max as fast as possible")->capture_default_str();
    app.add_option("--seed", options.seed, "Seed of everything random")->capture_default_str();
    app.add_option("--screenshot", options.screenshot, "Write a picture of the window and leave")->type_name("FILE");
    app.add_option("--after", options.after, "Seconds before the picture is taken")
        ->check(CLI::Range(0.1, 3'600.0))
        ->capture_default_str();
}

QStringList listOf(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

Result<DeskRequest> requestOf(const Options &options)
{
    DeskRequest request;
    request.market = QString::fromStdString(options.market);
    request.symbols = listOf(options.symbols);
    request.strategies = listOf(options.strategies);
    request.replayFiles = listOf(options.replay);
    request.isAutoTrading = options.isAuto;
    request.seed = options.seed;
    if (!options.capital.empty()) {
        const auto raw = parseDecimal(std::string_view(options.capital));
        if (!raw || *raw <= 0) {
            return failure(ErrorCode::InvalidArgument,
                           u"--capital '%1' is not an amount above zero"_s.arg(QString::fromStdString(options.capital)));
        }
        const bool isIndian = request.market == u"indian"_s;
        request.capital = Money{FixedPoint<MoneyTag>::fromRaw(*raw), Currency(std::string_view(isIndian ? "INR" : "USDT"))};
    }
    bool isNumber = false;
    request.replaySpeed = options.speed == "max" ? 0 : QString::fromStdString(options.speed).toDouble(&isNumber);
    if (options.speed != "max" && !(isNumber && request.replaySpeed > 0 && request.replaySpeed <= 1'000'000)) {
        return failure(ErrorCode::InvalidArgument,
                       u"--speed '%1' is not 'max' or a number above 0"_s.arg(QString::fromStdString(options.speed)));
    }
    return request;
}

struct Session {
    Profile profile;
    QString settingsPath;
    Settings settings;
    DeskRequest request;
};

Result<Session> openSession(const Options &options)
{
    auto request = requestOf(options);
    if (!request)
        return failure(request.error());
    auto profile = Profile::open(QString::fromStdString(options.profile));
    if (!profile)
        return failure(profile.error());
    const QString path = options.config.empty() ? profile->settingsPath() : QString::fromStdString(options.config);
    if (!options.config.empty() && !QFile::exists(path))
        return failure(ErrorCode::FileUnreadable, u"%1: no such settings file"_s.arg(path));
    auto settings = Settings::load(path);
    if (!settings)
        return failure(settings.error());
    settings->applyEnvironment(declaredSettings());
    return Session{*std::move(profile), path, *std::move(settings), *std::move(request)};
}

int runWithoutDisplay(int argc, char **argv, const Session &session)
{
    QCoreApplication application(argc, argv);
    auto built = makeDesk(session.profile, session.settings, session.request);
    if (!built)
        return fail(exitCodeOf(built.error()), built.error().detail);
    std::fprintf(stderr, "bellwether: no display is reachable; the desk runs for %lld seconds without a window\n",
                 static_cast<long long>(headlessLength.count()));
    return runHeadless(**built, headlessLength, [] { return stopSignal != 0; });
}

int runWindow(int argc, char **argv, const Session &session, const Options &options)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Bellwether"_s);
    QApplication::setApplicationVersion(QStringLiteral(BELLWETHER_VERSION));
    QApplication::setDesktopFileName(u"bellwether"_s);
    auto built = makeDesk(session.profile, session.settings, session.request);
    if (!built) {
        if (options.screenshot.empty())
            QMessageBox::critical(nullptr, u"Bellwether"_s, built.error().detail);
        return fail(exitCodeOf(built.error()), built.error().detail);
    }
    int code = 0;
    {
        LocalLab lab(session.profile, session.settings);
        std::unique_ptr<MainWindow> window;
        // Another language makes the window anew; the desk below it does not notice.
        std::function<void()> makeWindow = [&] {
            QApplication::setQuitOnLastWindowClosed(false);
            if (window)
                window->closeNow();
            window.reset();
            window = std::make_unique<MainWindow>((*built)->desk(), session.settingsPath);
            window->setDeclaredSettings(declaredSettingSpecs());
            window->addLaboratory(lab);
            if (!options.screenshot.empty())
                window->resize(1600, 900); // whatever the screen, which may be none
            window->showFeedSpeed(session.request.replaySpeed);
            QObject::connect(window.get(), &MainWindow::rebuildWanted, &application, [&makeWindow] { makeWindow(); }, Qt::QueuedConnection);
            window->show();
            QApplication::setQuitOnLastWindowClosed(true);
        };
        makeWindow();
        if (!options.screenshot.empty()) {
            QTimer::singleShot(int(options.after * 1e3), &application, [&window, &options, &code] {
                const QString path = QString::fromStdString(options.screenshot);
                if (!window->grab().save(path))
                    code = fail(1, u"%1: the picture cannot be written"_s.arg(path));
                QApplication::exit(code);
            });
        }
        // A stop signal closes the window, so that the layout is saved and the desk stops in order.
        QTimer watch;
        QObject::connect(&watch, &QTimer::timeout, &application, [&window] {
            if (stopSignal != 0)
                window->closeNow();
        });
        watch.start(std::chrono::milliseconds(100));
        (*built)->start();
        code = QApplication::exec();
        (*built)->stop();
    }
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
        const auto session = openSession(options);
        if (!session)
            return fail(exitCodeOf(session.error()), session.error().detail);
        return isDisplayReachable() ? runWindow(argc, argv, *session, options)
                                    : runWithoutDisplay(argc, argv, *session);
    } catch (const std::exception &error) {
        return fail(1, QString::fromUtf8(error.what()));
    }
}
