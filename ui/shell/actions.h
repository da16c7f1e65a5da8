#pragma once

#include "core/desk/desksnapshot.h"

#include <QKeySequence>

#include <span>

namespace bellwether {

/// Every command of the window.
enum class ActionId {
    ApproveSignal,
    RejectSignal,
    EditSignal,
    UndoDecision,
    ApproveAll,
    NextSignal,
    PreviousSignal,
    NewOrder,
    BuySelected,
    SellSelected,
    ToggleAutoTrading,
    ToggleOneClick,
    ClosePosition,
    ReversePosition,
    ProtectPosition,
    ModifyOrder,
    CancelOrder,
    CloseAllPositions,
    CancelAllOrders,
    CompareBooks,
    KillSwitch,
    ResetLatches,
    PauseFeed,
    StepFeed,
    StartReplay,
    LeaveReplay,
    ShowPanel1,
    ShowPanel2,
    ShowPanel3,
    ShowPanel4,
    ShowPanel5,
    ShowPanel6,
    ShowPanel7,
    ShowPanel8,
    ShowExposure,
    ShowRisk,
    ShowShadow,
    ShowStrategies,
    ShowDepth,
    ShowConnections,
    NextPanel,
    PreviousPanel,
    ShowBacktest,
    FullScreen,
    ToggleTheme,
    GreenUp,
    RedUp,
    BlueUp,
    ToggleFlashing,
    CycleCosts,
    TimesOfExchange,
    TimesUtc,
    TimesLocal,
    OpenSettings,
    ShowBackups,
    SaveLayout,
    ResetLayout,
    LockWindow,
    CommandPalette,
    SymbolSearch,
    ShowKeys,
    ContextHelp,
    StartTour,
    Quit,
};

/// Which part of the window a command belongs to; menus and the page of keys are grouped by it.
enum class ActionScope { Signals, Trading, Feed, Panels, View, Help };

/// One row of the table of commands.
struct ActionSpec {
    ActionId id;
    const char *name;     ///< object name and settings key
    const char *text;     ///< translated in context "Actions"
    const char *icon;     ///< symbol of resources/icons; empty for none
    const char *shortcut; ///< portable text, the trader may choose another; empty for none
    ActionScope scope;
    bool isCheckable = false;
    bool canRepeat = false; ///< a key held down repeats it
};

std::span<const ActionSpec> allActions();
QString actionText(const ActionSpec &spec);
QString scopeText(ActionScope scope);

/// What the state of the desk and of the selections says about which commands can run.
struct CommandState {
    DeskSnapshotPtr snapshot;     ///< null before the first
    bool canDecideSignal = false; ///< one is selected, pending and not on its way
    bool isExitSignal = false;
    bool hasSignals = false;
    bool canUndo = false;         ///< a decision is still held
    bool hasPosition = false;     ///< one is selected
    bool canCancelOrder = false;  ///< a working one is selected
    bool isLocked = false;        ///< only what reduces risk can run
};

/// Takes risk away: works while a question or another window of ours is open.
bool isRiskReducing(ActionId id);

/// Whether the command can run now. What reduces risk is never refused for a halt, a kill or a mode.
bool isEnabled(ActionId id, const CommandState &state);

} // namespace bellwether
