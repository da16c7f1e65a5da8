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
    const RiskLimits &limits = view.limits;
    if (view.ordersLastSecond + view.ordersAtOnce <= limits.ordersPerSecondMax - limits.ordersReserved)
        return {};
    return Denial{u"order_rate"_s, u"%1 orders left in the last second (limit %2, of which %3 are kept for exits)"_s.arg(view.ordersLastSecond)
                                       .arg(limits.ordersPerSecondMax).arg(limits.ordersReserved)};
}

std::optional<Denial> repeatedOrders(const RiskView &view)
{
    if (view.identicalOrdersLastMinute < view.limits.repeatedOrdersMax)
        return {};
    return Denial{u"repeated_orders"_s, u"%1 identical orders within a minute (limit %2)"_s.arg(view.identicalOrdersLastMinute)
                                            .arg(view.limits.repeatedOrdersMax)};
}

} // namespace bellwether::rules
