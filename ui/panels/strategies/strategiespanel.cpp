#include "ui/panels/strategies/strategiespanel.h"

#include "ui/panels/strategies/strategycard.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

StrategiesPanel::StrategiesPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_model(new StrategyTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"strategyTable"_s, this)), m_card(new StrategyCard(context, this))
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
    m_table->setColumnWidths({23, 10, 7, 6, 13, 6, 8, 8, 8, 8, 7, 7, 6, 5, 7, 11, 4, 9});
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->addWidget(filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"strategyScroll"_s);
    scroll->setWidget(m_card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(300); // grows with the words of the card, which must not be cut: showCard()
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_table);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    layout->addLayout(bar);
    layout->addWidget(splitter);
    m_card->hide();
    setFocusProxy(m_table);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->filter().setWords(text); });
    connect(m_table, &DataTable::buttonClicked, this, [this](int row, int button) { toggle(row, button == 1); });
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this] { showCard(); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { toggle(row, false); });
}

void StrategiesPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!isVisible())
        return;
    m_model->setRows(strategyLines(snapshot));
    if (m_table->currentSourceRow() < 0 && m_model->rowCount() > 0)
        m_table->selectSourceRow(0);
    showCard();
}

void StrategiesPanel::showCard()
{
    const int row = m_table->currentSourceRow();
    m_card->setVisible(row >= 0);
    if (row < 0)
        return;
    m_card->show(m_model->row(row));
    auto *scroll = findChild<QScrollArea *>(u"strategyScroll"_s);
    const int needed = m_card->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width();
    if (needed > scroll->minimumWidth())
        scroll->setMinimumWidth(needed);
}

void StrategiesPanel::toggle(int row, bool isAutomatic)
{
    const StrategyRow &strategy = m_model->row(row).row;
    m_desk.switchStrategy(strategy.strategy, strategy.instrument, isAutomatic ? strategy.isOn : !strategy.isOn,
                          isAutomatic ? !strategy.isAutomatic : strategy.isAutomatic);
}

} // namespace bellwether
