#pragma once

#include "core/analytics/metrictable.h"
#include "core/research/expression.h"
#include "core/strategy/strategy.h"

#include <QStringList>

namespace bellwether {

/// What a search looks for: the objective, a metric or an expression of metrics and parameters, as large as possible
/// (or small, with `isMinimised`), among the runs that keep every constraint.
class Goal {
public:
    /// Names are the parameters of the strategy, the keys of metricTable() (`_pct` may be left out), `return` for
    /// total_return_pct, and `final_equity`. Errors: InvalidArgument with the text and what was expected.
    static Result<Goal> parse(const QString &objective, bool isMinimised, const QStringList &constraints, const StrategyInfo &info);

    const QString &objectiveText() const { return m_objectiveText; }
    const QStringList &constraintTexts() const { return m_constraintTexts; }
    bool isMinimised() const { return m_isMinimised; }
    /// What is worked out for every run: the usual figures and those that objective and constraints name.
    std::span<const MetricSpec *const> metrics() const { return m_metrics; }
    /// Position of a metric among them; −1 where it is not.
    int indexOf(std::string_view key) const;

    /// Whether the constraints that speak of parameters alone allow the set; others are not asked.
    bool allows(const ParameterSet &parameters) const;
    /// `metrics` are the values of metrics(), `finalEquity` in money. The objective as it reads, NaN where it does not
    /// exist.
    double objective(const ParameterSet &parameters, double finalEquity, std::span<const double> metrics) const;
    /// Whether every constraint is kept.
    bool accepts(const ParameterSet &parameters, double finalEquity, std::span<const double> metrics) const;
    /// Whether one objective is to be preferred to another; NaN to none.
    bool isBetter(double objective, double other) const;

private:
    std::vector<double> valuesOf(const ParameterSet &parameters, double finalEquity, std::span<const double> metrics) const;

    QString m_objectiveText;
    QStringList m_constraintTexts;
    bool m_isMinimised = false;
    std::size_t m_parameterCount = 0;
    Expression m_objective;
    std::vector<Expression> m_parameterConstraints;
    std::vector<Expression> m_constraints;
    std::vector<const MetricSpec *> m_metrics;
};

} // namespace bellwether
