#include "ui/panels/connections/accountcard.h"

#include "ui/widgets/tone.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Connection = VenueAccountRow::Connection;

constexpr double offsetWarningMs = 500;
constexpr double shareWarning = 0.8;
constexpr std::size_t balancesShown = 8;

QPushButton *makeButton(const QString &name, const QString &text, const QString &help, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(help);
    button->setAutoDefault(false);
    return button;
}

QString placeText(const VenueAccountRow &row)
{
    const QString venue = row.venue.left(1).toUpper() + row.venue.mid(1);
    return row.isRealMoney ? AccountCard::tr("%1 %2 · real money").arg(venue, row.endpoint) : AccountCard::tr("%1 %2 · test money").arg(venue, row.endpoint);
}

} // namespace

std::pair<Lamp::State, QString> accountLamp(const VenueAccountRow &row)
{
    switch (row.connection) {
    case Connection::Untested: return {Lamp::State::Off, AccountCard::tr("not tested")};
    case Connection::Busy: return {Lamp::State::Warning, AccountCard::tr("working…")};
    case Connection::Answered: return {Lamp::State::Good, AccountCard::tr("key accepted")};
    case Connection::Refused: return {Lamp::State::Bad, AccountCard::tr("key refused")};
    case Connection::Unreachable: return {Lamp::State::Bad, AccountCard::tr("not reachable")};
    case Connection::Connecting: return {Lamp::State::Warning, AccountCard::tr("connecting")};
    case Connection::Connected: return {row.isDisarmed ? Lamp::State::Warning : Lamp::State::Good, AccountCard::tr("connected")};
    case Connection::Down: return {Lamp::State::Bad, AccountCard::tr("connection lost")};
    case Connection::Suspended: return {Lamp::State::Warning, AccountCard::tr("suspended by the venue")};
    }
    return {};
}

AccountCard::AccountCard(const PanelContext &context, QWidget *parent)
    : QFrame(parent), m_format(context.format), m_lamp(new Lamp(context.theme, this)), m_name(new QLabel(this)), m_place(new QLabel(this)),
      m_live(new QLabel(this)), m_balances(new QLabel(this)), m_error(new QLabel(this)),
      m_test(makeButton(u"accountTest"_s, tr("Test"), tr("Asks the venue what the key may do"), this)),
      m_symbols(makeButton(u"accountSymbols"_s, tr("Symbols…"), tr("Searches the venue's listings and chooses what live desks watch"), this)),
      m_arm(makeButton(u"accountArm"_s, tr("Arm…"), tr("Allows one live start, under limits that are shown first"), this)),
      m_disarm(makeButton(u"accountDisarm"_s, tr("Disarm"), tr("At once and without a question: no new risk leaves, reductions do"), this)),
      m_go(makeButton(u"accountLive"_s, tr("Go live"), tr("Opens the desk of this account in this window"), this)),
      m_remove(makeButton(u"accountRemove"_s, tr("Remove…"), tr("Forgets the account and its secret"), this))
{
    setObjectName(u"accountCard"_s);
    setProperty("kind", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(u"accountName"_s);
    m_name->setProperty("kind", u"heading"_s);
    m_lamp->setObjectName(u"accountLamp"_s);
    m_place->setObjectName(u"accountPlace"_s);
    m_live->setObjectName(u"accountState"_s);
    m_error->setObjectName(u"accountError"_s);
    m_error->setProperty("tone", u"loss"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_balances->setObjectName(u"accountBalances"_s);
    m_balances->setProperty("tone", u"muted"_s);
    m_balances->setWordWrap(true);
    m_arm->setProperty("kind", u"danger"_s);
    m_go->setProperty("kind", u"danger"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_name);
    head->addWidget(m_lamp);
    head->addStretch();
    head->addWidget(m_live);
    m_place->setWordWrap(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(26);
    grid->setVerticalSpacing(1);
    m_latency = addFigure(grid, 0, 0, tr("Latency"), tr("From a request to its answer, the last one"), u"accountLatency"_s);
    m_offset = addFigure(grid, 0, 1, tr("Clock"), tr("The venue's clock against this machine's"), u"accountOffset"_s);
    m_checked = addFigure(grid, 0, 2, tr("Last test"), tr("When the venue was asked last"), u"accountChecked"_s);
    m_weight = addFigure(grid, 3, 0, tr("Request weight"), tr("Share of the venue's request weight of this minute that is used"), u"accountWeight"_s);
    m_orders = addFigure(grid, 3, 1, tr("Orders"), tr("Share of the venue's order count that is used"), u"accountOrders"_s);
    m_rights = addFigure(grid, 3, 2, tr("Rights of the key"), tr("What the venue lets the key do"), u"accountRights"_s);
    m_rights->setWordWrap(true);
    m_weightBar = new QProgressBar(this);
    m_weightBar->setTextVisible(false);
    m_weightBar->setRange(0, 100);
    m_weightBar->setFixedHeight(4);
    m_weightBar->setAccessibleName(tr("Request weight"));
    grid->addWidget(m_weightBar, 5, 0);
    grid->setColumnStretch(2, 1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_test, m_symbols, m_arm, m_go, m_disarm})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_place);
    layout->addLayout(grid);
    layout->addWidget(m_balances);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    connect(m_test, &QPushButton::clicked, this, &AccountCard::testWanted);
    connect(m_symbols, &QPushButton::clicked, this, &AccountCard::symbolsWanted);
    connect(m_arm, &QPushButton::clicked, this, &AccountCard::armWanted);
    connect(m_disarm, &QPushButton::clicked, this, &AccountCard::disarmWanted);
    connect(m_go, &QPushButton::clicked, this, &AccountCard::liveWanted);
    connect(m_remove, &QPushButton::clicked, this, &AccountCard::removeWanted);
}

QLabel *AccountCard::addFigure(QGridLayout *grid, int row, int column, const QString &caption, const QString &help, const QString &name)
{
    auto *head = new QLabel(caption, this);
    head->setProperty("kind", u"caption"_s);
    head->setToolTip(help);
    auto *value = new QLabel(this);
    value->setObjectName(name);
    value->setToolTip(help);
    value->setAccessibleName(caption);
    grid->addWidget(head, row, column);
    grid->addWidget(value, row + 1, column);
    return value;
}

void AccountCard::setRow(const VenueAccountRow &row)
{
    setAccessibleName(tr("Account %1").arg(row.name));
    setText(m_name, row.name);
    setText(m_place, placeText(row) + u" · "_s + tr("key %1 in the %2").arg(row.keyHint, row.store == u"vault" ? tr("vault") : tr("keychain")));
    setStyleProperty(m_place, "tone", row.isRealMoney ? u"warning"_s : u"muted"_s);
    setText(m_error, row.error);
    m_error->setVisible(!row.error.isEmpty());
    QStringList balances;
    for (const auto &[asset, amount] : row.balances) {
        if (balances.size() < qsizetype(balancesShown))
            balances.append(asset + u' ' + amount);
    }
    if (row.balances.size() > balancesShown)
        balances.append(tr("%n more", nullptr, int(row.balances.size() - balancesShown)));
    for (const QString &warning : row.warnings)
        balances.append(tr("note: %1").arg(warning));
    setText(m_balances, balances.join(u" · "_s));
    m_balances->setVisible(!balances.isEmpty());
    showLamp(row);
    showFigures(row);
    showButtons(row);
}

void AccountCard::showLamp(const VenueAccountRow &row)
{
    const auto [state, text] = accountLamp(row);
    m_lamp->set(state, text, row.error);
    QString badge;
    QString kind = u"caution"_s;
    if (row.isTraded && row.isDisarmed) {
        badge = tr("LIVE, DISARMED");
    } else if (row.isTraded) {
        badge = tr("LIVE");
        kind = u"alarm"_s;
    } else if (row.armedUntil.isValid()) {
        badge = tr("ARMED until %1").arg(m_format.time(row.armedUntil));
    }
    setText(m_live, badge);
    setStyleProperty(m_live, "kind", kind);
    m_live->setVisible(!badge.isEmpty());
}

void AccountCard::showFigures(const VenueAccountRow &row)
{
    const QString none = u"–"_s;
    setText(m_latency, row.latencyMs ? tr("%1 ms").arg(m_format.number(*row.latencyMs, *row.latencyMs < 10 ? 1 : 0)) : none);
    setText(m_offset, row.clockOffsetMs ? tr("%1 ms").arg(m_format.signedNumber(*row.clockOffsetMs, 0)) : none);
    setStyleProperty(m_offset, "tone", row.clockOffsetMs && std::abs(*row.clockOffsetMs) > offsetWarningMs ? u"warning"_s : QString());
    const auto share = [&](const std::optional<double> &used) { return used ? m_format.percent(*used * 100, 0) : none; };
    setText(m_weight, share(row.weightShare));
    setText(m_orders, share(row.orderShare));
    setStyleProperty(m_weight, "tone", row.weightShare.value_or(0) > shareWarning ? u"warning"_s : QString());
    m_weightBar->setValue(int(row.weightShare.value_or(0) * 100));
    QStringList rights;
    if (row.areRightsKnown) {
        rights.append(row.canTrade ? tr("trade") : tr("no trading"));
        rights.append(row.canWithdraw ? tr("WITHDRAW") : tr("no withdrawal"));
        if (row.isAddressBound)
            rights.append(tr("bound to an address"));
    }
    setText(m_rights, rights.isEmpty() ? none : rights.join(u", "_s));
    setText(m_checked, row.checkedAt.isValid() ? m_format.time(row.checkedAt) : none);
}

void AccountCard::showButtons(const VenueAccountRow &row)
{
    const bool isFree = row.connection != Connection::Busy;
    const bool isArmed = row.armedUntil.isValid();
    m_test->setEnabled(isFree);
    m_arm->setVisible(!isArmed && (!row.isTraded || row.isDisarmed));
    m_arm->setEnabled(isFree);
    m_go->setVisible(isArmed);
    m_go->setEnabled(isFree);
    m_disarm->setVisible(isArmed || (row.isTraded && !row.isDisarmed)); // never greyed out
    m_remove->setEnabled(isFree && !row.isTraded);
}

} // namespace bellwether
