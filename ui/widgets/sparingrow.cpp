#include "ui/widgets/sparingrow.h"

#include <QEvent>
#include <QLayout>

namespace bellwether {

SparingRow::SparingRow(QWidget *bar) : QObject(bar), m_bar(bar) { bar->installEventFilter(this); }

bool SparingRow::fits() const
{
    m_bar->layout()->invalidate();
    return m_bar->layout()->minimumSize().width() <= m_bar->width();
}

bool SparingRow::eventFilter(QObject *watched, QEvent *event)
{
    // What a step hides asks for a layout too: only a bar that has become too narrow for its parts is fitted then.
    if (event->type() == QEvent::Resize || (event->type() == QEvent::LayoutRequest && m_taken < m_steps.size() && !fits()))
        fit();
    return QObject::eventFilter(watched, event);
}

void SparingRow::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    while (m_taken > 0) { // back as far as it still fits
        m_steps[m_taken - 1](false);
        if (!fits()) {
            m_steps[m_taken - 1](true);
            break;
        }
        --m_taken;
    }
    while (m_taken < m_steps.size() && !fits())
        m_steps[m_taken++](true);
    m_isFitting = false;
}

} // namespace bellwether
