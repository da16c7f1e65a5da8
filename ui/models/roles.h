#pragma once

#include <Qt>

namespace bellwether {

/// What the table models answer beside Qt's own roles.
enum ModelRole {
    SortRole = Qt::UserRole, ///< the number behind the text
    ToneRole,                ///< Tone as int
    FlashRole,               ///< +1 just rose, −1 just fell, 0 neither
    ProgressRole,            ///< 0…1 where the cell has a bar behind its text (confidence, time left); else invalid
    StaleRole,               ///< true where the row's data is old
    TrailRole,               ///< the last prices as std::vector<double>, oldest first, for a sparkline
    BusyRole,                ///< true while a command on the row is under way
};

} // namespace bellwether
