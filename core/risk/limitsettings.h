#pragma once

#include "core/base/settingspec.h"
#include "core/risk/risklimits.h"

namespace bellwether {

/// What RiskLimits::fromSettings reads, as pages of settings show it; defaults are those of the conservative preset.
std::vector<SettingSpec> limitSettings();

} // namespace bellwether
