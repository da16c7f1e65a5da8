#pragma once

#include "core/backtest/runreport.h"
#include "core/base/settings.h"

#include <QStringList>

namespace bellwether {

/// A backtest as it is asked for, in words. Empty texts mean the defaults.
struct BacktestRequest {
    QStringList dataFiles;  ///< in time order; empty: the history store
    QString barStorePath;   ///< needed without `dataFiles`
    Settings settings;      ///< limits of risk sizing
    QString instrument;     ///< of the store; with `dataFiles`: whose steps and calendar apply
    QString strategy;
    QStringList parameters; ///< `name=value`
    QString timeframe;
    QString from;
    QString to;
    QString capital;
    QString commission;
    QString spread;
    QString slippage;
    QString sizing;         ///< default `risk`
    QString size;
    QString lot;
    QString fill;
    QString closeAtEnd;     ///< `close`, `last-open`
    QString minConfidence;
    bool canShort = false;
};

/// Checks the request as a whole before any data is read, loads the bars and runs: risk sizing through the engine that
/// trades, with its limits and the costs of the paper venue where none are given; other sizing on columns. Errors: InvalidArgument, OutOfRange
/// and NotFound for the request; those of readBarFile and the bar store for the data.
Result<RunReport> runBacktest(const BacktestRequest &request);

} // namespace bellwether
