#pragma once

#include "core/backtest/runreport.h"

#include <QStringList>

namespace bellwether {

/// A backtest as it is asked for, in words. Empty texts mean the defaults.
struct BacktestRequest {
    QString profile;        ///< whose history store; needed without `dataFile`
    QString dataFile;
    QString instrument;     ///< of the store; with `dataFile`: whose steps and calendar apply
    QString strategy;
    QStringList parameters; ///< `name=value`
    QString timeframe;
    QString from;
    QString to;
    QString capital;
    QString commission;
    QString spread;
    QString slippage;
    QString sizing;
    QString size;
    QString lot;
    QString fill;
    QString closeAtEnd;     ///< `close`, `last-open`
    QString minConfidence;
    bool canShort = false;
};

/// Checks the request as a whole before any data is read, loads the bars and runs. Errors: InvalidArgument, OutOfRange
/// and NotFound for the request; those of readBarFile and the bar store for the data.
Result<RunReport> runBacktest(const BacktestRequest &request);

} // namespace bellwether
