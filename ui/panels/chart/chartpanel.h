#pragma once

#include "ui/charts/pricechart.h"
#include "ui/panels/panel.h"

class QActionGroup;
class QLabel;
class QMenu;
class QToolButton;

namespace bellwether {

/// The chart with its bar: timeframes, indicators, magnet, autoscale. Subscribes to the series it shows.
class ChartPanel final : public Panel {
    Q_OBJECT
public:
    explicit ChartPanel(const PanelContext &context, QWidget *parent = nullptr);
    ~ChartPanel() override;

    void applySnapshot(const DeskSnapshot &snapshot) override;
    void applyChart(const ChartUpdatePtr &update);
    void show(const InstrumentId &instrument);
    void show(const InstrumentId &instrument, Timeframe timeframe);
    void setTimeframe(Timeframe timeframe) { show(m_instrument, timeframe); }
    /// Draws entry, stop and target of this signal while its instrument is shown; none where null.
    void setChosenSignal(const SignalRow *signal);

    PriceChart *chart() const { return m_chart; }
    const InstrumentId &instrument() const { return m_instrument; }
    Timeframe timeframe() const { return m_timeframe; }
    QStringList indicators() const { return m_chart->indicators(); }
    void setIndicators(const QStringList &specs);

private:
    void fillIndicatorMenu();
    void askForIndicator();
    void updateLevels(const DeskSnapshot &snapshot);

    PanelContext m_context;
    PriceChart *m_chart;
    QLabel *m_title;
    QMenu *m_indicatorMenu;
    QActionGroup *m_timeframes;
    QToolButton *m_indicatorButton;
    QToolButton *m_magnet;
    QToolButton *m_autoScale;
    InstrumentId m_instrument;
    Timeframe m_timeframe = Timeframe::M1;
    std::optional<SignalRow> m_chosen;
    std::shared_ptr<const std::vector<FillRow>> m_fills;
    std::shared_ptr<const std::vector<SignalRow>> m_history;
    std::size_t m_pendingCount = 0;
    bool m_areMarkersStale = true;
};

} // namespace bellwether
