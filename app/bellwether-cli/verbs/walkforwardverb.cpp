#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/optimiseoptions.h"
#include "app/composition/mpiranks.h"
#include "app/composition/walkforwardjob.h"

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    OptimiseOptions search;
    int windows = 5;
    double inSample = 70;
    bool isAnchored = false;
    bool hasNoEquity = false;
};

int run(const Options &options, const Context &context)
{
    auto ranks = startedRanks();
    if (!ranks)
        return fail(ranks.error());
    const bool isSpeaker = !*ranks || (*ranks)->rank() == 0;
    auto request = requestOf(options.search, context);
    const auto chosen = request ? chooseState(*request, context) : failure(request.error());
    if (!chosen)
        return isSpeaker ? fail(chosen.error()) : int(Failed);
    const WalkForwardSettings settings{options.isAnchored, options.windows, options.inSample / 100};
    watchStopSignals();
    SearchProgressLine line(context.isQuiet || !isSpeaker);
    const auto report = runWalkForward(*request, settings, [&](const WalkForwardProgress &progress) {
        line.show(u"window %1 of %2: "_s.arg(progress.window + 1).arg(progress.windows), progress.search);
        return !isStopWanted();
    }, ranks->get());
    line.close();
    if (!report)
        return isSpeaker ? fail(report.error()) : int(Failed);
    if (isSpeaker && report->resumedRuns > 0 && !context.isQuiet)
        std::fprintf(stderr, "%zu runs were there from an earlier attempt\n", report->resumedRuns);
    if (isSpeaker)
        print(context.isJson ? QString::fromUtf8(walkForwardJson(*report, !options.hasNoEquity)) : walkForwardText(*report));
    return report->wasCancelled ? Interrupted : Done;
}

} // namespace

void addWalkForwardVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("walk-forward", "Search window by window and trade each winner over the bars after it");
    addCommonOptions(*verb, context);
    addOptimiseOptions(*verb, options->search);
    verb->add_option("--windows", options->windows, "Out-of-sample parts")->type_name("N")->capture_default_str();
    verb->add_option("--in-sample", options->inSample, "Percent of a window that is searched")->type_name("PCT")->capture_default_str();
    verb->add_flag("--anchored", options->isAnchored, "Every search begins with the first bar (default: the window rolls)");
    verb->add_flag("--no-equity", options->hasNoEquity, "Leave the stitched curve out of the JSON");
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
