#include "ui/charts/chartspace.h"

#include <cmath>

namespace bellwether {

double ChartSpace::nearestPrice(double x, double price) const
{
    const double index = std::round(barAt(x));
    if (index < 0 || index >= double(m_bars.size()))
        return price;
    const BarPoint bar = m_bars.at(std::size_t(index));
    const std::array prices{bar.open, bar.high, bar.low, bar.close};
    return *std::ranges::min_element(prices, {}, [price](double each) { return std::fabs(each - price); });
}

} // namespace bellwether
