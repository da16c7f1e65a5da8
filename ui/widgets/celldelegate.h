#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace bellwether {

/// Draws a cell of a trading table: tone as colour (the text carries the sign), flashes, a bar behind confidence and
/// time left, and small buttons in the action column.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// A button of the action column.
    struct Button {
        QString icon;      ///< symbol of resources/icons
        QString help;
        ColorRole role = ColorRole::Text;
    };

    CellDelegate(const Theme &theme, QObject *parent = nullptr);

    /// Gives a column of the model buttons instead of text; the text still shows while the row is busy.
    void setButtons(int column, std::vector<Button> buttons);
    /// Which button of a cell is at a point; −1 for none or where the row is busy.
    int buttonAt(const QModelIndex &index, const QRect &cell, QPoint at) const;
    static QRect buttonRect(const QRect &cell, int button);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTrail(QPainter *painter, const QRectF &room, const std::vector<double> &prices) const;
    void paintButtons(QPainter *painter, const QStyleOptionViewItem &option) const;
    int buttonColumn(const QModelIndex &index) const;

    const Theme &m_theme;
    int m_buttonColumn = -1;
    std::vector<Button> m_buttons;
    std::vector<QIcon> m_icons;
};

} // namespace bellwether
