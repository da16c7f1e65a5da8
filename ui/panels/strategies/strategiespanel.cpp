#include "ui/panels/strategies/strategiespanel.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

StrategiesPanel::StrategiesPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_model(new StrategyTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"strategyTable"_s, this))
{
    auto *filter = new QLineEdit(this);
    filter->setObjectName(u"strategyFilter"_s);
    filter->setPlaceholderText(tr("Filter by strategy or symbol"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    m_table->setAccessibleName(tr("Strategies"));
    m_table->setEmptyText(tr("No strategy runs on this desk."));
    m_table->cells().setButtons(StrategyTableModel::ActionColumn,
                                {{u"pause"_s, tr("On or off"), ColorRole::Text}, {u"auto"_s, tr("With or without auto-trading"), ColorRole::Warning}});
    m_table->setColumnWidths({20, 10, 7, 13, 6, 9, 8, 8, 7, 7, 11, 4});
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->addWidget(filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->filter().setWords(text); });
    connect(m_table, &DataTable::buttonClicked, this, [this](int row, int button) { toggle(row, button == 1); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { toggle(row, false); });
}

void StrategiesPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (isVisible()) // it folds the fills: only for those who look
        m_model->setRows(strategyLines(snapshot));
}

void StrategiesPanel::toggle(int row, bool isAutomatic)
{
    const StrategyRow &strategy = m_model->row(row).row;
    m_desk.switchStrategy(strategy.strategy, strategy.instrument, isAutomatic ? strategy.isOn : !strategy.isOn,
                          isAutomatic ? !strategy.isAutomatic : strategy.isAutomatic);
}

} // namespace bellwether
