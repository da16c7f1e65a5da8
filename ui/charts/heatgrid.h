#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace bellwether {

/// A grid of numbers told apart by colour: returns by month, a search over two parameters. Colour runs from loss over the
/// ground to gain, and every cell with room for it carries its number, so colour is never alone. Arrows move a cursor
/// whose cell is spoken and shown like a hovered one. A plot of axes would draw what is a table.
class HeatGrid final : public QWidget {
    Q_OBJECT
public:
    struct Content {
        QStringList columns;
        QStringList rows;
        std::vector<double> values;      ///< row by row; NaN for an empty cell
        QStringList texts;               ///< of the cells, likewise
        QStringList spoken{};            ///< what a pointer is told of the cells, where it is more than their texts
        QString columnTitle;             ///< what columns are, when their names do not say it
        QString rowTitle;
        double middle = 0;               ///< the value without colour
        std::vector<std::size_t> marked; ///< cells with a frame
        bool areRowsUp = false;          ///< the first row stands at the bottom, as on an axis
    };

    HeatGrid(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setContent(Content content);
    const Content &content() const { return m_content; }
    void setEmptyText(const QString &text);
    /// `2021 Mar: 4.2`; empty beside the cells.
    QString textAt(QPoint at) const;
    QSize sizeHint() const override { return {420, 180}; }

Q_SIGNALS:
    void cellClicked(int row, int column);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect grid() const;
    QRect cellRect(int row, int column) const;
    std::optional<std::size_t> cellAt(QPoint at) const;
    QColor colorOf(double value) const;
    QString cellText(std::size_t cell) const;
    void paintCell(QPainter &painter, int row, int column);
    void paintNames(QPainter &painter);

    const Theme &m_theme;
    Content m_content;
    QString m_emptyText;
    double m_reach = 1;  ///< greatest distance of a value from the middle
    int m_cursor = -1;
};

} // namespace bellwether
