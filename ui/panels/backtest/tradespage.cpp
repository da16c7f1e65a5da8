#include "ui/panels/backtest/tradespage.h"

#include "ui/models/labwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t markedMost = 600; ///< trades; more than that on one screen is noise

} // namespace

TradesPage::TradesPage(const Theme &theme, const Format &format, QWidget *parent)
    : QWidget(parent), m_chart(new PriceChart(theme, format, this)), m_model(new TradeTableModel(this)),
      m_table(new DataTable(theme, m_model, u"backtestTrades"_s, this)), m_format(format)
{
    m_chart->setObjectName(u"tradeChart"_s);
    m_chart->setAccessibleName(tr("Bars of the run with its trades"));
    m_chart->hide(); // there are no bars before the first run
    m_table->setAccessibleName(tr("Trades of the run"));
    m_table->setEmptyText(tr("The trades of a run stand here, each with its candles: choose strategy and data on the left, then Run."));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->filter().setSortedByModel(true);
    m_table->setColumnWidths({6, -9, 6, 10, 16, 10, 16, 10, 11, 6, 9, 11, 9, 6, 11, 10, 10, 100});
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"tradesSplitter"_s);
    splitter->addWidget(m_chart);
    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFilter());
    column->addWidget(m_table, 1);
    splitter->addWidget(below);
    splitter->setSizes({360, 320});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_table);
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this] {
        if (chosen() >= 0)
            m_kept = chosen();
        showTrade(chosen());
        Q_EMIT tradeChosen(chosen());
    });
    connect(m_model, &TradeTableModel::sorted, this, [this] {
        showCount();
        if (chosen() < 0 && m_model->rowOf(m_kept) >= 0)
            choose(m_kept);
    });
    connect(m_chart, &PriceChart::markerClicked, this, [this](int marker) {
        if (marker >= 0 && marker < int(m_marked.size()))
            choose(int(m_marked[std::size_t(marker)]));
    });
    connect(m_chart, &QCustomPlot::afterReplot, this, [this] {
        if (m_chart->view() != m_markedView)
            placeMarkers();
    });
}

QWidget *TradesPage::makeFilter()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(6);
    m_words = new QLineEdit(bar);
    m_words->setObjectName(u"tradeFilter"_s);
    m_words->setPlaceholderText(tr("Find: stop, 2021-05, RSI …"));
    m_words->setAccessibleName(tr("Find trades"));
    m_words->setToolTip(tr("Words of symbol, side, exit, entry reason or day; every one of them has to be there"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(280);
    m_sides = new QComboBox(bar);
    m_sides->setObjectName(u"tradeSides"_s);
    m_sides->setAccessibleName(tr("Side"));
    m_sides->addItems({tr("both sides"), tr("long"), tr("short")});
    m_outcomes = new QComboBox(bar);
    m_outcomes->setObjectName(u"tradeOutcomes"_s);
    m_outcomes->setAccessibleName(tr("Outcome"));
    m_outcomes->addItems({tr("all results"), tr("winners"), tr("losers")});
    m_count = new QLabel(bar);
    m_count->setObjectName(u"tradeCount"_s);
    m_count->setProperty("tone", u"muted"_s);
    row->addWidget(m_words, 1);
    row->addWidget(m_sides);
    row->addWidget(m_outcomes);
    row->addWidget(m_count);
    row->addStretch(1);
    connect(m_words, &QLineEdit::textChanged, this, [this] { applyFilter(); });
    for (QComboBox *box : {m_sides, m_outcomes})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { applyFilter(); });
    return bar;
}

void TradesPage::applyFilter()
{
    TradeFilter filter;
    filter.words = m_words->text().simplified();
    if (m_sides->currentIndex() > 0)
        filter.side = m_sides->currentIndex() == 1 ? Side::Buy : Side::Sell;
    filter.outcome = TradeFilter::Outcome(m_outcomes->currentIndex());
    m_model->setFilter(filter);
}

void TradesPage::showCount()
{
    if (!m_report)
        return;
    const auto all = double(m_report->trades->size());
    const double shown = m_model->rowCount();
    const QString sum = m_format.number(m_model->shownSum(), 2);
    m_count->setText(shown < all ? tr("%1 of %2 trades, net %3").arg(m_format.number(shown, 0), m_format.number(all, 0), sum)
                                 : tr("%1 trades, net %2").arg(m_format.number(all, 0), sum));
    m_table->setEmptyText(all > 0 ? tr("No trade passes the filter.") : tr("No trade was closed."));
}

void TradesPage::setReport(const LabReportPtr &report, const Format &format)
{
    m_report = report;
    m_format = format;
    m_kept = -1;
    m_chart->show();
    m_model->setReport(report, format);
    applyFilter();
    m_table->setColumnHidden(TradeTableModel::SymbolColumn, report->instruments.size() < 2);
    const QHeaderView *header = m_table->horizontalHeader();
    m_model->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    showCount();
    showIndicators();
    m_areBarsStale = true;
    if (isVisible())
        showBars(0);
}

// What the strategies of the run decided on; what the user has added stays.
void TradesPage::showIndicators()
{
    if (m_report->indicators == m_decidedOn)
        return;
    const QStringList before = std::exchange(m_decidedOn, m_report->indicators);
    for (const QString &title : m_chart->indicators()) {
        if (before.contains(title))
            m_chart->removeIndicator(title);
    }
    for (const QString &spec : m_decidedOn)
        static_cast<void>(m_chart->addIndicator(spec)); // one that is there already stays
}

void TradesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_report && m_areBarsStale)
        showBars(0);
    if (chosen() >= 0)
        showTrade(chosen());
}

void TradesPage::showBars(std::size_t instrument)
{
    m_areBarsStale = false;
    m_instrument = instrument;
    const LabInstrument &shown = m_report->instruments[instrument];
    m_here.clear();
    for (std::size_t i = 0; i < m_report->trades->size(); ++i) {
        if ((*m_report->trades)[i].instrument == instrument)
            m_here.push_back(std::uint32_t(i));
    }
    m_chart->setSeries(shown.symbol, m_report->timeframe, shown.priceDecimals, Format::forCalendar(shown.calendar));
    m_chart->apply({.instrument = shown.id, .timeframe = m_report->timeframe, .history = shown.bars});
    m_markedView = {};
    placeMarkers();
}

// With one instrument the marks of the run are its bars; with several the moment tells the bar, and a fill at an open
// belongs to the bar that begins there.
std::size_t TradesPage::rowOfEntry(const RoundTrip &trade) const
{
    const LabInstrument &shown = m_report->instruments[m_instrument];
    if (m_report->instruments.size() == 1)
        return std::min(shown.firstRow + trade.entryBar, shown.bars->size() - 1);
    const auto &times = shown.bars->closeTime;
    return std::size_t(std::min<std::ptrdiff_t>(std::ranges::upper_bound(times, trade.entryTime) - times.begin(), std::ptrdiff_t(times.size()) - 1));
}

std::size_t TradesPage::rowOfExit(const RoundTrip &trade) const
{
    const LabInstrument &shown = m_report->instruments[m_instrument];
    if (m_report->instruments.size() == 1)
        return std::min(shown.firstRow + trade.exitBar, shown.bars->size() - 1);
    const auto &times = shown.bars->closeTime;
    return std::size_t(std::min<std::ptrdiff_t>(std::ranges::lower_bound(times, trade.exitTime) - times.begin(), std::ptrdiff_t(times.size()) - 1));
}

void TradesPage::addMarkers(const RoundTrip &trade, std::vector<ChartMarker> &markers) const
{
    using Kind = ChartMarker::Kind;
    const auto &times = m_report->instruments[m_instrument].bars->closeTime;
    ChartMarker entry;
    entry.kind = trade.isLong() ? Kind::Buy : Kind::Short;
    entry.time = times[rowOfEntry(trade)];
    entry.price = trade.entryPrice;
    entry.text = tr("%1 %2 @ %3\n%4").arg(trade.isLong() ? tr("long") : tr("short"), toString(trade.quantity), toString(trade.entryPrice),
                                          entryReasonOf(*m_report, trade));
    ChartMarker exit;
    exit.kind = trade.isLong() ? Kind::Sell : Kind::Cover;
    exit.time = times[rowOfExit(trade)];
    exit.price = trade.exitPrice;
    exit.isClosing = true;
    exit.entryTime = entry.time;
    exit.entryPrice = trade.entryPrice;
    exit.pnl = trade.pnl.toDouble();
    exit.text = tr("closed by %1 @ %2, P&L %3").arg(exitWords(trade.exitReason), toString(trade.exitPrice),
                                                    m_format.signedMoney(trade.pnl));
    markers.push_back(entry);
    markers.push_back(exit);
}

void TradesPage::placeMarkers()
{
    m_markedView = m_chart->view();
    if (!m_report || m_report->instruments.empty())
        return;
    const auto &times = m_report->instruments[m_instrument].bars->closeTime;
    if (times.empty())
        return;
    const auto timeAt = [&](double bar) { return times[std::size_t(std::clamp(bar, 0.0, double(times.size()) - 1))]; };
    const Timestamp from = timeAt(m_markedView.lower);
    const Timestamp to = timeAt(m_markedView.upper);
    const auto exitOf = [this](std::uint32_t trade) { return (*m_report->trades)[trade].exitTime; };
    std::vector<ChartMarker> markers;
    m_marked.clear();
    auto one = std::ranges::lower_bound(m_here, from, {}, exitOf);
    const auto last = std::ranges::upper_bound(one, m_here.end(), to, {}, exitOf);
    const auto add = [&](std::uint32_t trade) {
        addMarkers((*m_report->trades)[trade], markers);
        m_marked.insert(m_marked.end(), 2, trade);
    };
    if (std::size_t(last - one) <= markedMost) {
        std::for_each(one, last, add);
        if (last != m_here.end()) // one that is closed beyond the edge may have begun here
            add(*last);
    } else if (chosen() >= 0) {
        add(std::uint32_t(chosen()));
    }
    m_chart->setMarkers(std::move(markers));
}

void TradesPage::showTrade(int trade)
{
    if (trade < 0 || !isVisible() || !m_report) {
        m_chart->setLevels({});
        return;
    }
    const RoundTrip &one = (*m_report->trades)[std::size_t(trade)];
    if (one.instrument != m_instrument && one.instrument < m_report->instruments.size())
        showBars(one.instrument);
    const double entry = double(rowOfEntry(one));
    const double exit = double(rowOfExit(one));
    const double span = std::max(80.0, (exit - entry) * 2.2);
    m_chart->showBars((entry + exit - span) / 2, (entry + exit + span) / 2);
    std::vector<ChartLevel> levels{{ChartLevel::Kind::Entry, one.entryPrice, tr("entry")}};
    const double risk = one.moneyAtRisk / one.quantity.toDouble();
    if (std::isfinite(risk) && risk > 0)
        levels.push_back({ChartLevel::Kind::Stop, Price::fromDouble(one.entryPrice.toDouble() - signOf(one.side) * risk), tr("stop")});
    if (one.target.isPositive())
        levels.push_back({ChartLevel::Kind::Target, one.target, tr("target")});
    if (one.exitReason == ExitReason::MovedStop)
        levels.push_back({ChartLevel::Kind::Stop, one.exitPrice, tr("moved stop")});
    else if (one.exitReason != ExitReason::Stop && one.exitReason != ExitReason::Target)
        levels.push_back({ChartLevel::Kind::Position, one.exitPrice, tr("exit")});
    m_chart->setLevels(std::move(levels));
    placeMarkers();
}

void TradesPage::choose(int trade)
{
    if (m_model->rowOf(trade) < 0 && trade >= 0) { // hidden by the filter: what is asked for is shown
        m_kept = trade;
        for (QComboBox *box : {m_sides, m_outcomes})
            box->setCurrentIndex(0);
        m_words->clear();
        return;
    }
    m_table->selectSourceRow(m_model->rowOf(trade));
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
}

} // namespace bellwether
