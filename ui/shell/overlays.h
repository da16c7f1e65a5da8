#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace bellwether {

/// Lies over a whole window and keeps its size.
class Overlay : public QWidget {
    Q_OBJECT
public:
    explicit Overlay(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// The frame around a window in which orders leave without a question. The mouse goes through it.
class OneClickFrame final : public Overlay {
    Q_OBJECT
public:
    OneClickFrame(const Theme &theme, QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

/// Covers a window that its trader has left: nothing of the account is seen, and the mouse reaches nothing below.
class LockScreen final : public Overlay {
    Q_OBJECT
public:
    LockScreen(const Theme &theme, QWidget *window);

Q_SIGNALS:
    void unlockWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace bellwether
