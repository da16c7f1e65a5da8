#pragma once

#include "ui/models/signalhistorymodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// What became of past signals, newest on top.
class SignalHistoryPanel final : public Panel {
    Q_OBJECT
public:
    explicit SignalHistoryPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;

private:
    SignalHistoryModel *m_model;
    DataTable *m_table;
    RowListPtr<SignalRow> m_shown;
};

} // namespace bellwether
