#pragma once

#include "app/composition/makedesk.h"
#include "core/base/clock.h"
#include "core/market/marketfeed.h"

namespace bellwether {

/// Where a desk's market comes from.
struct FeedSource {
    std::unique_ptr<MarketFeed> feed;
    CataloguePtr catalogue;
    const Clock *clock = nullptr;                 ///< the feed's own time; null where events give the time
    QString name;                                 ///< as lamps show it
    QString fingerprint;                          ///< of a replay: which data in which order
    std::function<void(Timestamp)> resumeAfter = [](Timestamp) {};
};

/// The simulated market, whose time starts no earlier than `notBefore`, or a replay of the files of the request.
Result<FeedSource> makeFeed(const Settings &settings, const DeskRequest &request, Timestamp notBefore);
/// For declaredSettings() of makedesk.h.
std::vector<QStringView> feedSettingKeys();
std::vector<SettingSpec> feedSettings();

} // namespace bellwether
