#pragma once

#include "core/domain/bar.h"
#include "core/domain/quote.h"
#include "core/exchange/matchingengine.h"
#include "core/exchange/unfilledcounts.h"

#include <QByteArray>

#include <functional>

namespace bellwether::exchange {

/// Who may trade at the stand-in venue, with the secret for HMAC-SHA256 or with a public key.
struct AccountKeys {
    QString name;
    QByteArray apiKey;
    QByteArray secret;
    QByteArray publicKey;       ///< Ed25519, 32 bytes; empty for a key that signs with the secret
    bool canTrade = true;
    bool canWithdraw = false;   ///< shown by the permissions of the key; nothing can be withdrawn here
};

/// An execution as its account sees it later.
struct OwnTrade {
    std::int64_t trade = 0;
    OrderNumber order = 0;
    std::int64_t list = -1;
    SymbolNumber symbol = 0;
    Side side = Side::Buy;
    Execution execution;
    Timestamp time;
};

/// A print with the bars it belongs to.
struct TapePrint {
    TapeTrade print;
    bool isBuyerMaker = false;
};

/// What happens to an account, for its stream of user data.
struct AccountEvent {
    enum class Kind { Order, Balances, List };
    Kind kind = Kind::Order;
    AccountNumber account = 0;
    OrderRecord order;                   ///< Order: as it is after the change
    ExecutionType type = ExecutionType::New;
    std::optional<Execution> execution;
    std::int64_t executionId = 0;        ///< Order: unique
    std::int64_t list = -1;              ///< List
    std::vector<OrderNumber> listOrders;
    bool isListDone = false;
};

/// The stand-in venue without its protocol: matching, accounts with their keys, the tape and the minute bars. It is its
/// own ledger: what orders and executions it has is the truth that a client is measured against. One thread.
class SpotVenue final : private VenueListener {
public:
    static constexpr std::size_t tapeMax = 10'000;

    SpotVenue(std::vector<ListedSymbol> symbols, VenueFees fees);

    AccountNumber addAccount(const AccountKeys &keys);
    /// 0 for none.
    AccountNumber findAccount(QByteArrayView apiKey) const;
    const AccountKeys &keys(AccountNumber account) const { return m_keys.at(std::size_t(account)); }
    int accountCount() const { return int(m_keys.size()) - 1; }

    MatchingEngine &engine() { return m_engine; }
    const MatchingEngine &engine() const { return m_engine; }
    const VenueFees &fees() const { return m_fees; }
    UnfilledCounts &unfilled() { return m_unfilled; }

    /// Bars from before the venue opened, one minute each, oldest first.
    void setHistory(SymbolNumber symbol, const BarColumns &bars);
    const BarColumns &bars(SymbolNumber symbol) const { return m_bars.at(std::size_t(symbol)); }
    const std::deque<TapePrint> &tape(SymbolNumber symbol) const { return m_tape.at(std::size_t(symbol)); }
    const std::vector<OwnTrade> &ownTrades(AccountNumber account) const { return m_ownTrades.at(std::size_t(account)); }

    /// A hidden order exists, but who asks for it is told that it does not: a venue whose queries lag behind.
    void setHidden(OrderNumber order, bool isHidden) { isHidden ? (void)m_hidden.insert(order) : (void)m_hidden.erase(order); }
    bool isHidden(OrderNumber order) const { return m_hidden.contains(order); }

    /// Called inside the venue for every event of an account and every print; must not call back.
    std::function<void(const AccountEvent &)> onAccountEvent;
    std::function<void(SymbolNumber, const TapePrint &)> onPrint;

private:
    void onOrder(const OrderRecord &order, ExecutionType type, const Execution *execution) override;
    void onTrade(SymbolNumber symbol, std::int64_t trade, Price price, Quantity quantity, bool isBuyerMaker, Timestamp time) override;
    void onList(std::int64_t list, AccountNumber account, const std::vector<OrderNumber> &orders, bool isDone) override;
    void tell(const AccountEvent &event) const
    {
        if (onAccountEvent)
            onAccountEvent(event);
    }

    VenueFees m_fees;
    std::vector<AccountKeys> m_keys;
    std::vector<std::vector<OwnTrade>> m_ownTrades;
    std::vector<std::deque<TapePrint>> m_tape;
    std::vector<BarColumns> m_bars;
    std::int64_t m_lastExecution = 0;
    UnfilledCounts m_unfilled;
    std::set<OrderNumber> m_hidden;
    MatchingEngine m_engine;
};

} // namespace bellwether::exchange
