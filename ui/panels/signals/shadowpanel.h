#pragma once

#include "ui/models/shadowtablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

class QLabel;

namespace bellwether {

/// The shadow ledger: what the trader's no, and the clock's, saved or cost.
class ShadowPanel final : public Panel {
    Q_OBJECT
public:
    explicit ShadowPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;

private:
    void showSum();

    Format m_format;
    ShadowTableModel *m_model;
    DataTable *m_table;
    QLabel *m_sum;
    std::shared_ptr<const std::vector<ShadowRow>> m_shown;
};

} // namespace bellwether
