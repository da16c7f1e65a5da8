#include "core/research/searchreport.h"

#include "core/analytics/returnfigures.h"
#include "core/analytics/statistics.h"

namespace bellwether {

namespace {

// Above, the corners of a neighbourhood are too many to be worth a visit.
constexpr std::size_t cornersMax = 3;

/// Calls `visit` with every point of the space one step away.
template <typename Visit> void forNeighbours(const SearchSpace &space, const SearchPoint &point, Visit visit)
{
    const auto ranges = space.ranges();
    SearchPoint other = point;
    if (ranges.size() > cornersMax) {
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            for (const int step : {-1, 1}) {
                const std::int64_t at = std::int64_t(point[i]) + step;
                if (at < 0 || at >= ranges[i].count)
                    continue;
                other[i] = std::uint32_t(at);
                visit(other);
            }
            other[i] = point[i];
        }
        return;
    }
    const std::function<void(std::size_t)> descend = [&](std::size_t i) {
        if (i == ranges.size()) {
            if (other != point)
                visit(other);
            return;
        }
        for (const int step : {-1, 0, 1}) {
            const std::int64_t at = std::int64_t(point[i]) + step;
            if (at < 0 || at >= ranges[i].count)
                continue;
            other[i] = std::uint32_t(at);
            descend(i + 1);
        }
    };
    descend(0);
}

HeatMap heatMapOf(const SearchReport &report, std::size_t x, std::size_t y)
{
    HeatMap map{.x = x, .y = y};
    const auto valuesOf = [&](std::size_t range) {
        std::vector<double> values;
        for (std::uint32_t i = 0; i < report.space.ranges()[range].count; ++i)
            values.push_back(report.space.ranges()[range].valueAt(i));
        return values;
    };
    map.xValues = valuesOf(x);
    map.yValues = valuesOf(y);
    map.best.assign(map.xValues.size() * map.yValues.size(), notAvailable);
    for (const Trial &trial : report.trials) {
        double &cell = map.best[trial.point[y] * map.xValues.size() + trial.point[x]];
        if (trial.isAccepted && report.goal.isBetter(trial.objective, cell))
            cell = trial.objective;
    }
    return map;
}

} // namespace

std::vector<PlateauScore> plateauScores(const SearchSpace &space, const Goal &goal, std::span<const Trial> trials)
{
    std::map<SearchPoint, const Trial *> byPoint;
    double worst = notAvailable;
    for (const Trial &trial : trials) {
        byPoint.emplace(trial.point, &trial);
        if (trial.isAccepted && std::isfinite(trial.objective) && (std::isnan(worst) || goal.isBetter(worst, trial.objective)))
            worst = trial.objective;
    }
    std::vector<PlateauScore> scores(trials.size());
    for (std::size_t i = 0; i < trials.size(); ++i) {
        if (!trials[i].isAccepted || !std::isfinite(trials[i].objective))
            continue;
        double sum = trials[i].objective;
        int neighbours = 0;
        forNeighbours(space, trials[i].point, [&](const SearchPoint &point) {
            const auto found = byPoint.find(point);
            if (found == byPoint.end())
                return;
            const Trial &other = *found->second;
            sum += other.isAccepted && std::isfinite(other.objective) ? other.objective : worst;
            ++neighbours;
        });
        if (neighbours > 0)
            scores[i] = {sum / (neighbours + 1), neighbours};
    }
    return scores;
}

DeflatedSharpe deflatedSharpe(const Goal &goal, std::span<const Trial> trials, const Trial *best, double periodsPerYear)
{
    const auto sharpe = std::size_t(goal.indexOf("sharpe"));
    std::vector<double> ratios;
    for (const Trial &trial : trials)
        if (trial.hasResult() && std::isfinite(trial.metrics[sharpe]))
            ratios.push_back(trial.metrics[sharpe] / std::sqrt(periodsPerYear));
    DeflatedSharpe deflated{.trials = ratios.size()};
    if (ratios.size() < 2)
        return deflated;
    const double deviation = sampleDeviation(ratios);
    deflated.variance = deviation * deviation;
    deflated.expectedMaximum = expectedMaximumSharpe(deflated.variance, double(ratios.size()));
    if (best) {
        const auto figure = [&](std::string_view key) { return best->metrics[std::size_t(goal.indexOf(key))]; };
        deflated.probability = probabilisticSharpe(figure("sharpe") / std::sqrt(periodsPerYear), deflated.expectedMaximum,
                                                   figure("days"), figure("skewness"), figure("kurtosis"));
    }
    return deflated;
}

void complete(SearchReport &report, std::vector<Trial> trials, std::optional<std::pair<std::size_t, std::size_t>> heatMap)
{
    report.trials = std::move(trials);
    std::stable_sort(report.trials.begin(), report.trials.end(), [&](const Trial &a, const Trial &b) {
        return a.isAccepted != b.isAccepted ? a.isAccepted : report.goal.isBetter(a.objective, b.objective);
    });
    report.plateau = plateauScores(report.space, report.goal, report.trials);
    for (std::size_t i = 0; i < report.trials.size(); ++i)
        if (report.plateau[i].isKnown()
            && (!report.plateauBest || report.goal.isBetter(report.plateau[i].score, report.plateau[*report.plateauBest].score)))
            report.plateauBest = i;
    if (heatMap)
        report.heatMap = heatMapOf(report, heatMap->first, heatMap->second);
    report.deflated = deflatedSharpe(report.goal, report.trials, report.best(), double(report.plan.daysPerYear));
}

} // namespace bellwether
