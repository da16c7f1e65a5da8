#include "ui/charts/curvechart.h"

#include "ui/charts/curveticker.h"
#include "ui/charts/plotstyle.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int frameMs = 16;
constexpr int valueAxisWidth = 66;

} // namespace

CurveChart::CurveChart(const Theme &theme, const Format &format, const QString &name, QWidget *parent)
    : QCustomPlot(parent), m_theme(theme), m_format(format), m_margins(new QCPMarginGroup(this)),
      m_timeTicker(new CurveTimeTicker(&m_format))
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 90);
    // One paint buffer: the crosshair is painted over the finished plot.
    layer(u"overlay"_s)->setMode(QCPLayer::lmLogical);
    plotLayout()->clear();
    plotLayout()->setRowSpacing(4);
    plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    m_panes[0] = makePane(1);
    m_panes[1] = makePane(0.38);
    m_panes[1].ticker->setPercent(true);
    m_panes[1].ticker->setTickCount(3);
    m_panes[1].unit = Unit::Percent;
    m_panes[1].rect->setVisible(false);
    plotLayout()->take(m_panes[1].rect);
    plotLayout()->simplify();
    m_replotTimer.setSingleShot(true);
    m_replotTimer.setInterval(frameMs);
    connect(&m_replotTimer, &QTimer::timeout, this, [this] { replot(); });
    connect(&m_theme, &Theme::changed, this, [this] { style(); });
    style();
}

CurveChart::~CurveChart()
{
    if (!isLowerShown())
        delete m_panes[1].rect; // the layout does not own it while it is hidden
}

CurveChart::Pane CurveChart::makePane(double stretch)
{
    Pane pane;
    pane.rect = new QCPAxisRect(this, false);
    const int row = plotLayout()->rowCount();
    plotLayout()->addElement(row, 0, pane.rect);
    plotLayout()->setRowStretchFactor(row, stretch);
    pane.rect->addAxes(QCPAxis::atRight | QCPAxis::atBottom);
    pane.rect->setMarginGroup(QCP::msRight, m_margins);
    pane.rect->setAutoMargins(QCP::msRight | QCP::msBottom);
    pane.rect->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
    pane.ticker.reset(new CurveValueTicker(&m_format));
    pane.rect->axis(QCPAxis::atRight)->setTicker(pane.ticker);
    return pane;
}

void CurveChart::style()
{
    setBackground(QBrush(m_theme.color(ColorRole::Surface)));
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        Pane &pane = m_panes[i];
        for (QCPAxis *axis : {pane.rect->axis(QCPAxis::atRight), pane.rect->axis(QCPAxis::atBottom)}) {
            styleAxis(*axis, m_theme);
            axis->grid()->setZeroLinePen(axis->grid()->pen());
            axis->setVisible(!isEmpty());
        }
        const bool isLast = (i == 1) == isLowerShown();
        pane.rect->axis(QCPAxis::atBottom)->setTickLabels(isLast);
        pane.rect->setMinimumMargins(QMargins(0, i == 0 ? 4 : 0, valueAxisWidth, isLast ? 18 : 0));
        for (std::size_t c = 0; c < pane.plottables.size(); ++c)
            pane.plottables[c]->setColor(m_theme.color(pane.curves[c].color));
    }
    scheduleReplot();
}

void CurveChart::fill(Pane &pane, std::vector<Curve> curves, CurvePlottable::Style style)
{
    pane.curves = std::move(curves);
    while (pane.plottables.size() > pane.curves.size()) {
        removePlottable(pane.plottables.back());
        pane.plottables.pop_back();
    }
    while (pane.plottables.size() < pane.curves.size())
        pane.plottables.push_back(new CurvePlottable(pane.rect->axis(QCPAxis::atBottom), pane.rect->axis(QCPAxis::atRight), style));
    for (std::size_t i = 0; i < pane.curves.size(); ++i) {
        pane.plottables[i]->setSeries(pane.curves[i].series);
        pane.plottables[i]->setColor(m_theme.color(pane.curves[i].color));
    }
}

void CurveChart::setCurves(std::vector<Curve> curves, Unit unit, bool shallKeepView)
{
    m_panes[0].unit = unit;
    m_panes[0].ticker->setPercent(unit == Unit::Percent);
    const bool wasEmpty = isEmpty();
    fill(m_panes[0], std::move(curves), CurvePlottable::Style::Line);
    if (wasEmpty != isEmpty())
        style();
    if (shallKeepView && !m_isWhole)
        setView(m_view);
    else
        showAll();
}

void CurveChart::setDrawdowns(std::vector<Curve> curves)
{
    const bool wasShown = isLowerShown();
    fill(m_panes[1], std::move(curves), CurvePlottable::Style::Area);
    if (wasShown != isLowerShown()) {
        m_panes[1].rect->setVisible(isLowerShown());
        if (isLowerShown()) {
            plotLayout()->addElement(1, 0, m_panes[1].rect);
            plotLayout()->setRowStretchFactor(1, 0.38);
        } else {
            plotLayout()->take(m_panes[1].rect);
            plotLayout()->simplify();
        }
        style();
    }
    scaleValues();
}

void CurveChart::setFormat(const Format &format)
{
    m_format = format;
    scheduleReplot();
}

void CurveChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void CurveChart::setStretch(Timestamp from, Timestamp to)
{
    m_stretchFrom = from;
    m_stretchTo = to;
    update();
}

bool CurveChart::isEmpty() const
{
    const auto &curves = m_panes[0].curves;
    return std::all_of(curves.begin(), curves.end(), [](const Curve &curve) { return curve.series.isEmpty(); });
}

QCPRange CurveChart::whole() const
{
    double first = std::numeric_limits<double>::infinity();
    double last = -first;
    for (const Curve &curve : m_panes[0].curves) {
        if (curve.series.isEmpty())
            continue;
        first = std::min(first, CurvePlottable::keyOf(curve.series.time->front()));
        last = std::max(last, CurvePlottable::keyOf(curve.series.time->back()));
    }
    if (first > last)
        return {0, 1};
    const double room = std::max(60.0, (last - first) * 0.01);
    return {first - room, last + room};
}

void CurveChart::showAll()
{
    setView(whole());
    m_isWhole = true;
}

void CurveChart::setView(QCPRange view)
{
    // Never wider than the whole, never beside it, never below a minute.
    const QCPRange all = whole();
    const double span = std::clamp(view.size(), 60.0, all.size());
    const double lower = std::clamp(view.lower, all.lower, all.upper - span);
    m_view = QCPRange(lower, lower + span);
    m_isWhole = span >= all.size();
    for (const Pane &pane : m_panes)
        pane.rect->axis(QCPAxis::atBottom)->setRange(m_view);
    scaleValues();
}

void CurveChart::scaleValues()
{
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        std::optional<QCPRange> range;
        for (const Curve &curve : m_panes[i].curves) {
            if (const auto part = curve.series.extent(viewFrom(), viewTo()))
                range = range ? range->expanded(*part) : *part;
        }
        if (!range)
            continue;
        QCPAxis *axis = m_panes[i].rect->axis(QCPAxis::atRight);
        const double least = std::max(std::fabs(range->upper) * 1e-6, 1e-9);
        const double room = std::max(range->size() * 0.06, least);
        if (i == 1) // a drawdown hangs from zero; none at all is a line at the top of a tenth of a percent
            axis->setRange(std::min(range->lower * 1.12, -0.001), 0);
        else
            axis->setRange(range->lower - room, range->upper + room);
    }
    scheduleReplot();
}

void CurveChart::scheduleReplot()
{
    if (!m_replotTimer.isActive())
        m_replotTimer.start();
}

void CurveChart::flush()
{
    m_replotTimer.stop();
    replot();
}

void CurveChart::resizeEvent(QResizeEvent *event)
{
    QCustomPlot::resizeEvent(event);
    scheduleReplot();
}

} // namespace bellwether
