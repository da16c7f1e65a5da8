#pragma once

#include "ui/theme/theme.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// A cloud of points in two colours, for 100,000 of them: points that fall on one pixel are drawn once. A click picks the
/// nearest.
class ScatterChart final : public QCustomPlot {
    Q_OBJECT
public:
    struct Point {
        double x = 0;
        double y = 0;
        Tone tone = Tone::Flat;
    };

    ScatterChart(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setTitles(const QString &x, const QString &y);
    /// Points that are not finite keep their place in the list but are not drawn.
    void setPoints(std::vector<Point> points);
    /// Rings a point; −1 for none.
    void setChosen(int index);
    void setEmptyText(const QString &text) { m_emptyText = text; }
    /// The point nearest to a place, within 12 pixels; −1 for none.
    int pointAt(QPointF at) const;
    const std::vector<Point> &points() const { return m_points; }

Q_SIGNALS:
    void pointClicked(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *) override {}
    void mouseMoveEvent(QMouseEvent *) override {}
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QPointF placeOf(const Point &point) const { return {xAxis->coordToPixel(point.x), yAxis->coordToPixel(point.y)}; }
    const Theme &m_theme;
    std::vector<Point> m_points;
    QString m_emptyText;
    int m_chosen = -1;
};

} // namespace bellwether
