#include "ui/models/eventlogmodel.h"

namespace bellwether {

QString EventLogModel::className(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Network: return tr("network");
    case ErrorClass::Api: return tr("venue's interface");
    case ErrorClass::Data: return tr("data");
    case ErrorClass::Trading: return tr("trading");
    case ErrorClass::System: return tr("system");
    }
    return {};
}

QString EventLogModel::recoveryName(ErrorRecovery recovery)
{
    switch (recovery) {
    case ErrorRecovery::Retry: return tr("tried again");
    case ErrorRecovery::Delay: return tr("waited for");
    case ErrorRecovery::Stop: return tr("given up");
    }
    return {};
}

EventLogModel::EventLogModel(Format format, int capacity, QObject *parent)
    : QAbstractTableModel(parent), m_format(std::move(format)), m_capacity(std::size_t(capacity))
{
}

void EventLogModel::append(const std::vector<DeskEvent> &events)
{
    if (events.empty())
        return;
    // Of a burst longer than the table only its end can be shown.
    const std::size_t count = std::min(events.size(), m_capacity);
    beginInsertRows({}, 0, int(count) - 1);
    for (std::size_t i = events.size() - count; i < events.size(); ++i)
        m_events.push_front(events[i]);
    endInsertRows();
    if (m_events.size() > m_capacity) {
        beginRemoveRows({}, int(m_capacity), int(m_events.size()) - 1);
        m_events.resize(m_capacity);
        endRemoveRows();
    }
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const DeskEvent &event = m_events[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (Column(index.column())) {
        case TimeColumn: return m_format.time(event.time);
        case SourceColumn: return event.source;
        case ClassColumn: return event.errorClass ? tr("%1, %2").arg(className(*event.errorClass), recoveryName(event.recovery)) : QString();
        case TextColumn: return event.text;
        case ColumnCount: return {};
        }
        return {};
    case SortRole: return index.column() == TimeColumn ? QVariant(qint64(event.time.ns())) : data(index, Qt::DisplayRole);
    case SeverityRole: return int(event.severity);
    case Qt::ToolTipRole: return event.text;
    case ToneRole:
        if (index.column() != TextColumn)
            return int(Tone::Muted);
        switch (event.severity) {
        case DeskEvent::Severity::Info: return int(Tone::Flat);
        case DeskEvent::Severity::Good: return int(Tone::Gain);
        case DeskEvent::Severity::Warning: return int(Tone::Warning);
        case DeskEvent::Severity::Error: return int(Tone::Loss);
        }
        return {};
    default: return {};
    }
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TimeColumn: return tr("Time");
    case SourceColumn: return tr("Source");
    case ClassColumn: return tr("Class");
    case TextColumn: return tr("Event");
    case ColumnCount: break;
    }
    return {};
}

} // namespace bellwether
