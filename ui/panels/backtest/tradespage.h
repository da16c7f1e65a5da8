#pragma once

#include "ui/charts/pricechart.h"
#include "ui/models/tradetablemodel.h"
#include "ui/widgets/datatable.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace bellwether {

/// The trades of a run under the candles they were made on. A chosen row centres the chart on its trade, with entry, exit
/// and stop; a clicked marker chooses its row. Over the table stand the words and sides that its rows are filtered by.
class TradesPage final : public QWidget {
    Q_OBJECT
public:
    TradesPage(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    PriceChart *chart() const { return m_chart; }
    DataTable *table() const { return m_table; }
    TradeTableModel *model() const { return m_model; }
    void setReport(const LabReportPtr &report, const Format &format);
    /// The trade of the current row; −1 for none.
    int chosen() const { return m_model->tradeAt(m_table->currentSourceRow()); }
    void choose(int trade);

Q_SIGNALS:
    void tradeChosen(int trade);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeFilter();
    void applyFilter();
    void showCount();
    void showIndicators();
    void showBars(std::size_t instrument);
    void showTrade(int trade);
    void placeMarkers();
    std::size_t rowOfEntry(const RoundTrip &trade) const;
    std::size_t rowOfExit(const RoundTrip &trade) const;
    void addMarkers(const RoundTrip &trade, std::vector<ChartMarker> &markers) const;

    PriceChart *m_chart;
    TradeTableModel *m_model;
    DataTable *m_table;
    Format m_format;
    LabReportPtr m_report;
    std::vector<std::uint32_t> m_here;    ///< trades of the shown instrument, in the order of their exits
    std::vector<std::uint32_t> m_marked;  ///< the trade of each marker
    std::size_t m_instrument = 0;
    QStringList m_decidedOn;              ///< indicators of the run's strategies
    QCPRange m_markedView;
    int m_kept = -1;                      ///< the trade that was chosen before the rows changed
    bool m_areBarsStale = false;
    QLineEdit *m_words = nullptr;
    QComboBox *m_sides = nullptr;
    QComboBox *m_outcomes = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace bellwether
