#include "ui/models/tradetablemodel.h"

#include "ui/models/celltablemodel.h"
#include "ui/models/labwords.h"
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

const LabInstrument &instrumentOf(const LabReport &report, const RoundTrip &trade)
{
    return report.instruments[std::min<std::size_t>(trade.instrument, report.instruments.size() - 1)];
}

QString textOf(const LabReport &report, const Format &format, const std::vector<double> &cumulative, std::size_t index, C column)
{
    const RoundTrip &trade = (*report.trades)[index];
    const LabInstrument &instrument = instrumentOf(report, trade);
    switch (column) {
    case C::NumberColumn: return QString::number(index + 1);
    case C::SymbolColumn: return instrument.symbol;
    case C::SideColumn: return trade.isLong() ? TradeTableModel::tr("long") : TradeTableModel::tr("short");
    case C::QuantityColumn: return format.quantity(trade.quantity, instrument.quantityDecimals);
    case C::EntryTimeColumn: return dayTime(format, trade.entryTime);
    case C::EntryPriceColumn: return format.price(trade.entryPrice, instrument.priceDecimals);
    case C::ExitTimeColumn: return dayTime(format, trade.exitTime);
    case C::ExitPriceColumn: return format.price(trade.exitPrice, instrument.priceDecimals);
    case C::ExitReasonColumn: return exitWords(trade.exitReason);
    case C::BarsColumn: return QString::number(trade.exitBar - trade.entryBar);
    case C::CostsColumn: return format.money(trade.costs);
    case C::PnlColumn: return format.signedMoney(trade.pnl);
    case C::ReturnColumn: return format.signedPercent(trade.returnFraction() * 100);
    case C::RiskColumn: return format.number(riskMultiple(trade), 2);
    case C::CumulativeColumn: return format.number(cumulative[index], 2);
    case C::AdverseColumn: return format.number(trade.adverse, 2);
    case C::FavourableColumn: return format.number(trade.favourable, 2);
    case C::EntryReasonColumn: return entryReasonOf(report, trade);
    case C::ColumnCount: break;
    }
    return {};
}

bool passes(const RoundTrip &trade, const TradeFilter &filter)
{
    using Outcome = TradeFilter::Outcome;
    if (filter.side && trade.side != *filter.side)
        return false;
    const bool hasWon = trade.pnl.toDouble() > 0;
    return filter.outcome == Outcome::Any || hasWon == (filter.outcome == Outcome::Won);
}

bool holdsAll(std::string_view text, const std::vector<std::string> &words)
{
    return std::all_of(words.begin(), words.end(), [&](const std::string &word) { return text.find(word) != std::string_view::npos; });
}

} // namespace

TradeWords tradeWordsOf(const LabReport &report, const Format &format)
{
    TradeWords words;
    words.text.reserve(report.trades->size() * 96);
    const auto add = [&words](const QString &text) { words.text += text.toLower().toStdString() + '\n'; };
    for (const RoundTrip &trade : *report.trades) {
        words.begin.push_back(words.text.size());
        add(instrumentOf(report, trade).symbol);
        add(trade.isLong() ? TradeTableModel::tr("long") : TradeTableModel::tr("short"));
        add(exitWords(trade.exitReason));
        add(dayTime(format, trade.entryTime));
        add(dayTime(format, trade.exitTime));
        add(entryReasonOf(report, trade));
    }
    words.begin.push_back(words.text.size());
    return words;
}

std::vector<std::uint32_t> tradeOrder(const LabReport &report, TradeTableModel::Column column, Qt::SortOrder order,
                                      const TradeFilter &filter, const TradeWords *words)
{
    const std::vector<RoundTrip> &trades = *report.trades;
    std::vector<std::string> wanted;
    for (const QString &word : filter.words.toLower().split(u' ', Qt::SkipEmptyParts))
        wanted.push_back(word.toStdString());
    std::vector<std::uint32_t> rows;
    rows.reserve(trades.size());
    for (std::uint32_t i = 0; i < trades.size(); ++i) {
        const bool isFound = wanted.empty()
            || (words && holdsAll(std::string_view(words->text).substr(words->begin[i], words->begin[i + 1] - words->begin[i]), wanted));
        if (isFound && passes(trades[i], filter))
            rows.push_back(i);
    }
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
    m_words.reset();
    m_filter = {};
    m_order.resize(report->trades->size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    m_rows.resize(m_order.size());
    std::iota(m_rows.begin(), m_rows.end(), 0);
    std::vector<double> cumulative;
    cumulative.reserve(m_order.size());
    double sum = 0;
    for (const RoundTrip &trade : *report->trades)
        cumulative.push_back(sum += trade.pnl.toDouble());
    m_shownSum = sum;
    m_cumulative = std::make_shared<const std::vector<double>>(std::move(cumulative));
    endResetModel();
    if (m_order.size() > sortedAtOnce)
        makeWords();
}

// Ready before the first letter of a filter is typed.
void TradeTableModel::makeWords()
{
    takeFromPool(this, [report = m_report, format = m_format] { return std::make_shared<const TradeWords>(tradeWordsOf(*report, format)); },
                 [this, report = m_report](TradeWordsPtr words) {
                     if (report == m_report)
                         m_words = std::move(words);
                 });
}

int TradeTableModel::tradeAt(int row) const { return row >= 0 && row < rowCount() ? int(m_order[std::size_t(row)]) : -1; }
int TradeTableModel::rowOf(int trade) const { return trade >= 0 && trade < int(m_rows.size()) ? m_rows[std::size_t(trade)] : -1; }

std::function<QString(int row, int column)> TradeTableModel::detachedTexts() const
{
    return [report = m_report, format = m_format, cumulative = m_cumulative, order = m_order](int row, int column) {
        return textOf(*report, format, *cumulative, order[std::size_t(row)], Column(column));
    };
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
    case Qt::DisplayRole: return textOf(*m_report, m_format, *m_cumulative, number, column);
    case SortRole: return sortKey(trade, number, column);
    case ToneRole: return int(tone(trade, column));
    case Qt::ToolTipRole: return help(trade, column);
    case Qt::TextAlignmentRole: return columnHeader(m_columns[std::size_t(index.column())], role);
    default: return {};
    }
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
    m_sortColumn = column < 0 ? NumberColumn : Column(column);
    m_sortOrder = column < 0 ? Qt::AscendingOrder : order;
    rearrange();
}

void TradeTableModel::setFilter(const TradeFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rearrange();
}

void TradeTableModel::rearrange()
{
    if (!m_report)
        return;
    const quint64 generation = ++m_generation;
    const auto arrange = [report = m_report, format = m_format, words = m_words, filter = m_filter, column = m_sortColumn, order = m_sortOrder] {
        if (words || filter.words.trimmed().isEmpty())
            return tradeOrder(*report, column, order, filter, words.get());
        const TradeWords made = tradeWordsOf(*report, format);
        return tradeOrder(*report, column, order, filter, &made);
    };
    if (m_report->trades->size() <= sortedAtOnce) {
        adopt(arrange());
        return;
    }
    takeFromPool(this, arrange, [this, generation](std::vector<std::uint32_t> rows) {
        if (generation == m_generation)
            adopt(std::move(rows));
    });
}

void TradeTableModel::adopt(std::vector<std::uint32_t> order)
{
    const bool isSameSet = order.size() == m_order.size() && order.size() == m_rows.size();
    if (isSameSet)
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    else
        beginResetModel();
    const std::vector<std::uint32_t> before = std::exchange(m_order, std::move(order));
    std::ranges::fill(m_rows, -1);
    m_shownSum = 0;
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        m_rows[m_order[row]] = std::int32_t(row);
        m_shownSum += (*m_report->trades)[m_order[row]].pnl.toDouble();
    }
    if (isSameSet) {
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        for (const QModelIndex &one : from)
            to.append(index(m_rows[before[std::size_t(one.row())]], one.column()));
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    } else {
        endResetModel();
    }
    Q_EMIT sorted();
}

} // namespace bellwether
