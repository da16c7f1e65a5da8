#include "ui/models/metrictablemodel.h"

#include "core/analytics/metrictable.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/metricnames.h"

namespace bellwether {

namespace {

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

TradeSide sideOf(int column)
{
    return column == MetricTableModel::LongColumn ? TradeSide::Long
        : column == MetricTableModel::ShortColumn ? TradeSide::Short
                                                  : TradeSide::All;
}

} // namespace

MetricTableModel::MetricTableModel(QObject *parent)
    : QAbstractTableModel(parent), m_columns{{tr("Figure"), tr("What is counted; its definition is the tooltip"), false},
                                             {tr("All"), tr("All trades and the whole account"), true},
                                             {tr("Long"), tr("Long trades"), true},
                                             {tr("Short"), tr("Short trades"), true}}
{
}

void MetricTableModel::setReport(const LabReportPtr &report)
{
    beginResetModel();
    m_report = report;
    endResetModel();
}

int MetricTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_report ? 0 : int(metricTable().size());
}

QVariant MetricTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    return columnHeader(m_columns[std::size_t(section)], role);
}

QVariant MetricTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    const MetricSpec &metric = metricTable()[std::size_t(index.row())];
    if (role == Qt::ToolTipRole)
        return tr("%1: %2\nFrom %3 daily returns and %4 closed trades.")
            .arg(metricName(metric), textOf(metric.definition))
            .arg(m_report->figures.account.days)
            .arg(m_report->trades->size());
    if (role == Qt::TextAlignmentRole)
        return columnHeader(m_columns[std::size_t(index.column())], role);
    if (index.column() == NameColumn)
        return role == Qt::DisplayRole || role == SortRole ? QVariant(metricName(metric)) : QVariant();
    const bool isThere = metric.trade || index.column() == AllColumn;
    const double value = exportedValue(metric, m_report->figures, sideOf(index.column()));
    switch (role) {
    case Qt::DisplayRole: return isThere ? displayText(metric, value).replace(u'-', QChar(0x2212)) : QString();
    case SortRole: return value;
    case ToneRole: return int(std::isnan(value) ? Tone::Muted : Tone::Flat);
    default: return {};
    }
}

} // namespace bellwether
