#include "core/risk/rules.h"

using namespace Qt::StringLiterals;

namespace bellwether::rules {

std::optional<Denial> openOrders(const RiskView &view)
{
    if (view.openOrders < view.limits.openOrdersMax)
        return {};
    return Denial{u"open_orders"_s, u"%1 orders are working (limit %2)"_s.arg(view.openOrders).arg(view.limits.openOrdersMax)};
}

std::optional<Denial> orderRate(const RiskView &view)
{
    if (view.ordersLastSecond < view.limits.ordersPerSecondMax)
        return {};
    return Denial{u"order_rate"_s, u"%1 orders left in the last second (limit %2)"_s.arg(view.ordersLastSecond).arg(view.limits.ordersPerSecondMax)};
}

std::optional<Denial> repeatedOrders(const RiskView &view)
{
    if (view.identicalOrdersLastMinute < view.limits.repeatedOrdersMax)
        return {};
    return Denial{u"repeated_orders"_s, u"%1 identical orders within a minute (limit %2)"_s.arg(view.identicalOrdersLastMinute)
                                            .arg(view.limits.repeatedOrdersMax)};
}

} // namespace bellwether::rules
