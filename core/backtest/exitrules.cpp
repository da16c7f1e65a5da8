#include "core/backtest/exitrules.h"

#include "core/domain/decimal.h"

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
