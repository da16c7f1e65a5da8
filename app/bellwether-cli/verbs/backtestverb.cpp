#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/backtestoptions.h"
#include "app/bellwether-cli/reportfiles.h"
#include "app/composition/backtestpresets.h"
#include "app/composition/profile.h"
#include "app/composition/runarchive.h"
#include "app/composition/runchecks.h"
#include "core/backtest/reportjson.h"
#include "core/storage/barstore.h"

#include <csignal>
#include <cstdio>
#include <memory>

namespace bellwether::cli {

namespace {

struct Options {
    BacktestOptions run;
    ReportFiles files;
    std::string note;
    std::string preset, checks;
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

volatile std::sig_atomic_t isInterrupted = 0;

/// Everything in the history store, where the request names nothing.
Result<void> takeAllStored(BacktestRequest &request)
{
    if (!request.dataFiles.isEmpty() || !request.instruments.isEmpty())
        return {};
    const auto store = BarStore::open(request.barStorePath);
    if (!store)
        return failure(store.error());
    const auto series = (*store)->list();
    if (!series)
        return failure(series.error());
    for (const StoredSeries &one : *series)
        if (const QString id = one.instrument.toString(); !request.instruments.contains(id))
            request.instruments.append(id);
    return {};
}

int runTable(const Options &options, const Context &context)
{
    const auto preset = parseBacktestPreset(QString::fromStdString(options.preset));
    if (!preset)
        return fail(preset.error());
    if (!options.files.isEmpty() || options.isKept || !options.checks.empty())
        return fail(WrongUsage, QStringLiteral("--preset gives a table: reports, --save and --check go with one run"));
    BacktestOptions asked = options.run;
    asked.isSourceOptional = *preset != BacktestPreset::Monthly;
    auto request = requestOf(asked, context);
    if (!request)
        return fail(request.error());
    if (const auto done = takeAllStored(*request); !done)
        return fail(done.error());
    std::signal(SIGINT, [](int) { isInterrupted = 1; });
    const auto tell = [&](std::size_t done, std::size_t total) {
        if (!context.isQuiet)
            std::fprintf(stderr, "\r%zu of %zu runs%s", done, total, done == total ? "\n" : "");
    };
    const auto report = runPreset(*preset, *request, tell, [] { return isInterrupted != 0; });
    if (!report)
        return fail(report.error());
    print(context.isJson ? QString::fromUtf8(presetJson(*report)) : presetText(*report));
    return Done;
}

int run(const Options &options, const Context &context)
{
    if (!options.preset.empty())
        return runTable(options, context);
    const auto request = requestOf(options.run, context);
    if (!request)
        return fail(request.error());
    const auto prepared = prepareBacktest(*request);
    if (!prepared)
        return fail(prepared.error());
    const auto checks = options.checks.empty() ? Result<QStringList>() : runChecks(QString::fromStdString(options.checks), *prepared);
    if (!checks)
        return fail(checks.error());
    auto report = runPrepared(*prepared, prepared->parameters);
    if (!report)
        return fail(report.error());
    report->badges += *checks;
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
    CLI::App *verb = app.add_subcommand("backtest", "Run strategies over past bars and report their trades");
    addCommonOptions(*verb, context);
    addBacktestOptions(*verb, options->run);
    addReportFileOptions(*verb, options->files);
    CLI::Option *save = verb->add_flag("--save", options->isKept, "Keep the run in the profile (as is done anyway where the run uses one)");
    verb->add_flag("--no-save", options->isNotKept, "Do not keep the run")->excludes(save);
    verb->add_option("--note", options->note, "A remark to keep beside the run")->type_name("TEXT");
    verb->add_option("--seed", options->run.seed, "Seed of the paths behind the risk of ruin (default 1); kept with the run")->type_name("S");
    verb->add_option("--preset", options->preset, "Many runs, one table: each month, each instrument short, or everything ranked")
        ->type_name("monthly|short-selling|comprehensive");
    verb->add_option("--check", options->checks, "Test that signals need no later bars, and how many earlier ones; said as badges")
        ->type_name("lookahead,warmup");
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
