#include "core/risk/rules.h"

using namespace Qt::StringLiterals;

namespace bellwether::rules {

std::optional<Denial> killLatch(const RiskView &view)
{
    if (!view.isKilled)
        return {};
    return Denial{u"kill_latch"_s, u"the kill switch is latched; reset it to trade again"_s};
}

std::optional<Denial> dailyLossHalt(const RiskView &view)
{
    if (!view.isHalted)
        return {};
    return Denial{u"daily_loss"_s, view.haltReason};
}

std::optional<Denial> engineState(const RiskView &view)
{
    if (view.isRunning)
        return {};
    return Denial{u"engine_state"_s, view.stateReason};
}

std::optional<Denial> reconciled(const RiskView &view)
{
    if (view.doubt.isEmpty())
        return {};
    return Denial{u"unreconciled"_s, view.doubt};
}

std::optional<Denial> unprotectedBook(const RiskView &view)
{
    if (!view.isBookBlocked)
        return {};
    return Denial{u"unprotected_position"_s, u"the position in %1 has no stop and could not be closed; close it first"_s.arg(view.instrument.symbol)};
}

std::optional<Denial> lossStreak(const RiskView &view)
{
    const RiskLimits &limits = view.limits;
    if (limits.lossStreakMax == 0 || view.lossStreak < limits.lossStreakMax)
        return {};
    const Timestamp until = view.lastLossAt + std::chrono::minutes(limits.coolDownMinutes);
    if (view.now >= until)
        return {};
    return Denial{u"loss_streak"_s, u"%1 losses in a row; new entries from %2 on"_s.arg(view.lossStreak).arg(toIsoString(until))};
}

std::optional<Denial> selfMatch(const RiskView &view)
{
    if (!view.ownOpposite.isPositive())
        return {};
    const bool isBuy = view.order.side == Side::Buy;
    const Price price = view.expectedPrice();
    if (isBuy ? price < view.ownOpposite : price > view.ownOpposite)
        return {};
    return Denial{u"self_match"_s, u"it would trade with an own order at %1"_s.arg(toString(view.ownOpposite))};
}

} // namespace bellwether::rules
