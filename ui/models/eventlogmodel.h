#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <deque>

namespace bellwether {

/// The event log, newest on top; keeps the last `capacity` lines (the journal keeps all).
class EventLogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, SourceColumn, ClassColumn, TextColumn, ColumnCount };
    /// DeskEvent::Severity as int, for filters.
    static constexpr int SeverityRole = BusyRole + 1;

    explicit EventLogModel(Format format, int capacity = 5'000, QObject *parent = nullptr);

    void append(const std::vector<DeskEvent> &events);
    static QString className(ErrorClass errorClass);
    static QString recoveryName(ErrorRecovery recovery);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_events.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Format m_format;
    std::size_t m_capacity;
    std::deque<DeskEvent> m_events; ///< newest first
};

} // namespace bellwether
