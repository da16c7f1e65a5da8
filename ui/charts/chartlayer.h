#pragma once

#include "ui/charts/chartspace.h"

#include <QObject>
#include <QPainter>

namespace bellwether {

/// Something that lives over the prices of a chart and has hands of its own: drawings, order lines. The chart paints its
/// layers over the finished plot, and asks the topmost first whether a press belongs to it; the one that takes a press
/// gets the moves up to the release.
class ChartLayer : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// `painter` is clipped to the prices and the strip of their axis.
    virtual void paint(QPainter &painter, const ChartSpace &space) = 0;
    /// It is placing something: every press over the prices is its own, whatever lies above.
    virtual bool isPlacing() const { return false; }
    /// True where the press with the left button is the layer's.
    virtual bool press(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) = 0;
    virtual void move(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) = 0;
    virtual void release(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) = 0;
    /// The pointer moves with no button down. The cursor to show where something of the layer is under it.
    virtual std::optional<Qt::CursorShape> hover(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) = 0;
    virtual bool doubleClick(QPointF, const ChartSpace &) { return false; }
    /// Esc: puts back what is being moved, leaves what is being placed. True where there was something.
    virtual bool cancel() { return false; }
    virtual QString toolTip(QPointF, const ChartSpace &) { return {}; }
    /// Prices that autoscale should show.
    virtual std::vector<double> prices() const { return {}; }

Q_SIGNALS:
    /// The layer looks different now.
    void changed();
};

} // namespace bellwether
