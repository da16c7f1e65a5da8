#pragma once

#include "core/desk/venueaccounts.h"
#include "ui/panels/panel.h"

#include <map>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bellwether {

class AccountCard;

/// The accounts at venues: how each stands, what its key may do, and the steps to live trading and back.
class ConnectionsPanel final : public Panel {
    Q_OBJECT
public:
    /// `accounts` outlives the panel.
    ConnectionsPanel(const PanelContext &context, VenueAccounts &accounts, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &) override {}

private:
    void fill(const VenueAccountList &list);
    AccountCard *makeCard(const VenueAccountRow &row);
    void add();
    void arm(const QString &name);
    void askRemove(const QString &name);
    /// Asks for the passphrase of the vault where the account's secret is in one; no dialog where it is not.
    void withPassphrase(const QString &name, const QString &deed, std::function<void(QByteArray)> then);
    const VenueAccountRow *rowOf(const QString &name) const;

    PanelContext m_context;
    VenueAccounts &m_accounts;
    QLabel *m_trouble;
    QLabel *m_empty;
    QPushButton *m_add;
    QVBoxLayout *m_column;
    std::map<QString, AccountCard *> m_cards;
};

} // namespace bellwether
