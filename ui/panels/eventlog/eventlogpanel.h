#pragma once

#include "ui/models/eventlogmodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// The event log with a filter by words and by severity.
class EventLogPanel final : public Panel {
    Q_OBJECT
public:
    explicit EventLogPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &) override {}
    void append(const std::vector<DeskEvent> &events) { m_model->append(events); }

private:
    EventLogModel *m_model;
    DataTable *m_table;
};

} // namespace bellwether
