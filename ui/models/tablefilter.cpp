#include "ui/models/tablefilter.h"

#include "ui/models/roles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace bellwether {

namespace {

/// From here on rows are compared by keys made once, and searched in texts that are kept.
constexpr int longTable = 5'000;
constexpr QChar columnEnd(0x1f);

} // namespace

TableFilter::TableFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setDynamicSortFilter(true);
}

void TableFilter::setSourceModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &watch : std::exchange(m_watches, {}))
        disconnect(watch);
    m_haystacks.clear();
    m_keys.clear();
    if (model) {
        // Before the base connects itself: it filters with what is fresh.
        const auto forget = [this] {
            m_haystacks.clear();
            m_keys.clear();
            m_isNumber.clear();
        };
        m_watches = {connect(model, &QAbstractItemModel::dataChanged, this, forget), connect(model, &QAbstractItemModel::rowsInserted, this, forget),
                     connect(model, &QAbstractItemModel::rowsRemoved, this, forget), connect(model, &QAbstractItemModel::rowsMoved, this, forget),
                     connect(model, &QAbstractItemModel::layoutChanged, this, forget), connect(model, &QAbstractItemModel::modelReset, this, forget)};
    }
    m_isNumber.clear();
    QSortFilterProxyModel::setSourceModel(model);
}

// By the first row: an empty table has nothing to look in.
void TableFilter::readColumns() const
{
    m_isNumber.clear();
    for (int column = 0; sourceModel() && column < sourceModel()->columnCount(); ++column)
        m_isNumber.push_back(sourceModel()->index(0, column).data(SortRole).typeId() != QMetaType::QString);
}

void TableFilter::setWords(const QString &text)
{
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    refilter();
}

void TableFilter::setLeast(int role, int least)
{
    m_leastRole = role;
    m_least = least;
    refilter();
}

void TableFilter::refilter()
{
    if (sourceModel() == nullptr || sourceModel()->rowCount() < longTable) {
        invalidateRowsFilter();
        return;
    }
    // One change of layout instead of an insertion and a removal for each run of rows.
    makeKeys(sortColumn());
    invalidate();
    std::ignore = rowCount(); // the rows are mapped now
}

void TableFilter::sort(int column, Qt::SortOrder order)
{
    if (m_isSortedByModel) {
        sourceModel()->sort(column, order);
        return;
    }
    makeKeys(column);
    QSortFilterProxyModel::sort(column, order);
}

// Numbers as they are, texts by their place among the texts.
void TableFilter::makeKeys(int column)
{
    const QAbstractItemModel *model = sourceModel();
    const int rows = model ? model->rowCount() : 0;
    if (m_keysColumn == column && m_keys.size() == std::size_t(rows))
        return;
    m_keys.clear();
    if (column < 0 || rows < longTable)
        return;
    m_keysColumn = column;
    std::vector<double> keys(std::size_t(rows), -std::numeric_limits<double>::infinity());
    std::vector<QString> texts;
    std::vector<std::uint32_t> rowsOfTexts;
    for (int row = 0; row < rows; ++row) {
        const QVariant value = model->index(row, column).data(SortRole);
        if (value.typeId() == QMetaType::QString) {
            texts.push_back(value.toString().toLower());
            rowsOfTexts.push_back(std::uint32_t(row));
        } else if (const double number = value.toDouble(); !std::isnan(number)) {
            keys[std::size_t(row)] = number;
        }
    }
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
    double rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && texts[order[i - 1]] != texts[order[i]])
            ++rank;
        keys[rowsOfTexts[order[i]]] = rank;
    }
    m_keys = std::move(keys);
}

bool TableFilter::hasDigit(const QString &word)
{
    return std::ranges::any_of(word, [](QChar each) { return each.isDigit(); });
}

QString TableFilter::textOf(int row, bool areNumbers) const
{
    const QAbstractItemModel *model = sourceModel();
    if (m_isNumber.empty())
        readColumns();
    QString text;
    for (std::size_t column = 0; column < m_isNumber.size(); ++column) {
        if (m_isNumber[column] == areNumbers)
            text += model->index(row, int(column)).data().toString() + columnEnd;
    }
    return text.toLower();
}

bool TableFilter::holds(int row, const QString &word) const
{
    const bool wantsNumbers = hasDigit(word);
    if (m_haystacks.empty())
        return textOf(row, false).contains(word) || (wantsNumbers && textOf(row, true).contains(word));
    Haystack &kept = m_haystacks[std::size_t(row)];
    if (kept.texts.isEmpty())
        kept.texts = textOf(row, false);
    if (kept.texts.contains(word))
        return true;
    if (wantsNumbers && kept.numbers.isEmpty())
        kept.numbers = textOf(row, true);
    return wantsNumbers && kept.numbers.contains(word);
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel *model = sourceModel();
    if (m_least >= 0 && model->index(row, 0, parent).data(m_leastRole).toInt() < m_least)
        return false;
    if (m_words.isEmpty())
        return true;
    if (const int rows = model->rowCount(); rows >= longTable && m_haystacks.size() != std::size_t(rows))
        m_haystacks.assign(std::size_t(rows), {});
    return std::ranges::all_of(m_words, [&](const QString &word) { return holds(row, word); });
}

bool TableFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!m_keys.empty() && left.column() == m_keysColumn)
        return m_keys[std::size_t(left.row())] < m_keys[std::size_t(right.row())];
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.typeId() == QMetaType::Double && b.typeId() == QMetaType::Double) {
        // What is not known sorts below every number, so that the order stays an order.
        const double x = a.toDouble();
        const double y = b.toDouble();
        return std::isnan(x) ? !std::isnan(y) : x < y;
    }
    if (a.typeId() == QMetaType::QString)
        return QString::compare(a.toString(), b.toString(), Qt::CaseInsensitive) < 0;
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace bellwether
