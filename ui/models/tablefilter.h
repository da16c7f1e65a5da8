#pragma once

#include <QSortFilterProxyModel>

#include <vector>

namespace bellwether {

/// Sorting by the numbers behind the text, and a filter by words in any column. Without a sort column the order is
/// the model's own: newest on top. 100,000 rows are sorted and filtered within a tenth of a second.
class TableFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TableFilter(QObject *parent = nullptr);

    /// Rows pass that hold every word in some column, without regard to case. A word without a digit is not looked for
    /// among numbers.
    void setWords(const QString &text);
    /// Rows pass whose `role` is an int of at least `least`; negative switches this off.
    void setLeast(int role, int least);

    /// The model sorts itself, in its own time.
    void setSortedByModel(bool isSorted) { m_isSortedByModel = isSorted; }
    void sort(int column, Qt::SortOrder order) override;
    void setSourceModel(QAbstractItemModel *model) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    /// What the words of a row are looked for in: texts, and numbers once a word asks for them. Empty until then.
    struct Haystack {
        QString texts;
        QString numbers;
    };
    void refilter();
    void readColumns() const;
    void makeKeys(int column);
    QString textOf(int row, bool areNumbers) const;
    bool holds(int row, const QString &word) const;
    static bool hasDigit(const QString &word);

    QStringList m_words;
    int m_leastRole = 0;
    int m_least = -1;
    bool m_isSortedByModel = false;
    std::vector<double> m_keys;                ///< of m_keysColumn by source row, of a long table; kept until its rows change
    int m_keysColumn = -1;
    mutable std::vector<bool> m_isNumber;      ///< by column: it sorts by a number or a time
    mutable std::vector<Haystack> m_haystacks; ///< by source row, of a long table; kept until its rows change
    std::vector<QMetaObject::Connection> m_watches;
};

} // namespace bellwether
