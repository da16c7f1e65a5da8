#pragma once

#include <QLabel>
#include <QStyle>

namespace bellwether {

/// Sets a property that the style sheet selects by (tone, kind, state), and restyles only where it changed.
inline void setStyleProperty(QWidget *widget, const char *name, const QString &value)
{
    if (widget->property(name).toString() == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

/// Sets a text, and repaints only where it changed.
inline void setText(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

} // namespace bellwether
