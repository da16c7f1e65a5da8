#pragma once

#include "core/indicators/rolling.h"

namespace bellwether {

/// On-balance volume: adds the volume of a bar that closed higher, subtracts that of one that closed lower; 0 on the
/// first bar.
class Obv {
public:
    double update(double close, double volume)
    {
        const double step = double(close > m_close) - double(close < m_close); // the first bar compares with NaN: 0
        m_close = close;
        m_sum.add(step * volume);
        return m_sum.value();
    }
    double value() const { return m_sum.value(); }

private:
    CompensatedSum m_sum;
    double m_close = notYet;
};

/// Volume-weighted average of the typical price (high + low + close) / 3 since the start of the session. NaN while no
/// volume has traded in it.
class Vwap {
public:
    double update(double high, double low, double close, double volume, bool isSessionStart)
    {
        if (isSessionStart)
            *this = {};
        m_value.add((high + low + close) / 3.0 * volume);
        m_volume.add(volume);
        return value();
    }
    double value() const
    {
        const double volume = m_volume.value();
        return volume > 0 ? m_value.value() / volume : notYet;
    }

private:
    CompensatedSum m_value;
    CompensatedSum m_volume;
};

} // namespace bellwether
