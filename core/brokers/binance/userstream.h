#pragma once

#include "core/brokers/binance/restclient.h"
#include "core/brokers/binance/userevent.h"
#include "core/net/streamsession.h"

namespace bellwether::binance {

/// The account's own events over the WebSocket API: subscribes at every opening, with a signed request (HMAC) or after
/// a logon (Ed25519), and comes back where the venue ends the subscription. A connection that grows too old is replaced
/// after the next one is subscribed; the same event may then be told twice. Lives on the thread of its user.
class UserStream : public QObject {
    Q_OBJECT
public:
    /// `rest` outlives it and signs.
    UserStream(RestClient &rest, bool needsLogon, Duration renewAfter = std::chrono::hours(23), Duration backoffMax = std::chrono::seconds(60),
               QObject *parent = nullptr);
    ~UserStream() override;

    void start();
    void stop();
    bool isSubscribed() const { return m_isSubscribed; }
    int openedCount() const;

Q_SIGNALS:
    /// Events of the account arrive from now on; what happened before has to be asked for.
    void subscribed();
    void lost(const QString &why);
    /// The venue takes this key not at all.
    void keyRefused(const QString &why);
    void received(const bellwether::binance::UserEvent &event);

private:
    /// One connection and how far its subscription has come.
    struct Line {
        std::unique_ptr<net::StreamSession> session;
        qint64 subscription = -1;
        bool isLoggedOn = false;
        bool isOn = false;
        std::int64_t openedNs = 0;
    };
    std::unique_ptr<Line> makeLine();
    void subscribe(Line &line);
    void request(Line &line, const QByteArray &method, const RestParams &params);
    void onText(Line *line, QByteArrayView text);
    void onReply(Line &line, int status, QByteArrayView text);
    void onClosed(Line *line, const QString &why);
    void watch();
    void drop(std::unique_ptr<Line> &line);

    RestClient &m_rest;
    bool m_needsLogon;
    Duration m_renewAfter;
    Duration m_backoffMax;
    std::unique_ptr<Line> m_line;
    std::unique_ptr<Line> m_next;
    QTimer m_watch;
    bool m_isSubscribed = false;
    int m_lastRequest = 0;
    int m_openedBefore = 0;
};

} // namespace bellwether::binance
