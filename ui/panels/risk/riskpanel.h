#pragma once

#include "ui/models/limittablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

class QLabel;
class QSlider;

namespace bellwether {

/// Every limit with what is used of it, what a move of the market would do, and the kill switch rehearsed: what it would
/// cancel and close now, and the receipt of what it did.
class RiskPanel final : public Panel {
    Q_OBJECT
public:
    explicit RiskPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    /// Keeps the receipt of the kill switch.
    void showReceipt(const QString &receipt);

private:
    void showWhatIf();
    void rehearse();

    TradingDesk &m_desk;
    Format m_format;
    LimitTableModel *m_model;
    DataTable *m_table;
    QSlider *m_move;
    QLabel *m_whatIf;
    QLabel *m_kill;
};

} // namespace bellwether
