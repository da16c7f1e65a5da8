#pragma once

#include "ui/models/tablefilter.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/savepath.h"

#include <QTableView>

namespace bellwether {

/// A table of the terminal: compact rows, movable, sortable and hideable columns, copy with headers, a context menu,
/// and a sentence where there are no rows. Selection is by row.
class DataTable : public QTableView {
    Q_OBJECT
public:
    DataTable(const Theme &theme, QAbstractItemModel *model, const QString &name, QWidget *parent = nullptr);

    CellDelegate &cells() { return *m_cells; }
    TableFilter &filter() { return *m_filter; }
    /// Shown in the middle of an empty table.
    void setEmptyText(const QString &text);
    /// Widths in characters of a digit, by column of the model; 0 keeps the default. Hidden where negative.
    void setColumnWidths(const std::vector<int> &characters);
    /// Row of the source model that is current; −1 for none.
    int currentSourceRow() const;
    void selectSourceRow(int row);
    /// Steps the selection by `rows`, in the order shown.
    void moveSelection(int rows);
    /// Selected rows with headers, tab separated, as shown.
    QString selectedText() const;
    /// All rows with headers as CSV.
    QString toCsv() const;
    /// Writes that to a file, on another thread; notice() tells how it ended.
    void exportCsv(const QString &path);
    /// Asks where, then exportCsv().
    void askExport();
    void setSavePath(SavePath ask) { m_savePath = std::move(ask); }

Q_SIGNALS:
    void currentSourceRowChanged(int row);
    /// A button of the action column was clicked.
    void buttonClicked(int sourceRow, int button);
    void rowActivated(int sourceRow);
    /// A sentence for the status bar.
    void notice(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showColumnMenu(QPoint at);
    void fillColumnMenu(QMenu *menu);
    std::function<QString()> csvMaker() const;
    int buttonUnder(QPoint at, QModelIndex *index) const;

    const Theme &m_theme;
    TableFilter *m_filter;
    CellDelegate *m_cells;
    QString m_emptyText;
    SavePath m_savePath = askSavePath;
};

} // namespace bellwether
