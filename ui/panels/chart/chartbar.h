#pragma once

#include "ui/charts/pricechart.h"

#include <QWidget>

class QActionGroup;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace bellwether {

/// The bar over a chart: symbol, timeframes, how prices are drawn and counted, indicators, magnet, picture.
class ChartBar final : public QWidget {
    Q_OBJECT
public:
    ChartBar(const Theme &theme, PriceChart &chart, QWidget *parent);

    void showSeries(const QString &symbol, const QString &name, Timeframe timeframe);
    /// Adds a button of the owner's at the right end.
    void addButton(QToolButton *button);
    /// Without the words on the menus, where several charts share the room.
    void setCompact(bool isCompact);
    /// The entries of the style and scale menus, for the menu of the chart too.
    void addLooks(QMenu &menu);
    static QToolButton *flatButton(QWidget *parent, const QString &name, const QString &help);
    static QString textOf(ChartStyle style);

Q_SIGNALS:
    void timeframeWanted(bellwether::Timeframe timeframe);
    void pictureWanted();
    void notice(const QString &text);

private:
    void addTimeframes(QHBoxLayout *row);
    void fillIndicatorMenu();
    void askForIndicator();
    void retheme();

    const Theme &m_theme;
    PriceChart &m_chart;
    QLabel *m_title;
    QActionGroup *m_timeframes;
    QMenu *m_indicatorMenu;
    QToolButton *m_style;
    QToolButton *m_scale;
    QToolButton *m_indicators;
    QToolButton *m_magnet;
    QToolButton *m_autoScale;
    QToolButton *m_picture;
    QHBoxLayout *m_row;
};

} // namespace bellwether
