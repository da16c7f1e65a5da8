#include "ui/panels/depth/depthladder.h"

#include <QPainter>

using namespace Qt::StringLiterals;

// How the ladder is drawn.
namespace bellwether {

void DepthLadder::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    if (!m_note.isEmpty()) {
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_note);
        return;
    }
    double largest = 0;
    for (int i = 0; i < rowCount(); ++i) {
        const LadderRow &row = m_book.row(m_top - i);
        largest = std::max({largest, row.bid.toDouble(), row.ask.toDouble()});
    }
    paintHeader(painter);
    for (int i = 0; i < rowCount(); ++i)
        paintRow(painter, m_top - i, largest);
    if (m_dragged && m_hovered) {
        const Cell to{m_dragged->side, m_hovered->row};
        paintOrders(painter, to.side, orderRect(to.side, to.row), m_book.row(m_dragged->row).ours(m_dragged->side), true);
    }
    if (hasFocus()) {
        painter.setPen(m_theme.color(ColorRole::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void DepthLadder::paintHeader(QPainter &painter) const
{
    const Columns widths = columns();
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    int x = 0;
    const std::array texts{std::pair{tr("My buys"), widths.order}, std::pair{tr("Bid"), widths.size},
                           std::pair{tr("Price"), width() - 2 * (widths.order + widths.size)}, std::pair{tr("Ask"), widths.size},
                           std::pair{tr("My sells"), widths.order}};
    for (const auto &[text, columnWidth] : texts) {
        painter.drawText(QRect(x, 0, columnWidth, headerHeight()), Qt::AlignCenter, text);
        x += columnWidth;
    }
    painter.setPen(m_theme.color(ColorRole::Border));
    painter.drawLine(0, headerHeight() - 1, width(), headerHeight() - 1);
}

void DepthLadder::paintRow(QPainter &painter, std::int64_t row, double largest) const
{
    const QRect price = priceRect(row);
    const Price bid = m_book.best(Side::Buy);
    const Price ask = m_book.best(Side::Sell);
    const bool isBest = (!bid.isZero() && m_book.rowOf(Side::Buy, bid) == row) || (!ask.isZero() && m_book.rowOf(Side::Sell, ask) == row);
    painter.fillRect(price, m_theme.color(ColorRole::Raised));
    paintSide(painter, Side::Buy, row, largest);
    paintSide(painter, Side::Sell, row, largest);
    const bool isLast = m_lastTrade && m_book.rowOf(m_lastTrade->aggressor == Side::Buy ? Side::Sell : Side::Buy, m_lastTrade->price) == row;
    if (isLast) {
        painter.fillRect(price, m_theme.color(m_lastTrade->aggressor == Side::Buy ? ColorRole::GainFill : ColorRole::LossFill));
        painter.setPen(m_theme.color(ColorRole::FillText));
    } else {
        painter.setPen(m_theme.color(isBest ? ColorRole::Text : ColorRole::TextMuted));
    }
    QFont font = painter.font();
    font.setBold(isBest || isLast);
    painter.setFont(font);
    painter.drawText(price, Qt::AlignCenter, m_format.price(m_book.priceOf(row), m_priceDecimals));
    font.setBold(false);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorRole::Grid));
    painter.drawLine(0, price.bottom(), width(), price.bottom());
}

void DepthLadder::paintSide(QPainter &painter, Side side, std::int64_t row, double largest) const
{
    const LadderRow &what = m_book.row(row);
    const QRect place = sizeRect(side, row);
    const Quantity quantity = side == Side::Buy ? what.bid : what.ask;
    if (quantity.isPositive() && largest > 0) {
        QColor bar = m_theme.color(side == Side::Buy ? ColorRole::VolumeUp : ColorRole::VolumeDown);
        const int length = std::max(1, int(quantity.toDouble() / largest * place.width()));
        const QRect filled(side == Side::Buy ? place.right() - length + 1 : place.left(), place.y() + 1, length, place.height() - 3);
        painter.fillRect(filled, bar);
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(place.adjusted(6, 0, -6, 0), Qt::AlignVCenter | (side == Side::Buy ? Qt::AlignRight : Qt::AlignLeft), quantityText(quantity));
    }
    const Cell here{side, row};
    if (m_hovered == here || (hasFocus() && m_cursor == here)) {
        painter.setPen(m_theme.color(m_hovered == here ? ColorRole::TextMuted : ColorRole::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.united(orderRect(side, row)).adjusted(0, 0, -1, -2));
    }
    if (!what.ours(side).empty() && m_dragged != here)
        paintOrders(painter, side, orderRect(side, row), what.ours(side), false);
}

void DepthLadder::paintOrders(QPainter &painter, Side side, const QRect &place, const std::vector<OrderRow> &orders, bool isDragged) const
{
    if (place.isEmpty() || orders.empty())
        return;
    Quantity sum;
    for (const OrderRow &row : orders)
        sum += row.order.leavesQuantity();
    const OrderRole role = orders.front().order.role;
    const QColor colour = m_theme.color(role == OrderRole::StopLoss     ? ColorRole::Loss
                                            : role == OrderRole::TakeProfit ? ColorRole::Gain
                                                                            : ColorRole::Accent);
    const QRect chip = place.adjusted(1, 1, -1, -3);
    painter.setPen(colour);
    painter.setBrush(m_theme.color(ColorRole::Raised));
    painter.setOpacity(isDragged ? 0.8 : 1);
    painter.drawRoundedRect(chip, 3, 3);
    const QString kind = role == OrderRole::StopLoss ? tr("SL")
        : role == OrderRole::TakeProfit              ? tr("TP")
        : orders.front().order.type == OrderType::Limit ? QString()
                                                        : tr("stop");
    QString text = quantityText(sum);
    if (!kind.isEmpty())
        text = kind + u' ' + text;
    if (orders.size() > 1)
        text += u" (%1)"_s.arg(orders.size());
    const QRect cross(side == Side::Buy ? chip.left() : chip.right() - crossWidth + 1, chip.y(), crossWidth, chip.height());
    const QRect label = side == Side::Buy ? chip.adjusted(crossWidth, 0, -3, 0) : chip.adjusted(3, 0, -crossWidth, 0);
    painter.drawText(cross, Qt::AlignCenter, u"×"_s);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(label, Qt::AlignCenter, fontMetrics().elidedText(text, Qt::ElideRight, label.width()));
    painter.setOpacity(1);
}

} // namespace bellwether
