#pragma once

#include "app/bellwether-cli/verb.h"
#include "app/composition/session.h"

namespace bellwether::cli {

/// Profile and settings as the common options of a verb ask for them.
struct Session : bellwether::Session {
    /// Errors: those of bellwether::Session::open.
    static Result<Session> open(const Context &context);
};

} // namespace bellwether::cli
