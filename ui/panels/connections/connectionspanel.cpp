#include "ui/panels/connections/connectionspanel.h"

#include "ui/panels/connections/accountcard.h"
#include "ui/panels/connections/addaccountdialog.h"
#include "ui/panels/connections/armdialog.h"
#include "ui/panels/connections/passphrasedialog.h"
#include "ui/panels/connections/symbolsdialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tone.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

ConnectionsPanel::ConnectionsPanel(const PanelContext &context, VenueAccounts &accounts, QWidget *parent)
    : Panel(parent), m_context(context), m_accounts(accounts), m_trouble(new QLabel(this)), m_empty(new QLabel(this)),
      m_add(new QPushButton(tr("Add account…"), this)), m_column(new QVBoxLayout)
{
    m_add->setObjectName(u"accountAdd"_s);
    m_trouble->setObjectName(u"accountsTrouble"_s);
    m_trouble->setProperty("tone", u"loss"_s);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_empty->setObjectName(u"accountsEmpty"_s);
    m_empty->setProperty("kind", u"empty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("No account at a venue yet. The desk trades on paper; an account is added with a key that may trade and may not withdraw."));
    auto *note = new QLabel(tr("Keys stay in the keychain or in an encrypted vault. Live trading is armed for one start at a time."), this);
    note->setProperty("tone", u"muted"_s);
    note->setWordWrap(true);
    auto *bar = new QHBoxLayout;
    bar->addWidget(note, 1);
    bar->addWidget(m_add);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(8, 0, 8, 8);
    rows->setSpacing(8);
    m_column->setSpacing(8);
    rows->addWidget(m_empty);
    rows->addLayout(m_column);
    rows->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    bar->setContentsMargins(8, 6, 8, 0);
    layout->addLayout(bar);
    layout->addWidget(m_trouble);
    layout->addWidget(scroll, 1);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &ConnectionsPanel::add);
    connect(&accounts, &VenueAccounts::changed, this, [this] { fill(*m_accounts.list()); });
    connect(&accounts, &VenueAccounts::answered, this, [this](quint64, bool isDone, const QString &text) {
        if (!text.isEmpty())
            Q_EMIT notice(isDone ? text : tr("Refused: %1").arg(text));
    });
    fill(*accounts.list());
    accounts.refresh();
}

void ConnectionsPanel::fill(const VenueAccountList &list)
{
    setText(m_trouble, list.trouble);
    m_trouble->setVisible(!list.trouble.isEmpty());
    m_empty->setVisible(list.rows.empty() && list.trouble.isEmpty());
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        const bool isThere = std::ranges::any_of(list.rows, [&](const VenueAccountRow &row) { return row.name == it->first; });
        if (!isThere) {
            it->second->hide();
            it->second->deleteLater();
        }
        it = isThere ? std::next(it) : m_cards.erase(it);
    }
    for (const VenueAccountRow &row : list.rows) {
        AccountCard *&card = m_cards[row.name];
        if (card == nullptr) {
            card = makeCard(row);
            m_column->addWidget(card);
            card->show();
        }
        card->setRow(row);
    }
}

AccountCard *ConnectionsPanel::makeCard(const VenueAccountRow &row)
{
    auto *card = new AccountCard(m_context, this);
    const QString name = row.name;
    connect(card, &AccountCard::testWanted, this, [this, name] {
        withPassphrase(name, tr("Test the account %1").arg(name), [this, name](QByteArray opener) { m_accounts.test(name, std::move(opener)); });
    });
    connect(card, &AccountCard::armWanted, this, [this, name] { arm(name); });
    connect(card, &AccountCard::disarmWanted, this, [this, name] { m_accounts.disarm(name); });
    connect(card, &AccountCard::liveWanted, this, [this, name] {
        withPassphrase(name, tr("Open the live desk of %1").arg(name), [this, name](QByteArray opener) { m_accounts.goLive(name, std::move(opener)); });
    });
    connect(card, &AccountCard::symbolsWanted, this, [this, name] { (new SymbolsDialog(m_context, m_accounts, name, this))->show(); });
    connect(card, &AccountCard::removeWanted, this, [this, name] { askRemove(name); });
    return card;
}

const VenueAccountRow *ConnectionsPanel::rowOf(const QString &name) const
{
    const auto &rows = m_accounts.list()->rows;
    const auto found = std::ranges::find(rows, name, &VenueAccountRow::name);
    return found == rows.end() ? nullptr : &*found;
}

void ConnectionsPanel::withPassphrase(const QString &name, const QString &deed, std::function<void(QByteArray)> then)
{
    const VenueAccountRow *row = rowOf(name);
    if (row == nullptr)
        return;
    if (row->store != u"vault")
        return then({});
    PassphraseDialog::ask(this, deed, std::move(then));
}

void ConnectionsPanel::add() { (new AddAccountDialog(m_accounts, this))->show(); }

void ConnectionsPanel::arm(const QString &name)
{
    const VenueAccountRow *row = rowOf(name);
    if (row != nullptr)
        (new ArmDialog(m_context, m_accounts, *row, this))->show();
}

void ConnectionsPanel::askRemove(const QString &name)
{
    ConfirmDialog::ask(this,
                       {.title = tr("Remove the account %1").arg(name),
                        .text = tr("The account and its secret are forgotten, and it is disarmed. Orders that work at the venue go on there; "
                                   "the journal of the account stays."),
                        .deed = tr("Remove %1").arg(name)},
                       [this, name](bool, const QString &) {
                           withPassphrase(name, tr("Remove the secret of %1").arg(name), [this, name](QByteArray opener) { m_accounts.remove(name, std::move(opener)); });
                       });
}

} // namespace bellwether
