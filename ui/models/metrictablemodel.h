#pragma once

#include "core/lab/labreport.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

/// Every figure of a run for all, long and short trades, with its definition as tooltip. Neutral in colour: whether a
/// figure is good is the reader's to say.
class MetricTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, AllColumn, LongColumn, ShortColumn, ColumnCount };

    explicit MetricTableModel(QObject *parent = nullptr);
    void setReport(const LabReportPtr &report);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ColumnSpec> m_columns;
    LabReportPtr m_report;
};

} // namespace bellwether
