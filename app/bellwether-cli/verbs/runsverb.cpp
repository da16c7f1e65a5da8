#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/reportfiles.h"
#include "app/composition/profile.h"
#include "app/composition/runarchive.h"
#include "core/backtest/jsonwriter.h"
#include "core/backtest/reportcompare.h"
#include "core/backtest/reportjson.h"
#include "core/base/decimaltext.h"

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::string run;
    std::vector<std::string> runs;
    std::string note;
    ReportFiles files;
};

QString text(const std::string &value) { return QString::fromStdString(value); }

Result<QString> storePathOf(const Context &context)
{
    const auto profile = Profile::open(text(context.profile));
    if (!profile)
        return failure(profile.error());
    return profile->runStorePath();
}

Result<std::unique_ptr<RunStore>> openStore(const Context &context)
{
    const auto path = storePathOf(context);
    if (!path)
        return failure(path.error());
    return RunStore::open(*path);
}

void writeRow(JsonWriter &json, const KeptRun &run)
{
    json.beginObject();
    json.field("id", run.id);
    json.field("made_at", run.madeAt);
    json.field("strategy", run.strategies);
    json.field("instrument", run.instruments);
    json.field("timeframe", run.timeframe);
    json.field("from", run.from);
    json.field("to", run.to);
    json.field("params", run.parameters);
    json.field("sizing", run.sizing);
    json.field("currency", run.currency);
    json.field("capital", run.capital);
    json.field("final_equity", run.finalEquity);
    json.field("return_pct", run.totalReturn * 100);
    json.field("max_drawdown_pct", run.drawdownMax * 100);
    json.field("sharpe", run.sharpe);
    json.field("profit_factor", run.profitFactor);
    json.field("win_rate_pct", run.winRate * 100);
    json.field("trade_count", run.trades);
    json.field("bars", run.bars);
    json.field("badges", std::int64_t(run.badges));
    json.field("fingerprint", run.fingerprint);
    json.field("version", run.version);
    json.field("seed", run.seed);
    json.field("note", run.note);
    json.field("bytes", run.bytes);
    json.endObject();
}

QString figure(double value, int places, const QString &unit = {})
{
    if (std::isnan(value))
        return u"n/a"_s;
    return std::isinf(value) ? u"no losses"_s : decimalText(value, places) + unit;
}

QString nameOf(const KeptRun &run)
{
    return u"%1 on %2 %3"_s.arg(run.strategies, run.instruments, run.timeframe);
}

QString dayOf(Timestamp time) { return toIsoString(time).left(10); }

int runList(const Context &context)
{
    const auto store = openStore(context);
    if (!store)
        return fail(store.error());
    const auto runs = (*store)->list();
    if (!runs)
        return fail(runs.error());
    if (context.isJson) {
        JsonWriter json;
        json.beginObject();
        json.key("runs");
        json.beginArray();
        for (const KeptRun &run : *runs)
            writeRow(json, run);
        json.endArray();
        json.endObject();
        print(json.text());
        return Done;
    }
    if (runs->empty())
        print(u"no runs are kept; `bellwether-cli backtest --save …` keeps one\n"_s);
    for (const KeptRun &run : *runs) {
        print(u"%1  %2  %3  %4 to %5  return %6  drawdown %7  Sharpe %8  %9 trades"_s.arg(run.id, 5)
                  .arg(toIsoString(run.madeAt).left(16), nameOf(run).leftJustified(44), dayOf(run.from), dayOf(run.to))
                  .arg(figure(run.totalReturn * 100, 2, u" %"_s), 10)
                  .arg(figure(run.drawdownMax * 100, 2, u" %"_s), 8)
                  .arg(figure(run.sharpe, 2), 6)
                  .arg(run.trades)
              + u"  %1%2\n"_s.arg(run.parameters, run.note.isEmpty() ? QString() : u"  “%1”"_s.arg(run.note)));
    }
    return Done;
}

int runShow(const Options &options, const Context &context)
{
    const auto path = storePathOf(context);
    if (!path)
        return fail(path.error());
    const auto report = loadRun(text(options.run), *path);
    if (!report)
        return fail(report.error());
    if (const auto written = writeReportFiles(options.files, *report); !written)
        return fail(written.error());
    print(context.isJson ? reportJson(*report, !options.files.hasNoEquity) : reportText(*report).toUtf8());
    return Done;
}

void printComparison(const RunComparison &comparison, const std::vector<QString> &names)
{
    QString lines;
    for (std::size_t i = 0; i < names.size(); ++i)
        lines += u"  %1: %2\n"_s.arg(i + 1).arg(names[i]);
    lines += u"\n  %1"_s.arg(QString(), -28);
    for (std::size_t i = 0; i < names.size(); ++i)
        lines += u"%1"_s.arg(i == 0 ? u"1"_s : u"%1"_s.arg(i + 1), 14) + (i == 0 ? QString() : u"%1"_s.arg(u"− 1"_s, 14));
    lines += u'\n';
    for (const RunComparison::Row &row : comparison.rows) {
        const MetricSpec &metric = *row.metric;
        lines += u"  %1"_s.arg(QString::fromUtf8(metric.title.data(), qsizetype(metric.title.size())), -28);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            lines += u"%1"_s.arg(displayText(metric, row.values[i]), 14);
            if (i > 0) {
                const double difference = row.values[i] - row.values[0];
                const QString sign = difference > 0 ? u"+"_s : QString();
                lines += u"%1"_s.arg(std::isfinite(difference) ? sign + displayText(metric, difference) : u"n/a"_s, 14);
            }
        }
        lines += u'\n';
    }
    print(lines);
}

void printComparisonJson(const RunComparison &comparison, const std::vector<QString> &names)
{
    JsonWriter json;
    const auto numbers = [&](std::string_view key, const std::vector<double> &values, double minus) {
        json.key(key);
        json.beginArray(true);
        for (const double value : values)
            json.value(value - minus);
        json.endArray();
    };
    json.beginObject();
    json.key("runs");
    json.beginArray();
    for (const QString &name : names)
        json.value(name);
    json.endArray();
    json.key("metrics");
    json.beginObject();
    for (const RunComparison::Row &row : comparison.rows) {
        json.key(row.metric->key);
        json.beginObject(true);
        numbers("values", row.values, 0);
        numbers("differences", row.values, row.values.front());
        json.endObject();
    }
    json.endObject();
    json.key("curves");
    json.beginArray();
    for (std::size_t i = 0; i < comparison.day.size(); ++i) {
        json.beginArray(true);
        json.date(comparison.day[i]);
        for (const std::vector<double> &growth : comparison.growth)
            json.value(growth[i]);
        json.endArray();
    }
    json.endArray();
    json.endObject();
    print(json.text());
}

int runCompare(const Options &options, const Context &context)
{
    const auto path = storePathOf(context);
    if (!path)
        return fail(path.error());
    std::vector<RunReport> reports;
    std::vector<QString> names;
    for (const std::string &run : options.runs) {
        auto report = loadRun(text(run), *path);
        if (!report)
            return fail(report.error());
        names.push_back(u"%1 %2 on %3 %4"_s.arg(text(run), report->strategy, report->plan.instrument.id.toString(), toString(report->plan.timeframe)));
        reports.push_back(*std::move(report));
    }
    std::vector<const RunReport *> pointers;
    for (const RunReport &report : reports)
        pointers.push_back(&report);
    const RunComparison comparison = compareRuns(pointers);
    context.isJson ? printComparisonJson(comparison, names) : printComparison(comparison, names);
    return Done;
}

int runDelete(const Options &options, const Context &context)
{
    std::vector<std::int64_t> ids;
    for (const std::string &run : options.runs) {
        const auto id = parseRunId(text(run));
        if (!id)
            return fail(id.error());
        ids.push_back(*id);
    }
    const auto store = openStore(context);
    if (!store)
        return fail(store.error());
    if (const auto removed = (*store)->remove(ids); !removed)
        return fail(removed.error());
    if (context.isJson)
        print(u"{\"deleted\": %1}\n"_s.arg(ids.size()));
    else if (!context.isQuiet)
        print(u"%1 deleted\n"_s.arg(ids.size()));
    return Done;
}

int runNote(const Options &options, const Context &context)
{
    const auto id = parseRunId(text(options.run));
    if (!id)
        return fail(id.error());
    const auto store = openStore(context);
    if (!store)
        return fail(store.error());
    const auto noted = (*store)->setNote(*id, text(options.note));
    return noted ? Done : fail(noted.error());
}

} // namespace

void addRunsVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("runs", "Backtests that were kept: list, show, compare, note, delete");
    verb->require_subcommand(1);
    const auto add = [&](const char *name, const char *help, auto run) {
        CLI::App *sub = verb->add_subcommand(name, help);
        addCommonOptions(*sub, context);
        sub->callback([run, options, &context] { context.run = [run, options, &context] { return run(*options, context); }; });
        return sub;
    };
    add("list", "Every kept run, the newest first", [](const Options &, const Context &c) { return runList(c); });
    CLI::App *show = add("show", "The report of a kept run, or of a report file", runShow);
    show->add_option("run", options->run, "Number of the run, or a report in JSON")->type_name("RUN")->required();
    addReportFileOptions(*show, options->files);
    CLI::App *compare = add("compare", "Figures and growth of runs side by side, with the differences to the first", runCompare);
    compare->add_option("runs", options->runs, "Numbers of runs, or reports in JSON")->type_name("RUN…")->required()->expected(2, 10);
    CLI::App *erase = add("delete", "Delete kept runs: all that are named, or none", runDelete);
    erase->add_option("runs", options->runs, "Numbers of the runs")->type_name("ID…")->required();
    CLI::App *note = add("note", "Write a remark beside a kept run", runNote);
    note->add_option("run", options->run, "Number of the run")->type_name("ID")->required();
    note->add_option("text", options->note, "The remark; empty takes it away")->required();
}

} // namespace bellwether::cli
