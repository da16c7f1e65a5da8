#pragma once

#include "app/bellwether-cli/verb.h"

namespace bellwether::cli {

/// `trade`: runs the desk without a window.
void addTradeVerb(CLI::App &app, Context &context);

/// `doctor`: checks the profile, its journals and what the program needs.
void addDoctorVerb(CLI::App &app, Context &context);

/// `audit`: verify and export journals.
void addAuditVerb(CLI::App &app, Context &context);

/// `logs`: the log of the profile, filtered, followed, summed up.
void addLogsVerb(CLI::App &app, Context &context);

/// `backup`: copies of journals, verified.
void addBackupVerb(CLI::App &app, Context &context);

/// `restore`: a backup in the place of a journal.
void addRestoreVerb(CLI::App &app, Context &context);

/// `backtest`: one strategy over past bars.
void addBacktestVerb(CLI::App &app, Context &context);

/// `runs`: kept backtests.
void addRunsVerb(CLI::App &app, Context &context);

/// `monte-carlo`: what else could have come of a run.
void addMonteCarloVerb(CLI::App &app, Context &context);

/// `optimise`: many backtests over ranges of parameters.
void addOptimiseVerb(CLI::App &app, Context &context);

/// `walk-forward`: searches window by window, traded out of sample.
void addWalkForwardVerb(CLI::App &app, Context &context);

/// `import`: files of bars into the history store.
void addImportVerb(CLI::App &app, Context &context);

/// `data`: list, check, export and delete stored bars.
void addDataVerb(CLI::App &app, Context &context);

/// `indicators`: indicator columns beside the bars of a file.
void addIndicatorsVerb(CLI::App &app, Context &context);
/// `account`: accounts at venues.
void addAccountVerb(CLI::App &app, Context &context);
/// `exchange`: the stand-in venue on loopback.
void addExchangeVerb(CLI::App &app, Context &context);
/// `strategies`: what ships, with parameters.
void addStrategiesVerb(CLI::App &app, Context &context);

} // namespace bellwether::cli
