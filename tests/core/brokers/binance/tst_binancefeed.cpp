#include "core/brokers/binance/binancefeed.h"
#include "core/brokers/binance/endpoints.h"
#include "tests/core/exchange/venuethread.h"

#include <QElapsedTimer>
#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using binance::BinanceFeed;

namespace {

/// A feed of the one symbol with what it gave.
class Listener {
public:
    explicit Listener(VenueThread &venue, binance::FeedTimes times = {})
    {
        const binance::Endpoints endpoints = *binance::Endpoints::of(venue.address());
        loader = std::make_shared<binance::HistoryLoader>(endpoints, 3s);
        const auto rules = loader->exchangeRules();
        if (!rules)
            qFatal("%s", qPrintable(rules.error().detail));
        catalogue = std::make_shared<const InstrumentCatalogue>(std::vector<Instrument>{rules->symbols.at(u"BTCUSDT"_s).instrument});
        times.backoffMax = 1s;
        feed = std::make_unique<BinanceFeed>(endpoints, catalogue, loader, clock, times);
        QObject::connect(feed.get(), &MarketFeed::batchReady, feed.get(), [this](const MarketBatchPtr &batch) {
            for (const MarketEvent &event : *batch) {
                isOrdered = isOrdered && event.sequence == lastSequence + 1 && event.time >= lastTime;
                lastSequence = event.sequence;
                lastTime = event.time;
                if (const auto *trade = std::get_if<TapeTrade>(&event.payload))
                    trades.push_back(*trade);
                else if (const auto *quote = std::get_if<Quote>(&event.payload))
                    quotes.push_back(*quote);
            }
        });
        QObject::connect(feed.get(), &MarketFeed::stateChanged, feed.get(), [this](FeedState told, const QString &why) {
            state = told;
            detail = why;
        });
    }
    bool hasEachOnce() const
    {
        for (std::size_t i = 1; i < trades.size(); ++i) {
            if (trades[i].id != trades[i - 1].id + 1)
                return false;
        }
        return true;
    }

    std::shared_ptr<binance::HistoryLoader> loader;
    CataloguePtr catalogue;
    net::VenueClock clock;
    std::unique_ptr<BinanceFeed> feed;
    std::vector<TapeTrade> trades;
    std::vector<Quote> quotes;
    FeedState state = FeedState::Stopped;
    QString detail;
    std::uint64_t lastSequence = 0;
    Timestamp lastTime;
    bool isOrdered = true;
};

} // namespace

/// The public streams against the stand-in: every print once and in order, whatever happens to the connection.
class TestBinanceFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsWithTheRunningMinute();
    void W04_gapIsFilledBeforeNewerPrints();
    void W05_overlapTellsNothingTwice();
    void W03_stalledStreamIsReplaced();
    void W11_badMessagesAreRefusedAndCounted();
    void W13_silentSubscriptionIsSaid();
    void W14_reconnectsLeaveNothingBehind();
    void H02_plainAddressesAreForThisMachine();
    void pastBarsComeWhileQuotesGoOn();
    void aPastThatDoesNotComeIsSaid();
};

// A chart asks for a longer series while the venue is slow: quotes go on, and the bars are asked for until they come.
void TestBinanceFeed::pastBarsComeWhileQuotesGoOn()
{
    VenueThread venue;
    venue.print(u"100"_s);
    Listener listener(venue, {.pastAgain = 100ms});
    QStringList notes;
    std::size_t answers = 0;
    QObject::connect(listener.feed.get(), &MarketFeed::noted, listener.feed.get(), [&](const QString &text) { notes.append(text); });
    QObject::connect(listener.feed.get(), &MarketFeed::historyReady, listener.feed.get(),
                     [&](InstrumentIndex instrument, Timeframe timeframe, const std::shared_ptr<const BarColumns> &bars) {
                         answers += instrument == 0 && timeframe == Timeframe::H1 && bars ? 1 : 0;
                     });
    listener.feed->start();
    QTRY_COMPARE_WITH_TIMEOUT(int(listener.state), int(FeedState::Live), 5'000);
    venue.run([&] {
        venue.loopback->play(R"({"on":"request","match":"klines","count":2,"do":"status","status":503,"ms":600,"carried_out":false})");
    });
    listener.feed->requestHistory(0, Timeframe::H1, 500);
    QCOMPARE(answers, std::size_t(0));
    const std::size_t before = listener.trades.size();
    venue.print(u"101"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.trades.size(), before + 1, 500); // while the answer is on its way
    QTRY_COMPARE_WITH_TIMEOUT(answers, std::size_t(1), 5'000);
    QCOMPARE(notes.size(), 2);
    QVERIFY2(notes[0].startsWith(u"the past 1h bars of BTCUSDT have not come"_s), qPrintable(notes[0]));
    QCOMPARE(notes[1], u"the past 1h bars of BTCUSDT have come"_s);
}

void TestBinanceFeed::aPastThatDoesNotComeIsSaid()
{
    VenueThread venue;
    Listener listener(venue);
    venue.run([&] { venue.loopback->play(R"({"on":"request","match":"klines","do":"status","status":503})"); });
    QVERIFY(listener.feed->history(0, Timeframe::M1, 100).isEmpty());
    QVERIFY(listener.feed->pastTrouble().has_value());
    QCOMPARE(int(listener.feed->pastTrouble()->code), int(ErrorCode::Stale));
    QElapsedTimer asked;
    asked.start();
    QVERIFY(listener.feed->history(0, Timeframe::D1, 100).isEmpty());
    QVERIFY(asked.elapsed() < 50); // nobody waits a second time
}

void TestBinanceFeed::startsWithTheRunningMinute()
{
    VenueThread venue;
    venue.print(u"100"_s);
    venue.print(u"100.5"_s);
    Listener listener(venue);
    listener.feed->start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.trades.size(), std::size_t(2), 5'000);
    venue.print(u"101"_s);
    QTRY_COMPARE(listener.trades.size(), std::size_t(3));
    QTRY_VERIFY(!listener.quotes.empty() && listener.quotes.back().bid == price(u"99"_s));
    QVERIFY(listener.hasEachOnce());
    QVERIFY(listener.isOrdered);
    QTRY_COMPARE(int(listener.state), int(FeedState::Live));
}

// FAULTS W04 M05: what was printed while the connection was down comes before what is printed after.
void TestBinanceFeed::W04_gapIsFilledBeforeNewerPrints()
{
    VenueThread venue;
    Listener listener(venue);
    listener.feed->start();
    venue.print(u"100"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.trades.size(), std::size_t(1), 5'000);
    QTRY_COMPARE(int(listener.state), int(FeedState::Live));
    venue.run([&] { venue.loopback->play(R"({"on":"time","at_ms":0,"do":"rst"})"); });
    QTRY_COMPARE(int(listener.state), int(FeedState::Connecting));
    for (int i = 0; i < 20; ++i)
        venue.print(u"100.%1"_s.arg(i + 10));
    QTRY_COMPARE_WITH_TIMEOUT(int(listener.state), int(FeedState::Live), 6'000);
    venue.print(u"102"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.trades.size(), std::size_t(22), 5'000);
    QVERIFY(listener.hasEachOnce());
    QVERIFY(listener.isOrdered);
}

// FAULTS W05
void TestBinanceFeed::W05_overlapTellsNothingTwice()
{
    VenueThread venue;
    binance::FeedTimes times;
    times.renewAfter = 300ms;
    Listener listener(venue, times);
    listener.feed->start();
    QTRY_COMPARE_WITH_TIMEOUT(int(listener.state), int(FeedState::Live), 5'000);
    for (int i = 0; i < 40; ++i) {
        venue.print(u"100.%1"_s.arg(i + 10));
        QTest::qWait(50);
    }
    QTRY_VERIFY(listener.trades.size() >= 40);
    QVERIFY(listener.hasEachOnce());
    QVERIFY2(listener.feed->connectionsOpened() >= 3, qPrintable(QString::number(listener.feed->connectionsOpened())));
}

// FAULTS W03: pings are answered, nothing else comes.
void TestBinanceFeed::W03_stalledStreamIsReplaced()
{
    VenueThread venue;
    binance::FeedTimes times;
    times.silenceMax = 600ms;
    Listener listener(venue, times);
    listener.feed->start();
    venue.print(u"100"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.trades.size(), std::size_t(1), 5'000);
    venue.run([&] { venue.loopback->play(R"({"on":"stream","match":"btcusdt@*","count":1,"do":"stall"},{"on":"stream","match":"btcusdt@trade","count":1,"do":"stall"})"); });
    venue.print(u"101"_s);
    QTRY_VERIFY_WITH_TIMEOUT(listener.feed->connectionsOpened() >= 2, 6'000);
    QTRY_VERIFY_WITH_TIMEOUT(listener.trades.size() >= 2, 6'000);
    QVERIFY(listener.hasEachOnce());
}

// FAULTS W11 M01
void TestBinanceFeed::W11_badMessagesAreRefusedAndCounted()
{
    VenueThread venue;
    Listener listener(venue);
    listener.feed->start();
    QTRY_COMPARE_WITH_TIMEOUT(int(listener.state), int(FeedState::Live), 5'000);
    venue.run([&] { venue.loopback->play(R"({"on":"stream","match":"btcusdt@trade","nth":1,"count":1,"do":"garbage","body":"{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"p\":\"nan\"}"})"); });
    venue.print(u"100"_s);
    venue.print(u"101"_s);
    QTRY_COMPARE(listener.feed->refusedMessages(), std::uint64_t(1));
    QTRY_VERIFY(!listener.trades.empty());
    for (const TapeTrade &trade : listener.trades)
        QVERIFY(trade.price.isPositive());
}

// FAULTS W13
void TestBinanceFeed::W13_silentSubscriptionIsSaid()
{
    VenueThread venue;
    venue.run([&] { venue.loopback->play(R"({"on":"stream","match":"btcusdt@*","do":"drop"})"); });
    binance::FeedTimes times;
    times.firstDataWithin = 500ms;
    Listener listener(venue, times);
    listener.feed->start();
    QTRY_COMPARE_WITH_TIMEOUT(int(listener.state), int(FeedState::Stale), 5'000);
    QVERIFY2(listener.detail.contains(u"BTCUSDT"_s), qPrintable(listener.detail));
    QVERIFY(listener.trades.empty());
}

// FAULTS W14
void TestBinanceFeed::W14_reconnectsLeaveNothingBehind()
{
    VenueThread venue;
    binance::FeedTimes times;
    times.renewAfter = 20ms;
    Listener listener(venue, times);
    listener.feed->start();
    QTRY_VERIFY_WITH_TIMEOUT(listener.feed->connectionsOpened() >= 40, 20'000);
    int open = 0;
    venue.run([&] { open = venue.loopback->server.streamCount(); });
    QVERIFY2(open <= 4, qPrintable(QString::number(open)));
}

// FAULTS H02
void TestBinanceFeed::H02_plainAddressesAreForThisMachine()
{
    QVERIFY(binance::Endpoints::of(u"http://127.0.0.1:8080"_s).has_value());
    QCOMPARE(binance::Endpoints::of(u"http://127.0.0.1:8080"_s)->requests, QUrl(u"ws://127.0.0.1:8080/ws-api/v3"_s));
    QCOMPARE(binance::Endpoints::of(u"testnet"_s)->rest, QUrl(u"https://testnet.binance.vision"_s));
    for (const QString &wrong : {u"http://example.com"_s, u"ftp://127.0.0.1"_s, u"https://user:word@example.com"_s, u"https://example.com/path"_s, u"prod"_s, QString()})
        QVERIFY2(!binance::Endpoints::of(wrong), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(TestBinanceFeed)
#include "tst_binancefeed.moc"
