#include "ui/widgets/tradesketch.h"

#include <QPainter>

#include <algorithm>

namespace bellwether {

TradeSketch::TradeSketch(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("tradeSketch"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TradeSketch::show(Level entry, Level stop, Level target, std::vector<double> prices)
{
    m_entry = std::move(entry);
    m_stop = std::move(stop);
    m_target = std::move(target);
    m_prices = std::move(prices);
    update();
}

void TradeSketch::paintEvent(QPaintEvent *)
{
    double low = m_entry.price;
    double high = m_entry.price;
    for (const double price : {m_stop.price, m_target.price}) {
        if (price > 0) {
            low = std::min(low, price);
            high = std::max(high, price);
        }
    }
    for (const double price : m_prices) {
        low = std::min(low, price);
        high = std::max(high, price);
    }
    if (!(high > low))
        return;
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(8);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    int room = 0;
    for (const Level *level : {&m_entry, &m_stop, &m_target})
        room = std::max(room, metrics.horizontalAdvance(level->text));
    const double right = width() - room - 6;
    const double margin = metrics.height() / 2.0;
    const auto yOf = [&](double price) { return margin + (high - price) / (high - low) * (height() - 2 * margin); };

    // Reward and risk as areas behind everything.
    const auto area = [&](const Level &level, ColorRole role) {
        if (level.price > 0)
            painter.fillRect(QRectF(QPointF(0, yOf(m_entry.price)), QPointF(right, yOf(level.price))).normalized(), m_theme.color(role));
    };
    area(m_target, ColorRole::FlashUp);
    area(m_stop, ColorRole::FlashDown);
    struct Label {
        const Level *level;
        ColorRole role;
        double y;
    };
    std::vector<Label> labels;
    for (const auto &[level, role] : {std::pair{&m_target, ColorRole::Gain}, std::pair{&m_stop, ColorRole::Loss}, std::pair{&m_entry, ColorRole::TextMuted}}) {
        if (level->price <= 0)
            continue;
        painter.setPen(QPen(m_theme.color(role), 1, Qt::DashLine));
        painter.drawLine(QPointF(0, yOf(level->price)), QPointF(right, yOf(level->price)));
        labels.push_back({level, role, yOf(level->price)});
    }
    // Prices close to each other are written one under the other.
    std::ranges::sort(labels, {}, &Label::y);
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + 2 * margin);
    for (std::size_t i = labels.size(); i-- > 0;)
        labels[i].y = std::min(labels[i].y, height() - margin - 2 * margin * double(labels.size() - 1 - i));
    for (const Label &label : labels) {
        painter.setPen(m_theme.color(label.role));
        painter.drawText(QRectF(right + 4, label.y - margin, room + 2, 2 * margin), Qt::AlignLeft | Qt::AlignVCenter, label.level->text);
    }
    if (m_prices.size() < 2)
        return;
    QPolygonF line;
    for (std::size_t i = 0; i < m_prices.size(); ++i)
        line.append(QPointF(right * double(i) / double(m_prices.size() - 1), yOf(m_prices[i])));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::Text), 1.3));
    painter.drawPolyline(line);
}

} // namespace bellwether
