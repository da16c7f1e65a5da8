#pragma once

#include "ui/models/positiontablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// Open positions. The buttons close one at the market, reverse it or set its stop and target, each after a question in
/// numbers; a double click shows its chart.
class PositionsPanel final : public Panel {
    Q_OBJECT
public:
    explicit PositionsPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    InstrumentId chosenInstrument() const override;
    /// Asks once and closes the selected position.
    void closeSelected();
    void reverseSelected();
    /// Opens stop and target of the selected position.
    void protectSelected();
    bool hasSelection() const { return m_table->currentSourceRow() >= 0; }

Q_SIGNALS:
    void chartWanted(const bellwether::InstrumentId &instrument);
    void selectionChanged();

private:
    void askToClose(int row);
    void askToReverse(int row);
    void askToProtect(int row);
    TradingDesk &m_desk;
    Format m_format;
    InstrumentLookup m_instruments;
    PositionTableModel *m_model;
    DataTable *m_table;
};

} // namespace bellwether
