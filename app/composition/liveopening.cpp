#include "app/composition/liveopening.h"

#include "core/base/log.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether {

namespace {

constexpr Duration longestWait = 60s;

AccountId accountOf(const Profile &profile, const QString &name)
{
    const auto book = AccountBook::load(profile);
    const auto record = book ? book->find(name) : failure(book.error());
    return record ? record->id() : AccountId(name);
}

} // namespace

LiveOpening::LiveOpening(Profile profile, Settings settings, DeskRequest request, Duration firstWait)
    : m_profile(std::move(profile)), m_settings(std::move(settings)), m_request(std::move(request)), m_firstWait(firstWait),
      m_desk(accountOf(m_profile, m_request.liveAccount), liveCurrency(m_settings),
             m_request.symbols.isEmpty() ? liveSymbols(m_settings) : m_request.symbols)
{
}

LiveOpening::~LiveOpening() { stop(); }

Result<bool> LiveOpening::needsPassphrase() const
{
    const auto book = AccountBook::load(m_profile);
    const auto record = book ? book->find(m_request.liveAccount) : failure(book.error());
    if (!record)
        return failure(record.error());
    if (const auto armed = Arming(m_profile, m_settings, *record).check(SystemClock().now()); !armed)
        return failure(armed.error());
    return record->store == u"vault";
}

void LiveOpening::start() { tell(ConnectingDesk::State::Connecting, u"the keys of the account are needed"_s); }

void LiveOpening::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        *m_cancellation = !m_isBuilt;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void LiveOpening::begin(SecretBytes passphrase)
{
    if (m_thread.joinable())
        return;
    m_thread = std::thread([this, opener = std::move(passphrase)] { work(opener); });
}

void LiveOpening::giveUp(const QString &why)
{
    tell(ConnectingDesk::State::Failed, why);
    Q_EMIT failed(why);
}

void LiveOpening::tell(ConnectingDesk::State state, const QString &text)
{
    QMetaObject::invokeMethod(&m_desk, [this, state, text] { m_desk.tell(state, text); }, Qt::AutoConnection);
}

bool LiveOpening::waits(Duration time)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, time, [this] { return m_cancellation->load(); });
}

void LiveOpening::work(const SecretBytes &passphrase)
{
    const auto end = [this](const Error &error) {
        if (*m_cancellation)
            return;
        qCWarning(logEngine, "the live desk was not opened: %s", qPrintable(error.detail));
        QMetaObject::invokeMethod(this, [this, why = error.detail] { giveUp(why); }, Qt::QueuedConnection);
    };
    tell(ConnectingDesk::State::Connecting, u"opening the keys of the account"_s);
    const auto grant = grantLive(m_profile, m_settings, m_request, [&] { return std::optional(passphrase.clone()); });
    if (!grant)
        return end(grant.error());
    Duration wait = m_firstWait;
    for (int attempt = 1; !*m_cancellation; ++attempt) {
        auto built = connectLive(*grant, m_cancellation, [this](const QString &what) { tell(ConnectingDesk::State::Connecting, what); });
        if (built) {
            (*built)->moveTo(thread());
            {
                const std::scoped_lock lock(m_mutex);
                m_ready = *std::move(built);
                m_isBuilt = true;
            }
            QMetaObject::invokeMethod(this, [this] { Q_EMIT ready(); }, Qt::QueuedConnection);
            return;
        }
        if (built.error().code != ErrorCode::Stale)
            return end(built.error());
        tell(ConnectingDesk::State::Down, u"%1; try %2 failed, the next is in %3 s"_s.arg(built.error().detail).arg(attempt)
                                              .arg(std::chrono::duration<double>(wait).count(), 0, 'f', 0));
        if (!waits(wait))
            return;
        wait = std::min(wait * 2, longestWait);
    }
}

std::unique_ptr<LiveRunnableDesk> LiveOpening::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::move(m_ready);
}

} // namespace bellwether
