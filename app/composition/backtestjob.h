#pragma once

#include "app/composition/backtestrequest.h"
#include "core/backtest/runleg.h"
#include "core/backtest/runplan.h"
#include "core/risk/risklimits.h"
#include "core/sim/costmodel.h"

namespace bellwether {

/// One instrument that a request asks for, and where its bars are.
struct BacktestSource {
    QString name;                ///< as it was asked for: an instrument id, a symbol, a file
    QStringList files;           ///< in time order; empty: the history store
    bool isInstrumentKnown = false;
    Instrument instrument;       ///< of a bare file a guess, until its bars are read
    const ExchangeCalendar *calendar = &ExchangeCalendar::crypto();
};

/// A request with every word understood, apart from what depends on the data.
struct BacktestJob {
    RunPlan plan;                            ///< instrument and calendar are of the first source
    std::vector<BacktestSource> sources;     ///< at least one, no instrument twice
    std::vector<RunStrategy> strategies;     ///< at least one, none twice
    std::optional<Timeframe> timeframe;
    std::optional<Timeframe> detail;         ///< shorter bars inside those of `timeframe`
    Timestamp from;                          ///< zero for the beginning
    std::optional<Timestamp> to;
    RiskLimits limits;                       ///< of risk sizing
    bool hasOwnLot = false;
    bool hasOwnCosts = false;
    CostModel costs;                         ///< of the options, where `hasOwnCosts`
    bool needsVenue = false;                 ///< the costs are more than shares of the price
    Ratio participation;                     ///< of a bar's volume; zero for no limit

    bool isSingle() const { return sources.size() == 1 && strategies.size() == 1; }
};

/// Checks the request as a whole before any data is read. Errors: InvalidArgument, OutOfRange and NotFound, one line each
/// that names the option, its value and what was expected.
Result<BacktestJob> understand(const BacktestRequest &request);

/// The sources of a request. Errors as of understand().
Result<std::vector<BacktestSource>> sourcesOf(const BacktestRequest &request);

/// Makes the source trade by the calendar of its instrument. Errors: NotFound.
Result<void> adoptCalendar(BacktestSource &source);

} // namespace bellwether
