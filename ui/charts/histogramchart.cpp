#include "ui/charts/histogramchart.h"

#include "ui/charts/plotstyle.h"

#include <QHelpEvent>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

HistogramChart::HistogramChart(const Theme &theme, const QString &name, QWidget *parent)
    : QCustomPlot(parent), m_theme(theme), m_bars(new QCPBars(xAxis, yAxis))
{
    setObjectName(name);
    setMinimumSize(140, 90);
    setFocusPolicy(Qt::NoFocus);
    m_bars->setSelectable(QCP::stNone);
    m_bars->setWidthType(QCPBars::wtPlotCoords);
    axisRect()->setMinimumMargins(QMargins(6, 14, 10, 6));
    xAxis->ticker()->setTickCount(5);
    yAxis->ticker()->setTickCount(4);
    connect(&theme, &Theme::changed, this, [this] { style(); });
    style();
}

void HistogramChart::style()
{
    stylePlot(*this, m_theme);
    xAxis->grid()->setVisible(false);
    m_bars->setPen(QPen(m_theme.color(ColorRole::Surface), 1));
    m_bars->setBrush(m_theme.color(ColorRole::Line1));
    replot(rpQueuedReplot);
}

void HistogramChart::setContent(Content content)
{
    m_content = std::move(content);
    QVector<double> middles;
    QVector<double> counts;
    double most = 0;
    const double width = m_content.width > 0 ? m_content.width : std::max(1e-9, std::fabs(m_content.low) * 0.1);
    for (std::size_t i = 0; i < m_content.counts.size(); ++i) {
        middles.append(m_content.low + (double(i) + 0.5) * width);
        counts.append(m_content.counts[i]);
        most = std::max(most, double(m_content.counts[i]));
    }
    m_bars->setWidth(width);
    m_bars->setData(middles, counts, true);
    for (QCPAxis *axis : {xAxis, yAxis})
        axis->setVisible(!middles.isEmpty());
    if (!middles.isEmpty())
        xAxis->setRange(middles.front() - width, middles.back() + width);
    yAxis->setRange(0, std::max(1.0, most * 1.12));
    replot(rpQueuedReplot);
}

QString HistogramChart::textAt(QPoint at) const
{
    if (m_content.counts.empty() || !axisRect()->rect().contains(at))
        return {};
    const double place = m_content.width > 0 ? (xAxis->pixelToCoord(at.x()) - m_content.low) / m_content.width : 0;
    if (place < 0 || place >= double(m_content.counts.size()))
        return {};
    const auto index = std::size_t(place);
    const double from = m_content.low + double(index) * m_content.width;
    return tr("%1 to %2: %3").arg(from, 0, 'g', 3).arg(from + m_content.width, 0, 'g', 3).arg(m_content.counts[index]);
}

bool HistogramChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
        return true;
    }
    return QCustomPlot::event(event);
}

void HistogramChart::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(8);
    painter.setFont(small);
    if (m_content.counts.empty()) {
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const QRect plot = axisRect()->rect();
    int line = 0; // names of marks that stand close do not run into each other
    for (const auto &[value, name] : m_content.marks) {
        const double x = xAxis->coordToPixel(value);
        if (!std::isfinite(x) || x < plot.left() || x > plot.right())
            continue;
        painter.setPen(QPen(m_theme.color(ColorRole::Warning), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(m_theme.color(ColorRole::Warning));
        const int width = painter.fontMetrics().horizontalAdvance(name);
        painter.drawText(QPointF(std::min(x + 3, double(plot.right() - width)), plot.top() + painter.fontMetrics().ascent() + line++ * painter.fontMetrics().height()), name);
    }
}

} // namespace bellwether
