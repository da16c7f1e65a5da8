#pragma once

#include "core/desk/desksnapshot.h"

namespace bellwether {

/// What a strategy or an indicator says of itself (title, help, help of a parameter, label of a condition) in the language of
/// the window; words that nobody has translated, such as those of a strategy of the user's own, as they are.
QString declaredText(QStringView text);

/// `volume ratio 1.43 ≥ 1.2` with its label in the language of the window.
QString reasonText(const ReasonText &reason);

} // namespace bellwether
