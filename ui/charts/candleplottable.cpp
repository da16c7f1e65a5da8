#include "ui/charts/candleplottable.h"

#include <cmath>

namespace bellwether {

namespace {

constexpr double pixelsForBodies = 2.0; ///< below this a bar is a line

} // namespace

CandlePlottable::CandlePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const BarSeries *bars, const Theme *theme,
                                 Kind kind)
    : QCPAbstractPlottable(keyAxis, valueAxis), m_bars(bars), m_theme(theme), m_kind(kind)
{
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

std::pair<std::size_t, std::size_t> CandlePlottable::visible(const QCPRange &keys, std::size_t size)
{
    const double first = std::max(0.0, std::floor(keys.lower + 0.5));
    const double last = std::min(double(size), std::floor(keys.upper + 0.5) + 1);
    return last <= first ? std::pair<std::size_t, std::size_t>{0, 0}
                         : std::pair{std::size_t(first), std::size_t(last)};
}

QCPRange CandlePlottable::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !m_bars->isEmpty();
    return QCPRange(-0.5, double(m_bars->size()) - 0.5);
}

QCPRange CandlePlottable::getValueRange(bool &found, QCP::SignDomain, const QCPRange &keyRange) const
{
    const auto [first, last] = visible(keyRange, m_bars->size());
    found = first < last;
    if (!found)
        return {};
    const BarFold fold = m_bars->fold(first, last);
    return m_kind == Kind::Candles ? QCPRange(fold.low, fold.high) : QCPRange(0, fold.volumeMax);
}

void CandlePlottable::draw(QCPPainter *painter)
{
    const auto [first, last] = visible(mKeyAxis->range(), m_bars->size());
    if (first >= last)
        return;
    const double pixelsPerBar = std::fabs(mKeyAxis->coordToPixel(1) - mKeyAxis->coordToPixel(0));
    if (pixelsPerBar >= pixelsForBodies)
        drawBars(painter, first, last, pixelsPerBar);
    else
        drawColumns(painter, first, last);
}

void CandlePlottable::drawBars(QCPPainter *painter, std::size_t first, std::size_t last, double pixelsPerBar)
{
    // An odd width puts the wick in the middle of the body; one pixel stays free between neighbours.
    int width = int(std::floor(pixelsPerBar * 0.72));
    width = std::max(1, width % 2 == 0 ? width - 1 : width);
    QVector<QRect> bodies[2];
    QVector<QLine> wicks[2];
    const int floorY = int(mValueAxis->coordToPixel(0));
    for (std::size_t i = first; i < last; ++i) {
        const BarPoint bar = m_bars->at(i);
        const int side = bar.close >= bar.open ? 1 : 0;
        const int x = int(std::floor(mKeyAxis->coordToPixel(double(i))));
        if (m_kind == Kind::Volume) {
            const int top = int(mValueAxis->coordToPixel(bar.volume));
            bodies[side].append(QRect(x - width / 2, top, width, std::max(1, floorY - top)));
            continue;
        }
        const int open = int(std::lround(mValueAxis->coordToPixel(bar.open)));
        const int close = int(std::lround(mValueAxis->coordToPixel(bar.close)));
        const int high = int(std::lround(mValueAxis->coordToPixel(bar.high)));
        const int low = int(std::lround(mValueAxis->coordToPixel(bar.low)));
        if (high != low)
            wicks[side].append(QLine(x, std::min(high, low), x, std::max(high, low)));
        bodies[side].append(QRect(x - width / 2, std::min(open, close), width, std::max(1, std::abs(close - open))));
    }
    const ColorRole roles[2] = {m_kind == Kind::Volume ? ColorRole::VolumeDown : ColorRole::CandleDown,
                                m_kind == Kind::Volume ? ColorRole::VolumeUp : ColorRole::CandleUp};
    painter->setAntialiasing(false);
    for (int side = 0; side < 2; ++side) {
        const QColor color = m_theme->color(roles[side]);
        painter->setPen(QPen(color, 1));
        painter->drawLines(wicks[side]);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRects(bodies[side]);
    }
}

void CandlePlottable::drawColumns(QCPPainter *painter, std::size_t first, std::size_t last)
{
    QVector<QLine> lines[2];
    const int floorY = int(mValueAxis->coordToPixel(0));
    const int left = int(std::floor(mKeyAxis->coordToPixel(double(first) - 0.5)));
    const int right = int(std::ceil(mKeyAxis->coordToPixel(double(last) - 0.5)));
    std::size_t from = first;
    for (int x = left; x < right && from < last; ++x) {
        const double edge = mKeyAxis->pixelToCoord(x + 1) + 0.5;
        const std::size_t to = std::clamp(std::size_t(std::max(0.0, edge)), from, last);
        if (to == from)
            continue;
        const BarFold fold = m_bars->fold(from, to);
        from = to;
        const int side = fold.close >= fold.open ? 1 : 0;
        if (m_kind == Kind::Volume) {
            lines[side].append(QLine(x, int(mValueAxis->coordToPixel(fold.volumeMax)), x, floorY));
            continue;
        }
        lines[side].append(QLine(x, int(std::lround(mValueAxis->coordToPixel(fold.high))), x,
                                 int(std::lround(mValueAxis->coordToPixel(fold.low)))));
    }
    painter->setAntialiasing(false);
    const bool isVolume = m_kind == Kind::Volume;
    painter->setPen(QPen(m_theme->color(isVolume ? ColorRole::VolumeDown : ColorRole::CandleDown), 1));
    painter->drawLines(lines[0]);
    painter->setPen(QPen(m_theme->color(isVolume ? ColorRole::VolumeUp : ColorRole::CandleUp), 1));
    painter->drawLines(lines[1]);
}

} // namespace bellwether
