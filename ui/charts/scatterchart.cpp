#include "ui/charts/scatterchart.h"

#include "ui/charts/plotstyle.h"

#include <cmath>

namespace bellwether {

namespace {

/// Draws the cloud; the points are those of its chart.
class Cloud final : public QCPAbstractPlottable {
public:
    Cloud(QCPAxis *x, QCPAxis *y, const std::vector<ScatterChart::Point> *points, const Theme *theme)
        : QCPAbstractPlottable(x, y), m_points(points), m_theme(theme)
    {
        setSelectable(QCP::stNone);
    }
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain) const override { return range(found, &ScatterChart::Point::x); }
    QCPRange getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const override
    {
        return range(found, &ScatterChart::Point::y);
    }

protected:
    void draw(QCPPainter *painter) override
    {
        const QRect plot = mKeyAxis->axisRect()->rect();
        if (plot.isEmpty())
            return; // no room yet
        std::vector<bool> taken(std::size_t(plot.width() + 1) * std::size_t(plot.height() + 1));
        painter->setAntialiasing(false);
        painter->setPen(Qt::NoPen);
        const int size = m_points->size() > 5'000 ? 2 : 4;
        for (const ScatterChart::Point &point : *m_points) {
            const double x = mKeyAxis->coordToPixel(point.x);
            const double y = mValueAxis->coordToPixel(point.y);
            if (!std::isfinite(x) || !std::isfinite(y) || !plot.contains(int(x), int(y)))
                continue;
            const std::size_t cell = std::size_t(int(y) - plot.top()) * std::size_t(plot.width() + 1) + std::size_t(int(x) - plot.left());
            if (taken[cell])
                continue;
            taken[cell] = true;
            QColor color = m_theme->color(point.tone);
            color.setAlpha(190);
            painter->fillRect(QRectF(int(x) - size / 2, int(y) - size / 2, size, size), color);
        }
    }
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    QCPRange range(bool &found, double ScatterChart::Point::*member) const
    {
        QCPRange range;
        found = false;
        for (const ScatterChart::Point &point : *m_points) {
            const double value = point.*member;
            if (!std::isfinite(value))
                continue;
            range = found ? range.expanded({value, value}) : QCPRange(value, value);
            found = true;
        }
        return range;
    }
    const std::vector<ScatterChart::Point> *m_points;
    const Theme *m_theme;
};

} // namespace

ScatterChart::ScatterChart(const Theme &theme, const QString &name, QWidget *parent) : QCustomPlot(parent), m_theme(theme)
{
    setObjectName(name);
    setMinimumSize(140, 90);
    setFocusPolicy(Qt::NoFocus);
    new Cloud(xAxis, yAxis, &m_points, &m_theme);
    axisRect()->setMinimumMargins(QMargins(6, 8, 10, 6));
    xAxis->ticker()->setTickCount(4);
    yAxis->ticker()->setTickCount(4);
    const auto style = [this] {
        stylePlot(*this, m_theme);
        replot(rpQueuedReplot);
    };
    connect(&theme, &Theme::changed, this, style);
    style();
}

void ScatterChart::setTitles(const QString &x, const QString &y)
{
    xAxis->setLabel(x);
    yAxis->setLabel(y);
}

void ScatterChart::setPoints(std::vector<Point> points)
{
    m_points = std::move(points);
    m_chosen = -1;
    const bool isEmpty = std::ranges::none_of(m_points, [](const Point &one) { return std::isfinite(one.x) && std::isfinite(one.y); });
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setVisible(!isEmpty);
        axis->rescale();
        axis->scaleRange(1.08);
    }
    replot(rpQueuedReplot);
}

void ScatterChart::setChosen(int index)
{
    m_chosen = index;
    update();
}

int ScatterChart::pointAt(QPointF at) const
{
    int nearest = -1;
    double least = 12;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF away = placeOf(m_points[i]) - at;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < least) {
            least = distance;
            nearest = int(i);
        }
    }
    return nearest;
}

void ScatterChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int index = pointAt(event->position()); event->button() == Qt::LeftButton && index >= 0)
        Q_EMIT pointClicked(index);
}

void ScatterChart::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    if (!xAxis->visible()) {
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    } else if (m_chosen >= 0 && m_chosen < int(m_points.size())) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(ColorRole::Text), 2));
        painter.drawEllipse(placeOf(m_points[std::size_t(m_chosen)]), 6, 6);
    }
}

} // namespace bellwether
