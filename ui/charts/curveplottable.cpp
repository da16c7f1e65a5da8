#include "ui/charts/curveplottable.h"

#include <algorithm>

namespace bellwether {

std::optional<std::size_t> TimeSeries::rowAt(Timestamp at) const
{
    if (isEmpty() || at < time->front())
        return {};
    return std::size_t(std::upper_bound(time->begin(), time->end(), at) - time->begin()) - 1;
}

std::pair<std::size_t, std::size_t> TimeSeries::rowsIn(Timestamp from, Timestamp to) const
{
    if (isEmpty())
        return {0, 0};
    const auto first = std::lower_bound(time->begin(), time->end(), from);
    const auto last = std::upper_bound(first, time->end(), to);
    return {std::size_t(std::max<std::ptrdiff_t>(0, first - time->begin() - 1)),
            std::min(time->size(), std::size_t(last - time->begin()) + 1)};
}

std::optional<QCPRange> TimeSeries::extent(Timestamp from, Timestamp to) const
{
    const auto [first, last] = rowsIn(from, to);
    if (first >= last)
        return {};
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    for (std::size_t i = first; i < last; ++i) {
        const double one = (*value)[i];
        least = one < least ? one : least;
        greatest = one > greatest ? one : greatest;
    }
    return least <= greatest ? std::optional(QCPRange(least, greatest)) : std::nullopt;
}

CurvePlottable::CurvePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, Style style)
    : QCPAbstractPlottable(keyAxis, valueAxis), m_style(style)
{
    setSelectable(QCP::stNone);
}

QCPRange CurvePlottable::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !m_series.isEmpty();
    return found ? QCPRange(keyOf(m_series.time->front()), keyOf(m_series.time->back())) : QCPRange();
}

QCPRange CurvePlottable::getValueRange(bool &found, QCP::SignDomain, const QCPRange &keyRange) const
{
    const auto range = m_series.extent(timeOf(keyRange.lower), timeOf(keyRange.upper));
    found = range.has_value();
    return range.value_or(QCPRange());
}

QPolygonF CurvePlottable::points(std::size_t first, std::size_t last) const
{
    QPolygonF line;
    line.reserve(qsizetype(last - first));
    for (std::size_t i = first; i < last; ++i)
        line.append({mKeyAxis->coordToPixel(keyOf((*m_series.time)[i])), mValueAxis->coordToPixel((*m_series.value)[i])});
    return line;
}

QPolygonF CurvePlottable::columns(std::size_t first, std::size_t last) const
{
    const std::vector<Timestamp> &time = *m_series.time;
    const std::vector<double> &value = *m_series.value;
    const int left = mKeyAxis->axisRect()->left();
    const int right = mKeyAxis->axisRect()->right() + 1;
    QPolygonF line;
    std::size_t begin = first;
    for (int x = left; x <= right && begin < last; ++x) {
        // The last column takes what lies beyond the edge.
        const Timestamp edge = timeOf(mKeyAxis->pixelToCoord(x + 1));
        const auto end = x == right ? last
                                    : std::size_t(std::lower_bound(time.begin() + std::ptrdiff_t(begin), time.begin() + std::ptrdiff_t(last), edge)
                                                  - time.begin());
        if (end == begin)
            continue;
        double least = value[begin];
        double greatest = least;
        for (std::size_t i = begin; i < end; ++i) {
            least = value[i] < least ? value[i] : least;
            greatest = value[i] > greatest ? value[i] : greatest;
        }
        for (const double one : {value[begin], least, greatest, value[end - 1]}) {
            const QPointF point(x, mValueAxis->coordToPixel(one));
            if (line.isEmpty() || line.constLast() != point)
                line.append(point);
        }
        begin = end;
    }
    return line;
}

void CurvePlottable::draw(QCPPainter *painter)
{
    const QCPRange keys = mKeyAxis->range();
    const auto [first, last] = m_series.rowsIn(timeOf(keys.lower), timeOf(keys.upper));
    if (last < first + 2)
        return;
    const bool isDense = last - first > std::size_t(2 * std::max(1, mKeyAxis->axisRect()->width()));
    QPolygonF line = isDense ? columns(first, last) : points(first, last);
    painter->setAntialiasing(true);
    if (m_style == Style::Area && !line.isEmpty()) {
        const double zero = mValueAxis->coordToPixel(0);
        QPolygonF area = line;
        area.append({line.constLast().x(), zero});
        area.append({line.constFirst().x(), zero});
        QColor fill = m_color;
        fill.setAlpha(70);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawPolygon(area);
    }
    painter->setPen(QPen(m_color, isDense ? 1 : 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
}

} // namespace bellwether
