#pragma once

#include "ui/charts/barseries.h"
#include "ui/theme/theme.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// Draws a BarSeries on an index axis, as candles or as volume columns. Where bars are closer than pixels it draws one
/// line from low to high per pixel column, so the cost of a frame depends on the width of the plot alone.
class CandlePlottable final : public QCPAbstractPlottable {
    Q_OBJECT
public:
    enum class Kind { Candles, Volume };

    CandlePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const BarSeries *bars, const Theme *theme, Kind kind);

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keyRange) const override;

    /// The bars in view, as [first, last).
    static std::pair<std::size_t, std::size_t> visible(const QCPRange &keys, std::size_t size);

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    void drawBars(QCPPainter *painter, std::size_t first, std::size_t last, double pixelsPerBar);
    void drawColumns(QCPPainter *painter, std::size_t first, std::size_t last);

    const BarSeries *m_bars;
    const Theme *m_theme;
    Kind m_kind;
};

} // namespace bellwether
