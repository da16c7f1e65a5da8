#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <QHash>
#include <QString>

#include <map>
#include <vector>

namespace bellwether {

/// How grave a line of the log is, in the words of the log file.
enum class LogLevel { Debug, Info, Warning, Error, Critical };
/// `debug`, `info`, `warning`, `error`, `critical`.
QString toString(LogLevel level);
Result<LogLevel> parseLogLevel(QStringView text);

/// One message of a log file. What a message wrapped over several lines is one text.
struct LogLine {
    Timestamp time;
    LogLevel level = LogLevel::Info;
    QString category;        ///< `bellwether.storage`, `desk.order`
    QString text;

    bool operator==(const LogLine &) const = default;
};

/// Which lines are wanted.
struct LogFilter {
    LogLevel least = LogLevel::Debug;
    QString category;        ///< a part of the name; empty for every one
    QString words;           ///< a part of the text; empty for every one
    Timestamp since;         ///< invalid: from the first

    bool accepts(const LogLine &line) const;
};

/// Reads the log files of a profile, packed ones too.
class LogReader {
public:
    explicit LogReader(QString folder) : m_folder(std::move(folder)) {}

    /// Every line that the filter accepts, in the order of time. Errors: FileUnreadable.
    Result<std::vector<LogLine>> readAll(const LogFilter &filter);
    /// What was added since the last call of either.
    Result<std::vector<LogLine>> readNew(const LogFilter &filter);

private:
    Result<std::vector<LogLine>> read(const LogFilter &filter, bool isFirst);
    QString m_folder;
    QHash<QString, qint64> m_read; ///< bytes of each unpacked file that were read
};

/// A moment as it is typed: an ISO time, or how long ago: `90s`, `15m`, `2h`, `3d`. Errors: InvalidTime.
Result<Timestamp> parseSince(QStringView text, Timestamp now);

/// How many lines there are of each level and category.
struct LogSummary {
    std::map<LogLevel, int> levels;
    std::map<QString, std::map<LogLevel, int>> categories;
    Timestamp first;
    Timestamp last;

    void add(const LogLine &line);
};

} // namespace bellwether
