#pragma once

#include <QObject>

namespace bellwether {

class MainWindow;

/// Waits until `window` is on the display, has bars in its charts and the event loop is free, prints one line of JSON to
/// stdout (milliseconds since the process began, resident memory) and ends the program.
class StartReport final : public QObject {
    Q_OBJECT
public:
    explicit StartReport(MainWindow &window);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    MainWindow &m_window;
};

} // namespace bellwether
