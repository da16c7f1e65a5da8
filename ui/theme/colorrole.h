#pragma once

namespace bellwether {

/// What a colour is for. Widgets, delegates and charts ask for a role; only the palette knows colours.
enum class ColorRole {
    Window,          ///< behind the panels
    Surface,         ///< tables, charts
    Raised,          ///< headers, buttons, hovered rows
    Border,
    Grid,            ///< chart grid
    Text,
    TextMuted,       ///< captions, axis labels, stale values
    Accent,          ///< focus, links, the chosen tab
    AccentText,      ///< text on Accent
    Selection,       ///< selected row
    Gain,
    Loss,
    Warning,
    GainFill,        ///< approve button, up tag
    LossFill,        ///< reject and kill button, down tag
    FillText,        ///< text on GainFill, LossFill, Armed, Paper, Live
    Armed,           ///< auto-trade is on
    Paper,           ///< banner of paper accounts
    Live,            ///< banner of live accounts
    CandleUp,
    CandleDown,
    VolumeUp,
    VolumeDown,
    Crosshair,
    Tag,             ///< crosshair tags on the axes
    TagText,
    FlashUp,         ///< tint of a cell that just rose
    FlashDown,
    Line1,           ///< indicator lines, in the order they are added
    Line2,
    Line3,
    Line4,
    Line5,
    Line6,
};
inline constexpr int colorRoleCount = int(ColorRole::Line6) + 1;

} // namespace bellwether
