#include "ui/panels/signals/shadowpanel.h"

#include "ui/widgets/tone.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

ShadowPanel::ShadowPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_format(context.format), m_model(new ShadowTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"shadowTable"_s, this)), m_sum(new QLabel(this))
{
    m_table->setAccessibleName(tr("Shadow ledger"));
    m_table->setEmptyText(tr("No signal was rejected or expired since the start. Those that are will be followed here to their "
                             "stop or target."));
    m_table->setColumnWidths({8, 10, 5, 8, 9, 9, 8, 14, 8, 20, 23, 9, 9});
    m_sum->setObjectName(u"shadowSum"_s);
    m_sum->setAccessibleName(tr("What declining saved or cost"));
    m_sum->setContentsMargins(8, 4, 8, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sum);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
}

void ShadowPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!snapshot.shadow || snapshot.shadow == m_shown)
        return;
    m_shown = snapshot.shadow;
    m_model->setRows(*m_shown);
    showSum();
}

void ShadowPanel::showSum()
{
    Money saved;
    Money missed;
    for (const ShadowRow &row : *m_shown) {
        if (saved.currency != row.pnl.currency && saved.amount.isZero() && missed.amount.isZero())
            saved = missed = Money::zero(row.pnl.currency);
        (row.pnl.amount.isNegative() ? saved : missed) += row.pnl;
    }
    m_sum->setVisible(!m_shown->empty());
    setText(m_sum, tr("Declining saved %1 and cost %2 so far.")
                       .arg(m_format.moneyWithCurrency(-saved), m_format.moneyWithCurrency(missed)));
    setStyleProperty(m_sum, "tone", (saved + missed).amount.isPositive() ? u"warning"_s : u"muted"_s);
}

} // namespace bellwether
