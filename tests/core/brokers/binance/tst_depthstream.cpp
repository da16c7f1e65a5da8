#include "core/brokers/binance/binancefeed.h"
#include "tests/core/exchange/venuethread.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using binance::BinanceFeed;

namespace {

/// A running feed of the one symbol, at which somebody looks through depth().
struct Looker {
    explicit Looker(VenueThread &at, binance::FeedTimes times = {}) : venue(at)
    {
        const binance::Endpoints endpoints = *binance::Endpoints::of(venue.address());
        auto loader = std::make_shared<binance::HistoryLoader>(endpoints, 3s);
        const auto rules = loader->exchangeRules();
        if (!rules)
            qFatal("%s", qPrintable(rules.error().detail));
        catalogue = std::make_shared<const InstrumentCatalogue>(std::vector<Instrument>{rules->symbols.at(u"BTCUSDT"_s).instrument});
        times.backoffMax = 1s;
        feed = std::make_unique<BinanceFeed>(endpoints, catalogue, loader, clock, times);
        feed->start();
    }
    /// `bid/ask` of the top, or a dash while there is no book.
    QString top()
    {
        const auto depth = feed->depth(0, 5);
        if (!depth || depth->bids.empty() || depth->asks.empty())
            return u"-"_s;
        return toString(depth->bids.front().price) + u'/' + toString(depth->asks.front().price);
    }
    /// Whether every level is as the venue has it now.
    bool isRight()
    {
        const auto depth = feed->depth(0, 1'000);
        bool isSame = depth.has_value();
        venue.run([&] {
            const auto &book = venue.loopback->venue.engine().book(0);
            for (const auto &[side, ours] : {std::pair(Side::Buy, depth ? &depth->bids : nullptr), std::pair(Side::Sell, depth ? &depth->asks : nullptr)}) {
                const auto theirs = book.levels(side);
                isSame = isSame && std::equal(ours->begin(), ours->end(), theirs.rbegin(), theirs.rend());
            }
        });
        return isSame;
    }
    void quote(const QString &bid, const QString &ask)
    {
        venue.run([&] { venue.loopback->quote(bid, ask); });
    }

    VenueThread &venue;
    CataloguePtr catalogue;
    net::VenueClock clock;
    std::unique_ptr<BinanceFeed> feed;
};

} // namespace

/// The order book of a symbol for the ladder, by snapshot and changes, against the stand-in.
class TestDepthStream : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBookFollowsTheVenue();
    void W01_afterAHoleTheBookIsReadAnew();
    void W03_aBookThatStandsStillIsReadAnew();
    void W04_afterALostConnectionTheBookIsReadAnew();
    void aBookNobodyLooksAtIsClosed();
};

void TestDepthStream::theBookFollowsTheVenue()
{
    VenueThread venue;
    Looker looker(venue);
    QCOMPARE(looker.feed->booksOpen(), std::size_t(0)); // nobody looks
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"99/101"_s, 5'000);
    const auto depth = looker.feed->depth(0, 5);
    QCOMPARE(depth->bids.front().quantity.raw(), units(u"5"_s).raw());
    QVERIFY(depth->time.isValid());
    for (int i = 0; i < 10; ++i) {
        const QString bid = QString::number(80 + i);
        const QString ask = QString::number(120 - i);
        looker.quote(bid, ask);
        QTRY_COMPARE(looker.top(), bid + u'/' + ask);
        QVERIFY(looker.isRight());
    }
    QCOMPARE(looker.feed->bookResyncs(0), std::uint64_t(0));
}

// FAULTS W01: one change is never sent; the next one shows the hole.
void TestDepthStream::W01_afterAHoleTheBookIsReadAnew()
{
    VenueThread venue;
    Looker looker(venue);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"99/101"_s, 5'000);
    venue.run([&] { venue.loopback->play(R"({"on":"stream","match":"btcusdt@depth@100ms","count":1,"do":"drop"})"); });
    looker.quote(u"90"_s, u"110"_s);
    QTest::qWait(300); // the venue tells its changes ten times a second
    looker.quote(u"91"_s, u"109"_s);
    QTRY_COMPARE_WITH_TIMEOUT(looker.feed->bookResyncs(0), std::uint64_t(1), 5'000);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"91/109"_s, 5'000);
    QVERIFY(looker.isRight());
}

// FAULTS W03: the connection answers its pings, best prices move, the book says nothing more.
void TestDepthStream::W03_aBookThatStandsStillIsReadAnew()
{
    VenueThread venue;
    binance::FeedTimes times;
    times.depthBehindMax = 400ms;
    Looker looker(venue, times);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"99/101"_s, 5'000);
    venue.run([&] { venue.loopback->play(R"({"on":"stream","match":"btcusdt@depth@100ms","count":1,"do":"stall"})"); });
    looker.quote(u"90"_s, u"110"_s);
    QTRY_VERIFY_WITH_TIMEOUT(looker.feed->bookResyncs(0) >= 1, 6'000);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"90/110"_s, 6'000);
    QVERIFY(looker.isRight());
}

// FAULTS W04
void TestDepthStream::W04_afterALostConnectionTheBookIsReadAnew()
{
    VenueThread venue;
    Looker looker(venue);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"99/101"_s, 5'000);
    venue.run([&] { venue.loopback->play(R"({"on":"time","at_ms":0,"do":"rst"})"); });
    QTRY_COMPARE(looker.top(), u"-"_s); // no book is better than an old one
    looker.quote(u"95"_s, u"105"_s);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"95/105"_s, 8'000);
    QVERIFY(looker.isRight());
}

void TestDepthStream::aBookNobodyLooksAtIsClosed()
{
    VenueThread venue;
    binance::FeedTimes times;
    times.depthKept = 400ms;
    Looker looker(venue, times);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"99/101"_s, 5'000);
    const auto streams = [&] {
        int open = 0;
        venue.run([&] { open = venue.loopback->server.streamCount(); });
        return open;
    };
    QCOMPARE(streams(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(looker.feed->booksOpen(), std::size_t(0), 5'000);
    QTRY_COMPARE(streams(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(looker.top(), u"99/101"_s, 5'000); // and opened again by the next look
}

QTEST_GUILESS_MAIN(TestDepthStream)
#include "tst_depthstream.moc"
