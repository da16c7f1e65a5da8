#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/pricetrail.h"
#include "ui/models/rowtablemodel.h"

#include <QElapsedTimer>
#include <QTimer>

namespace bellwether {

struct WatchTraits {
    using Key = InstrumentId;
    static Key key(const WatchRow &row) { return row.instrument; }
    static bool areSame(const WatchRow &a, const WatchRow &b);
};

/// The watchlist. The last price flashes for flashMs after it moved, the last minutes are a sparkline; a stale row says
/// so and greys. Rows can be dragged: where one is dropped is told, not done.
class WatchTableModel final : public RowTableModel<WatchRow, WatchTraits> {
    Q_OBJECT
public:
    enum Column { SymbolColumn, TrailColumn, LastColumn, ChangeColumn, BidColumn, AskColumn, HighColumn, LowColumn, VolumeColumn,
                  TimeColumn, ColumnCount };
    static constexpr int flashMs = 250;

    explicit WatchTableModel(Format format, QObject *parent = nullptr);
    void setFlashing(bool isOn) { m_isFlashing = isOn; }
    /// Takes the prices of a snapshot into the sparklines.
    void addPrices(const DeskSnapshot &snapshot);

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    /// A row was dropped before another; `before` is the number of rows for the end.
    void rowMoved(int from, int before);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const WatchRow &row, int column) const override;
    QVariant sortValue(const WatchRow &row, int column) const override;
    Tone tone(const WatchRow &row, int column) const override;
    QVariant help(const WatchRow &row, int column) const override;
    QVariant extra(const WatchRow &row, int column, int role) const override;
    void willChange(const WatchRow &before, const WatchRow &after) override;

private:
    struct Flash {
        int direction = 0;
        qint64 until = 0;
    };
    void endFlashes();

    Format m_format;
    PriceTrail m_trail;
    std::vector<ColumnSpec> m_columns;
    std::unordered_map<InstrumentId, Flash> m_flashes;
    QElapsedTimer m_elapsed;
    QTimer m_flashEnd;
    bool m_isFlashing = true;
};

} // namespace bellwether
