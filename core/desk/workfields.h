#pragma once

#include "core/desk/workrequest.h"

#include <span>

namespace bellwether {

/// One thing that a kind of worked order asks for. Forms and listings are made from these; the word of `key` and a value is what
/// parseWorkRequest() reads.
struct WorkField {
    enum class Type {
        Level,     ///< a price
        Size,      ///< a quantity
        Distance,  ///< `1.5`, `2%`, `1.5atr`
        Minutes,
        Seconds,
        Count,
        Share,     ///< 0…1
        Timeframe,
        Holding,   ///< a strategy whose book holds the instrument
        Condition, ///< one of the words above, below, at, or indicator with more or less; `key` is empty
        Exit,      ///< `yes` where it closes what is held and never opens
    };
    const char *key;
    Type type;
    bool isNeeded = true;
    const char *fallback = ""; ///< what a form starts with; empty for nothing
};

/// A kind of worked order as it is declared.
struct WorkKindInfo {
    WorkKind kind;
    bool hasSide;              ///< buys or sells; else its side is that of the holding, or both
    bool hasQuantity;
    bool startsAtOnce;         ///< its first order leaves when it is started
    std::span<const WorkField> fields;
};
std::span<const WorkKindInfo> allWorkKinds();
const WorkKindInfo &infoOf(WorkKind kind);

} // namespace bellwether
