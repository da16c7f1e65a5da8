#pragma once

#include "ui/models/ordertablemodel.h"
#include "ui/models/worktablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// Orders, newest on top. The buttons cancel a working one and change its price or quantity; a double click changes too.
/// Above them stand the orders that the engine works, while there are any.
class OrdersPanel final : public Panel {
    Q_OBJECT
public:
    explicit OrdersPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    InstrumentId chosenInstrument() const override;
    void cancelSelected();
    void modifySelected();
    /// The selected order, or worked order, can be cancelled.
    bool canCancelSelected() const;

Q_SIGNALS:
    void selectionChanged();

private:
    bool canCancel(int row) const;
    void askToModify(int row);
    bool canCancelWork(int row) const;
    TradingDesk &m_desk;
    Format m_format;
    InstrumentLookup m_instruments;
    OrderTableModel *m_model;
    DataTable *m_table;
    RowListPtr<OrderRow> m_shown;
    WorkTableModel *m_workModel;
    DataTable *m_workTable;
    std::shared_ptr<const std::vector<WorkRow>> m_shownWorks;
    bool m_isWorkChosen = false; ///< the last choice was one of them
};

} // namespace bellwether
