#pragma once

#include "core/desk/venueaccounts.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace bellwether {

/// A new account at a venue: where, key and secret, and the passphrase of the vault where there is no keychain. The venue
/// is asked before anything is kept. The secret is typed unseen and shown nowhere afterwards.
class AddAccountDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AddAccountDialog(VenueAccounts &accounts, QWidget *parent = nullptr);

private:
    QLineEdit *addLine(const QString &name, const QString &caption, const QString &help, bool isSecret);
    void check();
    void send();
    void takeList();

    VenueAccounts &m_accounts;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QComboBox *m_place;
    QLineEdit *m_address;
    QLineEdit *m_key;
    QLineEdit *m_secret;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QLabel *m_problem;
    QPushButton *m_add;
    VenueAccounts::Job m_job = 0;
};

/// The bytes of a secret as typed or pasted into one line: a private key in PEM gets its lines back.
QByteArray secretOfLine(const QString &text);

} // namespace bellwether
