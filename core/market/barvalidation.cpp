#include "core/market/barvalidation.h"

#include "core/market/baraggregator.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString numberText(double value) { return QString::number(value, 'g', 12); }

} // namespace

Result<void> validate(const BarPoint &bar)
{
    if (!bar.closeTime.isValid())
        return failure(ErrorCode::BadData, u"bar without a time"_s);
    const std::array<std::pair<QStringView, double>, 4> prices{
        {{u"open", bar.open}, {u"high", bar.high}, {u"low", bar.low}, {u"close", bar.close}}};
    for (const auto &[name, value] : prices) {
        // Written so that NaN fails: no comparison with NaN decides in its favour.
        if (!(std::isfinite(value) && value > 0))
            return failure(ErrorCode::BadData, u"field '%1': %2 is not a price above zero"_s.arg(name, numberText(value)));
    }
    if (!(std::isfinite(bar.volume) && bar.volume >= 0)) {
        return failure(ErrorCode::BadData,
                       u"field 'volume': %1 is not a volume of zero or more"_s.arg(numberText(bar.volume)));
    }
    if (bar.high < bar.low) {
        return failure(ErrorCode::BadData,
                       u"field 'high': %1 is below the low %2"_s.arg(numberText(bar.high), numberText(bar.low)));
    }
    for (const auto &[name, value] : {prices[0], prices[3]}) {
        if (value > bar.high || value < bar.low) {
            return failure(ErrorCode::BadData, u"field '%1': %2 is outside low %3 to high %4"_s.arg(
                                                   name, numberText(value), numberText(bar.low), numberText(bar.high)));
        }
    }
    return {};
}

Result<void> validate(const Bar &bar) { return validate(pointOf(bar)); }

Result<void> validate(const BarPoint &bar, Timeframe timeframe, const ExchangeCalendar &calendar)
{
    if (auto valid = validate(bar); !valid)
        return valid;
    const auto bucket = bucketAt(bar.closeTime - Duration(1), timeframe, calendar);
    if (!bucket || bucket->end != bar.closeTime) {
        return failure(ErrorCode::BadData, u"field 'time': %1 is not the close of a %2 bar in a session of %3"_s.arg(
                                               toIsoString(bar.closeTime), toString(timeframe), calendar.id()));
    }
    return {};
}

Result<void> validate(const Bar &bar, Timeframe timeframe, const ExchangeCalendar &calendar)
{
    return validate(pointOf(bar), timeframe, calendar);
}

} // namespace bellwether
