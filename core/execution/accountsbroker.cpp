#include "core/execution/accountsbroker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether {

AccountsBroker::AccountsBroker(std::vector<Account> accounts) : m_accounts(std::move(accounts))
{
    for (std::size_t i = 0; i < m_accounts.size(); ++i) {
        m_accounts[i].venue->setReportSink([this, i](const VenueReport &report) { onReport(m_accounts[i], report); });
        m_accounts[i].venue->setBooksSink([this, i](const VenueBooks &books) { onBooks(i, books); });
        m_accounts[i].venue->setConnectionSink([this](const VenueConnection &) { mergeConnections(); });
    }
    mergeConnections();
}

AccountsBroker::Account *AccountsBroker::find(OrderId order)
{
    const AccountId id = m_knowledge.accountOf(order);
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? nullptr : &*found;
}

std::vector<AccountOffer> AccountsBroker::offersFor(const Order &order, const Money &value) const
{
    std::vector<AccountOffer> offers;
    for (const Account &account : m_accounts) {
        AccountOffer offer;
        offer.account = account.id;
        offer.connection = account.venue->connection().state;
        offer.doubt = account.doubt;
        Order exit = order;
        exit.side = opposite(order.side);
        offer.costs = account.costs(order, value) + account.costs(exit, value);
        offers.push_back(std::move(offer));
    }
    return offers;
}

void AccountsBroker::setDoubt(const AccountId &account, const QString &doubt)
{
    if (const auto found = std::ranges::find(m_accounts, account, &Account::id); found != m_accounts.end())
        found->doubt = doubt;
}

void AccountsBroker::submit(const Order &order)
{
    if (Account *account = find(order.id))
        return account->venue->submit(order);
    VenueReport refused;
    refused.kind = VenueReport::Kind::Rejected;
    refused.order = order.clientId;
    refused.time = order.updatedAt;
    refused.reason = u"it was given to no account"_s;
    report(refused);
}

bool AccountsBroker::holdsBrackets() const
{
    return std::ranges::all_of(m_accounts, [](const Account &account) { return account.venue->holdsBrackets(); });
}

void AccountsBroker::submitBracket(const Order &entry, const Order *stop, const Order *target)
{
    if (Account *account = find(entry.id))
        return account->venue->submitBracket(entry, stop, target);
    for (const Order *part : {&entry, stop, target}) {
        if (part != nullptr)
            submit(*part);
    }
}

bool AccountsBroker::holdsPairs() const
{
    return std::ranges::all_of(m_accounts, [](const Account &account) { return account.venue->holdsPairs(); });
}

void AccountsBroker::submitPair(const Order &stop, const Order &target)
{
    if (Account *account = find(stop.id))
        return account->venue->submitPair(stop, target);
    submit(stop);
    submit(target);
}

void AccountsBroker::cancel(const Order &order)
{
    if (Account *account = find(order.id))
        account->venue->cancel(order);
}

void AccountsBroker::modify(const Order &order, const OrderChange &change)
{
    if (Account *account = find(order.id))
        account->venue->modify(order, change);
}

void AccountsBroker::query(const Order &order)
{
    if (Account *account = find(order.id))
        return account->venue->query(order);
    VenueReport absent;
    absent.kind = VenueReport::Kind::Absent;
    absent.order = order.clientId;
    absent.time = order.updatedAt;
    report(absent);
}

QString AccountsBroker::nameOf(const Account &account, const QString &trade) { return account.id.toString() + u'/' + trade; }

void AccountsBroker::onReport(const Account &account, VenueReport told) const
{
    if (!told.venueTradeId.isEmpty())
        told.venueTradeId = nameOf(account, told.venueTradeId);
    report(told);
}

void AccountsBroker::requestBooks(Timestamp since)
{
    m_reading.emplace();
    m_reading->books.since = since;
    for (std::size_t i = 0; i < m_accounts.size(); ++i)
        m_reading->waiting.insert(i);
    // An account may answer before its call returns, and the last one ends the reading.
    for (std::size_t i = 0; i < m_accounts.size() && m_reading; ++i) {
        const VenueConnection &connection = m_accounts[i].venue->connection();
        if (connection.isUp())
            m_accounts[i].venue->requestBooks(since);
        else
            leaveOut(i, u"the connection is %1"_s.arg(toString(connection.state)));
    }
}

void AccountsBroker::onBooks(std::size_t index, const VenueBooks &books)
{
    if (!m_reading || !m_reading->waiting.contains(index))
        return;
    if (!books.isComplete)
        return leaveOut(index, books.error);
    VenueBooks &all = m_reading->books;
    all.asOf = all.asOf.isValid() ? std::min(all.asOf, books.asOf) : books.asOf;
    all.openOrders.insert(all.openOrders.end(), books.openOrders.begin(), books.openOrders.end());
    for (VenueTrade trade : books.trades) {
        trade.venueTradeId = nameOf(m_accounts[index], trade.venueTradeId);
        all.trades.push_back(std::move(trade));
    }
    for (const VenuePosition &position : books.positions) {
        const auto known = std::ranges::find(all.positions, position.instrument, &VenuePosition::instrument);
        if (known == all.positions.end())
            all.positions.push_back(position);
        else
            known->quantity += position.quantity;
    }
    for (const VenueBalance &balance : books.balances) {
        const auto known = std::ranges::find(all.balances, balance.currency, &VenueBalance::currency);
        if (known == all.balances.end())
            all.balances.push_back(balance);
        else
            known->total += balance.total;
    }
    m_reading->hasPositions = m_reading->hasPositions && books.hasPositions;
    m_reading->hasBalances = m_reading->hasBalances && books.hasBalances;
    ++m_reading->read;
    m_reading->waiting.erase(index);
    answerIfWhole();
}

void AccountsBroker::leaveOut(std::size_t index, const QString &why)
{
    VenueBooks &all = m_reading->books;
    for (VenueOrder &order : m_knowledge.openOrders(m_accounts[index].id))
        all.openOrders.push_back(std::move(order));
    m_reading->hasPositions = m_reading->hasBalances = false;
    all.error += (all.error.isEmpty() ? QString() : u"; "_s) + u"%1: %2"_s.arg(m_accounts[index].id.toString(), why);
    m_reading->waiting.erase(index);
    answerIfWhole();
}

void AccountsBroker::answerIfWhole()
{
    if (!m_reading->waiting.empty())
        return;
    Reading reading = *std::move(m_reading);
    m_reading.reset();
    reading.books.isComplete = reading.read > 0;
    reading.books.hasPositions = reading.hasPositions;
    reading.books.hasBalances = reading.hasBalances;
    if (!reading.hasPositions)
        reading.books.positions.clear();
    if (!reading.hasBalances)
        reading.books.balances.clear();
    answerBooks(reading.books);
}

// Up as long as one of them is. The reason changes with each that comes or goes, and so the books are asked for anew.
void AccountsBroker::mergeConnections()
{
    VenueConnection merged = m_accounts.empty() ? VenueConnection() : m_accounts.front().venue->connection();
    QStringList down;
    for (const Account &account : m_accounts) {
        const VenueConnection &one = account.venue->connection();
        if (one.isUp())
            merged.state = VenueConnection::State::Connected;
        else
            down += u"%1 is %2"_s.arg(account.id.toString(), toString(one.state));
    }
    if (merged.isUp())
        merged.until = {};
    merged.reason = down.join(u", "_s);
    setConnection(merged);
}

WireTally AccountsBroker::wire() const
{
    WireTally all;
    for (const Account &account : m_accounts) {
        all.count += account.venue->wire().count;
        all.content += account.venue->wire().content;
    }
    return all;
}

} // namespace bellwether
