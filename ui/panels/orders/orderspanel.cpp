#include "ui/panels/orders/orderspanel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

OrdersPanel::OrdersPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_model(new OrderTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"orderTable"_s, this))
{
    m_table->setAccessibleName(tr("Orders"));
    m_table->setEmptyText(tr("No order yet: approve a signal to send one."));
    m_table->cells().setButtons(OrderTableModel::ActionColumn, {{u"cancel"_s, tr("Cancel"), ColorRole::Warning}});
    m_table->setColumnWidths({8, 9, 5, 9, 7, 9, 9, 9, 9, 9, 10, 4, 22, 15, 5});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(m_table, &DataTable::buttonClicked, this, [this](int row, int) { m_desk.cancelOrder(m_model->row(row).order.id); });
    connect(m_table, &DataTable::currentSourceRowChanged, this, &OrdersPanel::selectionChanged);
}

void OrdersPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!snapshot.orders || snapshot.orders == m_shown)
        return;
    m_shown = snapshot.orders;
    m_model->setRows(*m_shown);
    Q_EMIT selectionChanged(); // the state of the selected order may be another
}

bool OrdersPanel::canCancelSelected() const
{
    const int row = m_table->currentSourceRow();
    return row >= 0 && isWorking(m_model->row(row).order.state())
        && m_model->row(row).order.state() != OrderState::CancelPending;
}

void OrdersPanel::cancelSelected()
{
    if (canCancelSelected())
        m_desk.cancelOrder(m_model->row(m_table->currentSourceRow()).order.id);
}

} // namespace bellwether
