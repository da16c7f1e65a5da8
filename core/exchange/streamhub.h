#pragma once

#include "core/base/clock.h"
#include "core/exchange/spotapi.h"

#include <QObject>
#include <QTimer>

#include <set>

class QWebSocket;

namespace bellwether::exchange {

/// The web sockets of the venue: market streams (`/ws/NAME`, `/stream?streams=A/B`, SUBSCRIBE and UNSUBSCRIBE) and the
/// user data of the WebSocket API (`/ws-api/v3`). Source: Binance spot API documentation, web-socket-streams.md,
/// user-data-stream.md (2026-07-21). Depth changes and book tickers of a symbol leave together, every 100 ms at most.
class StreamHub : public QObject {
    Q_OBJECT
public:
    /// Streams of one connection; further ones are refused.
    static constexpr int streamsMax = 1'024;

    /// `venue`, `api` and `clock` outlive the hub, which takes the venue's event hooks.
    StreamHub(SpotVenue &venue, const SpotApi &api, const Clock &clock, QObject *parent = nullptr);
    ~StreamHub() override;

    /// Takes an upgraded connection.
    void add(QWebSocket *socket);
    int connectionCount() const { return int(m_clients.size()); }

private:
    struct Client {
        QWebSocket *socket = nullptr;
        bool isCombined = false;
        bool isApi = false;
        std::set<QString> streams;
        std::set<AccountNumber> accounts;   ///< subscribed user data
    };

    void onMessage(Client &client, const QString &text);
    void onControl(Client &client, const QJsonObject &request);
    void onApi(Client &client, const QJsonObject &request);
    bool isStream(const QString &name) const;
    void publish(const QString &stream, const QJsonObject &data);
    bool isWanted(const QString &stream) const;
    void publishBooks();
    void publishKline(SymbolNumber symbol, Timestamp now);
    void onAccountEvent(const AccountEvent &event);
    QString streamName(SymbolNumber symbol, QStringView kind) const;

    SpotVenue &m_venue;
    const SpotApi &m_api;
    const Clock &m_clock;
    std::vector<std::unique_ptr<Client>> m_clients;
    QTimer m_bookTimer;
    std::vector<std::uint64_t> m_toldUpdate; ///< book tickers, by symbol
    int m_lastSubscription = -1;
};

} // namespace bellwether::exchange
