#pragma once

#include "core/base/result.h"
#include "core/exchange/spotserver.h"
#include "core/sim/simulatedfeed.h"

#include <QStringList>

namespace bellwether {

/// What the stand-in venue is asked for.
struct StandInRequest {
    quint16 port = 0;             ///< 0 takes any free one
    QStringList symbols;          ///< of the simulated crypto market; empty for all
    std::uint64_t seed = 1;       ///< of the market and of the keys
    double speed = 1;             ///< of the market's time
    int accounts = 1;
    Quantity quoteBalance = Quantity::fromInt(100'000);
    Ratio makerFee = Ratio::fromRaw(100'000);
    Ratio takerFee = Ratio::fromRaw(100'000);
    exchange::ApiLimits limits;
    QString scenarioFile;         ///< faults to play; none where empty
};

/// The stand-in venue on loopback with the simulated market around it: each quote becomes five levels of the house on
/// either side, each print a trade of the house. Its clock is the market's.
class StandInVenue {
public:
    /// Errors: NotFound for an unknown symbol; StoreLocked where the port is taken; FileUnreadable and BadData for a
    /// scenario.
    static Result<std::unique_ptr<StandInVenue>> start(const StandInRequest &request);

    QString baseUrl() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server->port()); }
    quint16 port() const { return m_server->port(); }
    const exchange::SpotVenue &venue() const { return *m_venue; }
    /// What the venue saw and did.
    QJsonObject ledgerJson() const { return m_server->ledgerJson(); }

private:
    StandInVenue(const StandInRequest &request, std::vector<SimulatedSymbol> symbols);
    void onBatch(const MarketBatch &batch);
    void quote(InstrumentIndex index, const Quote &quote);

    SystemClock m_wall;
    std::unique_ptr<SimulatedFeed> m_feed;
    std::unique_ptr<exchange::SpotVenue> m_venue;
    std::unique_ptr<exchange::SpotServer> m_server;
};

} // namespace bellwether
