#pragma once

#include "core/indicators/movingaverage.h"

#include <algorithm>

namespace bellwether {

struct BandsValue {
    double upper = notYet;
    double middle = notYet;
    double lower = notYet;
};

/// Bollinger bands: SMA(period) ± width × population standard deviation of the same values.
class Bollinger {
public:
    Bollinger(int period, double width) : m_window(period), m_width(width) {}

    BandsValue update(double close)
    {
        const RollingDeviation::Value window = m_window.update(close);
        const double reach = m_width * window.deviation;
        return m_value = {window.mean + reach, window.mean, window.mean - reach};
    }
    const BandsValue &value() const { return m_value; }
    /// Standard deviation of the window.
    double deviation() const { return m_window.value().deviation; }

private:
    RollingDeviation m_window;
    double m_width;
    BandsValue m_value;
};

/// How many population standard deviations the newest value stands from the mean of its window; 0 in a flat window.
class ZScore {
public:
    explicit ZScore(int period) : m_window(period) {}

    double update(double x)
    {
        const RollingDeviation::Value window = m_window.update(x);
        return m_value = window.deviation == 0 ? 0 : (x - window.mean) / window.deviation;
    }
    double value() const { return m_value; }

private:
    RollingDeviation m_window;
    double m_value = notYet;
};

/// True range of one bar after a close: the largest move a holder could have seen.
inline double trueRange(double high, double low, double previousClose)
{
    return std::max(high, previousClose) - std::min(low, previousClose);
}

/// Average true range with Wilder smoothing, in price units. The first bar has no true range, so the first value comes
/// with bar number `period` counted from 0.
class Atr {
public:
    explicit Atr(int period) : m_average(period) {}

    double update(double high, double low, double close)
    {
        const double previous = m_close;
        m_close = close;
        if (std::isnan(previous)) [[unlikely]]
            return notYet;
        return m_average.update(trueRange(high, low, previous));
    }
    double value() const { return m_average.value(); }

private:
    WilderAverage m_average;
    double m_close = notYet;
};

struct ChannelValue {
    double upper = notYet;
    double lower = notYet;
};

/// Donchian channel: highest high and lowest low of the `period` bars before the current one, so that a close can break
/// it. First value with bar number `period` counted from 0.
class Donchian {
public:
    explicit Donchian(int period) : m_highest(period), m_lowest(period) {}

    ChannelValue update(double high, double low)
    {
        m_value = {m_highest.value(), m_lowest.value()};
        m_highest.update(high);
        m_lowest.update(low);
        return m_value;
    }
    const ChannelValue &value() const { return m_value; }

private:
    RollingHighest m_highest;
    RollingLowest m_lowest;
    ChannelValue m_value;
};

} // namespace bellwether
