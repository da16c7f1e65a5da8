#include "core/exchange/spotparams.h"

#include "core/exchange/spotjson.h"

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

OrderNumber numberOrThrow(const std::variant<OrderNumber, Refusal> &outcome)
{
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        throw ApiError{400, refusal->code, refusal->message};
    return std::get<OrderNumber>(outcome);
}

void throwIf(const std::optional<Refusal> &refusal)
{
    if (refusal)
        throw ApiError{400, refusal->code, refusal->message};
}

QByteArray joined(QByteArrayView prefix, const char *name)
{
    if (prefix.isEmpty())
        return name;
    QByteArray whole = prefix.toByteArray() + name;
    whole[prefix.size()] = char(std::toupper(whole[prefix.size()]));
    return whole;
}

QString clientIdOf(ApiParams &params, QByteArrayView name)
{
    const QString id = QString::fromUtf8(params.text(name, ""));
    const bool isGood = id.size() <= 36 && std::all_of(id.begin(), id.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || u"-_.:/"_s.contains(c));
    });
    if (!isGood)
        throw ApiError{400, -1100, u"Illegal characters found in parameter '%1'; legal range is '^[a-zA-Z0-9-_]{1,36}$'."_s.arg(QString::fromLatin1(name.data(), name.size()))};
    return id;
}

void readOptions(ApiParams &params, QByteArrayView prefix, NewOrder &order)
{
    order.icebergQuantity = params.decimal<Quantity>(joined(prefix, "icebergQty"));
    order.trailingDelta = int(std::clamp<std::int64_t>(params.integer(joined(prefix, "trailingDelta"), 0), 0, 1'000'000));
    if (params.has("selfTradePreventionMode"))
        order.selfTrade = readSelfTradeMode(params.text("selfTradePreventionMode"));
    order.strategyId = params.integer(joined(prefix, "strategyId"), 0);
    order.strategyType = params.integer(joined(prefix, "strategyType"), 0);
    if (order.strategyType != 0 && order.strategyType < 1'000'000)
        throw ApiError{400, -1134, u"strategyType was less than 1000000."_s};
}

void refuseLongWindow(const ApiParams &params, std::int64_t startMs, std::int64_t endMs)
{
    if (params.has("startTime") && params.has("endTime") && endMs - startMs > 86'400'000)
        throw ApiError{400, -1127, u"More than 24 hours between startTime and endTime."_s};
}

} // namespace bellwether::exchange
