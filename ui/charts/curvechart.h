#pragma once

#include "ui/charts/chartoverlay.h"
#include "ui/charts/curveplottable.h"
#include "ui/models/format.h"

#include <QTimer>

namespace bellwether {

class CurveTimeTicker;
class CurveValueTicker;

/// Curves over one time axis in one or two panes: equity with its benchmark above, drawdown below. Wheel zooms at the
/// cursor, a drag pans, a double click or 0 shows everything; the crosshair stands at the same moment in both panes.
class CurveChart final : public QCustomPlot {
    Q_OBJECT
public:
    /// How values of a pane are written.
    enum class Unit { Money, Percent, Number };
    struct Curve {
        QString name;
        ColorRole color = ColorRole::Line1;
        TimeSeries series;
    };

    CurveChart(const Theme &theme, const Format &format, const QString &name, QWidget *parent = nullptr);
    ~CurveChart() override;

    /// Curves of the upper pane. The view is kept where `shallKeepView` and it is not the whole.
    void setCurves(std::vector<Curve> curves, Unit unit, bool shallKeepView = false);
    /// Areas of the lower pane, which is there while one of them has a value. Shares: 0.1 is 10 %.
    void setDrawdowns(std::vector<Curve> curves);
    void setFormat(const Format &format);
    /// Shown in the middle while there is nothing to draw.
    void setEmptyText(const QString &text);
    /// Marks a stretch of time, such as that of the chosen trade; none where both are equal.
    void setStretch(Timestamp from, Timestamp to);
    void showAll();

    bool isEmpty() const;
    Timestamp viewFrom() const { return CurvePlottable::timeOf(m_view.lower); }
    Timestamp viewTo() const { return CurvePlottable::timeOf(m_view.upper); }
    /// The moment under the pointer.
    std::optional<Timestamp> hovered() const;
    /// What the legend of a pane says: names and values at the pointer, else at the end.
    QString legendText(int pane) const;
    /// Draws what is waiting at once.
    void flush();

Q_SIGNALS:
    void momentClicked(bellwether::Timestamp moment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Pane {
        QCPAxisRect *rect = nullptr;
        Unit unit = Unit::Money;
        QSharedPointer<CurveValueTicker> ticker;
        std::vector<Curve> curves;
        std::vector<CurvePlottable *> plottables;
    };
    struct Drag {
        QPointF from;
        QCPRange view;
        bool isMoving = false;
    };

    Pane makePane(double stretch);
    void fill(Pane &pane, std::vector<Curve> curves, CurvePlottable::Style style);
    void style();
    void setView(QCPRange view);
    void scaleValues();
    QCPRange whole() const;
    bool isLowerShown() const { return !m_panes[1].curves.empty(); }
    QCPAxis *keyAxis() const { return m_panes[0].rect->axis(QCPAxis::atBottom); }
    std::vector<LegendPart> legend(const Pane &pane) const;
    QString valueText(Unit unit, double value) const;
    void paintStretch(QPainter &painter);
    void paintCrosshair(QPainter &painter);
    QString momentText(Timestamp moment) const;
    void scheduleReplot();

    const Theme &m_theme;
    Format m_format;
    QString m_emptyText;
    std::array<Pane, 2> m_panes;
    QCPMarginGroup *m_margins;
    QSharedPointer<CurveTimeTicker> m_timeTicker;
    QCPRange m_view{0, 1};
    bool m_isWhole = true;
    Timestamp m_stretchFrom;
    Timestamp m_stretchTo;
    std::optional<QPointF> m_cursor;
    std::optional<Drag> m_drag;
    QTimer m_replotTimer;
};

} // namespace bellwether
