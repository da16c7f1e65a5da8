#pragma once

#include "core/engine/deskstate.h"
#include "core/storage/journalreader.h"

#include <QJsonObject>

#include <set>

namespace bellwether {

/// What a venue in another process knows of one account: the truth that a journal is measured against.
struct LedgerView {
    struct VenueSide {
        QString status;
        Quantity executed;
        int generation = 0;
        bool isOpen() const { return status == u"NEW" || status == u"PARTIALLY_FILLED" || status == u"PENDING_NEW"; }
    };
    std::map<QString, std::vector<VenueSide>> orders; ///< by our id, a replaced order with all its generations
    std::map<QString, Quantity> trades;               ///< by the name that the journal gives them
    std::map<QString, Timestamp> tradedAt;
    QStringList trouble;                              ///< what no journal could put right: an id used twice, a stranger's order
    std::int64_t requestCount = 0;

    /// `seenRequests`: how many have been looked at already; each id is to be asked for in one request.
    LedgerView(const QJsonObject &ledger, const QString &account, std::map<QString, std::int64_t> &askedFor);
    /// Whether a reading of the account's books was begun after that many requests.
    bool hasReadBooks() const { return m_lastReading > m_since; }
    void since(std::int64_t requests) { m_since = requests; }

    std::size_t count() const; ///< of orders, each replacement for itself
    bool isOver(const QString &order) const;
    Quantity executed(const QString &order) const;

private:
    std::int64_t m_lastReading = 0;
    std::int64_t m_since = 0;
};

/// An account's journal, followed entry by entry beside or after the program that writes it.
class JournalFollower {
public:
    JournalFollower(QString path, CataloguePtr catalogue, Money cash);

    /// Takes in what was written since. Errors: whatever makes the journal unsound, a time that goes back, an id or a trade
    /// that is there twice.
    Result<void> follow();
    /// What of the ledger the journal contradicts: an order at the venue that was never planned, one open there that has
    /// ended here, an acknowledged one that the venue lacks, a fill that it does not know. Empty where nothing does.
    QStringList contradictions(const LedgerView &ledger) const;
    /// What of the ledger the journal does not have yet: trades, and the end of orders that have ended there.
    QStringList missing(const LedgerView &ledger) const;

    const DeskState &state() const { return m_state; }
    std::uint64_t lastSequence() const { return m_head.sequence; }
    std::size_t orderCount() const { return m_orders.size(); }
    std::size_t tradeCount() const { return m_trades.size(); }

private:
    struct Known {
        OrderState state = OrderState::Checked;
        Quantity filled;
        bool isAtVenue = false; ///< it was acknowledged
    };
    Result<void> take(const JournalEntry &entry);

    QString m_path;
    DeskState m_state;
    JournalHead m_head;
    Timestamp m_last;
    std::map<QString, Known> m_orders; ///< by client id, also those that the state has forgotten
    std::map<OrderId, QString> m_clients;
    std::map<QString, Quantity> m_trades;
};

} // namespace bellwether
