#include "ui/charts/candleplottable.h"
#include "ui/charts/lineplottable.h"
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

QRect PriceChart::plotRect() const { return m_panes.front().rect->rect(); }
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
    for (const Pane &pane : m_panes)
        pane.rect->axis(QCPAxis::atBottom)->setRange(m_lower, m_upper);
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

void PriceChart::autoScale()
{
    const auto [first, last] = CandlePlottable::visible({m_lower, m_upper}, m_bars.size());
    if (first >= last)
        return;
    const BarFold fold = m_bars.fold(first, last);
    m_panes[1].rect->axis(QCPAxis::atRight)->setRange(0, std::max(fold.volumeMax * 1.15, 1e-9));
    for (std::size_t i = 2; i < m_panes.size(); ++i) {
        QCPRange range;
        bool isFound = false;
        for (const Line &line : m_lines) {
            if (line.plottable->valueAxis() != m_panes[i].rect->axis(QCPAxis::atRight))
                continue;
            bool isFoundHere = false;
            const QCPRange part = line.plottable->getValueRange(isFoundHere, QCP::sdBoth, {m_lower, m_upper});
            if (isFoundHere)
                range = std::exchange(isFound, true) ? range.expanded(part) : part;
        }
        const double room = std::max(range.size() * 0.1, 1e-9);
        if (isFound)
            m_panes[i].rect->axis(QCPAxis::atRight)->setRange(range.lower - room, range.upper + room);
    }
    m_priceTicker->setPercentBase(m_isPercent ? m_bars.at(first).close : 0);
    if (!m_isAutoScaled)
        return;
    QCPRange range(fold.low, fold.high);
    const double height = std::max(range.size(), fold.high * 1e-6);
    // Overlays and levels may widen the view, but never squeeze the candles to less than a third of it.
    const auto widen = [&](double value) {
        if (value > fold.low - height && value < fold.high + height)
            range.expand(value);
    };
    if (last - first < 20'000) {
        for (const Line &line : m_lines) {
            if (line.plottable->valueAxis() != priceAxis())
                continue;
            bool isFound = false;
            const QCPRange part = line.plottable->getValueRange(isFound, QCP::sdBoth, {m_lower, m_upper});
            if (isFound) {
                widen(part.lower);
                widen(part.upper);
            }
        }
    }
    for (const ChartLevel &level : m_levels)
        widen(level.price.toDouble());
    const double room = std::max(range.size(), height) * 0.06;
    // The legend stands over the top of the plot.
    priceAxis()->setRange(range.lower - room, range.upper + room * 2);
}

void PriceChart::scalePrice(double factor)
{
    const QCPRange range = priceAxis()->range();
    const double middle = range.center();
    setAutoScaled(false);
    priceAxis()->setRange(middle - range.size() / 2 * factor, middle + range.size() / 2 * factor);
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
        priceAxis()->setScaleType(priceAxis()->scaleType() == QCPAxis::stLinear ? QCPAxis::stLogarithmic
                                                                              : QCPAxis::stLinear);
        scheduleReplot();
        break;
    case ChartCommand::Invert:
        priceAxis()->setRangeReversed(!priceAxis()->rangeReversed());
        scheduleReplot();
        break;
    case ChartCommand::Percent:
        m_isPercent = !m_isPercent;
        setView(m_lower, m_upper);
        break;
    case ChartCommand::Magnet:
        m_hasMagnet = !m_hasMagnet;
        update();
        break;
    }
}

} // namespace bellwether
