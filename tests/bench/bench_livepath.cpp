// The live path on loopback: from a print at the venue to a strategy, from the engine's order to the venue's socket, and how
// many stream messages one core takes in. The venue is on a thread of its own in this process, or a socket that only sends.
#include "core/brokers/binance/binancebroker.h"
#include "core/brokers/binance/binancefeed.h"
#include "core/engine/strategyhost.h"
#include "tests/core/exchange/venuethread.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <benchmark/benchmark.h>

#include <charconv>

#include <time.h>
#include <unistd.h>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::int64_t steadyNs() { return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double threadCpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double residentMiB()
{
    QFile statm(u"/proc/self/statm"_s);
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1 << 20) : 0;
}

template <typename Condition> bool waitFor(Condition isThere, int ms = 10'000)
{
    const std::int64_t until = steadyNs() + std::int64_t(ms) * 1'000'000;
    while (!isThere() && steadyNs() < until)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    return isThere();
}

void tellSpread(benchmark::State &state, std::vector<double> microseconds)
{
    std::ranges::sort(microseconds);
    const auto at = [&](double share) { return microseconds.empty() ? 0.0 : microseconds[std::min(microseconds.size() - 1, std::size_t(double(microseconds.size()) * share))]; };
    state.counters["p50_us"] = at(0.5);
    state.counters["p99_us"] = at(0.99);
}

Instrument instrumentOf(binance::HistoryLoader &loader, std::shared_ptr<const binance::ExchangeRules> &rules)
{
    rules = std::make_shared<const binance::ExchangeRules>(*loader.exchangeRules());
    return rules->symbols.at(u"BTCUSDT"_s).instrument;
}

/// Notes when each print reached it; numbers are in the quantity.
class Listener final : public Strategy {
public:
    explicit Listener(std::atomic<std::int64_t> &seen) : m_seen(seen) {}
    const StrategyInfo &info() const override
    {
        static const StrategyInfo one{};
        return one;
    }
    int warmUpBars() const override { return 0; }
    std::optional<TradeSignal> onBar(const BarPoint &) override { return {}; }
    std::optional<TradeSignal> onTrade(const TapeTrade &) override
    {
        m_seen = steadyNs();
        return {};
    }

private:
    std::atomic<std::int64_t> &m_seen;
};

// From the print of the venue's engine, so its own message and two sockets are in it, to the strategy on its thread.
void printToStrategy(benchmark::State &state)
{
    VenueThread venue;
    const binance::Endpoints endpoints = *binance::Endpoints::of(venue.address());
    auto loader = std::make_shared<binance::HistoryLoader>(endpoints);
    std::shared_ptr<const binance::ExchangeRules> rules;
    const auto catalogue = std::make_shared<const InstrumentCatalogue>(std::vector<Instrument>{instrumentOf(*loader, rules)});
    std::atomic<std::int64_t> seen = 0;
    std::vector<StrategyHost::Slot> slots(1);
    slots[0].instrumentId = catalogue->at(0).id;
    slots[0].strategy = std::make_unique<Listener>(seen);
    StrategyHost strategies(std::move(slots), 1, {[](SignalBatch) {}, [](const StrategyId &, const InstrumentId &, const QString &) {}});
    net::VenueClock clock;
    QThread thread;
    auto feed = std::make_unique<binance::BinanceFeed>(endpoints, catalogue, loader, clock);
    QObject::connect(feed.get(), &MarketFeed::batchReady, feed.get(), [&](const MarketBatchPtr &batch) { strategies.post(batch); }, Qt::DirectConnection);
    feed->moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(feed.get(), [&] { feed->start(); }, Qt::QueuedConnection);
    const auto print = [&] {
        std::int64_t sentAt = 0;
        venue.run([&] {
            venue.loopback->quote(u"99"_s, u"101"_s); // the prints before have used it up
            sentAt = steadyNs();
            venue.loopback->venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.1"_s), venue.loopback->clock.now());
        });
        return sentAt;
    };
    for (int tries = 0; tries < 100 && seen == 0; ++tries) {
        print();
        waitFor([&] { return seen != 0; }, 100);
    }
    std::vector<double> took;
    for (auto _ : state) {
        seen = 0;
        const std::int64_t sentAt = print();
        while (seen == 0 && steadyNs() - sentAt < 5'000'000'000)
            QThread::usleep(20); // beside the threads that do the work
        if (seen == 0) {
            state.SkipWithError("a print did not arrive");
            break;
        }
        took.push_back(double(seen - sentAt) / 1e3);
        state.SetIterationTime(took.back() / 1e6);
        QThread::usleep(500); // the way is at rest again, as between two prints of a market
    }
    tellSpread(state, took);
    QMetaObject::invokeMethod(feed.get(), [&] {
        feed->stop();
        feed.reset();
    }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    strategies.stop();
}
BENCHMARK(printToStrategy)->UseManualTime()->Iterations(1'000);

// From BrokerClient::submit() to the moment at which the venue has read the request: signing, two threads, a warm connection.
void orderToVenue(benchmark::State &state)
{
    VenueThread venue;
    const binance::Endpoints endpoints = *binance::Endpoints::of(venue.address());
    binance::HistoryLoader loader(endpoints);
    std::shared_ptr<const binance::ExchangeRules> rules;
    const Instrument instrument = instrumentOf(loader, rules);
    auto wide = std::make_shared<binance::ExchangeRules>(*rules);
    for (binance::NamedRateLimit &limit : wide->rateLimits)
        limit.limit = 100'000'000;
    const SystemClock clock;
    binance::BinanceBroker broker({endpoints, *net::RequestSigner::make("key", SecretBytes(QByteArray("secret"))), wide, {instrument}, &clock});
    std::atomic<int> answers = 0;
    std::atomic<bool> isUp = false;
    broker.setReportSink([&](const VenueReport &) { ++answers; });
    broker.setConnectionSink([&](const VenueConnection &connection) { isUp = connection.isUp(); });
    broker.start([](std::function<void()> action) { action(); });
    if (!waitFor([&] { return isUp.load(); }))
        return state.SkipWithError("no connection");
    std::vector<double> took;
    int number = 0;
    for (auto _ : state) {
        Order order;
        order.id = OrderId{std::uint64_t(++number)};
        order.clientId = ClientOrderId(u"bw-bench-%1"_s.arg(number));
        order.instrument = instrument.id;
        order.type = OrderType::Limit;
        order.quantity = units(u"1"_s);
        order.limitPrice = price(u"50"_s);
        order.referencePrice = price(u"100"_s);
        const int before = answers;
        const Timestamp sentAt = clock.now();
        broker.submit(order);
        while (answers == before && clock.now() - sentAt < 5s)
            QThread::usleep(20); // beside the threads that do the work
        if (answers == before) {
            state.SkipWithError("no answer");
            break;
        }
        Timestamp readAt;
        venue.run([&] {
            const auto &requests = venue.loopback->server.ledger().requests();
            for (auto it = requests.rbegin(); it != requests.rend() && !readAt.isValid(); ++it) {
                if (it->method == "POST" && it->parameters.contains(order.clientId.toString().toLatin1()))
                    readAt = it->time;
            }
            venue.loopback->venue.engine().cancel(venue.loopback->account, venue.loopback->venue.engine().openOrders(venue.loopback->account, -1).back(), clock.now());
        });
        took.push_back(std::chrono::duration<double, std::micro>(readAt - sentAt).count());
        state.SetIterationTime(took.back() / 1e6);
        QThread::msleep(25); // below the venue's limit of orders
    }
    tellSpread(state, took);
    broker.stop();
}
BENCHMARK(orderToVenue)->UseManualTime()->Iterations(45);

/// Says yes to one web socket and then sends prints and best prices in turn, by increasing numbers, for as long as anybody
/// reads. Its own work is a copy and a number a message.
class Fountain {
public:
    /// With `awaitsSubscription` the first message of the client is confirmed before anything flows.
    explicit Fountain(bool awaitsSubscription) : m_isFlowing(!awaitsSubscription)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        for (int i = 0; i < 5'000; ++i) {
            add("{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1700000000123,\"s\":\"BTCUSDT\",\"t\":",
                ",\"p\":\"50000.12000000\",\"q\":\"0.00100000\",\"T\":1700000000122,\"m\":true,\"M\":true}}");
            add("{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":",
                ",\"s\":\"BTCUSDT\",\"b\":\"50000.11000000\",\"B\":\"1.25000000\",\"a\":\"50000.12000000\",\"A\":\"0.75000000\"}}");
        }
        onThread([this] { open(); });
    }
    ~Fountain()
    {
        onThread([this] {
            m_socket.reset();
            m_server.reset();
        });
        m_thread.quit();
        m_thread.wait();
    }
    double cpuSeconds()
    {
        double seconds = 0;
        onThread([&] { seconds = threadCpuSeconds(); });
        return seconds;
    }
    quint16 port = 0;

private:
    template <typename Action> void onThread(Action action) { QMetaObject::invokeMethod(&m_context, action, Qt::BlockingQueuedConnection); }
    static QByteArray frameOf(const QByteArray &text)
    {
        QByteArray frame(1, char(0x81));
        if (text.size() < 126)
            return frame + char(text.size()) + text;
        frame += char(126);
        frame += char(text.size() >> 8);
        return frame + char(text.size() & 0xff) + text;
    }
    void add(const QByteArray &before, const QByteArray &after)
    {
        const QByteArray frame = frameOf(before + QByteArray::number(m_number) + after);
        m_numbersAt.push_back(m_frames.size() + frame.indexOf(QByteArray::number(m_number)));
        m_frames += frame;
    }
    void open()
    {
        m_server = std::make_unique<QTcpServer>();
        m_server->listen(QHostAddress::LocalHost);
        port = m_server->serverPort();
        QObject::connect(m_server.get(), &QTcpServer::newConnection, &m_context, [this] {
            m_socket.reset(m_server->nextPendingConnection());
            m_socket->setParent(nullptr);
            QObject::connect(m_socket.get(), &QTcpSocket::readyRead, &m_context, [this] { read(); });
            QObject::connect(m_socket.get(), &QTcpSocket::bytesWritten, &m_context, [this] { pour(); });
        });
    }
    void read()
    {
        m_head += m_socket->readAll();
        if (!m_isGreeted) {
            const qsizetype key = m_head.toLower().indexOf("sec-websocket-key:");
            const qsizetype end = m_head.indexOf("\r\n\r\n");
            if (key < 0 || end < 0)
                return;
            const QByteArray nonce = m_head.mid(key + 18, m_head.indexOf("\r\n", key) - key - 18).trimmed();
            m_isGreeted = true;
            m_head.remove(0, end + 4);
            m_socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                            + QCryptographicHash::hash(nonce + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
        }
        if (!m_isFlowing && !m_head.isEmpty()) {
            m_isFlowing = true;
            m_socket->write(frameOf("{\"result\":null,\"id\":1}"));
        }
        pour();
    }
    void pour()
    {
        while (m_isGreeted && m_isFlowing && m_socket->bytesToWrite() < m_frames.size()) {
            for (const qsizetype at : m_numbersAt)
                std::to_chars(m_frames.data() + at, m_frames.data() + at + 12, ++m_number);
            m_socket->write(m_frames);
        }
    }

    QThread m_thread;
    QObject m_context;
    QByteArray m_frames;
    std::vector<qsizetype> m_numbersAt; ///< twelve digits each
    std::int64_t m_number = 100'000'000'000;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_head;
    bool m_isGreeted = false;
    bool m_isFlowing;
};

/// Runs until `read` has grown by the wanted messages of each iteration. Beside the rate by the clock it tells the time that the
/// reading thread took for each message, which is what a core can do, and the sender's.
void measureStream(benchmark::State &state, Fountain &fountain, const std::int64_t &read)
{
    if (!waitFor([&] { return read > 100'000; }))
        return state.SkipWithError("no messages");
    const double memoryBefore = residentMiB();
    const double senderBefore = fountain.cpuSeconds();
    const double cpuBefore = threadCpuSeconds();
    const std::int64_t first = read;
    for (auto _ : state) {
        const std::int64_t wanted = read + 50'000;
        while (read < wanted)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    const double count = double(read - first);
    const double cpu = threadCpuSeconds() - cpuBefore;
    state.SetItemsProcessed(read - first);
    state.counters["reader_ns"] = cpu / count * 1e9;
    state.counters["reader_per_cpu_s"] = count / cpu;
    state.counters["sender_ns"] = (fountain.cpuSeconds() - senderBefore) / count * 1e9;
    state.counters["grown_MiB"] = residentMiB() - memoryBefore;
}

// Web socket, decoder, value.
void streamMessages(benchmark::State &state)
{
    Fountain fountain(false);
    net::StreamSettings settings;
    settings.url = QUrl(u"ws://127.0.0.1:%1/stream"_s.arg(fountain.port));
    net::StreamSession session(settings);
    binance::StreamDecoder decoder;
    binance::StreamMessage message;
    std::int64_t read = 0;
    QObject::connect(&session, &net::StreamSession::messageReceived, &session, [&](QByteArrayView text) { read += decoder.decode(text, message) ? 1 : 0; });
    session.start();
    measureStream(state, fountain, read);
}
BENCHMARK(streamMessages)->UseRealTime()->MinTime(3);

// The same and the whole feed behind it, up to the batches that leave for strategies and engine.
void feedMessages(benchmark::State &state)
{
    VenueThread venue;
    Fountain fountain(true);
    binance::Endpoints endpoints = *binance::Endpoints::of(venue.address());
    auto loader = std::make_shared<binance::HistoryLoader>(endpoints);
    std::shared_ptr<const binance::ExchangeRules> rules;
    const auto catalogue = std::make_shared<const InstrumentCatalogue>(std::vector<Instrument>{instrumentOf(*loader, rules)});
    endpoints.streams = QUrl(u"ws://127.0.0.1:%1"_s.arg(fountain.port));
    net::VenueClock clock;
    binance::BinanceFeed feed(endpoints, catalogue, loader, clock);
    std::int64_t read = 0;
    QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) { read += std::int64_t(batch->size()); });
    feed.start();
    measureStream(state, fountain, read);
    feed.stop();
}
BENCHMARK(feedMessages)->UseRealTime()->MinTime(3);

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
