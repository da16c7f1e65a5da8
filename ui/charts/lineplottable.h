#pragma once

#include "ui/charts/valueseries.h"
#include "ui/theme/theme.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// A line over bar indices. Where bars are closer than pixels each pixel column shows its least and greatest value, so
/// no peak is lost.
class LinePlottable final : public QCPAbstractPlottable {
    Q_OBJECT
public:
    enum class Style { Line, Histogram };

    /// `values` outlives the plottable or is replaced before the next draw.
    LinePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ValueSeries *values, Style style);
    void setValues(const ValueSeries *values) { m_values = values; }
    /// Every value is drawn `factor` times as high; above 0.
    void setFactor(double factor) { m_factor = factor; }
    void setColors(const QColor &up, const QColor &down)
    {
        m_up = up;
        m_down = down;
    }

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keyRange) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    void drawPoints(QCPPainter *painter, std::size_t first, std::size_t last);
    void drawColumns(QCPPainter *painter, std::size_t first, std::size_t last);
    void drawHistogram(QCPPainter *painter, std::size_t first, std::size_t last);

    double yOf(double value) const { return mValueAxis->coordToPixel(value * m_factor); }

    const ValueSeries *m_values;
    double m_factor = 1;
    Style m_style;
    QColor m_up;
    QColor m_down;
};

} // namespace bellwether
