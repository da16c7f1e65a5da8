#include "ui/charts/candleplottable.h"

#include "ui/charts/pixelcolumns.h"

namespace bellwether {

namespace {

constexpr double pixelsForBodies = 2.0; ///< below this a bar is a line

/// What falls (0) and what rises (1), painted in two goes.
struct Strokes {
    QVector<QRect> bodies[2];
    QVector<QLine> lines[2];

    void paint(QPainter &painter, const QColor &down, const QColor &up) const
    {
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (int side = 0; side < 2; ++side) {
            const QColor &color = side == 1 ? up : down;
            painter.setPen(QPen(color, 1));
            painter.drawLines(lines[side]);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawRects(bodies[side]);
        }
    }
};

} // namespace

std::vector<BarPoint> heikinAshi(const BarSeries &bars, std::size_t first, std::size_t last)
{
    std::vector<BarPoint> result;
    result.reserve(last - first);
    const std::size_t start = first > 64 ? first - 64 : 0;
    double openBefore = 0;
    double closeBefore = 0;
    for (std::size_t i = start; i < last; ++i) {
        BarPoint bar = bars.at(i);
        const double close = (bar.open + bar.high + bar.low + bar.close) / 4;
        const double open = i == start ? (bar.open + bar.close) / 2 : (openBefore + closeBefore) / 2;
        bar.open = openBefore = open;
        bar.close = closeBefore = close;
        bar.high = std::max({bar.high, open, close});
        bar.low = std::min({bar.low, open, close});
        if (i >= first)
            result.push_back(bar);
    }
    return result;
}

CandlePlottable::CandlePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const BarSeries *bars, const Theme *theme,
                                 Kind kind)
    : QCPAbstractPlottable(keyAxis, valueAxis), m_bars(bars), m_theme(theme), m_kind(kind)
{
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

QCPRange CandlePlottable::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !m_bars->isEmpty();
    return QCPRange(-0.5, double(m_bars->size()) - 0.5);
}

QCPRange CandlePlottable::getValueRange(bool &found, QCP::SignDomain, const QCPRange &keyRange) const
{
    const auto [first, last] = entriesIn(keyRange, m_bars->size());
    found = first < last;
    if (!found)
        return {};
    const BarFold fold = m_bars->fold(first, last);
    return m_kind == Kind::Prices ? QCPRange(fold.low, fold.high) : QCPRange(0, fold.volumeMax);
}

int CandlePlottable::yOf(double value) const { return int(std::lround(mValueAxis->coordToPixel(value))); }

int CandlePlottable::bodyWidth() const
{
    // An odd width puts the wick in the middle of the body; one pixel stays free between neighbours.
    const int width = int(std::floor(pixelsPerKey(mKeyAxis.data()) * 0.72));
    return std::max(1, width % 2 == 0 ? width - 1 : width);
}

void CandlePlottable::draw(QCPPainter *painter)
{
    const auto [first, last] = entriesIn(mKeyAxis->range(), m_bars->closedCount());
    if (first < last)
        drawRange(*painter, first, last);
}

void CandlePlottable::drawRange(QPainter &painter, std::size_t first, std::size_t last) const
{
    if (m_kind == Kind::Volume)
        drawVolume(painter, first, last);
    else if (m_style == ChartStyle::Line || m_style == ChartStyle::Area)
        drawCloses(painter, first, last);
    else if (pixelsPerKey(mKeyAxis.data()) >= pixelsForBodies)
        drawBars(painter, first, last);
    else
        drawColumns(painter, first, last);
}

QRect CandlePlottable::formingRect() const
{
    const double last = double(m_bars->size()) - 1;
    if (!m_bars->hasForming() || last < mKeyAxis->range().lower - 1 || last > mKeyAxis->range().upper + 1)
        return {};
    const int x = int(std::floor(mKeyAxis->coordToPixel(last)));
    // A line reaches back to the close before.
    const int back = m_style == ChartStyle::Line || m_style == ChartStyle::Area ? int(pixelsPerKey(mKeyAxis.data())) + 2 : 0;
    const int half = bodyWidth() / 2 + 2;
    const QRect plot = mValueAxis->axisRect()->rect();
    return QRect(x - half - back, plot.top(), 2 * half + back + 1, plot.height()).intersected(plot);
}

void CandlePlottable::drawForming(QPainter &painter) const
{
    const QRect covered = formingRect();
    if (covered.isEmpty())
        return;
    painter.save();
    painter.setClipRect(covered, Qt::IntersectClip);
    drawRange(painter, m_bars->size() - 1, m_bars->size());
    painter.restore();
}

void CandlePlottable::drawBars(QPainter &painter, std::size_t first, std::size_t last) const
{
    const int width = bodyWidth();
    const bool isHeikinAshi = m_style == ChartStyle::HeikinAshi;
    const std::vector<BarPoint> averaged = isHeikinAshi ? heikinAshi(*m_bars, first, last) : std::vector<BarPoint>();
    Strokes strokes;
    for (std::size_t i = first; i < last; ++i) {
        const BarPoint bar = isHeikinAshi ? averaged[i - first] : m_bars->at(i);
        const int side = bar.close >= bar.open ? 1 : 0;
        const int x = int(std::floor(mKeyAxis->coordToPixel(double(i))));
        const int open = yOf(bar.open);
        const int close = yOf(bar.close);
        const int high = yOf(bar.high);
        const int low = yOf(bar.low);
        if (high != low)
            strokes.lines[side].append(QLine(x, std::min(high, low), x, std::max(high, low)));
        if (m_style == ChartStyle::Bars) {
            strokes.lines[side].append(QLine(x - std::max(1, width / 2), open, x, open));
            strokes.lines[side].append(QLine(x, close, x + std::max(1, width / 2), close));
        } else {
            strokes.bodies[side].append(QRect(x - width / 2, std::min(open, close), width, std::max(1, std::abs(close - open))));
        }
    }
    strokes.paint(painter, m_theme->color(ColorRole::CandleDown), m_theme->color(ColorRole::CandleUp));
}

void CandlePlottable::drawColumns(QPainter &painter, std::size_t first, std::size_t last) const
{
    Strokes strokes;
    forEachPixelColumn(mKeyAxis.data(), first, last, [&](int x, std::size_t from, std::size_t to) {
        const BarFold fold = m_bars->fold(from, to);
        strokes.lines[fold.close >= fold.open ? 1 : 0].append(QLine(x, yOf(fold.high), x, yOf(fold.low)));
    });
    strokes.paint(painter, m_theme->color(ColorRole::CandleDown), m_theme->color(ColorRole::CandleUp));
}

void CandlePlottable::drawVolume(QPainter &painter, std::size_t first, std::size_t last) const
{
    const int floorY = yOf(0);
    const int width = bodyWidth();
    Strokes strokes;
    if (pixelsPerKey(mKeyAxis.data()) >= pixelsForBodies) {
        for (std::size_t i = first; i < last; ++i) {
            const BarPoint bar = m_bars->at(i);
            const int x = int(std::floor(mKeyAxis->coordToPixel(double(i))));
            const int top = yOf(bar.volume);
            strokes.bodies[bar.close >= bar.open ? 1 : 0].append(
                QRect(x - width / 2, top, width, std::max(1, floorY - top)));
        }
    } else {
        forEachPixelColumn(mKeyAxis.data(), first, last, [&](int x, std::size_t from, std::size_t to) {
            const BarFold fold = m_bars->fold(from, to);
            strokes.lines[fold.close >= fold.open ? 1 : 0].append(QLine(x, yOf(fold.volumeMax), x, floorY));
        });
    }
    strokes.paint(painter, m_theme->color(ColorRole::VolumeDown), m_theme->color(ColorRole::VolumeUp));
}

void CandlePlottable::drawCloses(QPainter &painter, std::size_t first, std::size_t last) const
{
    // One bar beyond each edge, so that the line leaves the plot instead of ending in it.
    first = first > 0 ? first - 1 : 0;
    QPolygonF line;
    const bool isSparse = pixelsPerKey(mKeyAxis.data()) >= 1;
    if (isSparse) {
        for (std::size_t i = first; i < std::min(last + 1, m_bars->closedCount()) || i < last; ++i)
            line.append(QPointF(mKeyAxis->coordToPixel(double(i)), mValueAxis->coordToPixel(m_bars->at(i).close)));
    } else {
        forEachPixelColumn(mKeyAxis.data(), first, last, [&](int x, std::size_t from, std::size_t to) {
            const BarFold fold = m_bars->fold(from, to);
            line.append(QPointF(x, yOf(fold.closeHigh)));
            if (fold.closeLow < fold.closeHigh)
                line.append(QPointF(x, yOf(fold.closeLow)));
        });
    }
    if (line.size() < 2)
        return;
    const QColor color = m_theme->color(ColorRole::Accent);
    if (m_style == ChartStyle::Area) {
        const double floorY = mValueAxis->axisRect()->bottom() + 1;
        QPolygonF area = line;
        area.append(QPointF(line.last().x(), floorY));
        area.append(QPointF(line.first().x(), floorY));
        QColor fill = color;
        fill.setAlpha(38);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(area);
    }
    painter.setRenderHint(QPainter::Antialiasing, isSparse);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1));
    painter.drawPolyline(line);
}

} // namespace bellwether
