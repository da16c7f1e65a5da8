#pragma once

#include "core/analytics/metrictable.h"
#include "core/backtest/runleg.h"
#include "core/backtest/runplan.h"
#include "core/backtest/runresult.h"

#include <QStringList>

#include <memory>
#include <set>

namespace bellwether {

/// What a run was made from, or the part of it in one instrument.
struct DataFacts {
    QString instrument;         ///< id; empty for the whole of several
    std::int64_t bars = 0;      ///< of the tested period
    Timestamp from;             ///< open of its first bar
    Timestamp to;               ///< open of its last bar
    std::int64_t gaps = 0;      ///< stretches without bars
    std::int64_t barsWithoutDetail = 0; ///< where the run looks into its bars: those with nothing inside, where the stop comes first
    QString fingerprint;        ///< `blake2b:` and 32 hexadecimal digits over the columns, those inside the bars too; equal data, equal text
};

/// Facts of a leg; the gaps are the caller's to add.
DataFacts factsOf(const RunLeg &leg, Timeframe timeframe);
/// The facts of several legs together: sums, the widest period, and the fingerprint of their fingerprints.
DataFacts combined(std::span<const DataFacts> facts);

/// A finished run with everything that its reports say.
struct RunReport {
    RunPlan plan;
    QString strategy;                    ///< its id; of several: ids joined by `+`
    std::vector<std::pair<QString, double>> parameters; ///< of several strategies: with names such as `ema_crossover.fast`
    std::vector<StrategyId> strategies;  ///< what RoundTrip::strategy counts
    std::vector<Instrument> instruments; ///< what RoundTrip::instrument counts
    DataFacts data;
    std::vector<DataFacts> dataOf;       ///< of each instrument
    RunResult result;
    std::vector<Timestamp> markTime;     ///< of the equity curve
    std::vector<double> benchmark;       ///< the capital in equal shares of the instruments, or in that of the plan, bought and held, at each mark; empty without one
    std::vector<std::pair<QString, QString>> asked; ///< the words that the run was asked for with, by option
    RunFigures figures;
    std::shared_ptr<const std::set<std::string>> reasonLabels; ///< of a report that was read back: what its reasons point to
    QStringList badges;                  ///< what should make a reader careful, as sentences
    std::int64_t keptAs = 0;             ///< its number in the run store; 0 where it is not kept
    double seconds = 0;                  ///< wall clock of run and analysis

    double finalEquity() const { return result.finalEquity.toDouble(); }
};

/// What a report is made from beside the result.
struct RunSources {
    const RunPlan &plan;
    std::span<const RunLeg> legs;
    std::span<const RunStrategy> strategies;
    std::vector<DataFacts> facts;        ///< of each leg
    QStringList badges;                  ///< what was noticed before the run
    const RunLeg *benchmark = nullptr;   ///< of the plan, where that is another instrument
};
/// Puts a report together: excursions, figures, benchmark, badges.
RunReport makeReport(RunSources sources, RunResult result);

} // namespace bellwether
