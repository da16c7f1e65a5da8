#pragma once

#include "core/lab/labreport.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/format.h"
#include "ui/models/metrictablemodel.h"

#include <QWidget>

namespace bellwether {

class DataTable;

/// Every figure of a run, and beside them the tables that split it: costs by kind, exits and entries by reason, entries that were
/// not made, the deepest drawdowns.
class MetricsPage final : public QWidget {
    Q_OBJECT
public:
    MetricsPage(const Theme &theme, QWidget *parent = nullptr);
    void setReport(const LabReportPtr &report, const Format &format);

private:
    DataTable *addTable(CellTableModel *model, const QString &name, const QString &title, const QString &emptyText,
                        const std::vector<int> &widths, QLayout *layout);
    void showCosts(const LabReport &report, const Format &format);
    static void showGroups(const std::vector<TradeGroup> &groups, const Format &format, CellTableModel *model);
    void showDrawdowns(const LabReport &report, const Format &format);

    const Theme &m_theme;
    MetricTableModel *m_metrics;
    std::vector<std::pair<DataTable *, QString>> m_emptyTexts; ///< what an empty table says of a run
    CellTableModel *m_costs;
    CellTableModel *m_exits;
    CellTableModel *m_entries;
    CellTableModel *m_denied;
    CellTableModel *m_drawdowns;
};

} // namespace bellwether
