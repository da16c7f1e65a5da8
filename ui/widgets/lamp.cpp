#include "ui/widgets/lamp.h"

#include <QPainter>

namespace bellwether {

Lamp::Lamp(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {}

void Lamp::set(State state, const QString &text, const QString &help)
{
    if (help != toolTip())
        setToolTip(help);
    if (state == m_state && text == m_text)
        return;
    const bool isNewText = text != m_text;
    m_state = state;
    m_text = text;
    setAccessibleName(text);
    if (isNewText)
        updateGeometry();
    update();
}

QSize Lamp::sizeHint() const
{
    return QSize(fontMetrics().horizontalAdvance(m_text) + 22, fontMetrics().height() + 4);
}

void Lamp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    const ColorRole role = m_state == State::Good    ? ColorRole::Gain
                           : m_state == State::Bad   ? ColorRole::Loss
                           : m_state == State::Off   ? ColorRole::TextMuted
                                                     : ColorRole::Warning;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(role));
    painter.drawEllipse(QPointF(9, height() / 2.0), 4, 4);
    painter.setPen(m_theme.color(m_state == State::Good ? ColorRole::TextMuted : role));
    painter.drawText(rect().adjusted(18, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

} // namespace bellwether
