#pragma once

#include <QString>

namespace bellwether {

enum class Side { Buy, Sell };

constexpr Side opposite(Side side) { return side == Side::Buy ? Side::Sell : Side::Buy; }
/// +1 for a buy, −1 for a sell.
constexpr int signOf(Side side) { return side == Side::Buy ? 1 : -1; }
/// `buy`, `sell`, as written in journals and reports.
inline QString toString(Side side) { return side == Side::Buy ? QStringLiteral("buy") : QStringLiteral("sell"); }

} // namespace bellwether
