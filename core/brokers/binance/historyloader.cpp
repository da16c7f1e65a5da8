#include "core/brokers/binance/historyloader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::binance {

Result<ExchangeRules> HistoryLoader::exchangeRules()
{
    const auto body = m_rest.fetch({net::HttpMethod::Get, "/api/v3/exchangeInfo", {}, false, 20});
    if (!body)
        return failure(body.error());
    auto rules = readExchangeRules(*body);
    if (rules) {
        m_limits = rules->rateLimits;
        m_rest.setLimits(m_limits);
    }
    return rules;
}

Result<BarColumns> HistoryLoader::bars(const QString &symbol, Timeframe timeframe, std::size_t count)
{
    std::vector<std::vector<Bar>> pages; // newest first, each oldest first
    std::size_t have = 0;
    std::int64_t endMs = 0;
    const Timestamp now = SystemClock().now() + clockOffset();
    while (have < count) {
        const std::size_t ask = std::min(pageMax, count - have + 1); // one more: the newest is still running
        RestCall call{net::HttpMethod::Get, "/api/v3/klines", {{"symbol", symbol.toLatin1()}, {"interval", toString(timeframe).toLatin1()},
                                                             {"limit", QByteArray::number(qulonglong(ask))}}, false, 2};
        if (endMs > 0)
            call.params.emplace_back("endTime", QByteArray::number(qlonglong(endMs)));
        const auto body = m_rest.fetch(std::move(call));
        if (!body)
            return failure(body.error());
        auto page = readKlines(*body);
        if (!page)
            return failure(page.error());
        const std::size_t got = page->size();
        if (got == 0)
            break;
        const Timestamp firstOpen = page->front().closeTime - durationOf(timeframe);
        std::erase_if(*page, [now](const Bar &bar) { return bar.closeTime > now; });
        have += page->size();
        pages.push_back(*std::move(page));
        if (got < ask || (endMs > 0 && firstOpen.ms() - 1 >= endMs))
            break;
        endMs = firstOpen.ms() - 1;
    }
    BarColumns bars;
    bars.reserve(have);
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
        for (const Bar &bar : *page) {
            if (bars.isEmpty() || bars.closeTime.back() < bar.closeTime)
                bars.append(bar);
        }
    }
    if (bars.size() <= count)
        return bars;
    BarColumns last;
    last.append(bars, bars.size() - count, bars.size());
    return last;
}

} // namespace bellwether::binance
