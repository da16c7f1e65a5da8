#include "ui/charts/fanchart.h"

#include "ui/charts/curveticker.h"
#include "ui/charts/plotstyle.h"

#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace bellwether {

FanChart::FanChart(const Theme &theme, const QString &name, QWidget *parent) : QCustomPlot(parent), m_theme(theme)
{
    setObjectName(name);
    setMinimumSize(200, 120);
    setFocusPolicy(Qt::NoFocus);
    for (int i = 0; i < 5; ++i)
        addGraph();
    graph(4)->setChannelFillGraph(graph(0));
    graph(3)->setChannelFillGraph(graph(1));
    yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CurveValueTicker(&m_format)));
    axisRect()->setMinimumMargins(QMargins(6, 10, 14, 6));
    connect(&theme, &Theme::changed, this, [this] { style(); });
    style();
}

void FanChart::style()
{
    stylePlot(*this, m_theme);
    for (int i = 0; i < 5; ++i)
        graph(i)->setPen(i == 2 ? QPen(m_theme.color(ColorRole::Line1), 1.5) : QPen(Qt::NoPen));
    QColor outer = m_theme.color(ColorRole::Line1);
    outer.setAlpha(45);
    QColor inner = outer;
    inner.setAlpha(75);
    graph(4)->setBrush(outer);
    graph(3)->setBrush(inner);
    replot(rpQueuedReplot);
}

void FanChart::setSteps(std::vector<Step> steps, double start, double floor, const QString &stepTitle)
{
    m_steps = std::move(steps);
    m_start = start;
    m_floor = floor;
    QVector<double> keys;
    for (const Step &step : m_steps)
        keys.append(step.step);
    for (std::size_t i = 0; i < 5; ++i) {
        QVector<double> values;
        for (const Step &step : m_steps)
            values.append(step.value[i]);
        graph(int(i))->setData(keys, values, true);
    }
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setVisible(!m_steps.empty());
        axis->rescale();
    }
    xAxis->setLabel(stepTitle);
    yAxis->scaleRange(1.08);
    replot(rpQueuedReplot);
}

QString FanChart::textAt(QPoint at) const
{
    if (m_steps.empty() || !axisRect()->rect().contains(at))
        return {};
    const double key = xAxis->pixelToCoord(at.x());
    const auto found = std::ranges::lower_bound(m_steps, key, {}, &Step::step);
    const Step &step = found == m_steps.end() ? m_steps.back() : *found;
    return tr("after %1\n95 %: %2\n75 %: %3\n50 %: %4\n25 %: %5\n5 %: %6")
        .arg(m_format.number(step.step, 0), m_format.number(step.value[4], 2), m_format.number(step.value[3], 2),
             m_format.number(step.value[2], 2), m_format.number(step.value[1], 2), m_format.number(step.value[0], 2));
}

bool FanChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
        return true;
    }
    return QCustomPlot::event(event);
}

void FanChart::drawLevel(QPainter &painter, double value, const QString &name, ColorRole role)
{
    const QRect plot = axisRect()->rect();
    const double y = yAxis->coordToPixel(value);
    if (y < plot.top() || y > plot.bottom())
        return;
    painter.setPen(QPen(m_theme.color(role), 1, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.drawText(QPointF(plot.left() + 6, y - 3), name);
}

void FanChart::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(8);
    painter.setFont(small);
    if (m_steps.empty()) {
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    drawLevel(painter, m_start, tr("start"), ColorRole::TextMuted);
    drawLevel(painter, m_floor, tr("ruin"), ColorRole::Loss);
}

} // namespace bellwether
