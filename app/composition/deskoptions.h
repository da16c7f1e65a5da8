#pragma once

#include "app/composition/makedesk.h"

#include <string>

namespace CLI {
class App;
}

namespace bellwether {

/// The options of a desk as they are typed, in the window program and on the command line alike.
struct DeskOptions {
    std::string market = "crypto";
    std::string capital;
    std::vector<std::string> symbols;
    std::vector<std::string> strategies;
    std::vector<std::string> replay;
    std::string speed = "1";
    std::uint64_t seed = 1;
    bool isAuto = false;
    bool isLive = false;
    std::string account;
    std::vector<std::string> accounts;

    /// Declares them on a program or verb; `this` outlives its parsing.
    void addTo(CLI::App &app);
    /// Errors: InvalidArgument naming option and value.
    Result<DeskRequest> request() const;
};

QStringList toStringList(const std::vector<std::string> &texts);

} // namespace bellwether
