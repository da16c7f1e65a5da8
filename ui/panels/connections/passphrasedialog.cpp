#include "ui/panels/connections/passphrasedialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace bellwether {

PassphraseDialog::PassphraseDialog(QWidget *parent, const QString &deed, std::function<void(QByteArray)> then) : QDialog(parent)
{
    setObjectName(u"passphraseDialog"_s);
    setWindowTitle(deed);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel(tr("The secret of the account is in the encrypted vault of this profile."), this);
    text->setWordWrap(true);
    auto *line = new QLineEdit(this);
    line->setObjectName(u"passphrase"_s);
    line->setEchoMode(QLineEdit::Password);
    line->setMinimumWidth(320);
    line->setPlaceholderText(tr("Passphrase of the vault"));
    line->setAccessibleName(line->placeholderText());
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *go = new QPushButton(deed, this);
    go->setObjectName(u"passphraseDeed"_s);
    go->setDefault(true);
    go->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(line);
    layout->addLayout(buttons);
    connect(line, &QLineEdit::textChanged, go, [go](const QString &typed) { go->setEnabled(!typed.isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [this, line, then = std::move(then)] {
        QByteArray passphrase = line->text().toUtf8();
        line->clear();
        accept();
        then(std::move(passphrase));
    });
    line->setFocus();
}

PassphraseDialog *PassphraseDialog::ask(QWidget *parent, const QString &deed, std::function<void(QByteArray)> then)
{
    auto *dialog = new PassphraseDialog(parent, deed, std::move(then));
    dialog->show();
    return dialog;
}

} // namespace bellwether
