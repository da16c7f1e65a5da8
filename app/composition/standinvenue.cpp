#include "app/composition/standinvenue.h"

#include "core/net/signature.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

exchange::ListedSymbol listedOf(const Instrument &instrument)
{
    exchange::ListedSymbol listed;
    listed.symbol = instrument.symbol;
    listed.quote = instrument.currency.toString();
    listed.base = instrument.symbol.chopped(listed.quote.size());
    listed.tickSize = instrument.tickSize;
    listed.step = instrument.lotSize;
    listed.quantityMin = std::max(instrument.quantityMin, instrument.lotSize);
    listed.quantityMax = Quantity::fromInt(9'000'000);
    return listed;
}

/// Keys that belong to the seed: the same venue twice has the same ones.
exchange::AccountKeys keysOf(std::uint64_t seed, int number)
{
    const QByteArray name = "account-" + QByteArray::number(number);
    const QByteArray root = "stand-in " + QByteArray::number(qulonglong(seed));
    return {QString::fromLatin1(name), net::hmacSha256Hex(root, name + " key"), net::hmacSha256Hex(root, name + " secret")};
}

} // namespace

Result<std::unique_ptr<StandInVenue>> StandInVenue::start(const StandInRequest &request)
{
    std::vector<SimulatedSymbol> symbols = simulatedCryptoSymbols();
    for (const QString &wanted : request.symbols) {
        const bool isKnown = std::any_of(symbols.begin(), symbols.end(), [&](const SimulatedSymbol &one) { return one.instrument.symbol == wanted; });
        if (!isKnown)
            return failure(ErrorCode::NotFound, u"the simulated market has no symbol '%1'"_s.arg(wanted));
    }
    std::erase_if(symbols, [&](const SimulatedSymbol &one) {
        return !request.symbols.isEmpty() && !request.symbols.contains(one.instrument.symbol);
    });
    exchange::FaultScript faults;
    if (!request.scenarioFile.isEmpty()) {
        QFile file(request.scenarioFile);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(request.scenarioFile, file.errorString()));
        auto script = exchange::readFaultScript(file.readAll(), request.scenarioFile);
        if (!script)
            return failure(script.error());
        faults = std::move(*script);
    }
    std::unique_ptr<StandInVenue> venue(new StandInVenue(request, std::move(symbols)));
    if (const auto port = venue->m_server->listen(request.port); !port)
        return failure(port.error());
    venue->m_server->setFaults(std::move(faults));
    venue->m_feed->start();
    return venue;
}

StandInVenue::StandInVenue(const StandInRequest &request, std::vector<SimulatedSymbol> symbols)
{
    std::vector<exchange::ListedSymbol> listed;
    for (const SimulatedSymbol &symbol : symbols)
        listed.push_back(listedOf(symbol.instrument));
    const auto market = std::make_shared<const SimulatedMarket>(request.seed, std::move(symbols));
    m_feed = std::make_unique<SimulatedFeed>(market, m_wall, m_wall.now());
    m_venue = std::make_unique<exchange::SpotVenue>(listed, exchange::VenueFees{request.makerFee, request.takerFee});
    for (std::size_t i = 0; i < listed.size(); ++i)
        m_venue->setHistory(exchange::SymbolNumber(i), m_feed->history(InstrumentIndex(i), Timeframe::M1, 1'500));
    for (int number = 1; number <= request.accounts; ++number) {
        const exchange::AccountNumber account = m_venue->addAccount(keysOf(request.seed, number));
        m_venue->engine().deposit(account, u"USDT"_s, request.quoteBalance);
        for (const exchange::ListedSymbol &symbol : listed)
            m_venue->engine().deposit(account, symbol.base, Quantity::fromInt(10));
    }
    m_server = std::make_unique<exchange::SpotServer>(*m_venue, m_feed->clock(), request.limits);
    QObject::connect(m_feed.get(), &MarketFeed::batchReady, m_server.get(), [this](const MarketBatchPtr &batch) { onBatch(*batch); });
    m_feed->setSpeed(request.speed);
}

void StandInVenue::onBatch(const MarketBatch &batch)
{
    for (const MarketEvent &event : batch) {
        if (const auto *told = std::get_if<Quote>(&event.payload))
            quote(event.instrument, *told);
        else if (const auto *print = std::get_if<TapeTrade>(&event.payload))
            m_venue->engine().tradeHouse(exchange::SymbolNumber(event.instrument), print->aggressor, print->price, print->quantity, event.time);
    }
    m_feed->acknowledge(batch.back().sequence);
}

void StandInVenue::quote(InstrumentIndex index, const Quote &quote)
{
    constexpr int levels = 5;
    const auto symbol = exchange::SymbolNumber(index);
    const Price tick = m_venue->engine().symbols()[index].tickSize;
    std::vector<DepthLevel> bids;
    std::vector<DepthLevel> asks;
    for (int i = 0; i < levels; ++i) {
        // Further from the price rests more.
        const Price away = Price::fromRaw(tick.raw() * i * (i + 1));
        if (quote.bid > away)
            bids.push_back({quote.bid - away, Quantity::fromRaw(quote.bidSize.raw() * (i + 1))});
        asks.push_back({quote.ask + away, Quantity::fromRaw(quote.askSize.raw() * (i + 1))});
    }
    m_venue->engine().quoteHouse(symbol, bids, asks, quote.time);
}

} // namespace bellwether
