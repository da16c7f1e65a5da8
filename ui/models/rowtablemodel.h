#pragma once

#include "ui/models/roles.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

#include <unordered_map>
#include <vector>

namespace bellwether {

/// How a column is headed and aligned.
struct ColumnSpec {
    QString title;
    QString help;
    bool isNumber = true;
};

/// A table over the rows of a snapshot. setRows() keeps rows stable by key, so selection and scroll position survive:
/// rows that went are removed, new ones inserted where they stand, and dataChanged goes out for those that differ.
///
/// `Traits` gives `Key` (hashable), `key(row)` and `areSame(a, b)` over the shown members.
template <typename Row, typename Traits> class RowTableModel : public QAbstractTableModel {
public:
    using Key = typename Traits::Key;
    using QAbstractTableModel::QAbstractTableModel;

    /// `rows`: anything with a size and an index of rows, such as a vector or a RowList.
    template <typename Rows> void setRows(const Rows &rows)
    {
        removeVanished(rows);
        insertNew(rows);
        if (!isInOrder(rows))
            reorder(rows);
        updateChanged(rows);
    }

    const Row &row(int index) const { return m_rows[std::size_t(index)]; }
    const std::vector<Row> &rows() const { return m_rows; }
    /// −1 where no row has the key.
    int rowOf(const Key &key) const
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (Traits::key(m_rows[i]) == key)
                return int(i);
        }
        return -1;
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(columns().size()); }

    /// As the base does, without asking for counts twice: a sort of 100,000 rows asks three million times.
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override
    {
        const bool isInside = row >= 0 && std::size_t(row) < m_rows.size() && column >= 0 && column < columnCount() && !parent.isValid();
        return isInside ? this->createIndex(row, column) : QModelIndex();
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const ColumnSpec &spec = columns()[std::size_t(section)];
        switch (role) {
        case Qt::DisplayRole: return spec.title;
        case Qt::ToolTipRole: return spec.help.isEmpty() ? spec.title : spec.help;
        case Qt::TextAlignmentRole: return int((spec.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        default: return {};
        }
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.row() >= rowCount())
            return {};
        const Row &row = m_rows[std::size_t(index.row())];
        const int column = index.column();
        switch (role) {
        case Qt::DisplayRole: return text(row, column);
        case SortRole: return sortValue(row, column);
        case ToneRole: return int(tone(row, column));
        case Qt::TextAlignmentRole:
            return int((columns()[std::size_t(column)].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::AccessibleTextRole: return columns()[std::size_t(column)].title + QStringLiteral(": ") + text(row, column);
        case Qt::ToolTipRole: return help(row, column);
        default: return extra(row, column, role);
        }
    }

protected:
    virtual const std::vector<ColumnSpec> &columns() const = 0;
    virtual QString text(const Row &row, int column) const = 0;
    virtual QVariant sortValue(const Row &row, int column) const { return text(row, column); }
    virtual Tone tone(const Row &, int) const { return Tone::Flat; }
    virtual QVariant help(const Row &, int) const { return {}; }
    virtual QVariant extra(const Row &, int, int) const { return {}; }
    /// Called before a row takes a new value; where flashes are noticed.
    virtual void willChange(const Row &, const Row &) {}

    void touch(int row) { Q_EMIT this->dataChanged(this->index(row, 0), this->index(row, columnCount() - 1)); }
    void touchAll()
    {
        if (rowCount() > 0)
            Q_EMIT this->dataChanged(this->index(0, 0), this->index(rowCount() - 1, columnCount() - 1));
    }

private:
    using Places = std::unordered_map<Key, std::size_t>;

    template <typename Rows> static Places placesOf(const Rows &rows)
    {
        Places places;
        places.reserve(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            places.emplace(Traits::key(rows[i]), i);
        return places;
    }

    template <typename Rows> void removeVanished(const Rows &rows)
    {
        const Places wanted = placesOf(rows);
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (wanted.contains(Traits::key(m_rows[std::size_t(last)])))
                continue;
            int first = last;
            while (first > 0 && !wanted.contains(Traits::key(m_rows[std::size_t(first - 1)])))
                --first;
            this->beginRemoveRows({}, first, last);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
            this->endRemoveRows();
            last = first;
        }
    }

    template <typename Rows> void insertNew(const Rows &rows)
    {
        const Places held = placesOf(m_rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (held.contains(Traits::key(rows[i])))
                continue;
            std::size_t end = i + 1;
            while (end < rows.size() && !held.contains(Traits::key(rows[end])))
                ++end;
            const std::size_t place = std::min(i, m_rows.size());
            this->beginInsertRows({}, int(place), int(place + (end - i) - 1));
            m_rows.insert(m_rows.begin() + std::ptrdiff_t(place), rows.begin() + std::ptrdiff_t(i),
                          rows.begin() + std::ptrdiff_t(end));
            this->endInsertRows();
            i = end - 1;
        }
    }

    template <typename Rows> bool isInOrder(const Rows &rows) const
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!(Traits::key(rows[i]) == Traits::key(m_rows[i])))
                return false;
        }
        return true;
    }

    template <typename Rows> void reorder(const Rows &rows)
    {
        Q_EMIT this->layoutAboutToBeChanged();
        const Places places = placesOf(rows);
        const QModelIndexList before = this->persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &index : before) {
            const auto place = places.find(Traits::key(m_rows[std::size_t(index.row())]));
            after.append(this->index(int(place->second), index.column()));
        }
        std::vector<Row> ordered(m_rows.size());
        for (Row &row : m_rows)
            ordered[places.find(Traits::key(row))->second] = std::move(row);
        m_rows = std::move(ordered);
        this->changePersistentIndexList(before, after);
        Q_EMIT this->layoutChanged();
    }

    template <typename Rows> void updateChanged(const Rows &rows)
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (Traits::areSame(m_rows[i], rows[i]))
                continue;
            willChange(m_rows[i], rows[i]);
            m_rows[i] = rows[i];
            touch(int(i));
        }
    }

    std::vector<Row> m_rows;
};

} // namespace bellwether
