#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/session.h"
#include "app/composition/backtestjob.h"
#include "core/backtest/reportjson.h"

#include <QSaveFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::string instrument, strategy, timeframe, from, to, capital, commission, spread, slippage, sizing, size, lot,
        fill, closeAtEnd, minConfidence;
    std::vector<std::string> data;
    std::vector<std::string> parameters;
    bool canShort = false;
    bool hasNoEquity = false;
    std::string report, trades, equity;
};

QString text(const std::string &value) { return QString::fromStdString(value); }

Result<BacktestRequest> requestOf(const Options &options, const Context &context)
{
    BacktestRequest request;
    // A run of a bare rule on a file touches no profile.
    if (options.data.empty() || options.sizing.empty() || options.sizing == "risk") {
        const auto session = Session::open(context);
        if (!session)
            return failure(session.error());
        request.barStorePath = session->profile.barStorePath();
        request.settings = session->settings;
    }
    for (const std::string &file : options.data)
        request.dataFiles.append(text(file));
    request.instrument = text(options.instrument);
    request.strategy = text(options.strategy);
    for (const std::string &parameter : options.parameters)
        request.parameters.append(text(parameter));
    request.timeframe = text(options.timeframe);
    request.from = text(options.from);
    request.to = text(options.to);
    request.capital = text(options.capital);
    request.commission = text(options.commission);
    request.spread = text(options.spread);
    request.slippage = text(options.slippage);
    request.sizing = text(options.sizing);
    request.size = text(options.size);
    request.lot = text(options.lot);
    request.fill = text(options.fill);
    request.closeAtEnd = text(options.closeAtEnd);
    request.minConfidence = text(options.minConfidence);
    request.canShort = options.canShort;
    return request;
}

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
    const auto request = requestOf(options, context);
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
    verb->add_option("--strategy", options->strategy, "Strategy, as `strategies` lists them")->type_name("ID")->required();
    verb->add_option("--param", options->parameters, "Parameter of the strategy; may be given several times")
        ->type_name("NAME=VALUE");
    CLI::Option *data = verb->add_option("--data", options->data, "File of bars (CSV, zip, gz, JSON); several in time order")
                            ->type_name("FILE…");
    verb->add_option("--instrument", options->instrument,
                     "Instrument of the history store; with --data: whose tick, lot and calendar apply")
        ->type_name("ID");
    verb->add_option("--timeframe", options->timeframe, "Bars to run on, built from shorter ones (default: those of the data)")
        ->type_name("1m|5m|15m|30m|1h|4h|1d|1w");
    verb->add_option("--from", options->from, "First day or moment to trade; earlier bars only warm the strategy")->type_name("T");
    verb->add_option("--to", options->to, "Last day (whole) or moment")->type_name("T");
    verb->add_option("--capital", options->capital, "Money to begin with (default 10000)")->type_name("N");
    verb->add_option("--commission", options->commission, "Fee on both fills, a share of the value: 0.001 is 0.1 %")->type_name("X");
    verb->add_option("--spread", options->spread, "Share of the price that an entry is worse by")->type_name("X");
    verb->add_option("--slippage", options->slippage, "Share of the price that every fill is worse by")->type_name("X");
    verb->add_option("--sizing", options->sizing, "Size of an entry (default risk: as the desk does, with stops)")
        ->type_name("risk|percent|fixed|all-in");
    verb->add_option("--size", options->size, "percent: % of equity (default 10); fixed: units (default 1); risk: % at risk (default 1)")
        ->type_name("N");
    verb->add_option("--lot", options->lot, "Smallest step of a quantity (default: the instrument's)")->type_name("N");
    verb->add_option("--fill", options->fill, "When a decision on a close is filled (default next-open)")->type_name("next-open|close");
    verb->add_flag("--short", options->canShort, "Sell signals may open short positions");
    verb->add_option("--min-confidence", options->minConfidence, "Leave out signals below (default 0; with risk sizing 25)")
        ->type_name("0…100");
    verb->add_option("--close-at-end", options->closeAtEnd,
                     "Close what is open after the last bar, at its close or its open (default: it stays open)")
        ->type_name("close|last-open");
    verb->add_flag("--no-equity", options->hasNoEquity, "Leave the equity curve out of the JSON");
    verb->add_option("--report", options->report, "Write the JSON report")->type_name("FILE");
    verb->add_option("--trades", options->trades, "Write the closed trades as CSV")->type_name("FILE");
    verb->add_option("--equity", options->equity, "Write the equity curve as CSV")->type_name("FILE");
    verb->callback([options, &context, data] {
        if (data->count() == 0 && options->instrument.empty())
            throw CLI::RequiredError("--data FILE or --instrument ID");
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
