#pragma once

#include "core/brokers/binance/depthstream.h"
#include "core/brokers/binance/historyloader.h"
#include "core/market/marketfeed.h"
#include "core/net/venueclock.h"

#include <deque>

namespace bellwether::binance {

/// Times of a live feed; tests make them short.
struct FeedTimes {
    Duration firstDataWithin = std::chrono::seconds(20); ///< of a subscription; later it counts as silently refused
    Duration staleAfter = std::chrono::seconds(60);      ///< no message of a symbol for so long, while others have some
    Duration silenceMax = std::chrono::seconds(20);      ///< no message of a connection at all
    Duration renewAfter = std::chrono::hours(23);        ///< the venue closes after a day: the next one is up before
    Duration backoffMax = std::chrono::seconds(60);
    Duration depthKept = std::chrono::seconds(10);       ///< a book that nobody has looked at for so long is closed
    Duration depthBehindMax = std::chrono::seconds(5);   ///< behind the best prices; a book that is longer is read anew
    Duration pastAgain = std::chrono::seconds(2);        ///< until past bars that did not come are asked for again; twice as long each time
};

/// The public streams of the venue as a feed: prints, best prices and closed minutes of the catalogue's instruments.
///
/// After every opening the prints that were missed are asked for by their numbers and handed out before the newer ones,
/// which wait; where there are too many, the minutes they belong to are. Each print, quote and bar leaves once, by its
/// number, so two connections may overlap. A connection that is too old is replaced after its successor has confirmed
/// every subscription. The book of an instrument is opened by the first look at it, and closed when nobody looks any more.
class BinanceFeed final : public MarketFeed {
    Q_OBJECT
public:
    /// Prints asked for after a gap, per symbol; beyond it the minutes are.
    static constexpr int gapPagesMax = 20;
    /// Prints that wait for those before them.
    static constexpr std::size_t heldMax = 50'000;

    /// `clock` is set to the venue's time and outlives the feed.
    BinanceFeed(Endpoints endpoints, CataloguePtr catalogue, std::shared_ptr<HistoryLoader> loader, net::VenueClock &clock, FeedTimes times = {});
    ~BinanceFeed() override;

    /// Before start() it waits for the venue. Empty where that did not answer, and from then on at once: pastTrouble() says why.
    BarColumns history(InstrumentIndex instrument, Timeframe timeframe, std::size_t count) override;
    const std::optional<Error> &pastTrouble() const { return m_pastTrouble; }
    /// At most 1,000 bars, what one request of the venue gives.
    void requestHistory(InstrumentIndex instrument, Timeframe timeframe, std::size_t count) override;
    void start() override;
    void stop() override;
    std::optional<Depth> depth(InstrumentIndex instrument, std::size_t levels) override;

    /// Messages that were refused as no good since the start.
    std::uint64_t refusedMessages() const { return m_refusedMessages; }
    std::uint64_t messages() const { return m_messages; }
    int connectionsOpened() const;
    /// Books that are open.
    std::size_t booksOpen() const { return m_books.size(); }
    /// How often an open book was thrown away and read anew.
    std::uint64_t bookResyncs(InstrumentIndex instrument) const;

private:
    struct Symbol {
        QString name;
        InstrumentIndex index = 0;
        std::uint64_t lastTrade = 0;       ///< number of the last print handed out
        std::uint64_t lastBook = 0;        ///< update of the last best prices handed out
        Timestamp lastTradeTime;
        Timestamp lastBar;                 ///< close of the last minute handed out
        std::int64_t heardNs = 0;          ///< when anything of it came last
        bool isHeard = false;              ///< since the connection is ready
        bool isFilling = false;
        bool isRefused = false;
        int pages = 0;
        std::deque<TapeTrade> held;
    };
    /// Symbols that share a connection; two while one takes over from the other.
    struct Group {
        std::vector<std::size_t> members;
        std::unique_ptr<StreamLink> link;
        std::unique_ptr<StreamLink> next;
        bool wasReady = false;
        std::int64_t readyNs = 0;
    };

    struct Book {
        std::unique_ptr<DepthStream> stream;
        std::int64_t lookedNs = 0;
    };
    net::StreamSettings streamSettings() const;
    std::unique_ptr<StreamLink> makeLink(std::size_t group);
    void onReady(std::size_t group, StreamLink *link);
    void onLost(std::size_t group, StreamLink *link, const QString &why);
    void onMessage(StreamLink *link, QByteArrayView text);
    void take(const StreamMessage &message, StreamLink *link);
    Symbol *symbolOf(std::string_view name);
    void takeTrade(Symbol &symbol, const TapeTrade &trade);
    void fill(std::size_t symbol);
    void askFirstOfMinute(std::size_t symbol);
    void askTrades(std::size_t symbol, std::uint64_t from);
    void askMinutes(std::size_t symbol);
    void endFill(Symbol &symbol);
    void askPast(InstrumentIndex instrument, Timeframe timeframe, std::size_t count, int failures);
    void whenRoom(int weight, std::function<void()> action);
    void add(InstrumentIndex instrument, Timestamp time, std::variant<Quote, TapeTrade, TimedBar> payload);
    void flush();
    void watch();
    void tellState();

    struct Past {
        BarColumns bars;
        std::size_t asked = 0;
        std::int64_t readNs = 0;
    };

    Endpoints m_endpoints;
    CataloguePtr m_catalogue;
    std::shared_ptr<HistoryLoader> m_loader;
    net::VenueClock &m_clock;
    FeedTimes m_times;
    std::vector<Symbol> m_symbols;
    std::map<std::pair<InstrumentIndex, Timeframe>, Past> m_pasts;
    std::optional<Error> m_pastTrouble;
    std::unordered_map<std::string, std::size_t> m_byName;
    std::vector<Group> m_groups;
    std::map<InstrumentIndex, Book> m_books;
    StreamDecoder m_decoder;
    StreamMessage m_message;
    std::unique_ptr<RestClient> m_rest;
    std::unique_ptr<QTimer> m_watchTimer;
    std::shared_ptr<MarketBatch> m_batch;
    std::uint64_t m_sequence = 0;
    Timestamp m_lastTime;
    FeedState m_state = FeedState::Stopped;
    QString m_detail;
    std::uint64_t m_refusedMessages = 0;
    std::uint64_t m_messages = 0;
    int m_closedOpenings = 0;
    bool m_isRunning = false;
};

} // namespace bellwether::binance
