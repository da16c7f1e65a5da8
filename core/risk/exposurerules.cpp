#include "core/risk/rules.h"

using namespace Qt::StringLiterals;

namespace bellwether::rules {

bool isWithinShare(std::int64_t amount, double share, std::int64_t of)
{
    if (of <= 0 || !(share >= 0 && share <= 1e9))
        return false;
    return Int128(amount) * decimalScale <= Int128(std::llround(share * double(decimalScale))) * of;
}

namespace {

std::optional<Denial> shareOfEquity(const QString &rule, const QString &what, const RiskView &view, const Money &held, double limit)
{
    const double equity = view.equity.toDouble();
    const double after = (held + view.expectedValue()).toDouble();
    if (isWithinShare((held + view.expectedValue()).amount.raw(), limit, view.equity.amount.raw()))
        return {};
    return Denial{rule, u"%1 would be %2, above %3 of equity %4"_s.arg(what).arg(after, 0, 'f', 2).arg(percentText(limit)).arg(equity, 0, 'f', 2)};
}

} // namespace

std::optional<Denial> positionCount(const RiskView &view)
{
    if (view.addsToPosition || view.openPositions < view.limits.positionsMax)
        return {};
    return Denial{u"position_count"_s, u"%1 positions are open (limit %2)"_s.arg(view.openPositions).arg(view.limits.positionsMax)};
}

std::optional<Denial> positionsPerSymbol(const RiskView &view)
{
    if (view.addsToPosition || view.openPositionsInSymbol < view.limits.positionsPerSymbolMax)
        return {};
    return Denial{u"positions_per_symbol"_s, u"%1 positions are open in %2 (limit %3)"_s.arg(view.openPositionsInSymbol)
                                                 .arg(view.instrument.symbol)
                                                 .arg(view.limits.positionsPerSymbolMax)};
}

std::optional<Denial> exposure(const RiskView &view)
{
    return shareOfEquity(u"exposure"_s, u"gross exposure"_s, view, view.grossExposure, view.limits.exposureMax);
}

std::optional<Denial> sectorExposure(const RiskView &view)
{
    if (view.instrument.sector.isEmpty())
        return {};
    return shareOfEquity(u"sector_exposure"_s, u"exposure to "_s + view.instrument.sector, view, view.sectorExposure,
                         view.limits.sectorExposureMax);
}

std::optional<Denial> leverage(const RiskView &view)
{
    return shareOfEquity(u"leverage"_s, u"gross exposure"_s, view, view.grossExposure, view.limits.leverageMax);
}

std::optional<Denial> availableCash(const RiskView &view)
{
    const Money margin = view.marginNeeded();
    if (isWithinShare(margin.amount.raw(), view.limits.cashShareMax, view.cash.amount.raw()))
        return {};
    const double need = margin.toDouble();
    const bool isWhole = margin == view.expectedValue();
    return Denial{u"available_cash"_s, (isWhole ? u"value"_s : u"margin"_s) + u" %1 is above %2 of the available cash %3"_s.arg(need, 0, 'f', 2)
                                           .arg(percentText(view.limits.cashShareMax))
                                           .arg(view.cash.toDouble(), 0, 'f', 2)};
}

std::optional<Denial> riskPerTrade(const RiskView &view)
{
    if (!view.order.bracketStop.isPositive())
        return {};
    // Sizing aims at the plan times a confidence multiplier of at most 2; an edited order may not risk more than that.
    if (view.limits.sizing != SizingMethod::RiskFraction)
        return {};
    const Money loss = view.instrument.notional((view.expectedPrice() - view.order.bracketStop).magnitude(), view.order.quantity);
    if (isWithinShare(loss.amount.raw(), 2.0 * view.limits.riskPerTrade, view.equity.amount.raw()))
        return {};
    const double risk = loss.toDouble();
    const double limit = 2.0 * view.limits.riskPerTrade * view.equity.toDouble();
    return Denial{u"risk_per_trade"_s, u"%1 would be lost at the stop, above twice %2 of equity (%3)"_s.arg(risk, 0, 'f', 2)
                                           .arg(percentText(view.limits.riskPerTrade))
                                           .arg(limit, 0, 'f', 2)};
}

std::optional<Denial> correlation(const RiskView &view)
{
    // Not known: too few common bars with what is held. That is no evidence of risk, and the exposure limits still hold.
    if (std::isnan(view.correlationMax) || view.correlationMax <= view.limits.correlationMax)
        return {};
    return Denial{u"correlation"_s, u"correlation %1 with the held %2 is above %3"_s.arg(view.correlationMax, 0, 'f', 2)
                                        .arg(view.correlatedWith.toString())
                                        .arg(view.limits.correlationMax)};
}

} // namespace bellwether::rules
