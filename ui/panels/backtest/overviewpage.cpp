#include "ui/panels/backtest/overviewpage.h"

#include "ui/charts/curvechart.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

template <typename T> std::shared_ptr<const T> shared(T value) { return std::make_shared<const T>(std::move(value)); }

} // namespace

OverviewPage::OverviewPage(const Theme &theme, const Format &format, QWidget *parent)
    : QWidget(parent), m_equity(new CurveChart(theme, format, u"equityChart"_s, this))
{
    m_equity->setAccessibleName(tr("Equity and drawdown"));
    m_equity->setEmptyText(tr("Choose a strategy and data on the left, then Run (Ctrl+Return)."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_equity, 1);
}

void OverviewPage::setReport(const LabReportPtr &report, const Format &format)
{
    m_equity->setFormat(format);
    m_equity->setStretch({}, {});
    m_equity->setCurves({{tr("Buy and hold"), ColorRole::Line6, {report->markTime, report->benchmark}},
                         {tr("Equity"), ColorRole::Line1, {report->markTime, report->equity}}},
                        CurveChart::Unit::Money);
    m_equity->setDrawdowns({{tr("Drawdown"), ColorRole::Loss, {report->markTime, report->drawdown}}});
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
    m_equity->setCurves({}, CurveChart::Unit::Money);
    m_equity->setDrawdowns({});
}

} // namespace bellwether
