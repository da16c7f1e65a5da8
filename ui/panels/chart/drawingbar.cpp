#include "ui/panels/chart/drawingbar.h"

#include "ui/charts/chartkeys.h"

#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// The key that starts a tool, as text; empty where it has none.
QString keyOf(DrawingKind kind)
{
    const auto command = kind == DrawingKind::TrendLine ? std::optional(ChartCommand::TrendLine)
        : kind == DrawingKind::HorizontalLine           ? std::optional(ChartCommand::HorizontalLine)
        : kind == DrawingKind::HorizontalRay            ? std::optional(ChartCommand::HorizontalRay)
        : kind == DrawingKind::VerticalLine             ? std::optional(ChartCommand::VerticalLine)
        : kind == DrawingKind::CrossLine                ? std::optional(ChartCommand::CrossLine)
                                                        : std::nullopt;
    for (const ChartKey &key : chartKeys()) {
        if (command == key.command)
            return QKeySequence(key.key).toString(QKeySequence::NativeText);
    }
    return {};
}

} // namespace

DrawingBar::DrawingBar(const Theme &theme, DrawingLayer &layer, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layer(layer)
{
    setObjectName(u"drawingBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, 4, 2, 4);
    column->setSpacing(0);
    m_pointer = addButton(column, u"draw_none"_s, u"drawselect"_s, tr("Select and pan (Esc)"));
    m_pointer->setCheckable(true);
    connect(m_pointer, &QToolButton::clicked, this, [this] {
        m_layer.setTool({});
        show({});
    });
    for (const DrawingInfo &info : drawingInfos()) {
        const QString key = info.kind == DrawingKind::Measure ? tr("Shift+click") : keyOf(info.kind);
        const QString name = textOf(info.kind);
        QToolButton *button = addButton(column, u"draw_"_s + QString::fromLatin1(info.id), QString::fromLatin1(info.icon),
                                        key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key));
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, kind = info.kind] {
            m_layer.setTool(m_layer.tool() == kind ? std::nullopt : std::optional(kind));
            show(m_layer.tool());
        });
        m_tools.push_back(button);
    }
    column->addSpacing(4);
    QToolButton *undo = addButton(column, u"drawUndo"_s, u"undo"_s, tr("Undo (Ctrl+Z)"));
    QToolButton *redo = addButton(column, u"drawRedo"_s, u"redo"_s, tr("Redo (Ctrl+Y)"));
    QToolButton *remove = addButton(column, u"drawRemove"_s, u"delete"_s, tr("Remove the selected drawing (Delete)"));
    column->addStretch(1);
    QUndoStack &stack = layer.undoStack();
    connect(undo, &QToolButton::clicked, &stack, &QUndoStack::undo);
    connect(redo, &QToolButton::clicked, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QToolButton::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QToolButton::setEnabled);
    connect(remove, &QToolButton::clicked, this, [this] { m_layer.removeSelected(); });
    connect(&layer, &ChartLayer::changed, remove, [this, remove] { remove->setEnabled(m_layer.hasSelection()); });
    connect(&layer, &DrawingLayer::toolChanged, this, [this] { show(m_layer.tool()); });
    undo->setEnabled(false);
    redo->setEnabled(false);
    remove->setEnabled(false);
    connect(&theme, &Theme::changed, this, [this] { retheme(); });
    retheme();
    show({});
}

QToolButton *DrawingBar::addButton(QVBoxLayout *column, const QString &name, const QString &icon, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("kind", u"flat"_s);
    button->setProperty("iconName", icon);
    button->setIconSize(QSize(16, 16));
    button->setFixedSize(26, 24);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::TabFocus);
    column->addWidget(button);
    return button;
}

void DrawingBar::show(std::optional<DrawingKind> tool)
{
    m_pointer->setChecked(!tool);
    for (std::size_t i = 0; i < m_tools.size(); ++i)
        m_tools[i]->setChecked(tool == DrawingKind(int(i)));
}

void DrawingBar::retheme()
{
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIcon(m_theme.icon(button->property("iconName").toString()));
}

} // namespace bellwether
