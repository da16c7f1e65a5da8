#pragma once

#include "ui/models/signaltablemodel.h"

namespace bellwether {

/// Signals that have ended, newest on top: what became of them, when and why.
class SignalHistoryModel final : public RowTableModel<SignalRow, SignalTraits> {
    Q_OBJECT
public:
    enum Column { TimeColumn, SymbolColumn, SideColumn, QuantityColumn, PriceColumn, SeenColumn, ResultColumn,
                  ReasonColumn, ConfidenceColumn, StrategyColumn, ModeColumn, ColumnCount };

    SignalHistoryModel(Format format, InstrumentLookup instruments, QObject *parent = nullptr);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const SignalRow &row, int column) const override;
    QVariant sortValue(const SignalRow &row, int column) const override;
    Tone tone(const SignalRow &row, int column) const override;
    QVariant help(const SignalRow &row, int column) const override;

private:
    Format m_format;
    InstrumentLookup m_instruments;
    std::vector<ColumnSpec> m_columns;
};

/// The word for where a signal stands.
QString stateText(SignalState state);

} // namespace bellwether
