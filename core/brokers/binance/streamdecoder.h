#pragma once

#include "core/base/result.h"
#include "core/brokers/binance/streammessage.h"

#include <QByteArrayView>

#include <memory>

namespace bellwether::binance {

/// Turns the bytes of market stream messages, raw or combined, into values.
///
/// Decimals are read strictly into fixed point and are not negative, price and quantity of a trade above zero; anything
/// else refuses the message. Whether a bar makes sense is for its reader to check (validateBar). Keys may come in any order, unknown keys are passed over. One decoder serves one thread and
/// allocates nothing per message once it has met the longest one. Source: Binance spot API documentation,
/// web-socket-streams (2026-07-21).
class StreamDecoder {
public:
    /// The longest message that is looked at; longer ones are refused (a full book of 5,000 levels a side is below 1 MiB).
    static constexpr qsizetype messageBytesMax = 4 << 20;

    StreamDecoder();
    ~StreamDecoder();

    /// Fills `message`. Errors: BadData with the reason (no JSON, a missing or wrong field); `message` is then of no use.
    Result<void> decode(QByteArrayView bytes, StreamMessage &message);

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};

} // namespace bellwether::binance
