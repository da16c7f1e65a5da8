#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/optimiseoptions.h"
#include "app/composition/mpiranks.h"
#include "core/research/searchtext.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

Result<void> writeCsv(const QString &path, const SearchReport &report)
{
    if (path.isEmpty())
        return {};
    QSaveFile file(path);
    const QByteArray csv = searchCsv(report);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

void announce(const OptimiseJob &job, bool isQuiet)
{
    if (!isQuiet)
        std::fprintf(stderr, "%zu runs%s, %lld bars each, %zu threads\n", job.expectedRuns(), double(job.expectedRuns()) < job.space().size() ? " at most" : "",
                     static_cast<long long>(combined(job.prepared().facts).bars), job.jobs());
}

int run(const OptimiseOptions &options, const Context &context)
{
    auto ranks = startedRanks();
    if (!ranks)
        return fail(ranks.error());
    // Of several processes the first one speaks for all.
    const bool isSpeaker = !*ranks || (*ranks)->rank() == 0;
    const auto refuse = [&](const Error &error) { return isSpeaker ? fail(error) : int(Failed); };
    auto request = requestOf(options, context);
    if (!request)
        return refuse(request.error());
    if (const auto chosen = chooseState(*request, context); !chosen)
        return refuse(chosen.error());
    const auto job = OptimiseJob::prepare(*request);
    if (!job)
        return refuse(job.error());
    const bool isQuiet = context.isQuiet || !isSpeaker;
    announce(**job, isQuiet);
    watchStopSignals();
    SearchProgressLine line(isQuiet);
    const auto report = (*job)->run([&](const SearchProgress &progress) {
        line.show({}, progress);
        return !isStopWanted();
    }, ranks->get());
    line.close();
    if (!report)
        return refuse(report.error());
    if (!isSpeaker)
        return report->wasCancelled ? Interrupted : Done;
    if (report->resumedRuns > 0 && !isQuiet)
        std::fprintf(stderr, "%zu runs were there from an earlier attempt\n", report->resumedRuns);
    if (!report->wasCancelled)
        if (const auto written = writeCsv(QString::fromStdString(options.csv), *report); !written)
            return fail(written.error());
    print(context.isJson ? QString::fromUtf8(searchJson(*report)) : searchText(*report, options.top));
    return report->wasCancelled ? Interrupted : Done;
}

} // namespace

void addOptimiseVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<OptimiseOptions>();
    CLI::App *verb = app.add_subcommand("optimise", "Search ranges of parameters for the best backtest");
    verb->alias("optimize");
    addCommonOptions(*verb, context);
    addOptimiseOptions(*verb, *options);
    verb->add_option("--heat-map", options->heatMap, "Two parameters of the heat map in the JSON (default: the first two ranges)")->type_name("X,Y");
    verb->add_option("--csv", options->csv, "Write every run as CSV")->type_name("FILE");
    verb->add_option("--top", options->top, "Runs to print (default 10); --json has all")->type_name("N");
    verb->add_option("--state", options->state, "File that keeps finished runs, for later searches over the same ranges (default: one in the profile until the search is over)")->type_name("FILE");
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
