#include "core/backtest/sweepdecider.h"

#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace bellwether {

namespace {

std::vector<ColumnKey> columnsOf(std::span<const SweepRule> rules)
{
    std::vector<ColumnKey> keys;
    for (const SweepRule &rule : rules) {
        const auto columns = rule.columns();
        keys.insert(keys.end(), columns.begin(), columns.end());
        // A grid names the same few columns over and over.
        if (keys.size() > 4096) {
            std::sort(keys.begin(), keys.end());
            keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

void markAbovePlain(const double *left, const double *right, std::span<std::uint64_t> words)
{
    for (std::uint64_t &word : words) {
        word = 0;
        for (std::size_t bit = 0; bit < 64; ++bit)
            word |= std::uint64_t(left[bit] > right[bit]) << bit;
        left += 64;
        right += 64;
    }
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void markAboveWide(const double *left, const double *right, std::span<std::uint64_t> words)
{
    for (std::uint64_t &word : words) {
        std::uint64_t bits = 0;
        for (int at = 0; at < 64; at += 4) {
            const __m256d above = _mm256_cmp_pd(_mm256_loadu_pd(left + at), _mm256_loadu_pd(right + at), _CMP_GT_OQ);
            bits |= std::uint64_t(unsigned(_mm256_movemask_pd(above))) << at;
        }
        word = bits;
        left += 64;
        right += 64;
    }
}

/// One bit a row: left > right.
void markAbove(const double *left, const double *right, std::span<std::uint64_t> words)
{
    static const bool isWide = __builtin_cpu_supports("avx2");
    isWide ? markAboveWide(left, right, words) : markAbovePlain(left, right, words);
}
#else
void markAbove(const double *left, const double *right, std::span<std::uint64_t> words) { markAbovePlain(left, right, words); }
#endif

bool holds(double left, Comparison comparison, double right)
{
    switch (comparison) {
    case Comparison::Above: return left > right;
    case Comparison::AtLeast: return left >= right;
    case Comparison::Below: return left < right;
    case Comparison::AtMost: return left <= right;
    }
    return false;
}

} // namespace

SweepDecider::SweepDecider(std::span<const SweepRule> rules) : m_columns(columnsOf(rules))
{
    m_rules.reserve(rules.size());
    for (const SweepRule &rule : rules)
        m_rules.push_back({partOf(rule.buy), partOf(rule.sell), rule.needsOpposite, rule.warmUpBars});
}

SweepDecider::Part SweepDecider::partOf(const SweepSide &side) const
{
    Part part;
    for (const ColumnRelation &relation : side.state)
        part.state.push_back({m_columns.indexOf(relation.left), m_columns.indexOf(relation.right), relation.isNegated});
    for (const ColumnTest &test : side.tests)
        part.tests.push_back({m_columns.indexOf(test.left), m_columns.indexOf(test.right), test.comparison, test.overTwoBars});
    return part;
}

void SweepDecider::startBlock(const BarColumns &bars, std::size_t first, std::size_t last)
{
    m_columns.advance(bars, first, last);
    m_first = first;
    m_last = last;
}

void SweepDecider::markState(const Part &part, Mask &state) const
{
    const std::size_t used = (m_last - m_first + 63) / 64;
    bool isFirst = true;
    for (const Relation &relation : part.state) {
        Mask mask;
        Mask &target = isFirst ? state : mask;
        markAbove(m_columns.column(relation.left), m_columns.column(relation.right), std::span(target).first(used));
        if (relation.isNegated)
            for (std::size_t i = 0; i < used; ++i)
                target[i] = ~target[i];
        if (!isFirst)
            for (std::size_t i = 0; i < used; ++i)
                state[i] &= mask[i];
        isFirst = false;
    }
}

bool SweepDecider::passes(const Part &part, std::size_t row) const
{
    return std::all_of(part.tests.begin(), part.tests.end(), [&](const Test &test) {
        const double *left = m_columns.column(test.left) + row;
        double value = *left;
        if (test.overTwoBars) {
            const bool isLowest = test.comparison == Comparison::Below || test.comparison == Comparison::AtMost;
            value = isLowest ? std::min(left[-1], value) : std::max(left[-1], value);
        }
        return holds(value, test.comparison, m_columns.column(test.right)[row]);
    });
}

std::span<const std::uint32_t> SweepDecider::decisions(std::size_t index, std::size_t firstRow)
{
    Rule &rule = m_rules[index];
    Mask buy;
    Mask sell;
    markState(rule.buy, buy);
    markState(rule.sell, sell);
    const std::size_t rows = m_last - m_first;
    const std::size_t from = std::max(rule.warmUpBars, firstRow); // decisions of earlier rows are none
    std::uint64_t buyCarry = rule.buy.heldBefore;
    std::uint64_t sellCarry = rule.sell.heldBefore;
    std::size_t count = 0;
    for (std::size_t word = 0; word * 64 < rows; ++word) {
        const std::uint64_t buyBefore = buy[word] << 1 | buyCarry;
        const std::uint64_t sellBefore = sell[word] << 1 | sellCarry;
        buyCarry = buy[word] >> 63;
        sellCarry = sell[word] >> 63;
        const std::uint64_t bought = buy[word] & (rule.needsOpposite ? sellBefore : ~buyBefore);
        const std::uint64_t sold = sell[word] & (rule.needsOpposite ? buyBefore : ~sellBefore);
        std::uint64_t events = bought | sold;
        const std::size_t start = word * 64;
        if (rows - start < 64)
            events &= (std::uint64_t(1) << (rows - start)) - 1;
        if (m_first + start < from)
            events = m_first + start + 64 <= from ? 0 : events & (~std::uint64_t(0) << (from - m_first - start));
        for (; events != 0; events &= events - 1) {
            const auto bit = unsigned(std::countr_zero(events));
            const std::size_t row = start + bit;
            const auto base = std::uint32_t(m_first + row) << 1;
            if ((bought >> bit & 1) && (rule.buy.tests.empty() || passes(rule.buy, row)))
                m_found[count++] = base;
            else if ((sold >> bit & 1) && (rule.sell.tests.empty() || passes(rule.sell, row)))
                m_found[count++] = base | 1;
        }
    }
    const std::size_t last = rows - 1;
    rule.buy.heldBefore = buy[last / 64] >> (last % 64) & 1;
    rule.sell.heldBefore = sell[last / 64] >> (last % 64) & 1;
    return std::span(m_found).first(count);
}

} // namespace bellwether
