#pragma once

#include "core/base/timestamp.h"

#include <QByteArray>

#include <array>
#include <functional>
#include <vector>

namespace bellwether {

/// One line of the record of an account. `body` is compact JSON with a `kind`.
struct JournalEntry {
    std::uint64_t sequence = 0;
    Timestamp time;
    QByteArray body;

    bool operator==(const JournalEntry &) const = default;
};

/// Where an engine writes what it decided: append-only, numbered from 1 without holes, one writer. Nothing counts as
/// durable before it was committed, and committed() says up to where.
class Journal {
public:
    using CommitSink = std::function<void(std::uint64_t upTo)>;

    virtual ~Journal() = default;
    /// Whether bodies are needed at all; a backtest keeps none and need not build them.
    virtual bool keepsRecords() const { return true; }
    /// Adds an entry behind the last and gives its sequence; durable only later.
    virtual std::uint64_t append(Timestamp time, const QByteArray &body) = 0;
    /// Asks to make everything appended durable. The answer comes through the commit sink: at once for a journal in
    /// memory, later for one on disk. Where the disk refuses, no answer comes.
    virtual void commit() = 0;
    void setCommitSink(CommitSink sink) { m_sink = std::move(sink); }

protected:
    void announceCommitted(std::uint64_t upTo) const { m_sink(upTo); }

private:
    CommitSink m_sink = [](std::uint64_t) {};
};

/// Keeps nothing; every commit is done at once. For backtests.
class NullJournal final : public Journal {
public:
    bool keepsRecords() const override { return false; }
    std::uint64_t append(Timestamp, const QByteArray &) override { return ++m_last; }
    void commit() override { announceCommitted(m_last); }

private:
    std::uint64_t m_last = 0;
};

/// Keeps everything in memory; every commit is done at once. For tests and parity checks.
class MemoryJournal final : public Journal {
public:
    std::uint64_t append(Timestamp time, const QByteArray &body) override;
    void commit() override { announceCommitted(m_entries.size()); }
    const std::vector<JournalEntry> &entries() const { return m_entries; }

private:
    std::vector<JournalEntry> m_entries;
};

/// The chain, entry by entry: its hash is that of the last one added.
class JournalChain {
public:
    static constexpr std::size_t hashSize = 32;

    /// Goes on from an entry of that hash; from the beginning without one.
    explicit JournalChain(const QByteArray &hash = QByteArray(qsizetype(hashSize), '\0'));
    void add(std::uint64_t sequence, Timestamp time, QByteArrayView body);
    bool endsWith(QByteArrayView hash) const { return hash == QByteArrayView(m_hash); }
    QByteArray hash() const { return QByteArray(m_hash.data(), qsizetype(hashSize)); }

private:
    std::array<char, hashSize> m_hash{};
};

/// The chain that makes an edited, removed or swapped entry visible: SHA-256 over the previous hash, the sequence, the
/// time and the body. The first entry chains from 32 zero bytes.
QByteArray chainHash(const QByteArray &previousHash, const JournalEntry &entry);

} // namespace bellwether
