#pragma once

#include "ui/charts/drawings/drawinglayer.h"
#include "ui/charts/pricechart.h"
#include "ui/panels/panel.h"

#include <QJsonObject>

class QToolButton;

namespace bellwether {

class BarInspector;
class ChartBar;
class ChartTrader;
class DrawingBar;

/// One chart with its bar, its drawing tools and its trading lines. It asks for the series it shows by the signals; the
/// panel that holds it subscribes.
class ChartView final : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(const PanelContext &context, QWidget *parent = nullptr);

    void applySnapshot(const DeskSnapshot &snapshot);
    void applyChart(const ChartUpdate &update);
    void show(const InstrumentId &instrument, Timeframe timeframe);
    void setChosenSignal(const SignalRow *signal);
    /// The drawings of the instrument that is shown, from where they are kept.
    void setDrawings(std::vector<Drawing> drawings) { m_drawings->setDrawings(std::move(drawings)); }
    const std::vector<Drawing> &drawings() const { return m_drawings->drawings(); }

    PriceChart *chart() const { return m_chart; }
    DrawingLayer *drawingLayer() const { return m_drawings; }
    ChartTrader *trader() const { return m_trader; }
    ChartBar *bar() const { return m_bar; }
    BarInspector *inspector() const { return m_inspector; }
    const InstrumentId &instrument() const { return m_instrument; }
    Timeframe timeframe() const { return m_timeframe; }
    void setIndicators(const QStringList &specs);
    /// Draws another instrument in percent beside this one, and asks for its bars.
    void compare(const InstrumentId &instrument);
    /// The colour whose charts go together, from 1; 0 for a chart on its own.
    int link() const { return m_link; }
    void setLink(int link);
    /// Which grid the chart stands in; the colour is shown where there are several charts.
    void showGrid(int grid, bool isOneOfSeveral);
    /// Style, scale and legends; what a layout keeps beside series and indicators.
    QJsonObject looks() const;
    void setLooks(const QJsonObject &looks);

Q_SIGNALS:
    void seriesWanted(const bellwether::InstrumentId &instrument, bellwether::Timeframe timeframe);
    void comparisonWanted(const bellwether::InstrumentId &instrument, bool isWanted);
    /// Another number of charts, as ChartPanel::Grid counts them.
    void gridWanted(int grid);
    void drawingsChanged();
    void notice(const QString &text);
    /// The trader works with this chart now.
    void activated();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void run(ChartCommand command);
    void openMenu(QPointF at, double price);
    void inspect(Timestamp after, Timestamp upTo);
    void takePicture();
    void updateMarkers(const DeskSnapshot &snapshot);
    void addGroupButtons();
    void fillCompareMenu();
    void fillGridMenu();
    void fillLinkMenu();
    void retheme();

    PanelContext m_context;
    PriceChart *m_chart;
    DrawingLayer *m_drawings;
    ChartTrader *m_trader;
    ChartBar *m_bar;
    BarInspector *m_inspector;
    InstrumentId m_instrument;
    Timeframe m_timeframe = Timeframe::M1;
    QToolButton *m_compareButton = nullptr;
    QToolButton *m_gridButton = nullptr;
    QToolButton *m_linkButton = nullptr;
    int m_link = 1;
    int m_grid = 0;
    RowListPtr<FillRow> m_fills;
    RowListPtr<SignalRow> m_history;
    std::size_t m_pendingCount = 0;
    bool m_areMarkersStale = true;
};

} // namespace bellwether
