#pragma once

#include "ui/models/positiontablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// Open positions; the button closes one at the market after a question, a double click shows its chart.
class PositionsPanel final : public Panel {
    Q_OBJECT
public:
    explicit PositionsPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    /// Asks once and closes the selected position.
    void closeSelected();
    bool hasSelection() const { return m_table->currentSourceRow() >= 0; }

Q_SIGNALS:
    void chartWanted(const bellwether::InstrumentId &instrument);
    void selectionChanged();

private:
    void askToClose(int row);
    TradingDesk &m_desk;
    Format m_format;
    PositionTableModel *m_model;
    DataTable *m_table;
};

} // namespace bellwether
