#include "ui/panels/signals/signalhistorypanel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

SignalHistoryPanel::SignalHistoryPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_model(new SignalHistoryModel(context.format, context.instruments, this)),
      m_table(new DataTable(context.theme, m_model, u"historyTable"_s, this))
{
    m_table->setAccessibleName(tr("Past signals"));
    m_table->setEmptyText(tr("No signal has been decided yet."));
    m_table->setColumnWidths({14, 10, 5, 8, 9, 9, 11, 26, 5, 23, 6});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
}

void SignalHistoryPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!snapshot.signalHistory || snapshot.signalHistory == m_shown)
        return;
    m_shown = snapshot.signalHistory;
    m_model->setRows(*m_shown);
}

} // namespace bellwether
