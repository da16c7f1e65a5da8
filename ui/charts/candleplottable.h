#pragma once

#include "ui/charts/barseries.h"
#include "ui/theme/theme.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// How the prices of a bar are drawn.
enum class ChartStyle { Candles, Bars, Line, Area, HeikinAshi };
inline constexpr std::array allChartStyles{ChartStyle::Candles, ChartStyle::HeikinAshi, ChartStyle::Bars, ChartStyle::Line,
                                           ChartStyle::Area};

/// The Heikin-Ashi bars of [first, last): close is the mean of a bar, open the middle of the Heikin-Ashi bar before. The
/// recursion forgets by halves, so it starts 64 bars before `first` and is exact to the last digit of a double.
std::vector<BarPoint> heikinAshi(const BarSeries &bars, std::size_t first, std::size_t last);

/// Draws a BarSeries on an index axis: its prices in one of the styles, or its volume. Where bars are closer than pixels
/// it draws one line from low to high per pixel column, so the cost of a frame depends on the width of the plot alone.
/// The bar in progress is left to drawForming(), so that a tick repaints one bar.
class CandlePlottable final : public QCPAbstractPlottable {
    Q_OBJECT
public:
    enum class Kind { Prices, Volume };

    CandlePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const BarSeries *bars, const Theme *theme, Kind kind);

    void setStyle(ChartStyle style) { m_style = style; }
    ChartStyle style() const { return m_style; }

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keyRange) const override;

    /// Draws the bar in progress, clipped to the plot; nothing where there is none.
    void drawForming(QPainter &painter) const;
    /// What drawForming() covers; empty where there is no bar in progress in view.
    QRect formingRect() const;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    void drawBars(QPainter &painter, std::size_t first, std::size_t last) const;
    void drawColumns(QPainter &painter, std::size_t first, std::size_t last) const;
    void drawVolume(QPainter &painter, std::size_t first, std::size_t last) const;
    void drawCloses(QPainter &painter, std::size_t first, std::size_t last) const;
    void drawRange(QPainter &painter, std::size_t first, std::size_t last) const;
    int bodyWidth() const;
    int yOf(double value) const;

    const BarSeries *m_bars;
    const Theme *m_theme;
    Kind m_kind;
    ChartStyle m_style = ChartStyle::Candles;
};

} // namespace bellwether
