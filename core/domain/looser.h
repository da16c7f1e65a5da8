#pragma once

namespace bellwether {

/// In which direction a limit lets more risk pass; a zero that switches a limit off is its loosest value.
enum class LooserWhen { Higher, Lower, HigherOrZero, Neither, Either };

/// Whether a limit of `now` would let more risk pass as `then`.
constexpr bool isLooser(LooserWhen when, double now, double then)
{
    switch (when) {
    case LooserWhen::Higher: return then > now;
    case LooserWhen::Lower: return then < now;
    case LooserWhen::HigherOrZero: return now != 0 && (then == 0 || then > now);
    case LooserWhen::Neither: return false;
    case LooserWhen::Either: return then != now;
    }
    return true;
}

} // namespace bellwether
