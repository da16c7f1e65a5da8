#include "core/engine/strategyscores.h"

#include <limits>

namespace bellwether {

void StrategyScores::onRaised(const BookKey &key)
{
    ++m_books[key].score.raised;
    ++m_changes;
}

void StrategyScores::onDecided(const BookKey &key, SignalState state)
{
    StrategyScore &score = m_books[key].score;
    switch (state) {
    case SignalState::Ordered: ++score.ordered; break;
    case SignalState::Rejected: ++score.rejected; break;
    case SignalState::Expired:
    case SignalState::Superseded: ++score.expired; break;
    case SignalState::Denied: ++score.denied; break;
    case SignalState::Pending:
    case SignalState::Approved: return;
    }
    ++m_changes;
}

void StrategyScores::onFill(const BookKey &key, const Order &order, const Fill &fill, const Money &realized, bool isFlat,
                            const Instrument &instrument)
{
    Book &book = m_books[key];
    const double net = realized.toDouble() - fill.commission.toDouble();
    book.score.net += net;
    book.score.netToday += net;
    book.tradePnl += net;
    if (order.role == OrderRole::Entry) {
        if (order.bracketStop.isZero())
            book.isRiskKnown = false;
        else
            book.tradeRisk += instrument.notional((fill.lastPrice - order.bracketStop).magnitude(), fill.lastQuantity).toDouble();
    }
    if (isFlat) {
        ++book.score.trades;
        book.score.wins += book.tradePnl > 0 ? 1 : 0;
        book.results.add(book.tradePnl);
        if (book.isRiskKnown && book.tradeRisk > 0) {
            book.rSum += book.tradePnl / book.tradeRisk;
            ++book.rTrades;
        }
        book.tradePnl = 0;
        book.tradeRisk = 0;
        book.isRiskKnown = true;
    }
    ++m_changes;
}

void StrategyScores::onDay()
{
    for (auto &[key, book] : m_books)
        book.score.netToday = 0;
    ++m_changes;
}

StrategyScore StrategyScores::of(const BookKey &key) const
{
    const auto found = m_books.find(key);
    if (found == m_books.end())
        return {};
    StrategyScore score = found->second.score;
    if (score.trades > 0)
        score.hitPercent = 100.0 * score.wins / score.trades;
    if (found->second.rTrades > 0)
        score.meanR = found->second.rSum / found->second.rTrades;
    return score;
}

KellyRecord StrategyScores::resultsOf(const StrategyId &strategy) const
{
    KellyRecord sum;
    for (auto it = m_books.lower_bound({strategy, {}}); it != m_books.end() && it->first.strategy == strategy; ++it)
        sum += it->second.results;
    return sum;
}

} // namespace bellwether
