#pragma once

#include "ui/models/watchtablemodel.h"
#include "ui/panels/panel.h"
#include "ui/panels/watchlist/watchlists.h"
#include "ui/widgets/datatable.h"

class QComboBox;

namespace bellwether {

/// Watchlists with a filter; choosing a row chooses the chart's instrument. Rows are put in order by dragging, or with
/// Alt+Up and Alt+Down.
class WatchlistPanel final : public Panel {
    Q_OBJECT
public:
    explicit WatchlistPanel(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    void select(const InstrumentId &instrument);
    void setFlashing(bool isOn) { m_model->setFlashing(isOn); }
    DataTable *table() const { return m_table; }
    void setLists(Watchlists lists, int shown);
    const Watchlists &lists() const { return m_lists; }
    int shownList() const;

Q_SIGNALS:
    void instrumentChosen(const bellwether::InstrumentId &instrument);

private:
    void fillNames(int shown);
    void fillMenu(QMenu *menu);
    void refresh(const DeskSnapshot &snapshot);
    void move(int from, int before);
    void step(int rows);

    TradingDesk &m_desk;
    WatchTableModel *m_model;
    DataTable *m_table;
    QComboBox *m_names;
    Watchlists m_lists;
};

} // namespace bellwether
