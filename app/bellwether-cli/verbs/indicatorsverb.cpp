#include "app/bellwether-cli/verbs/verbs.h"

#include "core/indicators/indicatorcatalogue.h"
#include "core/storage/barfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <charconv>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::string file;
    std::vector<std::string> specs;
    std::string out;
    std::string timeframe;
    std::string calendar;
};

QString text(const std::string &value) { return QString::fromStdString(value); }

Result<std::vector<IndicatorSpec>> parseSpecs(const std::vector<std::string> &texts)
{
    std::vector<IndicatorSpec> specs;
    for (const std::string &each : texts) {
        const auto spec = parseIndicatorSpec(text(each));
        if (!spec)
            return failure(spec.error());
        if (std::find(specs.begin(), specs.end(), *spec) != specs.end())
            return failure(ErrorCode::InvalidArgument, u"indicator '%1' is asked for twice"_s.arg(toString(*spec)));
        specs.push_back(*spec);
    }
    return specs;
}

Result<BarFileOptions> fileOptions(const Options &options)
{
    BarFileOptions file;
    file.keepText = true;
    if (!options.timeframe.empty()) {
        const auto timeframe = parseTimeframe(text(options.timeframe));
        if (!timeframe)
            return failure(timeframe.error());
        file.timeframe = *timeframe;
    }
    if (!options.calendar.empty()) {
        const auto calendar = ExchangeCalendar::find(text(options.calendar));
        if (!calendar)
            return failure(calendar.error());
        file.calendar = *calendar;
    }
    return file;
}

// The trading day of each bar; empty, one session, where a bar is a day or longer. A bar that closes at midnight belongs
// to the day that ends.
std::vector<std::int64_t> sessionsOf(const BarFile &file, const ExchangeCalendar &calendar)
{
    std::vector<std::int64_t> sessions;
    if (file.step >= durationOf(Timeframe::D1))
        return sessions;
    for (const Timestamp time : file.bars.closeTime)
        sessions.push_back(calendar.localDay(time - Duration(1)));
    return sessions;
}

std::vector<IndicatorColumn> computeAll(const BarFile &file, const std::vector<IndicatorSpec> &specs,
                                        const ExchangeCalendar &calendar)
{
    const std::vector<std::int64_t> sessions = sessionsOf(file, calendar);
    std::vector<IndicatorColumn> columns;
    for (const IndicatorSpec &spec : specs) {
        for (IndicatorColumn &column : computeIndicator(spec, file.bars, sessions))
            columns.push_back(std::move(column));
    }
    return columns;
}

// A header name as a field of the output: quoted where it would break the row.
std::string fieldOf(const std::string &name, char delimiter)
{
    if (name.find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos)
        return name;
    std::string quoted = "\"";
    for (const char c : name)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

// The shortest text that reads back as the same double; nothing for NaN.
void appendNumber(std::string &to, double value)
{
    if (!std::isfinite(value))
        return;
    char digits[32];
    to.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

std::string csvOf(const BarFile &file, const std::vector<IndicatorColumn> &columns)
{
    std::string csv;
    csv.reserve(file.bars.size() * (80 + 20 * columns.size()));
    for (std::size_t i = 0; i < file.header.size(); ++i)
        csv.append(i > 0 ? 1 : 0, file.delimiter).append(fieldOf(file.header[i], file.delimiter));
    for (const IndicatorColumn &column : columns)
        csv.append(1, file.delimiter).append(column.name.toStdString());
    csv += '\n';
    for (std::size_t row = 0; row < file.bars.size(); ++row) {
        std::string_view cells = file.rowTexts[row];
        if (cells.size() > 1 && cells.front() == '[' && cells.back() == ']') // a row of a JSON array
            cells = cells.substr(1, cells.size() - 2);
        csv += cells;
        for (const IndicatorColumn &column : columns) {
            csv += file.delimiter;
            appendNumber(csv, column.values[row]);
        }
        csv += '\n';
    }
    return csv;
}

QByteArray jsonOf(const BarFile &file, const std::vector<IndicatorColumn> &columns)
{
    QJsonArray times;
    for (const Timestamp time : file.bars.closeTime)
        times.append(toIsoString(time));
    QJsonObject series;
    for (const IndicatorColumn &column : columns) {
        QJsonArray values;
        for (const double value : column.values)
            values.append(std::isfinite(value) ? QJsonValue(value) : QJsonValue());
        series[column.name] = values;
    }
    const QJsonObject document{{u"rows"_s, qint64(file.bars.size())}, {u"close_time"_s, times}, {u"series"_s, series}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n';
}

Result<void> writeFile(const QString &path, const std::string &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size())
        || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<void> refuseExistingNames(const BarFile &file, const std::vector<IndicatorColumn> &columns)
{
    for (const IndicatorColumn &column : columns) {
        if (std::find(file.header.begin(), file.header.end(), column.name.toStdString()) != file.header.end())
            return failure(ErrorCode::BadData, u"%1:1: the file has a column '%2' already"_s.arg(file.path, column.name));
    }
    return {};
}

int run(const Options &options, const Context &context)
{
    // All that can be wrong with the command is said before a file is opened.
    const auto specs = parseSpecs(options.specs);
    if (!specs)
        return fail(specs.error());
    const auto reading = fileOptions(options);
    if (!reading)
        return fail(reading.error());
    const auto file = readBarFile(text(options.file), *reading);
    if (!file)
        return fail(file.error());
    const std::vector<IndicatorColumn> columns
        = computeAll(*file, *specs, reading->calendar != nullptr ? *reading->calendar : ExchangeCalendar::crypto());
    if (const auto fresh = refuseExistingNames(*file, columns); !fresh)
        return fail(fresh.error());
    if (!options.out.empty()) {
        if (const auto written = writeFile(text(options.out), csvOf(*file, columns)); !written)
            return fail(written.error());
    }
    if (context.isJson) {
        print(QString::fromUtf8(jsonOf(*file, columns)));
    } else if (options.out.empty()) {
        const std::string csv = csvOf(*file, columns);
        std::fwrite(csv.data(), 1, csv.size(), stdout);
    }
    return Done;
}

std::string knownIndicators()
{
    std::string help = "Indicators, with their defaults:\n";
    for (const IndicatorInfo &info : shippedIndicators()) {
        const std::string full = toString(parseIndicatorSpec(QString::fromUtf8(info.name.data(), qsizetype(info.name.size()))).value()).toStdString();
        help += "  " + full + std::string(full.size() < 18 ? 18 - full.size() : 1, ' ') + std::string(info.help) + "\n";
    }
    return help + "The VWAP starts anew with each trading day; on daily and longer bars it runs from the first bar.";
}

} // namespace

void addIndicatorsVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("indicators", "Indicator columns beside the bars of a file");
    addCommonOptions(*verb, context);
    const auto options = std::make_shared<Options>();
    verb->add_option("file", options->file, "Bars: any format `import` reads")->type_name("FILE")->required();
    verb->add_option("--add", options->specs, "Indicator such as ema:9 or macd:12,26,9; may be given several times")
        ->type_name("SPEC")
        ->required()
        ->allow_extra_args(false);
    verb->add_option("--out", options->out, "Write the CSV to a file instead of standard output")->type_name("CSV");
    verb->add_option("--timeframe", options->timeframe, "Interval of the rows (default: found from their times)")
        ->type_name("1m|5m|15m|30m|1h|4h|1d|1w");
    verb->add_option("--calendar", options->calendar, "Trading days of the VWAP (default: the UTC day)")->type_name("crypto|nse");
    verb->footer(knownIndicators());
    verb->callback([options, &context] { context.run = [options, &context] { return run(*options, context); }; });
}

} // namespace bellwether::cli
