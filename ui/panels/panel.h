#pragma once

#include "core/desk/tradingdesk.h"
#include "ui/models/format.h"
#include "ui/models/instrumentlookup.h"

#include <QWidget>

namespace bellwether {

class CostSwitch;
class OrderConsent;

/// What every panel is built with. References outlive the panels.
struct PanelContext {
    TradingDesk &desk;
    const Theme &theme;
    Format format;
    InstrumentLookup instruments;
    OrderConsent *consent = nullptr; ///< null: every order is asked about
    CostSwitch *costs = nullptr;     ///< null: profits are before costs
};

/// The content of a dock. Builds its widgets in the constructor and changes them only in applySnapshot().
class Panel : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual void applySnapshot(const DeskSnapshot &snapshot) = 0;
    /// Instrument of the row that is chosen here; empty where there is none.
    virtual InstrumentId chosenInstrument() const { return {}; }

Q_SIGNALS:
    /// A sentence for the status bar: what was refused, what was done.
    void notice(const QString &text);
};

} // namespace bellwether
