#pragma once

#include "ui/panels/chart/chartview.h"

#include <QMap>

namespace bellwether {

/// The charts of the window. Subscribes to the series they show and keeps the drawings of each instrument.
class ChartPanel final : public Panel {
    Q_OBJECT
public:
    explicit ChartPanel(const PanelContext &context, QWidget *parent = nullptr);
    ~ChartPanel() override;

    void applySnapshot(const DeskSnapshot &snapshot) override;
    void applyChart(const ChartUpdatePtr &update);
    /// In the chart the trader works with.
    void show(const InstrumentId &instrument);
    void show(const InstrumentId &instrument, Timeframe timeframe);
    void setTimeframe(Timeframe timeframe) { show(instrument(), timeframe); }
    /// Draws entry, stop and target of this signal while its instrument is shown; none where null.
    void setChosenSignal(const SignalRow *signal);

    ChartView *view() const { return m_view; }
    PriceChart *chart() const { return m_view->chart(); }
    const InstrumentId &instrument() const { return m_view->instrument(); }
    Timeframe timeframe() const { return m_view->timeframe(); }
    QStringList indicators() const { return chart()->indicators(); }
    void setIndicators(const QStringList &specs) { m_view->setIndicators(specs); }

    /// Looks and drawings as JSON, for the settings file; a text that is none changes nothing and is an Error.
    QString state() const;
    Result<void> restore(const QString &state);

private:
    void keepDrawings();

    PanelContext m_context;
    ChartView *m_view;
    QMap<QString, std::vector<Drawing>> m_drawings; ///< by instrument
};

} // namespace bellwether
