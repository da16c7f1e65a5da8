#include "core/desk/workfields.h"

namespace bellwether {

namespace {

using enum WorkField::Type;

constexpr std::array trailing{WorkField{"strategy", Holding, true, "manual"}, WorkField{"distance", Distance, true, "2%"},
                              WorkField{"timeframe", Timeframe, false, "15m"}};
constexpr std::array breakeven{WorkField{"strategy", Holding, true, "manual"}, WorkField{"distance", Distance, true, "1%"},
                               WorkField{"offset", Distance, false}, WorkField{"timeframe", Timeframe, false, "15m"}};
constexpr std::array oco{WorkField{"limit", Level}, WorkField{"stop", Level}, WorkField{"exit", Exit, false}};
constexpr std::array conditional{WorkField{"", Condition}, WorkField{"limit", Level, false}, WorkField{"bracket_stop", Level, false},
                                 WorkField{"bracket_target", Level, false}, WorkField{"exit", Exit, false}};
constexpr std::array iceberg{WorkField{"limit", Level}, WorkField{"visible", Size}, WorkField{"exit", Exit, false}};
constexpr std::array sliced{WorkField{"minutes", Minutes, true, "30"}, WorkField{"slices", Count, true, "6"}, WorkField{"limit", Level, false},
                            WorkField{"exit", Exit, false}};
constexpr std::array maker{WorkField{"distance", Distance, true, "0.2%"}, WorkField{"inventory", Size}, WorkField{"seconds", Seconds, true, "10"},
                           WorkField{"skew", Share, true, "0.5"}};

constexpr std::array kinds{
    WorkKindInfo{WorkKind::TrailingStop, false, false, false, trailing},
    WorkKindInfo{WorkKind::Breakeven, false, false, false, breakeven},
    WorkKindInfo{WorkKind::Oco, true, true, true, oco},
    WorkKindInfo{WorkKind::Conditional, true, true, false, conditional},
    WorkKindInfo{WorkKind::Iceberg, true, true, true, iceberg},
    WorkKindInfo{WorkKind::Twap, true, true, true, sliced},
    WorkKindInfo{WorkKind::Vwap, true, true, true, sliced},
    WorkKindInfo{WorkKind::MarketMaker, false, true, true, maker},
};

} // namespace

std::span<const WorkKindInfo> allWorkKinds() { return kinds; }

const WorkKindInfo &infoOf(WorkKind kind) { return *std::ranges::find(kinds, kind, &WorkKindInfo::kind); }

} // namespace bellwether
