#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/deskprinter.h"
#include "app/bellwether-cli/session.h"
#include "app/composition/deskoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct TradeOptions {
    DeskOptions desk;
    bool isTest = false;
};

volatile std::sig_atomic_t stopSignal = 0;

void onStopSignal(int number) { stopSignal = number; }

int run(const TradeOptions &options, const Context &context)
{
    const auto request = options.desk.request();
    if (!request)
        return fail(request.error());
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    auto built = makeDesk(session->profile, session->settings, *request);
    if (!built)
        return fail(built.error());
    TradingDesk &desk = (*built)->desk();

    DeskPrinter printer(desk, context.isJson, context.isQuiet, request->replaySpeed > 0);
    QElapsedTimer elapsed;
    elapsed.start();
    QObject::connect(&desk, &TradingDesk::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    if (options.isTest)
        QTimer::singleShot(std::chrono::minutes(1), QCoreApplication::instance(), &QCoreApplication::quit);
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGTERM, onStopSignal);
    std::signal(SIGHUP, onStopSignal);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, QCoreApplication::instance(), [] {
        if (stopSignal != 0)
            QCoreApplication::quit();
    });
    watch.start(std::chrono::milliseconds(50));

    (*built)->start();
    QCoreApplication::exec();
    (*built)->stop();
    QCoreApplication::processEvents(); // what the engine told while it stopped
    printer.printSummary(double(elapsed.elapsed()) / 1e3);
    return stopSignal == SIGINT ? Interrupted : Done;
}

} // namespace

void addTradeVerb(CLI::App &app, Context &context)
{
    auto options = std::make_shared<TradeOptions>();
    CLI::App *verb = app.add_subcommand("trade", "Run the desk on paper: the simulated market, or a replay of stored bars");
    options->desk.addTo(*verb);
    verb->add_flag("--test", options->isTest, "Stop after a minute");
    addCommonOptions(*verb, context);
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
