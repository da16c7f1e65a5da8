#include "ui/panels/orders/orderspanel.h"

#include "ui/panels/positions/changedialog.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

OrdersPanel::OrdersPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_format(context.format), m_instruments(context.instruments),
      m_model(new OrderTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"orderTable"_s, this)), m_workModel(new WorkTableModel(context.format, this)),
      m_workTable(new DataTable(context.theme, m_workModel, u"workTable"_s, this))
{
    m_table->setAccessibleName(tr("Orders"));
    m_table->setEmptyText(tr("No order yet: approve a signal to send one."));
    m_table->cells().setButtons(OrderTableModel::ActionColumn, {{u"cancel"_s, tr("Cancel"), ColorRole::Warning}, {u"edit"_s, tr("Change"), ColorRole::Accent}});
    // Only some markets have products.
    const bool hasProduct = std::ranges::any_of(context.desk.instruments(), [](const Instrument &each) { return hasProducts(each); });
    m_table->setColumnWidths({8, 9, 5, 9, 7, 9, 9, 9, 9, 9, 10, 6, 22, 15, 5, hasProduct ? 6 : -6});
    // What is going on with an order, and what can be done about it, before its numbers.
    m_table->horizontalHeader()->moveSection(OrderTableModel::StateColumn, 3);
    m_table->horizontalHeader()->moveSection(OrderTableModel::ActionColumn, 4);
    m_table->horizontalHeader()->moveSection(m_table->horizontalHeader()->visualIndex(OrderTableModel::ProductColumn), 7); // beside the type
    m_workTable->setAccessibleName(tr("Worked orders"));
    m_workTable->setEmptyText(tr("No worked order."));
    m_workTable->cells().setButtons(WorkTableModel::ActionColumn, {{u"cancel"_s, tr("Cancel"), ColorRole::Warning}});
    m_workTable->setColumnWidths({13, 9, 5, 9, 9, 9, 8, 9, 10, 6, 34, 8, 8, 12, 4});
    m_workTable->horizontalHeader()->moveSection(WorkTableModel::StateColumn, 3);
    m_workTable->horizontalHeader()->moveSection(WorkTableModel::ActionColumn, 4);
    m_workTable->horizontalHeader()->moveSection(m_workTable->horizontalHeader()->visualIndex(WorkTableModel::ProgressColumn), 5);
    m_workTable->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(u"orderParts"_s);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_workTable);
    parts->addWidget(m_table);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 3);
    layout->addWidget(parts);
    setFocusProxy(m_table);
    connect(m_table, &DataTable::buttonClicked, this, [this](int row, int button) {
        if (button == 1)
            askToModify(row);
        else if (canCancel(row))
            m_desk.cancelOrder(m_model->row(row).order.id);
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { askToModify(row); });
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this](int row) {
        m_isWorkChosen = m_isWorkChosen && row < 0;
        Q_EMIT selectionChanged();
    });
    connect(m_workTable, &DataTable::buttonClicked, this, [this](int row, int) {
        if (canCancelWork(row))
            m_desk.cancelWork(m_workModel->row(row).id);
    });
    connect(m_workTable, &DataTable::currentSourceRowChanged, this, [this](int row) {
        m_isWorkChosen = row >= 0;
        Q_EMIT selectionChanged();
    });
}

void OrdersPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (snapshot.works && snapshot.works != m_shownWorks) {
        m_shownWorks = snapshot.works;
        m_workModel->setRows(*m_shownWorks);
        m_workTable->setVisible(!m_shownWorks->empty());
        Q_EMIT selectionChanged();
    }
    if (!snapshot.orders || snapshot.orders == m_shown)
        return;
    m_shown = snapshot.orders;
    m_model->setRows(*m_shown);
    Q_EMIT selectionChanged(); // the state of the selected order may be another
}

bool OrdersPanel::canCancel(int row) const
{
    return row >= 0 && isWorking(m_model->row(row).order.state())
        && m_model->row(row).order.state() != OrderState::CancelPending;
}

InstrumentId OrdersPanel::chosenInstrument() const
{
    const int row = m_table->currentSourceRow();
    return row >= 0 ? m_model->row(row).order.instrument : InstrumentId();
}

bool OrdersPanel::canCancelWork(int row) const { return row >= 0 && m_workModel->row(row).state == WorkState::Working; }

bool OrdersPanel::canCancelSelected() const
{
    return m_isWorkChosen ? canCancelWork(m_workTable->currentSourceRow()) : canCancel(m_table->currentSourceRow());
}

void OrdersPanel::cancelSelected()
{
    if (!canCancelSelected())
        return;
    if (m_isWorkChosen)
        m_desk.cancelWork(m_workModel->row(m_workTable->currentSourceRow()).id);
    else
        m_desk.cancelOrder(m_model->row(m_table->currentSourceRow()).order.id);
}

void OrdersPanel::modifySelected() { askToModify(m_table->currentSourceRow()); }

void OrdersPanel::askToModify(int row)
{
    if (row < 0)
        return;
    if (!canCancel(row)) {
        Q_EMIT notice(tr("This order cannot be changed any more."));
        return;
    }
    const OrderRow what = m_model->row(row);
    const Order &order = what.order;
    const Instrument *instrument = m_instruments.find(order.instrument);
    if (!instrument || order.type == OrderType::Market)
        return;
    const bool hasTrigger = hasTriggerPrice(order.type);
    const Price price = hasTrigger ? order.stopPrice : order.limitPrice;
    const auto judge = [this, what, price, multiplier = instrument->multiplier,
                        currency = instrument->currency](std::int64_t quantity, std::int64_t newPrice) -> Result<QString> {
        if (quantity == what.order.quantity.raw() && newPrice == price.raw())
            return failure(ErrorCode::InvalidArgument, tr("Nothing is changed yet."));
        if (what.order.role == OrderRole::Entry && quantity > what.order.quantity.raw())
            return failure(ErrorCode::OutOfRange, tr("An entry cannot grow: send another order."));
        const double value = Quantity::fromRaw(quantity).toDouble() * Price::fromRaw(newPrice).toDouble() * double(multiplier);
        return tr("Value %1 %2").arg(m_format.number(value, 2), currency.toString());
    };
    ChangeDialog::ask(this,
                      {tr("Change order %1: %2").arg(order.id.value).arg(what.symbol), tr("Change the order"),
                       {tr("&Quantity"), order.quantity.raw(), instrument->lotSize.raw(), what.quantityDecimals, false, order.role == OrderRole::Entry},
                       {hasTrigger ? tr("&Trigger") : tr("&Price"), price.raw(), instrument->tickSize.raw(), what.priceDecimals, false, true},
                       judge},
                      [this, order, price](std::int64_t quantity, std::int64_t newPrice) {
                          OrderEdit edit;
                          if (quantity != order.quantity.raw())
                              edit.quantity = Quantity::fromRaw(quantity);
                          if (newPrice != price.raw())
                              edit.price = Price::fromRaw(newPrice);
                          m_desk.modifyOrder(order.id, edit);
                      });
}

} // namespace bellwether
