#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

/// One strategy on one instrument with what it holds and has made.
struct StrategyLine {
    StrategyRow row;
    Quantity held;               ///< signed
    int quantityDecimals = 0;
    double openPnl = 0;
};

/// The strategies of a snapshot with their results.
std::vector<StrategyLine> strategyLines(const DeskSnapshot &snapshot);

struct StrategyTraits {
    using Key = std::string;
    static Key key(const StrategyLine &line);
    static bool areSame(const StrategyLine &a, const StrategyLine &b);
};

/// Every strategy on every instrument, and how it is switched.
class StrategyTableModel final : public RowTableModel<StrategyLine, StrategyTraits> {
    Q_OBJECT
public:
    enum Column { StrategyColumn, SymbolColumn, StateColumn, ModeColumn, AutoColumn, ActionColumn, HeldColumn, OpenColumn, TodayColumn,
                  NetColumn, RaisedColumn, OrderedColumn, TradesColumn, HitColumn, MeanRColumn, CategoryColumn, TimeframeColumn,
                  NextColumn, ColumnCount };

    explicit StrategyTableModel(Format format, QObject *parent = nullptr);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const StrategyLine &line, int column) const override;
    QVariant sortValue(const StrategyLine &line, int column) const override;
    Tone tone(const StrategyLine &line, int column) const override;
    QVariant help(const StrategyLine &line, int column) const override;

private:
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

} // namespace bellwether
