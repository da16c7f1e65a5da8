#include "app/bellwether-cli/verbs/verbs.h"

#include "app/composition/profile.h"
#include "core/storage/barstore.h"
#include "core/storage/quality.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::string instrument;
    std::string timeframe;
    std::string from;
    std::string to;
    std::string out;
};

QString text(const std::string &value) { return QString::fromStdString(value); }

Result<std::unique_ptr<BarStore>> openStore(const Context &context)
{
    const auto profile = Profile::open(text(context.profile));
    if (!profile)
        return failure(profile.error());
    return BarStore::open(profile->barStorePath());
}

Result<InstrumentId> instrumentId(const std::string &name)
{
    if (name.empty() || !InstrumentId::fits(name))
        return failure(ErrorCode::InvalidArgument, u"instrument '%1' is not VENUE:SYMBOL"_s.arg(text(name)));
    return InstrumentId(std::string_view(name));
}

Result<std::optional<Timeframe>> chosenTimeframe(const Options &options)
{
    if (options.timeframe.empty())
        return std::nullopt;
    const auto timeframe = parseTimeframe(text(options.timeframe));
    return timeframe ? Result<std::optional<Timeframe>>(*timeframe) : failure(timeframe.error());
}

// A date alone as the end of a range means all of that day.
Result<Timestamp> parseBound(const std::string &value, Timestamp fallback, bool isEnd)
{
    if (value.empty())
        return fallback;
    const auto time = parseIsoTime(text(value));
    if (!time)
        return failure(ErrorCode::InvalidArgument, time.error().detail);
    return isEnd && value.size() == 10 ? *time + durationOf(Timeframe::D1) : *time;
}

struct Checked {
    StoredSeries series;
    QualityReport quality;
};

// Loads every chosen series, which verifies its checksums, and counts its gaps.
Result<std::vector<Checked>> examine(const BarStore &store, const Options &options)
{
    const auto timeframe = chosenTimeframe(options);
    if (!timeframe)
        return failure(timeframe.error());
    const auto stored = store.list();
    if (!stored)
        return failure(stored.error());
    std::vector<Checked> all;
    for (const StoredSeries &series : *stored) {
        if ((!options.instrument.empty() && series.instrument.view() != options.instrument) || (*timeframe && series.timeframe != **timeframe))
            continue;
        const auto bars = store.load(series.instrument, series.timeframe);
        if (!bars)
            return failure(bars.error());
        const auto instrument = store.instrument(series.instrument.toString());
        const auto calendar = instrument ? ExchangeCalendar::find(instrument->calendar) : ExchangeCalendar::find(u"generic");
        all.push_back({series, assess(*bars, series.timeframe, calendar ? *calendar : nullptr)});
    }
    if (all.empty() && !options.instrument.empty())
        return failure(ErrorCode::NotFound, u"no bars of %1 are stored"_s.arg(text(options.instrument)));
    return all;
}

int printJson(const QJsonObject &document)
{
    print(QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
    return Done;
}

int runList(const Options &options, const Context &context)
{
    const auto store = openStore(context);
    if (!store)
        return fail(store.error());
    const auto all = examine(**store, options);
    if (!all)
        return fail(all.error());
    if (context.isJson) {
        QJsonArray list;
        for (const auto &[series, quality] : *all) {
            list.append(QJsonObject{{u"instrument"_s, series.instrument.toString()}, {u"timeframe"_s, toString(series.timeframe)},
                                    {u"from"_s, toIsoString(series.from)},           {u"to"_s, toIsoString(series.to)},
                                    {u"bars"_s, qint64(series.bars)},                {u"gaps"_s, qint64(quality.gaps.size())},
                                    {u"missing_bars"_s, qint64(quality.missing)},    {u"bytes"_s, qint64(series.bytes)}});
        }
        return printJson({{u"series"_s, list}});
    }
    if (all->empty())
        print(u"no bars are stored; 'bellwether-cli import --help' shows how to put some in\n"_s);
    for (const auto &[series, quality] : *all) {
        print(u"%1 %2 %3 bars  %4 to %5  %6 gaps\n"_s.arg(series.instrument.toString(), -24).arg(toString(series.timeframe), -4)
                  .arg(series.bars, 10).arg(toIsoString(series.from), toIsoString(series.to)).arg(quality.gaps.size()));
    }
    return Done;
}

int runCheck(const Options &options, const Context &context)
{
    const auto store = openStore(context);
    if (!store)
        return fail(store.error().code == ErrorCode::StoreCorrupt ? BadInput : Failed, store.error().detail);
    if (const auto verified = (*store)->verify(); !verified)
        return fail(verified.error().code == ErrorCode::StoreCorrupt ? BadInput : Failed, verified.error().detail);
    const auto all = examine(**store, options);
    if (!all)
        return fail(all.error());
    if (context.isJson) {
        QJsonArray list;
        for (const auto &[series, quality] : *all) {
            QJsonObject entry = quality.toJson();
            entry[u"instrument"_s] = series.instrument.toString();
            entry[u"timeframe"_s] = toString(series.timeframe);
            list.append(entry);
        }
        return printJson({{u"ok"_s, true}, {u"series"_s, list}});
    }
    for (const auto &[series, quality] : *all)
        print(u"%1 %2\n%3\n"_s.arg(series.instrument.toString(), toString(series.timeframe), quality.toText().trimmed()));
    print(u"the store is sound: %1 series, every checksum fits\n"_s.arg(all->size()));
    return Done;
}

int runExport(const Options &options, const Context &context)
{
    const auto instrument = instrumentId(options.instrument);
    if (!instrument)
        return fail(instrument.error());
    const auto timeframe = parseTimeframe(text(options.timeframe));
    if (!timeframe)
        return fail(timeframe.error());
    const auto from = parseBound(options.from, earliestTime, false);
    if (!from)
        return fail(from.error());
    const auto to = parseBound(options.to, latestTime, true);
    if (!to)
        return fail(to.error());
    if (*from > *to)
        return fail(WrongUsage, u"--from is after --to"_s);
    const auto store = openStore(context);
    if (!store)
        return fail(store.error());
    const auto rows = (*store)->exportCsv(*instrument, *timeframe, *from, *to, text(options.out));
    if (!rows)
        return fail(rows.error());
    if (context.isJson)
        return printJson({{u"file"_s, text(options.out)}, {u"rows"_s, qint64(*rows)}});
    print(u"%1: %2 bars\n"_s.arg(text(options.out)).arg(*rows));
    return Done;
}

int runDelete(const Options &options, const Context &context)
{
    const auto instrument = instrumentId(options.instrument);
    if (!instrument)
        return fail(instrument.error());
    const auto timeframe = chosenTimeframe(options);
    if (!timeframe)
        return fail(timeframe.error());
    const auto store = openStore(context);
    if (!store)
        return fail(store.error());
    const auto removed = (*store)->remove(*instrument, *timeframe);
    if (!removed)
        return fail(removed.error());
    if (context.isJson)
        return printJson({{u"instrument"_s, instrument->toString()}, {u"removed"_s, qint64(*removed)}});
    print(u"%1: %2 bars removed\n"_s.arg(instrument->toString()).arg(*removed));
    return Done;
}

} // namespace

void addDataVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("data", "List, check, export and delete stored bars");
    verb->require_subcommand(1);
    auto options = std::make_shared<Options>();
    const auto add = [&](const char *name, const char *help, int (*run)(const Options &, const Context &)) {
        CLI::App *action = verb->add_subcommand(name, help);
        addCommonOptions(*action, context);
        action->callback([options, run, &context] { context.run = [options, run, &context] { return run(*options, context); }; });
        return action;
    };
    const auto instrumentOption = [&](CLI::App *action) {
        return action->add_option("--instrument", options->instrument, "VENUE:SYMBOL")->type_name("ID");
    };
    const auto timeframeOption = [&](CLI::App *action) {
        return action->add_option("--timeframe", options->timeframe, "1m, 5m, 15m, 30m, 1h, 4h, 1d or 1w")->type_name("T");
    };
    CLI::App *list = add("list", "What is stored: instrument, timeframe, span, bars, gaps", runList);
    instrumentOption(list);
    timeframeOption(list);
    CLI::App *check = add("check", "Verify every page and checksum and report the gaps", runCheck);
    instrumentOption(check);
    timeframeOption(check);
    CLI::App *exporting = add("export", "Write bars as CSV", runExport);
    instrumentOption(exporting)->required();
    timeframeOption(exporting)->required();
    exporting->add_option("--from", options->from, "First close time, ISO 8601 in UTC")->type_name("TIME");
    exporting->add_option("--to", options->to, "Last close time; a date means all of that day")->type_name("TIME");
    exporting->add_option("--out", options->out, "File to write")->required()->type_name("CSV");
    CLI::App *deleting = add("delete", "Remove one series, or all of an instrument", runDelete);
    instrumentOption(deleting)->required();
    timeframeOption(deleting);
}

} // namespace bellwether::cli
