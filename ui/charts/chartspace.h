#pragma once

#include "ui/charts/timeaxis.h"

#include "ui/charts/qcustomplotheader.h"

#include <QRect>

#include <optional>

namespace bellwether {

/// Where times and prices are on a chart at this moment. Made anew for each use, never kept.
class ChartSpace {
public:
    ChartSpace(const TimeAxis &time, const BarSeries &bars, const PriceTicker &ticker, const QCPAxis *keyAxis,
               const QCPAxis *priceAxis, int width)
        : m_time(time), m_bars(bars), m_ticker(ticker), m_keyAxis(keyAxis), m_priceAxis(priceAxis), m_width(width)
    {
    }

    double x(Timestamp time) const { return m_keyAxis->coordToPixel(m_time.indexAt(time)); }
    double y(double price) const { return m_priceAxis->coordToPixel(price); }
    QPointF at(Timestamp time, double price) const { return {x(time), y(price)}; }
    /// The close time of the bar under `x`; before and beyond the bars where one would be.
    Timestamp timeAt(double x) const { return m_time.timeAt(m_keyAxis->pixelToCoord(x)); }
    double priceAt(double y) const { return m_priceAxis->pixelToCoord(y); }
    double barAt(double x) const { return m_keyAxis->pixelToCoord(x); }
    /// That of open, high, low and close of the bar under `x` which is nearest to `price`; `price` where there is no bar.
    double nearestPrice(double x, double price) const;

    /// The part of the widget that shows prices, and the strip of their axis beside it.
    QRect plot() const { return m_keyAxis->axisRect()->rect(); }
    QRect priceStrip() const
    {
        const QRect rect = plot();
        return QRect(rect.right() + 1, rect.top(), m_width - rect.right() - 1, rect.height());
    }
    QString priceText(double price) const { return m_ticker.text(price); }
    const BarSeries &bars() const { return m_bars; }
    const TimeAxis &time() const { return m_time; }

private:
    const TimeAxis &m_time;
    const BarSeries &m_bars;
    const PriceTicker &m_ticker;
    const QCPAxis *m_keyAxis;
    const QCPAxis *m_priceAxis;
    int m_width;
};

} // namespace bellwether
