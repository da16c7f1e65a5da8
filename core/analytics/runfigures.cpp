#include "core/analytics/runfigures.h"

namespace bellwether {

namespace {

constexpr std::int64_t annualisedDaysMin = 30;

void fillReturns(const FinishedRun &run, const DailyEquity &daily, const FigureNeeds &needs, AccountFigures &figures)
{
    const double start = run.startingEquity;
    const double end = run.equity.back();
    const double n = run.periodsPerYear;
    figures.finalEquity = end;
    figures.equityPeak = std::max(start, *std::max_element(run.equity.begin(), run.equity.end()));
    figures.netProfit = end - start;
    figures.totalReturn = end / start - 1.0;
    figures.days = double(daily.returns.size());
    figures.winningDays = double(std::count_if(daily.returns.begin(), daily.returns.end(), [](double r) { return r > 0; }))
        / figures.days;
    figures.skewness = skewnessOf(daily.returns);
    figures.kurtosis = kurtosisOf(daily.returns);
    if (needs.hasTails && daily.returns.size() >= 2) {
        const ValueAtRisk risk95 = valueAtRisk(daily.returns, 0.05);
        const ValueAtRisk risk99 = valueAtRisk(daily.returns, 0.01);
        figures.var95 = risk95.historical;
        figures.cvar95 = risk95.conditional;
        figures.var99 = risk99.historical;
        figures.cvar99 = risk99.conditional;
        figures.varNormal95 = risk95.normal;
        figures.varNormal99 = risk99.normal;
        figures.cvarNormal95 = risk95.normalConditional;
        figures.cvarNormal99 = risk99.normalConditional;
        figures.varCornishFisher95 = risk95.cornishFisher;
        figures.varCornishFisher99 = risk99.cornishFisher;
        const auto [worst, best] = std::minmax_element(daily.returns.begin(), daily.returns.end());
        figures.worstDay = *worst;
        figures.bestDay = *best;
        figures.tailRatio = tailRatio(daily.returns);
        figures.omega = omegaRatio(daily.returns);
    }
    if (daily.calendarDays() < annualisedDaysMin)
        return;
    figures.cagr = annualGrowth(start, end, double(daily.calendarDays()) / 365.25);
    figures.volatility = annualVolatility(daily.returns, n);
    figures.sharpe = sharpeRatio(daily.returns, n, run.riskFreePerYear / n);
    figures.sortino = sortinoRatio(daily.returns, n, run.riskFreePerYear / n);
    figures.probabilisticSharpe
        = probabilisticSharpe(sharpeRatio(daily.returns, 1.0), 0.0, figures.days, figures.skewness, figures.kurtosis);
}

void fillDrawdowns(const FinishedRun &run, const DailyEquity &daily, RunFigures &figures)
{
    AccountFigures &account = figures.account;
    const std::vector<Drawdown> drawdowns = drawdownsOf(run.equity, run.startingEquity);
    figures.worstDrawdowns = deepest(drawdowns, 5);
    account.drawdownMax = figures.worstDrawdowns.empty() ? 0.0 : figures.worstDrawdowns.front().depth;
    account.drawdownMaxMoney = largestMoneyDrawdown(drawdowns);
    account.drawdownAverage = averageDepth(drawdowns);
    account.drawdownMaxDays = 0;
    for (const Drawdown &drawdown : drawdowns) {
        const Timestamp from = run.markTime[std::size_t(std::max<std::ptrdiff_t>(drawdown.peak, 0))];
        const Timestamp to = run.markTime[drawdown.recovery.value_or(run.equity.size() - 1)];
        account.drawdownMaxDays = std::max(account.drawdownMaxDays, double((to - from).count()) / 8.64e13);
    }
    const UnderwaterFigures underwater = underwaterOf(std::span(daily.value).subspan(1), run.startingEquity);
    account.underwaterShare = underwater.share;
    account.underwaterDaysMax = double(underwater.longestDays);
    account.ulcer = underwater.ulcer;
    account.calmar = account.drawdownMax > 0 ? account.cagr / account.drawdownMax : notAvailable;
    account.recoveryFactor
        = account.drawdownMaxMoney > 0 ? account.netProfit / account.drawdownMaxMoney : notAvailable;
}

void fillActivity(const FinishedRun &run, const DailyEquity &daily, RunFigures &figures)
{
    AccountFigures &account = figures.account;
    if (!run.closes.empty()) {
        const ExposureFigures exposure = exposureOf(run.trades, run.open, run.closes, run.equity);
        account.exposure = exposure.share;
        account.exposureGross = exposure.meanGross;
        account.exposureNet = exposure.meanNet;
        figures.all.exposure = exposure.share;
        figures.longSide.exposure = exposure.longShare;
        figures.shortSide.exposure = exposure.shortShare;
    }
    double traded = 0;
    for (const RoundTrip &trade : run.trades)
        traded += trade.entryValue() + trade.exitValue();
    for (const OpenTrade &trade : run.open)
        traded += trade.entryPrice.toDouble() * trade.quantity.toDouble();
    const double meanEquity = meanOf(run.equity);
    if (daily.calendarDays() >= annualisedDaysMin && meanEquity > 0)
        account.turnover = traded / meanEquity / (double(daily.calendarDays()) / 365.25);
}

/// Puts the equity of the benchmark into `held`, in money of the run.
void fillBenchmark(const FinishedRun &run, const DailyEquity &daily, AccountFigures &figures, DailyEquity &held)
{
    if (run.benchmark.empty())
        return;
    figures.buyAndHold = run.benchmark.back() / run.startingEquity - 1.0;
    held = dailyEquityOf(run.markTime, run.benchmark, run.startingEquity, run.utcOffset);
    const BenchmarkFigures against = againstBenchmark(daily.returns, held.returns, run.periodsPerYear);
    if (daily.calendarDays() < annualisedDaysMin)
        return;
    figures.alpha = against.alpha;
    figures.beta = against.beta;
    figures.rSquared = against.rSquared;
    figures.informationRatio = against.informationRatio;
    figures.trackingError = against.trackingError;
}

} // namespace

RunFigures analyse(const FinishedRun &run, const FigureNeeds &needs)
{
    RunFigures figures;
    figures.all = tradeFiguresOf(run.trades, TradeSide::All);
    if (needs.hasSides) {
        figures.longSide = tradeFiguresOf(run.trades, TradeSide::Long);
        figures.shortSide = tradeFiguresOf(run.trades, TradeSide::Short);
    }
    if (run.equity.empty())
        return figures;
    figures.daily = dailyEquityOf(run.markTime, run.equity, run.startingEquity, run.utcOffset);
    const DailyEquity &daily = figures.daily;
    fillReturns(run, daily, needs, figures.account);
    fillDrawdowns(run, daily, figures);
    if (needs.hasActivity)
        fillActivity(run, daily, figures);
    fillBenchmark(run, daily, figures.account, figures.benchmark);
    if (needs.hasPeriods) {
        figures.months = monthlyReturns(daily);
        figures.years = yearlyReturns(daily);
    }
    return figures;
}

} // namespace bellwether
