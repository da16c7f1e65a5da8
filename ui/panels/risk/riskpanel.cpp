#include "ui/panels/risk/riskpanel.h"

#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int stepsPerPercent = 2;
constexpr int percentMax = 10;

} // namespace

RiskPanel::RiskPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_format(context.format), m_model(new LimitTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"limitTable"_s, this)), m_move(new QSlider(Qt::Horizontal, this)),
      m_whatIf(new QLabel(this)), m_kill(new QLabel(this))
{
    m_table->setAccessibleName(tr("Limits"));
    m_table->setEmptyText(tr("The desk has not told its limits yet."));
    m_table->setColumnWidths({23, 6, 7, 9, 12, 8});
    m_move->setObjectName(u"whatIfMove"_s);
    m_move->setRange(-percentMax * stepsPerPercent, percentMax * stepsPerPercent);
    m_move->setPageStep(stepsPerPercent);
    m_move->setAccessibleName(tr("What if the market moves"));
    m_whatIf->setObjectName(u"whatIf"_s);
    m_whatIf->setWordWrap(true);
    m_whatIf->setContentsMargins(8, 0, 8, 0);
    m_kill->setObjectName(u"killReceipt"_s);
    m_kill->setWordWrap(true);
    auto *rehearsal = new QPushButton(tr("Rehearse the kill switch"), this);
    rehearsal->setObjectName(u"rehearse"_s);
    rehearsal->setToolTip(tr("Says what the kill switch would do now, and does nothing"));
    auto *what = new QLabel(tr("What if the market moves"), this);
    what->setProperty("kind", u"caption"_s);
    auto *slide = new QHBoxLayout;
    slide->setContentsMargins(8, 4, 8, 0);
    slide->addWidget(what);
    slide->addWidget(m_move, 1);
    auto *under = new QHBoxLayout;
    under->setContentsMargins(8, 4, 8, 6);
    under->setSpacing(10);
    under->addWidget(rehearsal);
    under->addWidget(m_kill, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_table, 1);
    layout->addLayout(slide);
    layout->addWidget(m_whatIf);
    layout->addLayout(under);
    setFocusProxy(m_table);
    connect(m_move, &QSlider::valueChanged, this, [this] { showWhatIf(); });
    connect(rehearsal, &QPushButton::clicked, this, [this] { rehearse(); });
}

void RiskPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!isVisible())
        return;
    m_model->setRows(snapshot.limits);
    showWhatIf();
}

void RiskPanel::showWhatIf()
{
    const DeskSnapshotPtr snapshot = m_desk.snapshot();
    if (!snapshot)
        return;
    const double percent = double(m_move->value()) / stepsPerPercent;
    const AccountView &account = snapshot->account;
    const double result = account.netExposure.toDouble() * percent / 100;
    // A gain first takes back what the day has lost.
    const double loss = std::max(0.0, account.dayLoss.toDouble() - result);
    const double limit = account.dayLossLimit.toDouble();
    const bool isHalt = limit > 0 && loss >= limit;
    QString text = tr("Every price %1: %2 %3 on what is held. Loss of the day then: %4 of %5.")
                       .arg(m_format.signedPercent(percent, 1), m_format.signedNumber(result, 2), account.currency.toString(),
                            m_format.number(loss, 2), m_format.moneyWithCurrency(account.dayLossLimit));
    if (isHalt)
        text += u' ' + tr("Entries would be halted. Stops on the way may limit it.");
    setText(m_whatIf, text);
    setStyleProperty(m_whatIf, "tone", isHalt ? u"loss"_s : u"muted"_s);
}

void RiskPanel::rehearse()
{
    const DeskSnapshotPtr snapshot = m_desk.snapshot();
    if (!snapshot)
        return;
    int entries = 0;
    int others = 0;
    if (snapshot->orders) {
        for (const OrderRow &row : *snapshot->orders) {
            if (isWorking(row.order.state()))
                ++(row.order.role == OrderRole::Entry ? entries : others);
        }
    }
    setText(m_kill, tr("Rehearsal at %1, nothing was done. Auto-trade goes off, entries cancelled: %2, stops, targets and exits that "
                       "stay: %3. With closing: all %4 orders cancelled and %5 positions worth %6 closed at the market.")
                        .arg(m_format.time(snapshot->time))
                        .arg(entries)
                        .arg(others)
                        .arg(entries + others)
                        .arg(snapshot->positions.size())
                        .arg(m_format.moneyWithCurrency(snapshot->account.grossExposure)));
    setStyleProperty(m_kill, "tone", u"muted"_s);
}

void RiskPanel::showReceipt(const QString &receipt)
{
    const DeskSnapshotPtr snapshot = m_desk.snapshot();
    setText(m_kill, tr("Receipt, %1: %2").arg(snapshot ? m_format.time(snapshot->time) : QString(), receipt));
    setStyleProperty(m_kill, "tone", u"warning"_s);
}

} // namespace bellwether
