#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

struct LimitTraits {
    using Key = QString;
    static Key key(const LimitRow &row) { return row.key.toString(); }
    static bool areSame(const LimitRow &a, const LimitRow &b)
    {
        return a.limit == b.limit && a.least == b.least && a.most == b.most && (a.used == b.used || (std::isnan(a.used) && std::isnan(b.used)));
    }
};

/// Every limit of the risk gate with what is used of it, and both presets beside it.
class LimitTableModel final : public RowTableModel<LimitRow, LimitTraits> {
    Q_OBJECT
public:
    enum Column { NameColumn, UseColumn, NowColumn, LimitColumn, ConservativeColumn, ActiveColumn, ColumnCount };

    explicit LimitTableModel(Format format, QObject *parent = nullptr);
    /// A limit's name as the window shows it.
    static QString nameOf(const LimitRow &row);
    QString valueText(const LimitRow &row, double value) const;
    /// A value as it is typed: shares in percent, a point for the decimals, no groups.
    QString editText(const LimitRow &row, double value) const;
    /// The value of what was typed. Errors: InvalidNumber.
    Result<double> valueOf(const LimitRow &row, const QString &text) const;
    /// `%`, `s`, `min`, or nothing.
    QString unitText(const LimitRow &row) const;

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const LimitRow &row, int column) const override;
    QVariant sortValue(const LimitRow &row, int column) const override;
    Tone tone(const LimitRow &row, int column) const override;
    QVariant help(const LimitRow &row, int column) const override;
    QVariant extra(const LimitRow &row, int column, int role) const override;

private:
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

} // namespace bellwether
