#include "core/research/goal.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// What a table of runs shows whatever the objective is; skewness, kurtosis and days are what the deflated Sharpe needs.
constexpr std::string_view usual[]{"total_return_pct", "cagr_pct",     "sharpe", "sortino", "calmar",   "max_drawdown_pct",
                                   "profit_factor",    "win_rate_pct", "sqn",    "skewness", "kurtosis", "days"};

int metricOf(QStringView name)
{
    const QString wanted = name == u"return" ? u"total_return_pct"_s : name.toString();
    const auto table = metricTable();
    for (const QString &key : {wanted, wanted + u"_pct"_s})
        for (std::size_t i = 0; i < table.size(); ++i)
            if (key == QLatin1StringView(table[i].key.data(), qsizetype(table[i].key.size())))
                return int(i);
    return -1;
}

} // namespace

Result<Goal> Goal::parse(const QString &objective, bool isMinimised, const QStringList &constraints, const StrategyInfo &info)
{
    Goal goal;
    goal.m_objectiveText = objective;
    goal.m_constraintTexts = constraints;
    goal.m_isMinimised = isMinimised;
    goal.m_parameterCount = info.parameters.size();
    for (const std::string_view key : usual)
        goal.m_metrics.push_back(&metricTable()[std::size_t(metricOf(QString::fromLatin1(key.data(), qsizetype(key.size()))))]);
    // Values: parameters, final equity, metrics.
    const Expression::Lookup lookup = [&](QStringView name) {
        const QByteArray utf8 = name.toUtf8();
        if (const int parameter = info.indexOf({utf8.constData(), std::size_t(utf8.size())}); parameter >= 0)
            return parameter;
        if (name == u"final_equity")
            return int(goal.m_parameterCount);
        const int metric = metricOf(name);
        if (metric < 0)
            return -1;
        const MetricSpec *spec = &metricTable()[std::size_t(metric)];
        auto found = std::find(goal.m_metrics.begin(), goal.m_metrics.end(), spec);
        if (found == goal.m_metrics.end())
            found = goal.m_metrics.insert(found, spec);
        return int(goal.m_parameterCount) + 1 + int(found - goal.m_metrics.begin());
    };
    auto parsed = Expression::parse(objective, lookup);
    if (!parsed)
        return failure(ErrorCode::InvalidArgument, u"--objective: "_s + parsed.error().detail);
    goal.m_objective = *std::move(parsed);
    for (const QString &text : constraints) {
        auto constraint = Expression::parse(text, lookup);
        if (!constraint)
            return failure(ErrorCode::InvalidArgument, u"--constraint: "_s + constraint.error().detail);
        const std::vector<int> uses = constraint->uses();
        const bool isOfParameters = uses.empty() || uses.back() < int(goal.m_parameterCount);
        (isOfParameters ? goal.m_parameterConstraints : goal.m_constraints).push_back(*std::move(constraint));
    }
    return goal;
}

int Goal::indexOf(std::string_view key) const
{
    const auto found = std::find_if(m_metrics.begin(), m_metrics.end(), [&](const MetricSpec *metric) { return metric->key == key; });
    return found == m_metrics.end() ? -1 : int(found - m_metrics.begin());
}

std::vector<double> Goal::valuesOf(const ParameterSet &parameters, double finalEquity, std::span<const double> metrics) const
{
    std::vector<double> values(parameters.values().begin(), parameters.values().end());
    values.push_back(finalEquity);
    values.insert(values.end(), metrics.begin(), metrics.end());
    return values;
}

bool Goal::allows(const ParameterSet &parameters) const
{
    return std::all_of(m_parameterConstraints.begin(), m_parameterConstraints.end(),
                       [&](const Expression &constraint) { return constraint.evaluate(parameters.values()) > 0; });
}

double Goal::objective(const ParameterSet &parameters, double finalEquity, std::span<const double> metrics) const
{
    return m_objective.evaluate(valuesOf(parameters, finalEquity, metrics));
}

bool Goal::accepts(const ParameterSet &parameters, double finalEquity, std::span<const double> metrics) const
{
    if (m_constraints.empty())
        return allows(parameters);
    const std::vector<double> values = valuesOf(parameters, finalEquity, metrics);
    return allows(parameters) && std::all_of(m_constraints.begin(), m_constraints.end(), [&](const Expression &constraint) { return constraint.evaluate(values) > 0; });
}

bool Goal::isBetter(double objective, double other) const
{
    if (std::isnan(objective) || std::isnan(other))
        return !std::isnan(objective) && std::isnan(other);
    return m_isMinimised ? objective < other : objective > other;
}

} // namespace bellwether
