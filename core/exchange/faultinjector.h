#pragma once

#include "core/exchange/faultscript.h"

#include <QElapsedTimer>

namespace bellwether::exchange {

/// The script of a running venue with the time since it was put in.
class FaultInjector {
public:
    FaultInjector() { m_since.start(); }

    /// Counters and time begin anew.
    void setScript(FaultScript script)
    {
        m_script = std::move(script);
        m_since.restart();
    }
    std::vector<FaultAction> at(FaultPoint point, const QString &target, const QString &account = {}, const QByteArray &method = {})
    {
        if (m_script.isEmpty())
            return {};
        return m_script.at({point, method, target, account, std::chrono::nanoseconds(m_since.nsecsElapsed())});
    }
    std::vector<FaultAction> due() { return m_script.due(std::chrono::nanoseconds(m_since.nsecsElapsed())); }
    FaultScript &script() { return m_script; }
    const FaultScript &script() const { return m_script; }

private:
    FaultScript m_script;
    QElapsedTimer m_since;
};

} // namespace bellwether::exchange
