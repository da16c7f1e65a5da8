#include "ui/charts/pixelcolumns.h"
#include "ui/charts/pricechart.h"

#include <cmath>

// Which bars and prices are in view.
namespace bellwether {

namespace {

constexpr double defaultPixelsPerBar = 8;
constexpr double marginBars = 6; ///< free room right of the last bar
constexpr double leastBars = 10; ///< nearest zoom

} // namespace

double PriceChart::pixelsPerBar() const
{
    const double span = m_upper - m_lower;
    return span > 0 ? plotRect().width() / span : defaultPixelsPerBar;
}

QRect PriceChart::plotRect() const { return m_panes.prices().rect->rect(); }
double PriceChart::xOfBar(double index) const { return keyAxis()->coordToPixel(index); }
double PriceChart::barAtX(double x) const { return keyAxis()->pixelToCoord(x); }

bool PriceChart::isLastBarVisible() const
{
    const auto last = double(m_bars.size()) - 1;
    return m_bars.isEmpty() || (last <= m_upper && last >= m_lower);
}

void PriceChart::resetView()
{
    m_isDefaultView = true;
    const double bars = std::max(leastBars, plotRect().width() / defaultPixelsPerBar);
    const double upper = double(m_bars.size()) - 1 + marginBars;
    setAutoScaled(true);
    setView(upper - bars, upper);
}

void PriceChart::showBars(double lower, double upper)
{
    m_isDefaultView = false;
    setView(lower, upper);
}

void PriceChart::followTimes(Timestamp from, Timestamp to)
{
    if (m_bars.isEmpty() || from >= to)
        return;
    showBars(m_time.indexAt(from), m_time.indexAt(to));
}

void PriceChart::followCursor(Timestamp time)
{
    if (time == m_guestCursor)
        return;
    m_guestCursor = time;
    QWidget::update();
}

void PriceChart::setMarkedBar(Timestamp close)
{
    if (close == m_markedBar)
        return;
    m_markedBar = close;
    QWidget::update();
}

void PriceChart::setStyle(ChartStyle style)
{
    if (style == m_candles->style())
        return;
    m_candles->setStyle(style);
    scheduleReplot();
    Q_EMIT looksChanged();
}

void PriceChart::setScale(PriceScale scale)
{
    // A logarithm wants prices above zero: a spread that is not stays on the scale it has.
    if (scale == PriceScale::Logarithmic && !m_bars.isEmpty() && m_bars.fold(0, m_bars.size()).low <= 0)
        return;
    m_scale = scale;
    priceAxis()->setScaleType(scale == PriceScale::Logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_priceTicker->setLogarithmic(scale == PriceScale::Logarithmic);
    setAutoScaled(true);
    setView(m_lower, m_upper);
    Q_EMIT looksChanged();
}

void PriceChart::setFittingLevels(bool isOn)
{
    if (isOn == m_isFittingLevels)
        return;
    m_isFittingLevels = isOn;
    setAutoScaled(true);
    scheduleReplot();
    Q_EMIT looksChanged();
}

void PriceChart::goLive()
{
    const double upper = double(m_bars.size()) - 1 + marginBars;
    setView(upper - (m_upper - m_lower), upper);
}

void PriceChart::setView(double lower, double upper)
{
    double span = std::max(leastBars, upper - lower);
    if (!m_bars.isEmpty()) {
        // Some bars stay in view, whatever is dragged where.
        const double last = double(m_bars.size()) - 1;
        span = std::min(span, std::max(leastBars, 1.5 * double(m_bars.size()) + 50));
        const double keep = std::min(3.0, last);
        if (upper < keep)
            upper = keep;
        else if (upper - span > last - keep)
            upper = last - keep + span;
    }
    m_upper = upper;
    m_lower = upper - span;
    m_panes.setView(m_lower, m_upper);
    m_timeTicker->setPixelsPerBar(pixelsPerBar());
    autoScale();
    placeLiveButton();
    scheduleReplot();
}

void PriceChart::zoom(double factor, double anchor)
{
    const double span = m_upper - m_lower;
    const double longest = std::max(leastBars, 1.5 * double(m_bars.size()) + 50);
    const double wanted = std::clamp(span * factor, leastBars, longest);
    const double share = (anchor - m_lower) / span;
    m_isDefaultView = false;
    setView(anchor - share * wanted, anchor + (1 - share) * wanted);
}

bool PriceChart::autoScale()
{
    const auto [first, last] = entriesIn({m_lower, m_upper}, m_bars.size());
    if (first >= last)
        return false;
    const bool isChanged = m_panes.fit(m_bars);
    m_priceTicker->setPercentBase(m_scale == PriceScale::Percent ? m_bars.at(first).close : 0);
    if (!m_isAutoScaled)
        return isChanged;
    const BarFold fold = m_bars.fold(first, last);
    QCPRange range(fold.low, fold.high);
    const double height = std::max(range.size(), std::fabs(fold.high) * 1e-6);
    // Overlays and levels may widen the view, but never squeeze the candles to less than a third of it.
    const auto widen = [&](double value) {
        if (value > fold.low - height && value < fold.high + height)
            range.expand(value);
    };
    for (auto &[instrument, comparison] : m_comparisons) {
        comparison.startAt(m_bars, first);
        if (const ValueFold line = comparison.extremes(first, last); !line.isEmpty())
            range.expand(QCPRange(line.low, line.high));
    }
    if (const ValueFold lines = m_panes.overlayExtremes(); !lines.isEmpty()) {
        widen(lines.low);
        widen(lines.high);
    }
    for (const ChartLayer *each : m_layers) {
        for (const double price : each->prices())
            m_isFittingLevels && price > 0 ? range.expand(price) : widen(price);
    }
    // The legend stands over the top of the plot.
    const double room = std::max(range.size(), height) * 0.06;
    QCPRange wanted(range.lower - room, range.upper + 2 * room);
    if (m_scale == PriceScale::Logarithmic) {
        const double ratio = std::max(range.upper / range.lower, 1 + 1e-6);
        wanted = QCPRange(range.lower / std::pow(ratio, 0.06), range.upper * std::pow(ratio, 0.12));
    }
    if (wanted.lower == priceAxis()->range().lower && wanted.upper == priceAxis()->range().upper)
        return isChanged;
    priceAxis()->setRange(wanted);
    return true;
}

QCPRange PriceChart::scaledRange(const QCPRange &range, double factor) const
{
    if (m_scale == PriceScale::Logarithmic) {
        const double middle = std::sqrt(range.lower * range.upper);
        const double half = std::pow(range.upper / range.lower, factor / 2);
        return QCPRange(middle / half, middle * half);
    }
    const double half = range.size() / 2 * factor;
    return QCPRange(range.center() - half, range.center() + half);
}

void PriceChart::scalePrice(double factor)
{
    const QCPRange range = priceAxis()->range();
    setAutoScaled(false);
    priceAxis()->setRange(scaledRange(range, factor));
    scheduleReplot();
}

void PriceChart::setAutoScaled(bool isAuto)
{
    if (isAuto != m_isAutoScaled) {
        m_isAutoScaled = isAuto;
        Q_EMIT scaleChanged(isAuto);
    }
    if (isAuto)
        autoScale();
}

void PriceChart::run(ChartCommand command)
{
    const double span = m_upper - m_lower;
    const auto pan = [this](double bars) {
        m_isDefaultView = false;
        setView(m_lower + bars, m_upper + bars);
    };
    switch (command) {
    case ChartCommand::PanLeft: pan(-std::max(1.0, span * 0.02)); break;
    case ChartCommand::PanRight: pan(std::max(1.0, span * 0.02)); break;
    case ChartCommand::PanLeftFast: pan(-span * 0.25); break;
    case ChartCommand::PanRightFast: pan(span * 0.25); break;
    case ChartCommand::ZoomIn: zoom(0.8, isLastBarVisible() ? double(m_bars.size()) - 1 : (m_lower + m_upper) / 2); break;
    case ChartCommand::ZoomOut: zoom(1.25, isLastBarVisible() ? double(m_bars.size()) - 1 : (m_lower + m_upper) / 2); break;
    case ChartCommand::FirstBar: pan(-m_lower - 1); break;
    case ChartCommand::LastBar: goLive(); break;
    case ChartCommand::PageLeft: pan(-span); break;
    case ChartCommand::PageRight: pan(span); break;
    case ChartCommand::Reset: resetView(); break;
    case ChartCommand::LogScale:
        setScale(m_scale == PriceScale::Logarithmic ? PriceScale::Linear : PriceScale::Logarithmic);
        break;
    case ChartCommand::Percent: setScale(m_scale == PriceScale::Percent ? PriceScale::Linear : PriceScale::Percent); break;
    case ChartCommand::Invert:
        priceAxis()->setRangeReversed(!isInverted());
        scheduleReplot();
        Q_EMIT looksChanged();
        break;
    case ChartCommand::Magnet:
        m_hasMagnet = !m_hasMagnet;
        QWidget::update();
        Q_EMIT commandWanted(command);
        break;
    case ChartCommand::FitOrders: setFittingLevels(!m_isFittingLevels); break;
    case ChartCommand::Cancel: cancel(); break;
    case ChartCommand::TrendLine:
    case ChartCommand::HorizontalLine:
    case ChartCommand::HorizontalRay:
    case ChartCommand::VerticalLine:
    case ChartCommand::CrossLine:
    case ChartCommand::Picture:
    case ChartCommand::Remove:
    case ChartCommand::Undo:
    case ChartCommand::Redo: Q_EMIT commandWanted(command); break;
    }
    if (command <= ChartCommand::Reset)
        Q_EMIT viewMoved();
}

} // namespace bellwether
