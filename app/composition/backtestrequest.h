#pragma once

#include "core/base/settings.h"

#include <QStringList>

namespace bellwether {

/// A backtest as it is asked for, in words. Empty texts mean the defaults.
struct BacktestRequest {
    QStringList dataFiles;   ///< in time order; empty: the history store
    QString barStorePath;    ///< needed without `dataFiles`
    Settings settings;       ///< limits of risk sizing
    QStringList instruments; ///< of the store; with `dataFiles`: whose steps and calendar apply
    QStringList strategies;
    QStringList parameters;  ///< `name=value`
    QString timeframe;
    QString from;
    QString to;
    QString capital;
    QString commission;
    QString spread;
    QString slippage;
    QString sizing;          ///< default `risk`
    QString size;
    QString lot;
    QString fill;
    QString closeAtEnd;      ///< `close`, `last-open`
    QString minConfidence;
    bool canShort = false;
};

} // namespace bellwether
