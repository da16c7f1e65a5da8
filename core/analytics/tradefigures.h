#pragma once

#include "core/analytics/roundtrip.h"
#include "core/analytics/statistics.h"
#include "core/domain/bar.h"

#include <span>

namespace bellwether {

/// Which trades a column of the report counts.
enum class TradeSide { All, Long, Short };

/// Statistics of closed round trips, all net of costs. Money in the run's currency, shares as fractions, times in
/// seconds; NaN where a figure does not exist ("n/a"), +∞ for a ratio over no losses.
struct TradeFigures {
    double tradeCount = 0;
    double wins = 0;
    double losses = 0;
    double flats = 0;
    double winRate = notAvailable;
    double netProfit = 0;
    double grossProfit = 0;
    double grossLoss = 0;               ///< ≥ 0
    double costs = 0;
    double profitFactor = notAvailable;
    double expectancy = notAvailable;   ///< mean result in money
    double expectancyShare = notAvailable; ///< mean result ÷ equity before the trade
    double expectancyR = notAvailable;  ///< mean result ÷ money at risk, where every trade had a stop
    double averageReturn = notAvailable; ///< mean result ÷ value of the entry
    double averageWin = notAvailable;
    double averageLoss = notAvailable;  ///< > 0
    double payoff = notAvailable;
    double best = notAvailable;
    double worst = notAvailable;
    double bestReturn = notAvailable;
    double worstReturn = notAvailable;
    double sqn = notAvailable;
    double pValue = notAvailable;
    double kelly = notAvailable;        ///< capped to 0…25 %
    double averageAdverse = notAvailable;
    double worstAdverse = notAvailable;
    double averageFavourable = notAvailable;
    double bestFavourable = notAvailable;
    double averageGiveBack = notAvailable; ///< mean of MFE − result
    double averageAdverseShare = notAvailable;    ///< of the entry's value, as the next two
    double averageFavourableShare = notAvailable;
    double averageGiveBackShare = notAvailable;
    double averageAdverseR = notAvailable;        ///< of the money at risk, where every trade had a stop
    double averageFavourableR = notAvailable;
    double averageGiveBackR = notAvailable;
    double holdingMin = notAvailable;
    double holdingMean = notAvailable;
    double holdingMedian = notAvailable;
    double holdingMax = notAvailable;
    double holdingMinWinners = notAvailable;
    double holdingMeanWinners = notAvailable;
    double holdingMedianWinners = notAvailable;
    double holdingMaxWinners = notAvailable;
    double holdingMinLosers = notAvailable;
    double holdingMeanLosers = notAvailable;
    double holdingMedianLosers = notAvailable;
    double holdingMaxLosers = notAvailable;
    double winningStreak = 0;
    double losingStreak = 0;
    double exposure = notAvailable;     ///< share of bars with a position of this side; set by the run analysis
};

TradeFigures tradeFiguresOf(std::span<const RoundTrip> trades, TradeSide side);

/// Sets worst and best open result (MAE, MFE) of each trade from the bars it lived through. `firstRow` is the row of
/// bar 0. With fills at the open, a trade lives through its entry bar and not its exit bar; with fills at the close the
/// other way round. The exit price itself always counts.
void measureExcursions(std::span<RoundTrip> trades, const BarColumns &bars, std::size_t firstRow, bool fillsAtOpen);
/// The same for one trade whose entry and exit were in these rows.
void measureExcursion(RoundTrip &trade, const BarColumns &bars, std::size_t entryRow, std::size_t exitRow, bool fillsAtOpen);

/// Time in the market of a run.
struct ExposureFigures {
    double share = 0;      ///< share of bars whose close saw a position
    double longShare = 0;
    double shortShare = 0;
    double meanGross = 0;  ///< mean of |position value| ÷ equity over all bars
    double meanNet = 0;    ///< mean of signed position value ÷ equity
};
/// `equity` and each of `closes`, which are counted by RoundTrip::instrument, have one value per mark.
ExposureFigures exposureOf(std::span<const RoundTrip> trades, std::span<const OpenTrade> open,
                           std::span<const std::span<const double>> closes, std::span<const double> equity);

} // namespace bellwether
