#pragma once

#include "ui/panels/panel.h"

#include <QSlider>
#include <QTimer>

class QAction;
class QLabel;

namespace bellwether {

class FeedControls;

/// A slider over the time of a replay. A click puts the handle where it was clicked; `moved` tells where it is while it is held,
/// `chosen` where it was let go, or came to rest under the keys.
class TimeSlider final : public QSlider {
    Q_OBJECT
public:
    explicit TimeSlider(QWidget *parent = nullptr);
    void setSpan(Timestamp from, Timestamp to);
    /// Follows the replay, unless a hand is on it.
    void follow(Timestamp time);
    Timestamp time() const;
    bool isHeld() const { return isSliderDown() || m_rest.isActive(); }

Q_SIGNALS:
    void moved(bellwether::Timestamp time);
    void chosen(bellwether::Timestamp time);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void take(QPointF at);
    Timestamp m_from;
    Timestamp m_to;
    QTimer m_rest; ///< after the last key
};

/// The controls of a replay: play, step, speed, where it is and where it shall be, and the way out. Hidden elsewhere.
class ReplayBar final : public Panel {
    Q_OBJECT
public:
    ReplayBar(const PanelContext &context, QAction *pause, QAction *step, QAction *leave, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;

Q_SIGNALS:
    /// There is a replay, or none any more.
    void wantedChanged(bool isWanted);
    /// The replay shall begin anew and run to `time`; the trader has confirmed it.
    void restartWanted(bellwether::Timestamp time);

private:
    void preview(Timestamp target);
    void go(Timestamp target);
    void showPlace();

    TradingDesk &m_desk;
    Format m_format;
    FeedControls *m_controls;
    TimeSlider *m_slider;
    QLabel *m_from;
    QLabel *m_place;
    QLabel *m_to;
    Timestamp m_now;
    Timestamp m_target;
    double m_speed = -1;
    bool m_isWanted = false;
};

} // namespace bellwether
