#pragma once

#include "core/base/rng.h"
#include "ui/charts/pricechart.h"

#include <QApplication>
#include <QTest>

namespace bellwether::test {

/// A random walk of minutes from 20,000, closing every minute after 2020-09-13T12:27:00Z.
inline ChartUpdate historyOf(std::size_t count, std::uint64_t seed = 5)
{
    Rng rng(seed);
    auto bars = std::make_shared<BarColumns>();
    double price = 20'000;
    for (std::size_t i = 0; i < count; ++i) {
        const double open = price;
        price *= 1 + 0.001 * rng.normal();
        bars->append(BarPoint{Timestamp::fromSeconds(1'600'000'020 + std::int64_t(i) * 60), open, std::max(open, price) * 1.0004,
                              std::min(open, price) * 0.9996, price, rng.uniform(1, 50)});
    }
    ChartUpdate update;
    update.history = bars;
    return update;
}

/// What a hand does with a mouse over a widget.
class Hands {
public:
    explicit Hands(QWidget *widget) : m_widget(widget) {}

    void wheel(QPointF at, QPoint delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWheelEvent event(at, m_widget->mapToGlobal(at), {}, delta, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_widget, &event);
    }
    void send(QEvent::Type type, QPointF at, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QMouseEvent event(type, at, m_widget->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          buttons, modifiers);
        QApplication::sendEvent(m_widget, &event);
    }
    void press(QPointF at, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        send(QEvent::MouseButtonPress, at, Qt::LeftButton, modifiers);
    }
    void move(QPointF at, Qt::MouseButtons buttons = Qt::LeftButton, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        send(QEvent::MouseMove, at, buttons, modifiers);
    }
    void release(QPointF at, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        send(QEvent::MouseButtonRelease, at, Qt::NoButton, modifiers);
    }
    void click(QPointF at, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        press(at, modifiers);
        release(at, modifiers);
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        press(from, modifiers);
        move((from + to) / 2, Qt::LeftButton, modifiers);
        move(to, Qt::LeftButton, modifiers);
        release(to, modifiers);
    }

private:
    QWidget *m_widget;
};

} // namespace bellwether::test
