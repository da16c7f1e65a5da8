#include "ui/panels/connections/addaccountdialog.h"

#include "ui/widgets/tone.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

QByteArray secretOfLine(const QString &text)
{
    static const QRegularExpression pem(u"-----BEGIN ([A-Z ]*PRIVATE KEY)-----(.*)-----END [A-Z ]*PRIVATE KEY-----"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    const auto match = pem.match(text);
    if (!match.hasMatch())
        return text.trimmed().toUtf8();
    static const QRegularExpression space(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QByteArray kind = match.captured(1).toLatin1();
    const QByteArray body = match.captured(2).remove(space).toLatin1();
    QByteArray whole = "-----BEGIN " + kind + "-----\n";
    for (qsizetype at = 0; at < body.size(); at += 64)
        whole += body.mid(at, 64) + '\n';
    return whole + "-----END " + kind + "-----\n";
}

AddAccountDialog::AddAccountDialog(VenueAccounts &accounts, QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_form(new QFormLayout), m_place(new QComboBox(this)), m_problem(new QLabel(this)), m_add(new QPushButton(tr("Test and add"), this))
{
    setObjectName(u"addAccountDialog"_s);
    setWindowTitle(tr("Add an account"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(8);
    m_name = addLine(u"newName"_s, tr("Name"), tr("Up to 7 small letters and digits, for example main"), false);
    m_place->setObjectName(u"newPlace"_s);
    m_place->setAccessibleName(tr("Where"));
    m_form->addRow(tr("Where"), m_place);
    m_address = addLine(u"newAddress"_s, tr("Address"), tr("https://HOST[:PORT], or http://127.0.0.1:PORT on this machine"), false);
    m_key = addLine(u"newKey"_s, tr("API key"), tr("A key that may trade; one that may withdraw is refused"), false);
    m_secret = addLine(u"newSecret"_s, tr("Secret"), tr("The secret of the key, or a private Ed25519 key in PEM; it is not shown"), true);
    m_passphrase = addLine(u"newPassphrase"_s, tr("Passphrase of the vault"), tr("Opens the encrypted vault of keys of this profile"), true);
    m_again = addLine(u"newPassphraseAgain"_s, tr("The same again"), tr("The vault is new: its passphrase is chosen now"), true);
    m_problem->setObjectName(u"newProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setMinimumHeight(34);
    m_add->setObjectName(u"newAdd"_s);
    m_add->setProperty("kind", u"approve"_s);
    m_add->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    QWidget *before = m_name;
    for (QWidget *next : std::initializer_list<QWidget *>{m_place, m_address, m_key, m_secret, m_passphrase, m_again, cancel, m_add}) {
        setTabOrder(before, next);
        before = next;
    }
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AddAccountDialog::send);
    connect(m_place, &QComboBox::currentIndexChanged, this, [this] { check(); });
    connect(&accounts, &VenueAccounts::changed, this, &AddAccountDialog::takeList);
    connect(&accounts, &VenueAccounts::answered, this, [this](quint64 job, bool isDone, const QString &text) {
        if (m_job == 0 || job != m_job)
            return;
        m_job = 0;
        if (isDone) {
            for (QLineEdit *line : {m_secret, m_passphrase, m_again})
                line->clear();
            return accept();
        }
        check();
        setText(m_problem, text);
        setStyleProperty(m_problem, "tone", u"loss"_s);
    });
    takeList();
    m_name->setFocus();
}

QLineEdit *AddAccountDialog::addLine(const QString &name, const QString &caption, const QString &help, bool isSecret)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(caption);
    line->setToolTip(help);
    line->setMinimumWidth(440);
    line->setPlaceholderText(help);
    if (isSecret)
        line->setEchoMode(QLineEdit::Password);
    m_form->addRow(caption, line);
    connect(line, &QLineEdit::textChanged, this, [this] { check(); });
    return line;
}

void AddAccountDialog::takeList()
{
    const VenueAccountListPtr list = m_accounts.list();
    if (m_place->count() != list->endpoints.size() + 1) {
        const QSignalBlocker quiet(m_place);
        m_place->clear();
        for (const QString &endpoint : list->endpoints)
            m_place->addItem(endpoint == u"production" ? tr("Binance production, real money") : tr("Binance %1").arg(endpoint), endpoint);
        m_place->addItem(tr("Another venue of the protocol"), QString());
        m_place->setCurrentIndex(std::max(0, m_place->findData(u"testnet"_s)));
    }
    check();
}

void AddAccountDialog::check()
{
    if (layout() == nullptr)
        return; // still being built
    const VenueAccountListPtr list = m_accounts.list();
    const auto setShown = [&](QLineEdit *line, bool isShown) {
        line->setVisible(isShown);
        m_form->labelForField(line)->setVisible(isShown);
    };
    const bool isOwn = m_place->currentData().toString().isEmpty();
    const bool isVault = list->store == u"vault";
    setShown(m_address, isOwn);
    setShown(m_passphrase, isVault);
    setShown(m_again, isVault && list->isVaultNew);
    QString problem;
    if (list->store.isEmpty())
        problem = tr("Looking where keys can be kept…");
    else if (isVault && list->isVaultNew && !m_passphrase->text().isEmpty() && m_passphrase->text().toUtf8().size() < list->passphraseMin)
        problem = tr("The passphrase needs at least %1 characters.").arg(list->passphraseMin);
    else if (isVault && list->isVaultNew && m_passphrase->text() != m_again->text())
        problem = tr("The two passphrases are not the same.");
    const bool isWhole = !m_name->text().trimmed().isEmpty() && !m_key->text().trimmed().isEmpty() && !m_secret->text().trimmed().isEmpty()
        && (!isOwn || !m_address->text().trimmed().isEmpty()) && (!isVault || !m_passphrase->text().isEmpty());
    setText(m_problem, problem);
    setStyleProperty(m_problem, "tone", u"muted"_s);
    m_add->setEnabled(isWhole && problem.isEmpty() && m_job == 0);
}

void AddAccountDialog::send()
{
    const QString place = m_place->currentData().toString();
    m_job = m_accounts.add(m_name->text(), place.isEmpty() ? m_address->text() : place, m_key->text(), secretOfLine(m_secret->text()),
                           m_passphrase->isVisible() ? m_passphrase->text().toUtf8() : QByteArray());
    m_add->setEnabled(false);
    setText(m_problem, tr("Asking the venue…"));
    setStyleProperty(m_problem, "tone", u"muted"_s);
}

} // namespace bellwether
