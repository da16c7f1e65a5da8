#include "core/backtest/sweep.h"

#include "core/backtest/columnaccount.h"
#include "core/backtest/columnrun.h"
#include "core/backtest/fixedfills.h"
#include "core/backtest/sweepdecider.h"

namespace bellwether {

namespace {

/// Keeps trades and curve in memory that is used again.
struct CurveRecord {
    static constexpr bool keepsCosts = false;
    RunResult &kept;

    bool keepsCurve() const { return true; }
    RunResult &result() { return kept; }
    void countSignal() { ++kept.signalCount; }
    void deny(const char *) {}
    std::uint32_t addReasons(std::span<const Reason>) { return 0; }
    RoundTrip &addTrade() { return kept.trades.emplace_back(); }
};

/// Counts trades and keeps the end.
struct TallyRecord {
    static constexpr bool keepsCosts = false;
    struct Kept {
        RunResult result;
        RoundTrip trade;            ///< the last one; the ones before are forgotten
        std::size_t trades = 0;
    };
    Kept &kept;

    bool keepsCurve() const { return false; }
    RunResult &result() { return kept.result; }
    void countSignal() {}
    void deny(const char *) {}
    std::uint32_t addReasons(std::span<const Reason>) { return 0; }
    RoundTrip &addTrade()
    {
        ++kept.trades;
        return kept.trade;
    }
};

struct AccountTally {
    TallyRecord::Kept kept;
    std::optional<ColumnAccount<TallyRecord>> account;
};

Side sideOf(std::uint32_t decision) { return decision & 1 ? Side::Sell : Side::Buy; }
std::size_t rowOf(std::uint32_t decision) { return decision >> 1; }

/// Runs `work`; a Fault of money out of range becomes the tally's trouble.
template <typename Work> void guarded(SweepTally &tally, Work work)
{
    if (!tally.trouble.isEmpty())
        return;
    try {
        work();
    } catch (const Fault &fault) {
        tally.trouble = QString::fromUtf8(fault.what());
    }
}

} // namespace

bool Sweep::isPossible(const RunPlan &plan) { return isPlain(plan) && !(plan.confidenceMin > 0); }

Sweep::Sweep(const RunPlan &plan, const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, std::size_t threads)
    : m_plan(plan), m_bars(bars), m_first(firstRow), m_last(lastRow)
{
    if (!isPossible(plan) || firstRow >= lastRow || lastRow > bars.size() || lastRow >= (std::size_t(1) << 31))
        throw Fault(QStringLiteral("sweep outside its terms"));
    if (FixedFills::fits(plan))
        m_fixedFills = std::make_unique<const FixedFills>(plan, bars, firstRow, lastRow, threads);
}

Sweep::~Sweep() = default;

template <typename Take> void Sweep::decide(std::span<const SweepRule> rules, Take take) const
{
    SweepDecider decider(rules);
    for (std::size_t row = 0; row < m_last; row += SweepColumns::blockRows) {
        const std::size_t end = std::min(row + SweepColumns::blockRows, m_last);
        decider.startBlock(m_bars, row, end);
        for (std::size_t i = 0; i < rules.size(); ++i)
            take(i, decider.decisions(i, m_first));
    }
}

void Sweep::tally(std::span<const SweepRule> rules, std::span<SweepTally> out) const
{
    std::fill(out.begin(), out.end(), SweepTally());
    if (m_fixedFills && m_fixedFills->isComplete()) {
        std::vector<FixedAccount> accounts(rules.size(), m_fixedFills->start());
        decide(rules, [&](std::size_t i, std::span<const std::uint32_t> decisions) {
            guarded(out[i], [&] { m_fixedFills->apply(accounts[i], decisions); });
        });
        for (std::size_t i = 0; i < rules.size(); ++i)
            guarded(out[i], [&] {
                out[i].finalEquity = m_fixedFills->finish(accounts[i]);
                out[i].trades = accounts[i].trades;
            });
        return;
    }
    std::vector<AccountTally> accounts(rules.size());
    for (AccountTally &tally : accounts)
        tally.account.emplace(m_plan, m_bars, m_first, m_last, TallyRecord{tally.kept});
    decide(rules, [&](std::size_t i, std::span<const std::uint32_t> decisions) {
        guarded(out[i], [&] {
            for (const std::uint32_t decision : decisions)
                accounts[i].account->onDecision(rowOf(decision), sideOf(decision), 100, {});
        });
    });
    for (std::size_t i = 0; i < rules.size(); ++i)
        guarded(out[i], [&] {
            accounts[i].account->finish();
            const TallyRecord::Kept &kept = accounts[i].kept;
            out[i] = {kept.result.finalEquity, kept.trades, kept.result.ranOutOfMoney, {}};
        });
}

void Sweep::run(std::span<const SweepRule> rules, Memory &memory, const Sink &sink) const
{
    memory.decisions.resize(std::max(memory.decisions.size(), rules.size()));
    for (auto &decisions : memory.decisions)
        decisions.clear();
    decide(rules, [&](std::size_t i, std::span<const std::uint32_t> decisions) {
        memory.decisions[i].insert(memory.decisions[i].end(), decisions.begin(), decisions.end());
    });
    for (std::size_t i = 0; i < rules.size(); ++i) {
        RunResult &result = memory.result;
        result.startOver(m_last - m_first);
        SweepTally tally;
        guarded(tally, [&] {
            ColumnAccount<CurveRecord> account(m_plan, m_bars, m_first, m_last, {result});
            for (const std::uint32_t decision : memory.decisions[i])
                account.onDecision(rowOf(decision), sideOf(decision), 100, {});
            account.finish();
        });
        sink(i, tally.trouble.isEmpty() ? &result : nullptr);
    }
}

} // namespace bellwether
