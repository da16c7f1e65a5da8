#pragma once

#include "ui/charts/chartlayer.h"
#include "ui/charts/drawings/drawingshape.h"

#include <QUndoStack>

class QLineEdit;

namespace bellwether {

/// The drawings of one chart. A tool is placed by clicks or by one drag, drawings are selected by a click and moved by
/// their handles or as a whole; Shift keeps a line level, upright or at 45°, Ctrl drags a copy. Every change is one step
/// of the undo stack.
class DrawingLayer final : public ChartLayer {
    Q_OBJECT
public:
    /// `canvas` is the chart: it carries the editor of texts.
    DrawingLayer(const Theme &theme, QWidget *canvas);

    const std::vector<Drawing> &drawings() const { return m_drawings; }
    /// Those of another symbol; the undo steps of the one before are gone.
    void setDrawings(std::vector<Drawing> drawings);
    std::optional<DrawingKind> tool() const { return m_tool; }
    /// The next clicks place a drawing of this kind; none leaves the tool.
    void setTool(std::optional<DrawingKind> tool);
    /// Points stick to open, high, low and close.
    void setMagnet(bool isOn) { m_hasMagnet = isOn; }
    bool hasSelection() const { return m_selected.has_value(); }
    void removeSelected();
    void removeAll();
    QUndoStack &undoStack() { return m_undo; }

    void paint(QPainter &painter, const ChartSpace &space) override;
    bool isPlacing() const override { return m_tool.has_value(); }
    bool press(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    void move(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    std::optional<Qt::CursorShape> hover(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    bool doubleClick(QPointF at, const ChartSpace &space) override;
    bool cancel() override;

Q_SIGNALS:
    void toolChanged();
    /// The drawings are others than before: by hand, undo or redo.
    void drawingsChanged();

private:
    class Change;
    struct Grip {
        QPointF from;
        std::vector<Drawing> before;
        std::vector<ChartPoint> points;    ///< of what is moved, as they were
        std::optional<std::size_t> handle; ///< none: the whole drawing moves
        bool isMoving = false;
    };

    ChartPoint pointAt(QPointF at, const ChartSpace &space) const;
    QPointF constrained(QPointF at, QPointF anchor, Qt::KeyboardModifiers modifiers) const;
    void begin(QPointF at, const ChartSpace &space);
    void stretch(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space);
    void finish(const ChartSpace &space);
    void completePosition(Drawing &drawing, const ChartSpace &space) const;
    std::optional<std::size_t> drawingAt(QPointF at, const ChartSpace &space) const;
    void apply(std::vector<Drawing> drawings);
    void push(std::vector<Drawing> before, const QString &text);
    void drag(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space);
    /// `index`: the drawing in the list whose text it is; none for a new one.
    void editText(const Drawing &drawing, std::optional<std::size_t> index, const ChartSpace &space);
    void closeEditor();
    QFontMetrics metrics() const;

    const Theme &m_theme;
    QWidget *m_canvas;
    QUndoStack m_undo;
    std::vector<Drawing> m_drawings;
    std::optional<std::size_t> m_selected;
    std::optional<std::size_t> m_hovered;
    std::optional<DrawingKind> m_tool;
    std::optional<Drawing> m_draft;   ///< being placed
    QPointF m_draftFrom;
    std::optional<Grip> m_grip;
    QLineEdit *m_editor = nullptr;
    bool m_hasMagnet = false;
    bool m_isSecondPress = false;
};

} // namespace bellwether
