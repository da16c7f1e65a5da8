#include "core/secrets/keychainstore.h"

#include <qt6keychain/keychain.h>

#include <QEventLoop>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const QString service = u"bellwether"_s;
constexpr std::chrono::seconds patience(10);

/// The job, finished; null where the keychain gave no answer. It deletes itself then, whenever it does end.
template <typename Job> std::unique_ptr<Job> run(std::unique_ptr<Job> job)
{
    QEventLoop loop;
    bool isDone = false;
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    QObject::connect(job.get(), &QKeychain::Job::finished, &loop, [&] {
        isDone = true;
        loop.quit();
    });
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    job->start();
    if (!isDone)
        loop.exec();
    if (isDone)
        return job;
    job->setAutoDelete(true);
    job.release();
    return nullptr;
}

template <typename Job> Result<void> outcomeOf(const std::unique_ptr<Job> &job)
{
    if (!job)
        return failure(ErrorCode::StoreLocked, u"the keychain gives no answer"_s);
    switch (job->error()) {
    case QKeychain::NoError: return {};
    case QKeychain::EntryNotFound: return failure(ErrorCode::NotFound, u"the keychain holds nothing of that name"_s);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return failure(ErrorCode::Denied, u"the keychain was not unlocked"_s);
    default: return failure(ErrorCode::StoreFailed, u"the keychain: "_s + job->errorString());
    }
}

} // namespace

bool KeychainStore::isAvailable()
{
    // Without a session bus there is none, and asking would start one.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return false;
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(service);
    job->setKey(u"availability"_s);
    const auto outcome = outcomeOf(run(std::move(job)));
    return outcome.has_value() || outcome.error().code == ErrorCode::NotFound;
}

Result<void> KeychainStore::put(const QString &name, const SecretBytes &secret)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(service);
    job->setKey(name);
    job->setBinaryData(secret.view().toByteArray());
    return outcomeOf(run(std::move(job)));
}

Result<SecretBytes> KeychainStore::get(const QString &name)
{
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(service);
    job->setKey(name);
    job = run(std::move(job));
    if (auto outcome = outcomeOf(job); !outcome)
        return failure(outcome.error());
    return SecretBytes(job->binaryData());
}

Result<void> KeychainStore::remove(const QString &name)
{
    auto job = std::make_unique<QKeychain::DeletePasswordJob>(service);
    job->setKey(name);
    auto outcome = outcomeOf(run(std::move(job)));
    if (!outcome && outcome.error().code != ErrorCode::NotFound)
        return outcome;
    return {};
}

} // namespace bellwether
