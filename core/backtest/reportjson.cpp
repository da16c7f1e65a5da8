#include "core/backtest/reportjson.h"

#include "core/backtest/jsonwriter.h"
#include "core/backtest/reportmetricsjson.h"
#include "core/backtest/reporttables.h"

#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

std::string_view sideText(Side side) { return side == Side::Buy ? "long" : "short"; }

/// As RunResult::entryReason, in UTF-8 and into a text whose memory is used again.
void reasonText(const RunResult &result, std::uint32_t first, std::uint32_t count, std::string &out)
{
    static constexpr std::array symbols{" > ", " ≥ ", " < ", " ≤ "}; // in the order of Comparison
    const auto number = [&out](double value) {
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 6).ptr);
    };
    out.clear();
    for (const Reason &reason : std::span(result.reasons).subspan(first, count)) {
        out.append(out.empty() ? "" : "; ").append(reason.label).append(" ");
        number(reason.value);
        out.append(symbols[std::size_t(reason.comparison)]);
        number(reason.threshold);
    }
}

double percent(double share) { return share * 100; }

QStringList idsOf(const std::vector<Instrument> &instruments)
{
    QStringList ids;
    for (const Instrument &instrument : instruments)
        ids.append(instrument.id.toString());
    return ids;
}

void writeSummary(JsonWriter &json, const RunReport &report)
{
    const RunPlan &plan = report.plan;
    const AccountFigures &account = report.figures.account;
    json.key("summary");
    json.beginObject();
    json.decimalField("final_equity", report.result.finalEquity.amount);
    json.field("trade_count", std::int64_t(report.result.trades.size()));
    json.field("return_pct", percent(account.totalReturn));
    json.field("max_drawdown_pct", percent(account.drawdownMax));
    json.field("cagr_pct", percent(account.cagr));
    json.field("sharpe", account.sharpe);
    json.field("sortino", account.sortino);
    json.field("win_rate_pct", percent(report.figures.all.winRate));
    json.field("profit_factor", report.figures.all.profitFactor);
    json.field("buy_and_hold_pct", percent(account.buyAndHold));
    json.field("equity_peak", account.equityPeak);
    json.decimalField("capital", plan.capital.amount);
    json.field("currency", plan.capital.currency.toString());
    json.field("instrument", idsOf(report.instruments).join(u'+'));
    json.field("calendar", plan.calendar->id());
    json.field("strategy", report.strategy);
    json.key("instruments");
    json.beginArray(true);
    for (const Instrument &instrument : report.instruments)
        json.value(instrument.id.toString());
    json.endArray();
    json.key("strategies");
    json.beginArray(true);
    for (const StrategyId &strategy : report.strategies)
        json.value(strategy.toString());
    json.endArray();
    json.key("params");
    json.beginObject(true);
    for (const auto &[name, value] : report.parameters)
        json.field(name.toStdString(), value);
    json.endObject();
    json.field("timeframe", toString(plan.timeframe));
    json.key("detail");
    if (plan.detail)
        json.value(toString(*plan.detail));
    else
        json.null();
    json.field("sizing", toString(plan.sizing));
    json.field("fill", toString(plan.fill));
    json.field("cost_schedule", plan.hasVenueCosts ? u"venue"_s : plan.costsName);
    json.field("stop", toString(plan.exits.stop));
    json.field("target", toString(plan.exits.target));
    json.field("trail", toString(plan.exits.trail));
    json.field("breakeven", toString(plan.exits.breakeven));
    json.key("time_stop_minutes");
    if (plan.exits.timeStopMinutes)
        json.value(std::int64_t(*plan.exits.timeStopMinutes));
    else
        json.null();
    json.field("short", plan.canShort);
    for (const auto &[name, share] : {std::pair{"commission", plan.costs.commission},
                                      {"spread", plan.costs.spread},
                                      {"slippage", plan.costs.slippage}}) {
        json.key(name);
        if (plan.hasVenueCosts || (!plan.costsName.isEmpty() && std::string_view(name) == "commission"))
            json.null();
        else
            json.number(toString(share));
    }
    json.field("signals", std::int64_t(report.result.signalCount));
    json.field("periods_per_year", std::int64_t(plan.daysPerYear));
    json.field("seed", std::int64_t(plan.seed));
    json.field("benchmark", plan.benchmark.isEmpty() ? u"own"_s : plan.benchmark);
    json.key("asked");
    json.beginObject(true);
    for (const auto &[option, text] : report.asked)
        json.field(option.toStdString(), text);
    json.endObject();
    json.field("risk_free_pct", 0.0);
    json.endObject();
}

void writeTrades(JsonWriter &json, const RunReport &report, const JsonParts &parts)
{
    std::string reason;
    json.key("trades");
    json.beginArray();
    const QStringList instruments = idsOf(report.instruments);
    double cumulative = 0;
    for (const RoundTrip &trade : report.result.trades) {
        cumulative += trade.pnl.toDouble();
        json.beginObject(true);
        json.field("instrument", instruments[trade.instrument]);
        json.field("strategy", report.strategies[trade.strategy].toString());
        json.field("entry_time", trade.entryTime);
        json.field("exit_time", trade.exitTime);
        json.field("entry_bar", std::int64_t(trade.entryBar));
        json.field("exit_bar", std::int64_t(trade.exitBar));
        json.utf8Field("side", sideText(trade.side));
        json.decimalField("quantity", trade.quantity);
        json.decimalField("entry_price", trade.entryPrice);
        json.decimalField("exit_price", trade.exitPrice);
        json.decimalField("costs", trade.costs.amount);
        json.decimalField("pnl", trade.pnl.amount);
        reasonText(report.result, trade.reasonFirst, trade.reasonCount, reason);
        json.utf8Field("entry_reason", reason);
        json.field("exit_reason", toString(trade.exitReason));
        json.field("mae", trade.adverse);
        json.field("mfe", trade.favourable);
        json.field("equity_before", trade.equityBefore);
        json.field("risk", trade.moneyAtRisk);
        if (trade.target.isZero())
            json.field("target", notAvailable);
        else
            json.decimalField("target", trade.target);
        if (!parts.isKept) {
            json.field("pnl_pct", percent(trade.returnFraction()));
            json.field("r", trade.pnl.toDouble() / trade.moneyAtRisk);
            json.field("cumulative", cumulative);
            json.field("bars_held", std::int64_t(trade.exitBar) - std::int64_t(trade.entryBar));
        }
        json.endObject();
    }
    json.endArray();
}

void writeCurve(JsonWriter &json, std::string_view name, const RunReport &report, std::span<const double> values,
                std::size_t marksMax)
{
    json.key(name);
    json.beginArray();
    for (const std::size_t i : values.empty() ? std::vector<std::size_t>() : shownMarks(report, marksMax)) {
        json.beginArray(true);
        json.value(report.markTime[i]);
        json.value(values[i]);
        json.endArray();
    }
    json.endArray();
}

void writeOpenPositions(JsonWriter &json, const RunReport &report)
{
    json.key("open_positions");
    json.beginArray();
    for (const OpenTrade &trade : report.result.open) {
        json.beginObject(true);
        json.field("instrument", report.instruments[trade.instrument].id.toString());
        json.field("strategy", report.strategies[trade.strategy].toString());
        json.field("entry_time", trade.entryTime);
        json.field("entry_bar", std::int64_t(trade.entryBar));
        json.utf8Field("side", sideText(trade.side));
        json.decimalField("quantity", trade.quantity);
        json.decimalField("entry_price", trade.entryPrice);
        json.decimalField("last_price", trade.lastPrice);
        json.decimalField("costs", trade.costs.amount);
        json.decimalField("unrealized_pnl", trade.unrealizedPnl.amount);
        json.field("entry_reason", report.result.entryReason(trade.reasonFirst, trade.reasonCount));
        json.endObject();
    }
    json.endArray();
}

void writeRest(JsonWriter &json, const RunReport &report)
{
    json.key("denied");
    json.beginObject();
    for (const auto &[reason, count] : report.result.denied)
        json.field(reason, std::int64_t(count));
    json.endObject();
    json.key("costs");
    json.beginObject();
    for (const auto &[kind, amount] : report.result.costs)
        json.decimalField(kind, amount.amount);
    json.endObject();
    json.key("data");
    json.beginObject();
    json.field("bars", report.data.bars);
    json.field("from", report.data.from);
    json.field("to", report.data.to);
    json.field("gaps", report.data.gaps);
    json.field("bars_without_detail", report.data.barsWithoutDetail);
    json.field("fingerprint", report.data.fingerprint);
    json.key("instruments");
    json.beginArray();
    for (const DataFacts &facts : report.dataOf) {
        json.beginObject(true);
        json.field("instrument", facts.instrument);
        json.field("bars", facts.bars);
        json.field("from", facts.from);
        json.field("to", facts.to);
        json.field("gaps", facts.gaps);
        json.field("bars_without_detail", facts.barsWithoutDetail);
        json.field("fingerprint", facts.fingerprint);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.key("badges");
    json.beginArray();
    for (const QString &badge : report.badges)
        json.value(badge);
    json.endArray();
    json.field("seconds", report.seconds);
    if (report.keptAs > 0)
        json.field("run", report.keptAs);
}

QByteArray written(const RunReport &report, const JsonParts &parts)
{
    JsonWriter json;
    json.beginObject();
    writeSummary(json, report);
    writeMetrics(json, report, parts);
    writeTrades(json, report, parts);
    if (parts.hasCurves) {
        writeCurve(json, "equity", report, report.result.equity, parts.marksMax);
        writeCurve(json, "benchmark", report, report.benchmark, parts.marksMax);
    }
    writeOpenPositions(json, report);
    writeRest(json, report);
    json.endObject();
    return json.text();
}

} // namespace

QByteArray reportJson(const RunReport &report, bool hasEquity) { return written(report, {.hasCurves = hasEquity}); }

QByteArray keptReportJson(const RunReport &report)
{
    return written(report, {.marksMax = 20'000, .isKept = true});
}

} // namespace bellwether
