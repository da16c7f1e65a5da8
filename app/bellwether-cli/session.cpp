#include "app/bellwether-cli/session.h"

#include "app/composition/deskoptions.h"

namespace bellwether::cli {

Result<Session> Session::open(const Context &context)
{
    auto opened = bellwether::Session::open({QString::fromStdString(context.profile), QString::fromStdString(context.config), toStringList(context.overrides)});
    if (!opened)
        return failure(opened.error());
    return Session{*std::move(opened)};
}

} // namespace bellwether::cli
