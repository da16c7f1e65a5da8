#pragma once

#include "ui/models/ordertablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// Orders, newest on top; the button cancels a working one.
class OrdersPanel final : public Panel {
    Q_OBJECT
public:
    explicit OrdersPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    void cancelSelected();
    /// The selected order can be cancelled.
    bool canCancelSelected() const;

Q_SIGNALS:
    void selectionChanged();

private:
    TradingDesk &m_desk;
    OrderTableModel *m_model;
    DataTable *m_table;
    std::shared_ptr<const std::vector<OrderRow>> m_shown;
};

} // namespace bellwether
