#pragma once

#include <QDialog>

#include <functional>

namespace bellwether {

/// Asks for the passphrase of the vault of keys. It is handed on as bytes and shown nowhere.
class PassphraseDialog final : public QDialog {
    Q_OBJECT
public:
    /// Opens beside the window. `then` is called once with the passphrase; not at all where it is not given.
    static PassphraseDialog *ask(QWidget *parent, const QString &deed, std::function<void(QByteArray)> then);

private:
    PassphraseDialog(QWidget *parent, const QString &deed, std::function<void(QByteArray)> then);
};

} // namespace bellwether
