#pragma once

#include "ui/models/format.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// Bands of what may become of an equity: 5 to 95 % and 25 to 75 % of all paths around their middle, step by step.
class FanChart final : public QCustomPlot {
    Q_OBJECT
public:
    struct Step {
        double step = 0;
        std::array<double, 5> value{}; ///< 5, 25, 50, 75 and 95 %
    };

    FanChart(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    /// `start` and `floor` are drawn as lines: what one begins with, and what counts as ruin.
    void setSteps(std::vector<Step> steps, double start, double floor, const QString &stepTitle);
    void setEmptyText(const QString &text) { m_emptyText = text; }
    /// What the pointer's step says; empty beside the fan.
    QString textAt(QPoint at) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *) override {}
    void mouseMoveEvent(QMouseEvent *) override {}

private:
    void style();
    void drawLevel(QPainter &painter, double value, const QString &name, ColorRole role);
    const Theme &m_theme;
    Format m_format;
    std::vector<Step> m_steps;
    double m_start = 0;
    double m_floor = 0;
    QString m_emptyText;
};

} // namespace bellwether
