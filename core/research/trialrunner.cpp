#include "core/research/trialrunner.h"

#include "core/backtest/columnrun.h"
#include "core/strategy/strategycatalogue.h"

namespace bellwether {

namespace {

// Figures that need more than trades and curve: excursions within bars, time in the market, the symbol itself.
bool needsBars(const MetricSpec &metric)
{
    constexpr std::string_view keys[]{"buy_and_hold_pct", "alpha_pct", "beta", "r_squared", "information_ratio", "tracking_error_pct"};
    constexpr std::string_view parts[]{"exposure", "mae_", "mfe_", "end_trade_drawdown"};
    return std::find(std::begin(keys), std::end(keys), metric.key) != std::end(keys)
        || std::any_of(std::begin(parts), std::end(parts), [&](std::string_view part) { return metric.key.find(part) != std::string_view::npos; });
}

} // namespace

TrialRunner::TrialRunner(const TrialTask &task, const SearchSpace &space, const Goal &goal)
    : m_task(task), m_space(space), m_goal(goal), m_needs(bellwether::needsOf(goal.metrics()))
{
    const auto metrics = goal.metrics();
    const bool needsWhole = std::any_of(metrics.begin(), metrics.end(), [](const MetricSpec *metric) { return needsBars(*metric); });
    m_isWhole = task.runWhole && needsWhole;
    m_isBare = !m_isWhole && task.runBare && (!isPlain(task.plan) || !task.leg.bars);
    if (m_isWhole || m_isBare)
        return;
    const RunLeg &leg = task.leg;
    // Whether a strategy is comparisons of columns does not depend on its parameters.
    if (Sweep::isPossible(task.plan) && sweepRuleOf(space.info(), ParameterSet(space.info())))
        m_sweep = std::make_unique<Sweep>(task.plan, *leg.bars, leg.firstRow, leg.lastRow);
}

void TrialRunner::run(std::span<Trial> trials, Memory &memory) const
{
    if (m_sweep)
        return runTogether(trials, memory);
    for (Trial &trial : trials)
        runAlone(trial, memory);
}

void TrialRunner::runTogether(std::span<Trial> trials, Memory &memory) const
{
    std::vector<SweepRule> rules;
    rules.reserve(trials.size());
    for (const Trial &trial : trials)
        rules.push_back(*sweepRuleOf(m_space.info(), m_space.parametersAt(trial.point)));
    m_sweep->run(rules, memory.sweep, [&](std::size_t run, const RunResult *result) {
        trials[run].isDone = true;
        if (result)
            take(trials[run], *result);
    });
}

void TrialRunner::runAlone(Trial &trial, Memory &memory) const
{
    const ParameterSet parameters = m_space.parametersAt(trial.point);
    trial.isDone = true;
    if (m_isWhole) {
        const auto report = m_task.runWhole(parameters);
        if (!report)
            return;
        trial.finalEquity = report->result.finalEquity;
        trial.trades = std::int64_t(report->result.trades.size());
        for (const MetricSpec *metric : m_goal.metrics())
            trial.metrics.push_back(exportedValue(*metric, report->figures, TradeSide::All));
        return judge(trial);
    }
    if (m_isBare) {
        const auto result = m_task.runBare(parameters);
        if (result)
            take(trial, *result);
        return;
    }
    const RunLeg &leg = m_task.leg;
    const auto strategy = makeStrategy(m_space.info(), parameters, {leg.instrument.id, m_task.plan.timeframe, leg.calendar});
    try {
        runColumns(m_task.plan, *strategy, *leg.bars, leg.firstRow, leg.lastRow, memory.result);
    } catch (const Fault &) {
        return; // money beyond its range: no result
    }
    take(trial, memory.result);
}

void TrialRunner::take(Trial &trial, const RunResult &result) const
{
    const RunFigures figures = analyse({.startingEquity = m_task.plan.capital.toDouble(),
                                        .markTime = m_task.markTime,
                                        .equity = result.equity,
                                        .closes = {},
                                        .benchmark = {},
                                        .trades = result.trades,
                                        .open = result.open,
                                        .utcOffset = m_task.plan.calendar->utcOffset(),
                                        .periodsPerYear = double(m_task.plan.daysPerYear)}, m_needs);
    trial.finalEquity = result.finalEquity;
    trial.trades = std::int64_t(result.trades.size());
    for (const MetricSpec *metric : m_goal.metrics())
        trial.metrics.push_back(exportedValue(*metric, figures, TradeSide::All));
    judge(trial);
}

void TrialRunner::judge(Trial &trial) const
{
    if (!trial.hasResult())
        return;
    const ParameterSet parameters = m_space.parametersAt(trial.point);
    const double equity = trial.finalEquity.toDouble();
    trial.objective = m_goal.objective(parameters, equity, trial.metrics);
    trial.isAccepted = !std::isnan(trial.objective) && m_goal.accepts(parameters, equity, trial.metrics);
}

} // namespace bellwether
