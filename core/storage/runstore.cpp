#include "core/storage/runstore.h"

#include <QVariant>
#include <QtEndian>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr quint32 documentBytesMax = 1u << 30;

const SchemaPlan &plan()
{
    static const SchemaPlan schema{
        0x42575253, // "BWRS"
        u"run store"_s,
        {{{u"CREATE TABLE run(id INTEGER PRIMARY KEY AUTOINCREMENT, made_at INTEGER NOT NULL, strategies TEXT NOT NULL, "
           "instruments TEXT NOT NULL, timeframe TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, "
           "parameters TEXT NOT NULL, sizing TEXT NOT NULL, currency TEXT NOT NULL, capital REAL NOT NULL, "
           "final_equity REAL NOT NULL, total_return REAL, drawdown_max REAL, sharpe REAL, profit_factor REAL, win_rate REAL, "
           "trades INTEGER NOT NULL, bars INTEGER NOT NULL, badges INTEGER NOT NULL, fingerprint TEXT NOT NULL, "
           "version TEXT NOT NULL, seed INTEGER NOT NULL, note TEXT NOT NULL)"_s,
           u"CREATE TABLE report(run INTEGER PRIMARY KEY REFERENCES run(id) ON DELETE CASCADE, document BLOB NOT NULL)"_s}}}};
    return schema;
}

/// SQLite has no NaN: what does not exist is null. Infinity it does have.
QVariant figure(double value) { return std::isnan(value) ? QVariant() : QVariant(value); }
double figure(const QVariant &value) { return value.isNull() ? std::nan("") : value.toDouble(); }

QString selectRuns(const QString &rest)
{
    return u"SELECT id, made_at, strategies, instruments, timeframe, first, last, parameters, sizing, currency, capital, "
           "final_equity, total_return, drawdown_max, sharpe, profit_factor, win_rate, trades, bars, badges, fingerprint, "
           "version, seed, note, length(document) FROM run JOIN report ON report.run = run.id "_s
        + rest;
}

KeptRun runOf(const QSqlQuery &row)
{
    KeptRun run;
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    run.id = next().toLongLong();
    run.madeAt = Timestamp::fromNs(next().toLongLong());
    run.strategies = next().toString();
    run.instruments = next().toString();
    run.timeframe = next().toString();
    run.from = Timestamp::fromNs(next().toLongLong());
    run.to = Timestamp::fromNs(next().toLongLong());
    run.parameters = next().toString();
    run.sizing = next().toString();
    run.currency = next().toString();
    run.capital = next().toDouble();
    run.finalEquity = next().toDouble();
    for (double *value : {&run.totalReturn, &run.drawdownMax, &run.sharpe, &run.profitFactor, &run.winRate})
        *value = figure(next());
    run.trades = next().toLongLong();
    run.bars = next().toLongLong();
    run.badges = next().toInt();
    run.fingerprint = next().toString();
    run.version = next().toString();
    run.seed = next().toLongLong();
    run.note = next().toString();
    run.bytes = next().toLongLong();
    return run;
}

tl::unexpected<Error> noRun(std::int64_t id) { return failure(ErrorCode::NotFound, u"no run %1 is kept"_s.arg(id)); }

QString textOf(const QString &text) { return text.isNull() ? u""_s : text; } // a null text would be NULL

} // namespace

Result<std::unique_ptr<RunStore>> RunStore::open(const QString &path)
{
    auto file = SqliteFile::open(path, plan());
    if (!file)
        return failure(file.error());
    return std::unique_ptr<RunStore>(new RunStore(std::move(*file)));
}

Result<std::int64_t> RunStore::add(const KeptRun &run, const QByteArray &document)
{
    const QByteArray packed = qCompress(document, 1); // a higher level saves a fifth and takes three times as long
    auto transaction = SqliteTransaction::begin(m_file);
    if (!transaction)
        return failure(transaction.error());
    QSqlQuery query(m_file.database());
    query.prepare(u"INSERT INTO run(made_at, strategies, instruments, timeframe, first, last, parameters, sizing, currency, "
                  "capital, final_equity, total_return, drawdown_max, sharpe, profit_factor, win_rate, trades, bars, badges, "
                  "fingerprint, version, seed, note) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s);
    for (const QVariant &value :
         {QVariant(qlonglong(run.madeAt.ns())), QVariant(textOf(run.strategies)), QVariant(textOf(run.instruments)),
          QVariant(textOf(run.timeframe)), QVariant(qlonglong(run.from.ns())), QVariant(qlonglong(run.to.ns())),
          QVariant(textOf(run.parameters)), QVariant(textOf(run.sizing)), QVariant(textOf(run.currency)), QVariant(run.capital),
          QVariant(run.finalEquity), figure(run.totalReturn), figure(run.drawdownMax), figure(run.sharpe),
          figure(run.profitFactor), figure(run.winRate), QVariant(qlonglong(run.trades)), QVariant(qlonglong(run.bars)),
          QVariant(run.badges), QVariant(textOf(run.fingerprint)), QVariant(textOf(run.version)), QVariant(qlonglong(run.seed)),
          QVariant(textOf(run.note))})
        query.addBindValue(value);
    if (!query.exec())
        return m_file.failed(query);
    const std::int64_t id = query.lastInsertId().toLongLong();
    query.prepare(u"INSERT INTO report(run, document) VALUES(?, ?)"_s);
    query.addBindValue(qlonglong(id));
    query.addBindValue(packed);
    if (!query.exec())
        return m_file.failed(query);
    if (auto committed = transaction->commit(); !committed)
        return failure(committed.error());
    return id;
}

Result<std::vector<KeptRun>> RunStore::list() const
{
    QSqlQuery query(m_file.database());
    query.setForwardOnly(true);
    if (!query.exec(selectRuns(u"ORDER BY id DESC"_s)))
        return m_file.failed(query);
    std::vector<KeptRun> runs;
    while (query.next())
        runs.push_back(runOf(query));
    return runs;
}

Result<KeptRun> RunStore::run(std::int64_t id) const
{
    QSqlQuery query(m_file.database());
    query.prepare(selectRuns(u"WHERE id = ?"_s));
    query.addBindValue(qlonglong(id));
    if (!query.exec())
        return m_file.failed(query);
    return query.next() ? Result<KeptRun>(runOf(query)) : noRun(id);
}

Result<QByteArray> RunStore::document(std::int64_t id) const
{
    QSqlQuery query(m_file.database());
    query.prepare(u"SELECT document FROM report WHERE run = ?"_s);
    query.addBindValue(qlonglong(id));
    if (!query.exec())
        return m_file.failed(query);
    if (!query.next())
        return noRun(id);
    const QByteArray packed = query.value(0).toByteArray();
    // qUncompress takes the memory that the first four bytes ask for.
    const bool isSane = packed.size() > 4 && qFromBigEndian<quint32>(packed.constData()) <= documentBytesMax;
    const QByteArray document = isSane ? qUncompress(packed) : QByteArray();
    if (document.isEmpty())
        return failure(ErrorCode::StoreCorrupt, u"%1: the report of run %2 is damaged"_s.arg(m_file.path()).arg(id));
    return document;
}

Result<void> RunStore::setNote(std::int64_t id, const QString &note)
{
    QSqlQuery query(m_file.database());
    query.prepare(u"UPDATE run SET note = ? WHERE id = ?"_s);
    query.addBindValue(textOf(note));
    query.addBindValue(qlonglong(id));
    if (!query.exec())
        return m_file.failed(query);
    if (query.numRowsAffected() == 0)
        return noRun(id);
    return {};
}

Result<void> RunStore::remove(std::span<const std::int64_t> ids)
{
    auto transaction = SqliteTransaction::begin(m_file);
    if (!transaction)
        return failure(transaction.error());
    QSqlQuery query(m_file.database());
    query.prepare(u"DELETE FROM run WHERE id = ?"_s);
    for (const std::int64_t id : ids) {
        query.bindValue(0, qlonglong(id));
        if (!query.exec())
            return m_file.failed(query);
        if (query.numRowsAffected() == 0)
            return noRun(id);
    }
    return transaction->commit();
}

} // namespace bellwether
