#include "core/portfolio/portfolio.h"

namespace bellwether {

Portfolio::Portfolio(Money startingCash)
    : m_startingCash(startingCash), m_cash(startingCash), m_realizedPnl(Money::zero(startingCash.currency)),
      m_commission(m_realizedPnl), m_netDeposits(m_realizedPnl), m_netExposure(m_realizedPnl), m_grossExposure(m_realizedPnl)
{
}

std::optional<Position::Outcome> Portfolio::apply(const Fill &fill, const Instrument &instrument)
{
    return apply(fill, openBook({fill.strategy, fill.instrument}, instrument));
}

std::optional<Position::Outcome> Portfolio::apply(const Fill &fill, BookId id)
{
    if (!fill.venueTradeId.isEmpty()) {
        const qsizetype before = m_seenTrades.size();
        m_seenTrades.insert(fill.venueTradeId);
        if (m_seenTrades.size() == before)
            return {};
    }
    Mark &mark = m_marks[m_markOfBook.at(id.value - 1)];
    const Position::Outcome outcome = fold(fill, id);
    const Money notional = mark.instrument.notional(fill.lastPrice, fill.lastQuantity);
    m_cash += fill.side == Side::Buy ? -notional : notional;
    m_cash -= fill.commission;
    m_commission += fill.commission;
    return outcome;
}

Position::Outcome Portfolio::adjust(BookId id, Quantity change, Price price, bool movesCash, Timestamp time)
{
    Fill fill;
    fill.side = change.isNegative() ? Side::Sell : Side::Buy;
    fill.lastQuantity = change.magnitude();
    fill.lastPrice = price;
    fill.time = time;
    fill.commission = Money::zero(m_cash.currency);
    const Position::Outcome outcome = fold(fill, id);
    const Money notional = m_marks[m_markOfBook[id.value - 1]].instrument.notional(price, fill.lastQuantity);
    const Money signedValue = fill.side == Side::Buy ? notional : -notional;
    if (movesCash)
        m_cash -= signedValue;
    else
        m_netDeposits += signedValue;
    return outcome;
}

void Portfolio::deposit(const Money &change)
{
    m_cash += change;
    m_netDeposits += change;
}

Position::Outcome Portfolio::fold(const Fill &fill, BookId id)
{
    Position &position = m_books.at(id.value - 1).position;
    Mark &mark = m_marks[m_markOfBook[id.value - 1]];
    const bool wasFlat = position.isFlat();
    const Position::Outcome outcome = position.apply(fill, mark.instrument);
    if (wasFlat != position.isFlat()) {
        const auto at = std::lower_bound(m_held.begin(), m_held.end(), id);
        if (wasFlat)
            m_held.insert(at, id);
        else
            m_held.erase(at);
    }
    m_realizedPnl += outcome.realizedPnl;
    if (mark.price.isZero())
        mark.price = fill.lastPrice;
    revalue(mark);
    return outcome;
}

void Portfolio::mark(const Instrument &instrument, Price price)
{
    Mark &mark = m_marks[markAt(instrument)];
    if (mark.price == price)
        return;
    mark.price = price;
    revalue(mark);
}

BookId Portfolio::openBook(const BookKey &key, const Instrument &instrument)
{
    const auto [it, isNew] = m_ids.try_emplace(key, BookId{m_books.size() + 1});
    if (isNew) {
        m_books.push_back({key, Position(m_cash.currency)});
        m_markOfBook.push_back(markAt(instrument));
        m_marks[m_markOfBook.back()].books.push_back(it->second);
    }
    return it->second;
}

BookId Portfolio::idOf(const BookKey &key) const
{
    const auto it = m_ids.find(key);
    return it == m_ids.end() ? BookId() : it->second;
}

std::size_t Portfolio::markAt(const Instrument &instrument)
{
    const auto [it, isNew] = m_markIndex.try_emplace(instrument.id, m_marks.size());
    if (isNew)
        m_marks.push_back({instrument, {}, {}, Money::zero(m_cash.currency), Money::zero(m_cash.currency)});
    return it->second;
}

void Portfolio::revalue(Mark &mark)
{
    Money net = Money::zero(m_cash.currency);
    Money gross = net;
    for (const BookId id : mark.books) {
        const Position &position = m_books[id.value - 1].position;
        if (position.isFlat())
            continue;
        const Money value = position.marketValue(mark.price, mark.instrument);
        net += value;
        gross += value.amount.isNegative() ? -value : value;
    }
    m_netExposure += net - mark.net;
    m_grossExposure += gross - mark.gross;
    mark.net = net;
    mark.gross = gross;
}

Money Portfolio::unrealizedPnl() const
{
    Money total = Money::zero(m_cash.currency);
    for (const BookId id : m_held)
        total += valueOf(id) - position(id).cost();
    return total;
}

const Position *Portfolio::find(const BookKey &key) const
{
    const BookId id = idOf(key);
    return id.isValid() ? &position(id) : nullptr;
}

Price Portfolio::markOf(const InstrumentId &instrument) const
{
    const auto it = m_markIndex.find(instrument);
    return it == m_markIndex.end() ? Price() : m_marks[it->second].price;
}

Money Portfolio::valueOf(BookId id) const
{
    const Position &held = position(id);
    if (held.isFlat())
        return Money::zero(m_cash.currency);
    const Mark &mark = m_marks[m_markOfBook[id.value - 1]];
    return held.marketValue(mark.price, mark.instrument);
}

} // namespace bellwether
