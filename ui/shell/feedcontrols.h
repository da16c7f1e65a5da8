#pragma once

#include "ui/panels/panel.h"

class QAction;
class QComboBox;
class QToolButton;

namespace bellwether {

/// Pause, step and speed of a market that can be paused; hidden where the market is live, and where a replay shows them in its bar.
class FeedControls final : public QWidget {
    Q_OBJECT
public:
    FeedControls(TradingDesk &desk, QAction *pause, QAction *step, QWidget *parent = nullptr);
    /// Shows a speed that was chosen elsewhere.
    void showSpeed(double speed);
    void applySnapshot(const DeskSnapshot &snapshot);

private:
    QComboBox *m_speed;
};

} // namespace bellwether
