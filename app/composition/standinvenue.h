#pragma once

#include "core/base/result.h"
#include "core/exchange/barmarket.h"
#include "core/exchange/spotserver.h"
#include "core/sim/simulatedfeed.h"

#include <QStringList>

namespace bellwether {

/// What the stand-in venue is asked for.
struct StandInRequest {
    quint16 port = 0;             ///< 0 takes any free one
    QStringList symbols;          ///< of the simulated crypto market, empty for all; or those of `dataFiles`
    QStringList dataFiles;        ///< bars to play in place of the simulated market, of one symbol each
    std::uint64_t seed = 1;       ///< of the market and of the keys
    double speed = 1;             ///< of the market's time
    double density = 1;           ///< of stored bars: so many minutes of them in one of the market's time
    int accounts = 1;             ///< made from the seed, where there is no file of them
    QString accountFile;
    Quantity quoteBalance = Quantity::fromInt(100'000);
    Ratio makerFee = Ratio::fromRaw(100'000);
    Ratio takerFee = Ratio::fromRaw(100'000);
    exchange::ApiLimits limits;
    QString scenarioFile;         ///< faults to play; none where empty
    QString certificateFile;      ///< with `keyFile`: https and wss
    QString keyFile;
};

/// The stand-in venue on loopback with a market around it, simulated or from stored bars: each quote becomes five levels of
/// the house on either side, each print a trade of the house. Its clock is the market's.
class StandInVenue {
public:
    /// Errors: NotFound for an unknown symbol; StoreLocked where the port is taken; FileUnreadable and BadData for
    /// what a file of the request does.
    static Result<std::unique_ptr<StandInVenue>> start(const StandInRequest &request);

    QString baseUrl() const { return QStringLiteral("%1://127.0.0.1:%2").arg(m_isSecure ? QStringLiteral("https") : QStringLiteral("http")).arg(m_server->port()); }
    quint16 port() const { return m_server->port(); }
    const exchange::SpotVenue &venue() const { return *m_venue; }
    /// What the venue saw and did.
    QJsonObject ledgerJson() const { return m_server->ledgerJson(); }

private:
    StandInVenue() = default;
    Result<void> openSimulated(const StandInRequest &request);
    Result<void> openStored(const StandInRequest &request);
    Result<void> openAccounts(const StandInRequest &request);
    Result<void> openServer(const StandInRequest &request);
    void makeVenue(const StandInRequest &request, const std::vector<Instrument> &instruments);
    void onBatch(const MarketBatch &batch);

    SystemClock m_wall;
    std::unique_ptr<SimulatedFeed> m_feed;         ///< of these two one
    std::unique_ptr<exchange::SpotVenue> m_venue;
    std::unique_ptr<exchange::BarMarket> m_bars;
    bool m_isSecure = false;
    std::unique_ptr<exchange::SpotServer> m_server;
};

} // namespace bellwether
