#pragma once

#include "core/base/timestamp.h"

#include "ui/charts/qcustomplotheader.h"

#include <memory>
#include <vector>

namespace bellwether {

/// Values by time, ascending; shared and never changed.
struct TimeSeries {
    std::shared_ptr<const std::vector<Timestamp>> time;
    std::shared_ptr<const std::vector<double>> value;

    bool isEmpty() const { return !time || time->empty(); }
    std::size_t size() const { return time ? time->size() : 0; }
    /// The last row at or before `at`; none before the first.
    std::optional<std::size_t> rowAt(Timestamp at) const;
    /// The rows that a view of [from, to] shows, as [first, last): with one beyond each edge, so that lines leave the plot.
    std::pair<std::size_t, std::size_t> rowsIn(Timestamp from, Timestamp to) const;
    /// Least and greatest value of those rows; none where there are none.
    std::optional<QCPRange> extent(Timestamp from, Timestamp to) const;
};

/// A line over time, or an area down to zero. Where marks are closer than pixels each pixel column shows its first, least,
/// greatest and last value, so no peak is lost and a million marks cost what the pixels cost. The key axis counts
/// seconds of UTC.
class CurvePlottable final : public QCPAbstractPlottable {
    Q_OBJECT
public:
    enum class Style { Line, Area };

    CurvePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, Style style);
    void setSeries(TimeSeries series) { m_series = std::move(series); }
    const TimeSeries &series() const { return m_series; }
    void setColor(const QColor &color) { m_color = color; }

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keyRange) const override;

    static double keyOf(Timestamp time) { return double(time.ns()) * 1e-9; }
    static Timestamp timeOf(double key) { return Timestamp::fromMs(std::int64_t(key * 1e3)); }

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    QPolygonF points(std::size_t first, std::size_t last) const;
    QPolygonF columns(std::size_t first, std::size_t last) const;

    TimeSeries m_series;
    Style m_style;
    QColor m_color;
};

} // namespace bellwether
