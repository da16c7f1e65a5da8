#include "ui/panels/backtest/walkforwardpage.h"

#include "ui/charts/curvechart.h"
#include "ui/models/celltablemodel.h"
#include "ui/panels/backtest/captioned.h"
#include "ui/widgets/datatable.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString day(Timestamp time) { return toIsoString(time).left(10); }

QLineEdit *addLine(QHBoxLayout *row, QWidget *bar, const QString &name, const QString &label, const QString &placeholder, const QString &help)
{
    auto *line = new QLineEdit(bar);
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setPlaceholderText(placeholder);
    line->setToolTip(help);
    line->setFixedWidth(60);
    auto *caption = new QLabel(label, bar);
    caption->setProperty("tone", u"muted"_s);
    caption->setBuddy(line);
    row->addWidget(caption);
    row->addWidget(line);
    return line;
}

} // namespace

WalkForwardPage::WalkForwardPage(const Theme &theme, const Format &format, Laboratory &lab, QWidget *parent)
    : QWidget(parent), m_lab(lab), m_format(format), m_equity(new CurveChart(theme, format, u"walkForwardChart"_s, this)),
      m_steps(new CellTableModel({{tr("#"), {}, true},
                                  {tr("Searched from"), {}, false},
                                  {tr("Traded from"), {}, false},
                                  {tr("To"), {}, false},
                                  {tr("Chosen"), tr("The best parameters of the search"), false},
                                  {tr("Objective in"), tr("In sample: what the search saw"), true},
                                  {tr("Objective out"), tr("Out of sample: the bars after it"), true},
                                  {tr("Return in"), {}, true},
                                  {tr("Return out"), {}, true},
                                  {tr("Efficiency"), tr("Return a day out of sample ÷ in sample"), true},
                                  {tr("Max DD out"), {}, true},
                                  {tr("Trades out"), {}, true},
                                  {tr("Runs"), tr("Of the search"), true}}, this))
{
    m_equity->setAccessibleName(tr("Equity out of sample"));
    m_equity->setEmptyText(tr("Set ranges under Optimise, then start: each window is searched, and its winner traded over the bars after it."));
    auto *table = new DataTable(theme, m_steps, u"walkForwardTable"_s, this);
    table->setAccessibleName(tr("Windows of the test"));
    table->setEmptyText(tr("One row per window stands here."));
    table->setColumnWidths({4, 12, 11, 10, 30, 12, 12, 10, 10, 10, 11, 10, 6});
    auto *all = new QSplitter(Qt::Vertical, this);
    all->setObjectName(u"walkForwardSplitter"_s);
    all->addWidget(captioned(tr("Out-of-sample equity, part after part"), m_equity, {}, this));
    all->addWidget(table);
    all->setSizes({360, 260});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(all, 1);
    connect(&lab, &Laboratory::walkForwardProgressed, this, [this](LabJobId job, int window, int windows, double share) {
        if (job != m_job)
            return;
        m_progress->setRange(0, 1'000 * windows);
        m_progress->setValue(int(1'000 * (window + share)));
        m_status->setText(tr("Window %1 of %2").arg(window + 1).arg(windows));
    });
    connect(&lab, &Laboratory::walkForwardFinished, this, [this](LabJobId job, const LabWalkForwardPtr &test) {
        if (job != m_job)
            return;
        setRunning(0);
        show(*test);
    });
    setRunning(0);
}

QWidget *WalkForwardPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    m_kind = new QComboBox(bar);
    m_kind->setObjectName(u"walkForwardKind"_s);
    m_kind->setAccessibleName(tr("Kind of window"));
    m_kind->addItem(tr("rolling windows"), false);
    m_kind->addItem(tr("anchored at the first bar"), true);
    row->addWidget(m_kind);
    m_windows = addLine(row, bar, u"walkForwardWindows"_s, tr("Windows"), u"5"_s, tr("Out-of-sample parts"));
    m_inSample = addLine(row, bar, u"walkForwardInSample"_s, tr("In sample, %"), u"70"_s, tr("Share of a window that is searched"));
    m_start = new QPushButton(tr("Start"), bar);
    m_start->setObjectName(u"startWalkForward"_s);
    m_start->setToolTip(tr("With the ranges and the objective of the Optimise tab"));
    m_stop = new QPushButton(tr("Stop"), bar);
    m_stop->setObjectName(u"stopWalkForward"_s);
    m_progress = new QProgressBar(bar);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(120, 5);
    m_status = new QLabel(bar);
    m_status->setObjectName(u"walkForwardStatus"_s);
    m_status->setWordWrap(true);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_progress);
    row->addWidget(m_status, 1);
    connect(m_start, &QPushButton::clicked, this, [this] { start(); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_lab.cancel(m_job); });
    return bar;
}

void WalkForwardPage::start()
{
    const auto search = m_source ? m_source() : std::nullopt;
    if (!search) {
        m_status->setText(tr("Not started: a field of the form, or a range under Optimise, needs another value."));
        return;
    }
    setRunning(m_lab.startWalkForward({*search, m_kind->currentData().toBool(), m_windows->text().trimmed(), m_inSample->text().trimmed()}));
    m_status->setText(tr("Loading the bars…"));
}

void WalkForwardPage::setRunning(LabJobId job)
{
    m_job = job;
    m_start->setEnabled(job == 0);
    m_stop->setEnabled(job != 0);
    m_progress->setRange(0, job == 0 ? 1 : 0);
    m_progress->setValue(0);
}

bool WalkForwardPage::applyFailure(LabJobId job, const LabFailure &failure)
{
    if (job != m_job || job == 0)
        return false;
    setRunning(0);
    m_status->setText(failure.code == ErrorCode::Cancelled ? tr("Cancelled.") : failure.text);
    return true;
}

void WalkForwardPage::show(const LabWalkForward &test)
{
    const auto time = std::make_shared<const std::vector<Timestamp>>(test.equity.time);
    m_equity->setCurves({{tr("Equity out of sample"), ColorRole::Line1, {time, std::make_shared<const std::vector<double>>(test.equity.value)}}},
                        CurveChart::Unit::Money);
    m_equity->setDrawdowns({{tr("Drawdown"), ColorRole::Loss,
                             {time, std::make_shared<const std::vector<double>>(drawdownCurve(test.equity.value, test.capital))}}});
    std::vector<CellTableModel::Row> rows;
    for (const LabWalkForwardStep &step : test.steps) {
        const auto number = [](const QString &text, double value) { return CellTableModel::Cell{text, value}; };
        const auto percent = [&](double share) { return number(m_format.signedPercent(share * 100), share); };
        rows.push_back({number(QString::number(rows.size() + 1), double(rows.size())),
                        {day(step.searchFrom)},
                        {day(step.testFrom)},
                        {day(step.testTo)},
                        {step.parameters.isEmpty() ? tr("nothing accepted: not traded") : step.parameters, {},
                         step.parameters.isEmpty() ? Tone::Warning : Tone::Flat, step.parameters},
                        number(m_format.number(step.inSampleObjective, 3), step.inSampleObjective),
                        number(m_format.number(step.outOfSampleObjective, 3), step.outOfSampleObjective),
                        percent(step.inSampleReturn),
                        percent(step.outOfSampleReturn),
                        number(m_format.number(step.efficiency, 2), step.efficiency),
                        number(m_format.percent(step.drawdownMax * 100), step.drawdownMax),
                        number(m_format.number(double(step.trades), 0), double(step.trades)),
                        number(m_format.number(double(step.runs), 0), double(step.runs))});
    }
    m_steps->setRows(std::move(rows));
    const AccountFigures &account = test.figures.account;
    QString text = tr("Out of sample: return %1, max drawdown %2, Sharpe %3. Efficiency %4; %5 of the parts gained. %6 s")
                       .arg(m_format.signedPercent(account.totalReturn * 100), m_format.percent(account.drawdownMax * 100),
                            m_format.number(account.sharpe, 2), m_format.number(test.efficiency, 2),
                            m_format.percent(test.profitableShare * 100, 0), QString::number(test.seconds, 'f', 1));
    if (test.wasCancelled)
        text += tr("; stopped, the windows made until then are kept");
    m_status->setText(text);
}

} // namespace bellwether
