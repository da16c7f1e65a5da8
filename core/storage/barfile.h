#pragma once

#include "core/domain/bar.h"
#include "core/market/exchangecalendar.h"
#include "core/storage/quality.h"
#include "core/storage/timetext.h"

#include <QByteArray>

#include <atomic>
#include <functional>

namespace bellwether {

/// What the reader is told; everything left out is detected from the file.
struct BarFileOptions {
    std::optional<char> delimiter;               ///< , ; tab |
    /// `time`, `clock` (a separate time of day), `open`, `high`, `low`, `close`, `volume` → header name or number from 1.
    std::map<QString, QString> columns;
    std::optional<TimeLayout> timeLayout;
    QString zone;                                ///< see FileZone::parse; default: the calendar's, else UTC
    std::optional<Timeframe> timeframe;          ///< refused where the rows stand at another distance
    std::optional<bool> isStampClose;            ///< default: the stamp is the open, except in NSE minute files
    double priceDivisor = 0;                     ///< 0: detect (10 000 in Lean files)
    const ExchangeCalendar *calendar = nullptr;  ///< sessions for gaps and the close of a day; outlives the call
    bool collectFaults = false;                  ///< leave bad rows out and list them instead of failing at the first
    bool keepText = false;                       ///< keep header and row texts
    const std::atomic<bool> *isCancelled = nullptr;
    std::function<void(double share)> progress;
};

/// A file of bars as it was understood.
struct BarFile {
    QString path;
    BarColumns bars;                       ///< stamped at the close, ascending, no time twice
    std::optional<Timeframe> timeframe;    ///< none where the step is not one of ours (3 minutes)
    Duration step{};
    QString detection;                     ///< one line that says how the file was read
    QualityReport quality;
    std::vector<std::string> header;       ///< with keepText: names of the columns (made up where the file has none)
    std::vector<std::string> rowTexts;     ///< with keepText: the row of each bar as it stands in the file
    char delimiter = ',';
};

/// Reads Binance kline CSV (also zipped), generic CSV with a header in any order and case, CSV without a header where
/// the first column is a time, NSE minute text, quoted NSE daily, Lean daily zip and JSON arrays of
/// [time, open, high, low, close, volume], each also gzipped. Told by content, never by the file name.
///
/// Strict by default: the first bad row is an error `FILE:LINE: field 'close': 'abc' is not a number`.
/// Errors: FileUnreadable, BadData, InvalidArgument (an option that does not fit), Cancelled.
Result<BarFile> readBarFile(const QString &path, const BarFileOptions &options = {});

} // namespace bellwether
