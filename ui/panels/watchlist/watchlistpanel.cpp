#include "ui/panels/watchlist/watchlistpanel.h"

#include "ui/widgets/confirmdialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

WatchlistPanel::WatchlistPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_model(new WatchTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"watchTable"_s, this)), m_names(new QComboBox(this))
{
    auto *filter = new QLineEdit(this);
    filter->setObjectName(u"watchFilter"_s);
    filter->setPlaceholderText(tr("Filter symbols"));
    filter->setAccessibleName(tr("Filter symbols"));
    filter->setClearButtonEnabled(true);
    m_names->setObjectName(u"watchNames"_s);
    m_names->setAccessibleName(tr("Watchlist"));
    auto *more = new QToolButton(this);
    more->setObjectName(u"watchMenu"_s);
    more->setText(u"…"_s);
    more->setAccessibleName(tr("Watchlists"));
    more->setToolTip(tr("Make, fill and delete watchlists"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    more->setMenu(menu);
    m_table->setAccessibleName(tr("Watchlist"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(tr("No instrument here: the list is empty, or the feed has not sent a price yet."));
    m_table->setColumnWidths({10, 7, 9, 7, -9, -9, -9, -9, -7, -8});
    m_table->setDragEnabled(true);
    m_table->setAcceptDrops(true);
    m_table->setDropIndicatorShown(true);
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDragDropOverwriteMode(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->setSpacing(4);
    bar->addWidget(m_names, 1);
    bar->addWidget(filter, 1);
    bar->addWidget(more);
    layout->addLayout(bar);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    fillNames(0);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->filter().setWords(text); });
    connect(m_names, &QComboBox::currentIndexChanged, this, [this] {
        if (const auto snapshot = m_desk.snapshot())
            refresh(*snapshot);
    });
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT instrumentChosen(m_model->row(row).instrument);
    });
    connect(m_model, &WatchTableModel::rowMoved, this, &WatchlistPanel::move);
    for (const auto &[key, rows] : {std::pair{Qt::Key_Up, -1}, std::pair{Qt::Key_Down, 1}}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, rows = rows] { step(rows); });
    }
}

void WatchlistPanel::setLists(Watchlists lists, int shown)
{
    m_lists = std::move(lists);
    fillNames(shown);
}

int WatchlistPanel::shownList() const { return std::max(0, m_names->currentIndex()); }

void WatchlistPanel::fillNames(int shown)
{
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    for (const Watchlists::List &list : m_lists.all())
        m_names->addItem(list.name.isEmpty() ? tr("All symbols") : list.name);
    m_names->setCurrentIndex(std::clamp(shown, 0, m_names->count() - 1));
}

void WatchlistPanel::fillMenu(QMenu *menu)
{
    menu->clear();
    const auto show = [this](int list) {
        fillNames(list);
        if (const auto snapshot = m_desk.snapshot())
            refresh(*snapshot);
    };
    menu->addAction(tr("New list…"), this, [this, show] {
        ConfirmDialog::ask(this,
                           {.title = tr("New watchlist"), .text = tr("Symbols are added to it from the menu of the list that shows them."),
                            .deed = tr("Make the list"), .isHarmless = true, .noteLabel = tr("Name of the list")},
                           [this, show](bool, const QString &name) {
                               if (m_lists.add(name))
                                   show(int(m_lists.all().size()) - 1);
                               else
                                   Q_EMIT notice(tr("“%1” cannot be the name of another list.").arg(name));
                           });
    });
    const int shown = shownList();
    const int row = m_table->currentSourceRow();
    if (row >= 0) {
        const WatchRow chosen = m_model->row(row);
        for (std::size_t i = 1; i < m_lists.all().size(); ++i) {
            if (int(i) != shown) {
                menu->addAction(tr("Add %1 to %2").arg(chosen.symbol, m_lists.all()[i].name), this,
                                [this, i, id = chosen.instrument] { m_lists.addTo(i, id); });
            }
        }
        if (shown > 0) {
            menu->addAction(tr("Take %1 off this list").arg(chosen.symbol), this, [this, shown, show, id = chosen.instrument] {
                m_lists.removeFrom(std::size_t(shown), id);
                show(shown);
            });
        }
    }
    if (shown > 0) {
        menu->addAction(tr("Delete the list “%1”").arg(m_lists.all()[std::size_t(shown)].name), this, [this, shown, show] {
            m_lists.remove(std::size_t(shown));
            show(0);
        });
    }
}

void WatchlistPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    m_model->addPrices(snapshot);
    refresh(snapshot);
}

void WatchlistPanel::refresh(const DeskSnapshot &snapshot)
{
    const int shown = shownList();
    const std::vector<InstrumentId> &order = m_lists.all()[std::size_t(shown)].instruments;
    if (shown == 0 && order.empty()) {
        m_model->setRows(snapshot.watch);
        return;
    }
    std::vector<WatchRow> rows;
    for (const InstrumentId &id : order) {
        if (const auto row = std::ranges::find(snapshot.watch, id, &WatchRow::instrument); row != snapshot.watch.end())
            rows.push_back(*row);
    }
    for (const WatchRow &row : snapshot.watch) {
        if (shown == 0 && std::find(order.begin(), order.end(), row.instrument) == order.end())
            rows.push_back(row);
    }
    m_model->setRows(rows);
}

void WatchlistPanel::move(int from, int before)
{
    std::vector<InstrumentId> order;
    for (const WatchRow &row : m_model->rows())
        order.push_back(row.instrument);
    const InstrumentId moved = order[std::size_t(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + std::clamp(before > from ? before - 1 : before, 0, int(order.size())), moved);
    m_lists.setOrder(std::size_t(shownList()), std::move(order));
    m_table->sortByColumn(-1, Qt::DescendingOrder); // the trader's own order shows
    if (const auto snapshot = m_desk.snapshot())
        refresh(*snapshot);
}

void WatchlistPanel::step(int rows)
{
    const int from = m_table->currentSourceRow();
    const int to = from + rows;
    if (from >= 0 && to >= 0 && to < m_model->rowCount())
        move(from, rows > 0 ? to + 1 : to);
}

void WatchlistPanel::select(const InstrumentId &instrument)
{
    if (const int row = m_model->rowOf(instrument); row >= 0)
        m_table->selectSourceRow(row);
}

} // namespace bellwether
