#pragma once

#include "core/desk/workrequest.h"
#include "ui/panels/panel.h"

#include <QTimer>

#include <memory>

namespace Ui {
class OrderTicket;
}

namespace bellwether {

class DecimalEdit;

/// The order ticket: what is to be sent, what it would cost and risk, and what the risk gate would say to it before it
/// is sent. Ctrl+Enter or the button, which names the deed, asks once in numbers; Esc empties the ticket and leaves.
class TicketPanel final : public Panel {
    Q_OBJECT
public:
    explicit TicketPanel(const PanelContext &context, QWidget *parent = nullptr);
    ~TicketPanel() override;

    void applySnapshot(const DeskSnapshot &snapshot) override;
    void applyAnswer(const CommandAnswer &answer);
    void applyPreview(const OrderPreview &preview);
    /// Begins a new order; the keyboard goes to the quantity. A limit price other than zero makes it a limit order.
    void start(Side side, const InstrumentId &instrument, Price limit = {});
    /// The order as it stands. Errors: what an editor refuses; OutOfRange for stop or target on the wrong side.
    Result<OrderRequest> request() const;
    /// The worked order as it stands, where one is chosen. Errors: what an editor refuses, and those of parseWorkRequest().
    Result<WorkRequest> workRequest() const;
    void send();

Q_SIGNALS:
    void leaveWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectForm();
    void setSide(Side side);
    void setInstrument(const InstrumentId &instrument);
    void clear();
    void takePrice(const DeskSnapshot &snapshot);
    /// The least that the venue takes at the last price.
    Quantity leastQuantity() const;
    void setShare(double percent);
    void changed();
    void askPreview();
    void showPreview();
    void showFields();
    void showFigures();
    bool canBePreviewed() const;
    /// The kind of worked order that is chosen; none for a plain order.
    std::optional<WorkKind> workKind() const;
    /// The first order that it would send, for the preview; none where it sends none at once.
    std::optional<OrderRequest> firstOrderOf(const WorkRequest &work) const;
    void sendWork(const WorkRequest &work);
    Product product() const;
    void showSend();
    Result<Price> priceOf(const DecimalEdit *edit) const;
    QString deed() const;

    PanelContext m_context;
    std::unique_ptr<Ui::OrderTicket> m_ui;
    const Instrument *m_instrument = nullptr;
    Side m_side = Side::Buy;
    Price m_last;
    Money m_equity;
    QTimer m_ask;                       ///< a preview is asked for once the typing rests
    CommandId m_asked = 0;
    std::optional<OrderPreview> m_preview; ///< of the ticket as it stands; none while it is on its way
    CommandId m_sent = 0;
};

} // namespace bellwether
