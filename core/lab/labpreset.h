#pragma once

#include "core/lab/labreport.h"

namespace bellwether {

/// Many runs whose results come as one table.
struct LabPresetRequest {
    LabRequest run;      ///< what the runs have in common; without strategies those of the preset
    QString preset;      ///< `monthly`, `short-selling`, `comprehensive`
};

/// One run of the table. Shares as fractions, NaN where there is no figure.
struct LabPresetRow {
    QString month;       ///< `2021-05`; of a monthly report
    QString instrument;  ///< id; several joined by `+`
    QString strategy;    ///< id; several joined by `+`
    QString timeframe;
    std::int64_t trades = 0;
    double finalEquity = 0;
    double returnShare = 0;
    double buyAndHold = 0;
    double drawdownMax = 0;
    double sharpe = 0;
    double profitFactor = 0;
    double winRate = 0;
    double costs = 0;    ///< money
    std::int64_t signalCount = 0;
    std::vector<LabDenial> denied; ///< entries that were not made
};

struct LabPreset {
    LabPresetRequest request;
    QString currency;    ///< empty where the runs have several
    double capital = 0;  ///< of each run
    std::vector<LabPresetRow> rows; ///< months in time order; else the best Sharpe ratio first
    QStringList notes;   ///< what was left out, and why
    double seconds = 0;
};
using LabPresetPtr = std::shared_ptr<const LabPreset>;

} // namespace bellwether
