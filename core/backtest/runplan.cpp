#include "core/backtest/runplan.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

Result<void> checkShare(Ratio value, QStringView option, double max)
{
    if (value.isNegative() || value.toDouble() >= max)
        return failure(ErrorCode::OutOfRange,
                       u"%1 %2: expected a share from 0 to below %3"_s.arg(option, toString(value)).arg(max));
    return {};
}

} // namespace

Result<SizingKind> parseSizingKind(QStringView text)
{
    for (const SizingKind kind : {SizingKind::Risk, SizingKind::Percent, SizingKind::Fixed, SizingKind::AllIn, SizingKind::Kelly})
        if (text == toString(kind))
            return kind;
    return failure(ErrorCode::InvalidArgument,
                   u"sizing '%1': expected risk, percent, fixed, all-in or kelly"_s.arg(text));
}

QString toString(SizingKind kind)
{
    switch (kind) {
    case SizingKind::Risk: return u"risk"_s;
    case SizingKind::Percent: return u"percent"_s;
    case SizingKind::Fixed: return u"fixed"_s;
    case SizingKind::AllIn: return u"all-in"_s;
    case SizingKind::Kelly: return u"kelly"_s;
    }
    return {};
}

Result<FillMoment> parseFillMoment(QStringView text)
{
    for (const FillMoment moment : {FillMoment::NextOpen, FillMoment::Close})
        if (text == toString(moment))
            return moment;
    return failure(ErrorCode::InvalidArgument, u"fill '%1': expected next-open or close"_s.arg(text));
}

QString toString(FillMoment moment) { return moment == FillMoment::NextOpen ? u"next-open"_s : u"close"_s; }

Result<void> validate(const RunPlan &plan)
{
    if (!plan.capital.amount.isPositive())
        return failure(ErrorCode::OutOfRange, u"capital %1: expected more than 0"_s.arg(toString(plan.capital.amount)));
    for (const auto &check : {checkShare(plan.costs.commission, u"commission", 1), checkShare(plan.costs.spread, u"spread", 1),
                              checkShare(plan.costs.slippage, u"slippage", 1)})
        if (!check)
            return check;
    if (plan.sizing == SizingKind::Percent
        && (!plan.sizePercent.isPositive() || plan.sizePercent > Ratio::fromInt(1)))
        return failure(ErrorCode::OutOfRange, u"size: expected a percentage above 0 and up to 100"_s);
    if (plan.sizing == SizingKind::Fixed && !plan.instrument.roundToLot(plan.sizeUnits).isPositive())
        return failure(ErrorCode::OutOfRange,
                       u"size %1: expected at least one lot of %2"_s.arg(toString(plan.sizeUnits),
                                                                         toString(plan.instrument.lotSize)));
    if (plan.sizing == SizingKind::Kelly && !(plan.kelly.fraction > 0 && plan.kelly.fraction <= 1))
        return failure(ErrorCode::OutOfRange, u"size: expected a percentage of Kelly above 0 and up to 100"_s);
    if (plan.end == EndRule::CloseAtLastOpen && plan.sizing == SizingKind::Kelly)
        return failure(ErrorCode::InvalidArgument, u"close-at-end last-open does not go with sizing kelly"_s);
    if (plan.end == EndRule::CloseAtLastOpen && !plan.exits.isDefault())
        return failure(ErrorCode::InvalidArgument, u"close-at-end last-open does not go with stops, targets and time stops"_s);
    if (plan.end == EndRule::CloseAtLastOpen && plan.fill != FillMoment::NextOpen)
        return failure(ErrorCode::InvalidArgument, u"close-at-end last-open needs fills at the next open"_s);
    return {};
}

Timestamp openTimeOf(Timestamp closeTime, Timeframe timeframe, const ExchangeCalendar &calendar)
{
    if (!isIntraday(timeframe) && !calendar.isAlwaysOpen()) {
        const std::int64_t lastDay = calendar.localDay(closeTime - Duration(1));
        const std::int64_t firstDay = timeframe == Timeframe::W1 ? lastDay - 6 : lastDay;
        for (std::int64_t day = firstDay; day <= lastDay; ++day)
            if (const auto sessions = calendar.sessionsOn(day); !sessions.empty())
                return sessions.front().open;
    }
    return closeTime - durationOf(timeframe);
}

} // namespace bellwether
