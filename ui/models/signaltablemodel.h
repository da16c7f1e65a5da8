#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/instrumentlookup.h"
#include "ui/models/rowtablemodel.h"

#include <set>

namespace bellwether {

struct SignalTraits {
    using Key = SignalId;
    static Key key(const SignalRow &row) { return row.id; }
    static bool areSame(const SignalRow &a, const SignalRow &b);
};

/// The signals that wait for a decision, newest on top. A row is busy from the moment its decision was sent until the
/// desk answers, and a busy row takes no second one.
class SignalTableModel final : public RowTableModel<SignalRow, SignalTraits> {
    Q_OBJECT
public:
    enum Column { AgeColumn, LeftColumn, ActionColumn, SymbolColumn, SideColumn, QuantityColumn, PriceColumn, NowColumn,
                  DriftColumn, RewardRiskColumn, RiskColumn, ConfidenceColumn, StopColumn, TargetColumn, StrategyColumn,
                  CategoryColumn, TimeframeColumn, AccountColumn, ModeColumn, ColumnCount };

    SignalTableModel(Format format, InstrumentLookup instruments, QObject *parent = nullptr);

    /// The desk's clock, for ages and time left; call with each snapshot.
    void setNow(Timestamp now);
    /// False where the row is gone or busy already: the caller then sends nothing.
    bool markBusy(SignalId id);
    void clearBusy(SignalId id);
    bool isBusy(SignalId id) const { return m_busy.contains(id); }
    Timestamp now() const { return m_now; }
    const InstrumentLookup &instruments() const { return m_instruments; }

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const SignalRow &row, int column) const override;
    QVariant sortValue(const SignalRow &row, int column) const override;
    Tone tone(const SignalRow &row, int column) const override;
    QVariant help(const SignalRow &row, int column) const override;
    QVariant extra(const SignalRow &row, int column, int role) const override;

private:
    Format m_format;
    InstrumentLookup m_instruments;
    std::vector<ColumnSpec> m_columns;
    Timestamp m_now;
    std::set<SignalId> m_busy;
};

/// Share of a signal's lifetime that is left, 0…1.
double lifeLeft(const SignalRow &row, Timestamp now);
/// The desk takes new risk, so that an entry can be approved; an exit always can.
bool takesNewRisk(const DeskSnapshot &snapshot);
/// Words for a strategy category, a side and a signal's end, as columns show them.
QString categoryText(StrategyCategory category);
QString sideText(Side side);
QString modeText(RunMode mode);

} // namespace bellwether
