#include "core/exchange/spotvenue.h"

namespace bellwether::exchange {

SpotVenue::SpotVenue(std::vector<ListedSymbol> symbols, VenueFees fees)
    : m_fees(fees), m_keys(1), m_ownTrades(1), m_tape(symbols.size()), m_bars(symbols.size()),
      m_engine(std::move(symbols), fees, *this)
{
}

AccountNumber SpotVenue::addAccount(const AccountKeys &keys)
{
    m_keys.push_back(keys);
    m_ownTrades.emplace_back();
    return m_engine.addAccount();
}

AccountNumber SpotVenue::findAccount(QByteArrayView apiKey) const
{
    for (std::size_t account = 1; account < m_keys.size(); ++account) {
        if (m_keys[account].apiKey == apiKey)
            return AccountNumber(account);
    }
    return 0;
}

void SpotVenue::setHistory(SymbolNumber symbol, const BarColumns &bars) { m_bars.at(std::size_t(symbol)) = bars; }

void SpotVenue::onOrder(const OrderRecord &order, ExecutionType type, const Execution *execution)
{
    AccountEvent event;
    event.account = order.asked.account;
    event.order = order;
    event.type = type;
    event.executionId = ++m_lastExecution;
    if (execution) {
        if (order.executed == execution->quantity)
            m_unfilled.onFirstFill(event.account, execution->isMaker, order.updated);
        event.execution = *execution;
        m_ownTrades[std::size_t(event.account)].push_back({execution->trade, order.number, order.list, order.asked.symbol,
                                                           order.asked.side, *execution, order.updated});
    }
    tell(event);
    event.kind = AccountEvent::Kind::Balances;
    tell(event);
}

void SpotVenue::onTrade(SymbolNumber symbol, std::int64_t trade, Price price, Quantity quantity, bool isBuyerMaker, Timestamp time)
{
    const TapePrint print{{time, price, quantity, std::uint64_t(trade), isBuyerMaker ? Side::Sell : Side::Buy}, isBuyerMaker};
    auto &tape = m_tape[std::size_t(symbol)];
    tape.push_back(print);
    if (tape.size() > tapeMax)
        tape.pop_front();
    // The bar of this minute, which is the last one while the minute runs.
    BarColumns &bars = m_bars[std::size_t(symbol)];
    constexpr std::int64_t minute = 60'000'000'000;
    const Timestamp close = Timestamp::fromNs((Timestamp::floorDiv(time.ns(), minute) + 1) * minute);
    const double at = price.toDouble();
    if (bars.isEmpty() || bars.closeTime.back() < close)
        bars.append(BarPoint{close, at, at, at, at, 0});
    const std::size_t last = bars.size() - 1;
    bars.high[last] = std::max(bars.high[last], at);
    bars.low[last] = std::min(bars.low[last], at);
    bars.close[last] = at;
    bars.volume[last] += quantity.toDouble();
    if (onPrint)
        onPrint(symbol, print);
}

void SpotVenue::onList(std::int64_t list, AccountNumber account, const std::vector<OrderNumber> &orders, bool isDone)
{
    AccountEvent event;
    event.kind = AccountEvent::Kind::List;
    event.account = account;
    event.list = list;
    event.listOrders = orders;
    event.isListDone = isDone;
    tell(event);
}

} // namespace bellwether::exchange
