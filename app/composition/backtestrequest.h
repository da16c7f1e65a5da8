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
    QString detail;          ///< shorter bars that tell the order of prices inside a bar
    QString from;
    QString to;
    QString capital;
    QString commission;
    QString spread;
    QString slippage;        ///< `0.0002`, `fixed:0.05`, `volume:0.1`
    QString costs;           ///< a schedule: see CostSchedule::find()
    QString participation;   ///< largest share of a bar's volume that an order takes
    QString borrow;          ///< a share a year of what is sold short
    QString category;        ///< of every strategy, instead of its own; or `STRATEGY=CATEGORY`, several with commas
    QString sizing;          ///< default `risk`
    QString size;
    QString lot;
    QString stop;            ///< `2%`, `1.5atr`, `strategy`, `none`
    QString target;          ///< likewise
    QString trail;           ///< how far the stop follows the best price: `2%`, `1.5atr`
    QString breakeven;       ///< gain that moves the stop to the entry, likewise
    QString timeStop;        ///< minutes, or with a unit: `90m`, `4h`, `2d`; 0 never
    QString fill;
    QString closeAtEnd;      ///< `close`, `last-open`
    QString minConfidence;
    QString benchmark;       ///< an instrument of the store held instead of those that are traded, or `none`
    QString seed;            ///< of what is drawn at random for the report; default 1
    bool canShort = false;
};

} // namespace bellwether
