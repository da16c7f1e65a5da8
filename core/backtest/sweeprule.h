#pragma once

#include "core/backtest/sweepcolumns.h"
#include "core/strategy/strategy.h"

#include <optional>

namespace bellwether {

/// `left > right`, or with `isNegated` not so, on one bar.
struct ColumnRelation {
    ColumnKey left;
    ColumnKey right;
    bool isNegated = false;
};

/// Asked on the bar of a decision alone: a column (with `overTwoBars` its lowest or highest value of this bar and the one
/// before, whichever suits the comparison) against another.
struct ColumnTest {
    ColumnKey left;
    Comparison comparison = Comparison::AtLeast;
    ColumnKey right;
    bool overTwoBars = false;
};

/// When one side is decided: on a bar where every relation holds, and did not all hold on the bar before.
struct SweepSide {
    std::vector<ColumnRelation> state;
    std::vector<ColumnTest> tests;
};

/// A strategy with its parameters as comparisons of columns that many runs share.
struct SweepRule {
    SweepSide buy;
    SweepSide sell;
    bool needsOpposite = false;     ///< strict: the other side's relations must have held on the bar before
    std::size_t warmUpBars = 0;     ///< no decision on earlier rows

    /// Every column it reads, in no order and perhaps twice.
    std::vector<ColumnKey> columns() const;
};

/// The rule of a shipped strategy; none for one that is more than comparisons of columns. The decisions are those of the
/// strategy, a test holds them equal. `parameters` have passed ParameterSet::check().
std::optional<SweepRule> sweepRuleOf(const StrategyInfo &info, const ParameterSet &parameters);

} // namespace bellwether
