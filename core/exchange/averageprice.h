#pragma once

#include "core/base/timestamp.h"
#include "core/domain/decimal.h"
#include "core/domain/fixedpoint.h"

#include <deque>

namespace bellwether::exchange {

/// The average price of the last minutes' trades, weighted by their quantities.
class AveragePrice {
public:
    void add(Price price, Quantity quantity, Timestamp time)
    {
        m_trades.push_back({time, Int128(price.raw()) * quantity.raw(), quantity.raw()});
        m_value += m_trades.back().value;
        m_quantity += quantity.raw();
    }
    /// Forgets what is older than `length`, which is the same in every call; zero without trades.
    Price over(Duration length, Timestamp now)
    {
        while (!m_trades.empty() && now - m_trades.front().time > length) {
            m_value -= m_trades.front().value;
            m_quantity -= m_trades.front().quantity;
            m_trades.pop_front();
        }
        return m_quantity > 0 ? Price::fromRaw(std::int64_t(m_value / m_quantity)) : Price();
    }

private:
    struct Trade {
        Timestamp time;
        Int128 value;
        std::int64_t quantity;
    };
    std::deque<Trade> m_trades;
    Int128 m_value = 0;
    Int128 m_quantity = 0;
};

} // namespace bellwether::exchange
