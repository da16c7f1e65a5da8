#include "ui/models/tradetablemodel.h"

#include "ui/models/celltablemodel.h"
#include "ui/models/poolresult.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using C = TradeTableModel::Column;

constexpr std::size_t sortedAtOnce = 2'000;

QString dayTime(const Format &format, Timestamp time) { return format.local(time).toString(u"yyyy-MM-dd HH:mm"_s); }

double riskMultiple(const RoundTrip &trade) { return trade.pnl.toDouble() / trade.moneyAtRisk; }

/// What a column sorts by. The running sum and texts sort by the order of exits and by their own order.
double sortKey(const RoundTrip &trade, std::size_t index, C column)
{
    switch (column) {
    case C::NumberColumn:
    case C::CumulativeColumn: return double(index);
    case C::SymbolColumn: return trade.instrument;
    case C::SideColumn: return trade.isLong() ? 0 : 1;
    case C::QuantityColumn: return trade.quantity.toDouble();
    case C::EntryTimeColumn: return double(trade.entryTime.ns());
    case C::EntryPriceColumn: return trade.entryPrice.toDouble();
    case C::ExitTimeColumn: return double(trade.exitTime.ns());
    case C::ExitPriceColumn: return trade.exitPrice.toDouble();
    case C::ExitReasonColumn: return double(int(trade.exitReason));
    case C::BarsColumn: return double(trade.exitBar) - double(trade.entryBar);
    case C::CostsColumn: return trade.costs.toDouble();
    case C::PnlColumn: return trade.pnl.toDouble();
    case C::ReturnColumn: return trade.returnFraction();
    case C::RiskColumn: return riskMultiple(trade);
    case C::AdverseColumn: return trade.adverse;
    case C::FavourableColumn: return trade.favourable;
    case C::EntryReasonColumn: return trade.reasonCount;
    case C::ColumnCount: break;
    }
    return 0;
}

} // namespace

std::vector<std::uint32_t> tradeOrder(const LabReport &report, TradeTableModel::Column column, Qt::SortOrder order)
{
    const std::vector<RoundTrip> &trades = *report.trades;
    std::vector<std::uint32_t> rows(trades.size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::vector<double> keys(trades.size());
    for (std::size_t i = 0; i < trades.size(); ++i) {
        keys[i] = sortKey(trades[i], i, column);
        if (column == C::CumulativeColumn)
            keys[i] = trades[i].pnl.toDouble() + (i > 0 ? keys[i - 1] : 0);
        if (std::isnan(keys[i])) // below every number
            keys[i] = -std::numeric_limits<double>::infinity();
    }
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return order == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a];
    };
    std::stable_sort(rows.begin(), rows.end(), before);
    return rows;
}

TradeTableModel::TradeTableModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_columns = {
        {tr("#"), tr("Number in the order of the exits"), true},
        {tr("Symbol"), {}, false},
        {tr("Side"), {}, false},
        {tr("Qty"), tr("Quantity, in units"), true},
        {tr("Entry"), tr("When it was entered, in the exchange's zone"), false},
        {tr("Price in"), tr("Price of the entry, spread and slippage in it"), true},
        {tr("Exit"), tr("When it was closed"), false},
        {tr("Price out"), tr("Price of the exit"), true},
        {tr("Why"), tr("Why it was closed"), false},
        {tr("Bars"), tr("Bars held"), true},
        {tr("Costs"), tr("Fees of both fills"), true},
        {tr("P&L"), tr("Result, net of all costs"), true},
        {tr("P&L %"), tr("Result as a share of the entry's value"), true},
        {tr("R"), tr("Result ÷ money at risk between entry and stop"), true},
        {tr("Sum"), tr("Results of the closed trades up to this one"), true},
        {tr("MAE"), tr("Worst open result"), true},
        {tr("MFE"), tr("Best open result"), true},
        {tr("Entry reason"), tr("The conditions that were met"), false},
    };
}

void TradeTableModel::setReport(const LabReportPtr &report, const Format &format)
{
    beginResetModel();
    ++m_generation;
    m_report = report;
    m_format = format;
    m_order.resize(report->trades->size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    m_rows = m_order;
    m_cumulative.clear();
    m_cumulative.reserve(m_order.size());
    double sum = 0;
    for (const RoundTrip &trade : *report->trades)
        m_cumulative.push_back(sum += trade.pnl.toDouble());
    endResetModel();
}

int TradeTableModel::tradeAt(int row) const { return row >= 0 && row < rowCount() ? int(m_order[std::size_t(row)]) : -1; }
int TradeTableModel::rowOf(int trade) const { return trade >= 0 && trade < rowCount() ? int(m_rows[std::size_t(trade)]) : -1; }

const LabInstrument &TradeTableModel::instrumentOf(const RoundTrip &trade) const
{
    return m_report->instruments[std::min<std::size_t>(trade.instrument, m_report->instruments.size() - 1)];
}

QVariant TradeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    return columnHeader(m_columns[std::size_t(section)], role);
}

QVariant TradeTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    const std::uint32_t number = m_order[std::size_t(index.row())];
    const RoundTrip &trade = (*m_report->trades)[number];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(trade, number, column);
    case SortRole: return sortKey(trade, number, column);
    case ToneRole: return int(tone(trade, column));
    case Qt::ToolTipRole: return help(trade, column);
    case Qt::TextAlignmentRole: return columnHeader(m_columns[std::size_t(index.column())], role);
    default: return {};
    }
}

QString TradeTableModel::text(const RoundTrip &trade, std::size_t index, Column column) const
{
    const LabInstrument &instrument = instrumentOf(trade);
    switch (column) {
    case NumberColumn: return QString::number(index + 1);
    case SymbolColumn: return instrument.symbol;
    case SideColumn: return trade.isLong() ? tr("long") : tr("short");
    case QuantityColumn: return m_format.quantity(trade.quantity, instrument.quantityDecimals);
    case EntryTimeColumn: return dayTime(m_format, trade.entryTime);
    case EntryPriceColumn: return m_format.price(trade.entryPrice, instrument.priceDecimals);
    case ExitTimeColumn: return dayTime(m_format, trade.exitTime);
    case ExitPriceColumn: return m_format.price(trade.exitPrice, instrument.priceDecimals);
    case ExitReasonColumn: return toString(trade.exitReason).replace(u'_', u' ');
    case BarsColumn: return QString::number(trade.exitBar - trade.entryBar);
    case CostsColumn: return m_format.money(trade.costs);
    case PnlColumn: return m_format.signedMoney(trade.pnl);
    case ReturnColumn: return m_format.signedPercent(trade.returnFraction() * 100);
    case RiskColumn: return m_format.number(riskMultiple(trade), 2);
    case CumulativeColumn: return m_format.number(m_cumulative[index], 2);
    case AdverseColumn: return m_format.number(trade.adverse, 2);
    case FavourableColumn: return m_format.number(trade.favourable, 2);
    case EntryReasonColumn: return entryReasonOf(*m_report, trade);
    case ColumnCount: break;
    }
    return {};
}

Tone TradeTableModel::tone(const RoundTrip &trade, Column column) const
{
    switch (column) {
    case SideColumn: return toneOf(trade.side);
    case PnlColumn:
    case ReturnColumn:
    case RiskColumn: return toneOf(trade.pnl);
    case SymbolColumn: return Tone::Strong;
    case NumberColumn:
    case EntryTimeColumn:
    case ExitTimeColumn:
    case CostsColumn:
    case EntryReasonColumn: return Tone::Muted;
    default: return Tone::Flat;
    }
}

QVariant TradeTableModel::help(const RoundTrip &trade, Column column) const
{
    if (column == EntryReasonColumn)
        return entryReasonOf(*m_report, trade).replace(u"; "_s, u"\n"_s);
    if (column == EntryTimeColumn || column == ExitTimeColumn)
        return m_format.dualTime(column == EntryTimeColumn ? trade.entryTime : trade.exitTime);
    return {};
}

void TradeTableModel::sort(int column, Qt::SortOrder order)
{
    if (!m_report)
        return;
    const Column by = column < 0 ? NumberColumn : Column(column);
    if (column < 0)
        order = Qt::AscendingOrder;
    const quint64 generation = ++m_generation;
    if (m_order.size() <= sortedAtOnce) {
        adopt(tradeOrder(*m_report, by, order));
        return;
    }
    takeFromPool(this, [report = m_report, by, order] { return tradeOrder(*report, by, order); },
                 [this, generation](std::vector<std::uint32_t> rows) {
                     if (generation == m_generation)
                         adopt(std::move(rows));
                 });
}

void TradeTableModel::adopt(std::vector<std::uint32_t> order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<std::uint32_t> before = std::exchange(m_order, std::move(order));
    for (std::size_t row = 0; row < m_order.size(); ++row)
        m_rows[m_order[row]] = std::uint32_t(row);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &one : from)
        to.append(index(int(m_rows[before[std::size_t(one.row())]]), one.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT sorted();
}

} // namespace bellwether
