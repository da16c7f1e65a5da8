#pragma once

#include "core/indicators/volatility.h"

namespace bellwether {

struct DirectionalValue {
    double plusDi = notYet;
    double minusDi = notYet;
    double adx = notYet;
};

/// Wilder's directional movement, all three 0…100. Sums of movement and true range start over bars 1…period (DI from
/// bar `period`, counted from 0) and ADX with the mean of the first `period` values of DX (from bar 2 period − 1).
/// DI is 0 where no range was traded, DX is 0 where neither side moved.
class Adx {
public:
    explicit Adx(int period) : m_plus(period), m_minus(period), m_range(period), m_adx(period) {}

    DirectionalValue update(double high, double low, double close)
    {
        const double up = high - m_high;
        const double down = m_low - low;
        const double previousClose = m_close;
        m_high = high;
        m_low = low;
        m_close = close;
        if (std::isnan(previousClose)) [[unlikely]]
            return m_value;
        const double plus = m_plus.update(up > down && up > 0 ? up : 0);
        const double minus = m_minus.update(down > up && down > 0 ? down : 0);
        const double range = m_range.update(trueRange(high, low, previousClose));
        if (std::isnan(range)) [[unlikely]]
            return m_value;
        m_value.plusDi = range > 0 ? 100.0 * plus / range : 0;
        m_value.minusDi = range > 0 ? 100.0 * minus / range : 0;
        const double both = m_value.plusDi + m_value.minusDi;
        m_value.adx = m_adx.update(both > 0 ? 100.0 * std::fabs(m_value.plusDi - m_value.minusDi) / both : 0);
        return m_value;
    }
    const DirectionalValue &value() const { return m_value; }

private:
    WilderAverage m_plus;
    WilderAverage m_minus;
    WilderAverage m_range;
    WilderAverage m_adx;
    double m_high = notYet;
    double m_low = notYet;
    double m_close = notYet;
    DirectionalValue m_value;
};

struct SuperTrendValue {
    double line = notYet;      ///< the band on the other side of the price
    double direction = notYet; ///< +1 up, −1 down
};

/// SuperTrend: bands (high + low) / 2 ± multiplier × ATR(period) that only tighten until a close breaks them. In an up
/// trend the line is the lower band and turns when close ≤ band; in a down trend it turns when close > upper band. It
/// starts with bar `period`, up if close ≥ (high + low) / 2.
class SuperTrend {
public:
    SuperTrend(int period, double multiplier) : m_atr(period), m_multiplier(multiplier) {}

    SuperTrendValue update(double high, double low, double close)
    {
        const double previousClose = m_close;
        m_close = close;
        const double atr = m_atr.update(high, low, close);
        if (std::isnan(atr)) [[unlikely]]
            return m_value;
        const double middle = 0.5 * (high + low);
        const double reach = m_multiplier * atr;
        const double upper = middle + reach;
        const double lower = middle - reach;
        if (std::isnan(m_upper)) [[unlikely]] {
            m_upper = upper;
            m_lower = lower;
            m_isUp = close >= middle;
        } else {
            m_upper = previousClose > m_upper ? upper : std::min(upper, m_upper);
            m_lower = previousClose < m_lower ? lower : std::max(lower, m_lower);
            m_isUp = close > (m_isUp ? m_lower : m_upper);
        }
        return m_value = {m_isUp ? m_lower : m_upper, m_isUp ? 1.0 : -1.0};
    }
    const SuperTrendValue &value() const { return m_value; }
    double atr() const { return m_atr.value(); }

private:
    Atr m_atr;
    double m_multiplier;
    double m_close = notYet;
    double m_upper = notYet;
    double m_lower = notYet;
    bool m_isUp = false;
    SuperTrendValue m_value;
};

} // namespace bellwether
