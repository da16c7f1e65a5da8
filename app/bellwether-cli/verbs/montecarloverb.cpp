#include "app/bellwether-cli/verbs/verbs.h"

#include "app/composition/montecarlojob.h"
#include "app/composition/profile.h"
#include "app/composition/runarchive.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::string run;
    std::string trades;
    std::string capital;
    std::string method = "bootstrap";
    std::size_t paths = 10'000;
    std::uint64_t seed = 1;
    double ruin = 50;
    std::size_t block = 0;
    int jobs = 0;
};

std::atomic<bool> isInterrupted = false;

Result<MonteCarloSource> sourceOf(const Options &options, const Context &context)
{
    if (!options.trades.empty()) {
        const QString text = options.capital.empty() ? u"10000"_s : QString::fromStdString(options.capital);
        const auto capital = parseDecimal(text);
        if (!capital || *capital <= 0)
            return failure(ErrorCode::InvalidArgument, u"--capital '%1': expected a number above 0"_s.arg(text));
        return readTradesCsv(QString::fromStdString(options.trades), double(*capital) / double(decimalScale));
    }
    const QString run = QString::fromStdString(options.run);
    QString storePath;
    // A report file needs no profile.
    if (parseRunId(run)) {
        const auto profile = Profile::open(QString::fromStdString(context.profile));
        if (!profile)
            return failure(profile.error());
        storePath = profile->runStorePath();
    }
    const auto report = loadRun(run, storePath);
    if (!report)
        return failure(report.error());
    return sourceOf(*report);
}

int run(const Options &options, const Context &context)
{
    const auto method = parsePathMethod(QString::fromStdString(options.method));
    if (!method)
        return fail(WrongUsage, u"--"_s + method.error().detail);
    const auto source = sourceOf(options, context);
    if (!source)
        return fail(source.error());
    std::signal(SIGINT, [](int) { isInterrupted = true; });
    const auto report = runMonteCarlo(*source, {.method = *method,
                                                .paths = options.paths,
                                                .seed = options.seed,
                                                .ruinLoss = options.ruin / 100,
                                                .blockLength = options.block,
                                                .threads = options.jobs,
                                                .isCancelled = &isInterrupted});
    if (!report)
        return fail(report.error());
    print(context.isJson ? monteCarloJson(*report) : monteCarloText(*report).toUtf8());
    return Done;
}

} // namespace

void addMonteCarloVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("monte-carlo", "Other orders and draws of a run's trades or days: what could have come");
    addCommonOptions(*verb, context);
    CLI::Option *run = verb->add_option("run", options->run, "Number of a kept run, or a report in JSON")->type_name("RUN");
    CLI::Option *trades = verb->add_option("--trades", options->trades, "CSV of trades with a column pnl, instead of a run")
                              ->type_name("CSV")->excludes(run);
    verb->add_option("--capital", options->capital, "Money before the first trade of --trades (default 10000)")
        ->type_name("N")->needs(trades);
    verb->add_option("--method", options->method, "shuffle: same trades, other order; bootstrap: trades drawn with replacement; block: stretches of days")
        ->type_name("shuffle|bootstrap|block")->capture_default_str();
    verb->add_option("--paths", options->paths, "How many")->type_name("N")->capture_default_str();
    verb->add_option("--seed", options->seed, "Same seed, same numbers")->type_name("N")->capture_default_str();
    verb->add_option("--ruin", options->ruin, "Loss in percent of the capital that counts as ruin")->type_name("PCT")->capture_default_str();
    verb->add_option("--block", options->block, "Days in a block (default: the root of their number)")
        ->type_name("N")->check(CLI::Range(1, 1'000'000));
    verb->add_option("--jobs", options->jobs, "Threads (default: one per core); the numbers are the same")
        ->type_name("N")->check(CLI::Range(1, 1'024));
    verb->callback([run, trades, options, &context] {
        if (run->count() + trades->count() == 0)
            throw CLI::RequiredError("RUN or --trades CSV");
        context.run = [options, &context] { return cli::run(*options, context); };
    });
}

} // namespace bellwether::cli
