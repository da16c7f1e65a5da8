#include "ui/charts/stepchart.h"

#include "ui/charts/curveticker.h"
#include "ui/charts/plotstyle.h"

namespace bellwether {

StepChart::StepChart(const Theme &theme, const QString &name, QWidget *parent) : QCustomPlot(parent), m_theme(theme)
{
    setObjectName(name);
    setMinimumSize(140, 90);
    setFocusPolicy(Qt::NoFocus);
    addGraph();
    graph()->setLineStyle(QCPGraph::lsStepLeft);
    axisRect()->setMinimumMargins(QMargins(6, 8, 14, 6));
    xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CurveValueTicker(&m_format)));
    yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CurveValueTicker(&m_format)));
    xAxis->ticker()->setTickCount(5);
    yAxis->ticker()->setTickCount(4);
    const auto style = [this] {
        stylePlot(*this, m_theme);
        graph()->setPen(QPen(m_theme.color(ColorRole::Line1), 1.5));
        replot(rpQueuedReplot);
    };
    connect(&theme, &Theme::changed, this, style);
    style();
    clear();
}

void StepChart::setTitles(const QString &x, const QString &y)
{
    xAxis->setLabel(x);
    yAxis->setLabel(y);
}

void StepChart::clear()
{
    m_x.clear();
    m_y.clear();
    m_points = 0;
    graph()->setData({}, {});
    xAxis->setVisible(false);
    yAxis->setVisible(false);
    replot(rpQueuedReplot);
}

void StepChart::append(double x, double y, double end)
{
    // The same value again only makes the last step longer.
    if (m_points == 0 || m_y.constLast() != y) {
        m_x.append(x);
        m_y.append(y);
        ++m_points;
    }
    QVector<double> keys = m_x;
    QVector<double> values = m_y;
    keys.append(std::max(end, x));
    values.append(y);
    graph()->setData(keys, values, true);
    xAxis->setVisible(true);
    yAxis->setVisible(true);
    xAxis->setRange(0, std::max(1.0, keys.constLast()) * 1.02);
    yAxis->rescale();
    yAxis->scaleRange(1.15);
    replot(rpQueuedReplot);
}

void StepChart::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    if (m_points > 0)
        return;
    QPainter painter(this);
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace bellwether
