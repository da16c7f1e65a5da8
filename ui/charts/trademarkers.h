#pragma once

#include "core/desk/desksnapshot.h"

namespace bellwether {

/// A sign on the chart at a time and a price.
struct ChartMarker {
    enum class Kind { Buy, Sell, Short, Cover, SignalBuy, SignalSell };
    Kind kind = Kind::Buy;
    Timestamp time;
    Price price;
    QString text;          ///< quantity, reason, result; shown as tooltip
    bool isClosing = false;
    Timestamp entryTime;   ///< of the trade that a Sell or Cover closes
    Price entryPrice;
    double pnl = 0;
    SignalState state = SignalState::Pending; ///< of a signal

    bool operator==(const ChartMarker &) const = default;
};

/// Markers of one instrument's fills, oldest first: each strategy's book is followed from flat, so that a sale is told
/// from a short and an exit knows its entry. `fills` are newest first, as in a snapshot.
std::vector<ChartMarker> fillMarkers(const RowList<FillRow> &fills, const InstrumentId &instrument);

/// Markers of one instrument's signals, pending and past, each with what became of it, why, and every condition it was
/// raised on.
std::vector<ChartMarker> signalMarkers(const RowList<SignalRow> &signalRows, const InstrumentId &instrument);

} // namespace bellwether
