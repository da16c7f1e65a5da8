#include "ui/charts/pricechart.h"

#include "ui/charts/candleplottable.h"
#include "ui/charts/lineplottable.h"

#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int frameMs = 16;

/// Volumes are shown as 1.2K, 3.4M.
class VolumeTicker final : public QCPAxisTicker {
public:
    explicit VolumeTicker(const Format *format) : m_format(format) { setTickCount(2); }

protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        if (tick <= 0)
            return {};
        return tick >= 1'000 ? m_format->volume(tick) : QLocale::c().toString(tick, 'g', 4);
    }

private:
    const Format *m_format;
};

} // namespace

PriceChart::PriceChart(const Theme &theme, const Format &format, QWidget *parent)
    : QCustomPlot(parent), m_theme(theme), m_format(format), m_time(format.zone(), Timeframe::M1),
      m_indicators(format.zone()), m_timeTicker(new TimeTicker(&m_time)), m_priceTicker(new PriceTicker(&m_format))
{
    setObjectName(u"priceChart"_s);
    setAccessibleName(tr("Price chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setNoAntialiasingOnDrag(false);
    // One paint buffer instead of three: what moves over the plot is painted in paintEvent().
    layer(u"overlay"_s)->setMode(QCPLayer::lmLogical);
    plotLayout()->clear();
    plotLayout()->setRowSpacing(0);
    plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    m_margins = new QCPMarginGroup(this);

    m_panes.push_back({addPane(1.0), {}});
    m_panes.push_back({addPane(0.2), {}});
    priceAxis()->setTicker(m_priceTicker);
    QCPAxis *volumeAxis = m_panes[1].rect->axis(QCPAxis::atRight);
    volumeAxis->setTicker(QSharedPointer<QCPAxisTicker>(new VolumeTicker(&m_format)));
    m_candles = new CandlePlottable(keyAxis(), priceAxis(), &m_bars, &m_theme, CandlePlottable::Kind::Candles);
    m_volume = new CandlePlottable(m_panes[1].rect->axis(QCPAxis::atBottom), volumeAxis, &m_bars, &m_theme,
                                   CandlePlottable::Kind::Volume);

    m_liveButton = new QToolButton(this);
    m_liveButton->setObjectName(u"goLive"_s);
    m_liveButton->setAccessibleName(tr("Go to the last bar"));
    m_liveButton->setToolTip(tr("Go to the last bar (End)"));
    m_liveButton->setFocusPolicy(Qt::NoFocus);
    m_liveButton->setCursor(Qt::ArrowCursor);
    m_liveButton->hide();
    connect(m_liveButton, &QToolButton::clicked, this, [this] { goLive(); });

    m_replotTimer.setSingleShot(true);
    m_replotTimer.setInterval(frameMs);
    connect(&m_replotTimer, &QTimer::timeout, this, [this] { replot(); });
    connect(this, &QCustomPlot::afterLayout, this, [this] { keepSpacing(); });
    connect(&m_theme, &Theme::changed, this, [this] {
        styleAxes();
        rebuildIndicators();
    });
    styleAxes();
    setView(0, 100);
}

PriceChart::~PriceChart() = default;

QCPAxis *PriceChart::keyAxis() const { return m_panes.front().rect->axis(QCPAxis::atBottom); }
QCPAxis *PriceChart::priceAxis() const { return m_panes.front().rect->axis(QCPAxis::atRight); }

QCPAxisRect *PriceChart::addPane(double stretch)
{
    auto *rect = new QCPAxisRect(this, false);
    const int row = plotLayout()->rowCount();
    plotLayout()->addElement(row, 0, rect);
    plotLayout()->setRowStretchFactor(row, stretch);
    rect->addAxes(QCPAxis::atRight | QCPAxis::atBottom);
    rect->setMarginGroup(QCP::msRight, m_margins);
    rect->setMinimumMargins(QMargins(0, 0, 62, 0));
    rect->setAutoMargins(QCP::msRight | QCP::msBottom);
    rect->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
    return rect;
}

void PriceChart::styleAxes()
{
    setBackground(QBrush(m_theme.color(ColorRole::Surface)));
    const QPen border(m_theme.color(ColorRole::Border), 1);
    QFont small = font();
    small.setPointSizeF(8);
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const bool isLast = i + 1 == m_panes.size();
        QCPAxisRect *rect = m_panes[i].rect;
        for (QCPAxis *axis : {rect->axis(QCPAxis::atRight), rect->axis(QCPAxis::atBottom)}) {
            axis->setBasePen(border);
            axis->setTickPen(Qt::NoPen);
            axis->setSubTicks(false);
            axis->setTickLength(0, 3);
            axis->setTickLabelColor(m_theme.color(ColorRole::TextMuted));
            axis->setTickLabelFont(small);
            axis->grid()->setPen(QPen(m_theme.color(ColorRole::Grid), 1));
            axis->grid()->setZeroLinePen(QPen(m_theme.color(ColorRole::Grid), 1));
            axis->grid()->setVisible(true);
            axis->grid()->setAntialiased(false);
            axis->setAntialiased(false);
        }
        rect->axis(QCPAxis::atBottom)->setTickLabels(isLast);
        // QCustomPlot draws the grid of its default axes only where one is set on the rect.
        rect->setBackground(QBrush(m_theme.color(ColorRole::Surface)));
        rect->setMinimumMargins(QMargins(0, i == 0 ? 2 : 0, 62, isLast ? 18 : 0));
    }
    m_liveButton->setIcon(m_theme.icon(u"golive"));
    scheduleReplot();
}

void PriceChart::setSeries(const QString &symbol, Timeframe timeframe, int priceDecimals, const Format &format)
{
    m_symbol = symbol;
    m_timeframe = timeframe;
    m_decimals = priceDecimals;
    m_format = format;
    m_priceTicker->setDecimals(priceDecimals);
    m_bars.reset({});
    m_time = TimeAxis(format.zone(), timeframe);
    m_timeTicker->setAxis(&m_time);
    m_indicators.restart(format.zone());
    rebuildIndicators();
    m_markers.clear();
    m_levels.clear();
    m_isDefaultView = true;
    setAutoScaled(true);
    scheduleReplot();
}

void PriceChart::apply(const ChartUpdate &update)
{
    const bool wasLive = isLastBarVisible();
    std::size_t before = m_bars.size();
    if (update.history) {
        m_bars.reset(*update.history);
        m_time.reset(m_bars.columns().closeTime);
        m_indicators.restart(m_format.zone());
        rebuildIndicators();
    }
    for (const BarPoint &bar : update.closed)
        m_bars.append(bar);
    if (update.forming)
        m_bars.setForming(*update.forming);
    for (std::size_t i = m_time.size() > 0 ? m_time.size() - 1 : 0; i < m_bars.size(); ++i)
        m_time.set(i, m_bars.columns().closeTime[i]);
    m_indicators.update(m_bars);

    if (update.history && m_isDefaultView) {
        resetView();
    } else if (wasLive && m_bars.size() > before && !update.history) {
        const auto shift = double(m_bars.size() - before);
        setView(m_lower + shift, m_upper + shift);
    } else {
        setView(m_lower, m_upper);
    }
}

void PriceChart::setNow(Timestamp now)
{
    const bool isNewSecond = now.seconds() != m_now.seconds();
    m_now = now;
    if (isNewSecond)
        update();
}

void PriceChart::setMarkers(std::vector<ChartMarker> markers)
{
    if (markers == m_markers)
        return;
    m_markers = std::move(markers);
    update();
}

void PriceChart::setLevels(std::vector<ChartLevel> levels)
{
    if (levels == m_levels)
        return;
    m_levels = std::move(levels);
    setView(m_lower, m_upper);
}

Result<void> PriceChart::addIndicator(const QString &spec)
{
    const auto added = m_indicators.add(spec);
    if (!added)
        return added;
    m_indicators.update(m_bars);
    rebuildIndicators();
    return {};
}

void PriceChart::removeIndicator(const QString &title)
{
    m_indicators.remove(title);
    rebuildIndicators();
}

void PriceChart::rebuildIndicators()
{
    for (const Line &line : m_lines)
        removePlottable(line.plottable);
    m_lines.clear();
    while (m_panes.size() > 2) {
        plotLayout()->remove(m_panes.back().rect);
        m_panes.pop_back();
    }
    plotLayout()->simplify();

    int color = 0;
    for (std::size_t e = 0; e < m_indicators.entries().size(); ++e) {
        const IndicatorSet::Entry &entry = m_indicators.entries()[e];
        std::size_t pane = 0;
        if (entry.spec.info->pane == IndicatorPane::Volume) {
            pane = 1;
        } else if (entry.spec.info->pane == IndicatorPane::Own) {
            m_panes.push_back({addPane(0.28), entry.title});
            pane = m_panes.size() - 1;
            auto ticker = QSharedPointer<PriceTicker>(new PriceTicker(&m_format));
            ticker->setTickCount(2);
            ticker->setTickStepStrategy(QCPAxisTicker::tssMeetTickCount);
            m_panes.back().rect->axis(QCPAxis::atRight)->setTicker(ticker);
        }
        for (std::size_t l = 0; l < entry.lines.size(); ++l) {
            const QString &name = entry.lines[l].name;
            if (name.startsWith(u"supertrend_dir"_s))
                continue; // a direction has no place on a price axis
            const bool isHistogram = name.startsWith(u"macd_hist"_s);
            Line line;
            line.plottable = new LinePlottable(m_panes[pane].rect->axis(QCPAxis::atBottom),
                                               m_panes[pane].rect->axis(QCPAxis::atRight), &entry.lines[l].values,
                                               isHistogram ? LinePlottable::Style::Histogram : LinePlottable::Style::Line);
            line.entry = e;
            line.line = l;
            line.color = isHistogram ? m_theme.color(ColorRole::TextMuted) : m_theme.lineColor(color++);
            if (isHistogram)
                line.plottable->setColors(m_theme.color(ColorRole::VolumeUp), m_theme.color(ColorRole::VolumeDown));
            else
                line.plottable->setColors(line.color, line.color);
            m_lines.push_back(line);
        }
    }
    styleAxes();
    setView(m_lower, m_upper);
}

void PriceChart::scheduleReplot()
{
    if (!m_replotTimer.isActive())
        m_replotTimer.start();
}

void PriceChart::flush()
{
    m_replotTimer.stop();
    replot();
}

void PriceChart::keepSpacing()
{
    // A wider plot shows more bars of the same width; the right edge stays.
    const int width = plotRect().width();
    if (width == m_plotWidth || width <= 0)
        return;
    const int before = std::exchange(m_plotWidth, width);
    if (m_isDefaultView)
        resetView();
    else if (before > 0)
        setView(m_upper - (m_upper - m_lower) * width / before, m_upper);
}

void PriceChart::placeLiveButton()
{
    const bool isLive = isLastBarVisible();
    const QRect plot = plotRect();
    m_liveButton->move(plot.right() - m_liveButton->sizeHint().width() - 8,
                       plot.bottom() - m_liveButton->sizeHint().height() - 8);
    m_liveButton->setVisible(!isLive);
    if (isLive != std::exchange(m_wasLive, isLive))
        Q_EMIT liveChanged(isLive);
}

void PriceChart::resizeEvent(QResizeEvent *event)
{
    QCustomPlot::resizeEvent(event);
    placeLiveButton();
    scheduleReplot();
}

} // namespace bellwether
