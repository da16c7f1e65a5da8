#include "core/desk/desksnapshot.h"

using namespace Qt::StringLiterals;

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

QString toString(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Network: return u"network"_s;
    case ErrorClass::Api: return u"api"_s;
    case ErrorClass::Data: return u"data"_s;
    case ErrorClass::Trading: return u"trading"_s;
    case ErrorClass::System: return u"system"_s;
    }
    return {};
}

QString toString(ErrorRecovery recovery)
{
    switch (recovery) {
    case ErrorRecovery::Retry: return u"retry"_s;
    case ErrorRecovery::Delay: return u"delay"_s;
    case ErrorRecovery::Stop: return u"stop"_s;
    }
    return {};
}

QString toString(MemoryLevel level)
{
    switch (level) {
    case MemoryLevel::Low: return u"low"_s;
    case MemoryLevel::Medium: return u"medium"_s;
    case MemoryLevel::High: return u"high"_s;
    case MemoryLevel::Critical: return u"critical"_s;
    }
    return {};
}

} // namespace bellwether
