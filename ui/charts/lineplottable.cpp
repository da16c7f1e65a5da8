#include "ui/charts/lineplottable.h"

#include "ui/charts/candleplottable.h"

#include <cmath>

namespace bellwether {

LinePlottable::LinePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const std::vector<double> *values, Style style)
    : QCPAbstractPlottable(keyAxis, valueAxis), m_values(values), m_style(style)
{
    setSelectable(QCP::stNone);
}

QCPRange LinePlottable::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !m_values->empty();
    return QCPRange(0, double(m_values->size()));
}

QCPRange LinePlottable::getValueRange(bool &found, QCP::SignDomain, const QCPRange &keyRange) const
{
    const auto [first, last] = CandlePlottable::visible(keyRange, m_values->size());
    QCPRange range;
    found = false;
    for (std::size_t i = first; i < last; ++i) {
        const double value = (*m_values)[i];
        if (std::isnan(value))
            continue;
        range = found ? QCPRange(std::min(range.lower, value), std::max(range.upper, value)) : QCPRange(value, value);
        found = true;
    }
    return range;
}

void LinePlottable::draw(QCPPainter *painter)
{
    auto [first, last] = CandlePlottable::visible(mKeyAxis->range(), m_values->size());
    if (first >= last)
        return;
    if (m_style == Style::Histogram) {
        drawHistogram(painter, first, last);
        return;
    }
    // One bar beyond each edge, so that the line leaves the plot instead of ending in it.
    first = first > 0 ? first - 1 : 0;
    last = std::min(last + 1, m_values->size());
    painter->setPen(QPen(m_up, 1)); // a wider pen goes through the stroker, at several times the cost
    painter->setBrush(Qt::NoBrush);
    painter->setAntialiasing(true);
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() > 1)
            painter->drawPolyline(line);
        line.clear();
    };
    const double pixelsPerBar = std::fabs(mKeyAxis->coordToPixel(1) - mKeyAxis->coordToPixel(0));
    const auto step = std::max<std::size_t>(1, std::size_t(1.0 / std::max(pixelsPerBar, 1e-9)));
    for (std::size_t i = first / step * step; i < last; i += step) {
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (std::size_t j = std::max(i, first); j < std::min(i + step, last); ++j) {
            low = std::fmin(low, (*m_values)[j]);
            high = std::fmax(high, (*m_values)[j]);
        }
        if (low > high) {
            flush();
            continue;
        }
        const double x = mKeyAxis->coordToPixel(double(i));
        line.append(QPointF(x, mValueAxis->coordToPixel(low)));
        if (high > low)
            line.append(QPointF(x, mValueAxis->coordToPixel(high)));
    }
    flush();
}

void LinePlottable::drawHistogram(QCPPainter *painter, std::size_t first, std::size_t last)
{
    const double pixelsPerBar = std::fabs(mKeyAxis->coordToPixel(1) - mKeyAxis->coordToPixel(0));
    const int width = std::max(1, int(pixelsPerBar * 0.5));
    const auto step = std::max<std::size_t>(1, std::size_t(1.0 / std::max(pixelsPerBar, 1e-9)));
    const double zero = mValueAxis->coordToPixel(0);
    painter->setAntialiasing(false);
    painter->setPen(Qt::NoPen);
    for (std::size_t i = first / step * step; i < last; i += step) {
        const double value = (*m_values)[std::max(i, first)];
        if (std::isnan(value))
            continue;
        const double y = mValueAxis->coordToPixel(value);
        painter->setBrush(value >= 0 ? m_up : m_down);
        painter->drawRect(QRectF(mKeyAxis->coordToPixel(double(i)) - width / 2.0, std::min(y, zero), width,
                                 std::max(1.0, std::fabs(y - zero))));
    }
}

} // namespace bellwether
