#include "ui/panels/orders/fillspanel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

FillsPanel::FillsPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_model(new FillTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"fillTable"_s, this))
{
    m_table->setAccessibleName(tr("Fills"));
    m_table->setEmptyText(tr("No fill yet."));
    m_table->setColumnWidths({8, 9, 5, 9, 9, 8, 7, 9, 15, 5});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
}

void FillsPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!snapshot.fills || snapshot.fills == m_shown)
        return;
    m_shown = snapshot.fills;
    m_model->setRows(*m_shown);
}

} // namespace bellwether
