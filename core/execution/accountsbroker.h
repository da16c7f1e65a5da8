#pragma once

#include "core/execution/brokerclient.h"
#include "core/execution/router.h"

#include <optional>
#include <set>

namespace bellwether {

/// Several accounts at one or more venues behind one way. Each order goes to the account that the journal gives it, and all
/// that is asked about it later goes there too; an account that is down leaves the others trading. What the accounts report
/// and own is told together; names of trades begin with that of their account.
class AccountsBroker final : public BrokerClient {
public:
    struct Account {
        AccountId id;
        std::unique_ptr<BrokerClient> venue;
        /// What executing an order of that value costs there.
        std::function<Money(const Order &, const Money &value)> costs;
        QString doubt; ///< why it takes no new risk; empty where it does
    };
    /// What the desk knows, which outlives no engine.
    struct Knowledge {
        std::function<AccountId(OrderId)> accountOf = [](OrderId) { return AccountId(); };
        /// Orders that are open as far as we know, for an account that cannot be read.
        std::function<std::vector<VenueOrder>(const AccountId &)> openOrders = [](const AccountId &) { return std::vector<VenueOrder>(); };
    };

    explicit AccountsBroker(std::vector<Account> accounts);
    void setKnowledge(Knowledge knowledge) { m_knowledge = std::move(knowledge); }

    /// What each account offers a new order: its connection, its doubt and its costs, in and out. Margins are the desk's to tell.
    std::vector<AccountOffer> offersFor(const Order &order, const Money &value) const;
    void setDoubt(const AccountId &account, const QString &doubt);

    void submit(const Order &order) override;
    bool holdsBrackets() const override;
    void submitBracket(const Order &entry, const Order *stop, const Order *target) override;
    bool holdsPairs() const override;
    void submitPair(const Order &stop, const Order &target) override;
    void cancel(const Order &order) override;
    void modify(const Order &order, const OrderChange &change) override;
    /// One that was given to no account has never left: it is Absent.
    void query(const Order &order) override;
    /// Read account by account. Of one that is down or cannot be read nothing is concluded: its open orders are told as we
    /// know them, and holdings and balances only where every account told its own.
    void requestBooks(Timestamp since) override;
    WireTally wire() const override;

private:
    struct Reading {
        VenueBooks books;
        std::set<std::size_t> waiting; ///< accounts
        int read = 0;                  ///< accounts that told all of theirs
        bool hasPositions = true;
        bool hasBalances = true;
    };
    Account *find(OrderId order);
    void onReport(const Account &account, VenueReport report) const;
    void onBooks(std::size_t index, const VenueBooks &books);
    void leaveOut(std::size_t index, const QString &why);
    void answerIfWhole();
    void mergeConnections();
    static QString nameOf(const Account &account, const QString &trade);

    std::vector<Account> m_accounts;
    Knowledge m_knowledge;
    std::optional<Reading> m_reading;
};

} // namespace bellwether
