#include "ui/widgets/datatable.h"

#include "ui/models/detachedtexts.h"
#include "ui/models/poolresult.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString csvField(QString text)
{
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

} // namespace

DataTable::DataTable(const Theme &theme, QAbstractItemModel *model, const QString &name, QWidget *parent)
    : QTableView(parent), m_theme(theme), m_filter(new TableFilter(this)), m_cells(new CellDelegate(theme, this))
{
    setObjectName(name);
    m_filter->setSourceModel(model);
    setModel(m_filter);
    setItemDelegate(m_cells);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::DefaultContextMenu);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight());
    verticalHeader()->setMinimumSectionSize(Theme::rowHeight());
    QHeaderView *header = horizontalHeader();
    header->setObjectName(name + u"Header"_s);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(28);
    header->setFixedHeight(Theme::rowHeight() + 2);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::DescendingOrder);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::DescendingOrder); // the model's own order: newest on top
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this](QPoint at) { showColumnMenu(horizontalHeader()->mapToGlobal(at)); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT currentSourceRowChanged(currentSourceRow()); });
    connect(m_filter, &QAbstractItemModel::rowsInserted, viewport(), qOverload<>(&QWidget::update));
    connect(m_filter, &QAbstractItemModel::rowsRemoved, viewport(), qOverload<>(&QWidget::update));
}

void DataTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void DataTable::setColumnWidths(const std::vector<int> &characters)
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < int(characters.size()); ++column) {
        const int count = characters[std::size_t(column)];
        if (count != 0)
            setColumnWidth(column, std::abs(count) * digit + 14);
        setColumnHidden(column, count < 0);
    }
}

int DataTable::currentSourceRow() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_filter->mapToSource(index).row() : -1;
}

void DataTable::selectSourceRow(int row)
{
    const QModelIndex index = m_filter->mapFromSource(m_filter->sourceModel()->index(row, 0));
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selectionModel()->clear();
}

void DataTable::moveSelection(int rows)
{
    const int count = m_filter->rowCount();
    if (count == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() : (rows > 0 ? -1 : count);
    const QModelIndex to = m_filter->index(std::clamp(from + rows, 0, count - 1), 0);
    selectionModel()->setCurrentIndex(to, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(to);
}

QString DataTable::selectedText() const
{
    QStringList lines;
    QStringList fields;
    std::vector<int> columns;
    for (int visual = 0; visual < m_filter->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.push_back(column);
    }
    for (const int column : columns)
        fields.append(m_filter->headerData(column, Qt::Horizontal).toString());
    lines.append(fields.join(u'\t'));
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.row() < b.row(); });
    for (const QModelIndex &row : rows) {
        fields.clear();
        for (const int column : columns)
            fields.append(row.siblingAtColumn(column).data().toString());
        lines.append(fields.join(u'\t'));
    }
    return lines.join(u'\n');
}

// Large models give their texts to the thread that writes; of others the texts are copied here.
std::function<QString()> DataTable::csvMaker() const
{
    const int columns = m_filter->columnCount();
    const int rows = m_filter->rowCount();
    QStringList head;
    for (int column = 0; column < columns; ++column)
        head.append(csvField(m_filter->headerData(column, Qt::Horizontal).toString()));
    std::function<QString(int, int)> textAt;
    if (const auto *detached = dynamic_cast<const DetachedTexts *>(m_filter->sourceModel())) {
        std::vector<int> places; // empty: rows are the model's own
        const bool isPlain = rows == m_filter->sourceModel()->rowCount() && m_filter->sortColumn() < 0;
        for (int row = 0; row < rows && !isPlain; ++row)
            places.push_back(m_filter->mapToSource(m_filter->index(row, 0)).row());
        textAt = [texts = detached->detachedTexts(), places = std::move(places)](int row, int column) {
            return texts(places.empty() ? row : places[std::size_t(row)], column);
        };
    } else {
        QStringList texts;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                texts.append(m_filter->index(row, column).data().toString());
        }
        textAt = [texts, columns](int row, int column) { return texts[qsizetype(row) * columns + column]; };
    }
    return [head, rows, columns, textAt = std::move(textAt)] {
        QString text = head.join(u',') + u'\n';
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                text += csvField(textAt(row, column)) + (column + 1 < columns ? u',' : u'\n');
        }
        return text;
    };
}

QString DataTable::toCsv() const { return csvMaker()(); }

void DataTable::askExport()
{
    m_savePath(this, tr("Export table"), objectName() + u".csv"_s, tr("CSV files (*.csv)"), [this](const QString &path) { exportCsv(path); });
}

void DataTable::exportCsv(const QString &path)
{
    takeFromPool(this,
                 [path, make = csvMaker()] {
                     QSaveFile file(path);
                     const QByteArray bytes = make().toUtf8();
                     const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
                     return isWritten ? QString() : file.errorString();
                 },
                 [this, path](const QString &trouble) {
                     Q_EMIT notice(trouble.isEmpty() ? tr("Written: %1").arg(path) : tr("Not written: %1 (%2)").arg(path, trouble));
                 });
}

void DataTable::fillColumnMenu(QMenu *menu)
{
    for (int visual = 0; visual < m_filter->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        QAction *action = menu->addAction(m_filter->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            const int shown = horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount();
            if (isShown || shown > 1)
                setColumnHidden(column, !isShown);
        });
    }
}

void DataTable::showColumnMenu(QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu);
    menu->popup(at);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy rows"), this, [this] { QApplication::clipboard()->setText(selectedText()); })
        ->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Export as CSV…"), this, [this] { askExport(); });
    menu->addSeparator();
    menu->addAction(tr("Resize columns to fit"), this, [this] { resizeColumnsToContents(); });
    menu->addAction(tr("Clear sorting"), this, [this] { sortByColumn(-1, Qt::DescendingOrder); });
    fillColumnMenu(menu->addMenu(tr("Columns")));
    menu->popup(event->globalPos());
}

int DataTable::buttonUnder(QPoint at, QModelIndex *index) const
{
    *index = indexAt(at);
    return index->isValid() ? m_cells->buttonAt(*index, visualRect(*index), at) : -1;
}

void DataTable::mousePressEvent(QMouseEvent *event)
{
    QModelIndex index;
    const int button = event->button() == Qt::LeftButton ? buttonUnder(event->pos(), &index) : -1;
    QTableView::mousePressEvent(event);
    if (button >= 0)
        Q_EMIT buttonClicked(m_filter->mapToSource(index).row(), button);
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    QModelIndex index;
    const int button = buttonUnder(event->pos(), &index);
    viewport()->setCursor(button >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void DataTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QModelIndex index;
    // The second press of a double click on a button is not a second click.
    if (buttonUnder(event->pos(), &index) >= 0 || !index.isValid())
        return;
    Q_EMIT rowActivated(m_filter->mapToSource(index).row());
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectedText());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        if (!event->isAutoRepeat())
            Q_EMIT rowActivated(currentSourceRow());
        return;
    }
    if (!event->text().isEmpty() && event->text().front().isLetter()) {
        event->ignore(); // letters are commands of the window, or the start of a symbol
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_filter->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(viewport()->rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace bellwether
