#include "app/bellwether-cli/optimiseoptions.h"

#include "app/composition/profile.h"

#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

volatile std::sig_atomic_t stopSignal = 0;
void onStopSignal(int number)
{
    // The second one ends the program at once.
    std::signal(number, SIG_DFL);
    stopSignal = number;
}

QStringList texts(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list.append(QString::fromStdString(value));
    return list;
}

QString timeText(double seconds)
{
    if (seconds < 90)
        return u"%1 s"_s.arg(seconds, 0, 'f', seconds < 10 ? 1 : 0);
    return seconds < 5400 ? u"%1 min"_s.arg(seconds / 60, 0, 'f', 0) : u"%1 h"_s.arg(seconds / 3600, 0, 'f', 1);
}

} // namespace

void addOptimiseOptions(CLI::App &verb, OptimiseOptions &options)
{
    addBacktestOptions(verb, options.run);
    verb.add_option("--range", options.ranges, "Values to try for a parameter; may be given several times")
        ->type_name("NAME=START:END:STEP")->required();
    verb.add_option("--constraint", options.constraints, "What must hold of parameters and metrics, such as 'fast < slow' or 'trade_count >= 30'")
        ->type_name("EXPR");
    verb.add_option("--min-trades", options.minTrades, "Only runs with as many closed trades")->type_name("N")->check(CLI::NonNegativeNumber);
    verb.add_option("--max-drawdown", options.maxDrawdown, "Only runs whose maximum drawdown is not above N %")->type_name("N")->check(CLI::PositiveNumber);
    verb.add_option("--objective", options.objective, "Metric or expression to make as large as possible, such as calmar or 'sharpe * sqrt(trade_count)'")
        ->type_name("EXPR")->capture_default_str();
    verb.add_flag("--minimise,--minimize", options.isMinimised, "Make the objective as small as possible");
    verb.add_option("--method", options.method, "How combinations are chosen")->type_name("grid|random|genetic|de")->capture_default_str();
    verb.add_option("--samples", options.settings.samples, "random: combinations to try")->type_name("N")->capture_default_str();
    verb.add_option("--population", options.settings.population, "genetic, de: combinations of a generation")->type_name("N")->capture_default_str();
    verb.add_option("--generations", options.settings.generations, "genetic, de: generations after the first")->type_name("N")->capture_default_str();
    verb.add_option("--max-runs", options.settings.runsMax, "grid: refuse more combinations")->type_name("N")->capture_default_str();
    verb.add_option("--seed", options.settings.seed, "Seed of everything random")->type_name("S")->capture_default_str();
    verb.add_flag("--fresh", options.isFresh, "Forget what an interrupted attempt has left in the profile");
    verb.add_option("--jobs", options.jobs, "Threads (default: as many as cores)")->type_name("N")->check(CLI::Range(1, 1024));
}

Result<OptimiseRequest> requestOf(const OptimiseOptions &options, const Context &context)
{
    auto run = requestOf(options.run, context);
    if (!run)
        return failure(run.error());
    OptimiseRequest request{.run = *std::move(run), .ranges = texts(options.ranges), .constraints = texts(options.constraints)};
    if (options.minTrades > 0)
        request.constraints.append(u"trade_count >= %1"_s.arg(options.minTrades));
    if (options.maxDrawdown > 0)
        request.constraints.append(u"max_drawdown_pct <= %1"_s.arg(options.maxDrawdown, 0, 'g', QLocale::FloatingPointShortest));
    request.objective = QString::fromStdString(options.objective);
    request.isMinimised = options.isMinimised;
    request.method = QString::fromStdString(options.method);
    request.settings = options.settings;
    request.heatMap = QString::fromStdString(options.heatMap);
    request.statePath = QString::fromStdString(options.state);
    request.startsAfresh = options.isFresh;
    request.jobs = options.jobs;
    return request;
}

Result<void> chooseState(OptimiseRequest &request, const Context &context)
{
    if (!request.statePath.isEmpty())
        return {};
    const auto profile = Profile::open(QString::fromStdString(context.profile));
    if (profile)
        request.stateFolder = profile->folder + u"/searches"_s;
    else if (!context.profile.empty())
        return failure(profile.error());
    return {};
}

void watchStopSignals()
{
    stopSignal = 0;
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGTERM, onStopSignal);
}

bool isStopWanted() { return stopSignal != 0; }

SearchProgressLine::SearchProgressLine(bool isQuiet)
    : m_isQuiet(isQuiet), m_isTerminal(isatty(STDERR_FILENO)), m_shown(std::chrono::steady_clock::now())
{
}

void SearchProgressLine::close()
{
    if (m_isOpen)
        std::fputc('\n', stderr);
    m_isOpen = false;
}

void SearchProgressLine::show(const QString &title, const SearchProgress &progress)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_isQuiet || now - m_shown < std::chrono::milliseconds(m_isTerminal ? 100 : 2000))
        return;
    m_shown = now;
    QString line = u"%1%2 of %3 runs, %4 runs/s, %5 left"_s.arg(title).arg(progress.done).arg(progress.expected)
                       .arg(progress.runsPerSecond(), 0, 'f', progress.runsPerSecond() < 10 ? 1 : 0).arg(timeText(progress.secondsLeft()));
    if (progress.best)
        line += u", best %1 at %2"_s.arg(progress.best->objective, 0, 'g', 5).arg(progress.bestText());
    std::fprintf(stderr, m_isTerminal ? "\r\033[K%s" : "%s\n", qUtf8Printable(line));
    std::fflush(stderr);
    m_isOpen = m_isTerminal;
}

} // namespace bellwether::cli
