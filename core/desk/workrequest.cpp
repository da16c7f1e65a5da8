#include "core/desk/workrequest.h"

#include "core/domain/decimal.h"

#include <QStringList>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::array kinds{WorkKind::TrailingStop, WorkKind::Breakeven, WorkKind::Oco,  WorkKind::Conditional,
                           WorkKind::Iceberg,      WorkKind::Twap,      WorkKind::Vwap, WorkKind::MarketMaker};

auto wrong(const QString &text) { return failure(ErrorCode::InvalidArgument, text); }

template <typename Value> Result<void> readDecimal(QStringView key, QStringView text, Value &value)
{
    const auto raw = parseDecimal(text);
    if (!raw)
        return wrong(u"%1 '%2' is not a number"_s.arg(key, text));
    value = Value::fromRaw(*raw);
    return {};
}

Result<double> readNumber(QStringView key, QStringView text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return wrong(u"%1 '%2' is not a number"_s.arg(key, text));
    return value;
}

template <typename Id> Result<void> readName(QStringView key, QStringView text, Id &id)
{
    const std::string name = text.toString().toStdString();
    if (name.empty() || !Id::fits(std::string_view(name)))
        return wrong(u"%1 '%2' is not a name"_s.arg(key, text));
    id = Id(std::string_view(name));
    return {};
}

Result<void> readInteger(QStringView key, QStringView text, int factor, int &value)
{
    bool isNumber = false;
    const int read = text.toInt(&isNumber);
    if (!isNumber || read < 0 || read > 10'000'000 / factor)
        return wrong(u"%1 '%2' is not a whole number"_s.arg(key, text));
    value = read * factor;
    return {};
}

Result<void> readCondition(QStringView key, QStringView text, WorkCondition &condition)
{
    using Kind = WorkCondition::Kind;
    if (key == u"above" || key == u"below") {
        condition.kind = key == u"above" ? Kind::PriceAtLeast : Kind::PriceAtMost;
        return readDecimal(key, text, condition.price);
    }
    if (key == u"at") {
        const auto time = parseIsoTime(text);
        if (!time)
            return failure(time.error());
        condition.kind = Kind::TimeAt;
        condition.at = *time;
        return {};
    }
    if (key == u"indicator") {
        condition.indicator = text.toString();
        return {};
    }
    const auto threshold = readNumber(key, text);
    if (!threshold)
        return failure(threshold.error());
    condition.kind = key == u"more" ? Kind::IndicatorAbove : Kind::IndicatorBelow;
    condition.threshold = *threshold;
    return {};
}

Result<void> readDistance(QStringView text, Distance &distance)
{
    const auto read = parseDistance(text);
    if (!read)
        return failure(read.error());
    distance = *read;
    return {};
}

Result<void> readWord(QStringView key, QStringView value, WorkRequest &request)
{
    if (key == u"instrument")
        return readName(key, value, request.instrument);
    if (key == u"strategy")
        return readName(key, value, request.strategy);
    if (key == u"side") {
        if (value != u"buy" && value != u"sell")
            return wrong(u"side '%1' is not buy or sell"_s.arg(value));
        request.side = value == u"buy" ? Side::Buy : Side::Sell;
        return {};
    }
    if (key == u"exit") {
        request.role = value == u"yes" ? OrderRole::Exit : OrderRole::Entry;
        return value == u"yes" || value == u"no" ? Result<void>() : wrong(u"exit '%1' is not yes or no"_s.arg(value));
    }
    if (key == u"product") {
        const auto product = parseProduct(value);
        if (!product)
            return wrong(u"product '%1' is not CNC, MIS or NRML"_s.arg(value));
        request.product = *product;
        return {};
    }
    if (key == u"quantity")
        return readDecimal(key, value, request.quantity);
    if (key == u"visible")
        return readDecimal(key, value, request.visible);
    if (key == u"inventory")
        return readDecimal(key, value, request.inventoryMax);
    if (key == u"limit")
        return readDecimal(key, value, request.limitPrice);
    if (key == u"stop")
        return readDecimal(key, value, request.stopPrice);
    if (key == u"bracket_stop")
        return readDecimal(key, value, request.bracketStop);
    if (key == u"bracket_target")
        return readDecimal(key, value, request.bracketTarget);
    if (key == u"distance")
        return readDistance(value, request.distance);
    if (key == u"offset")
        return readDistance(value, request.offset);
    if (key == u"timeframe") {
        const auto timeframe = parseTimeframe(value);
        if (!timeframe)
            return failure(timeframe.error());
        request.timeframe = request.condition.timeframe = *timeframe;
        return {};
    }
    if (key == u"minutes")
        return readInteger(key, value, 60, request.seconds);
    if (key == u"seconds")
        return readInteger(key, value, 1, request.seconds);
    if (key == u"slices")
        return readInteger(key, value, 1, request.slices);
    if (key == u"skew") {
        const auto skew = readNumber(key, value);
        if (!skew)
            return failure(skew.error());
        request.skew = *skew;
        return {};
    }
    for (const QStringView known : {u"above", u"below", u"at", u"indicator", u"more", u"less"}) {
        if (key == known)
            return readCondition(key, value, request.condition);
    }
    return wrong(u"'%1' is not a word of a worked order"_s.arg(key));
}

bool isSliced(WorkKind kind) { return kind == WorkKind::Twap || kind == WorkKind::Vwap; }
bool isOfAHolding(WorkKind kind) { return kind == WorkKind::TrailingStop || kind == WorkKind::Breakeven; }

} // namespace

double Distance::of(double price, double atr) const
{
    switch (unit) {
    case Unit::Amount: return value;
    case Unit::Percent: return price * value / 100;
    case Unit::Atr: return atr * value;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

Result<Distance> parseDistance(QStringView text)
{
    const bool isPercent = text.endsWith(u'%');
    const bool isRange = text.endsWith(u"atr");
    const auto raw = parseDecimal(text.chopped(isPercent ? 1 : isRange ? 3 : 0));
    const double value = raw ? double(*raw) / double(decimalScale) : 0.0;
    if (!(value > 0) || (isPercent && value >= 100) || (isRange && value > 1'000))
        return wrong(u"'%1': expected a distance such as 1.5, 2% or 1.5atr"_s.arg(text));
    return Distance{isPercent ? Distance::Unit::Percent : isRange ? Distance::Unit::Atr : Distance::Unit::Amount, value};
}

QString toString(const Distance &distance)
{
    const QString number = QString::number(distance.value, 'g', 12);
    return distance.unit == Distance::Unit::Percent ? number + u'%' : distance.unit == Distance::Unit::Atr ? number + u"atr"_s : number;
}

QString toString(const WorkCondition &condition)
{
    using Kind = WorkCondition::Kind;
    switch (condition.kind) {
    case Kind::PriceAtLeast: return u"price ≥ %1"_s.arg(toString(condition.price));
    case Kind::PriceAtMost: return u"price ≤ %1"_s.arg(toString(condition.price));
    case Kind::IndicatorAbove: return u"%1 on %2 > %3"_s.arg(condition.indicator, toString(condition.timeframe)).arg(condition.threshold);
    case Kind::IndicatorBelow: return u"%1 on %2 < %3"_s.arg(condition.indicator, toString(condition.timeframe)).arg(condition.threshold);
    case Kind::TimeAt: return u"at %1"_s.arg(toIsoString(condition.at));
    }
    return {};
}

QString toString(WorkKind kind)
{
    switch (kind) {
    case WorkKind::TrailingStop: return u"trailing"_s;
    case WorkKind::Breakeven: return u"breakeven"_s;
    case WorkKind::Oco: return u"oco"_s;
    case WorkKind::Conditional: return u"conditional"_s;
    case WorkKind::Iceberg: return u"iceberg"_s;
    case WorkKind::Twap: return u"twap"_s;
    case WorkKind::Vwap: return u"vwap"_s;
    case WorkKind::MarketMaker: return u"maker"_s;
    }
    return {};
}

QString toString(WorkState state)
{
    switch (state) {
    case WorkState::Working: return u"working"_s;
    case WorkState::Cancelling: return u"cancelling"_s;
    case WorkState::Done: return u"done"_s;
    case WorkState::Cancelled: return u"cancelled"_s;
    case WorkState::Failed: return u"failed"_s;
    }
    return {};
}

Result<WorkRequest> parseWorkRequest(QStringView text)
{
    const QList<QStringView> words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return wrong(u"a worked order begins with its kind"_s);
    const auto kind = std::ranges::find_if(kinds, [&](WorkKind each) { return toString(each) == words.front(); });
    if (kind == kinds.end())
        return wrong(u"'%1' is not trailing, breakeven, oco, conditional, iceberg, twap, vwap or maker"_s.arg(words.front()));
    WorkRequest request;
    request.kind = *kind;
    if (request.kind == WorkKind::MarketMaker)
        request.strategy = StrategyId(std::string_view("market_maker"));
    for (const QStringView word : words.sliced(1)) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return wrong(u"'%1' is not key=value"_s.arg(word));
        if (auto read = readWord(word.first(equals), word.sliced(equals + 1), request); !read)
            return failure(read.error());
    }
    if (auto valid = validate(request); !valid)
        return failure(valid.error());
    return request;
}

Result<void> validate(const WorkRequest &request)
{
    const auto missing = [&](QStringView what) { return wrong(u"%1 needs %2"_s.arg(toString(request.kind), what)); };
    if (request.instrument.isEmpty())
        return missing(u"an instrument");
    if (request.role != OrderRole::Entry && request.role != OrderRole::Exit)
        return wrong(u"a worked order enters or exits"_s);
    if (!isOfAHolding(request.kind) && !request.quantity.isPositive())
        return missing(u"a quantity above zero");
    const bool needsDistance = isOfAHolding(request.kind) || request.kind == WorkKind::MarketMaker;
    if (needsDistance && !(request.distance.value > 0 && std::isfinite(request.distance.value)))
        return missing(u"a distance");
    if (request.limitPrice.isNegative() || request.stopPrice.isNegative() || request.bracketStop.isNegative() || request.bracketTarget.isNegative())
        return wrong(u"a price is below zero"_s);
    if (isSliced(request.kind) && (request.slices < 1 || request.slices > 10'000))
        return missing(u"1 to 10000 slices");
    if (isSliced(request.kind) && (request.seconds < request.slices || request.seconds > 30 * 86'400))
        return missing(u"a duration of at least a second a slice and 30 days at most");
    switch (request.kind) {
    case WorkKind::Oco:
        if (!request.limitPrice.isPositive() || !request.stopPrice.isPositive())
            return missing(u"a limit and a stop");
        if (request.side == Side::Sell ? request.limitPrice <= request.stopPrice : request.limitPrice >= request.stopPrice)
            return wrong(u"the limit of an oco is on the better side of its stop"_s);
        break;
    case WorkKind::Iceberg:
        if (!request.limitPrice.isPositive() || !request.visible.isPositive() || request.visible > request.quantity)
            return missing(u"a limit and a visible quantity within the whole");
        break;
    case WorkKind::MarketMaker:
        if (request.inventoryMax < request.quantity || request.seconds < 1 || !(request.skew >= 0 && request.skew <= 1))
            return missing(u"an inventory of at least the quantity, seconds between refreshes and a skew of 0 to 1");
        if (request.distance.unit == Distance::Unit::Atr)
            return wrong(u"the spread of a maker is an amount or a percentage"_s);
        break;
    case WorkKind::Conditional: {
        using Kind = WorkCondition::Kind;
        const WorkCondition &condition = request.condition;
        const bool isPrice = condition.kind == Kind::PriceAtLeast || condition.kind == Kind::PriceAtMost;
        const bool isIndicator = condition.kind == Kind::IndicatorAbove || condition.kind == Kind::IndicatorBelow;
        if ((isPrice && !condition.price.isPositive()) || (condition.kind == Kind::TimeAt && !condition.at.isValid())
            || (isIndicator && (condition.indicator.isEmpty() || !std::isfinite(condition.threshold))))
            return missing(u"a condition: above, below, at, or indicator with more or less");
        break;
    }
    default:
        break;
    }
    return {};
}

} // namespace bellwether
