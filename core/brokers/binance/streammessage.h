#pragma once

#include "core/domain/bar.h"
#include "core/domain/quote.h"
#include "core/domain/timeframe.h"
#include "core/market/depthbook.h"

#include <string_view>
#include <vector>

namespace bellwether::binance {

/// What a message of a market stream is.
enum class StreamKind {
    Trade,            ///< `@trade`
    AggregateTrade,   ///< `@aggTrade`
    BookTicker,       ///< `@bookTicker`: best bid and ask with their update id
    DepthChange,      ///< `@depth`: absolute quantities between two update ids
    PartialDepth,     ///< `@depth5|10|20`: the top of the book
    Kline,            ///< `@kline_…`
    DayTicker,        ///< `@ticker`, `@miniTicker`: last 24 hours
    Acknowledgement,  ///< answer to SUBSCRIBE and the like
    Refusal,          ///< the same, refused
    ServerShutdown,   ///< the venue announces a disconnect
    Other,            ///< a type this client does not read
};

/// One message of a market stream with its values; which members count depends on `kind`. It is filled again and again,
/// so that its vectors keep their memory. Texts are views into the decoder and last until its next message.
struct StreamMessage {
    StreamKind kind = StreamKind::Other;
    std::string_view stream;       ///< name in a combined stream, `btcusdt@trade`; empty in a raw one
    std::string_view symbol;       ///< upper case; empty where the venue sends none (partial depth)
    Timestamp eventTime;           ///< when the venue sent it; zero for book tickers and partial depth
    TapeTrade trade;               ///< Trade, AggregateTrade
    Quote quote;                   ///< BookTicker
    std::uint64_t firstUpdate = 0; ///< DepthChange
    std::uint64_t lastUpdate = 0;  ///< DepthChange, PartialDepth, BookTicker
    std::uint64_t previousUpdate = 0; ///< DepthChange of futures: lastUpdate of the change before; 0 on spot
    std::vector<DepthLevel> bids;
    std::vector<DepthLevel> asks;
    Bar bar;                       ///< Kline; DayTicker: of the last 24 hours
    std::string_view interval;     ///< Kline: `1m`, `1h`, …, as the venue writes it
    bool isClosed = false;         ///< Kline: the bar is final
    std::int64_t requestId = 0;    ///< Acknowledgement, Refusal
    std::int64_t errorCode = 0;    ///< Refusal
    std::string_view text;         ///< Refusal: what the venue said
};

} // namespace bellwether::binance
