#pragma once

#include "ui/models/strategytablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

class StrategyCard;

/// Every strategy on every instrument: switched on and off, and taken out of auto-trading, one by one. Enter or a double
/// click switches too.
class StrategiesPanel final : public Panel {
    Q_OBJECT
public:
    explicit StrategiesPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;

private:
    void showCard();
    void toggle(int row, bool isAutomatic);
    TradingDesk &m_desk;
    StrategyTableModel *m_model;
    DataTable *m_table;
    StrategyCard *m_card;
};

} // namespace bellwether
