#include "app/bellwether-cli/verbs/verbs.h"

#include <QCoreApplication>

#include <cstdio>

using namespace bellwether;

namespace {

// Every verb of the program, in the order --help lists them.
const std::vector<cli::AddVerb> verbs{
    cli::addTradeVerb,
    cli::addAccountVerb,
    cli::addDoctorVerb,
    cli::addAuditVerb,
    cli::addLogsVerb,
    cli::addBackupVerb,
    cli::addRestoreVerb,
    cli::addBacktestVerb,
    cli::addOptimiseVerb,
    cli::addWalkForwardVerb,
    cli::addMonteCarloVerb,
    cli::addRunsVerb,
    cli::addImportVerb,
    cli::addDataVerb,
    cli::addIndicatorsVerb,
    cli::addStrategiesVerb,
    cli::addExchangeVerb,
};

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 1 << 16); // a status line is worth reading when it is written, also in a pipe
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bellwether"));

    CLI::App app("Bellwether, a trading terminal, without a display", "bellwether-cli");
    app.set_version_flag("--version", "bellwether-cli " BELLWETHER_VERSION);
    app.require_subcommand(1);
    cli::Context context;
    cli::addCommonOptions(app, context);
    for (const cli::AddVerb add : verbs)
        add(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int code = app.exit(error);
        return code == 0 ? cli::Done : cli::WrongUsage;
    }
    try {
        return context.run();
    } catch (const std::exception &error) {
        return cli::fail(cli::Failed, QString::fromUtf8(error.what()));
    }
}
