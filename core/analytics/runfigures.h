#pragma once

#include "core/analytics/dailyequity.h"
#include "core/analytics/drawdown.h"
#include "core/analytics/returnfigures.h"
#include "core/analytics/tradefigures.h"

namespace bellwether {

/// A finished run as the analysis reads it. One mark per moment at which bars of the tested period closed; spans outlive the call.
struct FinishedRun {
    double startingEquity = 0;
    std::span<const Timestamp> markTime;
    std::span<const double> equity;
    std::span<const std::span<const double>> closes; ///< of each instrument of the run, one value per mark; none: no exposure
    std::span<const double> benchmark;  ///< what the starting equity, bought and held, was worth at each mark; may be empty
    std::span<const RoundTrip> trades;
    std::span<const OpenTrade> open;
    Duration utcOffset{};               ///< of the venue's day
    double periodsPerYear = 365;        ///< trading days a year: 252 or 365
    double riskFreePerYear = 0;
};

/// Figures of the account as METRICS defines them. Shares are fractions; NaN is "n/a": annualised figures need 30
/// calendar days, spreads two samples.
struct AccountFigures {
    double finalEquity = notAvailable;
    double equityPeak = notAvailable;
    double netProfit = notAvailable;
    double totalReturn = notAvailable;
    double cagr = notAvailable;
    double volatility = notAvailable;
    double sharpe = notAvailable;
    double sortino = notAvailable;
    double probabilisticSharpe = notAvailable;
    double drawdownMax = notAvailable;
    double drawdownMaxMoney = notAvailable;
    double drawdownMaxDays = notAvailable;  ///< calendar days from the peak to the recovery, or to the end
    double drawdownAverage = notAvailable;
    double underwaterShare = notAvailable;
    double underwaterDaysMax = notAvailable;
    double ulcer = notAvailable;
    double calmar = notAvailable;
    double recoveryFactor = notAvailable;
    double exposure = notAvailable;
    double exposureGross = notAvailable;
    double exposureNet = notAvailable;
    double turnover = notAvailable;
    double buyAndHold = notAvailable;
    double winningDays = notAvailable;
    double bestDay = notAvailable;
    double worstDay = notAvailable;
    double var95 = notAvailable;
    double cvar95 = notAvailable;
    double var99 = notAvailable;
    double cvar99 = notAvailable;
    double varNormal95 = notAvailable;
    double varNormal99 = notAvailable;
    double cvarNormal95 = notAvailable;
    double cvarNormal99 = notAvailable;
    double varCornishFisher95 = notAvailable;
    double varCornishFisher99 = notAvailable;
    double skewness = notAvailable;
    double kurtosis = notAvailable;
    double tailRatio = notAvailable;
    double omega = notAvailable;
    double alpha = notAvailable;
    double beta = notAvailable;
    double rSquared = notAvailable;
    double informationRatio = notAvailable;
    double trackingError = notAvailable;
    double days = 0;                        ///< n, the number of daily returns behind the figures
};

struct RunFigures {
    AccountFigures account;
    TradeFigures all;
    TradeFigures longSide;
    TradeFigures shortSide;
    std::vector<Drawdown> worstDrawdowns;   ///< top five; positions count marks
    std::vector<PeriodReturn> months;
    std::vector<PeriodReturn> years;
    DailyEquity daily;                      ///< what the figures of days are made of
    DailyEquity benchmark;                  ///< the starting equity in the symbol bought and held, on the same days
};

/// Parts of the analysis that cost time and that a search may do without.
struct FigureNeeds {
    bool hasSides = true;    ///< the columns of long and short trades
    bool hasTails = true;    ///< value at risk, tail and omega ratio, best and worst day
    bool hasActivity = true; ///< exposure and turnover
    bool hasPeriods = true;  ///< months and years
};

/// Everything the report shows of a finished run; figures that are not needed are not available.
RunFigures analyse(const FinishedRun &run, const FigureNeeds &needs = {});

} // namespace bellwether
