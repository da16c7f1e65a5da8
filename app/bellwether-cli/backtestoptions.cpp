#include "app/bellwether-cli/backtestoptions.h"

#include "app/bellwether-cli/session.h"

namespace bellwether::cli {

namespace {

QString text(const std::string &value) { return QString::fromStdString(value); }

} // namespace

void addBacktestOptions(CLI::App &verb, BacktestOptions &options)
{
    verb.add_option("--strategy", options.strategies, "Strategy, as `strategies` lists them; several share the account")
        ->type_name("ID");
    verb.add_option("--param", options.parameters, "Parameter of the strategy, with several strategies STRATEGY.NAME=VALUE; may be given several times")
        ->type_name("NAME=VALUE");
    verb.add_option("--data", options.data, "File of bars (CSV, zip, gz, JSON); several in time order, or SYMBOL=FILE for each of several instruments")
        ->type_name("FILE…");
    verb.add_option("--instrument", options.instruments,
                     "Instrument of the history store, several on one account; with --data: whose tick, lot and calendar apply")
        ->type_name("ID");
    verb.add_option("--timeframe", options.timeframe, "Bars to run on, built from shorter ones (default: those of the data)")
        ->type_name("1m|5m|15m|30m|1h|4h|1d|1w");
    verb.add_option("--detail", options.detail, "Shorter bars that tell the order of prices inside a bar: which came first, stop or target (default: the stop)")
        ->type_name("1m|5m|…");
    verb.add_option("--from", options.from, "First day or moment to trade; earlier bars only warm the strategy")->type_name("T");
    verb.add_option("--to", options.to, "Last day (whole) or moment")->type_name("T");
    verb.add_option("--capital", options.capital, "Money to begin with (default 10000)")->type_name("N");
    verb.add_option("--commission", options.commission, "Fee on both fills, a share of the value: 0.001 is 0.1 %")->type_name("X");
    verb.add_option("--spread", options.spread, "Share of the price that an entry is worse by")->type_name("X");
    verb.add_option("--slippage", options.slippage, "What every fill is worse by: a share of the price, fixed:0.05 a unit, or volume:0.1 "
                                                    "by the square of the share of the bar's volume")
        ->type_name("X");
    verb.add_option("--costs", options.costs, "Schedule of fees: binance_spot, binance_spot_bnb, nse_intraday, nse_delivery, flat:20, "
                                              "percent:0.001, maker_taker:0.0008/0.001, none")
        ->type_name("NAME");
    verb.add_option("--participation", options.participation, "Largest share of a bar's volume that we take; the rest fills later")->type_name("X");
    verb.add_option("--borrow", options.borrow, "Cost of a short position, a share of its value a year")->type_name("X");
    verb.add_option("--category", options.categories, "Session rules of all strategies, instead of their own, or of one: STRATEGY=CATEGORY; may be given several times")
        ->type_name("day_trading|short_selling|short_term|long_term");
    verb.add_option("--sizing", options.sizing, "Size of an entry (default risk: as the desk does, with stops)")
        ->type_name("risk|percent|fixed|all-in|kelly");
    verb.add_option("--size", options.size, "percent: % of equity (default 10); fixed: units (default 1); risk: % at risk (default 1); kelly: % of Kelly (default 50)")
        ->type_name("N");
    verb.add_option("--lot", options.lot, "Smallest step of a quantity (default: the instrument's)")->type_name("N");
    verb.add_option("--stop", options.stop, "Stop of every entry: 2%, 1.5atr, strategy, none (default: with risk sizing the strategy's)")
        ->type_name("DISTANCE");
    verb.add_option("--target", options.target, "Target of every entry, likewise")->type_name("DISTANCE");
    verb.add_option("--trail", options.trail, "Trailing stop: 2% or 1.5atr behind the best price since the entry, moved when a bar has closed")
        ->type_name("DISTANCE");
    verb.add_option("--breakeven", options.breakeven, "Gain from the entry that moves the stop there: 1% or 1atr")->type_name("DISTANCE");
    verb.add_option("--time-stop", options.timeStop, "Close a position after so long: minutes, or 4h, 2d; 0 never")->type_name("TIME");
    verb.add_option("--fill", options.fill, "When a decision on a close is filled (default next-open)")->type_name("next-open|close");
    verb.add_flag("--short", options.canShort, "Sell signals may open short positions");
    verb.add_option("--min-confidence", options.minConfidence, "Leave out signals below (default 0; with risk sizing 25)")
        ->type_name("0…100");
    verb.add_option("--benchmark", options.benchmark, "What to hold instead: an instrument of the history store, or none (default: what is traded)")
        ->type_name("ID|none");
    verb.add_option("--close-at-end", options.closeAtEnd,
                     "Close what is open after the last bar, at its close or its open (default: it stays open)")
        ->type_name("close|last-open");
}

Result<BacktestRequest> requestOf(const BacktestOptions &options, const Context &context)
{
    BacktestRequest request;
    if (options.data.empty() && options.instruments.empty() && !options.isSourceOptional)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("--data FILE or --instrument ID is required"));
    // A run of a bare rule on a file touches no profile.
    const bool readsStore = options.data.empty() || !(options.benchmark.empty() || options.benchmark == "none");
    if (readsStore || options.sizing.empty() || options.sizing == "risk") {
        const auto session = Session::open(context);
        if (!session)
            return failure(session.error());
        request.barStorePath = session->profile.barStorePath();
        request.settings = session->settings;
    }
    for (const std::string &file : options.data)
        request.dataFiles.append(text(file));
    for (const std::string &instrument : options.instruments)
        request.instruments.append(text(instrument));
    for (const std::string &strategy : options.strategies)
        request.strategies.append(text(strategy));
    for (const std::string &parameter : options.parameters)
        request.parameters.append(text(parameter));
    request.timeframe = text(options.timeframe);
    request.detail = text(options.detail);
    request.from = text(options.from);
    request.to = text(options.to);
    request.capital = text(options.capital);
    request.commission = text(options.commission);
    request.spread = text(options.spread);
    request.slippage = text(options.slippage);
    request.costs = text(options.costs);
    request.participation = text(options.participation);
    request.borrow = text(options.borrow);
    QStringList categories;
    for (const std::string &category : options.categories)
        categories.append(text(category));
    request.category = categories.join(u',');
    request.seed = text(options.seed);
    request.sizing = text(options.sizing);
    request.size = text(options.size);
    request.lot = text(options.lot);
    request.stop = text(options.stop);
    request.target = text(options.target);
    request.trail = text(options.trail);
    request.breakeven = text(options.breakeven);
    request.timeStop = text(options.timeStop);
    request.fill = text(options.fill);
    request.closeAtEnd = text(options.closeAtEnd);
    request.minConfidence = text(options.minConfidence);
    request.benchmark = text(options.benchmark);
    request.canShort = options.canShort;
    return request;
}

} // namespace bellwether::cli
