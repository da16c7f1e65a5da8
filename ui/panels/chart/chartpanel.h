#pragma once

#include "ui/panels/chart/chartview.h"

#include <QMap>

#include <map>

class QGridLayout;

namespace bellwether {

/// The charts of the window: one, or several in a grid. Charts of one link colour show the same symbol, and share their
/// time range and crosshair. Subscribes to the series they show and keeps the drawings of each instrument.
class ChartPanel final : public Panel {
    Q_OBJECT
public:
    enum class Grid { One, Beside, Stacked, Four };

    explicit ChartPanel(const PanelContext &context, QWidget *parent = nullptr);
    ~ChartPanel() override;

    void applySnapshot(const DeskSnapshot &snapshot) override;
    void applyChart(const ChartUpdatePtr &update);
    /// In the chart the trader works with, and those of its colour.
    void show(const InstrumentId &instrument);
    void show(const InstrumentId &instrument, Timeframe timeframe);
    void setTimeframe(Timeframe timeframe) { show(instrument(), timeframe); }
    /// Draws entry, stop and target of this signal wherever its instrument is shown; none where null.
    void setChosenSignal(const SignalRow *signal);

    void setGrid(Grid grid);
    Grid grid() const { return m_grid; }
    const std::vector<ChartView *> &views() const { return m_views; }
    /// The chart the trader works with.
    ChartView *view() const { return m_active; }
    PriceChart *chart() const { return m_active->chart(); }
    const InstrumentId &instrument() const { return m_active->instrument(); }
    Timeframe timeframe() const { return m_active->timeframe(); }
    QStringList indicators() const { return chart()->indicators(); }
    void setIndicators(const QStringList &specs) { m_active->setIndicators(specs); }

    /// Grid, series, looks, indicators and drawings as JSON, for the settings file.
    QString state() const;
    /// Errors: InvalidArgument for a text that is no such state; what could be read is shown.
    Result<void> restore(const QString &state);

Q_SIGNALS:
    /// Drawings, looks, indicators or grid: what state() tells.
    void stateChanged();

private:
    using Series = std::pair<InstrumentId, Timeframe>;

    ChartView *addView();
    void removeView(ChartView *view);
    void arrange();
    void showIn(ChartView *view, const InstrumentId &instrument, Timeframe timeframe);
    void subscribe(const Series &series);
    void unsubscribe(const Series &series);
    void keepDrawings(ChartView *view);
    void share(ChartView *from, const std::function<void(ChartView *)> &with);

    PanelContext m_context;
    QGridLayout *m_layout;
    std::vector<ChartView *> m_views;
    ChartView *m_active = nullptr;
    Grid m_grid = Grid::One;
    std::map<Series, int> m_subscriptions;          ///< how many charts show a series
    QMap<QString, std::vector<Drawing>> m_drawings; ///< by instrument
    std::optional<SignalRow> m_chosen;
    bool m_isSharing = false;
};

} // namespace bellwether
