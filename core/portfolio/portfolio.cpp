#include "core/portfolio/portfolio.h"

namespace bellwether {

Portfolio::Portfolio(Money startingCash)
    : m_startingCash(startingCash), m_cash(startingCash), m_realizedPnl(Money::zero(startingCash.currency)),
      m_commission(m_realizedPnl), m_netExposure(m_realizedPnl)
{
}

std::optional<Position::Outcome> Portfolio::apply(const Fill &fill, const Instrument &instrument)
{
    if (!fill.venueTradeId.isEmpty() && !m_seenTrades.insert(fill.venueTradeId.toStdString()).second)
        return {};
    const auto [it, isNew] = m_books.try_emplace(BookKey{fill.strategy, fill.instrument}, m_cash.currency);
    const Position::Outcome outcome = it->second.apply(fill, instrument);
    const Money notional = instrument.notional(fill.lastPrice, fill.lastQuantity);
    m_cash += fill.side == Side::Buy ? -notional : notional;
    m_cash -= fill.commission;
    m_realizedPnl += outcome.realizedPnl;
    m_commission += fill.commission;
    Mark &mark = markAt(instrument, fill.lastPrice);
    if (isNew)
        mark.books.push_back(it->first);
    revalue(mark);
    return outcome;
}

void Portfolio::mark(const Instrument &instrument, Price price)
{
    Mark &mark = markAt(instrument, price);
    if (mark.price == price)
        return;
    mark.price = price;
    revalue(mark);
}

Portfolio::Mark &Portfolio::markAt(const Instrument &instrument, Price firstPrice)
{
    const auto it = m_marks.try_emplace(instrument.id, Mark{instrument, firstPrice, {}, Money::zero(m_cash.currency)}).first;
    if (it->second.price.isZero())
        it->second.price = firstPrice;
    return it->second;
}

void Portfolio::revalue(Mark &mark)
{
    Money value = Money::zero(m_cash.currency);
    for (const BookKey &key : mark.books) {
        if (const Position &position = m_books.at(key); !position.isFlat())
            value += position.marketValue(mark.price, mark.instrument);
    }
    m_netExposure += value - mark.value;
    mark.value = value;
}

Money Portfolio::unrealizedPnl() const
{
    Money total = Money::zero(m_cash.currency);
    for (const auto &[key, position] : m_books) {
        if (!position.isFlat())
            total += valueOf(key, position) - position.cost();
    }
    return total;
}

Money Portfolio::grossExposure() const
{
    Money total = Money::zero(m_cash.currency);
    for (const auto &[key, position] : m_books) {
        const Money value = valueOf(key, position);
        total += value.amount.isNegative() ? -value : value;
    }
    return total;
}

Money Portfolio::grossExposureOf(const InstrumentId &instrument) const
{
    Money total = Money::zero(m_cash.currency);
    for (const auto &[key, position] : m_books) {
        if (key.instrument != instrument)
            continue;
        const Money value = valueOf(key, position);
        total += value.amount.isNegative() ? -value : value;
    }
    return total;
}

const Position *Portfolio::find(const BookKey &key) const
{
    const auto it = m_books.find(key);
    return it == m_books.end() ? nullptr : &it->second;
}

int Portfolio::openPositionCount() const
{
    return int(std::count_if(m_books.begin(), m_books.end(), [](const auto &book) { return !book.second.isFlat(); }));
}

int Portfolio::openPositionCount(const InstrumentId &instrument) const
{
    return int(std::count_if(m_books.begin(), m_books.end(), [&](const auto &book) {
        return book.first.instrument == instrument && !book.second.isFlat();
    }));
}

Price Portfolio::markOf(const InstrumentId &instrument) const
{
    const auto it = m_marks.find(instrument);
    return it == m_marks.end() ? Price() : it->second.price;
}

Money Portfolio::valueOf(const BookKey &key, const Position &position) const
{
    if (position.isFlat())
        return Money::zero(m_cash.currency);
    const Mark &mark = m_marks.at(key.instrument);
    return position.marketValue(mark.price, mark.instrument);
}

} // namespace bellwether
