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

} // namespace bellwether::rules
