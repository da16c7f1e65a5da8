#pragma once

#include "core/base/rng.h"

#include <QEventLoop>
#include <QKeySequence>
#include <QPointer>
#include <QWindow>

#include <functional>

namespace bellwether::test {

/// Random hands on every window of the program: keys (shortcuts among them), clicks, drags, wheels, context menus. Events
/// go the way of the platform's own, so that popups, grabs and nested loops meet them as they meet a user's. The same seed
/// gives the same events as long as the windows are the same.
class Monkey final : public QObject {
    Q_OBJECT
public:
    Monkey(std::uint64_t seed, QList<QKeySequence> shortcuts);

    /// Plays `count` events, with `between` called after each, and comes back when every popup and modal dialog is gone.
    void play(int count, std::function<void(int)> between);
    /// The last events in words, oldest first, for a report.
    QStringList trail() const { return m_trail; }

private:
    void next();
    void act();
    void press(QWindow *window, int key, Qt::KeyboardModifiers modifiers, const QString &text);
    void pressKey(QWindow *window);
    void mouse(QWindow *window, QPointF at, QEvent::Type type, Qt::MouseButton button);
    void click(QWindow *window);
    void drag(QWindow *window);
    void wheel(QWindow *window);
    bool leaveNested();
    QWindow *somewhere();
    QPointF pointIn(const QWindow *window);
    Qt::KeyboardModifiers modifiers();
    void note(const QString &text);

    Rng m_rng;
    QList<QKeySequence> m_shortcuts;
    std::function<void(int)> m_between;
    QEventLoop *m_loop = nullptr;
    bool m_isTold = qEnvironmentVariableIsSet("BELLWETHER_MONKEY_TRACE");
    QStringList m_trail;
    int m_left = 0;
    int m_done = 0;
    int m_timestamp = 0;
};

} // namespace bellwether::test
