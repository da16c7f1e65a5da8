#pragma once

#include "app/composition/preparedbacktest.h"

namespace bellwether {

/// The reports that people start with: many runs, one table.
enum class BacktestPreset {
    Monthly,       ///< each calendar month of the period on an account of its own
    ShortSelling,  ///< each instrument by the rules of short_selling: shorts allowed, flat before the close
    Comprehensive, ///< every strategy on every instrument at several timeframes, ranked
};
/// `monthly`, `short-selling`, `comprehensive`. Errors: InvalidArgument.
Result<BacktestPreset> parseBacktestPreset(QStringView text);
QString toString(BacktestPreset preset);

/// One run of a preset. Figures as of METRICS; NaN is n/a.
struct PresetRow {
    QString month;        ///< `2021-05` in the venue's zone; of a monthly run
    QString instrument;   ///< id; several joined by `+`
    QString strategy;
    Timeframe timeframe = Timeframe::D1;
    std::size_t trades = 0;
    double finalEquity = 0;
    double returnShare = 0;
    double buyAndHold = 0;
    double drawdownMax = 0;
    double sharpe = 0;
    double profitFactor = 0;
    double winRate = 0;
    double costs = 0;     ///< money, all kinds
    std::size_t signalCount = 0;
    std::map<std::string, std::size_t> denied; ///< entries that were not made, by reason
};

struct PresetReport {
    BacktestPreset preset = BacktestPreset::Monthly;
    QString currency;     ///< empty where the runs have several
    double capital = 0;   ///< of each run
    std::vector<PresetRow> rows; ///< months in time order; else by Sharpe ratio, the best first
    QStringList notes;    ///< what was left out, and why; what should make a reader of the data careful
    double seconds = 0;
};

/// Called from any thread as runs finish.
using PresetProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Runs a preset on all cores; the rows do not depend on their number. Without strategies in the request: `intraday_short`
/// for short-selling, all that ship for comprehensive. Without a timeframe a comprehensive run takes 5m, 15m, 1h, 4h and 1d
/// as far as the data goes. `isCancelled` is looked at between runs and inside them. Errors: those of prepareBacktest() where
/// nothing could run; Cancelled.
Result<PresetReport> runPreset(BacktestPreset preset, const BacktestRequest &request, const PresetProgress &progress = {},
                               const std::function<bool()> &isCancelled = {});

/// The table as text, and as the JSON document of docs/cli.md.
QString presetText(const PresetReport &report);
QByteArray presetJson(const PresetReport &report);

} // namespace bellwether
