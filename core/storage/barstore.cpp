#include "core/storage/barstore.h"

#include "core/market/baraggregator.h"
#include "core/market/instrumentdefaults.h"
#include "core/storage/barchunk.h"

#include <QSaveFile>
#include <QSqlError>

#include <charconv>

#include <sys/mman.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const SchemaPlan &plan()
{
    static const SchemaPlan schema{
        0x42574253, // "BWBS"
        u"bar store"_s,
        {{{u"CREATE TABLE series(id INTEGER PRIMARY KEY, instrument TEXT NOT NULL, timeframe TEXT NOT NULL, "
           "UNIQUE(instrument, timeframe))"_s,
           u"CREATE TABLE chunk(series INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE, month INTEGER NOT NULL, "
           "rows INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, data BLOB NOT NULL, "
           "UNIQUE(series, month))"_s,
           u"CREATE TABLE instrument(id TEXT PRIMARY KEY, symbol TEXT NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, "
           "currency TEXT NOT NULL, tick_size INTEGER NOT NULL, lot_size INTEGER NOT NULL, quantity_min INTEGER NOT NULL, "
           "notional_min INTEGER NOT NULL, multiplier INTEGER NOT NULL, calendar TEXT NOT NULL, sector TEXT NOT NULL, "
           "can_short INTEGER NOT NULL)"_s}}}};
    return schema;
}

// Twenty years of minutes fill 23,000 pages of 4 KB, and to get them one by one costs as much as to decode the bars. A
// hint: where the kernel has no large pages, nothing changes.
template <typename T> void useLargePages(std::vector<T> &reserved)
{
    constexpr std::uintptr_t page = 4'096;
    constexpr std::size_t worthIt = 4 * 1024 * 1024;
    const auto begin = (reinterpret_cast<std::uintptr_t>(reserved.data()) + page - 1) / page * page;
    const auto end = reinterpret_cast<std::uintptr_t>(reserved.data() + reserved.capacity()) / page * page;
    if (end > begin + worthIt)
        ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
}

// The UTC month a bar falls into, as year × 12 + month − 1. Its last moment counts, not the stamp, which for the last
// minute of a month is already the next.
std::int64_t monthOf(Timestamp closeTime)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days((closeTime - Duration(1)).utcDay()))};
    return std::int64_t(int(date.year())) * 12 + std::int64_t(unsigned(date.month())) - 1;
}

// The first close time that falls into the month after.
Timestamp monthEnd(std::int64_t month)
{
    const std::int64_t next = month + 1;
    return utcMidnight(int(Timestamp::floorDiv(next, 12)), unsigned(next - Timestamp::floorDiv(next, 12) * 12) + 1, 1) + Duration(1);
}

QString chunkName(const QString &instrument, const QString &timeframe, std::int64_t month)
{
    return u"%1 %2 %3-%4"_s.arg(instrument, timeframe).arg(month / 12).arg(month % 12 + 1, 2, 10, QChar(u'0'));
}

bool isSameBar(const BarColumns &a, std::size_t i, const BarColumns &b, std::size_t j)
{
    return a.open[i] == b.open[j] && a.high[i] == b.high[j] && a.low[i] == b.low[j] && a.close[i] == b.close[j]
        && a.volume[i] == b.volume[j];
}

// Sorted merge; rows of `added` win where both have a time.
BarColumns merged(const BarColumns &stored, const BarColumns &added, std::size_t first, std::size_t last, ImportCounts &counts)
{
    BarColumns all;
    all.reserve(stored.size() + last - first);
    std::size_t i = 0;
    std::size_t j = first;
    while (i < stored.size() || j < last) {
        if (j == last || (i < stored.size() && stored.closeTime[i] < added.closeTime[j])) {
            all.append(stored.point(i++));
            continue;
        }
        if (i < stored.size() && stored.closeTime[i] == added.closeTime[j]) {
            ++(isSameBar(stored, i, added, j) ? counts.unchanged : counts.updated);
            ++i;
        } else {
            ++counts.added;
        }
        all.append(added.point(j++));
    }
    return all;
}

void appendNumber(QByteArray &line, double value)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    line.append(text.data(), error == std::errc() ? end - text.data() : 0);
}

Instrument instrumentOf(const QSqlQuery &row)
{
    Instrument instrument;
    instrument.id = InstrumentId(row.value(0).toString());
    instrument.symbol = row.value(1).toString();
    instrument.name = row.value(2).toString();
    instrument.kind = InstrumentKind(std::clamp(row.value(3).toInt(), 0, int(InstrumentKind::Option)));
    instrument.currency = Currency(row.value(4).toString());
    instrument.tickSize = Price::fromRaw(row.value(5).toLongLong());
    instrument.lotSize = Quantity::fromRaw(row.value(6).toLongLong());
    instrument.quantityMin = Quantity::fromRaw(row.value(7).toLongLong());
    instrument.notionalMin = {FixedPoint<MoneyTag>::fromRaw(row.value(8).toLongLong()), instrument.currency};
    instrument.multiplier = row.value(9).toLongLong();
    instrument.calendar = row.value(10).toString();
    instrument.sector = row.value(11).toString();
    instrument.canShort = row.value(12).toBool();
    return instrument;
}

} // namespace

Result<std::unique_ptr<BarStore>> BarStore::open(const QString &path)
{
    auto file = SqliteFile::open(path, plan());
    if (!file)
        return failure(file.error());
    return std::unique_ptr<BarStore>(new BarStore(std::move(*file)));
}

Result<std::optional<std::int64_t>> BarStore::seriesId(const InstrumentId &instrument, Timeframe timeframe) const
{
    QSqlQuery query(m_file.database());
    query.prepare(u"SELECT id FROM series WHERE instrument = ? AND timeframe = ?"_s);
    query.addBindValue(instrument.toString());
    query.addBindValue(toString(timeframe));
    if (!query.exec())
        return m_file.failed(query);
    return query.next() ? std::optional(std::int64_t(query.value(0).toLongLong())) : std::nullopt;
}

Result<std::int64_t> BarStore::ensureSeries(const InstrumentId &instrument, Timeframe timeframe)
{
    const auto known = seriesId(instrument, timeframe);
    if (!known)
        return failure(known.error());
    if (*known)
        return **known;
    QSqlQuery query(m_file.database());
    query.prepare(u"INSERT INTO series(instrument, timeframe) VALUES(?, ?)"_s);
    query.addBindValue(instrument.toString());
    query.addBindValue(toString(timeframe));
    if (!query.exec())
        return m_file.failed(query);
    return query.lastInsertId().toLongLong();
}

Result<void> BarStore::mergeMonth(std::int64_t series, std::int64_t month, const BarColumns &bars, std::size_t first,
                                  std::size_t last, ImportCounts &counts)
{
    QSqlQuery query(m_file.database());
    query.prepare(u"SELECT data FROM chunk WHERE series = ? AND month = ?"_s);
    query.addBindValue(qlonglong(series));
    query.addBindValue(qlonglong(month));
    if (!query.exec())
        return m_file.failed(query);
    QByteArray data;
    std::size_t rows = last - first;
    Timestamp from = bars.closeTime[first];
    Timestamp to = bars.closeTime[last - 1];
    if (query.next()) {
        BarColumns stored;
        if (auto decoded = decodeChunk(query.value(0).toByteArray(), stored); !decoded)
            return failure(decoded.error().code, u"%1: month %2-%3: %4"_s.arg(m_file.path()).arg(month / 12).arg(month % 12 + 1).arg(decoded.error().detail));
        ImportCounts change;
        const BarColumns all = merged(stored, bars, first, last, change);
        counts.added += change.added;
        counts.updated += change.updated;
        counts.unchanged += change.unchanged;
        if (change.added == 0 && change.updated == 0)
            return {};
        data = encodeChunk(all, 0, all.size());
        rows = all.size();
        from = all.closeTime.front();
        to = all.closeTime.back();
    } else {
        counts.added += std::int64_t(rows);
        data = encodeChunk(bars, first, last);
    }
    query.finish();
    query.prepare(u"INSERT INTO chunk(series, month, rows, first, last, data) VALUES(?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT(series, month) DO UPDATE SET rows = excluded.rows, first = excluded.first, "
                  "last = excluded.last, data = excluded.data"_s);
    query.addBindValue(qlonglong(series));
    query.addBindValue(qlonglong(month));
    query.addBindValue(qlonglong(rows));
    query.addBindValue(qlonglong(from.ns()));
    query.addBindValue(qlonglong(to.ns()));
    query.addBindValue(data);
    return query.exec() ? Result<void>() : m_file.failed(query);
}

Result<ImportCounts> BarStore::import(const std::vector<BarBatch> &batches, const ImportControl &control)
{
    std::size_t total = 0;
    for (const BarBatch &batch : batches) {
        const std::vector<Timestamp> &times = batch.bars->closeTime;
        if (std::adjacent_find(times.begin(), times.end(), std::greater_equal<>()) != times.end())
            return failure(ErrorCode::InvalidArgument, u"bars of %1 are not in the order of time"_s.arg(batch.instrument.toString()));
        total += times.size();
    }
    auto transaction = SqliteTransaction::begin(m_file);
    if (!transaction)
        return failure(transaction.error());
    ImportCounts counts;
    std::size_t done = 0;
    for (const BarBatch &batch : batches) {
        const BarColumns &bars = *batch.bars;
        if (bars.isEmpty())
            continue;
        const auto series = ensureSeries(batch.instrument, batch.timeframe);
        if (!series)
            return failure(series.error());
        for (std::size_t first = 0; first < bars.size();) {
            if (control.isCancelled && control.isCancelled->load(std::memory_order_relaxed))
                return failure(ErrorCode::Cancelled, u"the import was cancelled, nothing was stored"_s);
            const std::int64_t month = monthOf(bars.closeTime[first]);
            const auto end = std::lower_bound(bars.closeTime.begin() + std::ptrdiff_t(first), bars.closeTime.end(), monthEnd(month));
            const std::size_t last = std::size_t(end - bars.closeTime.begin());
            if (auto merge = mergeMonth(*series, month, bars, first, last, counts); !merge)
                return failure(merge.error());
            done += last - first;
            first = last;
            if (control.progress)
                control.progress(double(done) / double(total));
        }
    }
    if (auto committed = transaction->commit(); !committed)
        return failure(committed.error());
    return counts;
}

Result<BarColumns> BarStore::load(const InstrumentId &instrument, Timeframe timeframe, Timestamp from, Timestamp to) const
{
    BarColumns bars;
    const auto series = seriesId(instrument, timeframe);
    if (!series)
        return failure(series.error());
    if (!*series)
        return bars;
    QSqlQuery query(m_file.database());
    query.setForwardOnly(true);
    const QString range = u" FROM chunk WHERE series = %1 AND last >= %2 AND first <= %3"_s.arg(**series).arg(from.ns()).arg(to.ns());
    if (!query.exec(u"SELECT sum(rows)"_s + range) || !query.next())
        return m_file.failed(query);
    bars.reserve(std::size_t(std::clamp<qint64>(query.value(0).toLongLong(), 0, 100'000'000)));
    useLargePages(bars.closeTime);
    for (auto *column : {&bars.open, &bars.high, &bars.low, &bars.close, &bars.volume})
        useLargePages(*column);
    if (!query.exec(u"SELECT month, data"_s + range + u" ORDER BY month"_s))
        return m_file.failed(query);
    while (query.next()) {
        const Timestamp last = bars.isEmpty() ? earliestTime : bars.closeTime.back();
        const std::size_t before = bars.size();
        auto decoded = decodeChunk(query.value(1).toByteArray(), bars);
        if (decoded && bars.closeTime[before] <= last)
            decoded = failure(ErrorCode::StoreCorrupt, u"out of order"_s);
        if (!decoded) {
            return failure(decoded.error().code,
                           u"%1: %2: %3"_s.arg(m_file.path(), chunkName(instrument.toString(), toString(timeframe), query.value(0).toLongLong()),
                                               decoded.error().detail));
        }
    }
    if (query.lastError().isValid())
        return m_file.failed(query);
    const auto [first, last] = bars.rowsBetween(from, to);
    if (first == 0 && last == bars.size())
        return bars;
    BarColumns part;
    part.append(bars, first, last);
    return part;
}

Result<BarColumns> BarStore::loadOrDerive(const InstrumentId &id, Timeframe timeframe, Timestamp from, Timestamp to) const
{
    auto bars = load(id, timeframe, from, to);
    if (!bars || !bars->isEmpty())
        return bars;
    const auto known = instrument(id.toString());
    if (!known)
        return failure(known.error());
    const auto calendar = ExchangeCalendar::find(known->calendar);
    if (!calendar)
        return failure(calendar.error());
    for (int shorter = int(timeframe) - 1; shorter >= 0; --shorter) {
        const auto series = seriesId(id, Timeframe(shorter));
        if (!series)
            return failure(series.error());
        if (!*series)
            continue;
        // A bucket that closes in the range may open a week before it.
        const Timestamp early = from > earliestTime + durationOf(timeframe) ? from - durationOf(timeframe) : earliestTime;
        auto source = load(id, Timeframe(shorter), early, to);
        if (!source)
            return source;
        const BarColumns all = aggregate(*source, timeframe, **calendar);
        const auto [first, last] = all.rowsBetween(from, to);
        BarColumns part;
        part.append(all, first, last);
        return part;
    }
    return bars;
}

Result<std::vector<StoredSeries>> BarStore::list() const
{
    QSqlQuery query(m_file.database());
    if (!query.exec(u"SELECT instrument, timeframe, min(first), max(last), sum(rows), sum(length(data)) FROM series "
                    "JOIN chunk ON chunk.series = series.id GROUP BY series.id"_s))
        return m_file.failed(query);
    std::vector<StoredSeries> all;
    while (query.next()) {
        const auto timeframe = parseTimeframe(query.value(1).toString());
        const std::string instrument = query.value(0).toString().toStdString();
        if (!timeframe || !InstrumentId::fits(instrument))
            return failure(ErrorCode::StoreCorrupt, u"%1: unknown series '%2 %3'"_s.arg(m_file.path(), query.value(0).toString(), query.value(1).toString()));
        all.push_back({InstrumentId(instrument), *timeframe, Timestamp::fromNs(query.value(2).toLongLong()),
                       Timestamp::fromNs(query.value(3).toLongLong()), query.value(4).toLongLong(), query.value(5).toLongLong()});
    }
    std::sort(all.begin(), all.end(), [](const StoredSeries &a, const StoredSeries &b) {
        return std::tie(a.instrument, a.timeframe) < std::tie(b.instrument, b.timeframe);
    });
    return all;
}

Result<std::int64_t> BarStore::remove(const InstrumentId &instrument, std::optional<Timeframe> timeframe)
{
    const auto stored = list();
    if (!stored)
        return failure(stored.error());
    std::int64_t removed = 0;
    auto transaction = SqliteTransaction::begin(m_file);
    if (!transaction)
        return failure(transaction.error());
    for (const StoredSeries &series : *stored) {
        if (series.instrument != instrument || (timeframe && series.timeframe != *timeframe))
            continue;
        const auto id = seriesId(series.instrument, series.timeframe);
        if (!id)
            return failure(id.error());
        if (auto done = m_file.run(u"DELETE FROM chunk WHERE series = %1"_s.arg(id->value_or(0))); !done)
            return failure(done.error());
        if (auto done = m_file.run(u"DELETE FROM series WHERE id = %1"_s.arg(id->value_or(0))); !done)
            return failure(done.error());
        removed += series.bars;
    }
    if (removed == 0)
        return failure(ErrorCode::NotFound, u"no bars of %1%2 are stored"_s.arg(instrument.toString(), timeframe ? u' ' + toString(*timeframe) : QString()));
    if (auto committed = transaction->commit(); !committed)
        return failure(committed.error());
    return removed;
}

Result<std::int64_t> BarStore::exportCsv(const InstrumentId &instrument, Timeframe timeframe, Timestamp from, Timestamp to,
                                         const QString &path) const
{
    const auto bars = load(instrument, timeframe, from, to);
    if (!bars)
        return failure(bars.error());
    if (bars->isEmpty())
        return failure(ErrorCode::NotFound, u"no bars of %1 %2 are stored in that range"_s.arg(instrument.toString(), toString(timeframe)));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, file.errorString()));
    QByteArray block("close_time,open,high,low,close,volume\n");
    for (std::size_t row = 0; row < bars->size(); ++row) {
        block += toIsoString(bars->closeTime[row]).toLatin1();
        for (const double value : {bars->open[row], bars->high[row], bars->low[row], bars->close[row], bars->volume[row]}) {
            block += ',';
            appendNumber(block, value);
        }
        block += '\n';
        if (block.size() > (1 << 20)) {
            file.write(block);
            block.clear();
        }
    }
    file.write(block);
    if (!file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, file.errorString()));
    return std::int64_t(bars->size());
}

Result<void> BarStore::verify() const
{
    if (auto pages = m_file.checkPages(); !pages)
        return pages;
    const auto stored = list();
    if (!stored)
        return failure(stored.error());
    for (const StoredSeries &series : *stored) {
        const auto bars = load(series.instrument, series.timeframe);
        if (!bars)
            return failure(bars.error());
        if (std::int64_t(bars->size()) != series.bars) {
            return failure(ErrorCode::StoreCorrupt, u"%1: %2 %3 holds %4 bars instead of %5"_s.arg(m_file.path(), series.instrument.toString(), toString(series.timeframe))
                                                        .arg(bars->size()).arg(series.bars));
        }
    }
    return {};
}

Result<Instrument> BarStore::instrument(const QString &id) const
{
    QSqlQuery query(m_file.database());
    query.prepare(u"SELECT * FROM instrument WHERE id = ?"_s);
    query.addBindValue(id);
    if (!query.exec())
        return m_file.failed(query);
    return query.next() ? Result<Instrument>(instrumentOf(query)) : defaultInstrument(id);
}

Result<void> BarStore::saveInstrument(const Instrument &instrument)
{
    QSqlQuery query(m_file.database());
    query.prepare(u"INSERT OR REPLACE INTO instrument VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (const QVariant &value : std::initializer_list<QVariant>{
             instrument.id.toString(), instrument.symbol.isNull() ? u""_s : instrument.symbol, instrument.name.isNull() ? u""_s : instrument.name,
             int(instrument.kind), instrument.currency.toString(), qlonglong(instrument.tickSize.raw()), qlonglong(instrument.lotSize.raw()),
             qlonglong(instrument.quantityMin.raw()), qlonglong(instrument.notionalMin.amount.raw()), qlonglong(instrument.multiplier),
             instrument.calendar.isNull() ? u""_s : instrument.calendar, instrument.sector.isNull() ? u""_s : instrument.sector, instrument.canShort})
        query.addBindValue(value);
    return query.exec() ? Result<void>() : m_file.failed(query);
}

Result<std::vector<Instrument>> BarStore::instruments() const
{
    QSqlQuery query(m_file.database());
    if (!query.exec(u"SELECT * FROM instrument ORDER BY id"_s))
        return m_file.failed(query);
    std::vector<Instrument> all;
    while (query.next())
        all.push_back(instrumentOf(query));
    return all;
}

} // namespace bellwether
