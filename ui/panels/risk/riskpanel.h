#pragma once

#include "ui/models/limittablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

#include <map>

class QLabel;
class QSlider;

namespace bellwether {

class KillReceipt;

/// Every limit with what is used of it, changed by a double click or Enter; what a move of the market would do; and the kill
/// switch: rehearsed, and its receipt.
class RiskPanel final : public Panel {
    Q_OBJECT
public:
    explicit RiskPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    void applyAnswer(const CommandAnswer &answer);
    /// Keeps the receipt of the kill switch.
    void showReceipt(const QString &receipt);

Q_SIGNALS:
    /// The desk took a new limit; the next start shall begin with it.
    void limitChanged(const QString &key, double value);

private:
    void showWhatIf();
    void askLimit(int row);

    TradingDesk &m_desk;
    Format m_format;
    LimitTableModel *m_model;
    DataTable *m_table;
    QSlider *m_move;
    QLabel *m_whatIf;
    KillReceipt *m_kill;
    std::map<CommandId, LimitChange> m_asked;
};

} // namespace bellwether
