#include "app/bellwether-cli/session.h"
#include "app/bellwether-cli/verbs/verbs.h"
#include "app/composition/logfile.h"
#include "app/composition/logreader.h"
#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::string level = "info";
    std::string category;
    std::string words;
    std::string since;
    int last = 0;
    bool isFollowing = false;
    bool isSummary = false;
};

volatile std::sig_atomic_t isInterrupted = 0;

QJsonObject toJson(const LogLine &line)
{
    return {{u"time"_s, toIsoString(line.time)}, {u"level"_s, toString(line.level)}, {u"category"_s, line.category}, {u"text"_s, line.text}};
}

void show(const std::vector<LogLine> &lines, bool isJson)
{
    for (const LogLine &line : lines) {
        if (isJson)
            print(QJsonDocument(toJson(line)).toJson(QJsonDocument::Compact) + '\n');
        else
            print(u"%1 %2 %3: %4\n"_s.arg(toIsoString(line.time), toString(line.level).leftJustified(8), line.category, line.text));
    }
}

void showSummary(const LogSummary &summary, bool isJson)
{
    QJsonObject categories;
    QString text;
    for (const auto &[category, levels] : summary.categories) {
        QJsonObject counts;
        QStringList words;
        for (const auto &[level, count] : levels) {
            counts[toString(level)] = count;
            words += u"%1 %2"_s.arg(count).arg(toString(level));
        }
        categories[category] = counts;
        text += u"%1 %2\n"_s.arg(category.leftJustified(28), words.join(u", "_s));
    }
    if (isJson) {
        QJsonObject levels;
        for (const auto &[level, count] : summary.levels)
            levels[toString(level)] = count;
        print(QJsonDocument(QJsonObject{{u"from"_s, summary.first.isValid() ? toIsoString(summary.first) : QString()},
                                        {u"to"_s, summary.last.isValid() ? toIsoString(summary.last) : QString()},
                                        {u"levels"_s, levels},
                                        {u"categories"_s, categories}})
                  .toJson());
        return;
    }
    if (text.isEmpty())
        print(u"no line fits\n"_s);
    else
        print(u"from %1 to %2\n"_s.arg(toIsoString(summary.first), toIsoString(summary.last)) + text);
}

int runLogs(const Options &options, const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    LogFilter filter;
    const auto level = parseLogLevel(QString::fromStdString(options.level));
    const auto since = options.since.empty() ? Result<Timestamp>(Timestamp()) : parseSince(QString::fromStdString(options.since), SystemClock().now());
    for (const Error *error : {level ? nullptr : &level.error(), since ? nullptr : &since.error()}) {
        if (error != nullptr)
            return fail(WrongUsage, error->detail);
    }
    if (options.isFollowing && options.isSummary)
        return fail(WrongUsage, u"logs: --follow goes with no --summary"_s);
    filter.least = *level;
    filter.since = *since;
    filter.category = QString::fromStdString(options.category);
    filter.words = QString::fromStdString(options.words);
    LogReader reader(LogFile::folderOf(session->profile.folder));
    auto lines = reader.readAll(filter);
    if (!lines)
        return fail(lines.error());
    if (options.isSummary) {
        LogSummary summary;
        for (const LogLine &line : *lines)
            summary.add(line);
        showSummary(summary, context.isJson);
        return Done;
    }
    if (options.last > 0 && lines->size() > std::size_t(options.last))
        lines->erase(lines->begin(), lines->end() - options.last);
    show(*lines, context.isJson);
    if (!options.isFollowing)
        return Done;
    std::signal(SIGINT, [](int) { isInterrupted = 1; });
    std::signal(SIGTERM, [](int) { isInterrupted = 1; });
    while (isInterrupted == 0) {
        QThread::msleep(300);
        auto added = reader.readNew(filter);
        if (!added)
            return fail(added.error());
        show(*added, context.isJson);
    }
    return Interrupted;
}

} // namespace

void addLogsVerb(CLI::App &app, Context &context)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("logs", "Show, follow or summarise the log of the profile");
    verb->add_option("--level", options->level, "Least level: debug, info, warning, error or critical")->capture_default_str();
    verb->add_option("--category", options->category, "Only categories with this in their name, for example storage or desk.order")->type_name("NAME");
    verb->add_option("--grep", options->words, "Only lines with this in their text")->type_name("TEXT");
    verb->add_option("--since", options->since, "From a time on, or as long ago as 90s, 15m, 2h or 3d")->type_name("TIME");
    verb->add_option("--last", options->last, "Only the last so many lines")->type_name("N");
    verb->add_flag("--follow,-f", options->isFollowing, "Go on with what is added, until interrupted");
    verb->add_flag("--summary", options->isSummary, "How many lines of each category and level");
    addCommonOptions(*verb, context);
    verb->callback([options, &context] { context.run = [options, &context] { return runLogs(*options, context); }; });
}

} // namespace bellwether::cli
