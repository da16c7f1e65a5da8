#include "ui/panels/positions/positionspanel.h"

#include "ui/widgets/confirmdialog.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

PositionsPanel::PositionsPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_format(context.format), m_model(new PositionTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"positionTable"_s, this))
{
    m_table->setAccessibleName(tr("Positions"));
    m_table->setEmptyText(tr("No open position."));
    m_table->cells().setButtons(PositionTableModel::ActionColumn, {{u"close"_s, tr("Close"), ColorRole::Loss}});
    m_table->setColumnWidths({10, 6, 8, 9, 9, 9, 8, 5, 9, 9, 9, 8, 6, 15, 14});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(m_table, &DataTable::buttonClicked, this, [this](int row, int) { askToClose(row); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { Q_EMIT chartWanted(m_model->row(row).instrument); });
    connect(m_table, &DataTable::currentSourceRowChanged, this, &PositionsPanel::selectionChanged);
}

void PositionsPanel::applySnapshot(const DeskSnapshot &snapshot) { m_model->setRows(snapshot.positions); }

void PositionsPanel::closeSelected()
{
    if (const int row = m_table->currentSourceRow(); row >= 0)
        askToClose(row);
}

void PositionsPanel::askToClose(int row)
{
    const PositionRow position = m_model->row(row);
    const QString quantity = m_format.quantity(position.quantity, position.quantityDecimals);
    ConfirmDialog::ask(this,
                       {.title = tr("Close %1").arg(position.symbol),
                        .text = tr("This sends a market order to %1 %2 %3, about %4, and takes a profit or loss of about "
                                   "%5. Its stop and target are cancelled.")
                                    .arg(position.side == Side::Buy ? tr("sell") : tr("buy"), quantity, position.symbol,
                                         m_format.moneyWithCurrency(position.side == Side::Buy ? position.marketValue
                                                                                               : -position.marketValue),
                                         m_format.signedMoney(position.unrealizedPnl)),
                        .deed = tr("Close %1 %2").arg(quantity, position.symbol)},
                       [this, position](bool, const QString &) {
                           m_desk.closePosition(position.strategy, position.instrument);
                       });
}

} // namespace bellwether
