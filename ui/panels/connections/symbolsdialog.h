#pragma once

#include "core/desk/venueaccounts.h"
#include "ui/panels/panel.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace bellwether {

class CellTableModel;
class DataTable;

/// Searches the listings of an account's venue and chooses those that live desks watch and trade.
class SymbolsDialog final : public QDialog {
    Q_OBJECT
public:
    SymbolsDialog(const PanelContext &context, VenueAccounts &accounts, const QString &account, QWidget *parent = nullptr);

private:
    void search();
    void fill(const std::vector<VenueSymbol> &symbols);
    void toggle();
    void showButton();

    VenueAccounts &m_accounts;
    QString m_account;
    QLineEdit *m_words;
    CellTableModel *m_model;
    DataTable *m_table;
    QLabel *m_problem;
    QPushButton *m_toggle;
    QTimer m_pause;
    std::vector<VenueSymbol> m_shown;
    QString m_chosen; ///< keeps its place while the list is read anew
    VenueAccounts::Job m_search = 0;
    VenueAccounts::Job m_change = 0;
};

} // namespace bellwether
