#include "app/composition/papervenue.h"

namespace bellwether {

SimBrokerSettings paperVenue(const ExchangeCalendar &calendar, const StrategyCategories &categories)
{
    const bool isNse = calendar.id() == u"nse";
    SimBrokerSettings settings;
    settings.costs.commission = *CostSchedule::find(isNse ? u"nse_intraday" : u"binance_spot");
    if (isNse) {
        settings.costs.commissionOfProduct[Product::Delivery] = *CostSchedule::find(u"nse_delivery");
        settings.costs.commissionOfProduct[Product::Intraday] = *CostSchedule::find(u"nse_intraday");
    }
    for (const auto &[strategy, category] : categories)
        if (isNse && (category == StrategyCategory::ShortTerm || category == StrategyCategory::LongTerm))
            settings.costs.commissionOf[strategy] = *CostSchedule::find(u"nse_delivery");
    settings.costs.slippage = {SlippageModel::Kind::Percent, {}, Ratio::fromDouble(0.0002)};
    return settings;
}

SimBrokerSettings tickedPaperVenue(const ExchangeCalendar &calendar, const StrategyCategories &categories)
{
    SimBrokerSettings settings = paperVenue(calendar, categories);
    settings.latency = std::chrono::milliseconds(50);
    return settings;
}

} // namespace bellwether
