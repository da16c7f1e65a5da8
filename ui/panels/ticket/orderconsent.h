#pragma once

#include "core/desk/tradingdesk.h"
#include "ui/models/format.h"

#include <QTimer>

namespace bellwether {

/// From where on an order is asked about even where orders go without a question. 0 switches a limit off. What must not
/// happen at all is a limit of the risk gate.
struct Precautions {
    double valuePercent = 10;    ///< of the equity
    double distancePercent = 2;  ///< of a limit or trigger from the last price
    double lots = 0;

    /// The limits that the order is beyond, as sentences.
    QStringList beyond(const OrderRequest &request, const OrderPreview &preview, const Instrument &instrument, Price last,
                       const Format &format) const;
};

/// Whether an order needs a question: always, but while one-click trading is armed and no precaution speaks against it.
/// Armed, it disarms itself after a time in which nothing was sent; it is never armed at a start.
class OrderConsent final : public QObject {
    Q_OBJECT
public:
    explicit OrderConsent(QObject *parent = nullptr);

    void setPrecautions(const Precautions &precautions) { m_precautions = precautions; }
    const Precautions &precautions() const { return m_precautions; }
    /// How long it stays armed without an order.
    void setIdle(std::chrono::milliseconds idle) { m_idle.setInterval(idle); }

    bool isArmed() const { return m_isArmed; }
    void setArmed(bool isArmed);
    /// An order went without a question: the time starts again.
    void touch();

Q_SIGNALS:
    void changed(bool isArmed);

private:
    Precautions m_precautions;
    bool m_isArmed = false;
    QTimer m_idle;
};

} // namespace bellwether
