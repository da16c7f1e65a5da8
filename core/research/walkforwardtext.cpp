#include "core/backtest/jsonwriter.h"
#include "core/base/decimaltext.h"
#include "core/research/searchtext.h"
#include "core/research/walkforward.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString text(std::string_view value) { return QString::fromUtf8(value.data(), qsizetype(value.size())); }
QString percent(double share) { return std::isnan(share) ? u"n/a"_s : decimalText(share * 100, 2) + u" %"_s; }
QString plain(double value) { return std::isnan(value) ? u"n/a"_s : decimalText(value, 4, 'g'); }

void writeStep(JsonWriter &json, const WalkForwardReport &report, const WalkForwardStep &step)
{
    json.beginObject(true);
    json.field("in_sample_from", toIsoString(step.searchFrom));
    json.field("out_of_sample_from", toIsoString(step.testFrom));
    json.field("out_of_sample_to", toIsoString(step.testTo));
    json.field("in_sample_bars", std::int64_t(step.window.testFirst - step.window.searchFirst));
    json.field("out_of_sample_bars", std::int64_t(step.window.testLast - step.window.testFirst));
    json.field("runs", std::int64_t(step.runs));
    json.key("params");
    if (step.chosen) {
        const ParameterSet parameters = report.space.parametersAt(*step.chosen);
        json.beginObject(true);
        for (std::size_t i = 0; i < report.space.info().parameters.size(); ++i)
            json.field(report.space.info().parameters[i].name, parameters.value(i));
        json.endObject();
    } else {
        json.null();
    }
    json.field("in_sample_objective", step.inSampleObjective);
    json.field("out_of_sample_objective", step.outOfSampleObjective);
    json.field("in_sample_return_pct", step.inSampleReturn * 100);
    json.field("out_of_sample_return_pct", step.outOfSampleReturn * 100);
    json.field("out_of_sample_max_drawdown_pct", step.drawdownMax * 100);
    json.field("trade_count", step.trades);
    json.field("efficiency", step.efficiency());
    json.field("end_equity", step.endEquity);
    json.endObject();
}

void writeSummary(JsonWriter &json, const WalkForwardReport &report)
{
    json.key("summary");
    json.beginObject();
    json.field("strategy", text(report.space.info().id));
    json.field("instrument", report.plan.instrument.id.toString());
    json.field("timeframe", toString(report.plan.timeframe));
    json.field("kind", report.settings.isAnchored ? u"anchored"_s : u"rolling"_s);
    json.field("windows", std::int64_t(report.settings.windows));
    json.field("in_sample_pct", report.settings.inSampleShare * 100);
    json.field("method", toString(report.search.method));
    json.field("seed", std::int64_t(report.search.seed));
    json.field("objective", report.goal.objectiveText());
    json.numberField("capital", toString(report.plan.capital.amount));
    json.field("final_equity", report.equity.empty() ? report.plan.capital.toDouble() : report.equity.back());
    json.field("trade_count", std::int64_t(report.trades.size()));
    json.field("efficiency", report.efficiency());
    json.field("profitable_windows_pct", report.profitableShare() * 100);
    json.field("bars", report.data.bars);
    json.field("fingerprint", report.data.fingerprint);
    json.field("cancelled", report.wasCancelled);
    json.endObject();
}

} // namespace

QByteArray walkForwardJson(const WalkForwardReport &report, bool hasEquity)
{
    JsonWriter json;
    json.beginObject();
    writeSummary(json, report);
    json.key("windows");
    json.beginArray();
    for (const WalkForwardStep &step : report.steps)
        writeStep(json, report, step);
    json.endArray();
    json.key("metrics");
    json.beginObject();
    for (const MetricSpec &metric : metricTable())
        json.field(metric.key, exportedValue(metric, report.figures, TradeSide::All));
    json.endObject();
    if (hasEquity) {
        json.key("equity");
        json.beginArray();
        for (std::size_t i = 0; i < report.equity.size(); ++i) {
            json.beginArray(true);
            json.value(toIsoString(report.markTime[i]));
            json.value(report.equity[i]);
            json.endArray();
        }
        json.endArray();
    }
    json.field("resumed_runs", std::int64_t(report.resumedRuns));
    json.field("seconds", report.seconds);
    json.endObject();
    return json.text();
}

QString walkForwardText(const WalkForwardReport &report)
{
    QString out = u"%1 on %2 %3, %4 bars: %5 %6 windows, %7 by %8%9\n\n"_s
                      .arg(text(report.space.info().id), report.plan.instrument.symbol, toString(report.plan.timeframe))
                      .arg(report.data.bars).arg(report.settings.windows)
                      .arg(report.settings.isAnchored ? u"anchored"_s : u"rolling"_s, report.goal.objectiveText(),
                           toString(report.search.method), report.wasCancelled ? u", interrupted"_s : QString());
    out += u"out of sample from   to           in sample   out of sample   drawdown   trades   efficiency   parameters\n"_s;
    for (const WalkForwardStep &step : report.steps)
        out += u"%1           %2 %3 %4 %5 %6 %7   %8\n"_s
                   .arg(toIsoString(step.testFrom).left(10), toIsoString(step.testTo).left(10))
                   .arg(percent(step.inSampleReturn), 11).arg(percent(step.outOfSampleReturn), 15).arg(percent(step.drawdownMax), 10)
                   .arg(step.trades, 8).arg(plain(step.efficiency()), 12)
                   .arg(step.chosen ? pointText(report.space, *step.chosen) : u"no run was accepted"_s);
    const AccountFigures &account = report.figures.account;
    out += u"\nStitched: final equity %1, return %2, Sharpe %3, maximum drawdown %4, %5 trades\n"_s
               .arg(report.equity.empty() ? report.plan.capital.toDouble() : report.equity.back(), 0, 'f', 2)
               .arg(percent(account.totalReturn), plain(account.sharpe), percent(account.drawdownMax)).arg(report.trades.size());
    out += u"Efficiency ratio %1 (return a day out of sample ÷ in sample), %2 of the windows profitable\n"_s
               .arg(plain(report.efficiency()), percent(report.profitableShare()));
    return out;
}

} // namespace bellwether
