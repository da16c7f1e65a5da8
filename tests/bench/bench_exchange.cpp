// How much the stand-in venue carries: its matching alone, a signed order through its protocol without sockets, and trades
// to a subscriber over a web socket on loopback, read by the client's own decoder. Both ends share one thread.
#include "core/brokers/binance/streamdecoder.h"
#include "core/exchange/spotserver.h"
#include "core/net/signature.h"
#include "core/net/streamsession.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <benchmark/benchmark.h>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;

namespace {

ListedSymbol coin()
{
    ListedSymbol listed{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s};
    listed.openOrdersMax = 1'000'000;
    return listed;
}

/// A venue with a market at 99 / 101 and one account with plenty.
struct OpenVenue {
    OpenVenue()
    {
        account = venue.addAccount({u"anna"_s, "key", "secret"});
        venue.engine().deposit(account, u"USDT"_s, Quantity::fromInt(1'000'000'000));
        venue.engine().deposit(account, u"BTC"_s, Quantity::fromInt(1'000'000'000));
        venue.engine().quoteHouse(0, {{Price::fromInt(99), Quantity::fromInt(1'000'000'000)}}, {{Price::fromInt(101), Quantity::fromInt(1'000'000'000)}}, now);
    }
    SpotVenue venue{{coin()}, VenueFees{}};
    AccountNumber account = 0;
    Timestamp now = Timestamp::fromSeconds(1'700'000'000);
};

void placeAndCancel(benchmark::State &state)
{
    OpenVenue open;
    const NewOrder order{.account = open.account, .side = Side::Buy, .quantity = Quantity::fromInt(1), .price = Price::fromInt(98)};
    for (auto _ : state) {
        const auto placed = open.venue.engine().place(order, open.now);
        (void)open.venue.engine().cancel(open.account, std::get<OrderNumber>(placed), open.now);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(placeAndCancel);

void marketOrder(benchmark::State &state)
{
    OpenVenue open;
    NewOrder order{.account = open.account, .side = Side::Buy, .kind = OrderKind::Market, .quantity = Quantity::fromInt(1)};
    for (auto _ : state) {
        order.side = opposite(order.side);
        (void)open.venue.engine().place(order, open.now);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(marketOrder);

void signedOrder(benchmark::State &state)
{
    OpenVenue open;
    SpotApi api(open.venue, {.weightPerMinute = 1'000'000'000, .ordersPer10s = 1'000'000'000, .ordersPerDay = 1'000'000'000});
    const QByteArray stamp = "&timestamp=" + QByteArray::number(qint64(open.now.ms()));
    for (auto _ : state) {
        QByteArray body = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1" + stamp;
        body += "&signature=" + net::hmacSha256Hex("secret", body);
        const ApiReply reply = api.handle({"POST", "/api/v3/order", {}, body, "key"}, open.now);
        if (reply.status != 200)
            state.SkipWithError(reply.body.constData());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(signedOrder);

void streamedTrades(benchmark::State &state)
{
    constexpr int batch = 500;
    OpenVenue open;
    const SystemClock clock;
    SpotServer server(open.venue, clock);
    if (!server.listen(0))
        return state.SkipWithError("no port");
    net::StreamSettings settings;
    settings.url = QUrl(u"ws://127.0.0.1:%1/ws/btcusdt@trade"_s.arg(server.port()));
    net::StreamSession session(settings);
    binance::StreamDecoder decoder;
    binance::StreamMessage message;
    std::int64_t read = 0;
    QObject::connect(&session, &net::StreamSession::messageReceived, &session, [&](QByteArrayView text) { read += decoder.decode(text, message) ? 1 : 0; });
    session.start();
    const auto waitFor = [](auto isThere) {
        QElapsedTimer since;
        for (since.start(); !isThere() && since.elapsed() < 5'000;)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return isThere();
    };
    if (!waitFor([&] { return session.state() == net::StreamState::Open; }))
        return state.SkipWithError("no connection");
    std::int64_t sent = 0;
    for (auto _ : state) {
        for (int i = 0; i < batch; ++i)
            open.venue.engine().tradeHouse(0, Side::Buy, Price::fromInt(101), Quantity::fromRaw(1'000'000), open.now);
        sent += batch;
        if (!waitFor([&] { return read >= sent; }))
            return state.SkipWithError("a message is missing");
    }
    state.SetItemsProcessed(sent);
}
BENCHMARK(streamedTrades)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
