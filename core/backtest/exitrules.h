#pragma once

#include "core/base/result.h"

#include <optional>

namespace bellwether {

/// How far a stop or target stands from the price of the signal.
struct ExitDistance {
    enum class Kind {
        Default,  ///< with risk sizing the strategy's, else that of the limits; with other sizing none
        None,
        Strategy, ///< what the signal brings, else none
        Percent,  ///< `amount` percent of the price
        Atr,      ///< `amount` average true ranges of 14 bars
    };
    Kind kind = Kind::Default;
    double amount = 0;

    bool isDistance() const { return kind == Kind::Percent || kind == Kind::Atr; }
    /// In price units; NaN where it is no distance, or one in ranges while the range is not known.
    double of(double price, double range) const;
    bool operator==(const ExitDistance &) const = default;
};
/// `none`, `strategy`, `2%`, `1.5atr`. Errors: InvalidArgument with the value and what was expected.
Result<ExitDistance> parseExitDistance(QStringView text);
/// Of a trailing stop or a gain: `2%`, `1.5atr`, `none`. Errors: likewise.
Result<ExitDistance> parseMoveDistance(QStringView text);
QString toString(const ExitDistance &distance);

/// Exits beside the strategy's own signals. With a stop and a target in one bar the stop is taken to come first; a stop
/// that moves does so between bars.
struct ExitRules {
    ExitDistance stop;
    ExitDistance target;
    ExitDistance trail{ExitDistance::Kind::None};     ///< the stop follows the best price since the entry, never back
    ExitDistance breakeven{ExitDistance::Kind::None}; ///< a gain from the entry that moves the stop there
    std::optional<int> timeStopMinutes;  ///< of every position; 0 never; none: as the limits say, for intraday categories

    bool isDefault() const { return *this == ExitRules(); }
    bool operator==(const ExitRules &) const = default;
};

} // namespace bellwether
