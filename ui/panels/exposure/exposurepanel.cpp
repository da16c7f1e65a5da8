#include "ui/panels/exposure/exposurepanel.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

ExposurePanel::ExposurePanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_model(new ExposureTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"exposureTable"_s, this)), m_by(new QComboBox(this))
{
    m_by->setObjectName(u"exposureBy"_s);
    m_by->setAccessibleName(tr("Exposure by"));
    m_by->addItem(tr("By strategy"), int(ExposureBy::Strategy));
    m_by->addItem(tr("By symbol"), int(ExposureBy::Symbol));
    m_by->addItem(tr("By sector"), int(ExposureBy::Sector));
    m_table->setAccessibleName(tr("Exposure"));
    m_table->setEmptyText(tr("Nothing is held and no signal was raised yet."));
    m_table->setColumnWidths({20, 4, 9, 9, 9, 8, 8, 8, 7, 8, 6, 6, 7, 7, 8, 7, 7});
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->addWidget(m_by);
    bar->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] { showGrouping(); });
}

void ExposurePanel::showGrouping()
{
    // A sector raises no signals.
    const bool hasSignals = ExposureBy(m_by->currentData().toInt()) != ExposureBy::Sector;
    for (int column = ExposureTableModel::RaisedColumn; column <= ExposureTableModel::DeniedColumn; ++column)
        m_table->setColumnHidden(column, !hasSignals);
    if (const auto snapshot = m_context.desk.snapshot())
        refresh(*snapshot);
}

void ExposurePanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (isVisible()) // it folds a thousand fills: only for those who look
        refresh(snapshot);
}

void ExposurePanel::refresh(const DeskSnapshot &snapshot)
{
    m_model->setRows(exposureRows(snapshot, m_context.instruments, ExposureBy(m_by->currentData().toInt())));
}

} // namespace bellwether
