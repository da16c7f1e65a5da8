#pragma once

#include "core/domain/bar.h"
#include "core/domain/instrument.h"
#include "core/market/exchangecalendar.h"
#include "core/storage/sqlitefile.h"

#include <atomic>
#include <functional>
#include <limits>
#include <memory>

namespace bellwether {

/// One stored series and its span (close times of the first and last bar).
struct StoredSeries {
    InstrumentId instrument;
    Timeframe timeframe = Timeframe::M1;
    Timestamp from;
    Timestamp to;
    std::int64_t bars = 0;
    std::int64_t bytes = 0;
};

/// Bars to be put into the store. `bars` outlives the call; ascending, no time twice.
struct BarBatch {
    InstrumentId instrument;
    Timeframe timeframe = Timeframe::M1;
    const BarColumns *bars = nullptr;
};

/// What an import changed. Bars are the same bar when instrument, timeframe and close time agree.
struct ImportCounts {
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
};

/// How an import may be watched and stopped. Both may be empty.
struct ImportControl {
    const std::atomic<bool> *isCancelled = nullptr;
    std::function<void(double share)> progress;
};

inline constexpr Timestamp earliestTime = Timestamp::fromNs(std::numeric_limits<std::int64_t>::min() + 1);
inline constexpr Timestamp latestTime = Timestamp::fromNs(std::numeric_limits<std::int64_t>::max());

/// The history of a profile: bars as packed chunks of one instrument, timeframe and UTC month in an SQLite file, and what
/// is known about instruments. Used by one thread, the one that opened it.
class BarStore {
public:
    /// Opens or creates the file. Errors: StoreCorrupt, StoreTooNew, StoreLocked, StoreFailed.
    static Result<std::unique_ptr<BarStore>> open(const QString &path);
    Q_DISABLE_COPY_MOVE(BarStore)

    /// Merges the batches by time in one transaction: all of it or, after an error, a cancel or a crash, nothing.
    /// Errors: Cancelled, InvalidArgument (bars out of order), StoreLocked, StoreCorrupt, StoreFailed.
    Result<ImportCounts> import(const std::vector<BarBatch> &batches, const ImportControl &control = {});

    /// Bars with from ≤ closeTime ≤ to, ascending; none where nothing is stored. Errors: StoreCorrupt naming the chunk.
    Result<BarColumns> load(const InstrumentId &instrument, Timeframe timeframe, Timestamp from = earliestTime,
                            Timestamp to = latestTime) const;
    /// As load(); where the timeframe is not stored, it is built from the longest stored one that is shorter.
    Result<BarColumns> loadOrDerive(const InstrumentId &instrument, Timeframe timeframe, Timestamp from = earliestTime,
                                    Timestamp to = latestTime) const;

    /// Every series, by instrument and timeframe.
    Result<std::vector<StoredSeries>> list() const;
    /// Removes one series, or all of the instrument. Returns the bars removed. Errors: NotFound.
    Result<std::int64_t> remove(const InstrumentId &instrument, std::optional<Timeframe> timeframe);
    /// Writes `close_time,open,high,low,close,volume`; the file is there whole or not at all. Importing it again changes
    /// nothing. Returns the rows. Errors: NotFound (no such bars), FileUnwritable, StoreCorrupt.
    Result<std::int64_t> exportCsv(const InstrumentId &instrument, Timeframe timeframe, Timestamp from, Timestamp to,
                                   const QString &path) const;
    /// Reads every page and chunk. Errors: StoreCorrupt naming the first that is damaged.
    Result<void> verify() const;

    /// What is stored about the instrument, else the defaults of its venue. Errors: InvalidArgument (not an id).
    Result<Instrument> instrument(const QString &id) const;
    Result<void> saveInstrument(const Instrument &instrument);
    /// Instruments that were saved, by id.
    Result<std::vector<Instrument>> instruments() const;

private:
    explicit BarStore(SqliteFile file) : m_file(std::move(file)) {}
    Result<std::optional<std::int64_t>> seriesId(const InstrumentId &instrument, Timeframe timeframe) const;
    Result<std::int64_t> ensureSeries(const InstrumentId &instrument, Timeframe timeframe);
    Result<void> mergeMonth(std::int64_t series, std::int64_t month, const BarColumns &bars, std::size_t first,
                            std::size_t last, ImportCounts &counts);

    SqliteFile m_file;
};

} // namespace bellwether
