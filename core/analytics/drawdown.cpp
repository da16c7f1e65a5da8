#include "core/analytics/drawdown.h"

#include <algorithm>
#include <cmath>

namespace bellwether {

std::vector<Drawdown> drawdownsOf(std::span<const double> equity, double startingEquity)
{
    std::vector<Drawdown> out;
    double peak = startingEquity;
    double trough = 0;
    std::ptrdiff_t peakIndex = -1;
    bool isUnder = false;
    for (std::size_t i = 0; i < equity.size(); ++i) {
        const double value = equity[i];
        if (value >= peak) {
            if (isUnder)
                out.back().recovery = i;
            isUnder = false;
            peak = value;
            peakIndex = std::ptrdiff_t(i);
        } else if (!isUnder || value < trough) {
            if (!isUnder)
                out.push_back({peakIndex, i, {}, 0, 0});
            isUnder = true;
            trough = value;
            out.back().trough = i;
            out.back().depth = peak > 0 ? 1.0 - value / peak : 0.0;
            out.back().money = peak - value;
        }
    }
    return out;
}

std::optional<Drawdown> deepest(std::span<const Drawdown> drawdowns)
{
    const auto worst = std::max_element(drawdowns.begin(), drawdowns.end(),
                                        [](const Drawdown &a, const Drawdown &b) { return a.depth < b.depth; });
    return worst == drawdowns.end() ? std::optional<Drawdown>() : *worst;
}

std::vector<Drawdown> deepest(std::span<const Drawdown> drawdowns, std::size_t count)
{
    std::vector<Drawdown> out(drawdowns.begin(), drawdowns.end());
    std::stable_sort(out.begin(), out.end(), [](const Drawdown &a, const Drawdown &b) { return a.depth > b.depth; });
    out.resize(std::min(out.size(), count));
    return out;
}

double largestMoneyDrawdown(std::span<const Drawdown> drawdowns)
{
    double most = 0;
    for (const Drawdown &drawdown : drawdowns)
        most = std::max(most, drawdown.money);
    return most;
}

double averageDepth(std::span<const Drawdown> drawdowns)
{
    double sum = 0;
    for (const Drawdown &drawdown : drawdowns)
        sum += drawdown.depth;
    return drawdowns.empty() ? 0.0 : sum / double(drawdowns.size());
}

UnderwaterFigures underwaterOf(std::span<const double> dailyEquity, double startingEquity)
{
    UnderwaterFigures figures;
    double peak = startingEquity;
    double squares = 0;
    std::size_t below = 0;
    std::size_t run = 0;
    for (const double value : dailyEquity) {
        peak = std::max(peak, value);
        const bool isBelow = value < peak;
        const double depth = isBelow && peak > 0 ? 1.0 - value / peak : 0.0;
        squares += depth * depth;
        below += isBelow;
        run = isBelow ? run + 1 : 0;
        figures.longestDays = std::max(figures.longestDays, run);
    }
    if (!dailyEquity.empty()) {
        figures.share = double(below) / double(dailyEquity.size());
        figures.ulcer = std::sqrt(squares / double(dailyEquity.size()));
    }
    return figures;
}

} // namespace bellwether
