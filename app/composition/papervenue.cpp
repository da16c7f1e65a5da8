#include "app/composition/papervenue.h"

namespace bellwether {

SimBrokerSettings paperVenue(const ExchangeCalendar &calendar)
{
    SimBrokerSettings settings;
    settings.costs.commission = *CostSchedule::find(calendar.id() == u"nse" ? u"nse_intraday" : u"binance_spot");
    settings.costs.slippage = {SlippageModel::Kind::Percent, {}, Ratio::fromDouble(0.0002)};
    return settings;
}

SimBrokerSettings tickedPaperVenue(const ExchangeCalendar &calendar)
{
    SimBrokerSettings settings = paperVenue(calendar);
    settings.latency = std::chrono::milliseconds(50);
    return settings;
}

} // namespace bellwether
