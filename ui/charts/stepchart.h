#pragma once

#include "ui/models/format.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// A value that changes now and then, as a staircase: the best of a search so far.
class StepChart final : public QCustomPlot {
    Q_OBJECT
public:
    StepChart(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    void setTitles(const QString &x, const QString &y);
    void clear();
    /// Adds a point to the right of those that are there; the staircase is drawn up to `end`.
    void append(double x, double y, double end);
    void setEmptyText(const QString &text) { m_emptyText = text; }
    int pointCount() const { return m_points; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *) override {}
    void mouseMoveEvent(QMouseEvent *) override {}

private:
    const Theme &m_theme;
    Format m_format;
    QString m_emptyText;
    QVector<double> m_x;
    QVector<double> m_y;
    int m_points = 0;
};

} // namespace bellwether
