#include "core/brokers/binance/streamdecoder.h"

#include "core/domain/decimal.h"

#include <simdjson.h>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace bellwether::binance {

namespace {

namespace json = simdjson::ondemand;

/// A field that is missing, of the wrong kind or out of range; caught at the top of decode(). Errors are rare, so the
/// plain path carries no checks of results through every level.
struct BadField {
    const char *name;
};

Timestamp timeOf(std::uint64_t stamp)
{
    const auto time = Timestamp::fromStamp(std::int64_t(stamp)); // one past the range turns negative and is refused as well
    if (!time)
        throw BadField{"time"};
    return *time;
}

std::string_view textOf(json::value value, const char *name)
{
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        throw BadField{name};
    return text;
}

std::uint64_t numberOf(json::value value, const char *name)
{
    std::uint64_t number = 0;
    if (value.get_uint64().get(number) != simdjson::SUCCESS)
        throw BadField{name};
    return number;
}

bool flagOf(json::value value, const char *name)
{
    bool flag = false;
    if (value.get_bool().get(flag) != simdjson::SUCCESS)
        throw BadField{name};
    return flag;
}

template <typename Fixed> Fixed decimalOf(json::value value, const char *name)
{
    const auto raw = parseDecimal(textOf(value, name));
    if (!raw || *raw < 0)
        throw BadField{name};
    return Fixed::fromRaw(*raw);
}

/// Volumes of a day of a cheap coin go beyond the range of Quantity.
double volumeOf(json::value value, const char *name)
{
    double number = 0;
    if (value.get_double_in_string().get(number) != simdjson::SUCCESS || !(number >= 0) || number > 1e300)
        throw BadField{name};
    return number;
}

void readLevels(json::value value, std::vector<DepthLevel> &levels, const char *name)
{
    levels.clear();
    json::array rows;
    if (value.get_array().get(rows) != simdjson::SUCCESS)
        throw BadField{name};
    for (auto row : rows) {
        json::array pair;
        if (row.get_array().get(pair) != simdjson::SUCCESS)
            throw BadField{name};
        DepthLevel level;
        int column = 0;
        for (auto cell : pair) {
            json::value text;
            if (cell.get(text) != simdjson::SUCCESS)
                throw BadField{name};
            if (column == 0)
                level.price = decimalOf<Price>(text, name);
            else if (column == 1)
                level.quantity = decimalOf<Quantity>(text, name);
            ++column;
        }
        if (column < 2 || !level.price.isPositive())
            throw BadField{name};
        levels.push_back(level);
    }
}

/// A key as it stands in the text. Those of the venue are short and without escapes, so nothing is copied; a longer one
/// is none that is read here.
std::string_view keyOf(json::raw_json_string raw)
{
    constexpr std::size_t longest = 16;
    const char *text = raw.raw();
    std::size_t size = 0;
    while (size < longest && text[size] != '"')
        ++size;
    return {text, size};
}

/// Calls `use(key, value)` for every member.
template <typename Use> void forEachField(json::object &object, Use use)
{
    for (auto field : object) {
        json::raw_json_string key;
        json::value value;
        if (field.key().get(key) != simdjson::SUCCESS || field.value().get(value) != simdjson::SUCCESS)
            throw BadField{"a key"};
        use(keyOf(key), value);
    }
}

/// Which fields of a message have been met, so that one that is missing cannot be taken from the message before.
class Seen {
public:
    void add(std::string_view key)
    {
        if (key.size() == 1)
            m_bits[std::size_t(std::uint8_t(key[0]))] = true;
    }
    void need(std::string_view keys) const
    {
        for (const char key : keys) {
            if (!m_bits[std::size_t(std::uint8_t(key))])
                throw BadField{"a field that every such message has"};
        }
    }

private:
    std::array<bool, 256> m_bits{};
};

void readTrade(json::object &data, StreamMessage &message, char idKey)
{
    Seen seen;
    forEachField(data, [&](std::string_view key, json::value value) {
        seen.add(key);
        if (key.size() != 1)
            return;
        if (key[0] == idKey)
            message.trade.id = numberOf(value, "trade id");
        else if (key[0] == 'E')
            message.eventTime = timeOf(numberOf(value, "E"));
        else if (key[0] == 's')
            message.symbol = textOf(value, "s");
        else if (key[0] == 'p')
            message.trade.price = decimalOf<Price>(value, "p");
        else if (key[0] == 'q')
            message.trade.quantity = decimalOf<Quantity>(value, "q");
        else if (key[0] == 'T')
            message.trade.time = timeOf(numberOf(value, "T"));
        else if (key[0] == 'm') // the buyer was the maker: a sell hit the bid
            message.trade.aggressor = flagOf(value, "m") ? Side::Sell : Side::Buy;
        else if (key[0] == 'X' && textOf(value, "X") != "MARKET") // futures: settlement and insurance fund are no prints
            message.kind = StreamKind::Other;
    });
    seen.need("EspqTm");
    seen.need({&idKey, 1});
    if (!message.trade.price.isPositive() || !message.trade.quantity.isPositive())
        throw BadField{"price or quantity"};
}

void readBookTicker(json::object &data, StreamMessage &message)
{
    Seen seen;
    message.eventTime = {};
    forEachField(data, [&](std::string_view key, json::value value) {
        seen.add(key);
        if (key == "u")
            message.lastUpdate = numberOf(value, "u");
        else if (key == "s")
            message.symbol = textOf(value, "s");
        else if (key == "b")
            message.quote.bid = decimalOf<Price>(value, "b");
        else if (key == "B")
            message.quote.bidSize = decimalOf<Quantity>(value, "B");
        else if (key == "a")
            message.quote.ask = decimalOf<Price>(value, "a");
        else if (key == "A")
            message.quote.askSize = decimalOf<Quantity>(value, "A");
    });
    seen.need("usbBaA");
    message.quote.time = {};
}

void readDepthChange(json::object &data, StreamMessage &message)
{
    Seen seen;
    message.previousUpdate = 0;
    forEachField(data, [&](std::string_view key, json::value value) {
        seen.add(key);
        if (key == "E")
            message.eventTime = timeOf(numberOf(value, "E"));
        else if (key == "s")
            message.symbol = textOf(value, "s");
        else if (key == "pu")
            message.previousUpdate = numberOf(value, "pu");
        else if (key == "U")
            message.firstUpdate = numberOf(value, "U");
        else if (key == "u")
            message.lastUpdate = numberOf(value, "u");
        else if (key == "b")
            readLevels(value, message.bids, "b");
        else if (key == "a")
            readLevels(value, message.asks, "a");
    });
    seen.need("EsUuba");
}

void readPartialDepth(json::object &data, StreamMessage &message)
{
    bool hasBids = false;
    bool hasAsks = false;
    message.eventTime = {};
    forEachField(data, [&](std::string_view key, json::value value) {
        if (key == "lastUpdateId")
            message.lastUpdate = numberOf(value, "lastUpdateId");
        else if (key == "bids")
            hasBids = (readLevels(value, message.bids, "bids"), true);
        else if (key == "asks")
            hasAsks = (readLevels(value, message.asks, "asks"), true);
    });
    if (!hasBids || !hasAsks)
        throw BadField{"bids or asks"};
}

void readKline(json::object &data, StreamMessage &message)
{
    bool hasBar = false;
    forEachField(data, [&](std::string_view key, json::value value) {
        if (key == "E")
            message.eventTime = timeOf(numberOf(value, "E"));
        else if (key == "s")
            message.symbol = textOf(value, "s");
        if (key != "k")
            return;
        json::object kline;
        if (value.get_object().get(kline) != simdjson::SUCCESS)
            throw BadField{"k"};
        Seen seen;
        forEachField(kline, [&](std::string_view inner, json::value number) {
            seen.add(inner);
            if (inner == "T") // the last moment inside the bar: ours closes one tick of the clock later
                message.bar.closeTime = timeOf(numberOf(number, "T"));
            else if (inner == "i")
                message.interval = textOf(number, "i");
            else if (inner == "o")
                message.bar.open = decimalOf<Price>(number, "o");
            else if (inner == "h")
                message.bar.high = decimalOf<Price>(number, "h");
            else if (inner == "l")
                message.bar.low = decimalOf<Price>(number, "l");
            else if (inner == "c")
                message.bar.close = decimalOf<Price>(number, "c");
            else if (inner == "v")
                message.bar.volume = volumeOf(number, "v");
            else if (inner == "x")
                message.isClosed = flagOf(number, "x");
        });
        seen.need("Tiohlcvx");
        const std::int64_t step = message.bar.closeTime.ns() % 1'000'000 == 0 ? 1'000'000 : 1'000;
        message.bar.closeTime = message.bar.closeTime + Duration(step);
        hasBar = true;
    });
    if (!hasBar)
        throw BadField{"k"};
}

void readDayTicker(json::object &data, StreamMessage &message)
{
    Seen seen;
    forEachField(data, [&](std::string_view key, json::value value) {
        seen.add(key);
        if (key == "E")
            message.eventTime = timeOf(numberOf(value, "E"));
        else if (key == "s")
            message.symbol = textOf(value, "s");
        else if (key == "o")
            message.bar.open = decimalOf<Price>(value, "o");
        else if (key == "h")
            message.bar.high = decimalOf<Price>(value, "h");
        else if (key == "l")
            message.bar.low = decimalOf<Price>(value, "l");
        else if (key == "c")
            message.bar.close = decimalOf<Price>(value, "c");
        else if (key == "v")
            message.bar.volume = volumeOf(value, "v");
    });
    seen.need("Esohlcv");
    message.bar.closeTime = message.eventTime;
}

std::int64_t idOf(json::value value)
{
    std::int64_t id = 0;
    return value.get_int64().get(id) == simdjson::SUCCESS ? id : 0;
}

void readAnswer(json::object &data, StreamMessage &message)
{
    message.kind = StreamKind::Acknowledgement;
    message.requestId = 0;
    message.errorCode = 0;
    message.text = {};
    const auto readRefusal = [&](std::string_view key, json::value value) {
        if (key == "code" && value.get_int64().get(message.errorCode) == simdjson::SUCCESS)
            message.kind = StreamKind::Refusal;
        else if (key == "msg")
            message.text = textOf(value, "msg");
    };
    forEachField(data, [&](std::string_view key, json::value value) {
        json::object error;
        if (key == "id") // a text or null where the request was none of ours
            message.requestId = idOf(value);
        else if (key == "error" && value.get_object().get(error) == simdjson::SUCCESS)
            forEachField(error, readRefusal);
        else
            readRefusal(key, value);
    });
}

} // namespace

class StreamDecoder::Reader {
public:
    void read(QByteArrayView bytes, StreamMessage &message)
    {
        const auto size = std::size_t(bytes.size());
        if (size == 0)
            throw BadField{"JSON object"};
        if (m_buffer.size() < size + simdjson::SIMDJSON_PADDING)
            m_buffer.resize(size + simdjson::SIMDJSON_PADDING);
        std::memcpy(m_buffer.data(), bytes.data(), size);
        json::document document;
        json::object object;
        if (m_parser.iterate(m_buffer.data(), size, m_buffer.size()).get(document) != simdjson::SUCCESS
            || document.get_object().get(object) != simdjson::SUCCESS)
            throw BadField{"JSON object"};
        message.stream = {};
        message.symbol = {};
        std::string_view stream;
        json::value named;
        if (finds(object, "stream", named) && named.get_string().get(stream) == simdjson::SUCCESS) {
            json::object data;
            if (!finds(object, "data", named) || named.get_object().get(data) != simdjson::SUCCESS)
                throw BadField{"data"};
            message.stream = stream;
            readData(data, message);
        } else {
            reset(object);
            readData(object, message);
        }
        if (message.symbol.size() > 20)
            throw BadField{"s"};
    }

private:
    static void reset(json::object &object)
    {
        if (object.reset().error() != simdjson::SUCCESS)
            throw BadField{"JSON object"};
    }

    // Whether an object has a member. An object that is broken on the way there is not looked at any further: the library has
    // given its parser up by then.
    static bool finds(json::object &object, std::string_view key, json::value &value)
    {
        const simdjson::error_code error = object.find_field_unordered(key).get(value);
        if (error != simdjson::SUCCESS && error != simdjson::NO_SUCH_FIELD)
            throw BadField{"JSON object"};
        return error == simdjson::SUCCESS;
    }

    static void readData(json::object &data, StreamMessage &message)
    {
        std::string_view type;
        json::value named;
        const bool hasType = finds(data, "e", named) && named.get_string().get(type) == simdjson::SUCCESS;
        if (!hasType)
            return readUntyped(data, message);
        reset(data);
        if (type == "trade") {
            message.kind = StreamKind::Trade;
            readTrade(data, message, 't');
        } else if (type == "aggTrade") {
            message.kind = StreamKind::AggregateTrade;
            readTrade(data, message, 'a');
        } else if (type == "bookTicker") { // named by the futures alone
            message.kind = StreamKind::BookTicker;
            readBookTicker(data, message);
        } else if (type == "depthUpdate") {
            message.kind = StreamKind::DepthChange;
            readDepthChange(data, message);
        } else if (type == "kline") {
            message.kind = StreamKind::Kline;
            readKline(data, message);
        } else if (type == "24hrMiniTicker" || type == "24hrTicker") {
            message.kind = StreamKind::DayTicker;
            readDayTicker(data, message);
        } else {
            message.kind = type == "serverShutdown" ? StreamKind::ServerShutdown : StreamKind::Other;
        }
    }

    // Book tickers and partial depth carry no type: what they hold tells.
    static void readUntyped(json::object &data, StreamMessage &message)
    {
        json::value named;
        reset(data);
        if (finds(data, "u", named)) {
            reset(data);
            message.kind = StreamKind::BookTicker;
            return readBookTicker(data, message);
        }
        reset(data);
        if (finds(data, "lastUpdateId", named)) {
            reset(data);
            message.kind = StreamKind::PartialDepth;
            return readPartialDepth(data, message);
        }
        reset(data);
        if (finds(data, "id", named)) {
            reset(data);
            return readAnswer(data, message);
        }
        reset(data);
        if (finds(data, "code", named)) {
            reset(data);
            return readAnswer(data, message);
        }
        message.kind = StreamKind::Other;
    }

    json::parser m_parser;
    std::vector<char> m_buffer;
};

StreamDecoder::StreamDecoder() : m_reader(std::make_unique<Reader>()) {}
StreamDecoder::~StreamDecoder() = default;

Result<void> StreamDecoder::decode(QByteArrayView bytes, StreamMessage &message)
{
    if (bytes.size() > messageBytesMax)
        return failure(ErrorCode::BadData, u"stream message of %1 bytes is too long"_s.arg(bytes.size()));
    try {
        m_reader->read(bytes, message);
    } catch (const BadField &field) {
        return failure(ErrorCode::BadData, u"stream message: bad or missing %1: %2"_s
                                               .arg(QString::fromUtf8(field.name), QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 120)))));
    }
    return {};
}

} // namespace bellwether::binance
