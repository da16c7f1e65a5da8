#include "ui/charts/chartkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <array>

namespace bellwether {

namespace {

const std::array keys{
    ChartKey{ChartCommand::PanLeft, Qt::Key_Left, QT_TRANSLATE_NOOP("ChartKeys", "Scroll back")},
    ChartKey{ChartCommand::PanRight, Qt::Key_Right, QT_TRANSLATE_NOOP("ChartKeys", "Scroll forward")},
    ChartKey{ChartCommand::PanLeftFast, Qt::CTRL | Qt::Key_Left, QT_TRANSLATE_NOOP("ChartKeys", "Scroll back fast")},
    ChartKey{ChartCommand::PanRightFast, Qt::CTRL | Qt::Key_Right, QT_TRANSLATE_NOOP("ChartKeys", "Scroll forward fast")},
    ChartKey{ChartCommand::ZoomIn, Qt::Key_Plus, QT_TRANSLATE_NOOP("ChartKeys", "Zoom in")},
    ChartKey{ChartCommand::ZoomIn, Qt::Key_Equal, QT_TRANSLATE_NOOP("ChartKeys", "Zoom in")},
    ChartKey{ChartCommand::ZoomOut, Qt::Key_Minus, QT_TRANSLATE_NOOP("ChartKeys", "Zoom out")},
    ChartKey{ChartCommand::FirstBar, Qt::Key_Home, QT_TRANSLATE_NOOP("ChartKeys", "Go to the first bar")},
    ChartKey{ChartCommand::LastBar, Qt::Key_End, QT_TRANSLATE_NOOP("ChartKeys", "Go to the last bar")},
    ChartKey{ChartCommand::PageLeft, Qt::Key_PageUp, QT_TRANSLATE_NOOP("ChartKeys", "One screen back")},
    ChartKey{ChartCommand::PageRight, Qt::Key_PageDown, QT_TRANSLATE_NOOP("ChartKeys", "One screen forward")},
    ChartKey{ChartCommand::Reset, Qt::Key_0, QT_TRANSLATE_NOOP("ChartKeys", "Reset the view")},
    ChartKey{ChartCommand::Reset, Qt::ALT | Qt::Key_R, QT_TRANSLATE_NOOP("ChartKeys", "Reset the view")},
    ChartKey{ChartCommand::LogScale, Qt::ALT | Qt::Key_L, QT_TRANSLATE_NOOP("ChartKeys", "Logarithmic prices on or off")},
    ChartKey{ChartCommand::Invert, Qt::ALT | Qt::Key_I, QT_TRANSLATE_NOOP("ChartKeys", "Turn the price axis upside down")},
    ChartKey{ChartCommand::Percent, Qt::ALT | Qt::Key_P, QT_TRANSLATE_NOOP("ChartKeys", "Percent from the first bar in view")},
    ChartKey{ChartCommand::Magnet, Qt::ALT | Qt::Key_M, QT_TRANSLATE_NOOP("ChartKeys", "Crosshair sticks to open, high, low, close")},
    ChartKey{ChartCommand::FitOrders, Qt::ALT | Qt::Key_F, QT_TRANSLATE_NOOP("ChartKeys", "Fit orders and positions into the price axis, or not")},
    ChartKey{ChartCommand::TrendLine, Qt::ALT | Qt::Key_T, QT_TRANSLATE_NOOP("ChartKeys", "Draw a trend line")},
    ChartKey{ChartCommand::HorizontalLine, Qt::ALT | Qt::Key_H, QT_TRANSLATE_NOOP("ChartKeys", "Draw a horizontal line")},
    ChartKey{ChartCommand::HorizontalRay, Qt::ALT | Qt::Key_J, QT_TRANSLATE_NOOP("ChartKeys", "Draw a horizontal ray")},
    ChartKey{ChartCommand::VerticalLine, Qt::ALT | Qt::Key_V, QT_TRANSLATE_NOOP("ChartKeys", "Draw a vertical line")},
    ChartKey{ChartCommand::CrossLine, Qt::ALT | Qt::Key_C, QT_TRANSLATE_NOOP("ChartKeys", "Draw a cross line")},
    ChartKey{ChartCommand::Picture, Qt::ALT | Qt::SHIFT | Qt::Key_S, QT_TRANSLATE_NOOP("ChartKeys", "Picture of the chart")},
    ChartKey{ChartCommand::Cancel, Qt::Key_Escape, QT_TRANSLATE_NOOP("ChartKeys", "Leave the tool, put back what is dragged")},
    ChartKey{ChartCommand::Remove, Qt::Key_Delete, QT_TRANSLATE_NOOP("ChartKeys", "Remove the selected drawing")},
    ChartKey{ChartCommand::Undo, Qt::CTRL | Qt::Key_Z, QT_TRANSLATE_NOOP("ChartKeys", "Undo the last change of a drawing")},
    ChartKey{ChartCommand::Redo, Qt::CTRL | Qt::Key_Y, QT_TRANSLATE_NOOP("ChartKeys", "Redo it")},
    ChartKey{ChartCommand::Redo, Qt::CTRL | Qt::SHIFT | Qt::Key_Z, QT_TRANSLATE_NOOP("ChartKeys", "Redo it")},
};

} // namespace

std::span<const ChartKey> chartKeys() { return keys; }

QString chartKeyText(const ChartKey &key) { return QCoreApplication::translate("ChartKeys", key.text); }

std::optional<ChartCommand> commandOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    for (const Qt::KeyboardModifiers modifiers : {held, held & ~Qt::ShiftModifier}) {
        const QKeyCombination pressed(modifiers, Qt::Key(event.key()));
        for (const ChartKey &key : keys) {
            if (key.key == pressed)
                return key.command;
        }
    }
    return {};
}

} // namespace bellwether
