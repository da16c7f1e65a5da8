#include "ui/charts/pricechart.h"

#include "ui/charts/legendbuttons.h"
#include "ui/models/poolresult.h"

#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int frameMs = 16;

} // namespace

PriceChart::PriceChart(const Theme &theme, const Format &format, QWidget *parent)
    : QCustomPlot(parent), m_theme(theme), m_format(format), m_time(format.zone(), Timeframe::M1, &m_bars),
      m_timeTicker(new TimeTicker(&m_time)), m_priceTicker(new PriceTicker(&m_format)), m_indicators(format.exchangeZone()),
      m_panes(*this, m_theme, m_format, m_timeTicker)
{
    setObjectName(u"priceChart"_s);
    setAccessibleName(tr("Price chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setNoAntialiasingOnDrag(false);
    // One paint buffer instead of three: what moves over the plot is painted in paintEvent().
    layer(u"overlay"_s)->setMode(QCPLayer::lmLogical);
    priceAxis()->setTicker(m_priceTicker);
    m_candles = new CandlePlottable(keyAxis(), priceAxis(), &m_bars, &m_theme, CandlePlottable::Kind::Prices);
    m_volume = new CandlePlottable(m_panes.volume().keyAxis(), m_panes.volume().valueAxis(), &m_bars, &m_theme,
                                   CandlePlottable::Kind::Volume);

    m_liveButton = new QToolButton(this);
    m_liveButton->setObjectName(u"goLive"_s);
    m_liveButton->setAccessibleName(tr("Go to the last bar"));
    m_liveButton->setToolTip(tr("Go to the last bar (End)"));
    m_liveButton->setFocusPolicy(Qt::NoFocus);
    m_liveButton->setCursor(Qt::ArrowCursor);
    m_liveButton->hide();
    connect(m_liveButton, &QToolButton::clicked, this, [this] { goLive(); });

    m_legendButtons = new LegendButtons(m_theme, this);
    connect(m_legendButtons, &LegendButtons::hideWanted, this,
            [this](const QString &title) { setIndicatorShown(title, !isIndicatorShown(title)); });
    connect(m_legendButtons, &LegendButtons::raiseWanted, this, [this](const QString &title) { raiseIndicator(title); });
    connect(m_legendButtons, &LegendButtons::removeWanted, this, [this](const QString &title) { removeIndicator(title); });
    connect(m_legendButtons, &LegendButtons::settingsWanted, this, [this](const QString &title) {
        Q_EMIT indicatorSettingsWanted(title, m_legendButtons->mapToGlobal(QPoint(0, m_legendButtons->height())));
    });

    m_replotTimer.setSingleShot(true);
    m_replotTimer.setInterval(frameMs);
    connect(&m_replotTimer, &QTimer::timeout, this, [this] { replot(); });
    connect(this, &QCustomPlot::afterLayout, this, [this] { keepSpacing(); });
    connect(&m_theme, &Theme::changed, this, [this] { rebuildIndicators(); });
    restyle();
    setView(0, 100);
}

PriceChart::~PriceChart() = default;

void PriceChart::restyle()
{
    setBackground(QBrush(m_theme.color(ColorRole::Surface)));
    m_panes.style();
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
    // A day is the exchange's own, whatever clock the trader looks at.
    m_time = TimeAxis(isIntraday(timeframe) ? format.zone() : format.exchangeZone(), timeframe, &m_bars);
    m_timeTicker->setAxis(&m_time);
    begin(std::make_shared<const BarColumns>());
    m_comparisons.clear();
    m_markers.clear();
    if (m_levels)
        m_levels->setLevels({});
    m_isDefaultView = true;
    setAutoScaled(true);
    scheduleReplot();
}

void PriceChart::begin(std::shared_ptr<const BarColumns> history)
{
    ++m_generation;
    m_bars.reset(std::move(history));
    m_indicators.restart(m_format.exchangeZone());
    if (!m_bars.isFolded()) {
        ++m_jobs;
        takeFromPool(this, [bars = m_bars.base()] { return BarSeries::foldsOf(*bars); },
                     [this, generation = m_generation](BarSeries::Folds folds) {
                         if (generation == m_generation)
                             m_bars.adopt(std::move(folds));
                         finishJob();
                     });
    }
    for (const QString &title : m_indicators.titles())
        compute(title);
    rebuildIndicators();
}

void PriceChart::apply(const ChartUpdate &update)
{
    const bool wasLive = isLastBarVisible();
    const std::size_t before = m_bars.size();
    if (!update.history && update.closed.empty() && update.forming && m_bars.hasForming()
        && update.forming->closeTime == m_bars.closeTime(before - 1)) {
        const QRegion region = tickRegion();
        m_bars.setForming(*update.forming);
        repaintTick(region);
        return;
    }
    const Timestamp right = before > 0 ? m_time.timeAt(m_upper) : Timestamp();
    const double fraction = m_upper - std::round(m_upper);
    if (update.history)
        begin(update.history);
    for (const BarPoint &bar : update.closed)
        m_bars.append(bar);
    if (update.forming)
        m_bars.setForming(*update.forming);
    m_indicators.update(m_bars);
    for (auto &[instrument, comparison] : m_comparisons)
        update.history ? comparison.align(m_bars) : comparison.follow(m_bars);

    if (update.history && m_isDefaultView) {
        resetView();
    } else if (update.history && before > 0) {
        // More of the past moves no bar on the screen.
        const double upper = m_time.indexAt(right) + fraction;
        setView(upper - (m_upper - m_lower), upper);
    } else if (wasLive && m_bars.size() > before && !update.history) {
        const auto shift = double(m_bars.size() - before);
        setView(m_lower + shift, m_upper + shift);
    } else {
        setView(m_lower, m_upper);
    }
}

QRegion PriceChart::tickRegion() const
{
    const QRect plot = plotRect();
    QRegion region = m_candles->formingRect();
    region += m_volume->formingRect();
    // The line of the last price, its tag with the countdown, and the legends that show the last bar.
    const int y = int(priceAxis()->coordToPixel(m_bars.at(m_bars.size() - 1).close));
    region += QRect(plot.left(), std::clamp(y, plot.top(), plot.bottom()) - 1, plot.width(), 3);
    const int tag = fontMetrics().height() * 2 + 4;
    region += QRect(plot.right() + 1, std::clamp(y, plot.top(), plot.bottom()) - tag, width() - plot.right() - 1, 2 * tag);
    for (const LegendRow &row : m_legendRows)
        region += QRect(row.plate.left(), row.plate.top(), plot.right() - row.plate.left(), row.plate.height());
    return region;
}

void PriceChart::repaintTick(const QRegion &before)
{
    if (autoScale())
        scheduleReplot();
    else
        QWidget::update(before + tickRegion());
}

void PriceChart::setNow(Timestamp now)
{
    const bool isNewSecond = now.seconds() != m_now.seconds();
    m_now = now;
    if (isNewSecond)
        update();
}

void PriceChart::addLayer(ChartLayer *layer)
{
    m_layers.push_back(layer);
    connect(layer, &ChartLayer::changed, this, [this] {
        // Autoscale may have to make room for it.
        if (autoScale())
            scheduleReplot();
        QWidget::update();
    });
    connect(layer, &QObject::destroyed, this, [this, layer] {
        std::erase(m_layers, layer);
        m_busyLayer = m_busyLayer == layer ? nullptr : m_busyLayer;
    });
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
    if (!m_levels) {
        m_levels = new LevelLayer(m_theme, this);
        addLayer(m_levels);
    }
    m_levels->setLevels(std::move(levels));
}

QPixmap PriceChart::picture()
{
    flush();
    m_isPosing = true;
    const bool hadButton = m_liveButton->isVisible();
    m_liveButton->hide();
    m_legendButtons->hide();
    QPixmap pixmap = grab();
    m_isPosing = false;
    m_liveButton->setVisible(hadButton);
    return pixmap;
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
