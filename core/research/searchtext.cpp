#include "core/research/searchtext.h"

#include "core/backtest/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString text(std::string_view value) { return QString::fromUtf8(value.data(), qsizetype(value.size())); }
QString number(double value) { return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest) : QString(); }

void writeParameters(JsonWriter &json, const SearchReport &report, const SearchPoint &point)
{
    const ParameterSet parameters = report.space.parametersAt(point);
    json.key("params");
    json.beginObject(true);
    for (std::size_t i = 0; i < report.space.info().parameters.size(); ++i)
        json.field(report.space.info().parameters[i].name, parameters.value(i));
    json.endObject();
}

/// Members of a run within its object.
void writeTrial(JsonWriter &json, const SearchReport &report, std::size_t index)
{
    const Trial &trial = report.trials[index];
    writeParameters(json, report, trial.point);
    json.key("final_equity");
    if (trial.hasResult())
        json.number(toString(trial.finalEquity.amount));
    else
        json.null();
    json.field("trade_count", trial.trades);
    json.field("objective", trial.objective);
    json.field("accepted", trial.isAccepted);
    for (std::size_t i = 0; i < trial.metrics.size(); ++i)
        if (report.goal.metrics()[i]->key != "trade_count")
            json.field(report.goal.metrics()[i]->key, trial.metrics[i]);
    json.field("plateau_score", report.plateau[index].score);
}

void writeHead(JsonWriter &json, const SearchReport &report)
{
    json.key("search");
    json.beginObject();
    json.field("strategy", text(report.space.info().id));
    json.field("method", toString(report.settings.method));
    json.field("seed", std::int64_t(report.settings.seed));
    json.field("objective", report.goal.objectiveText());
    json.field("minimised", report.goal.isMinimised());
    json.key("constraints");
    json.beginArray();
    for (const QString &constraint : report.goal.constraintTexts())
        json.value(constraint);
    json.endArray();
    json.key("ranges");
    json.beginArray();
    for (std::size_t i = 0; i < report.space.ranges().size(); ++i) {
        const ParameterRange &range = report.space.ranges()[i];
        json.beginObject(true);
        json.field("name", report.space.nameOf(i));
        json.field("start", range.start);
        json.field("end", range.valueAt(range.count - 1));
        json.field("step", range.step);
        json.field("count", std::int64_t(range.count));
        json.endObject();
    }
    json.endArray();
    json.field("combinations", report.space.size());
    json.field("runs", std::int64_t(report.trials.size()));
    json.field("expected_runs", std::int64_t(report.expectedRuns));
    json.field("cancelled", report.wasCancelled);
    json.endObject();
    json.key("data");
    json.beginObject();
    json.field("instrument", report.plan.instrument.id.toString());
    json.field("timeframe", toString(report.plan.timeframe));
    json.field("bars", report.data.bars);
    json.field("from", toIsoString(report.data.from));
    json.field("to", toIsoString(report.data.to));
    json.field("fingerprint", report.data.fingerprint);
    json.endObject();
}

void writeBest(JsonWriter &json, const SearchReport &report)
{
    json.key("best");
    json.beginObject();
    if (report.best())
        writeTrial(json, report, 0);
    json.endObject();
    json.key("plateau");
    json.beginObject();
    if (report.plateauBest) {
        writeTrial(json, report, *report.plateauBest);
        json.field("neighbours", std::int64_t(report.plateau[*report.plateauBest].neighbours));
    }
    json.endObject();
    json.key("deflated_sharpe");
    json.beginObject();
    json.field("trials", std::int64_t(report.deflated.trials));
    json.field("variance", report.deflated.variance);
    json.field("expected_maximum", report.deflated.expectedMaximum);
    json.field("probability", report.deflated.probability);
    json.endObject();
}

void writeHeatMap(JsonWriter &json, const SearchReport &report)
{
    const HeatMap &map = *report.heatMap;
    json.key("heat_map");
    json.beginObject();
    json.field("x", report.space.nameOf(map.x));
    json.field("y", report.space.nameOf(map.y));
    for (const auto &[name, values] : {std::pair{"x_values", &map.xValues}, {"y_values", &map.yValues}}) {
        json.key(name);
        json.beginArray(true);
        for (const double value : *values)
            json.value(value);
        json.endArray();
    }
    json.key("best");
    json.beginArray();
    for (std::size_t row = 0; row < map.yValues.size(); ++row) {
        json.beginArray(true);
        for (std::size_t column = 0; column < map.xValues.size(); ++column)
            json.value(map.best[row * map.xValues.size() + column]);
        json.endArray();
    }
    json.endArray();
    json.endObject();
}

/// Columns of the table for people: the objective beside the usual figures.
QString tableRow(const QStringList &cells)
{
    QString line;
    for (const QString &cell : cells)
        line += cell.rightJustified(13) + u' ';
    return line.trimmed().prepend(QString(line.size() - line.trimmed().size() - 1, u' ')) + u'\n';
}

QStringList cellsOf(const SearchReport &report, const Trial &trial)
{
    QStringList cells;
    for (std::size_t i = 0; i < trial.point.size(); ++i)
        cells.append(number(report.space.ranges()[i].valueAt(trial.point[i])));
    cells.append(std::isfinite(trial.objective) ? QString::number(trial.objective, 'g', 6) : u"n/a"_s);
    cells.append(trial.hasResult() ? formatDecimal(trial.finalEquity.amount.raw() / 1'000'000 * 1'000'000, 2) : u"n/a"_s);
    cells.append(QString::number(trial.trades));
    for (const std::string_view key : {"total_return_pct", "sharpe", "max_drawdown_pct", "profit_factor"}) {
        const auto index = std::size_t(report.goal.indexOf(key));
        cells.append(trial.hasResult() ? displayText(*report.goal.metrics()[index], trial.metrics[index]) : u"n/a"_s);
    }
    return cells;
}

} // namespace

QString pointText(const SearchSpace &space, const SearchPoint &point)
{
    QStringList parts;
    for (std::size_t i = 0; i < point.size(); ++i)
        parts.append(space.nameOf(i) + u' ' + number(space.ranges()[i].valueAt(point[i])));
    return parts.join(u", "_s);
}

QByteArray searchJson(const SearchReport &report)
{
    JsonWriter json;
    json.beginObject();
    writeHead(json, report);
    json.key("runs");
    json.beginArray();
    for (std::size_t i = 0; i < report.trials.size(); ++i) {
        json.beginObject(true);
        writeTrial(json, report, i);
        json.endObject();
    }
    json.endArray();
    writeBest(json, report);
    if (report.heatMap)
        writeHeatMap(json, report);
    json.field("resumed_runs", std::int64_t(report.resumedRuns));
    json.field("seconds", report.seconds);
    json.endObject();
    return json.text();
}

QByteArray searchCsv(const SearchReport &report)
{
    QStringList head;
    for (const ParameterSpec &parameter : report.space.info().parameters)
        head.append(text(parameter.name));
    head.append({u"final_equity"_s, u"trade_count"_s, u"objective"_s, u"accepted"_s});
    for (const MetricSpec *metric : report.goal.metrics())
        if (metric->key != "trade_count")
            head.append(text(metric->key));
    head.append(u"plateau_score"_s);
    QByteArray csv = head.join(u',').toUtf8() + '\n';
    for (std::size_t row = 0; row < report.trials.size(); ++row) {
        const Trial &trial = report.trials[row];
        QStringList cells;
        const ParameterSet parameters = report.space.parametersAt(trial.point);
        for (const double value : parameters.values())
            cells.append(number(value));
        cells.append({trial.hasResult() ? toString(trial.finalEquity.amount) : QString(), QString::number(trial.trades),
                      number(trial.objective), trial.isAccepted ? u"1"_s : u"0"_s});
        for (std::size_t i = 0; i < report.goal.metrics().size(); ++i)
            if (report.goal.metrics()[i]->key != "trade_count")
                cells.append(trial.hasResult() ? number(trial.metrics[i]) : QString());
        cells.append(number(report.plateau[row].score));
        csv += cells.join(u',').toUtf8() + '\n';
    }
    return csv;
}

QString searchText(const SearchReport &report, std::size_t rows)
{
    const auto accepted = std::count_if(report.trials.begin(), report.trials.end(), [](const Trial &trial) { return trial.isAccepted; });
    QString out = u"%1 on %2 %3, %4 bars: %5 of %6 runs, %7 accepted, %8 %9 by %10, %11 s%12\n\n"_s
                      .arg(text(report.space.info().id), report.plan.instrument.symbol, toString(report.plan.timeframe))
                      .arg(report.data.bars).arg(report.trials.size()).arg(report.expectedRuns).arg(accepted)
                      .arg(report.goal.isMinimised() ? u"smallest"_s : u"largest"_s, report.goal.objectiveText(), toString(report.settings.method))
                      .arg(report.seconds, 0, 'f', 2).arg(report.wasCancelled ? u", interrupted"_s : QString());
    QStringList head;
    for (std::size_t i = 0; i < report.space.ranges().size(); ++i)
        head.append(report.space.nameOf(i));
    out += tableRow(head + QStringList{u"objective"_s, u"final equity"_s, u"trades"_s, u"return"_s, u"Sharpe"_s, u"max drawdown"_s, u"profit factor"_s});
    for (std::size_t i = 0; i < std::min(rows, report.trials.size()); ++i)
        out += tableRow(cellsOf(report, report.trials[i]));
    out += u'\n';
    if (!report.best()) {
        const bool isKnown = std::any_of(report.trials.begin(), report.trials.end(), [](const Trial &trial) { return !std::isnan(trial.objective); });
        return out + (isKnown ? u"No run keeps every constraint.\n"_s
                              : u"The objective exists for no run: yearly figures such as the Sharpe ratio need 30 days.\n"_s);
    }
    out += u"Best:     %1, objective %2\n"_s.arg(pointText(report.space, report.best()->point)).arg(report.best()->objective, 0, 'g', 6);
    if (report.plateauBest)
        out += u"Plateau:  %1, objective %2, mean of its neighbourhood %3\n"_s
                   .arg(pointText(report.space, report.trials[*report.plateauBest].point))
                   .arg(report.trials[*report.plateauBest].objective, 0, 'g', 6).arg(report.plateau[*report.plateauBest].score, 0, 'g', 6);
    if (!std::isnan(report.deflated.probability))
        out += u"Luck:     after %1 trials the chance that the best is better than chance is %2 %\n"_s
                   .arg(report.deflated.trials).arg(report.deflated.probability * 100, 0, 'f', 1);
    return out;
}

} // namespace bellwether
