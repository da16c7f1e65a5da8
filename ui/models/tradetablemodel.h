#pragma once

#include "core/lab/labreport.h"
#include "ui/models/format.h"
#include "ui/models/detachedtexts.h"
#include "ui/models/rowtablemodel.h"

#include <optional>

namespace bellwether {

/// Which trades a table shows.
struct TradeFilter {
    enum class Outcome { Any, Won, Lost };
    QString words;               ///< each stands in symbol, side, exit reason, entry reason or a day of the trade
    std::optional<Side> side;
    Outcome outcome = Outcome::Any;

    bool isOpen() const { return words.trimmed().isEmpty() && !side && outcome == Outcome::Any; }
    bool operator==(const TradeFilter &) const = default;
};

/// What the words of a filter are looked for in, one stretch per trade, in small letters.
struct TradeWords {
    std::string text;
    std::vector<std::size_t> begin; ///< of each trade, and the end of the last
};
using TradeWordsPtr = std::shared_ptr<const TradeWords>;

/// The closed trades of a run. Made for 100,000 of them: a text is made when its cell is seen, and sorting goes on in the
/// pool and is taken over when it is done, with selection and current row staying on their trades; likewise filtering.
class TradeTableModel final : public QAbstractTableModel, public DetachedTexts {
    Q_OBJECT
public:
    enum Column { NumberColumn, SymbolColumn, SideColumn, QuantityColumn, EntryTimeColumn, EntryPriceColumn, ExitTimeColumn,
                  ExitPriceColumn, ExitReasonColumn, BarsColumn, CostsColumn, PnlColumn, ReturnColumn, RiskColumn,
                  CumulativeColumn, AdverseColumn, FavourableColumn, EntryReasonColumn, ColumnCount };

    explicit TradeTableModel(QObject *parent = nullptr);

    void setReport(const LabReportPtr &report, const Format &format);
    /// The rows become those that pass, in the order of the last sort(). Answered by sorted().
    void setFilter(const TradeFilter &filter);
    const TradeFilter &filter() const { return m_filter; }
    /// Σ results of the shown trades.
    double shownSum() const { return m_shownSum; }
    /// Which trade of the report a row shows, and the other way round; −1 for none.
    int tradeAt(int row) const;
    int rowOf(int trade) const;
    const LabReportPtr &report() const { return m_report; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_order.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// A negative column is the order of the exits.
    void sort(int column, Qt::SortOrder order) override;
    std::function<QString(int row, int column)> detachedTexts() const override;

Q_SIGNALS:
    /// A sort or a filter was taken over.
    void sorted();

private:
    void rearrange();
    Tone tone(const RoundTrip &trade, Column column) const;
    QVariant help(const RoundTrip &trade, Column column) const;
    void adopt(std::vector<std::uint32_t> order);
    void makeWords();

    std::vector<ColumnSpec> m_columns;
    LabReportPtr m_report;
    Format m_format;
    std::vector<std::uint32_t> m_order;  ///< trade of each row
    std::vector<std::int32_t> m_rows;    ///< row of each trade; −1 for one that is not shown
    std::shared_ptr<const std::vector<double>> m_cumulative;
    TradeFilter m_filter;
    TradeWordsPtr m_words;               ///< null until they are made
    Column m_sortColumn = NumberColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    double m_shownSum = 0;
    quint64 m_generation = 0;            ///< an older arrangement is dropped
};

/// The trades that pass, by a column; equal ones stay in the order of their exits. `words` may be null where the filter has
/// no words.
std::vector<std::uint32_t> tradeOrder(const LabReport &report, TradeTableModel::Column column, Qt::SortOrder order,
                                      const TradeFilter &filter = {}, const TradeWords *words = nullptr);
TradeWords tradeWordsOf(const LabReport &report, const Format &format);

} // namespace bellwether
