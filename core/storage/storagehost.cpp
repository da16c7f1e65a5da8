#include "core/storage/storagehost.h"

#include "core/base/log.h"

#include <condition_variable>
#include <future>

namespace bellwether {

/// What the two threads share.
struct StorageHost::Shared {
    mutable std::mutex mutex;
    std::condition_variable hasWork;
    std::vector<JournalEntry> waiting;   ///< guarded by mutex, like all below
    std::uint64_t durable = 0;
    bool isStopping = false;
    QString failure;
    Wake wake = [] {};
};

StorageHost::StorageHost() : m_shared(std::make_unique<Shared>()) {}

Result<std::unique_ptr<StorageHost>> StorageHost::open(const QString &path)
{
    auto host = std::unique_ptr<StorageHost>(new StorageHost);
    const auto opened = std::make_shared<std::promise<Result<std::vector<JournalEntry>>>>(); // outlives the answering thread's last touch
    auto answer = opened->get_future();
    host->m_thread.reset(QThread::create([host = host.get(), path, opened] {
        // The database connection belongs to this thread from opening to closing.
        auto store = JournalStore::open(path);
        if (!store) {
            opened->set_value(failure(store.error()));
            return;
        }
        opened->set_value((*store)->readAll());
        Shared &shared = *host->m_shared;
        std::unique_lock lock(shared.mutex);
        for (;;) {
            shared.hasWork.wait(lock, [&shared] { return shared.isStopping || !shared.waiting.empty(); });
            if (shared.waiting.empty())
                return;
            const std::vector<JournalEntry> batch = std::move(shared.waiting);
            shared.waiting.clear();
            lock.unlock();
            const auto written = (*store)->append(batch);
            lock.lock();
            if (!written) {
                qCCritical(logStorage, "journal: %s", qUtf8Printable(written.error().detail));
                shared.failure = written.error().detail;
                shared.wake();
                return;
            }
            shared.durable = batch.back().sequence;
            shared.wake();
        }
    }));
    host->m_thread->setObjectName(QStringLiteral("storage"));
    host->m_thread->start();
    auto entries = answer.get();
    if (!entries)
        return failure(entries.error());
    host->m_entries = *std::move(entries);
    host->m_last = host->m_durable = host->m_entries.size();
    host->m_shared->durable = host->m_last;
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
        if (m_shared->failure.isEmpty()) // after a failure nobody takes them, and they must not fill the memory
            m_shared->waiting.insert(m_shared->waiting.end(), std::make_move_iterator(m_unwritten.begin()),
                                     std::make_move_iterator(m_unwritten.end()));
    }
    m_unwritten.clear();
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
    return m_shared->failure;
}

} // namespace bellwether
