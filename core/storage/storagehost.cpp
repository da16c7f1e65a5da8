#include "core/storage/storagehost.h"

#include "core/base/log.h"

#include <condition_variable>
#include <future>

namespace bellwether {

namespace {

constexpr std::chrono::seconds retryAfter{1};
constexpr std::size_t waitingMax = 200'000;

} // namespace

/// What the two threads share.
struct StorageHost::Shared {
    mutable std::mutex mutex;
    std::condition_variable hasWork;
    std::vector<JournalEntry> waiting;   ///< guarded by mutex, like all below
    std::uint64_t durable = 0;
    bool isStopping = false;
    bool hasDropped = false;             ///< more waited than there was room for: nothing behind it can be written
    QString failure;
    std::optional<JournalSnapshot> snapshot; ///< waits until its entry is durable
    Wake wake = [] {};

    bool isSnapshotDue() const { return snapshot && snapshot->head.sequence <= durable; }
    /// The hash of the chain at the snapshot's entry is known when a batch ends there.
    void cutAtSnapshot(std::vector<JournalEntry> &batch)
    {
        if (!snapshot || snapshot->head.sequence < batch.front().sequence || snapshot->head.sequence >= batch.back().sequence)
            return;
        const auto from = batch.begin() + std::ptrdiff_t(snapshot->head.sequence - batch.front().sequence + 1);
        waiting.assign(std::make_move_iterator(from), std::make_move_iterator(batch.end()));
        batch.erase(from, batch.end());
    }
};

namespace {

// After a write error the file is not trusted further: it is opened and verified anew, and what it turns out to have is not
// written again.
Result<void> write(const QString &path, std::unique_ptr<JournalStore> &store, std::vector<JournalEntry> &batch)
{
    if (!store) {
        auto opened = JournalStore::open(path);
        if (!opened)
            return failure(opened.error());
        store = *std::move(opened);
        for (const JournalEntry &entry : store->takeEntries()) {
            if (batch.empty() || entry.sequence < batch.front().sequence)
                continue;
            if (entry != batch.front())
                return failure(ErrorCode::StoreCorrupt, QStringLiteral("entry %1 is another one than was written").arg(entry.sequence));
            batch.erase(batch.begin());
        }
        if (!batch.empty() && batch.front().sequence != store->lastSequence() + 1)
            return failure(ErrorCode::StoreCorrupt, QStringLiteral("the journal ends at %1 instead of %2").arg(store->lastSequence()).arg(batch.front().sequence - 1));
    }
    auto written = store->append(batch);
    if (!written)
        store.reset();
    return written;
}

} // namespace

// With the lock held, which is given back while the file is written.
void StorageHost::writeSnapshot(Shared &shared, std::unique_lock<std::mutex> &lock, const QString &path, const JournalStore *store)
{
    if (!shared.isSnapshotDue() || store == nullptr)
        return;
    JournalSnapshot snapshot = *std::exchange(shared.snapshot, std::nullopt);
    if (store->lastSequence() != snapshot.head.sequence)
        return; // it came too late to know the hash there
    lock.unlock();
    snapshot.head = store->head();
    if (auto written = snapshot.write(path); !written)
        qCWarning(logStorage, "snapshot: %s", qUtf8Printable(written.error().detail)); // the next start replays more
    lock.lock();
}

void StorageHost::serve(Shared &shared, const QString &path, std::unique_ptr<JournalStore> store)
{
    std::unique_lock lock(shared.mutex);
    for (;;) {
        if (shared.failure.isEmpty())
            shared.hasWork.wait(lock, [&shared] { return shared.isStopping || !shared.waiting.empty() || shared.isSnapshotDue(); });
        else // the space may come back
            shared.hasWork.wait_for(lock, retryAfter, [&shared] { return shared.isStopping; });
        writeSnapshot(shared, lock, path, store.get());
        if (shared.waiting.empty()) {
            if (shared.isStopping)
                return;
            continue;
        }
        const bool isLastTry = shared.isStopping;
        std::vector<JournalEntry> batch = std::move(shared.waiting);
        shared.waiting.clear();
        shared.cutAtSnapshot(batch);
        const std::uint64_t upTo = batch.back().sequence;
        lock.unlock();
        const auto written = write(path, store, batch);
        lock.lock();
        if (written) {
            shared.failure.clear();
            shared.durable = upTo;
            shared.wake();
            continue;
        }
        shared.waiting.insert(shared.waiting.begin(), std::make_move_iterator(batch.begin()), std::make_move_iterator(batch.end()));
        if (shared.failure != written.error().detail) {
            qCCritical(logStorage, "journal: %s", qUtf8Printable(written.error().detail));
            shared.failure = written.error().detail;
            shared.wake();
        }
        if (isLastTry)
            return;
    }
}

StorageHost::StorageHost() : m_shared(std::make_unique<Shared>()) {}

Result<std::unique_ptr<StorageHost>> StorageHost::open(const QString &path, const QByteArray &snapshotFormat)
{
    auto host = std::unique_ptr<StorageHost>(new StorageHost);
    const auto opened = std::make_shared<std::promise<Result<std::vector<JournalEntry>>>>(); // outlives the answering thread's last touch
    auto answer = opened->get_future();
    host->m_thread.reset(QThread::create([host = host.get(), path, snapshotFormat, opened] {
        // The database connection belongs to this thread from opening to closing.
        auto store = JournalStore::open(path, snapshotFormat);
        if (!store) {
            opened->set_value(failure(store.error()));
            return;
        }
        host->m_movedFrom = (*store)->movedFrom(); // all three are read by the opener once it has its answer
        host->m_snapshot = (*store)->takeSnapshot();
        host->m_last = host->m_durable = host->m_shared->durable = (*store)->lastSequence();
        opened->set_value((*store)->takeEntries());
        serve(*host->m_shared, path, *std::move(store));
    }));
    host->m_thread->setObjectName(QStringLiteral("storage"));
    host->m_thread->start();
    auto entries = answer.get();
    if (!entries)
        return failure(entries.error());
    host->m_entries = *std::move(entries);
    if (!host->m_entries.empty())
        host->m_lastTime = host->m_entries.back().time;
    else if (host->m_snapshot)
        host->m_lastTime = host->m_snapshot->time;
    return host;
}

StorageHost::~StorageHost()
{
    commit();
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->isStopping = true;
        m_shared->wake = [] {};
    }
    m_shared->hasWork.notify_one();
    m_thread->wait();
}

void StorageHost::setWake(Wake wake)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->wake = std::move(wake);
}

std::uint64_t StorageHost::append(Timestamp time, const QByteArray &body)
{
    m_unwritten.push_back({++m_last, time, body});
    return m_last;
}

void StorageHost::commit()
{
    if (m_unwritten.empty())
        return;
    {
        const std::scoped_lock lock(m_shared->mutex);
        // While the disk refuses they wait, but must not fill the memory; a hole is never written.
        m_shared->hasDropped = m_shared->hasDropped || (!m_shared->failure.isEmpty() && m_shared->waiting.size() >= waitingMax);
        if (!m_shared->hasDropped)
            m_shared->waiting.insert(m_shared->waiting.end(), std::make_move_iterator(m_unwritten.begin()),
                                     std::make_move_iterator(m_unwritten.end()));
    }
    m_unwritten.clear();
    m_shared->hasWork.notify_one();
}

void StorageHost::keepSnapshot(std::uint64_t sequence, Timestamp time, const QByteArray &format, QByteArray state)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->snapshot = JournalSnapshot{{sequence, {}}, time, format, std::move(state)};
    }
    m_shared->hasWork.notify_one();
}

void StorageHost::deliver()
{
    std::uint64_t durable = 0;
    {
        const std::scoped_lock lock(m_shared->mutex);
        durable = m_shared->durable;
    }
    if (durable > m_durable) {
        m_durable = durable;
        announceCommitted(durable);
    }
}

std::size_t StorageHost::pendingCount() const { return std::size_t(m_last - m_durable); }

QString StorageHost::failureText() const
{
    const std::scoped_lock lock(m_shared->mutex);
    if (m_shared->failure.isEmpty() && m_shared->hasDropped)
        return QStringLiteral("more was to be written than memory had room for while the disk refused; it goes on after the next start");
    return m_shared->failure;
}

} // namespace bellwether
