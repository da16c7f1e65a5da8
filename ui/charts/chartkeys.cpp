#include "ui/charts/chartkeys.h"

#include <QCoreApplication>

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
};

} // namespace

std::span<const ChartKey> chartKeys() { return keys; }

QString chartKeyText(const ChartKey &key) { return QCoreApplication::translate("ChartKeys", key.text); }

} // namespace bellwether
