#include "ui/panels/backtest/backtestpanel.h"

#include "ui/panels/backtest/headline.h"
#include "ui/panels/backtest/metricspage.h"
#include "ui/panels/backtest/montecarlopage.h"
#include "ui/panels/backtest/overviewpage.h"
#include "ui/panels/backtest/presetpage.h"
#include "ui/panels/backtest/runspage.h"
#include "ui/panels/backtest/searchpage.h"
#include "ui/panels/backtest/setup/setupform.h"
#include "ui/panels/backtest/tradespage.h"
#include "ui/panels/backtest/walkforwardpage.h"
#include "ui/widgets/datatable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

Format formatOf(const LabReport &report)
{
    return report.instruments.empty() ? Format() : Format::forCalendar(report.instruments.front().calendar);
}

} // namespace

BacktestPanel::BacktestPanel(const PanelContext &context, Laboratory &lab, QWidget *parent)
    : Panel(parent), m_context(context), m_lab(lab), m_form(new SetupForm(this))
{
    setObjectName(u"backtestPanel"_s);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"backtestSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeSide());
    splitter->addWidget(makeResult());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({352, 1180});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_form);
    connectLab();
    setRunning(0);
}

BacktestPanel::~BacktestPanel() = default;

QWidget *BacktestPanel::makeSide()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(344);
    m_run = new QPushButton(tr("Run"), side);
    m_run->setObjectName(u"runBacktest"_s);
    m_run->setProperty("kind", u"approve"_s);
    m_run->setToolTip(tr("Run the backtest (Ctrl+Return)"));
    m_cancel = new QPushButton(tr("Cancel"), side);
    m_cancel->setObjectName(u"cancelBacktest"_s);
    m_cancel->setToolTip(tr("End the run and keep the last result (Esc)"));
    m_progress = new QProgressBar(side);
    m_progress->setObjectName(u"backtestProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(5);
    m_status = new QLabel(side);
    m_status->setObjectName(u"backtestStatus"_s);
    m_status->setProperty("kind", u"caption"_s);
    m_status->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_run, 1);
    buttons->addWidget(m_cancel);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(12, 6, 12, 8);
    foot->setSpacing(5);
    foot->addLayout(buttons);
    foot->addWidget(m_progress);
    foot->addWidget(m_status);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form, 1);
    layout->addLayout(foot);
    connect(m_run, &QPushButton::clicked, this, [this] { run(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { cancel(); });
    return side;
}

QWidget *BacktestPanel::makeResult()
{
    auto *result = new QWidget(this);
    m_headline = new Headline(result);
    m_export = new QToolButton(result);
    m_export->setObjectName(u"exportRun"_s);
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Write the result to a file"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setFocusPolicy(Qt::TabFocus);
    m_export->setEnabled(false);
    fillExportMenu();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 12, 0);
    head->addWidget(m_headline, 1);
    head->addWidget(m_export, 0, Qt::AlignVCenter);
    m_tabs = new QTabWidget(result);
    m_tabs->setObjectName(u"backtestTabs"_s);
    m_tabs->setDocumentMode(true);
    makePages();
    auto *layout = new QVBoxLayout(result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    return result;
}

void BacktestPanel::makePages()
{
    m_overview = new OverviewPage(m_context.theme, m_context.format, m_tabs);
    m_trades = new TradesPage(m_context.theme, m_context.format, m_tabs);
    m_metrics = new MetricsPage(m_context.theme, m_tabs);
    m_search = new SearchPage(m_context.theme, m_context.format, m_lab, m_tabs);
    m_walkForward = new WalkForwardPage(m_context.theme, m_context.format, m_lab, m_tabs);
    m_walkForward->setSource([this] { return m_search->request(); });
    m_paths = new MonteCarloPage(m_context.theme, m_lab, m_tabs);
    m_runs = new RunsPage(m_context.theme, m_context.format, m_lab, m_tabs);
    m_presets = new PresetPage(m_context.theme, m_context.format, m_tabs);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_trades, tr("Trades"));
    m_tabs->addTab(m_metrics, tr("Figures"));
    m_tabs->addTab(m_search, tr("Optimise"));
    m_tabs->addTab(m_walkForward, tr("Walk-forward"));
    m_tabs->addTab(m_paths, tr("Monte Carlo"));
    m_tabs->addTab(m_runs, tr("Runs"));
    m_tabs->addTab(m_presets, tr("Report"));
    connect(m_presets, &PresetPage::runWanted, this, &BacktestPanel::runRequest);
    connect(m_overview, &OverviewPage::tradeChosen, m_trades, &TradesPage::choose);
    connect(m_overview, &OverviewPage::tradeWanted, this, [this](int trade) {
        m_tabs->setCurrentWidget(m_trades);
        m_trades->choose(trade);
    });
    connect(m_trades, &TradesPage::tradeChosen, m_overview, &OverviewPage::chooseTrade);
    connect(m_runs, &RunsPage::openWanted, this, &BacktestPanel::open);
    // A combination of a search goes into the form and is run, so that what is seen is what is set up.
    connect(m_search, &SearchPage::parametersWanted, this, [this](const QStringList &parameters) {
        LabRequest request = m_form->request();
        request.parameters = parameters;
        runRequest(request);
    });
    connect(m_search, &SearchPage::notice, this, &Panel::notice);
    m_search->setSource([this] { return m_form->check() ? std::optional(m_form->request()) : std::nullopt; });
    connect(m_form, &SetupForm::changed, m_search, [this] {
        if (const LabStrategy *strategy = m_form->strategy())
            m_search->setStrategy(*strategy);
    });
}

void BacktestPanel::open(std::int64_t id)
{
    if (isRunning())
        return;
    setRunning(m_lab.openRun(id));
    m_status->setText(tr("Opening run %1…").arg(id));
}

void BacktestPanel::runRequest(const LabRequest &request)
{
    if (isRunning())
        return;
    m_form->setPreset({});
    m_form->setRequest(request);
    run();
}

void BacktestPanel::setSavePath(SavePath ask)
{
    for (DataTable *table : findChildren<DataTable *>())
        table->setSavePath(ask);
    m_search->setSavePath(ask);
    m_savePath = std::move(ask);
}

void BacktestPanel::fillExportMenu()
{
    auto *menu = new QMenu(m_export);
    menu->addAction(tr("Report as JSON…"), this, [this] { exportAs(LabFormat::Json, u"report"_s); });
    menu->addAction(tr("Trades as CSV…"), this, [this] { exportAs(LabFormat::TradesCsv, u"trades"_s); });
    menu->addAction(tr("Equity as CSV…"), this, [this] { exportAs(LabFormat::EquityCsv, u"equity"_s); });
    menu->addAction(tr("Report as one HTML page…"), this, [this] { exportAs(LabFormat::Html, u"report"_s); });
    menu->addAction(tr("Report as PDF…"), this, [this] { exportAs(LabFormat::Pdf, u"report"_s); });
    m_export->setMenu(menu);
}

void BacktestPanel::exportAs(LabFormat format, const QString &name)
{
    if (!m_report)
        return;
    const QString ending = fileEndingOf(format);
    const QString strategies = m_report->request.strategies.join(u'+');
    m_savePath(window(), tr("Export"), u"%1-%2.%3"_s.arg(strategies, name, ending), u"*.%1"_s.arg(ending),
               [this, run = m_report->run, format](const QString &path) {
                   m_lab.exportRun(run, format, path);
                   Q_EMIT notice(tr("Writing %1…").arg(path));
               });
}

void BacktestPanel::connectLab()
{
    connect(&m_lab, &Laboratory::catalogueChanged, this, [this](const LabCataloguePtr &catalogue) { m_form->setCatalogue(*catalogue); });
    connect(&m_lab, &Laboratory::runProgressed, this, [this](const LabProgressPtr &progress) {
        if (progress->job == m_job)
            applyProgress(*progress);
    });
    connect(&m_lab, &Laboratory::runFinished, this, [this](LabJobId job, const LabReportPtr &report) {
        if (job != m_job)
            return;
        setRunning(0);
        applyReport(report);
    });
    connect(&m_lab, &Laboratory::presetProgressed, this, [this](LabJobId job, int done, int total) {
        if (job == m_job)
            showCount(done, total);
    });
    connect(&m_lab, &Laboratory::presetFinished, this, [this](LabJobId job, const LabPresetPtr &table) {
        if (job != m_job)
            return;
        setRunning(0);
        m_presets->show(table);
        m_tabs->setCurrentWidget(m_presets);
        m_status->setText(tr("%n run(s) in %1 s", nullptr, int(table->rows.size())).arg(QString::number(table->seconds, 'f', 1)));
    });
    connect(&m_lab, &Laboratory::failed, this, &BacktestPanel::applyFailure);
    connect(&m_lab, &Laboratory::exported, this, [this](LabJobId, const QString &path) { Q_EMIT notice(tr("Written: %1").arg(path)); });
}

void BacktestPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    // The store is read when the panel is first looked at, not at every start of the program.
    if (!std::exchange(m_hasCatalogue, true))
        m_lab.refreshCatalogue();
}

void BacktestPanel::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers().testFlag(Qt::ControlModifier))
        run();
    else if (event->key() == Qt::Key_Escape && isRunning())
        cancel();
    else
        Panel::keyPressEvent(event);
}

void BacktestPanel::run()
{
    if (isRunning())
        return;
    if (!m_form->check()) {
        m_status->setText(tr("Not started: a field needs another value."));
        return;
    }
    setRunning(m_form->preset().isEmpty() ? m_lab.startRun(m_form->request())
                                          : m_lab.startPreset({m_form->request(), m_form->preset()}));
    m_status->setText(tr("Loading the bars…"));
}

void BacktestPanel::cancel()
{
    if (isRunning())
        m_lab.cancel(m_job);
}

void BacktestPanel::setRunning(LabJobId job)
{
    m_job = job;
    m_run->setEnabled(job == 0);
    m_cancel->setEnabled(job != 0);
    m_progress->setRange(0, job == 0 ? 1 : 0);
    m_progress->setValue(0);
}

void BacktestPanel::showCount(double done, double total)
{
    m_progress->setRange(0, int(total));
    m_progress->setValue(int(done));
    m_status->setText(tr("%1 of %2 runs").arg(m_context.format.number(done, 0), m_context.format.number(total, 0)));
}

void BacktestPanel::applyProgress(const LabProgress &progress)
{
    m_progress->setRange(0, int(std::min<std::int64_t>(progress.total, 1'000'000'000)));
    m_progress->setValue(int(std::min<std::int64_t>(progress.done, 1'000'000'000)));
    const double speed = progress.seconds > 0 ? double(progress.done) / progress.seconds : 0;
    m_status->setText(tr("%1 of %2 bars, %3 bars/s")
                          .arg(m_context.format.number(double(progress.done), 0), m_context.format.number(double(progress.total), 0),
                               m_context.format.volume(speed)));
    m_overview->showProgress(progress);
}

void BacktestPanel::applyReport(const LabReportPtr &report)
{
    m_report = report;
    const Format format = formatOf(*report);
    m_headline->setReport(*report, format);
    m_overview->setReport(report, format);
    m_trades->setReport(report, format);
    m_metrics->setReport(report, format);
    m_paths->setReport(report, format);
    m_search->setRunSeconds(report->seconds);
    if (m_tabs->currentWidget() == m_runs || m_tabs->currentWidget() == m_search || m_tabs->currentWidget() == m_presets)
        m_tabs->setCurrentWidget(m_overview);
    m_export->setEnabled(true);
    const double speed = report->seconds > 0 ? double(report->bars) / report->seconds : 0;
    m_status->setText(tr("%1 bars in %2 s, %3 bars/s")
                          .arg(format.number(double(report->bars), 0), QString::number(report->seconds, 'f', 3), format.volume(speed)));
}

void BacktestPanel::applyFailure(LabJobId job, const LabFailure &failure)
{
    if (m_paths->applyFailure(job, failure) || m_search->applyFailure(job, failure) || m_runs->applyFailure(job, failure)
        || m_walkForward->applyFailure(job, failure))
        return;
    if (job != m_job) {
        Q_EMIT notice(failure.text);
        return;
    }
    setRunning(0);
    if (m_report)
        m_overview->setReport(m_report, formatOf(*m_report)); // a curve that was under way goes
    else
        m_overview->clear();
    if (failure.code == ErrorCode::Cancelled) {
        m_status->setText(tr("Cancelled."));
        return;
    }
    m_status->setText(m_form->showFailure(failure) ? tr("Not run: a field needs another value.") : failure.text);
}

QString BacktestPanel::state() const { return m_form->state(); }

void BacktestPanel::restoreState(const QString &state) { m_form->restoreState(state); }

} // namespace bellwether
