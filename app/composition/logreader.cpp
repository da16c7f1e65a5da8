#include "app/composition/logreader.h"

#include <QDir>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr qint64 bytesMax = 64 << 20; // of one file; the log is cut at four

Result<QByteArray> unpack(const QString &path)
{
    const std::unique_ptr<archive, int (*)(archive *)> reader(::archive_read_new(), ::archive_read_free);
    ::archive_read_support_filter_gzip(reader.get());
    ::archive_read_support_format_raw(reader.get());
    archive_entry *entry = nullptr;
    if (::archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 1 << 16) != ARCHIVE_OK
        || ::archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK)
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, QString::fromUtf8(::archive_error_string(reader.get()))));
    QByteArray bytes;
    QByteArray block(1 << 16, '\0');
    for (;;) {
        const auto size = ::archive_read_data(reader.get(), block.data(), std::size_t(block.size()));
        if (size < 0)
            return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, QString::fromUtf8(::archive_error_string(reader.get()))));
        if (size == 0 || bytes.size() > bytesMax)
            return bytes;
        bytes.append(block.constData(), qsizetype(size));
    }
}

std::optional<LogLevel> levelOf(QStringView word)
{
    for (int level = 0; level <= int(LogLevel::Critical); ++level) {
        if (toString(LogLevel(level)) == word)
            return LogLevel(level);
    }
    return std::nullopt;
}

// `2026-11-21T17:53:23.123+00:00 warning bellwether.storage: text`; none for the rest of a message.
std::optional<LogLine> parseLine(const QString &text)
{
    const qsizetype first = text.indexOf(u' ');
    const qsizetype second = text.indexOf(u' ', first + 1);
    const qsizetype colon = text.indexOf(u": "_s, second + 1);
    if (first < 20 || second < 0 || colon < 0)
        return std::nullopt;
    const auto time = parseIsoTime(QStringView(text).left(first));
    const auto level = levelOf(QStringView(text).mid(first + 1, second - first - 1));
    if (!time || !level)
        return std::nullopt;
    return LogLine{*time, *level, text.mid(second + 1, colon - second - 1), text.mid(colon + 2)};
}

void parseInto(std::vector<LogLine> &lines, const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (auto parsed = parseLine(text))
            lines.push_back(*std::move(parsed));
        else if (!text.isEmpty() && !lines.empty())
            lines.back().text += u'\n' + text;
    }
}

} // namespace

QString toString(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return u"debug"_s;
    case LogLevel::Info: return u"info"_s;
    case LogLevel::Warning: return u"warning"_s;
    case LogLevel::Error: return u"error"_s;
    case LogLevel::Critical: return u"critical"_s;
    }
    return {};
}

Result<LogLevel> parseLogLevel(QStringView text)
{
    if (const auto level = levelOf(text))
        return *level;
    return failure(ErrorCode::InvalidArgument, u"level '%1' is not one of debug, info, warning, error, critical"_s.arg(text));
}

bool LogFilter::accepts(const LogLine &line) const
{
    return line.level >= least && line.time >= since && (category.isEmpty() || line.category.contains(category, Qt::CaseInsensitive))
        && (words.isEmpty() || line.text.contains(words, Qt::CaseInsensitive));
}

Result<std::vector<LogLine>> LogReader::readAll(const LogFilter &filter)
{
    m_read.clear();
    return read(filter, true);
}

Result<std::vector<LogLine>> LogReader::readNew(const LogFilter &filter) { return read(filter, false); }

Result<std::vector<LogLine>> LogReader::read(const LogFilter &filter, bool isFirst)
{
    std::vector<LogLine> lines;
    for (const QFileInfo &info : QDir(m_folder).entryInfoList({u"bellwether-*.log"_s, u"bellwether-*.log.gz"_s}, QDir::Files, QDir::Name)) {
        std::vector<LogLine> some;
        if (info.fileName().endsWith(u".gz"_s)) {
            if (!isFirst)
                continue; // of a run that is over
            const auto bytes = unpack(info.filePath());
            if (!bytes)
                return failure(bytes.error());
            parseInto(some, *bytes);
        } else {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(info.filePath(), file.errorString()));
            qint64 &done = m_read[info.fileName()];
            if (done > file.size())
                done = 0; // it was cut and begun again
            file.seek(done);
            QByteArray bytes = file.read(bytesMax);
            bytes.truncate(bytes.lastIndexOf('\n') + 1); // a line that is being written comes next time
            done += bytes.size();
            parseInto(some, bytes);
        }
        std::ranges::copy_if(some, std::back_inserter(lines), [&filter](const LogLine &line) { return filter.accepts(line); });
    }
    std::ranges::stable_sort(lines, {}, &LogLine::time); // two programs may have written at once
    return lines;
}

Result<Timestamp> parseSince(QStringView text, Timestamp now)
{
    static const std::map<QChar, std::int64_t> units{{u's', 1}, {u'm', 60}, {u'h', 3'600}, {u'd', 86'400}};
    const auto unit = text.isEmpty() ? units.end() : units.find(text.back());
    bool isNumber = false;
    const int count = text.chopped(text.isEmpty() ? 0 : 1).toInt(&isNumber);
    if (unit != units.end() && isNumber && count >= 0)
        return now - std::chrono::seconds(unit->second * count);
    auto time = parseIsoTime(text);
    if (!time)
        return failure(ErrorCode::InvalidTime, u"'%1' is neither a time nor as long ago as 90s, 15m, 2h or 3d"_s.arg(text));
    return time;
}

void LogSummary::add(const LogLine &line)
{
    ++levels[line.level];
    ++categories[line.category][line.level];
    first = first.isValid() ? std::min(first, line.time) : line.time;
    last = std::max(last, line.time);
}

} // namespace bellwether
