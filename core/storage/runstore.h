#pragma once

#include "core/base/timestamp.h"
#include "core/storage/sqlitefile.h"

#include <memory>

namespace bellwether {

/// What is known of a kept run without opening its report. Figures are as in the report, shares as fractions, NaN where
/// there is none.
struct KeptRun {
    std::int64_t id = 0;         ///< given by the store, never given again
    Timestamp madeAt;
    QString strategies;          ///< `ema_crossover`, several with commas
    QString instruments;         ///< `BINANCE:BTCUSDT`, several with commas
    QString timeframe;
    Timestamp from;
    Timestamp to;
    QString parameters;          ///< `fast=9 slow=21`
    QString sizing;
    QString currency;
    double capital = 0;
    double finalEquity = 0;
    double totalReturn = 0;
    double drawdownMax = 0;
    double sharpe = 0;
    double profitFactor = 0;
    double winRate = 0;
    std::int64_t trades = 0;
    std::int64_t bars = 0;
    int badges = 0;
    QString fingerprint;         ///< of the data
    QString version;             ///< of the program
    std::int64_t seed = 0;
    QString note;
    std::int64_t bytes = 0;      ///< that the report takes in the store
};

/// The kept runs of a profile: one row each, and the report as a compressed document, in an SQLite file. Used by one
/// thread, the one that opened it. Every change is one transaction: it is there whole or not at all.
class RunStore {
public:
    /// Opens or creates the file. Errors: StoreCorrupt, StoreTooNew, StoreLocked, StoreFailed.
    static Result<std::unique_ptr<RunStore>> open(const QString &path);
    Q_DISABLE_COPY_MOVE(RunStore)

    /// Keeps a run and returns its id; `id` and `bytes` of `run` are not read.
    Result<std::int64_t> add(const KeptRun &run, const QByteArray &document);
    /// Every run, the newest first.
    Result<std::vector<KeptRun>> list() const;
    /// Errors: NotFound.
    Result<KeptRun> run(std::int64_t id) const;
    /// The document as it was added. Errors: NotFound, StoreCorrupt.
    Result<QByteArray> document(std::int64_t id) const;
    /// Errors: NotFound.
    Result<void> setNote(std::int64_t id, const QString &note);
    /// Removes all of them, or none. Errors: NotFound naming the first that is not there.
    Result<void> remove(std::span<const std::int64_t> ids);

private:
    explicit RunStore(SqliteFile file) : m_file(std::move(file)) {}
    SqliteFile m_file;
};

} // namespace bellwether
