#include "app/bellwether/focuskeeper.h"

#include <QDialog>
#include <QEvent>
#include <QMainWindow>

namespace bellwether {

bool FocusKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Show && event->type() != QEvent::Hide)
        return false;
    auto *window = qobject_cast<QWidget *>(watched);
    if (!window || !window->isWindow() || event->spontaneous() || !(qobject_cast<QDialog *>(window) || qobject_cast<QMainWindow *>(window)))
        return false;
    if (event->type() == QEvent::Show)
        window->activateWindow();
    else if (window->parentWidget() && window->parentWidget()->window()->isVisible())
        window->parentWidget()->window()->activateWindow();
    return false;
}

} // namespace bellwether
