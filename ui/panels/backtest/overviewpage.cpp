#include "ui/panels/backtest/overviewpage.h"

#include "core/analytics/breakdown.h"
#include "core/analytics/statistics.h"
#include "core/base/decimaltext.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/histogramchart.h"
#include "ui/charts/scatterchart.h"
#include "ui/models/labwords.h"
#include "ui/panels/backtest/captioned.h"
#include "ui/panels/backtest/headline.h"

#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

template <typename T> std::shared_ptr<const T> shared(T value) { return std::make_shared<const T>(std::move(value)); }

QString percentText(double fraction)
{
    const double percent = fraction * 100;
    return decimalText(percent, std::fabs(percent) < 9.95 ? 1 : 0).replace(u'-', QChar(0x2212)); // two digits fit a narrow cell
}

} // namespace

OverviewPage::OverviewPage(const Theme &theme, const Format &format, QWidget *parent)
    : QWidget(parent), m_equity(new CurveChart(theme, format, u"equityChart"_s, this)),
      m_months(new HeatGrid(theme, u"monthMap"_s, this)), m_returns(new HistogramChart(theme, u"returnChart"_s, this)),
      m_excursions(new ScatterChart(theme, u"excursionChart"_s, this))
{
    m_equity->setAccessibleName(tr("Equity and drawdown"));
    m_equity->setEmptyText(tr("Choose a strategy and data on the left, then Run (Ctrl+Return)."));
    m_months->setEmptyText(tr("Each month's return stands here after a run."));
    m_returns->setEmptyText(tr("How days went stands here after a run."));
    m_returns->setContent({});
    m_excursions->setEmptyText(tr("How trades went stands here after a run."));
    m_excursions->setPoints({});
    m_months->setAccessibleName(tr("Returns by month"));
    m_returns->setAccessibleName(tr("Distribution of daily returns"));
    m_excursions->setAccessibleName(tr("Worst and best open result of each trade"));
    m_returns->setTitle(tr("daily return, %"));
    m_excursions->setTitles(tr("worst open result (MAE), %"), tr("best open result (MFE), %"));

    auto *below = new QSplitter(Qt::Horizontal, this);
    below->setObjectName(u"overviewBelow"_s);
    below->addWidget(captioned(tr("Daily returns"), m_returns, tr("How often a day's return fell into each class"), this));
    below->addWidget(captioned(tr("MAE and MFE"), m_excursions,
                               tr("Each trade by how far it went against and for its owner, as a share of the entry's value; click one to see it"), this));
    auto *side = new QSplitter(Qt::Vertical, this);
    side->setObjectName(u"overviewSide"_s);
    side->addWidget(captioned(tr("Returns by month, %"), m_months, tr("Daily returns compounded by calendar month"), this));
    side->addWidget(below);
    side->setSizes({190, 420});
    auto *all = new QSplitter(Qt::Horizontal, this);
    all->setObjectName(u"overviewSplitter"_s);
    all->addWidget(m_equity);
    all->addWidget(side);
    all->setStretchFactor(0, 3);
    all->setStretchFactor(1, 2);
    all->setSizes({760, 500});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(all, 1);
    connect(m_equity, &CurveChart::momentClicked, this, &OverviewPage::chooseAt);
    connect(m_excursions, &ScatterChart::pointClicked, this, &OverviewPage::tradeWanted);
}

void OverviewPage::setReport(const LabReportPtr &report, const Format &format)
{
    m_report = report;
    m_equity->setFormat(format);
    m_equity->setStretch({}, {});
    std::vector<CurveChart::Curve> curves{{tr("Equity"), ColorRole::Line1, {report->markTime, report->equity}}};
    if (!report->benchmark->empty())
        curves.insert(curves.begin(), {benchmarkTitle(*report), ColorRole::Line6, {report->markTime, report->benchmark}});
    m_equity->setCurves(std::move(curves), CurveChart::Unit::Money);
    m_equity->setDrawdowns({{tr("Drawdown"), ColorRole::Loss, {report->markTime, report->drawdown}}});
    showMonths();
    showReturns();
    showExcursions();
}

void OverviewPage::showMonths()
{
    HeatGrid::Content content;
    const auto &months = m_report->figures.months;
    if (!months.empty()) {
        for (int month = 1; month <= 12; ++month)
            content.columns.append(monthName(month));
        content.columns.append(tr("Year"));
        const int first = months.front().year;
        const int years = months.back().year - first + 1;
        content.values.assign(std::size_t(years) * 13, notAvailable);
        for (int year = first; year < first + years; ++year)
            content.rows.append(QString::number(year));
        for (const PeriodReturn &month : months)
            content.values[std::size_t(month.year - first) * 13 + month.month - 1] = month.fraction;
        for (const PeriodReturn &year : m_report->figures.years)
            content.values[std::size_t(year.year - first) * 13 + 12] = year.fraction;
        for (const double value : content.values)
            content.texts.append(std::isnan(value) ? QString() : percentText(value));
    }
    m_months->setContent(std::move(content));
    m_months->setEmptyText(tr("No day has ended."));
}

void OverviewPage::showReturns()
{
    std::vector<double> percent = m_report->dailyReturns;
    for (double &value : percent)
        value *= 100;
    const Histogram histogram = histogramOf(percent, 40);
    HistogramChart::Content content{histogram.low, histogram.width, histogram.counts, {}};
    const bool hasMoved = std::ranges::any_of(percent, [](double value) { return value != 0; });
    if (!hasMoved) {
        content.counts.clear();
        m_returns->setContent(std::move(content));
        m_returns->setEmptyText(percent.empty() ? tr("No day has ended.") : tr("No trade was closed."));
        return;
    }
    const double mean = meanOf(percent);
    const double risk = m_report->figures.account.var95 * 100;
    if (std::isfinite(mean))
        content.marks.emplace_back(mean, tr("mean"));
    if (std::isfinite(risk))
        content.marks.emplace_back(risk, tr("VaR 95"));
    m_returns->setContent(std::move(content));
}

void OverviewPage::showExcursions()
{
    std::vector<ScatterChart::Point> points;
    points.reserve(m_report->trades->size());
    for (const RoundTrip &trade : *m_report->trades) {
        const double value = trade.entryValue();
        points.push_back({trade.adverse / value * 100, trade.favourable / value * 100, toneOf(trade.pnl)});
    }
    m_excursions->setEmptyText(tr("No trade was closed."));
    m_excursions->setPoints(std::move(points));
}

void OverviewPage::showProgress(const LabProgress &progress)
{
    if (progress.curve.value.empty())
        return;
    const auto time = shared(progress.curve.time);
    m_equity->setCurves({{tr("Equity"), ColorRole::Line1, {time, shared(progress.curve.value)}}}, CurveChart::Unit::Money);
    m_equity->setDrawdowns({{tr("Drawdown"), ColorRole::Loss,
                             {time, shared(drawdownCurve(progress.curve.value, progress.curve.value.front()))}}});
}

void OverviewPage::clear()
{
    m_report.reset();
    m_equity->setCurves({}, CurveChart::Unit::Money);
    m_equity->setDrawdowns({});
    m_months->setContent({});
    m_returns->setContent({});
    m_excursions->setPoints({});
}

void OverviewPage::chooseTrade(int trade)
{
    m_excursions->setChosen(trade);
    if (trade < 0 || !m_report) {
        m_equity->setStretch({}, {});
        return;
    }
    const RoundTrip &one = (*m_report->trades)[std::size_t(trade)];
    m_equity->setStretch(one.entryTime, one.exitTime);
}

void OverviewPage::chooseAt(Timestamp moment)
{
    if (!m_report || m_report->trades->empty())
        return;
    // Trades stand in the order of their exits: the first that was still open then, or came next.
    const auto &trades = *m_report->trades;
    const auto found = std::ranges::lower_bound(trades, moment, {}, &RoundTrip::exitTime);
    Q_EMIT tradeChosen(int(std::min<std::ptrdiff_t>(found - trades.begin(), std::ptrdiff_t(trades.size()) - 1)));
}

} // namespace bellwether
