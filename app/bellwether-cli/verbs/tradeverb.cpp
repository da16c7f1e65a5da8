#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/deskprinter.h"
#include "app/bellwether-cli/session.h"
#include "app/composition/makedesk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct TradeOptions {
    std::string market = "crypto";
    std::string capital;
    std::vector<std::string> symbols;
    std::vector<std::string> strategies;
    bool isAuto = false;
    bool isTest = false;
    std::vector<std::string> replay;
    std::string speed = "1";
    std::uint64_t seed = 1;
};

volatile std::sig_atomic_t stopSignal = 0;

void onStopSignal(int number) { stopSignal = number; }

QStringList toStringList(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

Result<DeskRequest> requestOf(const TradeOptions &options)
{
    DeskRequest request;
    request.market = QString::fromStdString(options.market);
    request.symbols = toStringList(options.symbols);
    request.strategies = toStringList(options.strategies);
    request.isAutoTrading = options.isAuto;
    request.replayFiles = toStringList(options.replay);
    request.seed = options.seed;
    if (!options.capital.empty()) {
        const auto raw = parseDecimal(std::string_view(options.capital));
        if (!raw || *raw <= 0)
            return failure(ErrorCode::InvalidArgument, u"--capital '%1' is not an amount above zero"_s.arg(QString::fromStdString(options.capital)));
        const bool isIndian = request.market == u"indian";
        request.capital = Money{FixedPoint<MoneyTag>::fromRaw(*raw), Currency(std::string_view(isIndian ? "INR" : "USDT"))};
    }
    if (options.speed == "max") {
        request.replaySpeed = 0;
    } else {
        bool isNumber = false;
        request.replaySpeed = QString::fromStdString(options.speed).toDouble(&isNumber);
        if (!isNumber || !(request.replaySpeed > 0 && request.replaySpeed <= 1'000'000))
            return failure(ErrorCode::InvalidArgument, u"--speed '%1' is not 'max' or a number above 0"_s.arg(QString::fromStdString(options.speed)));
    }
    return request;
}

int run(const TradeOptions &options, const Context &context)
{
    const auto request = requestOf(options);
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
    verb->add_option("--market", options->market, "crypto or indian")->capture_default_str();
    verb->add_option("--capital", options->capital, "Money of a new paper account");
    verb->add_option("--symbols", options->symbols, "Only these symbols")->delimiter(',')->type_name("A,B");
    verb->add_option("--strategies", options->strategies, "Only these strategies")->delimiter(',')->type_name("a,b");
    verb->add_flag("--auto", options->isAuto, "Arm auto-trading: signals go straight to the risk gate");
    verb->add_flag("--test", options->isTest, "Stop after a minute");
    verb->add_option("--replay", options->replay, "Replay files of bars instead of the simulated market")->type_name("FILE…");
    verb->add_option("--speed", options->speed, "Speed of a replay or the simulated market: 1 is real time, max as fast as possible")->capture_default_str();
    verb->add_option("--seed", options->seed, "Seed of everything random")->capture_default_str();
    addCommonOptions(*verb, context);
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
