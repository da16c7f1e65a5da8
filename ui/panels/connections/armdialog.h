#pragma once

#include "core/desk/venueaccounts.h"
#include "ui/panels/panel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace bellwether {

/// The step to live trading: the limits that will hold, and a sentence to be typed. It arms one start.
class ArmDialog final : public QDialog {
    Q_OBJECT
public:
    ArmDialog(const PanelContext &context, VenueAccounts &accounts, const VenueAccountRow &row, QWidget *parent = nullptr);

private:
    VenueAccounts &m_accounts;
    QLineEdit *m_typed;
    QLabel *m_problem;
    QPushButton *m_arm;
    VenueAccounts::Job m_job = 0;
};

} // namespace bellwether
