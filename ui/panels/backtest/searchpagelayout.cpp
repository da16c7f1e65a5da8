#include "ui/panels/backtest/searchpage.h"

#include "ui/charts/heatgrid.h"
#include "ui/charts/stepchart.h"
#include "ui/panels/backtest/captioned.h"
#include "ui/panels/backtest/rangeform.h"
#include "ui/widgets/datatable.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

template <typename Editor> Editor *added(QFormLayout *form, const QString &name, const QString &label, Editor *editor, const QString &help)
{
    editor->setObjectName(name);
    editor->setAccessibleName(label);
    editor->setToolTip(help);
    auto *caption = new QLabel(label, editor->parentWidget());
    caption->setProperty("tone", u"muted"_s);
    caption->setBuddy(editor);
    form->addRow(caption, editor);
    return editor;
}

} // namespace

SearchPage::SearchPage(const Theme &theme, const Format &format, Laboratory &lab, QWidget *parent)
    : QWidget(parent), m_lab(lab), m_format(format), m_model(new CellTableModel({{tr("#"), {}, true}}, this))
{
    auto *all = new QSplitter(Qt::Horizontal, this);
    all->setObjectName(u"searchSplitter"_s);
    all->addWidget(makeSide());
    all->addWidget(makeResult(theme));
    all->setStretchFactor(1, 1);
    all->setSizes({350, 880});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(all);
    connect(&lab, &Laboratory::searchProgressed, this, [this](const LabSearchProgressPtr &progress) {
        if (progress->job == m_job)
            applyProgress(*progress);
    });
    connect(&lab, &Laboratory::searchFinished, this, [this](LabJobId job, const LabSearchPtr &search) {
        if (job != m_job)
            return;
        setRunning(0);
        show(search);
    });
    setRunning(0);
}

QWidget *SearchPage::makeSide()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(330);
    m_ranges = new RangeForm(side);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(4);
    m_objective = added(form, u"searchObjective"_s, tr("Objective"), new QComboBox(side),
                        tr("What is to be as large as possible: a figure, or an expression of figures such as sharpe*sqrt(trade_count)"));
    m_objective->setEditable(true);
    m_objective->setInsertPolicy(QComboBox::NoInsert);
    for (const auto &[text, key] : {std::pair{tr("Sharpe ratio"), u"sharpe"_s}, {tr("total return"), u"return"_s}, {tr("CAGR"), u"cagr"_s},
                                    {tr("Calmar ratio"), u"calmar"_s}, {tr("profit factor"), u"profit_factor"_s}, {tr("SQN"), u"sqn"_s}})
        m_objective->addItem(text, key);
    m_method = added(form, u"searchMethod"_s, tr("Method"), new QComboBox(side), tr("How the combinations are chosen"));
    for (const auto &[text, key] : {std::pair{tr("grid: all of them"), u"grid"_s}, {tr("random"), u"random"_s},
                                    {tr("genetic"), u"genetic"_s}, {tr("differential evolution"), u"de"_s}})
        m_method->addItem(text, key);
    m_samples = added(form, u"searchSamples"_s, tr("Samples"), new QLineEdit(side), tr("Combinations that a random search tries"));
    m_samples->setPlaceholderText(u"1000"_s);
    m_seed = added(form, u"searchSeed"_s, tr("Seed"), new QLineEdit(side), tr("The same seed gives the same table"));
    m_seed->setPlaceholderText(u"1"_s);
    m_tradesMin = added(form, u"searchTradesMin"_s, tr("Trades ≥"), new QLineEdit(side), tr("Fewer trades than that are not accepted"));
    m_tradesMin->setText(u"30"_s);
    m_drawdownMax = added(form, u"searchDrawdownMax"_s, tr("Max DD % ≤"), new QLineEdit(side), tr("Deeper drawdowns are not accepted; empty for any"));
    m_estimate = new QLabel(side);
    m_estimate->setObjectName(u"searchEstimate"_s);
    m_estimate->setProperty("kind", u"caption"_s);
    m_estimate->setWordWrap(true);
    m_start = new QPushButton(tr("Search"), side);
    m_start->setObjectName(u"startSearch"_s);
    m_start->setProperty("kind", u"approve"_s);
    m_stop = new QPushButton(tr("Stop"), side);
    m_stop->setObjectName(u"stopSearch"_s);
    m_stop->setToolTip(tr("End the search and keep what was found"));
    m_progress = new QProgressBar(side);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(5);
    m_status = new QLabel(side);
    m_status->setObjectName(u"searchStatus"_s);
    m_status->setProperty("kind", u"caption"_s);
    m_status->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start, 1);
    buttons->addWidget(m_stop);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_ranges);
    layout->addLayout(form);
    layout->addWidget(m_estimate);
    layout->addLayout(buttons);
    layout->addWidget(m_progress);
    layout->addWidget(m_status);
    layout->addStretch(1);
    connect(m_ranges, &RangeForm::changed, this, [this] { showEstimate(); });
    connect(m_method, &QComboBox::currentIndexChanged, this, [this] { showEstimate(); });
    connect(m_samples, &QLineEdit::textChanged, this, [this] { showEstimate(); });
    connect(m_start, &QPushButton::clicked, this, [this] { start(); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_lab.cancel(m_job); });
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(345);
    side->setObjectName(u"searchForm"_s);
    return scroll;
}

QWidget *SearchPage::makeResult(const Theme &theme)
{
    m_table = new DataTable(theme, m_model, u"trialTable"_s, this);
    m_table->setAccessibleName(tr("Combinations that were tried"));
    m_table->setEmptyText(tr("The best combinations stand here while the search goes. Return or a double click runs one."));
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        QStringList parameters;
        const CellTableModel::Row &cells = m_model->rows()[std::size_t(row)];
        for (int i = 0; i < m_names.size(); ++i)
            parameters.append(m_names[i] + u'=' + cells[std::size_t(i) + 1].text);
        Q_EMIT parametersWanted(parameters);
    });
    m_convergence = new StepChart(theme, u"convergenceChart"_s, this);
    m_convergence->setTitles(tr("runs"), tr("best objective"));
    m_convergence->setEmptyText(tr("How the best so far grew."));
    m_convergence->setAccessibleName(tr("Best objective by runs"));
    m_map = new HeatGrid(theme, u"searchMap"_s, this);
    m_map->setAccessibleName(tr("Objective over two parameters"));
    m_map->setEmptyText(tr("A map over two searched parameters."));
    m_mapX = new QComboBox(this);
    m_mapX->setObjectName(u"searchMapX"_s);
    m_mapX->setAccessibleName(tr("Parameter across"));
    m_mapY = new QComboBox(this);
    m_mapY->setObjectName(u"searchMapY"_s);
    m_mapY->setAccessibleName(tr("Parameter upwards"));
    m_export = new QPushButton(tr("Export CSV…"), this);
    m_export->setObjectName(u"exportSearch"_s);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, [this] { exportCsv(); });
    for (QComboBox *box : {m_mapX, m_mapY})
        connect(box, &QComboBox::activated, this, [this] { showMap(); });

    auto *map = new QWidget(this);
    auto *axes = new QHBoxLayout;
    axes->setContentsMargins(8, 4, 8, 2);
    axes->setSpacing(8);
    auto *title = new QLabel(tr("Best objective over"), map);
    title->setProperty("tone", u"muted"_s);
    axes->addWidget(title);
    axes->addWidget(m_mapX, 1);
    axes->addWidget(m_mapY, 1);
    axes->addWidget(m_export);
    auto *column = new QVBoxLayout(map);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(axes);
    column->addWidget(m_map, 1);
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->setObjectName(u"searchBelow"_s);
    below->addWidget(captioned(tr("Best so far"), m_convergence, tr("Best objective after so many runs"), this));
    below->addWidget(map);
    below->setSizes({360, 560});
    auto *all = new QSplitter(Qt::Vertical, this);
    all->setObjectName(u"searchResult"_s);
    all->addWidget(m_table);
    all->addWidget(below);
    all->setSizes({290, 330});
    return all;
}

void SearchPage::setRunning(LabJobId job)
{
    m_job = job;
    m_stop->setEnabled(job != 0);
    m_progress->setRange(0, job == 0 ? 1 : 0);
    m_progress->setValue(0);
    showEstimate();
}

} // namespace bellwether
