#include "ui/panels/watchlist/watchlistpanel.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

WatchlistPanel::WatchlistPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_model(new WatchTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"watchTable"_s, this))
{
    auto *filter = new QLineEdit(this);
    filter->setObjectName(u"watchFilter"_s);
    filter->setPlaceholderText(tr("Filter symbols"));
    filter->setAccessibleName(tr("Filter symbols"));
    filter->setClearButtonEnabled(true);
    m_table->setAccessibleName(tr("Watchlist"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(tr("No instrument yet: the feed has not sent a price."));
    m_table->setColumnWidths({10, 9, 7, -9, -9, -9, -9, 7, -8});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->addWidget(filter);
    layout->addLayout(bar);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->filter().setWords(text); });
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT instrumentChosen(m_model->row(row).instrument);
    });
}

void WatchlistPanel::applySnapshot(const DeskSnapshot &snapshot) { m_model->setRows(snapshot.watch); }

void WatchlistPanel::select(const InstrumentId &instrument)
{
    if (const int row = m_model->rowOf(instrument); row >= 0)
        m_table->selectSourceRow(row);
}

} // namespace bellwether
