#pragma once

#include "ui/charts/allocationchart.h"
#include "ui/charts/resultbars.h"
#include "ui/models/exposuretablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

class QComboBox;
class QToolButton;

namespace bellwether {

/// Exposure and results by strategy, symbol or sector. By strategy it is the list of the books, with what became of each
/// strategy's signals.
class ExposurePanel final : public Panel {
    Q_OBJECT
public:
    explicit ExposurePanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showGrouping();
    /// Both beside the table, or the chosen one.
    void placeCharts();
    void refresh(const DeskSnapshot &snapshot);
    void showCharts(const std::vector<ExposureRow> &rows, const AccountView &account);

    PanelContext m_context;
    ExposureTableModel *m_model;
    DataTable *m_table;
    AllocationChart *m_allocation;
    ResultBars *m_results;
    QComboBox *m_by;
    QToolButton *m_showShares;
    QToolButton *m_showResults;
};

} // namespace bellwether
