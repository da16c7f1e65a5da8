#pragma once

#include "app/bellwether-cli/verb.h"
#include "app/composition/profile.h"

namespace bellwether::cli {

/// Profile and settings as the common options ask for them.
struct Session {
    Profile profile;
    Settings settings;

    /// Opens the profile and reads the settings: file, environment, then --set. Errors name file, line or key.
    static Result<Session> open(const Context &context);
};

} // namespace bellwether::cli
