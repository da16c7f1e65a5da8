#pragma once

#include "core/base/error.h"

#include <CLI/CLI.hpp>
#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace bellwether::cli {

/// Exit codes that scripts rely on (docs/cli.md).
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, BadInput = 3, Refused = 4, Interrupted = 130 };

/// The options every verb shares, and what the chosen verb is to do once parsing is over.
struct Context {
    std::string profile;
    std::string config;
    std::vector<std::string> overrides; ///< `key=value` of --set
    bool isJson = false;
    bool isQuiet = false;
    std::function<int()> run;           ///< set by the callback of the chosen verb
};

/// Adds one verb: options bound to a struct that the callback owns, and a callback that sets `context.run`.
/// One file of verbs/ each; listed in main.cpp.
using AddVerb = void (*)(CLI::App &app, Context &context);

/// Prints `bellwether-cli: <line>` on stderr and returns the exit code.
int fail(ExitCode code, const QString &line);
/// The exit code that fits the kind of error: wrong usage for unknown names and ranges, bad input for files.
int fail(const Error &error);
/// Prints to stdout.
void print(const QString &text);
/// The same for what is UTF-8 already, such as a document of many megabytes.
void print(const QByteArray &utf8);

/// The common options on a verb, so that they may stand before or after its name.
void addCommonOptions(CLI::App &verb, Context &context);

} // namespace bellwether::cli
