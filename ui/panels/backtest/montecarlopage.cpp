#include "ui/panels/backtest/montecarlopage.h"

#include "core/analytics/breakdown.h"
#include "ui/charts/fanchart.h"
#include "ui/charts/histogramchart.h"
#include "ui/models/celltablemodel.h"
#include "ui/panels/backtest/captioned.h"
#include "ui/panels/backtest/setup/formfield.h"
#include "ui/widgets/datatable.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace bellwether {

MonteCarloPage::MonteCarloPage(const Theme &theme, Laboratory &lab, QWidget *parent)
    : QWidget(parent), m_lab(lab), m_fan(new FanChart(theme, u"fanChart"_s, this)),
      m_drawdowns(new HistogramChart(theme, u"drawdownChart"_s, this)),
      m_percentiles(new CellTableModel({{tr("Percentile"), tr("Share of the paths that end at or below"), true},
                                        {tr("Final equity"), {}, true},
                                        {tr("Return"), tr("Final equity ÷ start − 1"), true},
                                        {tr("Max drawdown"), tr("Share of the paths whose maximum drawdown is at or below"), true}}, this))
{
    m_fan->setAccessibleName(tr("Percentiles of the paths"));
    m_fan->setEmptyText(tr("Run a backtest, then draw its trades or days again to see how much of the result was luck."));
    m_drawdowns->setTitle(tr("maximum drawdown of a path, %"));
    m_drawdowns->setAccessibleName(tr("Distribution of maximum drawdowns"));
    auto *table = new DataTable(theme, m_percentiles, u"percentileTable"_s, this);
    table->setAccessibleName(tr("Percentiles"));
    table->setEmptyText(tr("Percentiles stand here after a run of paths."));
    table->setColumnWidths({11, 15, 11, 14});
    auto *side = new QSplitter(Qt::Vertical, this);
    side->setObjectName(u"pathsSide"_s);
    side->addWidget(captioned(tr("Percentiles"), table, {}, this));
    side->addWidget(captioned(tr("Maximum drawdowns"), m_drawdowns, tr("How deep the paths fell"), this));
    auto *all = new QSplitter(Qt::Horizontal, this);
    all->setObjectName(u"pathsSplitter"_s);
    all->addWidget(m_fan);
    all->addWidget(side);
    all->setSizes({800, 440});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeControls());
    layout->addWidget(all, 1);
    connect(&lab, &Laboratory::monteCarloFinished, this, [this](LabJobId job, const LabMonteCarloPtr &result) {
        if (job != m_job)
            return;
        setRunning(0);
        show(*result);
    });
    setRunning(0);
}

FormField *MonteCarloPage::addLine(QHBoxLayout *row, const QString &name, const QString &label, const QString &placeholder, const QString &help)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(u"paths_"_s + name);
    line->setAccessibleName(label);
    line->setPlaceholderText(placeholder);
    line->setToolTip(help);
    line->setFixedWidth(84);
    auto *caption = new QLabel(label, this);
    caption->setProperty("tone", u"muted"_s);
    caption->setBuddy(line);
    auto *field = new FormField(line, this);
    connect(line, &QLineEdit::textEdited, field, [field] { field->setTrouble({}); });
    row->addWidget(caption);
    row->addWidget(field);
    m_fields.insert(name, field);
    return field;
}

QWidget *MonteCarloPage::makeControls()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    m_method = new QComboBox(bar);
    m_method->setObjectName(u"pathMethod"_s);
    m_method->setAccessibleName(tr("How paths are made"));
    m_method->addItem(tr("draw trades, with replacement"), u"bootstrap"_s);
    m_method->addItem(tr("the same trades in another order"), u"shuffle"_s);
    m_method->addItem(tr("draw blocks of days"), u"block"_s);
    row->addWidget(m_method);
    addLine(row, u"paths"_s, tr("Paths"), u"10000"_s, tr("1 to 1,000,000"));
    addLine(row, u"ruin"_s, tr("Ruin, %"), u"50"_s, tr("A loss of so much of the start is ruin"));
    addLine(row, u"seed"_s, tr("Seed"), u"1"_s, tr("The same seed gives the same numbers"));
    m_run = new QPushButton(tr("Draw paths"), bar);
    m_run->setObjectName(u"runPaths"_s);
    m_stop = new QPushButton(tr("Cancel"), bar);
    m_stop->setObjectName(u"cancelPaths"_s);
    m_summary = new QLabel(bar);
    m_summary->setObjectName(u"pathSummary"_s);
    m_summary->setWordWrap(true); // a long sentence does not widen the window
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_run);
    row->addWidget(m_stop);
    row->addWidget(m_summary, 1);
    connect(m_run, &QPushButton::clicked, this, [this] { run(); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_lab.cancel(m_job); });
    return bar;
}

void MonteCarloPage::setReport(const LabReportPtr &report, const Format &format)
{
    m_report = report;
    m_format = format;
    clear();
    setRunning(0);
}

void MonteCarloPage::clear()
{
    m_fan->setSteps({}, 0, 0, {});
    m_drawdowns->setContent({});
    m_percentiles->setRows({});
    m_summary->clear();
}

void MonteCarloPage::run()
{
    for (FormField *field : m_fields)
        field->setTrouble({});
    const auto textOf = [this](const QString &name) { return static_cast<QLineEdit *>(m_fields[name]->editor())->text(); };
    setRunning(m_lab.startMonteCarlo({m_report->run, m_method->currentData().toString(), textOf(u"paths"_s), textOf(u"seed"_s), textOf(u"ruin"_s)}));
    m_summary->setText(tr("Drawing…"));
}

void MonteCarloPage::setRunning(LabJobId job)
{
    m_job = job;
    m_run->setEnabled(job == 0 && m_report);
    m_stop->setEnabled(job != 0);
}

bool MonteCarloPage::applyFailure(LabJobId job, const LabFailure &failure)
{
    if (job != m_job || job == 0)
        return false;
    setRunning(0);
    FormField *field = m_fields.value(failure.field);
    if (field)
        field->setTrouble(failure.text.section(u": "_s, 1));
    m_summary->setText(failure.code == ErrorCode::Cancelled ? tr("Cancelled.") : field ? QString() : failure.text);
    return true;
}

void MonteCarloPage::show(const LabMonteCarlo &paths)
{
    const MonteCarloResult &result = paths.result;
    std::vector<FanChart::Step> steps;
    for (const FanStep &step : result.fan)
        steps.push_back({double(step.step), step.equity});
    m_fan->setSteps(std::move(steps), result.startingEquity, result.ruinLevel, paths.method == PathMethod::Block ? tr("days") : tr("trades"));
    std::vector<CellTableModel::Row> rows;
    for (std::size_t i = 0; i < percentileLevels.size(); ++i) {
        const double final = result.finalEquity[i];
        const double change = (final / result.startingEquity - 1) * 100;
        rows.push_back({{m_format.percent(percentileLevels[i] * 100, 0), percentileLevels[i], Tone::Muted},
                        {m_format.number(final, 2), final},
                        {m_format.signedPercent(change), change},
                        {m_format.percent(result.drawdown[i] * 100), result.drawdown[i]}});
    }
    m_percentiles->setRows(std::move(rows));
    std::vector<double> depths = result.sortedDrawdowns;
    for (double &depth : depths)
        depth *= 100;
    const Histogram histogram = histogramOf(depths, 40);
    m_drawdowns->setContent({histogram.low, histogram.width, histogram.counts, {{paths.historicalDrawdown * 100, tr("as it came")}}});
    m_summary->setText(tr("Loss in %1 of the paths, ruin in %2. Median %3. %4 paths of %5 in %6 s.")
                           .arg(m_format.percent(result.probabilityOfLoss * 100, 1), m_format.percent(result.probabilityOfRuin * 100, 1),
                                m_format.number(result.finalEquity[percentileLevels.size() / 2], 2) + u' ' + paths.currency,
                                m_format.number(double(result.paths), 0), m_format.number(double(result.steps), 0),
                                QString::number(paths.seconds, 'f', 2)));
}

} // namespace bellwether
