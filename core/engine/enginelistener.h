#pragma once

#include "core/desk/tradingdesk.h"

namespace bellwether {

/// Who is told what an engine did, as it happens and on its thread. Everything else travels in snapshots.
class EngineListener {
public:
    virtual ~EngineListener() = default;
    /// Whether events, signals and orders are to be told; fills always are. A backtest reads fills alone and saves the
    /// making of the texts.
    virtual bool wantsNarration() const { return true; }
    virtual void onDeskEvent(const DeskEvent &) {}
    virtual void onFill(const FillRow &) {}
    virtual void onSignal(const SignalRow &) {}  ///< raised, and every change of state
    virtual void onOrder(const OrderRow &) {}    ///< planned, and every change of state
};

} // namespace bellwether
