#pragma once

#include "app/composition/makedesk.h"
#include "core/base/settingspec.h"
#include "core/engine/deskstate.h"
#include "core/engine/strategyhost.h"
#include "core/market/markethub.h"

#include <set>

namespace bellwether {

/// Which strategies a desk runs, on which bars, and when they decide.
struct StrategyPlan {
    struct Item {
        const StrategyInfo *info = nullptr;
        Timeframe timeframe = Timeframe::M1;
    };
    std::vector<Item> items;
    bool isScheduled = false;        ///< each decides at the cadence of its category, else on every bar close
    StrategyHost::Policy policy;

    /// From the settings and the strategies that the request names. Errors: an unknown strategy or timeframe, a value
    /// outside its range.
    static Result<StrategyPlan> make(const Settings &settings, const DeskRequest &request);
    std::set<Timeframe> timeframes() const;
    /// The strategies that may run on one instrument, not yet warmed, with the parameters that the account's trader has set;
    /// ones that no longer pass give way to the defaults. `calendar` outlives them.
    std::vector<StrategyHost::Slot> slotsOf(InstrumentIndex index, const Instrument &instrument, const ExchangeCalendar &calendar,
                                            const DeskState &state) const;
};

/// What the window shows of a strategy that ships: its declared parameters at their defaults.
std::shared_ptr<const std::vector<StrategyParameter>> declaredParameters(const StrategyInfo &info);

/// For declaredSettings() of makedesk.h.
std::vector<QStringView> strategySettingKeys();
/// The same for pages of settings.
std::vector<SettingSpec> strategySettings();

} // namespace bellwether
