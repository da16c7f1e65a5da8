#include "ui/panels/backtest/runspage.h"

#include "core/base/decimaltext.h"
#include "ui/charts/curvechart.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/metricnames.h"
#include "ui/panels/backtest/captioned.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/datatable.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t comparedMost = 6; ///< as many as there are line colours
constexpr std::size_t namedMost = 3;    ///< curves whose names fit beside each other

QString day(Timestamp time) { return toIsoString(time).left(10); }

QString minus(QString text) { return text.replace(u'-', QChar(0x2212)); }

CellTableModel::Cell number(const QString &text, double value) { return {text, value}; }

} // namespace

RunsPage::RunsPage(const Theme &theme, const Format &format, Laboratory &lab, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_lab(lab), m_format(format),
      m_model(new CellTableModel({{tr("Run"), tr("Its number in the store"), true},
                                  {tr("Made"), tr("When it was run (UTC)"), false},
                                  {tr("Strategy"), {}, false},
                                  {tr("Symbol"), {}, false},
                                  {tr("Bars"), tr("Timeframe"), false},
                                  {tr("From"), {}, false},
                                  {tr("To"), {}, false},
                                  {tr("Return"), {}, true},
                                  {tr("Max DD"), tr("Maximum drawdown"), true},
                                  {tr("Sharpe"), {}, true},
                                  {tr("Trades"), {}, true},
                                  {tr("Badges"), tr("Reasons to be careful"), true},
                                  {tr("Sizing"), {}, false},
                                  {tr("Parameters"), {}, false},
                                  {tr("Data"), tr("Fingerprint: equal data, equal text"), false},
                                  {tr("Version"), tr("Of the program that made it"), false},
                                  {tr("Seed"), tr("The same seed gives the same numbers"), true}}, this)),
      m_table(new DataTable(theme, m_model, u"runTable"_s, this)), m_curves(new CurveChart(theme, format, u"compareChart"_s, this)),
      m_differences(new CellTableModel({{tr("Figure"), {}, false}}, this))
{
    m_table->setAccessibleName(tr("Kept runs"));
    m_table->setEmptyText(tr("Every finished run is kept and stands here."));
    m_table->setColumnWidths({6, 16, 24, 18, 7, 11, 11, 10, 9, 8, 8, 7, 9, 44, 18, 8, 6});
    m_curves->setAccessibleName(tr("Growth of the compared runs"));
    m_curves->setEmptyText(tr("Select two to six runs (Ctrl+click) and compare them."));
    auto *differences = new DataTable(theme, m_differences, u"differenceTable"_s, this);
    differences->setAccessibleName(tr("Figures of the compared runs"));
    differences->setEmptyText(tr("Figures of compared runs stand here."));
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->setObjectName(u"compareSplitter"_s);
    below->addWidget(captioned(tr("Growth of the capital"), m_curves, tr("Equity ÷ capital − 1 at the close of each day"), this));
    below->addWidget(captioned(tr("Figures side by side"), differences, tr("The change against the first run stands behind each figure"), this));
    below->setSizes({700, 560});
    auto *all = new QSplitter(Qt::Vertical, this);
    all->setObjectName(u"runsSplitter"_s);
    all->addWidget(m_table);
    all->addWidget(below);
    all->setSizes({260, 380});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(all, 1);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { updateButtons(); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { Q_EMIT openWanted((*m_runs)[std::size_t(row)].id); });
    connect(&lab, &Laboratory::runsListed, this, &RunsPage::list);
    connect(&lab, &Laboratory::comparisonMade, this, [this](LabJobId job, const LabComparisonPtr &comparison) {
        if (job == m_job)
            show(*comparison);
    });
    updateButtons();
}

QWidget *RunsPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 12, 6);
    m_open = new QPushButton(tr("Open"), bar);
    m_open->setObjectName(u"openRun"_s);
    m_open->setToolTip(tr("Show the report of the selected run (Return)"));
    m_compare = new QPushButton(tr("Compare"), bar);
    m_compare->setObjectName(u"compareRuns"_s);
    m_compare->setToolTip(tr("Put two to six selected runs side by side"));
    m_delete = new QPushButton(tr("Delete…"), bar);
    m_delete->setObjectName(u"deleteRuns"_s);
    m_status = new QLabel(bar);
    m_status->setProperty("tone", u"muted"_s);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QPushButton *button : {m_open, m_compare, m_delete})
        row->addWidget(button);
    row->addWidget(m_status, 1);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(selectedIds().front()); });
    connect(m_compare, &QPushButton::clicked, this, [this] { compare(); });
    connect(m_delete, &QPushButton::clicked, this, [this] { askDelete(); });
    return bar;
}

void RunsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_isAsked, true))
        m_lab.refreshRuns();
}

void RunsPage::list(const LabKeptRunsPtr &runs)
{
    m_runs = runs;
    std::vector<CellTableModel::Row> rows;
    for (const LabKeptRun &run : *runs) {
        rows.push_back({number(QString::number(run.id), double(run.id)),
                        {toIsoString(run.madeAt).left(16).replace(u'T', u' ')},
                        {run.strategies, {}, Tone::Strong},
                        {run.instruments},
                        {run.timeframe},
                        {day(run.from)},
                        {day(run.to)},
                        number(m_format.signedPercent(run.totalReturn * 100), run.totalReturn),
                        number(m_format.percent(run.drawdownMax * 100), run.drawdownMax),
                        number(m_format.number(run.sharpe, 2), run.sharpe),
                        number(m_format.number(double(run.trades), 0), double(run.trades)),
                        {QString::number(run.badges), double(run.badges), run.badges > 0 ? Tone::Warning : Tone::Flat},
                        {run.sizing},
                        {run.parameters, {}, Tone::Muted, run.parameters},
                        {run.fingerprint.left(18), {}, Tone::Muted, run.fingerprint},
                        {run.version, {}, Tone::Muted},
                        {QString::number(run.seed), double(run.seed), Tone::Muted}});
    }
    m_model->setRows(std::move(rows));
    m_status->setText(tr("%n kept run(s)", nullptr, int(runs->size())));
    updateButtons();
}

std::vector<std::int64_t> RunsPage::selectedIds() const
{
    std::vector<std::int64_t> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        const int row = m_table->filter().mapToSource(index).row();
        ids.push_back((*m_runs)[std::size_t(row)].id);
    }
    std::ranges::sort(ids);
    return ids;
}

void RunsPage::updateButtons()
{
    const std::size_t count = m_runs ? selectedIds().size() : 0;
    m_open->setEnabled(count == 1);
    m_compare->setEnabled(count >= 2 && count <= comparedMost);
    m_delete->setEnabled(count > 0);
}

void RunsPage::compare()
{
    m_job = m_lab.compareRuns(selectedIds());
    m_status->setText(tr("Comparing…"));
}

void RunsPage::askDelete()
{
    const std::vector<std::int64_t> ids = selectedIds();
    ConfirmDialog::ask(window(),
                       {.title = tr("Delete runs"),
                        .text = tr("%n kept run(s) with their reports are removed from the store.", nullptr, int(ids.size())),
                        .deed = tr("Delete (%1)").arg(ids.size())},
                       [this, ids](bool, const QString &) { m_job = m_lab.deleteRuns(ids); });
}

bool RunsPage::applyFailure(LabJobId job, const LabFailure &failure)
{
    if (job != m_job || job == 0)
        return false;
    m_status->setText(failure.text);
    return true;
}

void RunsPage::show(const LabComparison &comparison)
{
    std::vector<CurveChart::Curve> curves;
    std::vector<ColumnSpec> columns{{tr("Figure"), {}, false}};
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        const LabComparison::Run &run = comparison.runs[i];
        // `#8 ema_crossover BINANCE:BTCUSDT 15m`: the table under the plot has the rest.
        curves.push_back({run.name.section(u' ', 0, comparison.runs.size() > namedMost ? 0 : 1), ColorRole(int(ColorRole::Line1) + int(i % comparedMost)),
                          {std::make_shared<const std::vector<Timestamp>>(run.growth.time),
                           std::make_shared<const std::vector<double>>(run.growth.value)}});
        columns.push_back({u"#%1"_s.arg(run.id), run.name + u'\n' + run.parameters, true});
    }
    m_curves->setCurves(std::move(curves), CurveChart::Unit::Percent);
    std::vector<CellTableModel::Row> rows;
    for (const LabComparison::Row &row : comparison.rows) {
        const QString definition = QString::fromUtf8(row.metric->definition.data(), qsizetype(row.metric->definition.size()));
        CellTableModel::Row cells{{metricName(*row.metric), {}, Tone::Flat, definition}};
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            QString text = minus(displayText(*row.metric, row.values[i]));
            const double change = row.values[i] - row.values.front();
            if (i > 0 && std::isfinite(change) && change != 0)
                text += u"  (%1%2)"_s.arg(change > 0 ? u"+"_s : QString(), minus(std::fabs(change) < 1'000 ? decimalText(change, 3, 'g') : decimalText(change, 0)));
            cells.push_back({text, row.values[i], std::isnan(row.values[i]) ? Tone::Muted : Tone::Flat, definition});
        }
        rows.push_back(std::move(cells));
    }
    m_differences->setTable(std::move(columns), std::move(rows));
    auto *differences = findChild<DataTable *>(u"differenceTable"_s);
    differences->setColumnWidths({24});
    for (int column = 1; column < m_differences->columnCount(); ++column)
        differences->setColumnWidth(column, 150);
    m_status->setText(tr("%n run(s) side by side", nullptr, int(comparison.runs.size())));
}

} // namespace bellwether
