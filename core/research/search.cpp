#include "core/research/search.h"

#include "core/base/rng.h"
#include "core/research/evolution.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// Beyond it even the list of a grid is no longer a quick thing to make.
constexpr double listedMax = 2e7;

QString countText(double count) { return count < 1e15 ? QString::number(qint64(count)) : QString::number(count, 'g', 3); }

} // namespace

Result<SearchMethod> parseSearchMethod(QStringView text)
{
    for (const auto method : {SearchMethod::Grid, SearchMethod::Random, SearchMethod::Genetic, SearchMethod::Differential})
        if (text == toString(method))
            return method;
    return failure(ErrorCode::InvalidArgument, u"--method '%1': expected grid, random, genetic or de"_s.arg(text));
}

QString toString(SearchMethod method)
{
    switch (method) {
    case SearchMethod::Grid: return u"grid"_s;
    case SearchMethod::Random: return u"random"_s;
    case SearchMethod::Genetic: return u"genetic"_s;
    case SearchMethod::Differential: return u"de"_s;
    }
    return {};
}

bool Search::mayTry(const SearchPoint &point) const
{
    const ParameterSet parameters = m_space.parametersAt(point);
    return parameters.check() && m_goal.allows(parameters);
}

Result<void> Search::listGrid()
{
    const double size = m_space.size();
    const auto tooMany = [&](const QString &count) {
        return failure(ErrorCode::OutOfRange, u"the ranges make %1 combinations, a grid takes at most %2: take wider steps, or "
                                              "--method random, genetic or de"_s.arg(count).arg(m_settings.runsMax));
    };
    if (size > listedMax)
        return tooMany(countText(size));
    for (std::uint64_t number = 0; double(number) < size; ++number) {
        SearchPoint point = m_space.pointAt(number);
        if (mayTry(point))
            m_points.push_back(std::move(point));
    }
    if (m_points.size() > m_settings.runsMax)
        return tooMany(QString::number(m_points.size()));
    return {};
}

Result<void> Search::draw(std::size_t count)
{
    const double size = m_space.size();
    Rng rng(m_settings.seed);
    std::set<SearchPoint> drawn;
    // A space that is hardly larger than the sample, or mostly forbidden, ends the drawing early.
    for (std::size_t attempt = 0; drawn.size() < count && double(drawn.size()) < size && attempt < 100 * count + 10'000; ++attempt) {
        SearchPoint point;
        for (const ParameterRange &range : m_space.ranges())
            point.push_back(std::uint32_t(rng.below(range.count)));
        if (!drawn.contains(point) && mayTry(point)) {
            drawn.insert(point);
            m_points.push_back(std::move(point));
        }
    }
    return {};
}

Result<Search> Search::prepare(const SearchSpace &space, const Goal &goal, const SearchSettings &settings)
{
    Search search(space, goal, settings);
    const bool isEvolution = settings.method == SearchMethod::Genetic || settings.method == SearchMethod::Differential;
    // Fewer than the algorithms can cross.
    if (isEvolution && (settings.population < 8 || settings.population > 100'000 || settings.generations < 1 || settings.generations > 100'000))
        return failure(ErrorCode::OutOfRange, u"--population %1 and --generations %2: expected 8 to 100000 and 1 to 100000"_s
                                                  .arg(settings.population).arg(settings.generations));
    if (settings.method == SearchMethod::Random && (settings.samples < 1 || settings.samples > settings.runsMax))
        return failure(ErrorCode::OutOfRange, u"--samples %1: expected 1 to %2"_s.arg(settings.samples).arg(settings.runsMax));
    const auto listed = settings.method == SearchMethod::Grid ? search.listGrid()
        : search.draw(isEvolution ? settings.population : settings.samples);
    if (!listed)
        return failure(listed.error());
    if (search.m_points.empty())
        return failure(ErrorCode::InvalidArgument, u"no combination of the ranges keeps the rules of %1 and the constraints"_s
                                                       .arg(QString::fromUtf8(space.info().id.data(), qsizetype(space.info().id.size()))));
    search.m_expected = search.m_points.size();
    if (isEvolution)
        search.m_expected = std::size_t(std::min(space.size(), double(settings.population * (settings.generations + 1))));
    return search;
}

Result<std::vector<Trial>> Search::run(const RunTrials &runTrials) const
{
    if (m_settings.method == SearchMethod::Genetic || m_settings.method == SearchMethod::Differential)
        return evolveTrials(runTrials);
    std::vector<Trial> trials(m_points.size());
    for (std::size_t i = 0; i < trials.size(); ++i)
        trials[i].point = m_points[i];
    runTrials(trials);
    std::erase_if(trials, [](const Trial &trial) { return !trial.isDone; });
    return trials;
}

Result<std::vector<Trial>> Search::evolveTrials(const RunTrials &runTrials) const
{
    std::vector<Trial> tried;
    std::map<SearchPoint, std::size_t> known;
    const auto costOf = [&](const SearchPoint &point) {
        const auto found = known.find(point);
        if (found == known.end() || !tried[found->second].isAccepted)
            return unacceptableCost;
        const double objective = tried[found->second].objective;
        return std::isfinite(objective) ? (m_goal.isMinimised() ? objective : -objective) : unacceptableCost;
    };
    const EvaluateGeneration evaluate = [&](std::span<const SearchPoint> points, std::span<double> costs) {
        std::vector<Trial> fresh;
        std::set<SearchPoint> seen;
        for (const SearchPoint &point : points)
            if (!known.contains(point) && seen.insert(point).second && mayTry(point))
                fresh.push_back({.point = point});
        const bool goesOn = runTrials(fresh);
        for (Trial &trial : fresh) {
            if (!trial.isDone)
                continue;
            known.emplace(trial.point, tried.size());
            tried.push_back(std::move(trial));
        }
        std::transform(points.begin(), points.end(), costs.begin(), costOf);
        return goesOn;
    };
    EvolutionSetup setup{.kind = m_settings.method == SearchMethod::Genetic ? EvolutionKind::Genetic : EvolutionKind::Differential,
                         .generations = m_settings.generations, .seed = m_settings.seed, .first = m_points};
    for (const ParameterRange &range : m_space.ranges())
        setup.counts.push_back(range.count);
    // A space of fewer valid combinations than the population is met in full by the first generation.
    while (setup.first.size() < m_settings.population)
        setup.first.push_back(m_points[setup.first.size() % m_points.size()]);
    if (const auto done = evolve(setup, evaluate); !done)
        return failure(done.error());
    return tried;
}

} // namespace bellwether
