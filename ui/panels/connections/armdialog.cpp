#include "ui/panels/connections/armdialog.h"

#include "ui/models/celltablemodel.h"
#include "ui/models/settingtexts.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// As many places as the number has, and no more.
QString numberText(const Format &format, double value)
{
    int decimals = 0;
    for (double rest = value; decimals < 6 && std::abs(rest - std::round(rest)) > 1e-9; rest *= 10)
        ++decimals;
    return format.number(value, decimals);
}

} // namespace

ArmDialog::ArmDialog(const PanelContext &context, VenueAccounts &accounts, const VenueAccountRow &row, QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_typed(new QLineEdit(this)), m_problem(new QLabel(this)), m_arm(new QPushButton(tr("Arm for one start"), this))
{
    setObjectName(u"armDialog"_s);
    setWindowTitle(tr("Arm %1 for live trading").arg(row.name));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(800, 640);
    auto *text = new QLabel(this);
    text->setObjectName(u"armText"_s);
    text->setWordWrap(true);
    text->setText((row.isRealMoney ? tr("%1 at %2 %3 will send real orders for real money, under these limits.")
                                   : tr("%1 at %2 %3 will send real orders to a test venue, under these limits."))
                      .arg(row.name, row.venue, row.endpoint));
    setStyleProperty(text, "tone", row.isRealMoney ? u"warning"_s : QString());
    auto *model = new CellTableModel({{tr("Limit"), {}, false}, {tr("Value"), {}, true}, {tr("Setting"), {}, false}}, this);
    std::vector<CellTableModel::Row> rows;
    for (const VenueAccountList::Limit &limit : accounts.list()->limits)
        rows.push_back({{settingText(limit.help)}, {numberText(context.format, limit.value), limit.value}, {limit.key}});
    model->setRows(std::move(rows));
    auto *table = new DataTable(context.theme, model, u"armLimits"_s, this);
    table->setAccessibleName(tr("Limits"));
    table->setEmptyText(tr("The limits cannot be read; nothing can be armed."));
    table->setColumnWidths({60, 13, 26});
    auto *what = new QLabel(tr("Type %1 to arm it. The arming holds for a quarter of an hour and one start, with these settings; a restart disarms.").arg(row.sentence), this);
    what->setWordWrap(true);
    m_typed->setObjectName(u"armTyped"_s);
    m_typed->setPlaceholderText(row.sentence);
    m_typed->setAccessibleName(tr("The sentence to type"));
    m_problem->setObjectName(u"armProblem"_s);
    m_problem->setProperty("tone", u"loss"_s);
    m_problem->setWordWrap(true);
    m_arm->setObjectName(u"armDeed"_s);
    m_arm->setProperty("kind", u"danger"_s);
    m_arm->setAutoDefault(false);
    m_arm->setEnabled(false);
    auto *cancel = new QPushButton(tr("Do nothing"), this);
    cancel->setObjectName(u"armCancel"_s);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_arm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addWidget(text);
    layout->addWidget(table, 1);
    layout->addWidget(what);
    layout->addWidget(m_typed);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    const bool hasLimits = !accounts.list()->limits.empty();
    connect(m_typed, &QLineEdit::textChanged, this, [this, hasLimits, sentence = row.sentence](const QString &typed) {
        m_arm->setEnabled(hasLimits && m_job == 0 && typed.trimmed() == sentence);
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_arm, &QPushButton::clicked, this, [this, name = row.name] {
        m_job = m_accounts.arm(name, m_typed->text());
        m_arm->setEnabled(false);
    });
    connect(&accounts, &VenueAccounts::answered, this, [this](quint64 job, bool isDone, const QString &why) {
        if (m_job == 0 || job != m_job)
            return;
        m_job = 0;
        if (isDone)
            return accept();
        setText(m_problem, why);
        m_typed->clear();
    });
    m_typed->setFocus();
}

} // namespace bellwether
