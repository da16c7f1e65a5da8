#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/instrumentlookup.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

enum class ExposureBy { Strategy, Symbol, Sector };

/// What is held under one name, what it has made, and, of a strategy, what became of its signals.
struct ExposureRow {
    QString name;
    int positions = 0;
    double longValue = 0;
    double shortValue = 0;       ///< ≥ 0
    double equityPercent = 0;    ///< gross of the equity
    double openPnl = 0;
    double realizedPnl = 0;      ///< of the fills the snapshot lists, before costs
    double costs = 0;            ///< of the same fills
    double risk = 0;             ///< lost from here if every stop is hit
    int unprotected = 0;         ///< positions without a full stop
    int closingFills = 0;        ///< fills with a result
    int winningFills = 0;
    int raised = 0;              ///< signals waiting and decided, as the snapshot lists them
    int ordered = 0;
    int declined = 0;            ///< rejected by the trader
    int expired = 0;             ///< or superseded
    int denied = 0;              ///< by the risk gate
    bool operator==(const ExposureRow &) const = default;

    double netValue() const { return longValue - shortValue; }
    /// Share of closing fills with a profit in percent; NaN before the first.
    double winPercent() const;
};

/// The books of a snapshot folded by name, the largest exposure first.
std::vector<ExposureRow> exposureRows(const DeskSnapshot &snapshot, const InstrumentLookup &instruments, ExposureBy by);

struct ExposureTraits {
    using Key = QString;
    static Key key(const ExposureRow &row) { return row.name; }
    static bool areSame(const ExposureRow &a, const ExposureRow &b) { return a == b; }
};

/// Exposure by strategy, symbol or sector.
class ExposureTableModel final : public RowTableModel<ExposureRow, ExposureTraits> {
    Q_OBJECT
public:
    enum Column { NameColumn, PositionsColumn, LongColumn, ShortColumn, NetColumn, ShareColumn, OpenColumn, RealizedColumn,
                  CostsColumn, RiskColumn, TradesColumn, WinColumn, RaisedColumn, OrderedColumn, DeclinedColumn,
                  ExpiredColumn, DeniedColumn, ColumnCount };

    explicit ExposureTableModel(Format format, QObject *parent = nullptr);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const ExposureRow &row, int column) const override;
    QVariant sortValue(const ExposureRow &row, int column) const override;
    Tone tone(const ExposureRow &row, int column) const override;
    QVariant help(const ExposureRow &row, int column) const override;
    QVariant extra(const ExposureRow &row, int column, int role) const override;

private:
    double number(const ExposureRow &row, int column) const;
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

} // namespace bellwether
