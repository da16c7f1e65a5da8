#include "core/backtest/reportmetricsjson.h"

#include "core/backtest/reporttables.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

double asPercent(double share) { return share * 100; }

QString periodText(const PeriodReturn &period)
{
    const QString year = u"%1"_s.arg(period.year, 4, 10, QChar(u'0'));
    return period.month == 0 ? year : year + u"-%1"_s.arg(period.month, 2, 10, QChar(u'0'));
}

void writeReturns(JsonWriter &json, std::string_view name, std::span<const PeriodReturn> periods)
{
    json.key(name);
    json.beginArray();
    for (const PeriodReturn &period : periods) {
        json.beginArray(true);
        json.value(periodText(period));
        json.value(asPercent(period.fraction));
        json.endArray();
    }
    json.endArray();
}

void writeDrawdowns(JsonWriter &json, const RunReport &report)
{
    json.key("drawdowns");
    json.beginArray();
    for (const Drawdown &drawdown : report.figures.worstDrawdowns) {
        const Timestamp peak = report.markTime[std::size_t(std::max<std::ptrdiff_t>(drawdown.peak, 0))];
        const Timestamp trough = report.markTime[drawdown.trough];
        const Timestamp end = drawdown.recovery ? report.markTime[*drawdown.recovery] : report.markTime.back();
        const auto days = [](Duration length) { return double(length.count()) / 8.64e13; };
        json.beginObject(true);
        json.field("depth_pct", asPercent(drawdown.depth));
        json.field("money", drawdown.money);
        json.field("peak", peak);
        json.field("trough", trough);
        json.key("recovery");
        if (drawdown.recovery)
            json.value(end);
        else
            json.null();
        json.field("length_days", days(end - peak));
        json.field("recovery_days", drawdown.recovery ? days(end - trough) : notAvailable);
        json.endObject();
    }
    json.endArray();
}

void writeGroups(JsonWriter &json, std::string_view name, std::span<const TradeGroup> groups)
{
    json.key(name);
    json.beginArray();
    for (const TradeGroup &group : groups) {
        json.beginObject(true);
        json.field("name", group.name);
        json.field("trades", std::int64_t(group.trades));
        json.field("win_rate_pct", asPercent(group.winRate()));
        json.field("net_profit", group.net);
        json.field("expectancy", group.mean());
        json.field("profit_factor", group.profitFactor());
        json.endObject();
    }
    json.endArray();
}

void writeBreakdowns(JsonWriter &json, const RunReport &report)
{
    const std::span<const RoundTrip> trades = report.result.trades;
    const Duration offset = report.plan.calendar->utcOffset();
    json.key("breakdowns");
    json.beginObject();
    writeGroups(json, "exit_reason", byExitReason(trades));
    writeGroups(json, "entry_reason", byEntryReason(report.result));
    writeGroups(json, "hour", byHour(trades, offset));
    writeGroups(json, "weekday", byWeekday(trades, offset));
    writeGroups(json, "month_of_year", byMonthOfYear(trades, offset));
    json.endObject();
}

void writeRuin(JsonWriter &json, const RunReport &report)
{
    const RuinEstimate ruin = riskOfRuin(report.result.trades, report.plan.seed);
    json.key("risk_of_ruin");
    json.beginObject(true);
    json.field("probability_pct", asPercent(ruin.probability));
    json.field("loss_pct", 50.0);
    json.field("paths", std::int64_t(ruin.paths));
    json.endObject();
}

void writeDays(JsonWriter &json, const RunReport &report, const JsonParts &parts)
{
    const RunFigures &figures = report.figures;
    const bool hasBenchmark = figures.benchmark.value.size() == figures.daily.value.size();
    json.key("daily");
    json.beginArray();
    for (std::size_t i = 0; i < figures.daily.day.size(); ++i) {
        json.beginArray(true);
        json.date(figures.daily.day[i]);
        json.value(figures.daily.value[i + 1]);
        json.value(hasBenchmark ? figures.benchmark.value[i + 1] : notAvailable);
        json.endArray();
    }
    json.endArray();
    if (parts.isKept)
        return;
    json.key("weeks");
    json.beginArray();
    for (const WeekReturn &week : weeklyReturns(figures.daily)) {
        json.beginArray(true);
        json.date(week.monday);
        json.value(asPercent(week.fraction));
        json.endArray();
    }
    json.endArray();
    json.key("rolling");
    json.beginArray();
    for (const RollingPoint &point : rollingQuarter(report)) {
        json.beginArray(true);
        json.date(point.day);
        json.value(point.sharpe);
        json.value(asPercent(point.volatility));
        json.value(point.beta);
        json.endArray();
    }
    json.endArray();
}

} // namespace

void writeMetrics(JsonWriter &json, const RunReport &report, const JsonParts &parts)
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
    writeReturns(json, "months", report.figures.months);
    writeReturns(json, "years", report.figures.years);
    writeDrawdowns(json, report);
    if (!parts.isKept) {
        writeBreakdowns(json, report);
        writeRuin(json, report);
    }
    if (parts.hasCurves)
        writeDays(json, report, parts);
    json.endObject();
}

} // namespace bellwether
