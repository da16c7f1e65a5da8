#pragma once

namespace bellwether {

/// Whether a window can be opened: asked before QApplication, which would abort where it cannot. A platform chosen by
/// QT_QPA_PLATFORM that needs no display (offscreen, minimal, vnc, …) counts as reachable.
bool isDisplayReachable();

} // namespace bellwether
