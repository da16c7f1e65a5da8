#include "ui/panels/account/accountstrip.h"

#include "ui/models/costtruth.h"
#include "ui/models/signaltablemodel.h"
#include "ui/widgets/sparingrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

void setState(QLabel *label, const char *property, const QString &value)
{
    if (label->property(property).toString() == value)
        return;
    label->setProperty(property, value);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Gain: return u"gain"_s;
    case Tone::Loss: return u"loss"_s;
    case Tone::Muted: return u"muted"_s;
    case Tone::Warning: return u"warning"_s;
    case Tone::Flat:
    case Tone::Strong: break;
    }
    return {};
}

} // namespace

AccountStrip::AccountStrip(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_format(context.format), m_costs(context.costs), m_layout(new QHBoxLayout(this))
{
    setObjectName(u"accountStrip"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Account"));
    m_layout->setContentsMargins(10, 4, 10, 4);
    m_layout->setSpacing(14);

    m_mode = new QLabel(this);
    m_mode->setObjectName(u"modeBadge"_s);
    m_mode->setProperty("kind", u"badge"_s);
    m_account = new QLabel(this);
    m_account->setProperty("kind", u"caption"_s);
    auto *who = new QVBoxLayout;
    who->setSpacing(1);
    who->addWidget(m_mode, 0, Qt::AlignLeft);
    who->addWidget(m_account);
    m_layout->addLayout(who);

    m_equity = addFigure(tr("Equity"), tr("Cash and market value of the open positions"), 10);
    m_dayPnl = addFigure(tr("Day P&L"), tr("Equity against the equity at the start of the exchange's day; with costs: also those of closing what is open"), 15, &m_dayCaption);
    m_unrealized = addFigure(tr("Open P&L"), tr("Unrealized profit or loss of the open positions; with costs: those of the way in and of the way out"), 9, &m_unrealizedCaption);
    m_cash = addFigure(tr("Cash"), tr("Cash of the account"), 10);
    m_exposure = addFigure(tr("Exposure"), tr("Market value of the open positions against the equity"), 6);
    m_positions = addFigure(tr("Positions"), tr("Open positions of those allowed"), 6);
    m_gauge = new LossGauge(context.theme, this);
    m_gauge->setObjectName(u"lossGauge"_s);
    m_layout->addWidget(m_gauge, 0, Qt::AlignVCenter);
    m_alarm = new QLabel(this);
    m_alarm->setObjectName(u"alarm"_s);
    m_alarm->setProperty("kind", u"alarm"_s);
    m_alarm->hide();
    m_layout->addWidget(m_alarm, 0, Qt::AlignVCenter);
    m_layout->addStretch(1);
    nameProfits();
    if (m_costs) {
        connect(m_costs, &CostSwitch::changed, this, [this, &desk = context.desk] {
            nameProfits();
            if (const DeskSnapshotPtr snapshot = desk.snapshot())
                applySnapshot(*snapshot);
        });
    }
    // What a narrow window can do without; equity, the day and its gauge stay.
    auto *sparing = new SparingRow(this);
    for (QLabel *figure : {m_cash, m_exposure, m_positions, m_unrealized})
        sparing->addStep([cell = figure->parentWidget()](bool isGone) { cell->setHidden(isGone); });
    sparing->addStep([this](bool isGone) { m_account->setHidden(isGone); });
}

void AccountStrip::nameProfits()
{
    const QString how = costTruthText(m_costs ? m_costs->truth() : CostTruth::Gross);
    m_unrealizedCaption->setText(tr("Open P&L %1").arg(how));
    m_dayCaption->setText(tr("Day P&L %1").arg(how));
}

QSize AccountStrip::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 90, Panel::minimumSizeHint().height()}; }

QLabel *AccountStrip::addFigure(const QString &caption, const QString &help, int digits, QLabel **titleOut)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new QLabel(caption, cell);
    title->setProperty("kind", u"caption"_s);
    title->setToolTip(help);
    if (titleOut)
        *titleOut = title;
    auto *value = new QLabel(cell);
    value->setProperty("kind", u"value"_s);
    value->setToolTip(help);
    value->setAccessibleName(caption);
    // A fixed room keeps the strip still while digits come and go.
    QFont font = value->font();
    font.setPointSizeF(11);
    value->setMinimumWidth(QFontMetrics(font).horizontalAdvance(u'0') * digits);
    column->addWidget(title);
    column->addWidget(value);
    m_layout->addWidget(cell);
    return value;
}

void AccountStrip::addSwitch(QWidget *widget) { m_layout->addWidget(widget); }

void AccountStrip::show(QLabel *label, const QString &text, Tone tone)
{
    if (label->text() != text)
        label->setText(text);
    setState(label, "tone", toneName(tone));
}

void AccountStrip::applySnapshot(const DeskSnapshot &snapshot)
{
    const AccountView &account = snapshot.account;
    show(m_mode, modeText(snapshot.mode));
    setState(m_mode, "state", toString(snapshot.mode));
    show(m_account, account.account.toString() + u" · "_s + account.currency.toString());
    show(m_equity, m_format.money(account.equity));
    show(m_cash, m_format.money(account.cash));
    const double start = account.equity.toDouble() - account.dayPnl.toDouble();
    // The equity knows the costs that were charged, and not those of getting out.
    const CostTruth truth = m_costs ? m_costs->truth() : CostTruth::Net;
    const bool areCostsKnown = !account.closingCosts.currency.isEmpty();
    const Money day = areCostsKnown ? withCosts(account.dayPnl + account.dayCosts, account.dayCosts + account.closingCosts, truth) : account.dayPnl;
    const Money open = areCostsKnown ? withCosts(account.unrealizedPnl, account.openingCosts + account.closingCosts, truth) : account.unrealizedPnl;
    const double percent = start != 0 ? day.toDouble() / start * 100 : 0;
    show(m_dayPnl, u"%1  %2"_s.arg(m_format.signedMoney(day), m_format.signedPercent(percent)), toneOf(day));
    show(m_unrealized, m_format.signedMoney(open), toneOf(open));
    show(m_exposure, m_format.percent(account.exposurePercent, 1));
    show(m_positions, u"%1 / %2"_s.arg(account.openPositions).arg(account.openPositionsMax));

    const double limit = account.dayLossLimit.toDouble();
    m_gauge->set(limit > 0 ? account.dayLoss.toDouble() / limit : 0, limit > 0 ? account.openRisk.toDouble() / limit : 0,
                 u"%1 / %2"_s.arg(m_format.money(account.dayLoss), m_format.money(account.dayLossLimit)),
                 tr("Lost today %1 of a limit of %2; %3 more if every stop is hit.")
                     .arg(m_format.money(account.dayLoss), m_format.money(account.dayLossLimit),
                          m_format.money(account.openRisk)));

    const bool isStopped = snapshot.isKilled || snapshot.isHalted || snapshot.state == EngineState::Faulted;
    m_alarm->setVisible(isStopped);
    show(m_alarm, snapshot.isKilled ? tr("KILLED")
                  : snapshot.isHalted ? tr("HALTED")
                                      : tr("FAULT"));
    m_alarm->setToolTip(snapshot.haltReason.isEmpty() ? snapshot.stateReason : snapshot.haltReason);
}

} // namespace bellwether
