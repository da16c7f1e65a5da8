#include "core/analytics/tradefigures.h"

#include "core/analytics/returnfigures.h"

namespace bellwether {

namespace {

bool counts(const RoundTrip &trade, TradeSide side)
{
    return side == TradeSide::All || trade.isLong() == (side == TradeSide::Long);
}

double secondsHeld(const RoundTrip &trade) { return double((trade.exitTime - trade.entryTime).count()) * 1e-9; }

// What the figures are made of: one value per counted trade.
struct Samples {
    std::vector<double> results, shares, multiples, returns, adverse, favourable, giveBack;
    // Excursions summed as shares of the entry's value and of the money at risk.
    double adverseShare = 0, favourableShare = 0, adverseR = 0, favourableR = 0;
    std::vector<double> held, heldWinners, heldLosers;
};

Samples collect(std::span<const RoundTrip> trades, TradeSide side, TradeFigures &figures)
{
    Samples samples;
    int winning = 0;
    int losing = 0;
    for (const RoundTrip &trade : trades) {
        if (!counts(trade, side))
            continue;
        const double result = trade.pnl.toDouble();
        const bool isWin = result > 0;
        const bool isLoss = result < 0;
        figures.wins += isWin;
        figures.losses += isLoss;
        figures.flats += !isWin && !isLoss;
        figures.grossProfit += isWin ? result : 0;
        figures.grossLoss -= isLoss ? result : 0;
        figures.costs += trade.costs.toDouble();
        winning = isWin ? winning + 1 : 0;
        losing = isLoss ? losing + 1 : 0;
        figures.winningStreak = std::max(figures.winningStreak, double(winning));
        figures.losingStreak = std::max(figures.losingStreak, double(losing));
        samples.results.push_back(result);
        samples.shares.push_back(result / trade.equityBefore);
        samples.returns.push_back(trade.returnFraction());
        samples.held.push_back(secondsHeld(trade));
        if (isWin || isLoss)
            (isWin ? samples.heldWinners : samples.heldLosers).push_back(secondsHeld(trade));
        if (trade.moneyAtRisk > 0)
            samples.multiples.push_back(result / trade.moneyAtRisk);
        if (!std::isnan(trade.adverse)) {
            samples.adverse.push_back(trade.adverse);
            samples.favourable.push_back(trade.favourable);
            samples.giveBack.push_back(trade.favourable - result);
            samples.adverseShare += trade.adverse / trade.entryValue();
            samples.favourableShare += trade.favourable / trade.entryValue();
            samples.adverseR += trade.adverse / trade.moneyAtRisk;
            samples.favourableR += trade.favourable / trade.moneyAtRisk;
        }
    }
    return samples;
}

double ratioOverLoss(double gain, double loss)
{
    if (loss > 0)
        return gain / loss;
    return gain > 0 ? std::numeric_limits<double>::infinity() : notAvailable;
}

double smallest(const std::vector<double> &values) { return *std::min_element(values.begin(), values.end()); }
double largest(const std::vector<double> &values) { return *std::max_element(values.begin(), values.end()); }

void fillSignificance(const Samples &samples, TradeFigures &figures)
{
    const double n = figures.tradeCount;
    // Multiples of the risk say more than money, but only where every trade had a stop.
    const auto &basis = samples.multiples.size() == samples.results.size() ? samples.multiples : samples.results;
    const double deviation = sampleDeviation(basis);
    figures.sqn = deviation > 0 ? std::sqrt(n) * meanOf(basis) / deviation : notAvailable;
    const double spread = sampleDeviation(samples.results);
    figures.pValue = spread > 0 ? studentTwoSided(figures.expectancy / spread * std::sqrt(n), n - 1) : notAvailable;
}

void fillExcursions(const Samples &samples, TradeFigures &figures)
{
    const auto n = double(samples.adverse.size());
    if (n == 0)
        return;
    figures.averageAdverse = meanOf(samples.adverse);
    figures.worstAdverse = smallest(samples.adverse);
    figures.averageFavourable = meanOf(samples.favourable);
    figures.bestFavourable = largest(samples.favourable);
    figures.averageGiveBack = meanOf(samples.giveBack);
    if (samples.adverse.size() != samples.results.size())
        return;
    figures.averageAdverseShare = samples.adverseShare / n;
    figures.averageFavourableShare = samples.favourableShare / n;
    figures.averageGiveBackShare = figures.averageFavourableShare - figures.averageReturn;
    if (samples.multiples.size() != samples.results.size())
        return;
    figures.averageAdverseR = samples.adverseR / n;
    figures.averageFavourableR = samples.favourableR / n;
    figures.averageGiveBackR = figures.averageFavourableR - figures.expectancyR;
}

struct Spread {
    double min = notAvailable;
    double mean = notAvailable;
    double median = notAvailable;
    double max = notAvailable;
};
Spread spreadOf(std::vector<double> &values)
{
    if (values.empty())
        return {};
    const double mean = meanOf(values);
    std::sort(values.begin(), values.end());
    return {values.front(), mean, quantileOfSorted(values, 0.5), values.back()};
}

void fillHolding(Samples &samples, TradeFigures &figures)
{
    const auto set = [](const Spread &spread, double &min, double &mean, double &median, double &max) {
        min = spread.min;
        mean = spread.mean;
        median = spread.median;
        max = spread.max;
    };
    set(spreadOf(samples.held), figures.holdingMin, figures.holdingMean, figures.holdingMedian, figures.holdingMax);
    set(spreadOf(samples.heldWinners), figures.holdingMinWinners, figures.holdingMeanWinners, figures.holdingMedianWinners,
        figures.holdingMaxWinners);
    set(spreadOf(samples.heldLosers), figures.holdingMinLosers, figures.holdingMeanLosers, figures.holdingMedianLosers,
        figures.holdingMaxLosers);
}

} // namespace

TradeFigures tradeFiguresOf(std::span<const RoundTrip> trades, TradeSide side)
{
    TradeFigures figures;
    Samples samples = collect(trades, side, figures);
    figures.tradeCount = double(samples.results.size());
    figures.netProfit = figures.grossProfit - figures.grossLoss;
    if (samples.results.empty())
        return figures;
    figures.winRate = figures.wins / figures.tradeCount;
    figures.profitFactor = ratioOverLoss(figures.grossProfit, figures.grossLoss);
    figures.expectancy = meanOf(samples.results);
    figures.expectancyShare = meanOf(samples.shares);
    if (samples.multiples.size() == samples.results.size())
        figures.expectancyR = meanOf(samples.multiples);
    figures.averageReturn = meanOf(samples.returns);
    figures.averageWin = figures.wins > 0 ? figures.grossProfit / figures.wins : notAvailable;
    figures.averageLoss = figures.losses > 0 ? figures.grossLoss / figures.losses : notAvailable;
    figures.payoff = figures.averageWin / figures.averageLoss;
    figures.best = largest(samples.results);
    figures.worst = smallest(samples.results);
    figures.bestReturn = largest(samples.returns);
    figures.worstReturn = smallest(samples.returns);
    const double kelly = kellyFraction(figures.winRate, figures.payoff);
    figures.kelly = std::isnan(kelly) ? notAvailable : cappedKelly(kelly);
    fillSignificance(samples, figures);
    fillExcursions(samples, figures);
    fillHolding(samples, figures);
    return figures;
}

void measureExcursion(RoundTrip &trade, const BarColumns &bars, std::size_t entryRow, std::size_t exitRow, bool fillsAtOpen)
{
    const double exit = trade.exitPrice.toDouble();
    double low = exit;
    double high = exit;
    const std::size_t shift = fillsAtOpen ? 0 : 1;
    const std::size_t last = std::min(exitRow + shift, bars.size());
    for (std::size_t row = entryRow + shift; row < last; ++row) {
        low = std::min(low, bars.low[row]);
        high = std::max(high, bars.high[row]);
    }
    const double entry = trade.entryPrice.toDouble();
    const double down = (low - entry) * trade.quantity.toDouble();
    const double up = (high - entry) * trade.quantity.toDouble();
    trade.adverse = std::min(0.0, trade.isLong() ? down : -up);
    trade.favourable = std::max(0.0, trade.isLong() ? up : -down);
}

void measureExcursions(std::span<RoundTrip> trades, const BarColumns &bars, std::size_t firstRow, bool fillsAtOpen)
{
    for (RoundTrip &trade : trades)
        measureExcursion(trade, bars, firstRow + trade.entryBar, firstRow + trade.exitBar, fillsAtOpen);
}

ExposureFigures exposureOf(std::span<const RoundTrip> trades, std::span<const OpenTrade> open,
                           std::span<const std::span<const double>> closes, std::span<const double> equity)
{
    enum : std::uint8_t { Long = 1, Short = 2 };
    ExposureFigures figures;
    std::vector<std::uint8_t> sides(equity.size(), 0); // several positions may be open at one mark
    const auto count = [&](const auto &trade, std::size_t to) {
        const std::span<const double> close = closes[trade.instrument];
        const double quantity = trade.quantity.toDouble();
        for (std::size_t mark = trade.entryBar; mark < std::min(to, equity.size()); ++mark) {
            sides[mark] |= trade.side == Side::Buy ? Long : Short;
            const double share = equity[mark] > 0 ? quantity * close[mark] / equity[mark] : 0.0;
            figures.meanGross += share;
            figures.meanNet += signOf(trade.side) * share;
        }
    };
    for (const RoundTrip &trade : trades)
        count(trade, trade.exitBar);
    for (const OpenTrade &trade : open)
        count(trade, equity.size());
    const double marks = equity.empty() ? 1.0 : double(equity.size());
    figures.share = double(std::count_if(sides.begin(), sides.end(), [](std::uint8_t side) { return side != 0; })) / marks;
    figures.longShare = double(std::count_if(sides.begin(), sides.end(), [](std::uint8_t side) { return (side & Long) != 0; })) / marks;
    figures.shortShare = double(std::count_if(sides.begin(), sides.end(), [](std::uint8_t side) { return (side & Short) != 0; })) / marks;
    figures.meanGross /= marks;
    figures.meanNet /= marks;
    return figures;
}

} // namespace bellwether
