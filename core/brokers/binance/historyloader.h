#pragma once

#include "core/brokers/binance/blockingrest.h"

namespace bellwether::binance {

/// Public market data that is waited for: instruments and past bars.
class HistoryLoader {
public:
    /// Rows of one request; the venue gives no more.
    static constexpr std::size_t pageMax = 1'000;

    explicit HistoryLoader(Endpoints endpoints, Duration patience = std::chrono::seconds(15), Cancellation cancellation = {})
        : m_rest(std::move(endpoints), {}, patience, std::move(cancellation))
    {
    }

    /// `exchangeInfo`; also teaches the loader the venue's limits.
    Result<ExchangeRules> exchangeRules();
    /// The last `count` closed bars, oldest first; fewer where there are no more. Errors: what kept them away.
    Result<BarColumns> bars(const QString &symbol, Timeframe timeframe, std::size_t count);
    /// The venue's limits as exchangeRules() last read them; none before. On the thread that read them, or after it.
    const std::vector<NamedRateLimit> &limits() const { return m_limits; }
    /// Venue time minus the machine's; zero before the first answer.
    Duration clockOffset() { return m_rest.clockOffset(); }

private:
    BlockingRest m_rest;
    std::vector<NamedRateLimit> m_limits;
};

} // namespace bellwether::binance
