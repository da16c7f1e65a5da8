#pragma once

#include "core/desk/tradingdesk.h"

#include <QTimer>

namespace bellwether::cli {

/// Prints what a desk does: status lines and events for people, or one JSON object per line (`signal`, `order`, `fill`,
/// `status`, and a last `summary`).
class DeskPrinter : public QObject {
    Q_OBJECT
public:
    /// Without `hasStatus` there are no lines by wall time, so that the output of a replay at full speed depends on
    /// its data alone.
    DeskPrinter(TradingDesk &desk, bool isJson, bool isQuiet, bool hasStatus);
    /// The last line. `seconds` is wall time, told to people only.
    void printSummary(double seconds);

private:
    void printStatus();
    void printEvents(const std::vector<DeskEvent> &events) const;

    TradingDesk &m_desk;
    bool m_isJson;
    bool m_isQuiet;
    QTimer m_statusTimer;
};

} // namespace bellwether::cli
