#include "ui/widgets/lossgauge.h"

#include <QPainter>

#include <algorithm>

namespace bellwether {

LossGauge::LossGauge(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Day loss against the halt limit"));
}

void LossGauge::set(double used, double atRisk, const QString &text, const QString &help)
{
    if (used == m_used && atRisk == m_atRisk && text == m_text)
        return;
    m_used = used;
    m_atRisk = atRisk;
    m_text = text;
    setToolTip(help);
    setAccessibleDescription(text);
    update();
}

void LossGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(8);
    painter.setFont(small);
    const int line = QFontMetrics(small).height();
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter, tr("Day loss"));
    painter.setPen(m_theme.color(m_used >= 0.75 ? ColorRole::Loss : ColorRole::Text));
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignRight | Qt::AlignVCenter, m_text);

    const QRectF track(0, line + 6, width(), 7);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Border));
    painter.drawRoundedRect(track, 3, 3);
    const double used = std::clamp(m_used, 0.0, 1.0) * track.width();
    const double risk = std::clamp(m_used + m_atRisk, 0.0, 1.0) * track.width();
    // What every stop together would add stands behind what is lost already.
    QColor pale = m_theme.color(ColorRole::Warning);
    pale.setAlpha(110);
    painter.setBrush(pale);
    painter.drawRoundedRect(QRectF(track.left(), track.top(), risk, track.height()), 3, 3);
    painter.setBrush(m_theme.color(m_used >= 0.75 ? ColorRole::Loss : m_used >= 0.5 ? ColorRole::Warning : ColorRole::Accent));
    painter.drawRoundedRect(QRectF(track.left(), track.top(), used, track.height()), 3, 3);
}

} // namespace bellwether
