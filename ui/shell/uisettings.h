#pragma once

#include "core/base/settings.h"

namespace bellwether::uisettings {

/// What the window keeps between runs. Layouts are base64 of Qt's own states.
inline constexpr Setting<QString> costs{u"ui.costs", u"net", u"profits before costs (gross), with them (net) or with twice their amount (twice)"};
inline constexpr Setting<QString> theme{u"ui.theme", u"dark", u"dark or light"};
inline constexpr Setting<QString> upDown{u"ui.up_down_colors", u"green-red", u"green-red, red-green or blue-orange"};
inline constexpr Setting<bool> flashing{u"ui.flash_changes", true, u"flash prices that change"};
inline constexpr Setting<int> undoSeconds{u"ui.undo_seconds", 2, {0, 10}, u"seconds in which a decision can be taken back"};
inline constexpr Setting<int> oneClickIdle{u"ui.one_click_idle_minutes", 5, {1, 240}, u"minutes without an order after which one-click trading disarms itself"};
inline constexpr Setting<double> cautionValue{u"ui.caution_value_percent", 10, {0, 1'000}, u"ask about an order above this share of the equity even with one click; 0 is never"};
inline constexpr Setting<double> cautionDistance{u"ui.caution_distance_percent", 2, {0, 100}, u"ask about an order further than this from the last price; 0 is never"};
inline constexpr Setting<double> cautionLots{u"ui.caution_lots", 0, {0, 1'000'000'000}, u"ask about an order of more lots than this; 0 is never"};
inline constexpr Setting<bool> sounds{u"ui.sounds", true, u"sound when a signal arrives or is about to expire"};
inline constexpr Setting<QString> language{u"ui.language", u"en", u"language of the window"};
inline constexpr Setting<QString> grouping{u"ui.number_grouping", u"market", u"digits grouped as the market does, by lakh and crore, or by thousands"};
inline constexpr Setting<QString> timeZone{u"ui.time_zone", u"exchange", u"clock of every time shown: that of the exchange, utc, or local"};
inline constexpr Setting<QString> namedLayouts{u"ui.named_layouts", u"", u"layouts kept by name"};
inline constexpr Setting<QString> monitorLayouts{u"ui.monitor_layouts", u"", u"the last layout on each set of monitors"};
inline constexpr Setting<QString> watchlists{u"ui.watchlists", u"", u"watchlists by name"};
inline constexpr Setting<int> shownWatchlist{u"ui.shown_watchlist", 0, {0, 1'000}, u"watchlist in view; 0 is all symbols"};
inline constexpr Setting<QString> geometry{u"ui.geometry", u"", u"place and size of the window"};
inline constexpr Setting<QString> layout{u"ui.layout", u"", u"places of the panels"};
inline constexpr Setting<QString> instrument{u"ui.chart_instrument", u"", u"instrument of the chart"};
inline constexpr Setting<QString> timeframe{u"ui.chart_timeframe", u"1m", u"timeframe of the chart"};
inline constexpr Setting<QString> indicators{u"ui.chart_indicators", u"ema:9 ema:21", u"indicators of the chart"};
inline constexpr Setting<QString> charts{u"ui.charts", u"", u"looks and drawings of the charts"};
inline constexpr Setting<bool> tourSeen{u"ui.tour_seen", false, u"the tour of the desk was shown"};
inline constexpr Setting<QString> backtest{u"ui.backtest", u"", u"set-up of the backtest panel"};

} // namespace bellwether::uisettings
