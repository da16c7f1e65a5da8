#include "app/bellwether-cli/verbs/verbs.h"

#include "app/composition/profile.h"
#include "core/storage/barfile.h"
#include "core/storage/barstore.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

std::atomic<bool> isInterrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

struct Options {
    std::string instrument;
    std::string timeframe;
    std::vector<std::string> files;
    std::string delimiter;
    std::vector<std::string> columns;
    std::string timeFormat;
    std::string zone;
    std::string stamp;
    double priceDivisor = 0;
    bool skipsBadRows = false;
};

QString text(const std::string &value) { return QString::fromStdString(value); }

// A line that is written over itself, on a terminal only.
class Progress {
public:
    explicit Progress(bool isQuiet) : m_isShown(!isQuiet && ::isatty(STDERR_FILENO) != 0) {}
    ~Progress()
    {
        if (m_isShown)
            std::fputs("\r\x1b[K", stderr);
    }
    void show(const QString &what, double share)
    {
        const int percent = int(share * 100);
        if (!m_isShown || (percent == m_percent && what == m_what))
            return;
        m_percent = percent;
        m_what = what;
        std::fprintf(stderr, "\r\x1b[K[%-20.*s] %3d %% %s", percent / 5, "####################", percent, qUtf8Printable(what));
        std::fflush(stderr);
    }

private:
    bool m_isShown;
    int m_percent = -1;
    QString m_what;
};

Result<BarFileOptions> readingOptions(const Options &options)
{
    BarFileOptions reading;
    reading.isCancelled = &isInterrupted;
    reading.collectFaults = options.skipsBadRows;
    reading.zone = text(options.zone);
    reading.priceDivisor = options.priceDivisor;
    if (!options.delimiter.empty()) {
        const std::string name = options.delimiter == "tab" || options.delimiter == "\\t" ? "\t" : options.delimiter;
        if (name.size() != 1)
            return failure(ErrorCode::InvalidArgument, u"--delimiter: '%1' is not one character or 'tab'"_s.arg(text(options.delimiter)));
        reading.delimiter = name[0];
    }
    for (const std::string &entry : options.columns) {
        const QString pair = text(entry);
        const qsizetype equals = pair.indexOf(u'=');
        if (equals <= 0)
            return failure(ErrorCode::InvalidArgument, u"--column: '%1' is not like close=Last or close=5"_s.arg(pair));
        reading.columns[pair.left(equals)] = pair.mid(equals + 1);
    }
    if (!options.timeFormat.empty()) {
        const auto layout = parseTimeLayout(text(options.timeFormat));
        if (!layout)
            return failure(layout.error());
        reading.timeLayout = *layout;
    }
    if (!options.stamp.empty())
        reading.isStampClose = options.stamp == "close";
    if (!options.timeframe.empty()) {
        const auto timeframe = parseTimeframe(text(options.timeframe));
        if (!timeframe)
            return failure(timeframe.error());
        reading.timeframe = *timeframe;
    }
    return reading;
}

int run(const Options &options, const Context &context)
{
    std::signal(SIGINT, [](int) { isInterrupted = true; });
    std::signal(SIGTERM, [](int) { isInterrupted = true; });
    QElapsedTimer clock;
    clock.start();
    auto reading = readingOptions(options);
    if (!reading)
        return fail(reading.error());
    const auto profile = Profile::open(text(context.profile));
    if (!profile)
        return fail(profile.error());
    const auto store = BarStore::open(profile->barStorePath());
    if (!store)
        return fail(store.error());
    const auto instrument = (*store)->instrument(text(options.instrument));
    if (!instrument)
        return fail(instrument.error());
    const auto calendar = ExchangeCalendar::find(instrument->calendar);
    if (!calendar)
        return fail(calendar.error());
    reading->calendar = *calendar;

    // Everything is read before anything is stored, so a bad last file stores nothing of the first.
    std::vector<BarFile> files;
    {
        Progress progress(context.isQuiet);
        for (const std::string &path : options.files) {
            reading->progress = [&](double share) { progress.show(u"reading "_s + text(path), share); };
            auto file = readBarFile(text(path), *reading);
            if (!file) {
                const bool isRow = !options.skipsBadRows && file.error().detail.startsWith(text(path) + u':') && file.error().detail.contains(u"field"_s);
                return fail(isRow ? Error{file.error().code, file.error().detail + u" (--skip-bad leaves such rows out)"_s} : file.error());
            }
            if (!file->timeframe) {
                return fail(BadInput, u"%1: the rows are %2 s apart, which is none of 1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w"_s.arg(text(path))
                                          .arg(file->step.count() / 1'000'000'000));
            }
            files.push_back(std::move(*file));
        }
    }
    std::vector<BarBatch> batches;
    for (const BarFile &file : files)
        batches.push_back({instrument->id, *file.timeframe, &file.bars});
    Result<ImportCounts> counts;
    {
        Progress progress(context.isQuiet);
        counts = (*store)->import(batches, {&isInterrupted, [&](double share) { progress.show(u"storing"_s, share); }});
    }
    if (!counts)
        return fail(counts.error());

    if (context.isJson) {
        QJsonArray list;
        for (const BarFile &file : files) {
            QJsonObject entry = file.quality.toJson();
            entry[u"file"_s] = file.path;
            entry[u"timeframe"_s] = toString(*file.timeframe);
            entry[u"detection"_s] = file.detection;
            list.append(entry);
        }
        const QJsonObject document{{u"instrument"_s, instrument->id.toString()}, {u"files"_s, list},
                                   {u"added"_s, qint64(counts->added)},          {u"updated"_s, qint64(counts->updated)},
                                   {u"unchanged"_s, qint64(counts->unchanged)},  {u"seconds"_s, double(clock.elapsed()) / 1000}};
        print(QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
        return Done;
    }
    for (const BarFile &file : files)
        print(u"%1\n  %2\n  %3"_s.arg(file.path, file.detection, file.quality.toText().trimmed().replace(u'\n', u"\n  "_s)) + u'\n');
    print(u"%1: %2 bars added, %3 updated, %4 unchanged\n"_s.arg(instrument->id.toString())
              .arg(counts->added).arg(counts->updated).arg(counts->unchanged));
    return Done;
}

} // namespace

void addImportVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("import", "Put files of bars into the history store");
    verb->footer("Reads Binance kline CSV and zip, CSV (also .gz) with or without a header, NSE text, Lean zip and JSON rows.\n"
                 "Everything about a file is detected; the options override. All files go in together or not at all, and\n"
                 "importing again changes nothing.\n\n"
                 "  bellwether-cli import --instrument BINANCE:BTCUSDT BTCUSDT-1m-2021-*.zip\n"
                 "  bellwether-cli import --instrument NSE:RELIANCE --timeframe 1d RELIANCE.csv");
    addCommonOptions(*verb, context);
    auto options = std::make_shared<Options>();
    verb->add_option("--instrument", options->instrument, "VENUE:SYMBOL, for example BINANCE:BTCUSDT or NSE:RELIANCE")->required()->type_name("ID");
    verb->add_option("--timeframe", options->timeframe, "1m, 5m, 15m, 30m, 1h, 4h, 1d or 1w (default: detected)")->type_name("T");
    verb->add_option("--delimiter", options->delimiter, "Character between fields, or 'tab'")->type_name("C");
    verb->add_option("--column", options->columns, "Which column is what: time, clock, open, high, low, close or volume = header or number")->type_name("ROLE=NAME");
    verb->add_option("--time-format", options->timeFormat, "epoch, ymd, mdy, dmy, yyyymmdd or ddmmyy")->type_name("F");
    verb->add_option("--zone", options->zone, "Zone of times without one: UTC, IST, +05:30, America/New_York")->type_name("Z");
    verb->add_option("--stamp", options->stamp, "Whether a time is the open or the close of its bar")->check(CLI::IsMember({"open", "close"}));
    verb->add_option("--price-divisor", options->priceDivisor, "Number that prices are divided by")->check(CLI::PositiveNumber)->type_name("N");
    verb->add_flag("--skip-bad", options->skipsBadRows, "Leave bad rows out and list them (default: refuse the file)");
    verb->add_option("files", options->files, "Files of bars")->required()->type_name("FILE");
    verb->callback([options, &context] { context.run = [options, &context] { return run(*options, context); }; });
}

} // namespace bellwether::cli
