#pragma once

#include "ui/shell/overlays.h"
#include "ui/shell/tour.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;

namespace bellwether {

/// A frame around the control that the tour speaks of. The mouse goes through it.
class TourMark final : public Overlay {
    Q_OBJECT
public:
    TourMark(const Theme &theme, QWidget *window);
    void setTarget(const QRect &target);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QRect m_target;
};

/// The card of the tour: what to do now, beside the control that does it. It waits for the deed, takes no key from anyone,
/// and can be left at any step.
class TourCard final : public QFrame {
    Q_OBJECT
public:
    /// `targetOf` gives the control of a step; null where it is out of view.
    TourCard(const Theme &theme, std::function<QWidget *(TourStep)> targetOf, QWidget *window);

    void start();
    void end();
    TourStep step() const { return m_watch.step(); }
    void applySnapshot(const DeskSnapshot &snapshot);
    void backtestFinished();
    void reportOpened();

private:
    void showStep();
    void place();

    std::function<QWidget *(TourStep)> m_targetOf;
    TourWatch m_watch;
    TourMark *m_mark;
    QLabel *m_count;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_skip;
    QPushButton *m_end;
};

} // namespace bellwether
