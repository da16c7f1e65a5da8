#include "core/backtest/exitrules.h"

#include "core/domain/decimal.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

Result<ExitDistance> parseExitDistance(QStringView text)
{
    using Kind = ExitDistance::Kind;
    if (text == u"none")
        return ExitDistance{Kind::None};
    if (text == u"strategy")
        return ExitDistance{Kind::Strategy};
    const bool isPercent = text.endsWith(u'%');
    const bool isRange = text.endsWith(u"atr");
    const auto raw = isPercent || isRange ? parseDecimal(text.chopped(isPercent ? 1 : 3)) : failure(ErrorCode::InvalidNumber, QString());
    const double amount = raw ? double(*raw) / double(decimalScale) : 0.0;
    if (!(amount > 0 && amount <= 1000))
        return failure(ErrorCode::InvalidArgument,
                       u"'%1': expected a distance such as 2% or 1.5atr, strategy or none"_s.arg(text));
    return ExitDistance{isPercent ? Kind::Percent : Kind::Atr, amount};
}

Result<ExitDistance> parseMoveDistance(QStringView text)
{
    const auto distance = parseExitDistance(text);
    if (!distance || distance->kind == ExitDistance::Kind::Strategy)
        return failure(ErrorCode::InvalidArgument, u"'%1': expected a distance such as 2% or 1.5atr, or none"_s.arg(text));
    return *distance;
}

double ExitDistance::of(double price, double range) const
{
    switch (kind) {
    case Kind::Percent: return price * amount / 100;
    case Kind::Atr: return range * amount;
    case Kind::Default:
    case Kind::None:
    case Kind::Strategy: break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

QString toString(const ExitDistance &distance)
{
    switch (distance.kind) {
    case ExitDistance::Kind::Default: return u"default"_s;
    case ExitDistance::Kind::None: return u"none"_s;
    case ExitDistance::Kind::Strategy: return u"strategy"_s;
    case ExitDistance::Kind::Percent: return QString::number(distance.amount) + u'%';
    case ExitDistance::Kind::Atr: return QString::number(distance.amount) + u"atr"_s;
    }
    return {};
}

} // namespace bellwether
