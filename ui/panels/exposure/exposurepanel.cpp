#include "ui/panels/exposure/exposurepanel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int bothWidthMin = 760;

} // namespace

ExposurePanel::ExposurePanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_model(new ExposureTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"exposureTable"_s, this)),
      m_allocation(new AllocationChart(context.theme, context.format, this)),
      m_results(new ResultBars(context.theme, context.format, this)), m_by(new QComboBox(this)), m_showShares(new QToolButton(this)),
      m_showResults(new QToolButton(this))
{
    m_by->setObjectName(u"exposureBy"_s);
    m_by->setAccessibleName(tr("Exposure by"));
    m_by->addItem(tr("By strategy"), int(ExposureBy::Strategy));
    m_by->addItem(tr("By symbol"), int(ExposureBy::Symbol));
    m_by->addItem(tr("By sector"), int(ExposureBy::Sector));
    m_table->setAccessibleName(tr("Exposure"));
    m_table->setEmptyText(tr("Nothing is held and no signal was raised yet."));
    m_table->setColumnWidths({20, 4, 9, 9, 9, 8, 8, 8, 7, 8, 6, 6, 7, 7, 8, 7, 7});
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->addWidget(m_by);
    bar->addStretch();
    // Where there is no room for both charts, one of them is chosen.
    auto *which = new QButtonGroup(this);
    for (const auto &[button, name, words] : {std::tuple{m_showShares, u"exposureShares"_s, tr("Shares")}, std::tuple{m_showResults, u"exposureResults"_s, tr("P&L")}}) {
        button->setObjectName(name);
        button->setProperty("kind", u"flat"_s);
        button->setText(words);
        button->setCheckable(true);
        which->addButton(button);
        bar->addWidget(button);
        connect(button, &QToolButton::toggled, this, [this] { placeCharts(); });
    }
    m_showShares->setChecked(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    m_allocation->setAccessibleName(tr("Share of the exposure"));
    m_results->setAccessibleName(tr("Profit and loss"));
    auto *charts = new QSplitter(this);
    charts->setObjectName(u"exposureSplitter"_s);
    charts->setChildrenCollapsible(false);
    m_allocation->setMinimumSize(150, 90);
    m_results->setMinimumSize(150, 90);
    charts->addWidget(m_table);
    charts->addWidget(m_allocation);
    charts->addWidget(m_results);
    charts->setStretchFactor(0, 3);
    charts->setStretchFactor(1, 2);
    charts->setStretchFactor(2, 2);
    layout->addWidget(charts, 1);
    setFocusProxy(m_table);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] { showGrouping(); });
}

void ExposurePanel::placeCharts()
{
    const bool isNarrow = width() < bothWidthMin;
    m_showShares->setVisible(isNarrow);
    m_showResults->setVisible(isNarrow);
    m_allocation->setVisible(!isNarrow || m_showShares->isChecked());
    m_results->setVisible(!isNarrow || m_showResults->isChecked());
}

void ExposurePanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    placeCharts();
}

void ExposurePanel::showGrouping()
{
    // A sector raises no signals.
    const bool hasSignals = ExposureBy(m_by->currentData().toInt()) != ExposureBy::Sector;
    for (int column = ExposureTableModel::RaisedColumn; column <= ExposureTableModel::DeniedColumn; ++column)
        m_table->setColumnHidden(column, !hasSignals);
    if (const auto snapshot = m_context.desk.snapshot())
        refresh(*snapshot);
}

void ExposurePanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (isVisible()) // it folds a thousand fills: only for those who look
        refresh(snapshot);
}

void ExposurePanel::refresh(const DeskSnapshot &snapshot)
{
    const std::vector<ExposureRow> rows = exposureRows(snapshot, m_context.instruments, ExposureBy(m_by->currentData().toInt()));
    m_model->setRows(rows);
    showCharts(rows, snapshot.account);
}

void ExposurePanel::showCharts(const std::vector<ExposureRow> &rows, const AccountView &account)
{
    std::vector<AllocationChart::Share> shares;
    std::vector<ResultBars::Bar> bars;
    for (const ExposureRow &row : rows) {
        // Whole units: a ring that turns with every tick is a distraction.
        if (const double gross = std::round(row.longValue + row.shortValue); gross > 0)
            shares.push_back({row.name, gross});
        if (const double result = row.openPnl + row.realizedPnl - row.costs; std::fabs(result) >= 0.005)
            bars.push_back({row.name, result});
    }
    m_allocation->setShares(shares, m_context.format.percent(account.exposurePercent, 0), tr("Nothing is held."));
    m_results->setBars(std::move(bars), tr("No result yet."));
}

} // namespace bellwether
