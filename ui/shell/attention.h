#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/theme/theme.h"

#include <QSystemTrayIcon>

#include <set>

class QWidget;

namespace bellwether {

/// Tells a trader who looks elsewhere that signals wait: their number on the icon of window and tray, a sound when one
/// arrives and two when one is about to expire. Works while the window is minimised.
class Attention final : public QObject {
    Q_OBJECT
public:
    Attention(const Theme &theme, QWidget *window);
    void applySnapshot(const DeskSnapshot &snapshot);
    void setSounds(bool areOn) { m_hasSounds = areOn; }
    int count() const { return m_count; }
    /// The window's icon with a number; 0 shows none.
    static QIcon badged(const Theme &theme, int count);

private:
    void showCount();

    const Theme &m_theme;
    QWidget *m_window;
    QSystemTrayIcon *m_tray = nullptr; ///< none where the desktop has no tray
    std::set<SignalId> m_known;
    std::set<SignalId> m_warned;
    int m_count = 0;
    bool m_hasSounds = true;
    bool m_isFirst = true;
};

} // namespace bellwether
