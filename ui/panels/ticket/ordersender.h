#pragma once

#include "ui/panels/panel.h"

#include <map>

namespace bellwether {

/// Sends orders that are complete without a ticket: asks the desk what would become of one, then the trader once in
/// numbers, or nobody while one-click trading is armed and no precaution speaks against it.
class OrderSender final : public QObject {
    Q_OBJECT
public:
    /// Questions open beside the window of `owner`.
    OrderSender(const PanelContext &context, QWidget *owner);

    void send(const OrderRequest &request);

Q_SIGNALS:
    /// Why it is not sent, or what became of it.
    void notice(const QString &text);

private:
    void take(const OrderPreview &preview);

    PanelContext m_context;
    QWidget *m_owner;
    std::map<CommandId, OrderRequest> m_asked;
};

/// `BUY 0.5 BTCUSDT at 86,400.00 or better: value …, costs …`: what is asked before an order leaves. `beyond` are the
/// precautions that it breaks.
QString orderQuestion(const PanelContext &context, const OrderRequest &request, const OrderPreview &preview, const QStringList &beyond);
/// `Send BUY 0.5 BTCUSDT`.
QString orderDeed(const PanelContext &context, const OrderRequest &request);
/// The precautions that an order breaks.
QStringList orderCautions(const PanelContext &context, const OrderRequest &request, const OrderPreview &preview);

} // namespace bellwether
