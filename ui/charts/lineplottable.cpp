#include "ui/charts/lineplottable.h"

#include "ui/charts/pixelcolumns.h"

namespace bellwether {

LinePlottable::LinePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ValueSeries *values, Style style)
    : QCPAbstractPlottable(keyAxis, valueAxis), m_values(values), m_style(style)
{
    setSelectable(QCP::stNone);
}

QCPRange LinePlottable::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !m_values->isEmpty();
    return QCPRange(0, double(m_values->size()));
}

QCPRange LinePlottable::getValueRange(bool &found, QCP::SignDomain, const QCPRange &keyRange) const
{
    const auto [first, last] = entriesIn(keyRange, m_values->size());
    const ValueFold fold = m_values->fold(first, last);
    found = !fold.isEmpty();
    return found ? QCPRange(fold.low * m_factor, fold.high * m_factor) : QCPRange();
}

void LinePlottable::draw(QCPPainter *painter)
{
    auto [first, last] = entriesIn(mKeyAxis->range(), m_values->size());
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
    if (pixelsPerKey(mKeyAxis) >= 1)
        drawPoints(painter, first, last);
    else
        drawColumns(painter, first, last);
}

void LinePlottable::drawPoints(QCPPainter *painter, std::size_t first, std::size_t last)
{
    painter->setAntialiasing(true);
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() > 1)
            painter->drawPolyline(line);
        line.clear();
    };
    for (std::size_t i = first; i < last; ++i) {
        const double value = (*m_values)[i];
        if (std::isnan(value))
            flush();
        else
            line.append(QPointF(mKeyAxis->coordToPixel(double(i)), yOf(value)));
    }
    flush();
}

void LinePlottable::drawColumns(QCPPainter *painter, std::size_t first, std::size_t last)
{
    // Vertical strokes, each reaching to its neighbour: a fraction of the cost of a polyline of as many points.
    QVector<QLine> strokes;
    int topBefore = 0;
    int bottomBefore = -1;
    forEachPixelColumn(mKeyAxis, first, last, [&](int x, std::size_t from, std::size_t to) {
        const ValueFold fold = m_values->fold(from, to);
        if (fold.isEmpty()) {
            bottomBefore = topBefore - 1;
            return;
        }
        int top = int(std::lround(yOf(fold.high)));
        int bottom = int(std::lround(yOf(fold.low)));
        if (top > bottom)
            std::swap(top, bottom);
        const bool isJoined = bottomBefore >= topBefore;
        strokes.append(QLine(x, isJoined ? std::min(top, bottomBefore) : top, x,
                             isJoined ? std::max(bottom, topBefore) : bottom));
        topBefore = top;
        bottomBefore = bottom;
    });
    painter->setAntialiasing(false);
    painter->drawLines(strokes);
}

void LinePlottable::drawHistogram(QCPPainter *painter, std::size_t first, std::size_t last)
{
    const int zero = int(std::lround(yOf(0)));
    QVector<QRect> columns[2];
    const auto add = [&](int x, int width, double value) {
        const int y = int(std::lround(yOf(value)));
        columns[value >= 0 ? 1 : 0].append(QRect(x, std::min(y, zero), width, std::max(1, std::abs(y - zero))));
    };
    const double pixels = pixelsPerKey(mKeyAxis);
    if (pixels >= 1) {
        const int width = std::max(1, int(pixels * 0.5));
        for (std::size_t i = first; i < last; ++i) {
            if (!std::isnan((*m_values)[i]))
                add(int(mKeyAxis->coordToPixel(double(i))) - width / 2, width, (*m_values)[i]);
        }
    } else {
        forEachPixelColumn(mKeyAxis, first, last, [&](int x, std::size_t from, std::size_t to) {
            const ValueFold fold = m_values->fold(from, to);
            if (!fold.isEmpty() && fold.high > 0)
                add(x, 1, fold.high);
            if (!fold.isEmpty() && fold.low < 0)
                add(x, 1, fold.low);
        });
    }
    painter->setAntialiasing(false);
    painter->setPen(Qt::NoPen);
    for (int side = 0; side < 2; ++side) {
        painter->setBrush(side == 1 ? m_up : m_down);
        painter->drawRects(columns[side]);
    }
}

} // namespace bellwether
