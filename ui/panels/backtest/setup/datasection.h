#pragma once

#include "core/lab/labcatalogue.h"
#include "ui/panels/backtest/setup/formsection.h"

class QLabel;
class QPushButton;

namespace bellwether {

class SymbolPicker;

/// What is traded, on which bars, from when to when, and what it is measured against: symbols of the history store, or files of bars of one symbol.
class DataSection final : public FormSection {
    Q_OBJECT
public:
    explicit DataSection(QWidget *parent = nullptr);

    void setCatalogue(const LabCatalogue &catalogue);
    bool hasData() const;
    SymbolPicker *symbols() const { return m_symbols; }
    /// Bars of one symbol in time order; an empty list goes back to the store.
    void setFiles(const QStringList &files);
    void askForFiles();
    /// Shows the button that asks for the bars of the chart.
    void offerChart();

    void check() override;
    void read(LabRequest &request) const override;
    void show(const LabRequest &request) override;

Q_SIGNALS:
    void chartWanted();

private:
    void showSource();
    void chooseBenchmark(const QString &id);
    void markMoment(const QString &name, const QLineEdit *line);

    LabCatalogue m_catalogue;
    QStringList m_files;
    SymbolPicker *m_symbols;
    QPushButton *m_open;
    QPushButton *m_chart;
    QToolButton *m_store;
    QLabel *m_help;
    QComboBox *m_timeframe;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QComboBox *m_benchmark;
    QString m_wantedBenchmark; ///< until the catalogue has it
};

} // namespace bellwether
