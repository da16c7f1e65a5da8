#include "core/backtest/reportreader.h"

#include "core/backtest/jsonreader.h"
#include "core/backtest/reasonpool.h"
#include "core/market/instrumentdefaults.h"

using namespace Qt::StringLiterals;
using simdjson::dom::element;

namespace bellwether {

namespace {

Side sideOf(JsonReader &reader)
{
    const QString side = reader.text("side");
    if (side != u"long" && side != u"short")
        reader.bad("side", u"long or short");
    return side == u"short" ? Side::Sell : Side::Buy;
}

ExitReason exitReasonOf(JsonReader &reader)
{
    const QString text = reader.text("exit_reason");
    for (int i = 0; i <= int(ExitReason::Other); ++i)
        if (toString(ExitReason(i)) == text)
            return ExitReason(i);
    return ExitReason::Other; // a reason of another version
}

/// What a JSON document says of an instrument: its id; the rest is that of its venue.
Instrument instrumentOf(JsonReader &summary, const QString &id)
{
    Instrument instrument;
    if (auto known = defaultInstrument(id))
        instrument = *std::move(known);
    else if (InstrumentId::fits(id.toStdString()))
        instrument.id = InstrumentId(id);
    else
        summary.bad("instrument", u"an instrument of at most 32 characters");
    if (instrument.symbol.isEmpty())
        instrument.symbol = id.section(u':', -1);
    return instrument;
}

void readInstruments(JsonReader &summary, RunReport &report)
{
    RunPlan &plan = report.plan;
    const QString currency = summary.text("currency");
    if (!Currency::fits(currency.toStdString()))
        return summary.bad("currency", u"a currency of at most 8 characters");
    plan.capital.currency = Currency(currency);
    summary.elements("instruments", [&](element one, const auto &path) {
        std::string_view id;
        if (one.get(id) != simdjson::SUCCESS)
            return summary.complain(path(), u"a text");
        report.instruments.push_back(instrumentOf(summary, QString::fromUtf8(id.data(), qsizetype(id.size()))));
    });
    if (report.instruments.empty())
        report.instruments.push_back(instrumentOf(summary, summary.text("instrument")));
    Instrument &first = report.instruments.front();
    const QString calendar = summary.text("calendar");
    const auto found = ExchangeCalendar::find(calendar.isEmpty() ? first.calendar : calendar);
    plan.calendar = found ? *found : &ExchangeCalendar::crypto();
    first.calendar = plan.calendar->id();
    for (Instrument &instrument : report.instruments)
        instrument.currency = plan.capital.currency;
    plan.instrument = first;
}

void readStrategies(JsonReader &summary, RunReport &report)
{
    report.strategy = summary.text("strategy");
    const auto add = [&](const QString &id) {
        if (!StrategyId::fits(id.toStdString()))
            return summary.bad("strategy", u"a strategy of at most 32 characters");
        report.strategies.emplace_back(id);
    };
    summary.elements("strategies", [&](element one, const auto &path) {
        std::string_view id;
        if (one.get(id) != simdjson::SUCCESS)
            return summary.complain(path(), u"a text");
        add(QString::fromUtf8(id.data(), qsizetype(id.size())));
    });
    if (report.strategies.empty())
        add(report.strategy);
}

/// Index of what a trade names in a list of the summary; the first where it names nothing.
template <typename List, typename IdOf> std::uint16_t indexIn(const List &list, JsonReader &trade, std::string_view key, IdOf idOf)
{
    const QString name = trade.text(key);
    if (name.isEmpty())
        return 0;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (idOf(list[i]) == name)
            return std::uint16_t(i);
    trade.bad(key, u"one that the summary names");
    return 0;
}

template <typename Trade> void readOwners(JsonReader &reader, const RunReport &report, Trade &trade)
{
    trade.instrument = indexIn(report.instruments, reader, "instrument", [](const Instrument &one) { return one.id.toString(); });
    trade.strategy = indexIn(report.strategies, reader, "strategy", [](const StrategyId &one) { return one.toString(); });
}

void readSummary(JsonReader &summary, RunReport &report)
{
    RunPlan &plan = report.plan;
    readInstruments(summary, report);
    readStrategies(summary, report);
    plan.capital.amount = summary.neededDecimal<FixedPoint<MoneyTag>>("capital");
    report.result.finalEquity = {summary.neededDecimal<FixedPoint<MoneyTag>>("final_equity"), plan.capital.currency};
    report.figures.account.finalEquity = report.result.finalEquity.toDouble();
    report.figures.account.netProfit = report.figures.account.finalEquity - plan.capital.toDouble();
    report.figures.account.equityPeak = summary.number("equity_peak");
    summary.members("params", [&](std::string_view name, double value) {
        report.parameters.emplace_back(QString::fromUtf8(name.data(), qsizetype(name.size())), value);
    });
    if (const auto timeframe = parseTimeframe(summary.text("timeframe")))
        plan.timeframe = *timeframe;
    else
        summary.bad("timeframe", u"1m, 5m, 15m, 30m, 1h, 4h, 1d or 1w");
    if (const auto detail = parseTimeframe(summary.text("detail")))
        plan.detail = *detail;
    plan.sizing = parseSizingKind(summary.text("sizing")).value_or(plan.sizing);
    plan.fill = parseFillMoment(summary.text("fill")).value_or(plan.fill);
    plan.canShort = summary.flag("short");
    plan.exits.stop = parseExitDistance(summary.text("stop")).value_or(plan.exits.stop);
    plan.exits.target = parseExitDistance(summary.text("target")).value_or(plan.exits.target);
    plan.exits.trail = parseMoveDistance(summary.text("trail")).value_or(plan.exits.trail);
    plan.exits.breakeven = parseMoveDistance(summary.text("breakeven")).value_or(plan.exits.breakeven);
    plan.benchmark = summary.text("benchmark");
    if (plan.benchmark == u"own")
        plan.benchmark.clear();
    summary.members<std::string_view>("asked", [&](std::string_view option, std::string_view text) {
        report.asked.emplace_back(QString::fromUtf8(option.data(), qsizetype(option.size())), QString::fromUtf8(text.data(), qsizetype(text.size())));
    });
    if (const double minutes = summary.number("time_stop_minutes"); minutes >= 0 && minutes < 1e7)
        plan.exits.timeStopMinutes = int(minutes);
    plan.costs = {summary.decimal<Ratio>("commission"), summary.decimal<Ratio>("spread"), summary.decimal<Ratio>("slippage")};
    plan.costsName = summary.text("cost_schedule");
    plan.hasVenueCosts = std::isnan(summary.number("commission")) && (plan.costsName.isEmpty() || plan.costsName == u"venue");
    if (plan.hasVenueCosts)
        plan.costsName.clear();
    if (const double seed = summary.number("seed"); seed >= 1 && seed <= 9e15)
        plan.seed = std::uint64_t(seed);
    report.result.signalCount = summary.count<std::size_t>("signals");
    const int perYear = summary.count<int>("periods_per_year");
    plan.daysPerYear = perYear > 0 ? perYear : plan.calendar->daysPerYear();
}

void readColumn(JsonReader &column, TradeSide side, RunFigures &figures)
{
    TradeFigures &trades = side == TradeSide::All ? figures.all : side == TradeSide::Long ? figures.longSide : figures.shortSide;
    for (const MetricSpec &metric : metricTable()) {
        if (metric.account && side != TradeSide::All)
            continue;
        const double value = metric.unit == MetricUnit::Share ? column.share(metric.key) : column.number(metric.key);
        (metric.account ? figures.account.*metric.account : trades.*metric.trade) = value;
    }
    if (side == TradeSide::All)
        figures.account.exposure = trades.exposure;
    // JSON has no infinity: a profit over no losses is written as null.
    if (trades.grossProfit > 0 && trades.grossLoss == 0)
        trades.profitFactor = std::numeric_limits<double>::infinity();
}

void readPeriods(JsonReader &metrics, std::string_view key, std::vector<PeriodReturn> &periods)
{
    metrics.elements(key, [&](element one, const auto &path) {
        std::string_view name;
        double value = notAvailable;
        if (one.at(0).get(name) != simdjson::SUCCESS || (!one.at(1).is_null() && one.at(1).get(value) != simdjson::SUCCESS))
            return metrics.complain(path(), u"a period and a number");
        const QStringList parts = QString::fromUtf8(name.data(), qsizetype(name.size())).split(u'-');
        periods.push_back({parts.value(0).toInt(), parts.value(1).toUInt(), value / 100});
    });
}

void readDays(JsonReader &metrics, double capital, RunFigures &figures)
{
    bool hasBenchmark = true;
    figures.daily.value = figures.benchmark.value = {capital};
    metrics.elements("daily", [&](element one, const auto &path) {
        std::string_view date;
        double equity = 0;
        double benchmark = notAvailable;
        const bool isGood = one.at(0).get(date) == simdjson::SUCCESS && one.at(1).get(equity) == simdjson::SUCCESS;
        const auto time = parseIsoTime(QString::fromUtf8(date.data(), qsizetype(date.size())));
        if (!isGood || !time)
            return metrics.complain(path(), u"a date, the equity and that of the benchmark");
        hasBenchmark = one.at(2).get(benchmark) == simdjson::SUCCESS && hasBenchmark;
        for (auto [curve, value] : {std::pair{&figures.daily, equity}, {&figures.benchmark, benchmark}}) {
            const double before = curve->value.back();
            curve->day.push_back(time->utcDay());
            curve->value.push_back(value);
            curve->returns.push_back(before > 0 ? value / before - 1 : notAvailable);
        }
    });
    if (!hasBenchmark || figures.daily.day.empty())
        figures.benchmark = {};
}

void readTrades(JsonReader &document, RunReport &report, ReasonPool &reasons)
{
    const Currency currency = report.plan.capital.currency;
    document.objects("trades", [&](JsonReader &reader) {
        RoundTrip trade;
        readOwners(reader, report, trade);
        trade.entryTime = reader.time("entry_time");
        trade.exitTime = reader.time("exit_time");
        trade.entryBar = reader.count<std::uint32_t>("entry_bar");
        trade.exitBar = reader.count<std::uint32_t>("exit_bar");
        trade.side = sideOf(reader);
        trade.exitReason = exitReasonOf(reader);
        trade.quantity = reader.neededDecimal<Quantity>("quantity");
        trade.entryPrice = reader.neededDecimal<Price>("entry_price");
        trade.exitPrice = reader.neededDecimal<Price>("exit_price");
        trade.costs = {reader.decimal<FixedPoint<MoneyTag>>("costs"), currency};
        trade.pnl = {reader.neededDecimal<FixedPoint<MoneyTag>>("pnl"), currency};
        trade.equityBefore = reader.number("equity_before");
        trade.moneyAtRisk = reader.number("risk");
        trade.target = reader.decimal<Price>("target");
        trade.adverse = reader.number("mae");
        trade.favourable = reader.number("mfe");
        reasons.add(reader.text("entry_reason"), trade.reasonFirst, trade.reasonCount);
        report.result.trades.push_back(trade);
    });
}

void readOpen(JsonReader &document, RunReport &report, ReasonPool &reasons)
{
    const Currency currency = report.plan.capital.currency;
    document.objects("open_positions", [&](JsonReader &reader) {
        OpenTrade trade;
        readOwners(reader, report, trade);
        trade.entryTime = reader.time("entry_time");
        trade.entryBar = reader.count<std::uint32_t>("entry_bar");
        trade.side = sideOf(reader);
        trade.quantity = reader.decimal<Quantity>("quantity");
        trade.entryPrice = reader.decimal<Price>("entry_price");
        trade.lastPrice = reader.decimal<Price>("last_price");
        trade.costs = {reader.decimal<FixedPoint<MoneyTag>>("costs"), currency};
        trade.unrealizedPnl = {reader.decimal<FixedPoint<MoneyTag>>("unrealized_pnl"), currency};
        reasons.add(reader.text("entry_reason"), trade.reasonFirst, trade.reasonCount);
        report.result.open.push_back(trade);
    });
}

void readEquity(JsonReader &document, RunReport &report)
{
    const auto read = [&](std::string_view key, auto take) {
        document.elements(key, [&](element one, const auto &path) {
            std::string_view text;
            double value = 0;
            const bool isGood = one.at(0).get(text) == simdjson::SUCCESS && one.at(1).get(value) == simdjson::SUCCESS;
            const auto time = parseIsoTime(QString::fromLatin1(text.data(), qsizetype(text.size())));
            if (!isGood || !time || !take(*time, value))
                document.complain(path(), u"a time, not before the last one, and a number");
        });
    };
    read("equity", [&](Timestamp time, double value) {
        if (!report.markTime.empty() && time < report.markTime.back())
            return false;
        report.markTime.push_back(time);
        report.result.equity.push_back(value);
        return true;
    });
    read("benchmark", [&](Timestamp, double value) {
        report.benchmark.push_back(value);
        return report.benchmark.size() <= report.markTime.size();
    });
    if (report.benchmark.size() != report.markTime.size())
        report.benchmark.clear();
}

void readDrawdowns(JsonReader &metrics, RunReport &report)
{
    const auto markOf = [&](Timestamp time) {
        const auto at = std::lower_bound(report.markTime.begin(), report.markTime.end(), time);
        return std::size_t(at == report.markTime.end() ? at - report.markTime.begin() - 1 : at - report.markTime.begin());
    };
    if (report.markTime.empty())
        return;
    metrics.objects("drawdowns", [&](JsonReader &reader) {
        Drawdown drawdown;
        drawdown.depth = reader.share("depth_pct");
        drawdown.money = reader.number("money");
        drawdown.peak = std::ptrdiff_t(markOf(reader.time("peak")));
        drawdown.trough = markOf(reader.time("trough"));
        if (!reader.text("recovery").isEmpty())
            drawdown.recovery = markOf(reader.time("recovery"));
        // A fall from the capital itself has no mark of its peak; the first mark is already below it.
        if (drawdown.peak == 0 && report.result.equity.front() < report.plan.capital.toDouble())
            drawdown.peak = -1;
        report.figures.worstDrawdowns.push_back(drawdown);
    });
}

DataFacts factsOf(JsonReader &data)
{
    return {data.text("instrument"), data.count<std::int64_t>("bars"), data.time("from"), data.time("to"),
            data.count<std::int64_t>("gaps"), data.count<std::int64_t>("bars_without_detail"), data.text("fingerprint")};
}

void readRest(JsonReader &document, RunReport &report)
{
    RunResult &result = report.result;
    document.members("denied", [&](std::string_view reason, double count) {
        if (count >= 0 && count < 1e15)
            result.denied.emplace(reason, std::size_t(count));
    });
    document.members("costs", [&](std::string_view kind, double amount) {
        if (std::fabs(amount) < 9e10)
            result.costs.emplace(kind, Money{FixedPoint<MoneyTag>::fromDouble(amount), report.plan.capital.currency});
    });
    if (auto data = document.object("data")) {
        report.data = factsOf(*data);
        data->objects("instruments", [&](JsonReader &one) { report.dataOf.push_back(factsOf(one)); });
    }
    document.elements("badges", [&](element one, const auto &path) {
        std::string_view text;
        if (one.get(text) != simdjson::SUCCESS)
            return document.complain(path(), u"a text");
        report.badges.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
    });
    report.seconds = document.number("seconds");
    report.keptAs = document.count<std::int64_t>("run");
}

void readDocument(JsonReader &document, RunReport &report, std::set<std::string> &labels)
{
    if (auto summary = document.object("summary"))
        readSummary(*summary, report);
    else
        return document.bad("summary", u"an object");
    ReasonPool reasons(report.result, labels);
    readTrades(document, report, reasons);
    readOpen(document, report, reasons);
    readEquity(document, report);
    readRest(document, report);
    if (auto metrics = document.object("metrics")) {
        for (const auto &[name, side] : {std::pair{"all", TradeSide::All}, {"long", TradeSide::Long}, {"short", TradeSide::Short}})
            if (auto column = metrics->object(name))
                readColumn(*column, side, report.figures);
        readPeriods(*metrics, "months", report.figures.months);
        readPeriods(*metrics, "years", report.figures.years);
        readDays(*metrics, report.plan.capital.toDouble(), report.figures);
        readDrawdowns(*metrics, report);
    }
}

} // namespace

Result<RunReport> readReport(QByteArrayView json)
{
    if (json.isEmpty())
        return failure(ErrorCode::BadData, u"not a JSON document: it is empty"_s);
    simdjson::dom::parser parser;
    element root;
    if (const auto error = parser.parse(json.data(), std::size_t(json.size())).get(root); error != simdjson::SUCCESS)
        return failure(ErrorCode::BadData, u"not a JSON document: %1"_s.arg(QString::fromLatin1(simdjson::error_message(error))));
    if (!root.is_object())
        return failure(ErrorCode::BadData, u"not a report: expected a JSON object"_s);
    QString trouble;
    RunReport report;
    const auto labels = std::make_shared<std::set<std::string>>();
    JsonReader document(root, {}, trouble);
    readDocument(document, report, *labels);
    report.reasonLabels = labels;
    if (!trouble.isEmpty())
        return failure(ErrorCode::BadData, trouble);
    return report;
}

} // namespace bellwether
