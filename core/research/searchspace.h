#pragma once

#include "core/strategy/strategy.h"

#include <QStringList>

namespace bellwether {

/// The values that a search tries for one parameter: start, start + step, … up to the end.
struct ParameterRange {
    std::size_t index = 0;      ///< of the parameter
    double start = 0;
    double step = 1;
    std::uint32_t count = 1;

    /// Free of the dust of binary fractions: 0.1 + 2 × 0.1 is 0.3.
    double valueAt(std::uint32_t position) const;
};

/// One combination: a position in each range.
using SearchPoint = std::vector<std::uint32_t>;

/// Every combination of the ranges, over parameters that are otherwise fixed.
class SearchSpace {
public:
    /// `ranges` are texts `name=start:end:step`; without `:step` the step that the parameter declares. Errors:
    /// InvalidArgument and those of ParameterSet::set(), one line with the range and what was expected.
    static Result<SearchSpace> parse(const StrategyInfo &info, const ParameterSet &fixed, const QStringList &ranges);

    const StrategyInfo &info() const { return *m_info; }
    std::span<const ParameterRange> ranges() const { return m_ranges; }
    /// Name of the parameter of a range.
    QString nameOf(std::size_t range) const;
    /// Number of combinations; a double, since ranges multiply beyond any integer.
    double size() const;
    /// The combination of this number, the last range turning fastest.
    SearchPoint pointAt(std::uint64_t number) const;
    /// May be a set that does not pass ParameterSet::check().
    ParameterSet parametersAt(const SearchPoint &point) const;

private:
    SearchSpace(const StrategyInfo &info, ParameterSet fixed) : m_info(&info), m_fixed(std::move(fixed)) {}
    Result<ParameterRange> parseRange(const QString &text) const;

    const StrategyInfo *m_info;
    ParameterSet m_fixed;
    std::vector<ParameterRange> m_ranges;
};

} // namespace bellwether
