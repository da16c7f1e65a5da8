#pragma once

#include "core/domain/bar.h"
#include "core/market/exchangecalendar.h"

#include <QJsonObject>

#include <map>

namespace bellwether {

/// What can be wrong with a row of a file. Those up to Conflict keep the row out of the bars; the rest are warnings.
enum class BarFaultKind {
    FieldCount,
    BlankDate,
    BadTime,
    EmptyValues,
    BadNumber,
    ZeroRow,
    ZeroPrice,
    NegativePrice,
    NegativeVolume,
    HighLowBroken,
    Conflict,   ///< a time that was there before, with other values
    Duplicate,  ///< a time that was there before, with the same values; counted once
    OutOfOrder, ///< steps back in time; sorted in
    LevelJump,  ///< close ten times the last close or more, or a tenth of it
    PriceStep,  ///< a day opens 30 % or more away from the last close: a split or bonus, as a rule
    FrozenRun,  ///< ten equal rows or more, with volume
};
/// `field_count`, `blank_date`, … as reports write them.
QString toString(BarFaultKind kind);
constexpr bool isRefused(BarFaultKind kind) { return kind <= BarFaultKind::Conflict; }

/// The rows of one kind: line numbers of the file (first line 1; of a JSON file the row numbers), and the first in words.
struct FaultGroup {
    std::vector<std::int64_t> lines;
    QString firstDetail;
};

/// A stretch without bars. The times are those at which the bars around it open.
struct BarGap {
    Timestamp lastBefore;
    Timestamp firstAfter;
    std::int64_t missing = 0;
    bool operator==(const BarGap &) const = default;
};

/// What is known about the quality of one file or of one stored series.
struct QualityReport {
    std::int64_t rows = 0;     ///< data rows of the file, or bars of the series
    std::int64_t accepted = 0; ///< bars among them
    Duration step{};           ///< usual distance of two bars; zero where there are less than two
    Timestamp from;            ///< open of the first bar
    Timestamp to;              ///< open of the last bar
    std::vector<BarGap> gaps;
    std::int64_t missing = 0;
    std::int64_t duplicates = 0;
    std::int64_t outOfOrder = 0;
    std::int64_t badOhlc = 0;
    std::int64_t zeroVolume = 0;
    std::map<BarFaultKind, FaultGroup> faults;

    bool hasRefusedRows() const;
    /// The keys of the reference: rows, step_s, missing_bars, gaps, duplicates, out_of_order, bad_ohlc, zero_volume, faults.
    QJsonObject toJson() const;
    /// A few lines for a person.
    QString toText() const;
};

/// The most frequent distance between neighbours; zero for less than two rows.
Duration usualStep(const std::vector<Timestamp> &times);

/// When a bar opened that closed at `closeTime`: `step` before, and for a day or week of a calendar with sessions the
/// first open of its day.
Timestamp openTimeOf(Timestamp closeTime, Duration step, const ExchangeCalendar *calendar);

/// Finds the gaps of a sorted series. With a calendar that has sessions only bars inside sessions are expected.
/// Otherwise one is expected every `step`; in daily series without weekend rows, from Monday to Friday, where less
/// than five days apart is a holiday and not a gap.
std::vector<BarGap> findGaps(const BarColumns &bars, Duration step, const ExchangeCalendar *calendar);

/// Rows, span, gaps and zero volumes of a sorted series, for stored bars.
QualityReport assess(const BarColumns &bars, Timeframe timeframe, const ExchangeCalendar *calendar);

} // namespace bellwether
