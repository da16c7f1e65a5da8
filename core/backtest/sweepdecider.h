#pragma once

#include "core/backtest/sweeprule.h"

#include <array>

namespace bellwether {

/// Turns rules into decisions, a block of rows at a time. A decision is `row << 1`, plus 1 for a sale.
class SweepDecider {
public:
    explicit SweepDecider(std::span<const SweepRule> rules);

    /// Rows [first, last) of all columns; they follow those of the last call or are the first.
    void startBlock(const BarColumns &bars, std::size_t first, std::size_t last);
    /// Decisions of one rule in this block, in order, without those of rows before `firstRow`. Once per rule and block.
    /// Valid until the next call.
    std::span<const std::uint32_t> decisions(std::size_t rule, std::size_t firstRow);

private:
    static constexpr std::size_t words = SweepColumns::blockRows / 64;
    using Mask = std::array<std::uint64_t, words>;

    struct Relation {
        std::size_t left;
        std::size_t right;
        bool isNegated;
    };
    struct Test {
        std::size_t left;
        std::size_t right;
        Comparison comparison;
        bool overTwoBars;
    };
    struct Part {
        std::vector<Relation> state;
        std::vector<Test> tests;
        bool heldBefore = false;    ///< on the last row of the block before
    };
    struct Rule {
        Part buy;
        Part sell;
        bool needsOpposite;
        std::size_t warmUpBars;
    };

    Part partOf(const SweepSide &side) const;
    void markState(const Part &part, Mask &state) const;
    bool passes(const Part &part, std::size_t row) const;

    SweepColumns m_columns;
    std::vector<Rule> m_rules;
    std::size_t m_first = 0;
    std::size_t m_last = 0;
    std::array<std::uint32_t, SweepColumns::blockRows> m_found;
};

} // namespace bellwether
