#include "core/backtest/reportjson.h"

#include "core/backtest/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString sideText(Side side) { return side == Side::Buy ? u"long"_s : u"short"_s; }

void writeSummary(JsonWriter &json, const RunReport &report)
{
    const RunPlan &plan = report.plan;
    const AccountFigures &account = report.figures.account;
    const auto percent = [](double share) { return share * 100; };
    json.key("summary");
    json.beginObject();
    json.numberField("final_equity", toString(report.result.finalEquity.amount));
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
    json.numberField("capital", toString(plan.capital.amount));
    json.field("currency", plan.capital.currency.toString());
    json.field("instrument", plan.instrument.id.toString());
    json.field("strategy", report.strategy);
    json.key("params");
    json.beginObject(true);
    for (const auto &[name, value] : report.parameters)
        json.field(name.toStdString(), value);
    json.endObject();
    json.field("timeframe", toString(plan.timeframe));
    json.field("sizing", toString(plan.sizing));
    json.field("fill", toString(plan.fill));
    json.field("short", plan.canShort);
    for (const auto &[name, share] : {std::pair{"commission", plan.costs.commission},
                                      {"spread", plan.costs.spread},
                                      {"slippage", plan.costs.slippage}}) {
        json.key(name);
        if (plan.hasVenueCosts)
            json.null();
        else
            json.number(toString(share));
    }
    json.field("signals", std::int64_t(report.result.signalCount));
    json.field("periods_per_year", std::int64_t(plan.daysPerYear));
    json.endObject();
}

void writeMetrics(JsonWriter &json, const RunReport &report)
{
    json.key("metrics");
    json.beginObject();
    for (const auto &[name, side] : {std::pair{"all", TradeSide::All}, {"long", TradeSide::Long}, {"short", TradeSide::Short}}) {
        json.key(name);
        json.beginObject();
        for (const MetricSpec &metric : metricTable())
            if (metric.trade || side == TradeSide::All)
                json.field(metric.key, exportedValue(metric, report.figures, side));
        json.endObject();
    }
    json.key("months");
    json.beginArray();
    for (const PeriodReturn &month : report.figures.months) {
        json.beginArray(true);
        json.value(u"%1-%2"_s.arg(month.year, 4, 10, QChar(u'0')).arg(month.month, 2, 10, QChar(u'0')));
        json.value(month.fraction * 100);
        json.endArray();
    }
    json.endArray();
    json.key("drawdowns");
    json.beginArray();
    for (const Drawdown &drawdown : report.figures.worstDrawdowns) {
        json.beginObject(true);
        json.field("depth_pct", drawdown.depth * 100);
        json.field("money", drawdown.money);
        json.field("peak", toIsoString(report.markTime[std::size_t(std::max<std::ptrdiff_t>(drawdown.peak, 0))]));
        json.field("trough", toIsoString(report.markTime[drawdown.trough]));
        json.key("recovery");
        if (drawdown.recovery)
            json.value(toIsoString(report.markTime[*drawdown.recovery]));
        else
            json.null();
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeTrades(JsonWriter &json, const RunReport &report)
{
    json.key("trades");
    json.beginArray();
    for (const RoundTrip &trade : report.result.trades) {
        json.beginObject(true);
        json.field("entry_time", toIsoString(trade.entryTime));
        json.field("exit_time", toIsoString(trade.exitTime));
        json.field("entry_bar", std::int64_t(trade.entryBar));
        json.field("exit_bar", std::int64_t(trade.exitBar));
        json.field("side", sideText(trade.side));
        json.numberField("quantity", toString(trade.quantity));
        json.numberField("entry_price", toString(trade.entryPrice));
        json.numberField("exit_price", toString(trade.exitPrice));
        json.numberField("costs", toString(trade.costs.amount));
        json.numberField("pnl", toString(trade.pnl.amount));
        json.field("pnl_pct", trade.returnFraction() * 100);
        json.field("entry_reason", report.result.entryReason(trade.reasonFirst, trade.reasonCount));
        json.field("exit_reason", toString(trade.exitReason));
        json.field("mae", trade.adverse);
        json.field("mfe", trade.favourable);
        json.endObject();
    }
    json.endArray();
}

void writeEquity(JsonWriter &json, const RunReport &report)
{
    json.key("equity");
    json.beginArray();
    for (std::size_t i = 0; i < report.markTime.size(); ++i) {
        json.beginArray(true);
        json.value(toIsoString(report.markTime[i]));
        json.value(report.result.equity[i]);
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
        json.field("entry_time", toIsoString(trade.entryTime));
        json.field("entry_bar", std::int64_t(trade.entryBar));
        json.field("side", sideText(trade.side));
        json.numberField("quantity", toString(trade.quantity));
        json.numberField("entry_price", toString(trade.entryPrice));
        json.numberField("last_price", toString(trade.lastPrice));
        json.numberField("costs", toString(trade.costs.amount));
        json.numberField("unrealized_pnl", toString(trade.unrealizedPnl.amount));
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
        json.numberField(kind, toString(amount.amount));
    json.endObject();
    json.key("data");
    json.beginObject();
    json.field("bars", report.data.bars);
    json.field("from", toIsoString(report.data.from));
    json.field("to", toIsoString(report.data.to));
    json.field("gaps", report.data.gaps);
    json.field("fingerprint", report.data.fingerprint);
    json.endObject();
    json.key("badges");
    json.beginArray();
    for (const QString &badge : report.badges)
        json.value(badge);
    json.endArray();
    json.field("seconds", report.seconds);
}

} // namespace

QByteArray reportJson(const RunReport &report, bool hasEquity)
{
    JsonWriter json;
    json.beginObject();
    writeSummary(json, report);
    writeMetrics(json, report);
    writeTrades(json, report);
    if (hasEquity)
        writeEquity(json, report);
    writeOpenPositions(json, report);
    writeRest(json, report);
    json.endObject();
    return json.text();
}

} // namespace bellwether
