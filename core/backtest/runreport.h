#pragma once

#include "core/analytics/metrictable.h"
#include "core/backtest/runplan.h"
#include "core/backtest/runresult.h"
#include "core/strategy/strategy.h"

#include <QStringList>

#include <memory>
#include <set>

namespace bellwether {

/// What a run was made from.
struct DataFacts {
    std::int64_t bars = 0;      ///< of the tested period
    Timestamp from;             ///< open of its first bar
    Timestamp to;               ///< open of its last bar
    std::int64_t gaps = 0;      ///< stretches without bars
    QString fingerprint;        ///< `blake2b:` and 32 hexadecimal digits over the columns; equal data, equal text
};

/// Facts of the rows [firstRow, lastRow); the gaps are the caller's to add.
DataFacts factsOf(const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, Timeframe timeframe,
                  const ExchangeCalendar &calendar);

/// A finished run with everything that its reports say.
struct RunReport {
    RunPlan plan;
    QString strategy;
    std::vector<std::pair<QString, double>> parameters;
    DataFacts data;
    RunResult result;
    std::vector<Timestamp> markTime;     ///< of the equity curve
    RunFigures figures;
    std::shared_ptr<const std::set<std::string>> reasonLabels; ///< of a report that was read back: what its reasons point to
    QStringList badges;                  ///< what should make a reader careful, as sentences
    double seconds = 0;                  ///< wall clock of run and analysis

    double finalEquity() const { return result.finalEquity.toDouble(); }
};

/// Puts a report together: excursions, figures, badges. `bars` and the rows are those of the run.
RunReport makeReport(const RunPlan &plan, const StrategyInfo &info, const ParameterSet &parameters, RunResult result,
                     const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, DataFacts facts);

} // namespace bellwether
