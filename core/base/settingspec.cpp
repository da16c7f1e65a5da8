#include "core/base/settingspec.h"

using namespace Qt::StringLiterals;

namespace bellwether {

Result<void> SettingSpec::check(const QString &value) const
{
    Settings settings;
    settings.override(key.toString(), value);
    const auto failed = [](const auto &result) -> Result<void> { return result ? Result<void>() : failure(result.error()); };
    switch (type) {
    case Type::Switch: return failed(settings.value(Setting<bool>{key, false, help}));
    case Type::Whole: return failed(settings.value(Setting<int>{key, 0, {int(min), int(max)}, help}));
    case Type::Real: return failed(settings.value(Setting<double>{key, 0, {min, max}, help}));
    case Type::Text: break;
    }
    if (!choices.isEmpty() && !choices.contains(value))
        return failure(ErrorCode::InvalidArgument, u"setting %1: '%2' is not one of %3"_s.arg(key, value, choices.join(u", ")));
    return value.contains(u'\n') ? failure(ErrorCode::InvalidArgument, u"setting %1 is one line"_s.arg(key)) : Result<void>();
}

} // namespace bellwether
