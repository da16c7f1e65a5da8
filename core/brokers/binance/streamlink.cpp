#include "core/brokers/binance/streamlink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::binance {

namespace {

constexpr auto betweenMessages = 250ms; // the venue allows five a second, pongs included
constexpr auto confirmedWithin = 10s;

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

net::StreamSettings withoutAge(net::StreamSettings settings)
{
    settings.lifetime = std::chrono::hours(24 * 365);
    return settings;
}

} // namespace

StreamLink::StreamLink(net::StreamSettings settings, QStringList streams, QObject *parent)
    : QObject(parent), m_session(withoutAge(std::move(settings)), this), m_streams(std::move(streams)), m_pace(this), m_patience(this)
{
    m_pace.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &StreamLink::subscribeNext);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_session.renew(u"a subscription was not confirmed"_s); });
    connect(&m_session, &net::StreamSession::opened, this, [this] {
        m_openedNs = steadyNs();
        m_asked = 0;
        m_unanswered.clear();
        m_patience.start(confirmedWithin);
        subscribeNext();
    });
    connect(&m_session, &net::StreamSession::closed, this, [this](const QString &why) {
        m_isReady = false;
        m_openedNs = 0;
        m_pace.stop();
        m_patience.stop();
        Q_EMIT lost(why);
    });
    connect(&m_session, &net::StreamSession::messageReceived, this, &StreamLink::messageReceived);
}

void StreamLink::start() { m_session.start(); }

void StreamLink::stop()
{
    m_isReady = false;
    m_openedNs = 0;
    m_pace.stop();
    m_patience.stop();
    m_session.stop();
}

Duration StreamLink::age() const { return m_openedNs == 0 ? Duration::zero() : Duration(steadyNs() - m_openedNs); }

void StreamLink::subscribeNext()
{
    if (m_asked >= m_streams.size())
        return;
    const QStringList batch = m_streams.mid(m_asked, batchMax);
    m_asked += batch.size();
    const std::int64_t id = ++m_lastId;
    m_unanswered[id] = batch;
    const QJsonObject request{{u"method"_s, u"SUBSCRIBE"_s}, {u"params"_s, QJsonArray::fromStringList(batch)}, {u"id"_s, qint64(id)}};
    m_session.send(QJsonDocument(request).toJson(QJsonDocument::Compact));
    m_patience.start(confirmedWithin);
    m_pace.start(betweenMessages);
}

void StreamLink::onAcknowledged(std::int64_t id) { finishBatch(id); }

void StreamLink::onRefused(std::int64_t id, const QString &why)
{
    if (const auto found = m_unanswered.find(id); found != m_unanswered.end())
        Q_EMIT refused(found->second, why);
    finishBatch(id);
}

void StreamLink::finishBatch(std::int64_t id)
{
    if (m_unanswered.erase(id) == 0 || !m_unanswered.empty() || m_asked < m_streams.size())
        return;
    m_patience.stop();
    m_isReady = true;
    Q_EMIT ready();
}

} // namespace bellwether::binance
