#include "core/backtest/reporttables.h"

#include "core/analytics/montecarlo.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString costsSentence(const RunPlan &plan)
{
    if (plan.hasVenueCosts)
        return u"costs of the paper venue"_s;
    const auto percent = [](Ratio share) { return QString::number(share.toDouble() * 100, 'g', 6) + u" %"_s; };
    const QString commission = plan.costsName.isEmpty() ? percent(plan.costs.commission) : plan.costsName;
    return u"commission %1, spread %2, slippage %3"_s.arg(commission, percent(plan.costs.spread), percent(plan.costs.slippage));
}

QString exitsSentence(const ExitRules &exits)
{
    QStringList parts;
    for (const auto &[name, distance, unset] : {std::tuple{u"stop "_s, exits.stop, ExitDistance::Kind::Default},
                                                {u"target "_s, exits.target, ExitDistance::Kind::Default},
                                                {u"trailing stop "_s, exits.trail, ExitDistance::Kind::None},
                                                {u"breakeven at "_s, exits.breakeven, ExitDistance::Kind::None}})
        if (distance.kind != unset)
            parts.append(name + toString(distance));
    if (exits.timeStopMinutes)
        parts.append(*exits.timeStopMinutes == 0 ? u"no time stop"_s : u"time stop %1 min"_s.arg(*exits.timeStopMinutes));
    return parts.isEmpty() ? QString() : u"; "_s + parts.join(u", "_s);
}

} // namespace

QString rulesSentence(const RunPlan &plan)
{
    return u"capital %1, sizing %2, fills at %3, %4; %5%6"_s.arg(toString(plan.capital), toString(plan.sizing), toString(plan.fill),
                                                               plan.canShort ? u"long and short"_s : u"long only"_s, costsSentence(plan),
                                                               exitsSentence(plan.exits));
}

QString barsText(const RunPlan &plan)
{
    return plan.detail ? u"%1 with %2 inside"_s.arg(toString(plan.timeframe), toString(*plan.detail)) : toString(plan.timeframe);
}

std::vector<TradeGroup> byEntryReason(const RunResult &result)
{
    std::map<std::string, TradeGroup> groups;
    std::string name;
    for (const RoundTrip &trade : result.trades) {
        name.clear();
        for (const Reason &reason : std::span(result.reasons).subspan(trade.reasonFirst, trade.reasonCount))
            name.append(name.empty() ? "" : " + ").append(reason.label);
        groups[name].add(trade);
    }
    std::vector<TradeGroup> out;
    for (auto &[key, group] : groups) {
        group.name = key.empty() ? u"no reason given"_s : QString::fromStdString(key);
        out.push_back(std::move(group));
    }
    return out;
}

std::vector<std::size_t> shownMarks(const RunReport &report, std::size_t countMax)
{
    const std::span<const double> equity = report.result.equity;
    std::vector<std::size_t> shown;
    if (equity.size() <= countMax) {
        for (std::size_t i = 0; i < equity.size(); ++i)
            shown.push_back(i);
        return shown;
    }
    shown = {0, equity.size() - 1};
    const std::size_t stretches = std::max<std::size_t>(countMax / 2, 1);
    for (std::size_t i = 0; i < stretches; ++i) {
        const auto from = equity.begin() + std::ptrdiff_t(i * equity.size() / stretches);
        const auto to = equity.begin() + std::ptrdiff_t((i + 1) * equity.size() / stretches);
        const auto [low, high] = std::minmax_element(from, to);
        shown.push_back(std::size_t(low - equity.begin()));
        shown.push_back(std::size_t(high - equity.begin()));
    }
    for (const Drawdown &drawdown : report.figures.worstDrawdowns) {
        shown.push_back(std::size_t(std::max<std::ptrdiff_t>(drawdown.peak, 0)));
        shown.push_back(drawdown.trough);
        shown.push_back(drawdown.recovery.value_or(0));
    }
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    return shown;
}

ShownCurve shownCurve(const RunReport &report, std::size_t countMax)
{
    if (report.markTime.empty())
        throw Fault(u"a report without marks has no curve"_s);
    ShownCurve curve;
    curve.origin = report.markTime.front();
    curve.end = report.markTime.back();
    const bool hasBenchmark = report.benchmark.size() == report.markTime.size();
    double peak = report.plan.capital.toDouble();
    for (const std::size_t i : shownMarks(report, countMax)) {
        const double equity = report.result.equity[i];
        peak = std::max(peak, equity);
        curve.seconds.push_back(double((report.markTime[i] - curve.origin).count()) * 1e-9);
        curve.equity.push_back(equity);
        curve.peak.push_back(peak);
        curve.benchmark.push_back(hasBenchmark ? report.benchmark[i] : notAvailable);
        curve.drawdown.push_back(peak > 0 ? (equity / peak - 1) * 100 : notAvailable);
    }
    return curve;
}

std::vector<RollingPoint> rollingQuarter(const RunReport &report)
{
    return rollingFigures(report.figures.daily, report.figures.benchmark, std::size_t(report.plan.daysPerYear) / 4,
                          report.plan.daysPerYear);
}

std::vector<double> tradeReturns(std::span<const RoundTrip> trades)
{
    std::vector<double> returns;
    returns.reserve(trades.size());
    for (const RoundTrip &trade : trades)
        if (trade.equityBefore > 0)
            returns.push_back(trade.pnl.toDouble() / trade.equityBefore);
    return returns;
}

RuinEstimate riskOfRuin(std::span<const RoundTrip> trades, std::uint64_t seed)
{
    constexpr std::size_t drawsMax = 2'000'000;
    std::vector<double> returns = tradeReturns(trades);
    if (returns.empty())
        return {};
    const std::size_t steps = std::min<std::size_t>(returns.size(), 1'000'000);
    const MonteCarloPlan plan{.steps = steps, .paths = std::clamp<std::size_t>(drawsMax / steps, 1, 10'000), .seed = seed};
    const auto result = simulatePaths(plan, pathsOf(PathMethod::Bootstrap, std::move(returns), 1));
    return result ? RuinEstimate{result->probabilityOfRuin, result->paths} : RuinEstimate{};
}

} // namespace bellwether
