#pragma once

#include "ui/charts/pricechart.h"

#include <QWidget>

class QActionGroup;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace bellwether {

/// The bar over a chart: symbol, timeframes, how prices are drawn and counted, indicators, magnet, picture. Where it is
/// narrow, words and the least used buttons give way.
class ChartBar final : public QWidget {
    Q_OBJECT
public:
    ChartBar(const Theme &theme, PriceChart &chart, QWidget *parent);

    void showSeries(const QString &symbol, const QString &name, Timeframe timeframe);
    /// Adds a button of the owner's at the right end.
    void addButton(QToolButton *button);
    /// The entries of the style and scale menus, for the menu of the chart too.
    void addLooks(QMenu &menu);
    static QToolButton *flatButton(QWidget *parent, const QString &name, const QString &help);
    static QString textOf(ChartStyle style);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void timeframeWanted(bellwether::Timeframe timeframe);
    void pictureWanted();
    void notice(const QString &text);

private:
    void addTimeframes(QHBoxLayout *row);
    void spareRoom();
    void fillIndicatorMenu();
    void askForIndicator();
    void retheme();

    const Theme &m_theme;
    PriceChart &m_chart;
    QLabel *m_title;
    QActionGroup *m_timeframes;
    std::vector<QToolButton *> m_timeframeButtons;
    QToolButton *m_timeframeMenu = nullptr; ///< in their place where the bar is narrow
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
