#pragma once

#include "ui/models/watchtablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

namespace bellwether {

/// The watchlist with a filter line; the selected instrument is the one the chart shows.
class WatchlistPanel final : public Panel {
    Q_OBJECT
public:
    explicit WatchlistPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    void select(const InstrumentId &instrument);
    void setFlashing(bool isOn) { m_model->setFlashing(isOn); }
    DataTable *table() const { return m_table; }

Q_SIGNALS:
    void instrumentChosen(const bellwether::InstrumentId &instrument);

private:
    WatchTableModel *m_model;
    DataTable *m_table;
};

} // namespace bellwether
