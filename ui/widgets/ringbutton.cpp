#include "ui/widgets/ringbutton.h"

#include <QPainter>

#include <cmath>

namespace bellwether {

namespace {

constexpr int ringSize = 13;
constexpr int ringGap = 4; ///< between the ring and the words, which stay in the middle
constexpr double nearEnd = 0.2;

} // namespace

RingButton::RingButton(const Theme &theme, const QString &text, QWidget *parent) : QPushButton(text, parent), m_theme(theme) {}

void RingButton::setShare(double share)
{
    // A hundredth is less than a pixel of the ring.
    if (std::fabs(share - m_share) < 0.01 && (share < 0) == (m_share < 0))
        return;
    m_share = share;
    update();
}

QSize RingButton::sizeHint() const { return QPushButton::sizeHint() + QSize(2 * (ringSize + ringGap), 0); }

void RingButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (m_share < 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring(width() - ringSize - 7, (height() - ringSize) / 2.0, ringSize, ringSize);
    QColor color = m_theme.color(!isEnabled() ? ColorRole::TextMuted : ColorRole::FillText);
    QColor rest = color;
    rest.setAlpha(70);
    painter.setPen(QPen(rest, 2.2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(m_share < nearEnd && isEnabled() ? m_theme.color(ColorRole::Warning) : color, 2.2));
    painter.drawArc(ring, 90 * 16, int(std::min(1.0, m_share) * 360 * 16));
}

} // namespace bellwether
