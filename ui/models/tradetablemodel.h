#pragma once

#include "core/lab/labreport.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

/// The closed trades of a run. Made for 100,000 of them: a text is made when its cell is seen, and sorting goes on in the
/// pool and is taken over when it is done, with selection and current row staying on their trades.
class TradeTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, SymbolColumn, SideColumn, QuantityColumn, EntryTimeColumn, EntryPriceColumn, ExitTimeColumn,
                  ExitPriceColumn, ExitReasonColumn, BarsColumn, CostsColumn, PnlColumn, ReturnColumn, RiskColumn,
                  CumulativeColumn, AdverseColumn, FavourableColumn, EntryReasonColumn, ColumnCount };

    explicit TradeTableModel(QObject *parent = nullptr);

    void setReport(const LabReportPtr &report, const Format &format);
    /// Which trade of the report a row shows, and the other way round; −1 for none.
    int tradeAt(int row) const;
    int rowOf(int trade) const;
    const LabReportPtr &report() const { return m_report; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_order.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// A negative column is the order of the exits.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// A sort was taken over.
    void sorted();

private:
    QString text(const RoundTrip &trade, std::size_t index, Column column) const;
    Tone tone(const RoundTrip &trade, Column column) const;
    QVariant help(const RoundTrip &trade, Column column) const;
    void adopt(std::vector<std::uint32_t> order);
    const LabInstrument &instrumentOf(const RoundTrip &trade) const;

    std::vector<ColumnSpec> m_columns;
    LabReportPtr m_report;
    Format m_format;
    std::vector<std::uint32_t> m_order;  ///< trade of each row
    std::vector<std::uint32_t> m_rows;   ///< row of each trade
    std::vector<double> m_cumulative;
    quint64 m_generation = 0;            ///< an older sort is dropped
};

/// The order of the trades by a column; equal ones stay in the order of their exits.
std::vector<std::uint32_t> tradeOrder(const LabReport &report, TradeTableModel::Column column, Qt::SortOrder order);

} // namespace bellwether
