#include "ui/panels/backtest/metricspage.h"

#include "core/analytics/breakdown.h"
#include "ui/models/labwords.h"
#include "ui/panels/backtest/captioned.h"
#include "ui/widgets/datatable.h"

#include <QHeaderView>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

CellTableModel::Cell number(const QString &text, double value, const QString &help = {}) { return {text, value, Tone::Flat, help}; }

} // namespace

MetricsPage::MetricsPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_metrics(new MetricTableModel(this)),
      m_costs(new CellTableModel({{tr("Cost"), tr("What was paid for"), false},
                                  {tr("Amount"), tr("Over the whole run"), true},
                                  {tr("Of gross profit"), tr("Amount ÷ gross profit of winning trades"), true},
                                  {tr("A trade"), tr("Amount ÷ closed trades"), true}}, this)),
      m_exits(new CellTableModel({{tr("Closed by"), {}, false},
                                  {tr("Trades"), {}, true},
                                  {tr("Win rate"), tr("Share with a net result above 0"), true},
                                  {tr("Net"), tr("Σ results, net of costs"), true},
                                  {tr("Mean"), tr("Mean result"), true}}, this)),
      m_entries(new CellTableModel({{tr("Entered by"), tr("Side, and the conditions that were met"), false},
                                    {tr("Trades"), {}, true},
                                    {tr("Win rate"), tr("Share with a net result above 0"), true},
                                    {tr("Net"), tr("Σ results, net of costs"), true},
                                    {tr("Mean"), tr("Mean result"), true}}, this)),
      m_denied(new CellTableModel({{tr("Entry not made"), tr("Why the signal became no order"), false}, {tr("Times"), {}, true}}, this)),
      m_drawdowns(new CellTableModel({{tr("Depth"), tr("1 − trough ÷ peak"), true},
                                      {tr("Money"), tr("Peak − trough"), true},
                                      {tr("Peak"), {}, false},
                                      {tr("Trough"), {}, false},
                                      {tr("Recovered"), {}, false}}, this))
{
    auto *metrics = new DataTable(theme, m_metrics, u"metricTable"_s, this);
    metrics->setAccessibleName(tr("Figures of the run"));
    metrics->setEmptyText(tr("The figures of a run stand here."));
    metrics->setColumnWidths({26, 14, 14, 14});
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    addTable(m_costs, u"costTable"_s, tr("Costs"), tr("Nothing was charged."), {28, 13, 16, 12}, column);
    addTable(m_exits, u"exitTable"_s, tr("Exits"), tr("No trade was closed."), {27, 9, 10, 13, 12}, column);
    addTable(m_entries, u"entryTable"_s, tr("Entries"), tr("No trade was closed."), {27, 9, 10, 13, 12}, column);
    addTable(m_drawdowns, u"drawdownTable"_s, tr("Deepest drawdowns"), tr("Equity never fell."), {12, 14, 14, 14, 15}, column);
    addTable(m_denied, u"deniedTable"_s, tr("Entries not made"), tr("Every entry was made."), {58, 11}, column);
    // Costs and exits have the most rows.
    int place = 0;
    for (const int weight : {7, 6, 5, 5, 4})
        column->setStretch(place++, weight);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"metricsSplitter"_s);
    splitter->addWidget(metrics);
    splitter->addWidget(right);
    splitter->setSizes({640, 620});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(metrics);
}

DataTable *MetricsPage::addTable(CellTableModel *model, const QString &name, const QString &title, const QString &emptyText,
                                 const std::vector<int> &widths, QLayout *layout)
{
    auto *table = new DataTable(m_theme, model, name, this);
    table->setAccessibleName(title);
    table->setEmptyText(tr("Stands here after a run."));
    m_emptyTexts.emplace_back(table, emptyText);
    table->setColumnWidths(widths);
    if (model != m_drawdowns) // words get what the numbers leave
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    layout->addWidget(captioned(title, table, {}, this));
    return table;
}

void MetricsPage::setReport(const LabReportPtr &report, const Format &format)
{
    m_metrics->setReport(report);
    for (const auto &[table, emptyText] : m_emptyTexts)
        table->setEmptyText(emptyText);
    showCosts(*report, format);
    showGroups(byExitReason(*report->trades), format, m_exits);
    showGroups(byEntryReason(*report), format, m_entries);
    showDrawdowns(*report, format);
    std::vector<CellTableModel::Row> denied;
    for (const LabDenial &denial : report->denied)
        denied.push_back({{labWords(denial.reason)}, number(format.number(double(denial.count), 0), double(denial.count))});
    m_denied->setRows(std::move(denied));
}

void MetricsPage::showCosts(const LabReport &report, const Format &format)
{
    std::vector<CellTableModel::Row> rows;
    const double gross = report.figures.all.grossProfit;
    const double trades = report.figures.all.tradeCount;
    const auto add = [&](const QString &name, const Money &amount, Tone tone) {
        const double value = amount.toDouble();
        const double share = gross > 0 ? value / gross * 100 : notAvailable;
        rows.push_back({{name, {}, tone}, number(format.money(amount), value), number(format.percent(share), share),
                        number(trades > 0 ? format.number(value / trades, 2) : u"—"_s, trades > 0 ? value / trades : notAvailable)});
    };
    Money total = Money::zero(report.capital.currency);
    for (const LabCost &cost : report.costs) {
        total += cost.amount;
        add(labWords(cost.kind), cost.amount, Tone::Flat);
    }
    if (!rows.empty())
        add(tr("together"), total, Tone::Strong);
    m_costs->setRows(std::move(rows));
}

void MetricsPage::showGroups(const std::vector<TradeGroup> &groups, const Format &format, CellTableModel *model)
{
    std::vector<CellTableModel::Row> rows;
    for (const TradeGroup &group : groups) {
        const QString name = labWords(group.name);
        rows.push_back({{name, {}, Tone::Flat, name}, number(format.number(group.trades, 0), group.trades),
                        number(format.percent(group.winRate() * 100, 1), group.winRate()), number(format.number(group.net, 2), group.net),
                        number(format.number(group.mean(), 2), group.mean())});
    }
    model->setRows(std::move(rows));
}

void MetricsPage::showDrawdowns(const LabReport &report, const Format &format)
{
    const auto day = [&](std::size_t mark) { return format.local((*report.markTime)[mark]).toString(u"yyyy-MM-dd"_s); };
    std::vector<CellTableModel::Row> rows;
    for (const Drawdown &one : report.figures.worstDrawdowns) {
        rows.push_back({number(format.percent(one.depth * 100), one.depth), number(format.number(one.money, 2), one.money),
                        {one.peak < 0 ? tr("start") : day(std::size_t(one.peak))}, {day(one.trough)},
                        {one.recovery ? day(*one.recovery) : tr("not yet")}});
    }
    m_drawdowns->setRows(std::move(rows));
}

} // namespace bellwether
