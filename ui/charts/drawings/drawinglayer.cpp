#include "ui/charts/drawings/drawinglayer.h"

#include <QLineEdit>
#include <QUndoCommand>
#include <QWidget>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double clickReach = 4; ///< a press and release within this are a click
constexpr double textPointSize = 9;

} // namespace

/// One step back or forth: the drawings before and after it.
class DrawingLayer::Change final : public QUndoCommand {
public:
    Change(DrawingLayer &layer, std::vector<Drawing> before, std::vector<Drawing> after, const QString &text)
        : QUndoCommand(text), m_layer(layer), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_layer.apply(m_before); }
    void redo() override { m_layer.apply(m_after); }

private:
    DrawingLayer &m_layer;
    std::vector<Drawing> m_before;
    std::vector<Drawing> m_after;
};

DrawingLayer::DrawingLayer(const Theme &theme, QWidget *canvas) : ChartLayer(canvas), m_theme(theme), m_canvas(canvas) {}

QFontMetrics DrawingLayer::metrics() const
{
    QFont font = m_canvas->font();
    font.setPointSizeF(textPointSize);
    return QFontMetrics(font);
}

void DrawingLayer::apply(std::vector<Drawing> drawings)
{
    m_drawings = std::move(drawings);
    if (m_selected && *m_selected >= m_drawings.size())
        m_selected.reset();
    m_hovered.reset();
    Q_EMIT drawingsChanged();
    Q_EMIT changed();
}

void DrawingLayer::push(std::vector<Drawing> before, const QString &text)
{
    if (before != m_drawings)
        m_undo.push(new Change(*this, std::move(before), m_drawings, text));
}

void DrawingLayer::setDrawings(std::vector<Drawing> drawings)
{
    cancel();
    m_undo.clear();
    m_selected.reset();
    m_hovered.reset();
    m_drawings = std::move(drawings);
    Q_EMIT changed();
}

void DrawingLayer::setTool(std::optional<DrawingKind> tool)
{
    if (tool == m_tool && !m_draft)
        return;
    m_draft.reset();
    m_tool = tool;
    m_selected.reset();
    m_hovered.reset();
    Q_EMIT toolChanged();
    Q_EMIT changed();
}

void DrawingLayer::removeSelected()
{
    if (!m_selected)
        return;
    std::vector<Drawing> before = m_drawings;
    m_drawings.erase(m_drawings.begin() + std::ptrdiff_t(*m_selected));
    m_selected.reset();
    push(std::move(before), tr("Remove drawing"));
}

void DrawingLayer::removeAll()
{
    std::vector<Drawing> before = std::exchange(m_drawings, {});
    m_selected.reset();
    push(std::move(before), tr("Remove all drawings"));
}

ChartPoint DrawingLayer::pointAt(QPointF at, const ChartSpace &space) const
{
    const double price = space.priceAt(at.y());
    return {space.timeAt(at.x()), m_hasMagnet ? space.nearestPrice(at.x(), price) : price};
}

QPointF DrawingLayer::constrained(QPointF at, QPointF anchor, Qt::KeyboardModifiers modifiers) const
{
    if (!modifiers.testFlag(Qt::ShiftModifier))
        return at;
    const QPointF way = at - anchor;
    const double step = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(way.y(), way.x()) / step) * step;
    const double length = way.x() * std::cos(angle) + way.y() * std::sin(angle);
    return anchor + QPointF(std::cos(angle), std::sin(angle)) * length;
}

std::optional<std::size_t> DrawingLayer::drawingAt(QPointF at, const ChartSpace &space) const
{
    if (!space.plot().contains(at.toPoint()))
        return {};
    const QFontMetrics font = metrics();
    for (std::size_t i = m_drawings.size(); i-- > 0;) {
        const DrawingShape shape = shapeOf(m_drawings[i], space, font);
        if (isHit(shape, at) || (m_selected == i && handleAt(shape, at)))
            return i;
    }
    return {};
}

void DrawingLayer::paint(QPainter &painter, const ChartSpace &space)
{
    const QFont small = painter.font();
    QFont font = m_canvas->font();
    font.setPointSizeF(textPointSize);
    painter.setFont(font);
    painter.save();
    painter.setClipRect(space.plot(), Qt::IntersectClip);
    const QFontMetrics sizes(font);
    for (std::size_t i = 0; i < m_drawings.size(); ++i)
        paintShape(painter, m_theme, shapeOf(m_drawings[i], space, sizes), m_selected == i || m_hovered == i);
    if (m_draft)
        paintShape(painter, m_theme, shapeOf(*m_draft, space, sizes), true);
    painter.restore();
    painter.setFont(small);
}

void DrawingLayer::begin(QPointF at, const ChartSpace &space)
{
    const DrawingInfo &info = infoOf(*m_tool);
    const ChartPoint point = pointAt(at, space);
    m_draft = Drawing{info.kind, std::vector<ChartPoint>(std::size_t(info.points), point), {}};
    m_draftFrom = at;
    if (info.kind == DrawingKind::LongPosition || info.kind == DrawingKind::ShortPosition)
        completePosition(*m_draft, space);
}

void DrawingLayer::completePosition(Drawing &drawing, const ChartSpace &space) const
{
    // A stop a twelfth of the view away, a target at twice that, a fifth of the view wide: to be pulled where they belong.
    const QRect plot = space.plot();
    const QPointF entry = space.at(drawing.points[0].time, drawing.points[0].price);
    const double upward = space.priceAt(entry.y() - 1) > drawing.points[0].price ? -1 : 1; // in pixels
    const double step = plot.height() / 12.0 * (drawing.kind == DrawingKind::LongPosition ? upward : -upward);
    const Timestamp end = space.timeAt(entry.x() + plot.width() / 5.0);
    drawing.points[1] = {end, space.priceAt(entry.y() + 2 * step)};
    drawing.points[2] = {end, space.priceAt(entry.y() - step)};
}

void DrawingLayer::stretch(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space)
{
    if (m_draft && infoOf(m_draft->kind).clicks == 2)
        m_draft->points[1] = pointAt(constrained(at, m_draftFrom, modifiers), space);
}

void DrawingLayer::finish(const ChartSpace &space)
{
    const Drawing drawing = *std::exchange(m_draft, {});
    m_tool.reset();
    m_isSecondPress = false;
    if (drawing.kind == DrawingKind::Text) {
        editText(drawing, {}, space);
    } else {
        std::vector<Drawing> before = m_drawings;
        m_drawings.push_back(drawing);
        m_selected = m_drawings.size() - 1;
        push(std::move(before), textOf(drawing.kind));
    }
    Q_EMIT toolChanged();
    Q_EMIT changed();
}

void DrawingLayer::editText(const Drawing &drawing, std::optional<std::size_t> index, const ChartSpace &space)
{
    closeEditor();
    m_editor = new QLineEdit(drawing.text, m_canvas);
    m_editor->setObjectName(u"drawingText"_s);
    m_editor->setAccessibleName(tr("Text of the drawing"));
    m_editor->setPlaceholderText(tr("Text, then Enter"));
    m_editor->resize(220, m_editor->sizeHint().height());
    const QPointF at = space.at(drawing.points[0].time, drawing.points[0].price);
    m_editor->move(int(std::min(at.x(), double(space.plot().right() - m_editor->width()))), int(at.y()) - m_editor->height() / 2);
    m_editor->show();
    m_editor->setFocus();
    m_editor->selectAll();
    connect(m_editor, &QLineEdit::editingFinished, this, [this, drawing, index] {
        if (!m_editor)
            return;
        const QString text = m_editor->text().trimmed();
        closeEditor();
        if (text.isEmpty())
            return;
        std::vector<Drawing> before = m_drawings;
        if (!index)
            m_drawings.push_back(drawing);
        const std::size_t place = index.value_or(m_drawings.size() - 1);
        m_drawings[place].text = text;
        m_selected = place;
        push(std::move(before), tr("Text"));
    });
}

void DrawingLayer::closeEditor()
{
    if (QLineEdit *editor = std::exchange(m_editor, nullptr)) {
        editor->hide();
        editor->deleteLater();
        m_canvas->setFocus();
    }
}

bool DrawingLayer::press(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space)
{
    if (!space.plot().contains(at.toPoint()))
        return false;
    const auto hit = drawingAt(at, space);
    if (!m_tool && !hit && modifiers.testFlag(Qt::ShiftModifier))
        setTool(DrawingKind::Measure);
    if (m_tool) {
        m_isSecondPress = m_draft.has_value();
        if (m_draft)
            stretch(at, modifiers, space);
        else
            begin(at, space);
        Q_EMIT changed();
        return true;
    }
    if (m_selected != hit)
        Q_EMIT changed();
    m_selected = hit;
    if (!hit)
        return false;
    m_grip = Grip{at, m_drawings, m_drawings[*hit].points, handleAt(shapeOf(m_drawings[*hit], space, metrics()), at), false};
    return true;
}

void DrawingLayer::move(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space)
{
    if (m_draft) {
        stretch(at, modifiers, space);
    } else if (m_grip && m_selected) {
        if (!m_grip->isMoving && (at - m_grip->from).manhattanLength() < clickReach)
            return;
        if (!std::exchange(m_grip->isMoving, true) && modifiers.testFlag(Qt::ControlModifier)) {
            m_drawings.push_back(m_drawings[*m_selected]);
            m_selected = m_drawings.size() - 1;
        }
        drag(at, modifiers, space);
    }
    Q_EMIT changed();
}

void DrawingLayer::drag(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space)
{
    Drawing &drawing = m_drawings[*m_selected];
    const std::vector<ChartPoint> &points = m_grip->points;
    if (m_grip->handle) {
        const std::size_t handle = *m_grip->handle;
        const std::size_t other = handle == 0 ? points.size() - 1 : 0;
        const QPointF anchor = space.at(points[other].time, points[other].price);
        drawing.points[handle] = pointAt(drawing.points.size() == 2 ? constrained(at, anchor, modifiers) : at, space);
        if (drawing.points.size() == 3 && handle > 0) // target and stop of a position end together
            drawing.points[3 - handle].time = drawing.points[handle].time;
        return;
    }
    QPointF way = at - m_grip->from;
    if (modifiers.testFlag(Qt::ShiftModifier))
        (std::fabs(way.x()) > std::fabs(way.y()) ? way.ry() : way.rx()) = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF place = space.at(points[i].time, points[i].price) + way;
        drawing.points[i] = {space.timeAt(place.x()), space.priceAt(place.y())};
    }
}

void DrawingLayer::release(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space)
{
    if (m_draft) {
        const bool isDrag = (at - m_draftFrom).manhattanLength() >= clickReach;
        stretch(at, modifiers, space);
        if (infoOf(m_draft->kind).clicks == 1 || m_isSecondPress || isDrag)
            finish(space);
        return;
    }
    if (auto grip = std::exchange(m_grip, {}); grip && grip->isMoving)
        push(std::move(grip->before), tr("Move drawing"));
}

std::optional<Qt::CursorShape> DrawingLayer::hover(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space)
{
    if (m_tool) {
        if (m_draft) {
            stretch(at, modifiers, space);
            Q_EMIT changed();
        }
        return space.plot().contains(at.toPoint()) ? std::optional(Qt::CrossCursor) : std::nullopt;
    }
    const auto under = drawingAt(at, space);
    if (under != std::exchange(m_hovered, under))
        Q_EMIT changed();
    if (!under)
        return {};
    return handleAt(shapeOf(m_drawings[*under], space, metrics()), at) ? Qt::SizeAllCursor : Qt::PointingHandCursor;
}

bool DrawingLayer::doubleClick(QPointF at, const ChartSpace &space)
{
    if (m_tool)
        return true;
    const auto hit = drawingAt(at, space);
    if (hit && m_drawings[*hit].kind == DrawingKind::Text)
        editText(m_drawings[*hit], hit, space);
    return hit.has_value();
}

bool DrawingLayer::cancel()
{
    if (m_editor) {
        closeEditor();
        return true;
    }
    if (auto grip = std::exchange(m_grip, {}); grip && grip->isMoving) {
        apply(std::move(grip->before));
        return true;
    }
    if (m_tool) {
        setTool({});
        return true;
    }
    const bool wasSelected = std::exchange(m_selected, {}).has_value();
    if (wasSelected)
        Q_EMIT changed();
    return wasSelected;
}

} // namespace bellwether
