#include "ui/panels/risk/riskpanel.h"

#include "ui/panels/risk/killreceipt.h"
#include "ui/panels/risk/limitdialog.h"
#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QLabel>
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
      m_whatIf(new QLabel(this)), m_kill(new KillReceipt(context.format, this))
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
    auto *what = new QLabel(tr("What if the market moves"), this);
    what->setProperty("kind", u"caption"_s);
    auto *slide = new QHBoxLayout;
    slide->setContentsMargins(8, 4, 8, 0);
    slide->addWidget(what);
    slide->addWidget(m_move, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_table, 1);
    layout->addLayout(slide);
    layout->addWidget(m_whatIf);
    layout->addWidget(m_kill);
    setFocusProxy(m_table);
    connect(m_move, &QSlider::valueChanged, this, [this] { showWhatIf(); });
    connect(m_kill, &KillReceipt::rehearsalWanted, this, [this] {
        if (const DeskSnapshotPtr snapshot = m_desk.snapshot())
            m_kill->rehearse(*snapshot);
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { askLimit(row); });
}

void RiskPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    m_kill->applySnapshot(snapshot); // a receipt is kept also while nobody looks
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

void RiskPanel::askLimit(int row)
{
    const LimitRow limit = m_model->row(row);
    LimitDialog::ask(this, *m_model, limit, [this, key = limit.key.toString()](double value, bool isLooser) {
        const LimitChange change{key, value};
        m_asked.emplace(m_desk.setLimits({change}, isLooser), change);
    });
}

void RiskPanel::applyAnswer(const CommandAnswer &answer)
{
    const auto asked = m_asked.find(answer.command);
    if (asked == m_asked.end())
        return;
    const LimitChange change = asked->second;
    m_asked.erase(asked);
    if (answer.isAccepted)
        Q_EMIT limitChanged(change.key, change.value);
}

void RiskPanel::showReceipt(const QString &receipt) { m_kill->showAnswer(receipt); }

} // namespace bellwether
