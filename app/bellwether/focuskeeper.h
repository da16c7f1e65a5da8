#pragma once

#include <QObject>

namespace bellwether {

/// Gives the keyboard to each window of the program as it is shown, and back to the one below as it goes. A desktop does
/// that by itself; a display without a window manager (a kiosk, a virtual display) does not.
class FocusKeeper final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace bellwether
