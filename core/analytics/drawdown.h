#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace bellwether {

/// One fall of equity below its running peak. Positions count marks from 0; a peak of −1 is the starting equity.
struct Drawdown {
    std::ptrdiff_t peak = -1;
    std::size_t trough = 0;
    std::optional<std::size_t> recovery; ///< first mark at or above the peak again; none where it never came back
    double depth = 0;                    ///< 1 − trough ÷ peak, > 0
    double money = 0;                    ///< peak − trough
};

/// Every drawdown of the curve in time order; the starting equity counts as a peak.
std::vector<Drawdown> drawdownsOf(std::span<const double> equity, double startingEquity);
/// The deepest; none where equity never fell.
std::optional<Drawdown> deepest(std::span<const Drawdown> drawdowns);
/// The `count` deepest, deepest first.
std::vector<Drawdown> deepest(std::span<const Drawdown> drawdowns, std::size_t count);
/// Largest fall in money, which may be another one than the deepest in percent.
double largestMoneyDrawdown(std::span<const Drawdown> drawdowns);
/// Mean depth of the periods; 0 where there is none.
double averageDepth(std::span<const Drawdown> drawdowns);

/// Of a curve of daily closes.
struct UnderwaterFigures {
    double share = 0;          ///< share of days below the running peak
    std::size_t longestDays = 0; ///< longest run of days below it
    double ulcer = 0;          ///< √(mean of squared drawdown), as a fraction
};
UnderwaterFigures underwaterOf(std::span<const double> dailyEquity, double startingEquity);

} // namespace bellwether
