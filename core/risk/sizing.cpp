#include "core/risk/sizing.h"

namespace bellwether {

namespace {

constexpr double within = 0.995;

} // namespace

Price bracketLevel(double proposed, double price, double defaultShare, bool isAbove, const Instrument &instrument)
{
    const double raw = proposed > 0 && proposed < levelLargest ? proposed : price * (1 + (isAbove ? defaultShare : -defaultShare));
    if (!(isAbove ? raw > price : raw < price && raw > 0))
        return {};
    return instrument.roundToTick(raw, isAbove ? Rounding::Up : Rounding::Down);
}

double confidenceMultiplier(double confidence)
{
    if (!std::isfinite(confidence))
        return 0.5;
    return 0.5 + 1.5 * std::clamp(confidence, 0.0, 100.0) / 100.0;
}

void KellyRecord::add(double result)
{
    ++m_trades;
    m_wins += result > 0;
    m_losses += result < 0;
    (result > 0 ? m_won : m_lost) += std::fabs(result);
}

KellyRecord &KellyRecord::operator+=(const KellyRecord &other)
{
    m_trades += other.m_trades;
    m_wins += other.m_wins;
    m_losses += other.m_losses;
    m_won += other.m_won;
    m_lost += other.m_lost;
    return *this;
}

double KellyRecord::share(const KellyRule &rule) const
{
    if (m_trades < rule.tradesMin || m_wins == 0 || m_losses == 0)
        return rule.fallback;
    const double winRate = double(m_wins) / double(m_trades);
    const double payoff = (m_won / m_wins) / (m_lost / m_losses);
    return rule.fraction * std::clamp(winRate - (1 - winRate) / payoff, 0.0, shareMax);
}

Quantity positionSize(const SizingInput &input, const Instrument &instrument, const RiskLimits &limits)
{
    const double price = input.price.toDouble() * double(instrument.multiplier);
    const double equity = input.equity.toDouble();
    if (!(price > 0) || !(equity > 0))
        return {};
    double quantity = 0;
    switch (limits.sizing) {
    case SizingMethod::RiskFraction: {
        const double distance = input.stop.isPositive()
            ? std::fabs(input.price.toDouble() - input.stop.toDouble())
            : input.price.toDouble() * limits.stopDefault;
        if (!(distance > 0))
            return {};
        quantity = limits.riskPerTrade * confidenceMultiplier(input.confidence) * equity
            / (distance * double(instrument.multiplier));
        break;
    }
    case SizingMethod::PercentOfEquity:
        quantity = limits.percentPerTrade * equity / price;
        break;
    case SizingMethod::FixedQuantity:
        quantity = limits.fixedQuantity.toDouble();
        break;
    case SizingMethod::Kelly:
        quantity = input.results.share({limits.kellyFraction, limits.percentPerTrade, limits.kellyTradesMin}) * equity / price;
        break;
    case SizingMethod::VolatilityTarget:
        if (!(input.volatility > 0))
            return {};
        quantity = limits.volatilityTarget / input.volatility * equity / price;
        break;
    }
    if (limits.sizing != SizingMethod::FixedQuantity) {
        const double cash = std::max(0.0, input.cash.toDouble()) * limits.cashShareMax;
        const double room = std::max(0.0, input.exposureRoom.toDouble());
        const double value = within * std::min({cash, limits.orderValueMax * equity, room});
        quantity = std::min({quantity, value / price, limits.orderQuantityMax});
    }
    if (!std::isfinite(quantity) || quantity <= 0 || quantity > 9e10)
        return {};
    // A hair below the bound, so that rounding in the division never lifts the order over the limit it came from.
    return instrument.roundToLot(Quantity::fromDouble(quantity * (1 - 1e-12)));
}

} // namespace bellwether
