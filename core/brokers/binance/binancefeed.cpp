#include "core/brokers/binance/binancefeed.h"

#include "core/base/log.h"
#include "core/market/barvalidation.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::binance {

namespace {

constexpr std::array kinds{"trade", "bookTicker", "kline_1m"};
constexpr std::size_t symbolsPerLink = 300; // three streams each, below what a connection takes
constexpr std::size_t gapPage = 1'000;
constexpr std::size_t pastUsual = 2'999; // three requests

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::chrono::milliseconds ms(Duration duration) { return std::chrono::ceil<std::chrono::milliseconds>(duration); }

} // namespace

BinanceFeed::BinanceFeed(Endpoints endpoints, CataloguePtr catalogue, std::shared_ptr<HistoryLoader> loader, net::VenueClock &clock, FeedTimes times)
    : m_endpoints(std::move(endpoints)), m_catalogue(std::move(catalogue)), m_loader(std::move(loader)), m_clock(clock), m_times(times),
      m_batch(std::make_shared<MarketBatch>())
{
    m_clock.setOffset(m_loader->clockOffset());
    for (InstrumentIndex index = 0; index < m_catalogue->size(); ++index) {
        const QString &name = m_catalogue->at(index).symbol;
        m_byName.emplace(name.toStdString(), m_symbols.size());
        m_symbols.push_back({name, index});
    }
}

BinanceFeed::~BinanceFeed() = default;

BarColumns BinanceFeed::history(InstrumentIndex instrument, Timeframe timeframe, std::size_t count)
{
    // A desk asks for the same past several times while it is built: as days, to warm strategies, for charts.
    Past &past = m_pasts[{instrument, timeframe}];
    const bool isFresh = past.readNs != 0 && Duration(steadyNs() - past.readNs) < 60s && past.asked >= count;
    if (!isFresh) {
        if (m_pastTrouble)
            return {};
        const std::size_t ask = std::max(count, pastUsual);
        auto bars = m_loader->bars(m_catalogue->at(instrument).symbol, timeframe, ask);
        if (!bars) {
            m_pastTrouble = Error{ErrorCode::Stale, u"no past bars of %1: %2"_s.arg(m_catalogue->at(instrument).symbol, bars.error().detail)};
            qCWarning(logFeed, "%s", qPrintable(m_pastTrouble->detail));
            return {};
        }
        past = {*std::move(bars), ask, steadyNs()};
    }
    const BarColumns &bars = past.bars;
    if (timeframe == Timeframe::M1 && !bars.isEmpty())
        m_symbols[instrument].lastBar = std::max(m_symbols[instrument].lastBar, bars.closeTime.back());
    BarColumns last;
    last.append(bars, bars.size() - std::min(count, bars.size()), bars.size());
    return last;
}

void BinanceFeed::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    m_pasts.clear();
    m_rest = std::make_unique<RestClient>(m_endpoints);
    m_rest->setLimits(m_loader->limits()); // what it may ask for follows from what all of this address have asked for
    connect(m_rest.get(), &RestClient::clockReady, this, [this] { m_clock.setOffset(m_rest->clockOffset()); });
    m_rest->start();
    m_watchTimer = std::make_unique<QTimer>();
    connect(m_watchTimer.get(), &QTimer::timeout, this, &BinanceFeed::watch);
    m_watchTimer->start(ms(std::min({m_times.firstDataWithin, m_times.staleAfter, m_times.renewAfter, m_times.depthKept, m_times.depthBehindMax, Duration(4s)}) / 4));
    for (std::size_t first = 0; first < m_symbols.size(); first += symbolsPerLink) {
        Group group;
        for (std::size_t i = first; i < std::min(first + symbolsPerLink, m_symbols.size()); ++i)
            group.members.push_back(i);
        m_groups.push_back(std::move(group));
    }
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        m_groups[i].link = makeLink(i);
        m_groups[i].link->start();
    }
    tellState();
}

void BinanceFeed::stop()
{
    if (!std::exchange(m_isRunning, false))
        return;
    m_groups.clear();
    m_books.clear();
    flush();
    m_watchTimer.reset();
    m_rest.reset();
    tellState();
}

int BinanceFeed::connectionsOpened() const
{
    int count = m_closedOpenings;
    for (const Group &group : m_groups) {
        for (const auto *link : {group.link.get(), group.next.get()})
            count += link == nullptr ? 0 : link->openedCount();
    }
    return count;
}

std::optional<Depth> BinanceFeed::depth(InstrumentIndex instrument, std::size_t levels)
{
    if (!m_isRunning)
        return {};
    Book &book = m_books[instrument];
    if (!book.stream)
        book.stream = std::make_unique<DepthStream>(streamSettings(), m_symbols[instrument].name, *m_rest, m_times.depthBehindMax);
    book.lookedNs = steadyNs();
    return book.stream->top(levels);
}

std::uint64_t BinanceFeed::bookResyncs(InstrumentIndex instrument) const
{
    const auto found = m_books.find(instrument);
    return found == m_books.end() ? 0 : found->second.stream->resyncs();
}

net::StreamSettings BinanceFeed::streamSettings() const
{
    net::StreamSettings settings;
    settings.url = m_endpoints.streams;
    settings.url.setPath(u"/stream"_s);
    settings.silenceMax = m_times.silenceMax;
    settings.backoffMax = m_times.backoffMax;
    settings.seed = std::uint64_t(steadyNs());
    return settings;
}

std::unique_ptr<StreamLink> BinanceFeed::makeLink(std::size_t group)
{
    QStringList streams;
    for (const std::size_t member : m_groups[group].members) {
        for (const char *kind : kinds)
            streams.append(m_symbols[member].name.toLower() + u'@' + QLatin1StringView(kind));
    }
    auto link = std::make_unique<StreamLink>(streamSettings(), streams);
    StreamLink *raw = link.get();
    connect(raw, &StreamLink::ready, this, [this, group, raw] { onReady(group, raw); });
    connect(raw, &StreamLink::lost, this, [this, group, raw](const QString &why) { onLost(group, raw, why); });
    connect(raw, &StreamLink::messageReceived, this, [this, raw](QByteArrayView text) { onMessage(raw, text); });
    connect(raw, &StreamLink::refused, this, [this](const QStringList &names, const QString &why) {
        for (const QString &name : names) {
            if (Symbol *symbol = symbolOf(name.section(u'@', 0, 0).toUpper().toStdString()))
                symbol->isRefused = true;
        }
        qCWarning(logFeed, "the venue refused streams: %s", qPrintable(why));
        tellState();
    });
    return link;
}

void BinanceFeed::onReady(std::size_t number, StreamLink *link)
{
    Group &group = m_groups[number];
    if (link == group.next.get()) {
        // The successor confirmed everything: from here on it alone is listened to.
        m_closedOpenings += group.link->openedCount();
        group.link->stop();
        group.link.release()->deleteLater();
        group.link = std::move(group.next);
        return tellState();
    }
    group.wasReady = true;
    group.readyNs = steadyNs();
    for (const std::size_t member : group.members) {
        Symbol &symbol = m_symbols[member];
        symbol.isHeard = false;
        symbol.isRefused = false;
        symbol.heardNs = group.readyNs;
        fill(member);
    }
    tellState();
}

void BinanceFeed::onLost(std::size_t number, StreamLink *link, const QString &why)
{
    m_detail = why;
    if (link == m_groups[number].link.get()) {
        for (const std::size_t member : m_groups[number].members)
            m_symbols[member].isHeard = false;
    }
    tellState();
}

void BinanceFeed::onMessage(StreamLink *link, QByteArrayView text)
{
    ++m_messages;
    if (const auto read = m_decoder.decode(text, m_message); !read) {
        // Refused and counted; it reaches nobody.
        if (++m_refusedMessages <= 10)
            qCWarning(logFeed, "message refused: %s", qPrintable(read.error().detail));
        return;
    }
    take(m_message, link);
}

BinanceFeed::Symbol *BinanceFeed::symbolOf(std::string_view name)
{
    const auto found = m_byName.find(std::string(name));
    return found == m_byName.end() ? nullptr : &m_symbols[found->second];
}

void BinanceFeed::take(const StreamMessage &message, StreamLink *link)
{
    switch (message.kind) {
    case StreamKind::Acknowledgement: return link->onAcknowledged(message.requestId);
    case StreamKind::Refusal: return link->onRefused(message.requestId, QString::fromUtf8(message.text.data(), qsizetype(message.text.size())));
    case StreamKind::ServerShutdown: {
        // Another connection first: this one still works for a while.
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].link.get() != link || m_groups[i].next)
                continue;
            m_groups[i].next = makeLink(i);
            m_groups[i].next->start();
        }
        return;
    }
    default: break;
    }
    Symbol *symbol = symbolOf(message.symbol);
    if (symbol == nullptr)
        return; // nobody asked for it
    symbol->heardNs = steadyNs();
    const bool isFirst = !std::exchange(symbol->isHeard, true);
    switch (message.kind) {
    case StreamKind::Trade:
        takeTrade(*symbol, message.trade);
        break;
    case StreamKind::BookTicker:
        if (message.lastUpdate <= symbol->lastBook)
            break; // of the other connection, or a repetition
        symbol->lastBook = message.lastUpdate;
        m_lastTime = std::max(m_lastTime, m_clock.now());
        add(symbol->index, m_lastTime, Quote{m_lastTime, message.quote.bid, message.quote.ask, message.quote.bidSize, message.quote.askSize});
        break;
    case StreamKind::Kline:
        if (message.isClosed && message.interval == "1m" && message.bar.closeTime > symbol->lastBar && validate(message.bar).has_value()) {
            symbol->lastBar = message.bar.closeTime;
            if (!symbol->isFilling)
                add(symbol->index, message.bar.closeTime, TimedBar{Timeframe::M1, message.bar});
        }
        break;
    default:
        break;
    }
    if (isFirst)
        tellState();
}

void BinanceFeed::takeTrade(Symbol &symbol, const TapeTrade &trade)
{
    if (trade.id <= symbol.lastTrade)
        return;
    if (symbol.isFilling) {
        if (symbol.held.size() < heldMax)
            symbol.held.push_back(trade);
        return;
    }
    symbol.lastTrade = trade.id;
    symbol.lastTradeTime = trade.time;
    add(symbol.index, trade.time, trade);
}

void BinanceFeed::fill(std::size_t number)
{
    Symbol &symbol = m_symbols[number];
    symbol.isFilling = true;
    symbol.pages = 0;
    symbol.held.clear();
    if (symbol.lastTrade == 0)
        askFirstOfMinute(number);
    else
        askTrades(number, symbol.lastTrade + 1);
}

// Only once the venue's limits leave room: a feed of hundreds of symbols comes back over some minutes.
void BinanceFeed::whenRoom(int weight, std::function<void()> action)
{
    if (!m_rest)
        return;
    const Timestamp at = m_rest->roomAt(weight, net::RequestPurpose::Background);
    const Duration wait = at - m_rest->venueNow();
    if (wait <= Duration::zero())
        return action();
    QTimer::singleShot(ms(wait) + 50ms, m_rest.get(), [this, weight, action = std::move(action)] { whenRoom(weight, action); });
}

// Bars are made of prints: the minutes since the known past begin with prints from before the connection.
void BinanceFeed::askFirstOfMinute(std::size_t number)
{
    whenRoom(4, [this, number] {
        const Timestamp running = Timestamp::fromSeconds(Timestamp::floorDiv(m_clock.now().seconds(), 60) * 60);
        const Timestamp known = m_symbols[number].lastBar; // the past that charts and strategies have ends here
        const Timestamp minute = known.isValid() ? std::min(known, running) : running;
        const RestCall call{net::HttpMethod::Get, "/api/v3/aggTrades", {{"symbol", m_symbols[number].name.toLatin1()},
                            {"startTime", QByteArray::number(qlonglong(minute.ms()))}, {"limit", "1"}}, false, 4};
        m_rest->send(call, [this, number](const RestAnswer &answer) {
            const auto first = answer.isDone() ? readFirstTradeOfAggregates(answer.body) : failure(ErrorCode::Stale, answer.why);
            if (!first || *first == 0)
                return endFill(m_symbols[number]); // no print yet, or the minute begins where we do
            askTrades(number, *first);
        });
    });
}

void BinanceFeed::askTrades(std::size_t number, std::uint64_t from)
{
    if (++m_symbols[number].pages > gapPagesMax)
        return askMinutes(number);
    whenRoom(25, [this, number, from] {
        const RestCall call{net::HttpMethod::Get, "/api/v3/historicalTrades", {{"symbol", m_symbols[number].name.toLatin1()},
                            {"fromId", QByteArray::number(qulonglong(from))}, {"limit", QByteArray::number(qulonglong(gapPage))}}, false, 25};
        m_rest->send(call, [this, number](const RestAnswer &answer) {
            Symbol &symbol = m_symbols[number];
            const auto trades = answer.isDone() ? readTrades(answer.body) : failure(ErrorCode::Stale, answer.why);
            if (!trades)
                return askMinutes(number);
            for (const TapeTrade &trade : *trades) {
                if (trade.id <= symbol.lastTrade)
                    continue;
                symbol.lastTrade = trade.id;
                symbol.lastTradeTime = trade.time;
                add(symbol.index, trade.time, trade);
            }
            const bool isJoined = trades->size() < gapPage || (!symbol.held.empty() && symbol.held.front().id <= symbol.lastTrade + 1);
            if (isJoined)
                return endFill(symbol);
            askTrades(number, symbol.lastTrade + 1);
        });
    });
}

void BinanceFeed::askMinutes(std::size_t number)
{
    whenRoom(2, [this, number] {
        const RestCall call{net::HttpMethod::Get, "/api/v3/klines", {{"symbol", m_symbols[number].name.toLatin1()}, {"interval", "1m"}, {"limit", "1000"}}, false, 2};
        m_rest->send(call, [this, number](const RestAnswer &answer) {
            Symbol &symbol = m_symbols[number];
            const auto bars = answer.isDone() ? readKlines(answer.body) : failure(ErrorCode::Stale, answer.why);
            if (!bars)
                qCWarning(logFeed, "a gap of %s stays open: %s", qPrintable(symbol.name), qPrintable(bars.error().detail));
            const Timestamp now = m_clock.now();
            for (const Bar &bar : bars ? *bars : std::vector<Bar>()) {
                if (bar.closeTime <= now && bar.closeTime > symbol.lastTradeTime && validate(bar))
                    add(symbol.index, bar.closeTime, TimedBar{Timeframe::M1, bar});
            }
            endFill(symbol);
        });
    });
}

void BinanceFeed::requestHistory(InstrumentIndex instrument, Timeframe timeframe, std::size_t count)
{
    if (m_isRunning)
        askPast(instrument, timeframe, std::min(count, HistoryLoader::pageMax - 1), 0);
}

void BinanceFeed::askPast(InstrumentIndex instrument, Timeframe timeframe, std::size_t count, int failures)
{
    whenRoom(2, [this, instrument, timeframe, count, failures] {
        const QString &symbol = m_catalogue->at(instrument).symbol;
        const RestCall call{net::HttpMethod::Get, "/api/v3/klines", {{"symbol", symbol.toLatin1()}, {"interval", toString(timeframe).toLatin1()},
                            {"limit", QByteArray::number(qulonglong(count + 1))}}, false, 2}; // one more: the newest is still running
        m_rest->send(call, [this, instrument, timeframe, count, failures, what = u"the past %1 bars of %2"_s.arg(toString(timeframe), symbol)](const RestAnswer &answer) {
            const auto bars = answer.isDone() ? readKlines(answer.body) : failure(ErrorCode::Stale, answer.why);
            if (!bars) {
                const Duration wait = std::min<Duration>(m_times.pastAgain * (1 << std::min(failures, 5)), 60s);
                if (failures == 0)
                    Q_EMIT noted(u"%1 have not come (%2); they are asked for until they have"_s.arg(what, bars.error().detail));
                QTimer::singleShot(ms(wait), m_rest.get(), [=, this] { askPast(instrument, timeframe, count, failures + 1); });
                return;
            }
            if (failures > 0)
                Q_EMIT noted(what + u" have come"_s);
            auto past = std::make_shared<BarColumns>();
            for (const Bar &bar : *bars) {
                if (bar.closeTime <= m_clock.now() && (past->isEmpty() || past->closeTime.back() < bar.closeTime))
                    past->append(bar);
            }
            Q_EMIT historyReady(instrument, timeframe, past);
        });
    });
}

void BinanceFeed::endFill(Symbol &symbol)
{
    symbol.isFilling = false;
    for (const TapeTrade &trade : std::exchange(symbol.held, {}))
        takeTrade(symbol, trade);
    tellState();
}

void BinanceFeed::add(InstrumentIndex instrument, Timestamp time, std::variant<Quote, TapeTrade, TimedBar> payload)
{
    // What one reading of the sockets brought leaves together, once it is taken in.
    if (m_batch->empty())
        QMetaObject::invokeMethod(this, [this] { flush(); }, Qt::QueuedConnection);
    m_lastTime = std::max(m_lastTime, time);
    m_batch->push_back({++m_sequence, instrument, m_lastTime, std::move(payload)});
}

void BinanceFeed::flush()
{
    if (m_batch->empty())
        return;
    MarketBatchPtr full = std::exchange(m_batch, std::make_shared<MarketBatch>());
    m_batch->reserve(full->size());
    Q_EMIT batchReady(std::move(full));
}

void BinanceFeed::watch()
{
    const std::int64_t now = steadyNs();
    std::erase_if(m_books, [&](const auto &book) { return Duration(now - book.second.lookedNs) > m_times.depthKept; });
    for (auto &[instrument, book] : m_books)
        book.stream->expect(m_symbols[instrument].lastBook);
    for (std::size_t number = 0; number < m_groups.size(); ++number) {
        Group &group = m_groups[number];
        if (!group.link->isReady())
            continue;
        if (group.link->age() > m_times.renewAfter && !group.next) {
            group.next = makeLink(number);
            group.next->start();
        }
        // Some of it is alive, one symbol is not: subscribing anew is all that can be done about it.
        const bool isAnyHeard = std::any_of(group.members.begin(), group.members.end(), [&](std::size_t i) { return m_symbols[i].isHeard; });
        const bool isAnySilent = std::any_of(group.members.begin(), group.members.end(), [&](std::size_t i) {
            const Symbol &symbol = m_symbols[i];
            return !symbol.isRefused && Duration(now - symbol.heardNs) > (symbol.isHeard ? m_times.staleAfter : m_times.firstDataWithin);
        });
        if (isAnySilent && isAnyHeard && Duration(now - group.readyNs) > m_times.staleAfter) {
            m_detail = u"a symbol has gone silent"_s;
            group.link->renew(m_detail);
        }
    }
    tellState();
}

// Live is a feed of which every symbol has data; everything less is said.
void BinanceFeed::tellState()
{
    FeedState state = FeedState::Live;
    QString detail;
    if (!m_isRunning) {
        state = FeedState::Stopped;
    } else if (std::any_of(m_groups.begin(), m_groups.end(), [](const Group &group) { return !group.link || !group.link->isReady(); })) {
        state = FeedState::Connecting;
        detail = m_detail;
    } else {
        const std::int64_t now = steadyNs();
        QStringList silent;
        for (const Symbol &symbol : m_symbols) {
            const Duration since(now - symbol.heardNs);
            if (symbol.isRefused || since > (symbol.isHeard ? m_times.staleAfter : m_times.firstDataWithin))
                silent.append(symbol.name);
        }
        if (!silent.isEmpty()) {
            state = FeedState::Stale;
            detail = u"no data of %1"_s.arg(silent.mid(0, 5).join(u", "_s));
        }
    }
    if (state == m_state && detail.isEmpty())
        return;
    m_state = state;
    Q_EMIT stateChanged(state, detail);
}

} // namespace bellwether::binance
