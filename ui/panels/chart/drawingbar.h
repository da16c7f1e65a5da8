#pragma once

#include "ui/charts/drawings/drawinglayer.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace bellwether {

/// The tools at the edge of a chart: one button for each kind of drawing, undo, redo, remove.
class DrawingBar final : public QWidget {
    Q_OBJECT
public:
    DrawingBar(const Theme &theme, DrawingLayer &layer, QWidget *parent);

private:
    QToolButton *addButton(QVBoxLayout *column, const QString &name, const QString &icon, const QString &help);
    void show(std::optional<DrawingKind> tool);
    void retheme();

    const Theme &m_theme;
    DrawingLayer &m_layer;
    std::vector<QToolButton *> m_tools; ///< in the order of the kinds
    QToolButton *m_pointer;
};

} // namespace bellwether
