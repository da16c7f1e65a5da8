#pragma once

#include "core/base/clock.h"
#include "core/domain/timeframe.h"
#include "core/exchange/spotapi.h"

#include <QObject>
#include <QTimer>

#include <set>

class QTcpSocket;
class QWebSocket;

namespace bellwether::exchange {

class FaultInjector;
class StreamClient;
struct FaultAction;

/// The web sockets of the venue: market streams (`/ws/NAME`, `/stream?streams=A/B`, SUBSCRIBE and UNSUBSCRIBE) and the
/// user data of the WebSocket API (`/ws-api/v3`). Source: Binance spot API documentation, web-socket-streams.md,
/// user-data-stream.md (2026-07-21). Depth changes and book tickers of a symbol leave together, every 100 ms at most.
class StreamHub : public QObject {
    Q_OBJECT
public:
    /// Streams of one connection; further ones are refused.
    static constexpr int streamsMax = 1'024;

    /// All of them outlive the hub, which takes the venue's event hooks.
    StreamHub(SpotVenue &venue, const SpotApi &api, const Clock &clock, FaultInjector &faults, QObject *parent = nullptr);
    ~StreamHub() override;

    /// Takes an upgraded connection; `wire` is what it runs over.
    void add(QWebSocket *socket, QTcpSocket *wire);
    /// Does to every connection what came due.
    void act(const FaultAction &action);
    int connectionCount() const { return int(m_clients.size()); }
    std::int64_t openedCount() const { return m_opened; }
    std::int64_t sentCount() const { return m_sent; }

private:
    void onMessage(StreamClient &client, const QString &text);
    void onControl(StreamClient &client, const QJsonObject &request);
    // streamapi.cpp: the WebSocket API
    void onApi(StreamClient &client, const QJsonObject &request);
    QJsonObject answerApi(StreamClient &client, const QString &method, const QJsonObject &parameters);
    AccountNumber authoriseApi(const QJsonObject &parameters) const;
    /// What leaves goes past the fault script.
    void send(StreamClient &client, const QString &target, const QString &text);
    void expireKeys(StreamClient &client);
    void shutDown(StreamClient &client, Duration wait);
    bool isStream(const QString &name) const;
    void publish(const QString &stream, const QJsonObject &data);
    bool isWanted(const QString &stream) const;
    // streammarket.cpp
    void publishText(const QString &stream, const QString &data);
    void publishTrade(SymbolNumber symbol, const TapePrint &print);
    void publishBooks();
    void publishPartialBook(SymbolNumber symbol);
    void publishTickers();
    void publishKlines(SymbolNumber symbol, Timestamp now);
    void publishKline(SymbolNumber symbol, const QString &stream, Timeframe timeframe, Timestamp now);
    void onAccountEvent(const AccountEvent &event);
    QString streamName(SymbolNumber symbol, QStringView kind) const;

    SpotVenue &m_venue;
    const SpotApi &m_api;
    const Clock &m_clock;
    FaultInjector &m_faults;
    std::vector<StreamClient *> m_clients; ///< children
    QTimer m_bookTimer;
    QTimer m_secondTimer;
    QTimer m_pingTimer;
    std::int64_t m_opened = 0;
    std::int64_t m_sent = 0;
    std::vector<std::uint64_t> m_toldUpdate; ///< book tickers, by symbol
};

} // namespace bellwether::exchange
