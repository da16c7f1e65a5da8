#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/backtestoptions.h"
#include "app/composition/preparedbacktest.h"
#include "core/backtest/reportjson.h"

#include <QSaveFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    BacktestOptions run;
    bool hasNoEquity = false;
    std::string report, trades, equity;
};

QString text(const std::string &value) { return QString::fromStdString(value); }

// All files are complete on disk beside their names before the first one is put in its place.
Result<void> writeFiles(const Options &options, const RunReport &report)
{
    std::vector<std::unique_ptr<QSaveFile>> files;
    const auto add = [&](const std::string &path, const auto &content) -> Result<void> {
        if (path.empty())
            return {};
        auto file = std::make_unique<QSaveFile>(text(path));
        const QByteArray bytes = content();
        if (!file->open(QIODevice::WriteOnly) || file->write(bytes) != bytes.size())
            return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(text(path), file->errorString()));
        files.push_back(std::move(file));
        return {};
    };
    for (const auto &written : {add(options.report, [&] { return reportJson(report, !options.hasNoEquity); }),
                                add(options.trades, [&] { return tradesCsv(report); }),
                                add(options.equity, [&] { return equityCsv(report); })})
        if (!written)
            return written;
    for (const auto &file : files)
        if (!file->commit())
            return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(file->fileName(), file->errorString()));
    return {};
}

int run(const Options &options, const Context &context)
{
    const auto request = requestOf(options.run, context);
    if (!request)
        return fail(request.error());
    const auto report = runBacktest(*request);
    if (!report)
        return fail(report.error());
    if (const auto written = writeFiles(options, *report); !written)
        return fail(written.error());
    if (context.isJson)
        print(QString::fromUtf8(reportJson(*report, !options.hasNoEquity)));
    else
        print(reportText(*report));
    return Done;
}

} // namespace

void addBacktestVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("backtest", "Run one strategy over past bars and report its trades");
    addCommonOptions(*verb, context);
    addBacktestOptions(*verb, options->run);
    verb->add_flag("--no-equity", options->hasNoEquity, "Leave the equity curve out of the JSON");
    verb->add_option("--report", options->report, "Write the JSON report")->type_name("FILE");
    verb->add_option("--trades", options->trades, "Write the closed trades as CSV")->type_name("FILE");
    verb->add_option("--equity", options->equity, "Write the equity curve as CSV")->type_name("FILE");
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
