#include "ui/panels/signals/approvealldialog.h"

#include "ui/models/signaltablemodel.h"
#include "ui/panels/signals/signalqueuepanel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <set>

using namespace Qt::StringLiterals;

namespace bellwether {

ApproveAllDialog::ApproveAllDialog(const PanelContext &context, std::vector<SignalRow> rows, QWidget *parent)
    : QDialog(parent), m_context(context), m_rows(std::move(rows)), m_text(new QLabel(this)), m_problem(new QLabel(this)),
      m_deed(new QPushButton(this))
{
    setObjectName(u"approveAll"_s);
    setWindowTitle(tr("Approve all"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *heading = new QLabel(tr("Approve all"), this);
    heading->setProperty("kind", u"heading"_s);
    m_text->setObjectName(u"approveAllText"_s);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(420);
    m_problem->setObjectName(u"approveAllProblem"_s);
    m_problem->setProperty("tone", u"warning"_s);
    m_problem->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Do nothing"), this);
    m_deed->setObjectName(u"approveAllDeed"_s);
    m_deed->setProperty("kind", u"approve"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_deed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_deed, &QPushButton::clicked, this, &QDialog::accept);
    connect(&context.desk, &TradingDesk::orderPreviewed, this, [this](const OrderPreview &preview) { applyPreview(preview); });
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].isExit) // a way out is never refused
            m_asked[context.desk.previewOrder(requestOf(m_rows[i]))] = i;
    }
    showNumbers(*context.desk.snapshot());
    cancel->setFocus();
}

std::vector<SignalRow> ApproveAllDialog::passing() const
{
    std::vector<SignalRow> rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_refused.contains(i))
            rows.push_back(m_rows[i]);
    }
    return rows;
}

void ApproveAllDialog::applyPreview(const OrderPreview &preview)
{
    const auto asked = m_asked.find(preview.command);
    if (asked == m_asked.end())
        return;
    const QString refusal = !preview.error.isEmpty() ? preview.error : preview.refusals.empty() ? QString() : preview.refusals.front().text;
    if (!refusal.isEmpty())
        m_refused[asked->second] = refusal;
    m_asked.erase(asked);
    showNumbers(*m_context.desk.snapshot());
}

QString ApproveAllDialog::conflict(const DeskSnapshot &snapshot) const
{
    const auto limitOf = [&](QStringView key) {
        const auto row = std::ranges::find(snapshot.limits, key, &LimitRow::key);
        return row != snapshot.limits.end() ? row->limit : std::numeric_limits<double>::infinity();
    };
    int entries = 0;
    double value = 0;
    double risk = 0;
    for (const SignalRow &row : passing()) {
        if (row.isExit)
            continue;
        ++entries;
        value += row.quantity.toDouble() * row.now.toDouble();
        risk += row.risk.toDouble();
    }
    const AccountView &account = snapshot.account;
    const double equity = account.equity.toDouble();
    if (account.openPositions + entries > account.openPositionsMax)
        return tr("Together they would make %1 positions of %2 allowed.").arg(account.openPositions + entries).arg(account.openPositionsMax);
    const double share = equity > 0 ? (account.grossExposure.toDouble() + value) / equity : 0;
    if (share > limitOf(u"risk.max_exposure")) {
        return tr("Together they would take the exposure to %1 of %2 allowed.")
            .arg(m_context.format.percent(share * 100, 1), m_context.format.percent(limitOf(u"risk.max_exposure") * 100, 1));
    }
    const double left = account.dayLossLimit.toDouble() - account.dayLoss.toDouble();
    if (account.dayLossLimit.amount.isPositive() && risk > left)
        return tr("Together they risk %1; the day may still lose %2.").arg(m_context.format.number(risk, 2), m_context.format.number(left, 2));
    return {};
}

void ApproveAllDialog::showNumbers(const DeskSnapshot &snapshot)
{
    const std::vector<SignalRow> rows = passing();
    double risk = 0;
    std::set<QString> symbols;
    for (const SignalRow &row : rows) {
        risk += row.risk.toDouble();
        symbols.insert(row.symbol);
    }
    const int count = int(rows.size());
    QString text = tr("%n signal(s) shown.", nullptr, int(m_rows.size())) + u' '
        + tr("%n order(s) would go out", nullptr, count) + u' '
        + tr("in %n symbol(s), risking %1 together.", nullptr, int(symbols.size())).arg(m_context.format.number(risk, 2) + u' ' + snapshot.account.currency.toString());
    if (!m_refused.empty()) {
        text += u"\n\n"_s + tr("The risk gate would refuse %n:", nullptr, int(m_refused.size()));
        for (const auto &[place, refusal] : m_refused)
            text += u"\n✗  %1 %2: %3"_s.arg(sideText(m_rows[place].side), m_rows[place].symbol, refusal);
    }
    m_text->setText(text);
    const QString problem = m_asked.empty() ? conflict(snapshot) : tr("Asking the risk gate…");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_deed->setText(tr("Approve %n", nullptr, count));
    m_deed->setEnabled(problem.isEmpty() && count > 0 && takesNewRisk(snapshot));
}

} // namespace bellwether
