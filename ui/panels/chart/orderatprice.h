#pragma once

#include "ui/panels/panel.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace bellwether {

class DecimalEdit;

/// Asks once, in numbers, before an order at a price of the chart is sent: quantity, stop and target, what it is worth and
/// what it risks. The button names the deed. Sends through the desk and deletes itself.
class OrderAtPrice final : public QDialog {
    Q_OBJECT
public:
    OrderAtPrice(const PanelContext &context, const Instrument &instrument, const OrderRequest &request, Price last,
                 const Money &equity, QWidget *parent);

private:
    DecimalEdit *addPrice(const QString &name, Price price, bool canBeEmpty);
    Result<OrderRequest> request() const;
    void showWorth();
    void send();

    PanelContext m_context;
    Instrument m_instrument;
    OrderRequest m_request;
    Price m_last;
    DecimalEdit *m_quantity;
    DecimalEdit *m_price;
    DecimalEdit *m_stop;
    DecimalEdit *m_target;
    QLabel *m_worth;
    QPushButton *m_send;
};

} // namespace bellwether
