#include "app/composition/standinvenue.h"

#include "core/exchange/accountfile.h"
#include "core/exchange/venuetls.h"
#include "core/market/instrumentdefaults.h"
#include "core/net/signature.h"
#include "core/storage/barfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

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

/// Bars from before the market opened.
constexpr std::size_t historyBars = 1'500;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
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
    std::unique_ptr<StandInVenue> venue(new StandInVenue);
    if (const auto opened = request.dataFiles.isEmpty() ? venue->openSimulated(request) : venue->openStored(request); !opened)
        return failure(opened.error());
    if (const auto opened = venue->openAccounts(request); !opened)
        return failure(opened.error());
    if (const auto opened = venue->openServer(request); !opened)
        return failure(opened.error());
    if (venue->m_feed)
        venue->m_feed->start();
    else
        venue->m_bars->start();
    return venue;
}

void StandInVenue::makeVenue(const StandInRequest &request, const std::vector<Instrument> &instruments)
{
    std::vector<exchange::ListedSymbol> listed;
    for (const Instrument &instrument : instruments)
        listed.push_back(listedOf(instrument));
    m_venue = std::make_unique<exchange::SpotVenue>(std::move(listed), exchange::VenueFees{request.makerFee, request.takerFee});
}

Result<void> StandInVenue::openSimulated(const StandInRequest &request)
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
    std::vector<Instrument> instruments;
    for (const SimulatedSymbol &symbol : symbols)
        instruments.push_back(symbol.instrument);
    makeVenue(request, instruments);
    const auto market = std::make_shared<const SimulatedMarket>(request.seed, std::move(symbols));
    m_feed = std::make_unique<SimulatedFeed>(market, m_wall, m_wall.now());
    for (std::size_t i = 0; i < instruments.size(); ++i)
        m_venue->setHistory(exchange::SymbolNumber(i), m_feed->history(InstrumentIndex(i), Timeframe::M1, historyBars));
    m_feed->setSpeed(request.speed);
    QObject::connect(m_feed.get(), &MarketFeed::batchReady, m_feed.get(), [this](const MarketBatchPtr &batch) { onBatch(*batch); });
    return {};
}

Result<void> StandInVenue::openStored(const StandInRequest &request)
{
    std::vector<Instrument> instruments;
    std::vector<exchange::BarMarket::Series> series;
    for (qsizetype i = 0; i < request.dataFiles.size(); ++i) {
        const QString &path = request.dataFiles[i];
        static const QRegularExpression leading(u"^[A-Za-z0-9]+"_s);
        const QString name = request.symbols.value(i, leading.match(QFileInfo(path).fileName()).captured().toUpper());
        const auto instrument = defaultInstrument(u"BINANCE:"_s + name);
        if (!instrument)
            return failure(instrument.error());
        BarFileOptions options;
        options.calendar = &ExchangeCalendar::crypto();
        auto file = readBarFile(path, options);
        if (!file)
            return failure(file.error());
        if (file->timeframe != Timeframe::M1)
            return failure(ErrorCode::BadData, u"%1: expected bars of one minute"_s.arg(path));
        instruments.push_back(*instrument);
        const std::size_t first = std::min(historyBars, file->bars.size() / 2);
        series.push_back({exchange::SymbolNumber(i), std::move(file->bars), durationOf(Timeframe::M1), first});
    }
    makeVenue(request, instruments);
    m_bars = std::make_unique<exchange::BarMarket>(*m_venue, std::move(series), m_wall.now(), request.speed, request.density);
    return {};
}

Result<void> StandInVenue::openAccounts(const StandInRequest &request)
{
    std::vector<exchange::ListedAccount> accounts;
    if (request.accountFile.isEmpty()) {
        for (int number = 1; number <= request.accounts; ++number) {
            exchange::ListedAccount account{keysOf(request.seed, number), {{u"USDT"_s, request.quoteBalance}}};
            for (const exchange::ListedSymbol &symbol : m_venue->engine().symbols())
                account.balances[symbol.base] = Quantity::fromInt(10);
            accounts.push_back(std::move(account));
        }
    } else {
        const auto text = bytesOf(request.accountFile);
        if (!text)
            return failure(text.error());
        auto listed = exchange::readAccountFile(*text, request.accountFile);
        if (!listed)
            return failure(listed.error());
        accounts = std::move(*listed);
    }
    for (const exchange::ListedAccount &account : accounts) {
        const exchange::AccountNumber number = m_venue->addAccount(account.keys);
        for (const auto &[asset, amount] : account.balances)
            m_venue->engine().deposit(number, asset, amount);
    }
    return {};
}

Result<void> StandInVenue::openServer(const StandInRequest &request)
{
    m_server = std::make_unique<exchange::SpotServer>(*m_venue, m_feed ? static_cast<const Clock &>(m_feed->clock()) : m_bars->clock(), request.limits);
    if (!request.scenarioFile.isEmpty()) {
        const auto text = bytesOf(request.scenarioFile);
        if (!text)
            return failure(text.error());
        auto script = exchange::readFaultScript(*text, request.scenarioFile);
        if (!script)
            return failure(script.error());
        m_server->setFaults(std::move(*script));
    }
    m_isSecure = !request.certificateFile.isEmpty();
    if (m_isSecure) {
        const auto tls = exchange::readVenueTls(request.certificateFile, request.keyFile);
        if (!tls)
            return failure(tls.error());
        m_server->setTls(*tls);
    }
    if (const auto port = m_server->listen(request.port); !port)
        return failure(port.error());
    return {};
}

void StandInVenue::onBatch(const MarketBatch &batch)
{
    for (const MarketEvent &event : batch) {
        if (const auto *told = std::get_if<Quote>(&event.payload))
            exchange::quoteLadder(m_venue->engine(), exchange::SymbolNumber(event.instrument), *told);
        else if (const auto *print = std::get_if<TapeTrade>(&event.payload))
            m_venue->engine().tradeHouse(exchange::SymbolNumber(event.instrument), print->aggressor, print->price, print->quantity, event.time);
    }
    m_feed->acknowledge(batch.back().sequence);
}

} // namespace bellwether
