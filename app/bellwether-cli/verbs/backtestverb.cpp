#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/backtestoptions.h"
#include "app/bellwether-cli/reportfiles.h"
#include "app/composition/preparedbacktest.h"
#include "app/composition/profile.h"
#include "app/composition/runarchive.h"
#include "core/backtest/reportjson.h"

#include <memory>

namespace bellwether::cli {

namespace {

struct Options {
    BacktestOptions run;
    ReportFiles files;
    std::string note;
    bool isKept = false;
    bool isNotKept = false;
};

/// Keeps the run in the profile that it was made with, or in the one that was named. A run that touched no profile is
/// kept on request alone.
Result<void> keep(const Options &options, const Context &context, const BacktestRequest &request, RunReport &report)
{
    const bool hasProfile = !request.barStorePath.isEmpty() || !context.profile.empty();
    if (options.isNotKept || !(hasProfile || options.isKept || !options.note.empty()))
        return {};
    const auto profile = Profile::open(QString::fromStdString(context.profile));
    if (!profile)
        return failure(profile.error());
    const auto store = RunStore::open(profile->runStorePath());
    if (!store)
        return failure(store.error());
    const auto id = keepRun(**store, report, QString::fromStdString(options.note));
    if (!id)
        return failure(id.error());
    report.keptAs = *id;
    return {};
}

int run(const Options &options, const Context &context)
{
    const auto request = requestOf(options.run, context);
    if (!request)
        return fail(request.error());
    auto report = runBacktest(*request);
    if (!report)
        return fail(report.error());
    if (const auto written = writeReportFiles(options.files, *report); !written)
        return fail(written.error());
    const auto kept = keep(options, context, *request, *report);
    print(context.isJson ? reportJson(*report, !options.files.hasNoEquity) : reportText(*report).toUtf8());
    if (!kept)
        return fail(Failed, QStringLiteral("the run was not kept: ") + kept.error().detail);
    return Done;
}

} // namespace

void addBacktestVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("backtest", "Run one strategy over past bars and report its trades");
    addCommonOptions(*verb, context);
    addBacktestOptions(*verb, options->run);
    addReportFileOptions(*verb, options->files);
    CLI::Option *save = verb->add_flag("--save", options->isKept, "Keep the run in the profile (as is done anyway where the run uses one)");
    verb->add_flag("--no-save", options->isNotKept, "Do not keep the run")->excludes(save);
    verb->add_option("--note", options->note, "A remark to keep beside the run")->type_name("TEXT");
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
