#pragma once

#include "ui/panels/panel.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace bellwether {

class DecimalEdit;
class DepthLadder;
class OrderSender;

/// The order book of the instrument that the chart shows, with our orders in it. Asks the desk for the book only while
/// it is in view.
class DepthPanel final : public Panel {
    Q_OBJECT
public:
    explicit DepthPanel(const PanelContext &context, QWidget *parent = nullptr);

    void applySnapshot(const DeskSnapshot &snapshot) override;
    void show(const InstrumentId &instrument);
    const InstrumentId &instrument() const { return m_instrument; }
    DepthLadder *ladder() const { return m_ladder; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void applyDepth(const DepthUpdate &update);
    void subscribe(bool isOn);
    void setStep();
    void place(Side side, OrderType type, Price price);
    void showHint();

    PanelContext m_context;
    InstrumentId m_instrument;
    const Instrument *m_details = nullptr;
    DepthLadder *m_ladder;
    OrderSender *m_sender;
    QLabel *m_symbol;
    DecimalEdit *m_quantity;
    QComboBox *m_grouping;
    QToolButton *m_follow;
    QLabel *m_hint;
    QLabel *m_totals;
    RowListPtr<OrderRow> m_orders;
    std::int64_t m_usualTicks = 0;  ///< a row, by the book itself; 0 until the first one came
    bool m_isSubscribed = false;
};

} // namespace bellwether
