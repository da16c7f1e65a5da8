#pragma once

#include "core/net/streamsession.h"

#include <QStringList>

#include <map>

namespace bellwether::binance {

/// One connection to the market streams with a fixed set of subscriptions. At every opening it subscribes in batches that
/// the venue's limit on messages allows, waits for each to be confirmed, and comes back where one is not.
class StreamLink : public QObject {
    Q_OBJECT
public:
    /// Streams of one connection, and of one SUBSCRIBE.
    static constexpr int streamsMax = 1'024;
    static constexpr int batchMax = 100;

    /// `settings.url` is that of `/stream`; its lifetime is not used: renewing with overlap is for the owner.
    StreamLink(net::StreamSettings settings, QStringList streams, QObject *parent = nullptr);

    void start();
    void stop();
    void renew(const QString &why) { m_session.renew(why); }
    bool isReady() const { return m_isReady; }
    /// How long this connection has been open; zero while it is not.
    Duration age() const;
    const QStringList &streams() const { return m_streams; }
    int openedCount() const { return m_session.openedCount(); }

    /// What the owner makes of an answer to a SUBSCRIBE of this link.
    void onAcknowledged(std::int64_t id);
    void onRefused(std::int64_t id, const QString &why);

Q_SIGNALS:
    /// Every subscription is confirmed.
    void ready();
    void lost(const QString &why);
    /// The venue refused some of the streams; the rest goes on.
    void refused(const QStringList &streams, const QString &why);
    void messageReceived(QByteArrayView text);

private:
    void subscribeNext();
    void finishBatch(std::int64_t id);

    net::StreamSession m_session;
    QStringList m_streams;
    qsizetype m_asked = 0;                          ///< of them
    std::map<std::int64_t, QStringList> m_unanswered;
    std::int64_t m_lastId = 0;
    QTimer m_pace;
    QTimer m_patience;
    bool m_isReady = false;
    std::int64_t m_openedNs = 0;
};

} // namespace bellwether::binance
