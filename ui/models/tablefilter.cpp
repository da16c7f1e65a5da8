#include "ui/models/tablefilter.h"

#include "ui/models/roles.h"

namespace bellwether {

TableFilter::TableFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setDynamicSortFilter(true);
}

void TableFilter::setWords(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void TableFilter::setLeast(int role, int least)
{
    m_leastRole = role;
    m_least = least;
    invalidateRowsFilter();
}

void TableFilter::sort(int column, Qt::SortOrder order)
{
    if (m_isSortedByModel)
        sourceModel()->sort(column, order);
    else
        QSortFilterProxyModel::sort(column, order);
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel *model = sourceModel();
    if (m_least >= 0 && model->index(row, 0, parent).data(m_leastRole).toInt() < m_least)
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            if (model->index(row, column, parent).data().toString().contains(word, Qt::CaseInsensitive))
                return true;
        }
        return false;
    });
}

bool TableFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.typeId() == QMetaType::Double && b.typeId() == QMetaType::Double) {
        // What is not known sorts below every number, so that the order stays an order.
        const double x = a.toDouble();
        const double y = b.toDouble();
        return std::isnan(x) ? !std::isnan(y) : x < y;
    }
    if (a.typeId() == QMetaType::QString)
        return a.toString().localeAwareCompare(b.toString()) < 0;
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace bellwether
