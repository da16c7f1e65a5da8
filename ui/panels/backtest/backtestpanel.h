#pragma once

#include "core/lab/laboratory.h"
#include "ui/panels/panel.h"
#include "ui/widgets/savepath.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace bellwether {

class Headline;
class MetricsPage;
class MonteCarloPage;
class OverviewPage;
class PresetPage;
class RunsPage;
class SearchPage;
class SetupForm;
class TradesPage;
class WalkForwardPage;

/// Research in the window: what to run on the left, what came of it on the right. One run goes on at a time; the last
/// result stays until the next one is there. A report of many runs is a table on its own page.
class BacktestPanel final : public Panel {
    Q_OBJECT
public:
    BacktestPanel(const PanelContext &context, Laboratory &lab, QWidget *parent = nullptr);
    ~BacktestPanel() override;

    void applySnapshot(const DeskSnapshot &) override {}
    SetupForm *form() const { return m_form; }
    OverviewPage *overview() const { return m_overview; }
    TradesPage *trades() const { return m_trades; }
    const LabReportPtr &report() const { return m_report; }
    bool isRunning() const { return m_job != 0; }
    void run();
    void cancel();
    /// Where files are written is asked through `ask`.
    void setSavePath(SavePath ask);

    /// What was set up, for the next start of the program.
    QString state() const;
    void restoreState(const QString &state);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeResult();
    void makePages();
    void open(std::int64_t id);
    void runRequest(const LabRequest &request);
    void fillExportMenu();
    void exportAs(LabFormat format, const QString &name);
    void connectLab();
    void setRunning(LabJobId job);
    void showCount(double done, double total);
    void applyProgress(const LabProgress &progress);
    void applyReport(const LabReportPtr &report);
    void applyFailure(LabJobId job, const LabFailure &failure);

    PanelContext m_context;
    Laboratory &m_lab;
    SetupForm *m_form;
    QPushButton *m_run = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_status = nullptr;
    Headline *m_headline = nullptr;
    QToolButton *m_export = nullptr;
    QTabWidget *m_tabs = nullptr;
    OverviewPage *m_overview = nullptr;
    TradesPage *m_trades = nullptr;
    MetricsPage *m_metrics = nullptr;
    SearchPage *m_search = nullptr;
    WalkForwardPage *m_walkForward = nullptr;
    MonteCarloPage *m_paths = nullptr;
    RunsPage *m_runs = nullptr;
    PresetPage *m_presets = nullptr;
    SavePath m_savePath = askSavePath;
    LabJobId m_job = 0;
    LabReportPtr m_report;
    bool m_hasCatalogue = false;
};

} // namespace bellwether
