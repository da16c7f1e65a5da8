#pragma once

#include "ui/models/filltablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// Fills, newest on top.
class FillsPanel final : public Panel {
    Q_OBJECT
public:
    explicit FillsPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;

private:
    FillTableModel *m_model;
    DataTable *m_table;
    RowListPtr<FillRow> m_shown;
};

} // namespace bellwether
