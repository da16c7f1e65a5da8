#include "core/exchange/spotjson.h"

#include "core/domain/decimal.h"

#include <array>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

template <typename Enum> struct Word {
    Enum value;
    const char *text;
};

constexpr std::array statusWords{
    Word{OrderStatus::PendingNew, "PENDING_NEW"}, Word{OrderStatus::New, "NEW"},           Word{OrderStatus::PartiallyFilled, "PARTIALLY_FILLED"},
    Word{OrderStatus::Filled, "FILLED"},          Word{OrderStatus::Canceled, "CANCELED"}, Word{OrderStatus::Rejected, "REJECTED"},
    Word{OrderStatus::Expired, "EXPIRED"},        Word{OrderStatus::ExpiredInMatch, "EXPIRED_IN_MATCH"},
};
constexpr std::array kindWords{
    Word{OrderKind::Limit, "LIMIT"},           Word{OrderKind::LimitMaker, "LIMIT_MAKER"},
    Word{OrderKind::Market, "MARKET"},         Word{OrderKind::StopLoss, "STOP_LOSS"},
    Word{OrderKind::StopLossLimit, "STOP_LOSS_LIMIT"}, Word{OrderKind::TakeProfit, "TAKE_PROFIT"},
    Word{OrderKind::TakeProfitLimit, "TAKE_PROFIT_LIMIT"},
};
constexpr std::array forceWords{
    Word{TimeInForce::Gtc, "GTC"}, Word{TimeInForce::Ioc, "IOC"}, Word{TimeInForce::Fok, "FOK"},
};
constexpr std::array selfTradeWords{
    Word{SelfTradeMode::None, "NONE"},
    Word{SelfTradeMode::ExpireTaker, "EXPIRE_TAKER"},
    Word{SelfTradeMode::ExpireMaker, "EXPIRE_MAKER"},
    Word{SelfTradeMode::ExpireBoth, "EXPIRE_BOTH"},
    Word{SelfTradeMode::Decrement, "DECREMENT"},
};
constexpr std::array sideWords{Word{Side::Buy, "BUY"}, Word{Side::Sell, "SELL"}};

template <typename Words, typename Enum> QString wordIn(const Words &words, Enum value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return QString::fromLatin1(word.text);
    }
    return {};
}

template <typename Words> auto readIn(const Words &words, const QByteArray &text, int code, const char *what)
{
    for (const auto &word : words) {
        if (text == word.text)
            return word.value;
    }
    throw ApiError{400, code, u"Invalid %1."_s.arg(QString::fromLatin1(what))};
}

} // namespace

QString wordOf(OrderStatus status) { return wordIn(statusWords, status); }
QString wordOf(OrderKind kind) { return wordIn(kindWords, kind); }
QString wordOf(TimeInForce timeInForce) { return wordIn(forceWords, timeInForce); }
QString wordOf(SelfTradeMode mode) { return wordIn(selfTradeWords, mode); }
SelfTradeMode readSelfTradeMode(const QByteArray &word)
{
    if (word == "TRANSFER") // of one account it is the same
        return SelfTradeMode::Decrement;
    return readIn(selfTradeWords, word, -1130, "selfTradePreventionMode");
}
QString wordOf(Side side) { return wordIn(sideWords, side); }
OrderKind readKind(const QByteArray &word) { return readIn(kindWords, word, -1116, "orderType"); }
TimeInForce readTimeInForce(const QByteArray &word) { return readIn(forceWords, word, -1115, "timeInForce"); }
Side readSide(const QByteArray &word) { return readIn(sideWords, word, -1117, "side"); }

QString decimalText(std::int64_t raw) { return formatDecimal(raw, decimalPlaces); }

QJsonObject fillJson(const Execution &execution)
{
    return {{u"price"_s, decimalText(execution.price)},
            {u"qty"_s, decimalText(execution.quantity)},
            {u"commission"_s, decimalText(execution.commission)},
            {u"commissionAsset"_s, execution.commissionAsset},
            {u"tradeId"_s, qint64(execution.trade)}};
}

} // namespace bellwether::exchange
