#include "tests/ui/shell/monkey.h"

#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QFileDialog>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;

namespace bellwether::test {

namespace {

constexpr int trailLength = 40;

constexpr std::array plainKeys{Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Escape, Qt::Key_Return, Qt::Key_Space,    Qt::Key_Up,   Qt::Key_Down,
                               Qt::Key_Left,   Qt::Key_Right,   Qt::Key_Home,   Qt::Key_End,    Qt::Key_PageUp,   Qt::Key_PageDown,
                               Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Plus, Qt::Key_Minus,  Qt::Key_Enter,    Qt::Key_F1,
                               Qt::Key_F2,     Qt::Key_F4,      Qt::Key_F6,     Qt::Key_F7,     Qt::Key_F8,       Qt::Key_F9,
                               Qt::Key_F10,    Qt::Key_F11,     Qt::Key_Menu};

} // namespace

Monkey::Monkey(std::uint64_t seed, QList<QKeySequence> shortcuts) : m_rng(seed), m_shortcuts(std::move(shortcuts)) {}

void Monkey::play(int count, std::function<void(int)> between)
{
    m_left = count;
    m_between = std::move(between);
    QEventLoop loop;
    m_loop = &loop;
    QMetaObject::invokeMethod(this, &Monkey::next, Qt::QueuedConnection);
    loop.exec();
    m_loop = nullptr;
}

void Monkey::next()
{
    if (m_loop == nullptr)
        return;
    // Before the event: one that opens a loop of its own is followed by the next inside of that loop.
    QMetaObject::invokeMethod(this, &Monkey::next, Qt::QueuedConnection);
    if (m_left == 0) {
        if (!leaveNested())
            m_loop->quit();
        return;
    }
    --m_left;
    act();
    m_between(++m_done);
}

// A dialog of files could touch the disk: it is turned away.
bool Monkey::leaveNested()
{
    if (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
        return true;
    }
    if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
        dialog->reject();
        return true;
    }
    return false;
}

void Monkey::act()
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (auto *files = qobject_cast<QFileDialog *>(each); files && files->isVisible()) {
            note(u"files turned away"_s);
            files->reject();
            return;
        }
    }
    QWindow *window = somewhere();
    if (window == nullptr)
        return;
    switch (m_rng.below(10)) {
    case 0:
    case 1:
    case 2:
    case 3: pressKey(window); break;
    case 4:
    case 5:
    case 6: click(window); break;
    case 7: drag(window); break;
    case 8: wheel(window); break;
    default: mouse(window, pointIn(window), QEvent::MouseMove, Qt::NoButton); break;
    }
}

QWindow *Monkey::somewhere()
{
    if (QWidget *popup = QApplication::activePopupWidget(); popup && m_rng.below(10) != 0)
        return popup->windowHandle();
    if (QWidget *modal = QApplication::activeModalWidget(); modal && m_rng.below(10) != 0)
        return modal->windowHandle();
    QList<QWindow *> shown;
    for (QWindow *window : QGuiApplication::topLevelWindows()) {
        if (window->isVisible() && window->type() != Qt::ToolTip)
            shown.append(window);
    }
    // The one in front most of the time, as with a person.
    if (QWindow *front = QGuiApplication::focusWindow(); front && front->isVisible() && m_rng.below(3) != 0)
        return front;
    return shown.isEmpty() ? nullptr : shown[qsizetype(m_rng.below(std::uint64_t(shown.size())))];
}

QPointF Monkey::pointIn(const QWindow *window)
{
    return QPointF(m_rng.uniform(0, std::max(1, window->width())), m_rng.uniform(0, std::max(1, window->height()))).toPoint();
}

Qt::KeyboardModifiers Monkey::modifiers()
{
    switch (m_rng.below(8)) {
    case 0: return Qt::ShiftModifier;
    case 1: return Qt::ControlModifier;
    case 2: return Qt::AltModifier;
    default: return Qt::NoModifier;
    }
}

void Monkey::press(QWindow *window, int key, Qt::KeyboardModifiers held, const QString &text)
{
    const QPointer<QWindow> alive(window);
    note(u"key "_s + QKeySequence(key | int(held)).toString());
    qt_handleKeyEvent(window, QEvent::KeyPress, key, held, text);
    if (alive)
        qt_handleKeyEvent(window, QEvent::KeyRelease, key, held, text);
}

void Monkey::pressKey(QWindow *window)
{
    const auto kind = m_rng.below(10);
    if (kind < 3 && !m_shortcuts.isEmpty()) {
        const QKeyCombination keys = m_shortcuts[qsizetype(m_rng.below(std::uint64_t(m_shortcuts.size())))][0];
        const bool isLetter = keys.key() >= Qt::Key_A && keys.key() <= Qt::Key_Z && keys.keyboardModifiers() == Qt::NoModifier;
        press(window, keys.key(), keys.keyboardModifiers(), isLetter ? QString(QChar(u'a' + keys.key() - Qt::Key_A)) : QString());
    } else if (kind < 6) {
        press(window, plainKeys[m_rng.below(plainKeys.size())], modifiers(), {});
    } else if (kind < 8) {
        const auto digit = int(m_rng.below(10));
        press(window, Qt::Key_0 + digit, modifiers(), QString::number(digit));
    } else {
        const auto letter = int(m_rng.below(26));
        press(window, Qt::Key_A + letter, modifiers(), QString(QChar(u'a' + letter)));
    }
}

void Monkey::mouse(QWindow *window, QPointF at, QEvent::Type type, Qt::MouseButton button)
{
    const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? Qt::MouseButtons(button)
        : type == QEvent::MouseMove                                ? Qt::MouseButtons(button)
                                                                   : Qt::MouseButtons(Qt::NoButton);
    m_timestamp += 120;
    qt_handleMouseEvent(window, at, window->mapToGlobal(at), held, type == QEvent::MouseMove ? Qt::NoButton : button, type,
                        QGuiApplication::keyboardModifiers(), m_timestamp);
}

void Monkey::click(QWindow *window)
{
    const QPointer<QWindow> alive(window);
    const QPointF at = pointIn(window);
    const Qt::MouseButton button = m_rng.below(6) == 0 ? Qt::RightButton : m_rng.below(20) == 0 ? Qt::MiddleButton : Qt::LeftButton;
    const bool isDouble = m_rng.below(6) == 0;
    note(u"%1 %2,%3 button %4 in %5"_s.arg(isDouble ? u"double click"_s : u"click"_s).arg(at.x()).arg(at.y()).arg(int(button)).arg(window->title()));
    mouse(window, at, QEvent::MouseMove, Qt::NoButton);
    for (int i = 0; i < (isDouble ? 2 : 1); ++i) {
        if (alive)
            mouse(window, at, QEvent::MouseButtonPress, button);
        if (alive)
            mouse(window, at, QEvent::MouseButtonRelease, button);
    }
}

void Monkey::drag(QWindow *window)
{
    const QPointer<QWindow> alive(window);
    const QPointF from = pointIn(window);
    const QPointF to = m_rng.below(2) == 0 ? pointIn(window) : from + QPointF(m_rng.uniform(-60, 60), m_rng.uniform(-60, 60)).toPoint();
    note(u"drag %1,%2 to %3,%4 in %5"_s.arg(from.x()).arg(from.y()).arg(to.x()).arg(to.y()).arg(window->title()));
    mouse(window, from, QEvent::MouseMove, Qt::NoButton);
    mouse(window, from, QEvent::MouseButtonPress, Qt::LeftButton);
    for (const double share : {0.3, 0.7, 1.0}) {
        if (alive)
            mouse(window, (from + (to - from) * share).toPoint(), QEvent::MouseMove, Qt::LeftButton);
    }
    if (alive)
        mouse(window, to, QEvent::MouseButtonRelease, Qt::LeftButton);
}

void Monkey::wheel(QWindow *window)
{
    const QPointF at = pointIn(window);
    const QPoint delta = m_rng.below(6) == 0 ? QPoint(m_rng.below(2) == 0 ? 120 : -120, 0) : QPoint(0, m_rng.below(2) == 0 ? 120 : -120);
    note(u"wheel %1,%2"_s.arg(at.x()).arg(at.y()));
    QWheelEvent event(at, window->mapToGlobal(at), {}, delta, Qt::NoButton, modifiers(), Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(window, &event);
}

void Monkey::note(const QString &text)
{
    m_trail.append(text);
    if (m_isTold) // what came before a crash
        std::fprintf(stderr, "%d %s\n", m_done, qUtf8Printable(text));
    if (m_trail.size() > trailLength)
        m_trail.removeFirst();
}

} // namespace bellwether::test
