#pragma once

#include "core/analytics/breakdown.h"
#include "core/analytics/runfigures.h"
#include "core/domain/bar.h"
#include "core/domain/signal.h"
#include "core/lab/labrequest.h"

#include <memory>

namespace bellwether {

/// Numbers jobs and finished runs of one laboratory, from 1.
using LabJobId = quint64;

/// Equity by time. Times ascend; as many values as times.
struct LabCurve {
    std::vector<Timestamp> time;
    std::vector<double> value;
};

/// How far a run has come, with its curve so far, thinned to what a screen can show.
struct LabProgress {
    LabJobId job = 0;
    std::int64_t done = 0;    ///< bars
    std::int64_t total = 0;
    double seconds = 0;       ///< since the run began, without loading
    LabCurve curve;
};
using LabProgressPtr = std::shared_ptr<const LabProgress>;

/// What a run traded, and the bars it was run on.
struct LabInstrument {
    InstrumentId id;
    QString symbol;
    QString calendar;
    int priceDecimals = 2;
    int quantityDecimals = 0;
    std::shared_ptr<const BarColumns> bars;
    std::size_t firstRow = 0;  ///< row of bar 0 of the tested period
};

/// An amount by kind: `commission`, `slippage`, …
struct LabCost {
    QString kind;
    Money amount;
};

/// How often entries were not made, by reason.
struct LabDenial {
    QString reason;
    std::int64_t count = 0;
};

/// A finished run as the window reads it. Columns are shared and never change, so it is cheap to hold and to pass on.
struct LabReport {
    LabJobId run = 0;
    LabRequest request;
    std::vector<std::pair<QString, double>> parameters;  ///< all of them, defaults included
    std::vector<LabInstrument> instruments;
    Timeframe timeframe = Timeframe::M1;
    Money capital;
    Money finalEquity;
    Timestamp from;                                      ///< open of the first tested bar
    Timestamp to;                                        ///< open of the last
    std::int64_t bars = 0;
    std::int64_t gaps = 0;
    QString fingerprint;                                 ///< of the data: equal data, equal text
    double seconds = 0;                                  ///< wall clock of run and analysis
    std::shared_ptr<const std::vector<Timestamp>> markTime;
    std::shared_ptr<const std::vector<double>> equity;   ///< one mark per bar
    std::shared_ptr<const std::vector<double>> benchmark; ///< bought and held with the same capital and costs; empty without one
    QString benchmarkName;                               ///< symbol that was held; empty for what was traded
    std::shared_ptr<const std::vector<double>> drawdown; ///< share below the running peak, ≤ 0
    std::shared_ptr<const std::vector<RoundTrip>> trades; ///< in the order of their exits
    std::shared_ptr<const std::vector<Reason>> reasons;  ///< pool that trades slice
    std::vector<double> dailyReturns;
    std::size_t openTrades = 0;
    RunFigures figures;
    std::vector<LabCost> costs;
    std::vector<LabDenial> denied;
    QStringList indicators;                              ///< what the strategies decide on, as a chart takes them: `ema:9`
    QStringList badges;                                  ///< what should make a reader careful, as sentences
};
using LabReportPtr = std::shared_ptr<const LabReport>;

/// `fast SMA 12.3 > 11.8; …`: why a trade was entered.
QString entryReasonOf(const LabReport &report, const RoundTrip &trade);
/// Closed trades by side and the conditions that their entries met, the most frequent first. Named `long: fast average, …`;
/// trades without reasons stand under their side alone.
std::vector<TradeGroup> byEntryReason(const LabReport &report);
/// `fast 9, slow 21`.
QString parameterText(const std::vector<std::pair<QString, double>> &parameters);
/// Share below the running peak at each mark, ≤ 0; the starting equity is the first peak.
std::vector<double> drawdownCurve(std::span<const double> equity, double startingEquity);

} // namespace bellwether
