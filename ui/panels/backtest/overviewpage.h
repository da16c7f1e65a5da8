#pragma once

#include "core/lab/labreport.h"
#include "ui/models/format.h"

#include <QWidget>

namespace bellwether {

class CurveChart;
class HeatGrid;
class HistogramChart;
class ScatterChart;

/// The first look at a run: equity with its benchmark and the drawdown under it; beside them the months, the distribution
/// of daily returns, and how far trades went against and for their owner.
class OverviewPage final : public QWidget {
    Q_OBJECT
public:
    OverviewPage(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    CurveChart *equityChart() const { return m_equity; }
    HeatGrid *monthMap() const { return m_months; }
    ScatterChart *excursionChart() const { return m_excursions; }
    void setReport(const LabReportPtr &report, const Format &format);
    /// The curve of a run that is under way.
    void showProgress(const LabProgress &progress);
    void clear();
    /// Marks a trade of the report in all charts; −1 for none.
    void chooseTrade(int trade);

Q_SIGNALS:
    void tradeChosen(int trade);
    /// A point of the cloud was clicked: its trade wants to be seen.
    void tradeWanted(int trade);

private:
    void showMonths();
    void showReturns();
    void showExcursions();
    void chooseAt(Timestamp moment);

    CurveChart *m_equity;
    HeatGrid *m_months;
    HistogramChart *m_returns;
    ScatterChart *m_excursions;
    LabReportPtr m_report;
};

} // namespace bellwether
