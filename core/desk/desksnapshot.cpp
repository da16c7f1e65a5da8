#include "core/desk/desksnapshot.h"

namespace bellwether {

QString toString(RunMode mode)
{
    switch (mode) {
    case RunMode::Backtest: return QStringLiteral("backtest");
    case RunMode::Paper: return QStringLiteral("paper");
    case RunMode::Live: return QStringLiteral("live");
    }
    return {};
}

QString toString(EngineState state)
{
    switch (state) {
    case EngineState::Idle: return QStringLiteral("idle");
    case EngineState::Starting: return QStringLiteral("starting");
    case EngineState::Running: return QStringLiteral("running");
    case EngineState::Degraded: return QStringLiteral("degraded");
    case EngineState::Stopping: return QStringLiteral("stopping");
    case EngineState::Stopped: return QStringLiteral("stopped");
    case EngineState::Faulted: return QStringLiteral("faulted");
    }
    return {};
}

} // namespace bellwether
