#include "ui/charts/drawings/drawingshape.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double reach = 5;       ///< pixels beside a line that still hit it
constexpr double handleReach = 7;
constexpr std::array fibonacciLevels{0.0, 0.236, 0.382, 0.5, 0.618, 0.786, 1.0};

QString text(const char *source) { return QCoreApplication::translate("DrawingShape", source); }

QString signedNumber(double value, int decimals)
{
    return (value < 0 ? u"−"_s : u"+"_s) + QString::number(std::fabs(value), 'f', decimals);
}

QString percentOf(double part, double whole) { return whole == 0 ? u"—"_s : signedNumber(part / whole * 100, 2) + u" %"_s; }

/// The points of one drawing in pixels, and the ways to add to its shape.
class Builder {
public:
    Builder(const Drawing &drawing, const ChartSpace &space, const QFontMetrics &metrics)
        : m_drawing(drawing), m_space(space), m_metrics(metrics), m_plot(space.plot())
    {
        for (const ChartPoint &point : drawing.points)
            m_shape.handles.push_back(space.at(point.time, point.price));
    }

    DrawingShape build()
    {
        const std::vector<QPointF> &at = m_shape.handles;
        switch (m_drawing.kind) {
        case DrawingKind::TrendLine: line(QLineF(at[0], at[1])); break;
        case DrawingKind::Ray: line(extended(QLineF(at[0], at[1]))); break;
        case DrawingKind::HorizontalLine: level(m_plot.left(), at[0].y()); break;
        case DrawingKind::HorizontalRay: level(at[0].x(), at[0].y()); break;
        case DrawingKind::VerticalLine: upright(at[0].x()); break;
        case DrawingKind::CrossLine:
            level(m_plot.left(), at[0].y());
            upright(at[0].x());
            break;
        case DrawingKind::Rectangle: box(QRectF(at[0], at[1]).normalized(), ColorRole::Line1); break;
        case DrawingKind::Fibonacci: fibonacci(); break;
        case DrawingKind::Measure: measure(); break;
        case DrawingKind::LongPosition:
        case DrawingKind::ShortPosition: position(); break;
        case DrawingKind::Text: label(at[0] + QPointF(0, -m_metrics.height() / 2.0), m_drawing.text, ColorRole::Text); break;
        }
        return std::move(m_shape);
    }

private:
    double price(std::size_t i) const { return m_drawing.points[i].price; }
    void line(const QLineF &each, ColorRole color = ColorRole::Line1, bool isDashed = false)
    {
        m_shape.lines.push_back({each, color, isDashed});
    }
    void label(QPointF topLeft, const QString &words, ColorRole color)
    {
        const QSizeF size(m_metrics.horizontalAdvance(words) + 8, m_metrics.height() + 2);
        m_shape.labels.push_back({QRectF(topLeft, size), words, color});
    }
    void level(double from, double y)
    {
        line(QLineF(from, y, m_plot.right(), y));
        const QString words = m_space.priceText(price(0));
        label({m_plot.right() - m_metrics.horizontalAdvance(words) - 10, y - m_metrics.height() - 3}, words, ColorRole::Line1);
    }
    void upright(double x) { line(QLineF(x, m_plot.top(), x, m_plot.bottom())); }
    void box(const QRectF &rect, ColorRole color)
    {
        m_shape.fills.push_back({rect, color});
        line(QLineF(rect.topLeft(), rect.topRight()), color);
        line(QLineF(rect.bottomLeft(), rect.bottomRight()), color);
        line(QLineF(rect.topLeft(), rect.bottomLeft()), color);
        line(QLineF(rect.topRight(), rect.bottomRight()), color);
    }
    QLineF extended(QLineF ray) const
    {
        if (ray.length() > 0)
            ray.setLength(ray.length() + 2.0 * (m_plot.width() + m_plot.height()));
        return ray;
    }

    void fibonacci()
    {
        const std::vector<QPointF> at = m_shape.handles;
        line(QLineF(at[0], at[1]), ColorRole::TextMuted, true);
        const double left = std::min(at[0].x(), at[1].x());
        const double right = std::max(at[0].x(), at[1].x());
        for (std::size_t i = 0; i < fibonacciLevels.size(); ++i) {
            // Retracement: 0 where the move ended, 1 where it began.
            const double value = price(1) + (price(0) - price(1)) * fibonacciLevels[i];
            const double y = m_space.y(value);
            const auto color = ColorRole(int(ColorRole::Line1) + int(i) % 6);
            line(QLineF(left, y, right, y), color);
            label({right + 4, y - m_metrics.height() / 2.0},
                  u"%1  %2"_s.arg(QString::number(fibonacciLevels[i], 'g', 3), m_space.priceText(value)), color);
        }
    }

    void measure()
    {
        const std::vector<QPointF> at = m_shape.handles;
        const double change = price(1) - price(0);
        box(QRectF(at[0], at[1]).normalized(), change >= 0 ? ColorRole::Gain : ColorRole::Loss);
        const auto bars = std::llround(m_space.time().indexAt(m_drawing.points[1].time)
                                       - m_space.time().indexAt(m_drawing.points[0].time));
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(m_drawing.points[1].time - m_drawing.points[0].time);
        const auto count = std::llabs(minutes.count());
        const QString span = count >= 1440 ? text("%1 d %2 h").arg(count / 1440).arg(count % 1440 / 60)
            : count >= 60                  ? text("%1 h %2 min").arg(count / 60).arg(count % 60)
                                           : text("%1 min").arg(count);
        const int decimals = std::fabs(change) < 1 ? 5 : 2;
        const QString words = u"%1  (%2)  "_s.arg(signedNumber(change, decimals), percentOf(change, price(0)))
            + text("%1 bars, %2").arg(bars < 0 ? u"−"_s + QString::number(-bars) : QString::number(bars), span);
        const double y = change >= 0 ? at[1].y() - m_metrics.height() - 6 : at[1].y() + 5;
        label({(at[0].x() + at[1].x() - m_metrics.horizontalAdvance(words)) / 2, y}, words, ColorRole::Text);
    }

    void position()
    {
        const std::vector<QPointF> at = m_shape.handles; // entry, target, stop
        const double left = std::min(at[0].x(), at[1].x());
        const double right = std::max(at[0].x(), at[1].x());
        box(QRectF(QPointF(left, at[0].y()), QPointF(right, at[1].y())).normalized(), ColorRole::Gain);
        box(QRectF(QPointF(left, at[0].y()), QPointF(right, at[2].y())).normalized(), ColorRole::Loss);
        line(QLineF(left, at[0].y(), right, at[0].y()), ColorRole::TextMuted);
        const auto beside = [&](std::size_t i, const QString &words, ColorRole color) {
            const bool isAbove = i != 0 && at[i].y() < at[0].y();
            const double y = i == 0 ? at[0].y() - m_metrics.height() / 2.0 - 1
                : isAbove           ? at[i].y() - m_metrics.height() - 4
                                    : at[i].y() + 3;
            label({left + 4, y}, words, color);
        };
        const double direction = m_drawing.kind == DrawingKind::LongPosition ? 1 : -1;
        beside(1, text("target %1  %2").arg(m_space.priceText(price(1)), percentOf(direction * (price(1) - price(0)), price(0))), ColorRole::Gain);
        beside(2, text("stop %1  %2").arg(m_space.priceText(price(2)), percentOf(direction * (price(2) - price(0)), price(0))), ColorRole::Loss);
        const double ratio = rewardRisk(m_drawing);
        beside(0, text("entry %1  R:R %2").arg(m_space.priceText(price(0)),
                                               std::isnan(ratio) ? u"—"_s : QString::number(ratio, 'f', 2)), ColorRole::Text);
    }

    const Drawing &m_drawing;
    const ChartSpace &m_space;
    const QFontMetrics &m_metrics;
    QRectF m_plot;
    DrawingShape m_shape;
};

double distance(const QLineF &line, QPointF at)
{
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double share = length == 0 ? 0 : std::clamp(QPointF::dotProduct(at - line.p1(), along) / length, 0.0, 1.0);
    const QPointF away = at - (line.p1() + share * along);
    return std::hypot(away.x(), away.y());
}

} // namespace

double rewardRisk(const Drawing &position)
{
    const double direction = position.kind == DrawingKind::LongPosition ? 1 : -1;
    const double reward = direction * (position.points[1].price - position.points[0].price);
    const double risk = direction * (position.points[0].price - position.points[2].price);
    return risk > 0 ? reward / risk : std::numeric_limits<double>::quiet_NaN();
}

DrawingShape shapeOf(const Drawing &drawing, const ChartSpace &space, const QFontMetrics &metrics)
{
    return Builder(drawing, space, metrics).build();
}

void paintShape(QPainter &painter, const Theme &theme, const DrawingShape &shape, bool isSelected)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    for (const DrawingShape::Fill &fill : shape.fills) {
        QColor color = theme.color(fill.color);
        color.setAlpha(34);
        painter.fillRect(fill.rect, color);
    }
    for (const DrawingShape::Line &each : shape.lines) {
        painter.setPen(QPen(theme.color(each.color), isSelected ? 2 : 1.3, each.isDashed ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(each.line);
    }
    QColor plate = theme.color(ColorRole::Surface);
    plate.setAlpha(215);
    for (const DrawingShape::Label &label : shape.labels) {
        painter.fillRect(label.rect, plate);
        painter.setPen(theme.color(label.color));
        painter.drawText(label.rect, Qt::AlignCenter, label.text);
    }
    if (isSelected) {
        painter.setPen(QPen(theme.color(ColorRole::Accent), 1.5));
        painter.setBrush(theme.color(ColorRole::Surface));
        for (const QPointF &handle : shape.handles)
            painter.drawEllipse(handle, 4.5, 4.5);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

std::optional<std::size_t> handleAt(const DrawingShape &shape, QPointF at)
{
    for (std::size_t i = 0; i < shape.handles.size(); ++i) {
        if (QLineF(shape.handles[i], at).length() <= handleReach)
            return i;
    }
    return {};
}

bool isHit(const DrawingShape &shape, QPointF at)
{
    return std::ranges::any_of(shape.lines, [at](const auto &each) { return distance(each.line, at) <= reach; })
        || std::ranges::any_of(shape.fills, [at](const auto &each) { return each.rect.contains(at); })
        || std::ranges::any_of(shape.labels, [at](const auto &each) { return each.rect.contains(at); });
}

} // namespace bellwether
