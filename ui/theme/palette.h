#pragma once

#include "ui/theme/colorrole.h"

#include <QColor>
#include <QStringView>

#include <span>
#include <utility>

namespace bellwether {

enum class ColorScheme { Dark, Light };
/// Which colours mean up and down: green/red, red/green (East Asia), blue/orange (told apart by every common form of
/// colour blindness).
enum class UpDownColors { GreenUp, RedUp, BlueUp };

/// The one table of colours.
QColor paletteColor(ColorRole role, ColorScheme scheme, UpDownColors upDown);
/// The role's name as bellwether.qss writes it between at signs: `@surface@`.
QStringView paletteName(ColorRole role);

/// Every pair of (text, background) the window draws; each must differ in contrast by at least 4.5 : 1.
std::span<const std::pair<ColorRole, ColorRole>> textPairs();
/// Contrast ratio of WCAG 2.1 (1 … 21), https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace bellwether
