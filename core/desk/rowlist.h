#pragma once

#include <boost/iterator/indirect_iterator.hpp>

#include <iterator>
#include <memory>
#include <vector>

namespace bellwether {

/// Immutable rows that lists share: a row is made once and a list that differs in one row copies handles for the others.
/// Reads like a vector of constant rows.
template <typename Row> class RowList {
public:
    using Handle = std::shared_ptr<const Row>;
    using const_iterator = boost::indirect_iterator<typename std::vector<Handle>::const_iterator, const Row>;
    using value_type = Row;

    RowList() = default;
    /// None of the handles is null.
    explicit RowList(std::vector<Handle> rows) : m_rows(std::move(rows)) {}
    explicit RowList(const std::vector<Row> &rows)
    {
        m_rows.reserve(rows.size());
        for (const Row &row : rows)
            m_rows.push_back(std::make_shared<const Row>(row));
    }

    std::size_t size() const { return m_rows.size(); }
    bool empty() const { return m_rows.empty(); }
    const Row &operator[](std::size_t index) const { return *m_rows[index]; }
    const Row &at(std::size_t index) const { return *m_rows.at(index); }
    const Row &front() const { return *m_rows.front(); }
    const Row &back() const { return *m_rows.back(); }
    const_iterator begin() const { return const_iterator(m_rows.begin()); }
    const_iterator end() const { return const_iterator(m_rows.end()); }
    auto rbegin() const { return std::make_reverse_iterator(end()); }
    auto rend() const { return std::make_reverse_iterator(begin()); }
    const std::vector<Handle> &handles() const { return m_rows; }

private:
    std::vector<Handle> m_rows;
};

template <typename Row> using RowListPtr = std::shared_ptr<const RowList<Row>>;

} // namespace bellwether
