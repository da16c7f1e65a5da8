#include "core/backtest/fixedfills.h"

#include <atomic>
#include <thread>

namespace bellwether {

namespace {

std::int64_t sum(std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    if (__builtin_add_overflow(a, b, &result))
        throw Fault(QStringLiteral("fixed-point overflow"));
    return result;
}

} // namespace

FixedFills::FixedFills(const RunPlan &plan, const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, std::size_t threads)
    : m_plan(plan), m_bars(bars), m_fills(plan), m_size(plan.instrument.roundToLot(plan.sizeUnits)), m_first(firstRow), m_last(lastRow)
{
    try {
        work(std::max<std::size_t>(1, threads));
        m_isComplete = true;
    } catch (const Fault &) {
        m_rows = {}; // the ordinary account meets the row, or does not
    }
}

void FixedFills::work(std::size_t threads)
{
    m_lastClose = Price::fromDouble(m_bars.close[m_last - 1]);
    // Dearer bars need more money, and what is too small a trade is so at the lowest price.
    const auto [low, high] = std::minmax_element(m_bars.close.begin() + std::ptrdiff_t(m_first), m_bars.close.begin() + std::ptrdiff_t(m_last));
    m_neededMax = std::max(m_fills.fixedSizeNeeds(Price::fromDouble(*low)), m_fills.fixedSizeNeeds(Price::fromDouble(*high)));
    const std::size_t count = m_last - m_first;
    m_rows.resize(count);
    std::atomic<bool> isOutOfRange = false;
    const auto share = [&](std::size_t thread) {
        try {
            workRows(count * thread / threads, count * (thread + 1) / threads);
        } catch (const Fault &) {
            isOutOfRange = true;
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t thread = 1; thread < threads; ++thread)
            others.emplace_back(share, thread);
        share(0);
    }
    if (isOutOfRange)
        throw Fault(QStringLiteral("fixed-point overflow"));
}

void FixedFills::workRows(std::size_t first, std::size_t last)
{
    const std::vector<double> &reference = m_plan.fill == FillMoment::NextOpen ? m_bars.open : m_bars.close;
    for (std::size_t at = first; at < last; ++at) {
        const Price price = Price::fromDouble(reference[m_first + at]);
        const Money paid = m_plan.instrument.notional(m_fills.entryPrice(price, Side::Buy), m_size);
        m_rows[at] = {sum(paid.amount.raw(), m_fills.fee(paid).amount.raw()), proceedsAt(price)};
    }
}

std::int64_t FixedFills::proceedsAt(Price reference) const
{
    const Money received = m_plan.instrument.notional(m_fills.exitPrice(reference, Side::Sell), m_size);
    return (received - m_fills.fee(received)).amount.raw();
}

bool FixedFills::isAffordable(const FixedAccount &account, std::size_t at) const
{
    return account.cash >= m_neededMax || account.cash >= m_fills.fixedSizeNeeds(Price::fromDouble(m_bars.close[m_first + at]));
}

void FixedFills::apply(FixedAccount &account, std::span<const std::uint32_t> decisions) const
{
    const std::size_t step = m_plan.fill == FillMoment::NextOpen ? 1 : 0;
    const Row *rows = m_rows.data();
    const std::size_t count = m_rows.size();
    for (const std::uint32_t decision : decisions) {
        const bool isSale = decision & 1;
        const std::size_t at = (decision >> 1) - m_first;
        if (isSale != account.isHolding || at + step >= count)
            continue; // nothing to sell, already held, or no bar left to fill
        if (isSale) {
            account.cash = sum(account.cash, rows[at + step].proceeds);
            ++account.trades;
        } else if (isAffordable(account, at)) {
            account.cash = sum(account.cash, -rows[at + step].cost);
        } else {
            continue;
        }
        account.isHolding = !isSale;
    }
}

Money FixedFills::finish(FixedAccount &account) const
{
    if (account.isHolding && m_plan.end != EndRule::KeepOpen) {
        const bool isAtOpen = m_plan.end == EndRule::CloseAtLastOpen;
        account.cash = sum(account.cash, isAtOpen ? m_rows.back().proceeds : proceedsAt(m_lastClose));
        account.isHolding = false;
        ++account.trades;
    }
    const Money held = account.isHolding ? m_plan.instrument.notional(m_lastClose, m_size) : Money::zero(m_plan.capital.currency);
    return Money{FixedPoint<MoneyTag>::fromRaw(account.cash), m_plan.capital.currency} + held;
}

} // namespace bellwether
