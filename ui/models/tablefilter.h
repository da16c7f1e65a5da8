#pragma once

#include <QSortFilterProxyModel>

namespace bellwether {

/// Sorting by the numbers behind the text, and a filter by words in any column. Without a sort column the order is
/// the model's own: newest on top.
class TableFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TableFilter(QObject *parent = nullptr);

    /// Rows pass that hold every word in some column, without regard to case.
    void setWords(const QString &text);
    /// Rows pass whose `role` is an int of at least `least`; negative switches this off.
    void setLeast(int role, int least);

    /// The model sorts itself, in its own time: for tables of 100,000 rows, which would stall this one.
    void setSortedByModel(bool isSorted) { m_isSortedByModel = isSorted; }
    void sort(int column, Qt::SortOrder order) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    int m_leastRole = 0;
    int m_least = -1;
    bool m_isSortedByModel = false;
};

} // namespace bellwether
