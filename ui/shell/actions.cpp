#include "ui/shell/actions.h"

#include "ui/models/signaltablemodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace bellwether {

namespace {

using enum ActionId;
using Scope = ActionScope;

constexpr std::array actions{
    ActionSpec{ApproveSignal, "approveSignal", QT_TRANSLATE_NOOP("Actions", "Approve signal"), "approve", "A", Scope::Signals},
    ActionSpec{RejectSignal, "rejectSignal", QT_TRANSLATE_NOOP("Actions", "Reject signal…"), "reject", "R", Scope::Signals},
    ActionSpec{EditSignal, "editSignal", QT_TRANSLATE_NOOP("Actions", "Edit signal…"), "edit", "E", Scope::Signals},
    ActionSpec{UndoDecision, "undo", QT_TRANSLATE_NOOP("Actions", "Take the last decision back"), "", "Z", Scope::Signals},
    ActionSpec{ApproveAll, "approveAll", QT_TRANSLATE_NOOP("Actions", "Approve all…"), "", "Shift+A", Scope::Signals},
    ActionSpec{NextSignal, "nextSignal", QT_TRANSLATE_NOOP("Actions", "Next signal"), "", "J", Scope::Signals, false, true},
    ActionSpec{PreviousSignal, "previousSignal", QT_TRANSLATE_NOOP("Actions", "Previous signal"), "", "K", Scope::Signals, false, true},
    ActionSpec{NewOrder, "newOrder", QT_TRANSLATE_NOOP("Actions", "New order…"), "ticket", "F9", Scope::Trading},
    ActionSpec{BuySelected, "buy", QT_TRANSLATE_NOOP("Actions", "Buy the selected symbol…"), "", "B", Scope::Trading},
    ActionSpec{SellSelected, "sell", QT_TRANSLATE_NOOP("Actions", "Sell the selected symbol…"), "", "S", Scope::Trading},
    ActionSpec{ToggleAutoTrading, "autoTrading", QT_TRANSLATE_NOOP("Actions", "Auto-trade"), "auto", "Ctrl+Shift+A", Scope::Trading, true},
    ActionSpec{ToggleOneClick, "oneClick", QT_TRANSLATE_NOOP("Actions", "One-click trading"), "", "Ctrl+Shift+O", Scope::Trading, true},
    ActionSpec{ClosePosition, "closePosition", QT_TRANSLATE_NOOP("Actions", "Close position…"), "close", "Ctrl+W", Scope::Trading},
    ActionSpec{ReversePosition, "reversePosition", QT_TRANSLATE_NOOP("Actions", "Reverse position…"), "reverse", "Ctrl+R", Scope::Trading},
    ActionSpec{ProtectPosition, "protectPosition", QT_TRANSLATE_NOOP("Actions", "Stop and target of position…"), "shield", "Ctrl+G", Scope::Trading},
    ActionSpec{ModifyOrder, "modifyOrder", QT_TRANSLATE_NOOP("Actions", "Change order…"), "edit", "Ctrl+M", Scope::Trading},
    ActionSpec{CancelOrder, "cancelOrder", QT_TRANSLATE_NOOP("Actions", "Cancel order"), "cancel", "Ctrl+D", Scope::Trading},
    ActionSpec{CloseAllPositions, "closeAll", QT_TRANSLATE_NOOP("Actions", "Close all positions…"), "", "F6", Scope::Trading},
    ActionSpec{CancelAllOrders, "cancelAll", QT_TRANSLATE_NOOP("Actions", "Cancel all orders…"), "", "F7", Scope::Trading},
    ActionSpec{CompareBooks, "compareBooks", QT_TRANSLATE_NOOP("Actions", "Compare the books with the venue"), "", "", Scope::Trading},
    ActionSpec{KillSwitch, "kill", QT_TRANSLATE_NOOP("Actions", "Kill switch…"), "kill", "Ctrl+Shift+K", Scope::Trading},
    ActionSpec{ResetLatches, "resetLatches", QT_TRANSLATE_NOOP("Actions", "Reset after kill or halt…"), "reset", "", Scope::Trading},
    ActionSpec{PauseFeed, "pauseFeed", QT_TRANSLATE_NOOP("Actions", "Pause the market"), "pause", "F8", Scope::Feed, true},
    ActionSpec{StepFeed, "stepFeed", QT_TRANSLATE_NOOP("Actions", "One step"), "step", "Shift+F8", Scope::Feed, false, true},
    ActionSpec{StartReplay, "startReplay", QT_TRANSLATE_NOOP("Actions", "Replay a file of bars…"), "", "", Scope::Feed},
    ActionSpec{LeaveReplay, "leaveReplay", QT_TRANSLATE_NOOP("Actions", "Exit to live"), "", "", Scope::Feed},
    ActionSpec{ShowPanel1, "panel1", QT_TRANSLATE_NOOP("Actions", "Signals"), "", "Ctrl+1", Scope::Panels},
    ActionSpec{ShowPanel2, "panel2", QT_TRANSLATE_NOOP("Actions", "Chart"), "", "Ctrl+2", Scope::Panels},
    ActionSpec{ShowPanel3, "panel3", QT_TRANSLATE_NOOP("Actions", "Watchlist"), "", "Ctrl+3", Scope::Panels},
    ActionSpec{ShowPanel4, "panel4", QT_TRANSLATE_NOOP("Actions", "Positions"), "", "Ctrl+4", Scope::Panels},
    ActionSpec{ShowPanel5, "panel5", QT_TRANSLATE_NOOP("Actions", "Orders"), "", "Ctrl+5", Scope::Panels},
    ActionSpec{ShowPanel6, "panel6", QT_TRANSLATE_NOOP("Actions", "Fills"), "", "Ctrl+6", Scope::Panels},
    ActionSpec{ShowPanel7, "panel7", QT_TRANSLATE_NOOP("Actions", "Signal history"), "", "Ctrl+7", Scope::Panels},
    ActionSpec{ShowPanel8, "panel8", QT_TRANSLATE_NOOP("Actions", "Event log"), "", "Ctrl+8", Scope::Panels},
    ActionSpec{ShowExposure, "exposure", QT_TRANSLATE_NOOP("Actions", "Exposure and books"), "", "Ctrl+9", Scope::Panels},
    ActionSpec{ShowRisk, "risk", QT_TRANSLATE_NOOP("Actions", "Risk"), "", "Alt+2", Scope::Panels},
    ActionSpec{ShowShadow, "shadow", QT_TRANSLATE_NOOP("Actions", "Shadow ledger"), "", "Alt+3", Scope::Panels},
    ActionSpec{ShowStrategies, "strategies", QT_TRANSLATE_NOOP("Actions", "Strategies"), "", "Alt+4", Scope::Panels},
    ActionSpec{ShowDepth, "depth", QT_TRANSLATE_NOOP("Actions", "Depth ladder"), "", "Alt+5", Scope::Panels},
    ActionSpec{ShowConnections, "connections", QT_TRANSLATE_NOOP("Actions", "Connections"), "", "Alt+6", Scope::Panels},
    ActionSpec{NextPanel, "nextPanel", QT_TRANSLATE_NOOP("Actions", "Next panel"), "", "Ctrl+Tab", Scope::Panels, false, true},
    ActionSpec{PreviousPanel, "previousPanel", QT_TRANSLATE_NOOP("Actions", "Previous panel"), "", "Ctrl+Shift+Tab", Scope::Panels, false, true},
    ActionSpec{ShowBacktest, "backtest", QT_TRANSLATE_NOOP("Actions", "Backtest"), "backtest", "Ctrl+B", Scope::View, true},
    ActionSpec{FullScreen, "fullScreen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "fullscreen", "F11", Scope::View, true},
    ActionSpec{ToggleTheme, "toggleTheme", QT_TRANSLATE_NOOP("Actions", "Light theme"), "theme", "Ctrl+T", Scope::View, true},
    ActionSpec{GreenUp, "greenUp", QT_TRANSLATE_NOOP("Actions", "Green up, red down"), "", "", Scope::View, true},
    ActionSpec{RedUp, "redUp", QT_TRANSLATE_NOOP("Actions", "Red up, green down"), "", "", Scope::View, true},
    ActionSpec{BlueUp, "blueUp", QT_TRANSLATE_NOOP("Actions", "Blue up, orange down (colour-blind)"), "", "", Scope::View, true},
    ActionSpec{ToggleFlashing, "flashing", QT_TRANSLATE_NOOP("Actions", "Flash prices that change"), "", "", Scope::View, true},
    ActionSpec{CycleCosts, "cycleCosts", QT_TRANSLATE_NOOP("Actions", "Costs: gross, net, double"), "", "Ctrl+E", Scope::View},
    ActionSpec{TimesOfExchange, "timesExchange", QT_TRANSLATE_NOOP("Actions", "Times of the exchange"), "", "", Scope::View, true},
    ActionSpec{TimesUtc, "timesUtc", QT_TRANSLATE_NOOP("Actions", "Times in UTC"), "", "", Scope::View, true},
    ActionSpec{TimesLocal, "timesLocal", QT_TRANSLATE_NOOP("Actions", "Times of this place"), "", "", Scope::View, true},
    ActionSpec{OpenSettings, "settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "", "Ctrl+,", Scope::View},
    ActionSpec{ShowBackups, "backups", QT_TRANSLATE_NOOP("Actions", "Backups…"), "", "", Scope::View},
    ActionSpec{SaveLayout, "saveLayout", QT_TRANSLATE_NOOP("Actions", "Keep this layout…"), "layout", "", Scope::View},
    ActionSpec{ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "Reset the layout"), "layout", "", Scope::View},
    ActionSpec{LockWindow, "lock", QT_TRANSLATE_NOOP("Actions", "Lock the window"), "", "Ctrl+L", Scope::View, true},
    ActionSpec{CommandPalette, "palette", QT_TRANSLATE_NOOP("Actions", "Find a command, symbol or strategy…"), "", "Ctrl+K", Scope::Help},
    ActionSpec{SymbolSearch, "symbolSearch", QT_TRANSLATE_NOOP("Actions", "Find a symbol…"), "", "Ctrl+P", Scope::Help},
    ActionSpec{ShowKeys, "keys", QT_TRANSLATE_NOOP("Actions", "Keys…"), "keys", "?", Scope::Help},
    ActionSpec{ContextHelp, "contextHelp", QT_TRANSLATE_NOOP("Actions", "Keys of this panel…"), "", "F1", Scope::Help},
    ActionSpec{StartTour, "tour", QT_TRANSLATE_NOOP("Actions", "Tour of the desk"), "", "", Scope::Help},
    ActionSpec{Quit, "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "", "Ctrl+Q", Scope::Help},
};

bool hasWorkingOrder(const DeskSnapshot &snapshot)
{
    return snapshot.orders && std::any_of(snapshot.orders->begin(), snapshot.orders->end(), [](const OrderRow &row) {
        return isWorking(row.order.state());
    });
}

} // namespace

std::span<const ActionSpec> allActions() { return actions; }

QString actionText(const ActionSpec &spec) { return QCoreApplication::translate("Actions", spec.text); }

QString scopeText(ActionScope scope)
{
    switch (scope) {
    case ActionScope::Signals: return QCoreApplication::translate("Actions", "Signals");
    case ActionScope::Trading: return QCoreApplication::translate("Actions", "Trading");
    case ActionScope::Feed: return QCoreApplication::translate("Actions", "Market");
    case ActionScope::Panels: return QCoreApplication::translate("Actions", "Panels");
    case ActionScope::View: return QCoreApplication::translate("Actions", "View");
    case ActionScope::Help: return QCoreApplication::translate("Actions", "Help");
    }
    return {};
}

bool isRiskReducing(ActionId id)
{
    return id == ClosePosition || id == ProtectPosition || id == CancelOrder || id == CloseAllPositions || id == CancelAllOrders || id == KillSwitch;
}

bool isEnabled(ActionId id, const CommandState &state)
{
    if (state.isLocked && id != LockWindow && !isRiskReducing(id))
        return false;
    if (!state.snapshot)
        return id >= ShowPanel1; // and so no order either
    const DeskSnapshot &desk = *state.snapshot;
    const bool takesRisk = takesNewRisk(desk);
    switch (id) {
    case ApproveSignal: return state.canDecideSignal && (takesRisk || state.isExitSignal);
    case RejectSignal:
    case EditSignal: return state.canDecideSignal;
    case UndoDecision: return state.canUndo;
    case ApproveAll: return state.hasSignals && takesRisk;
    case NextSignal:
    case PreviousSignal: return state.hasSignals;
    case ToggleOneClick:
    case CompareBooks: return true;
    case ToggleAutoTrading: return desk.isAutoTrading || takesRisk; // switching off is always possible
    case ClosePosition:
    case ReversePosition:
    case ProtectPosition: return state.hasPosition;
    case ModifyOrder:
    case CancelOrder: return state.canCancelOrder;
    case CloseAllPositions: return !desk.positions.empty();
    case CancelAllOrders: return hasWorkingOrder(desk);
    case KillSwitch: return !desk.isKilled;
    case ResetLatches: return desk.isKilled || desk.isHalted || desk.state == EngineState::Degraded;
    case PauseFeed: return desk.mode != RunMode::Live && desk.health.feedState != u"finished";
    case StepFeed: return desk.mode != RunMode::Live && desk.health.feedState == u"paused";
    case StartReplay: return desk.mode != RunMode::Live;
    case LeaveReplay: return desk.health.feedFrom.isValid();
    case ShowPanel1:
    case ShowPanel2:
    case ShowPanel3:
    case ShowPanel4:
    case ShowPanel5:
    case ShowPanel6:
    case ShowPanel7:
    case ShowPanel8:
    case ShowExposure:
    case ShowRisk:
    case ShowShadow:
    case ShowStrategies:
    case ShowDepth:
    case ShowConnections:
    case NextPanel:
    case PreviousPanel:
    case LockWindow:
    case NewOrder:
    case BuySelected:
    case SellSelected:
    case ShowBacktest:
    case FullScreen:
    case ToggleTheme:
    case GreenUp:
    case RedUp:
    case BlueUp:
    case ToggleFlashing:
    case TimesOfExchange:
    case TimesUtc:
    case TimesLocal:
    case OpenSettings:
    case ShowBackups:
    case CycleCosts:
    case SaveLayout:
    case ResetLayout:
    case CommandPalette:
    case SymbolSearch:
    case ShowKeys:
    case ContextHelp:
    case StartTour:
    case Quit: return true;
    }
    return false;
}

} // namespace bellwether
