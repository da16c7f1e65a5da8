#include "app/bellwether-cli/verb.h"

#include "app/composition/session.h"

#include <cstdio>

namespace bellwether::cli {

int fail(ExitCode code, const QString &line)
{
    std::fprintf(stderr, "bellwether-cli: %s\n", qUtf8Printable(line));
    return code;
}

int fail(const Error &error) { return fail(ExitCode(exitCodeOf(error.code)), error.detail); }

void print(const QString &text)
{
    print(text.toUtf8());
}

void print(const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, std::size_t(utf8.size()), stdout);
}

void addCommonOptions(CLI::App &verb, Context &context)
{
    verb.add_option("--profile", context.profile, "Profile folder (default: the user's data folder)")->type_name("DIR");
    verb.add_option("--config", context.config, "Settings file (default: bellwether.ini of the profile)")->type_name("FILE");
    verb.add_option("--set", context.overrides, "Override a setting for this run")->type_name("KEY=VALUE");
    verb.add_flag("--json", context.isJson, "One JSON document on standard output");
    verb.add_flag("--quiet", context.isQuiet, "No progress on standard error");
}

} // namespace bellwether::cli
