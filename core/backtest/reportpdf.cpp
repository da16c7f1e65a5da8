#include "core/backtest/reportpdf.h"

#include "core/backtest/pdfdocument.h"
#include "core/backtest/reporttables.h"
#include "core/backtest/svgplot.h"
#include "core/base/decimaltext.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double margin = 42;
constexpr double bottom = PdfDocument::height - 48;
constexpr double fullWidth = PdfDocument::width - 2 * margin;
constexpr std::size_t tradesShownMax = 5'000;
constexpr PdfColor ink{0.1, 0.12, 0.14};
constexpr PdfColor soft{0.38, 0.42, 0.46};
constexpr PdfColor rule{0.85, 0.87, 0.89};
constexpr PdfColor equityColor{0.08, 0.4, 0.75};
constexpr PdfColor benchmarkColor{0.6, 0.47, 0.12};
constexpr PdfColor lossColor{0.7, 0.15, 0.12};
constexpr PdfColor gainColor{0.04, 0.48, 0.33};

QString money(double value) { return decimalText(value, 2); }
QString percent(double share) { return std::isfinite(share) ? decimalText(share * 100, 2) + u" %"_s : u"n/a"_s; }
QString ratio(double value)
{
    return std::isinf(value) ? u"no losses"_s : std::isnan(value) ? u"n/a"_s : decimalText(value, 2);
}
QString textOf(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

/// One column of a table.
struct Column {
    QString title;
    double width = 0;
    bool isText = false; ///< at the left, numbers at the right
};

/// Fills pages from the top down.
class Layout {
public:
    explicit Layout(const RunReport &report) : m_report(report), m_offset(report.plan.calendar->utcOffset()), m_pdf(titleOf(report)) {}

    void headline();
    void cards();
    void equity();
    void months();
    void figures();
    void tables();
    void trades();
    QByteArray bytes() { return m_pdf.bytes(); }

private:
    static QString titleOf(const RunReport &report)
    {
        QStringList symbols;
        for (const Instrument &instrument : report.instruments)
            symbols.append(instrument.symbol);
        return u"%1 on %2, %3"_s.arg(report.strategy, symbols.join(u", "_s), barsText(report.plan));
    }
    QString local(Timestamp time) const { return toIsoString(time + m_offset).left(16).replace(u'T', u' '); }
    void room(double height)
    {
        if (m_y + height > bottom) {
            m_pdf.newPage();
            m_y = margin + 8;
        }
    }
    void section(const QString &title)
    {
        room(60);
        m_y += 14;
        m_pdf.text(margin, m_y, 12, title, PdfAlign::Left, true, ink);
        m_y += 8;
    }
    void table(const std::vector<Column> &columns, const std::vector<QStringList> &rows);
    void tableHead(const std::vector<Column> &columns);
    void tableRow(const std::vector<Column> &columns, const QStringList &cells, bool isHead);
    void curvePane(const ShownCurve &curve, double top, double height, std::initializer_list<std::pair<const std::vector<double> *, PdfColor>> lines,
                   const QString &caption, bool hasTimes);
    void groupTable(const QString &title, std::span<const TradeGroup> groups);

    const RunReport &m_report;
    Duration m_offset;
    PdfDocument m_pdf;
    double m_y = margin + 8;
};

void Layout::headline()
{
    const RunPlan &plan = m_report.plan;
    m_pdf.text(margin, m_y + 6, 17, PdfDocument::fitted(titleOf(m_report), 17, fullWidth), PdfAlign::Left, true, ink);
    m_y += 24;
    QStringList parameters;
    for (const auto &[name, value] : m_report.parameters)
        parameters.append(u"%1 = %2"_s.arg(name).arg(value));
    for (const QString &line :
         {u"%1 bars, %2 to %3 on the venue's clock, %4 gaps; data %5"_s.arg(m_report.data.bars)
              .arg(local(m_report.data.from), local(m_report.data.to)).arg(m_report.data.gaps).arg(m_report.data.fingerprint),
          parameters.join(u", "_s),
          rulesSentence(plan)}) {
        m_pdf.text(margin, m_y, 8, PdfDocument::fitted(line, 8, fullWidth), PdfAlign::Left, false, soft);
        m_y += 12;
    }
}

void Layout::cards()
{
    const AccountFigures &account = m_report.figures.account;
    double costs = 0;
    for (const auto &[kind, amount] : m_report.result.costs)
        costs += amount.toDouble();
    double x = margin;
    m_y += 4;
    for (const auto &[name, value] :
         {std::pair{u"return"_s, percent(account.totalReturn)}, {u"buy and hold"_s, percent(account.buyAndHold)},
          {u"max drawdown"_s, percent(account.drawdownMax)}, {u"Sharpe ratio"_s, ratio(account.sharpe)},
          {u"profit factor"_s, ratio(m_report.figures.all.profitFactor)}, {u"trades"_s, QString::number(m_report.result.trades.size())},
          {u"costs"_s, money(costs)}, {u"final equity"_s, money(m_report.finalEquity())}}) {
        m_pdf.text(x, m_y + 12, 11, value, PdfAlign::Left, true, ink);
        m_pdf.text(x, m_y + 23, 7.5, name, PdfAlign::Left, false, soft);
        x += fullWidth / 8;
    }
    m_y += 34;
    for (const QString &badge : m_report.badges) {
        m_pdf.rectangle(margin, m_y - 7, fullWidth, 12, {1, 0.96, 0.84});
        m_pdf.text(margin + 4, m_y + 2, 8, PdfDocument::fitted(badge, 8, fullWidth - 8), PdfAlign::Left, false, {0.42, 0.3, 0});
        m_y += 14;
    }
}

void Layout::curvePane(const ShownCurve &curve, double top, double height,
                       std::initializer_list<std::pair<const std::vector<double> *, PdfColor>> lines, const QString &caption, bool hasTimes)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const auto &[values, color] : lines) {
        for (const double value : *values) {
            low = std::isfinite(value) ? std::min(low, value) : low;
            high = std::isfinite(value) ? std::max(high, value) : high;
        }
    }
    if (!(high > low))
        high = low + std::max(std::fabs(low) * 0.05, 1.0);
    const double left = margin + 50;
    const double right = PdfDocument::width - margin - 12;
    const double span = std::max(curve.seconds.back(), 1.0);
    const auto xOf = [&](double seconds) { return left + seconds / span * (right - left); };
    const auto yOf = [&](double value) { return top + (high - value) / (high - low) * height; };
    for (const double tick : niceTicks(low, high, height > 100 ? 6 : 3)) {
        m_pdf.line(left, yOf(tick), right, yOf(tick), 0.4, rule);
        m_pdf.text(left - 4, yOf(tick) + 2.5, 7, QString::number(tick, 'g', 6), PdfAlign::Right, false, soft);
    }
    for (const TimeTick &tick : timeTicks(curve.origin, curve.end, 10, m_offset)) {
        const double x = xOf(double((tick.time - curve.origin).count()) * 1e-9);
        m_pdf.line(x, top, x, top + height, 0.4, rule);
        if (hasTimes)
            m_pdf.text(x, top + height + 10, 7, tick.text, PdfAlign::Center, false, soft);
    }
    std::vector<std::pair<double, double>> points;
    for (const auto &[values, color] : lines) {
        points.clear();
        for (std::size_t i = 0; i < values->size(); ++i)
            if (std::isfinite((*values)[i]))
                points.emplace_back(xOf(curve.seconds[i]), yOf((*values)[i]));
        m_pdf.path(points, 0.8, color);
    }
    m_pdf.text(left, top - 4, 8, caption, PdfAlign::Left, false, ink);
}

void Layout::equity()
{
    if (m_report.markTime.empty())
        return;
    room(320);
    const ShownCurve curve = shownCurve(m_report, 1'200);
    curvePane(curve, m_y + 16, 190, {{&curve.benchmark, benchmarkColor}, {&curve.equity, equityColor}},
              (m_report.benchmark.empty() ? u"equity; %1"_s : u"equity and, in ochre, %2 bought and held; %1"_s
                   .replace(u"%2"_s, m_report.plan.benchmark.isEmpty() ? u"the benchmark"_s : m_report.plan.benchmark))
                  .arg(m_report.plan.capital.currency.toString()), false);
    curvePane(curve, m_y + 226, 70, {{&curve.drawdown, lossColor}}, u"drawdown, %"_s, true);
    m_y += 316;
}

void Layout::months()
{
    if (m_report.figures.months.empty())
        return;
    section(u"Months, %"_s);
    static const std::array names{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s, u"Jul"_s,
                                  u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s, u"Year"_s};
    const double cell = (fullWidth - 34) / 13;
    double largest = 1e-12;
    for (const PeriodReturn &month : m_report.figures.months)
        largest = std::max(largest, std::fabs(month.fraction));
    for (std::size_t i = 0; i < names.size(); ++i)
        m_pdf.text(margin + 34 + cell * double(i + 1) - 4, m_y + 6, 7.5, names[i], PdfAlign::Right, false, soft);
    m_y += 12;
    const auto put = [&](unsigned column, double fraction, bool isShaded) {
        const double strength = std::min(std::fabs(fraction) / largest, 1.0) * 0.6;
        const PdfColor tone = fraction < 0 ? lossColor : gainColor;
        const auto mixed = [strength](double part) { return 1 - strength * (1 - part); };
        const double x = margin + 34 + cell * column;
        if (isShaded)
            m_pdf.rectangle(x + 0.5, m_y - 3, cell - 1, 12, {mixed(tone.red), mixed(tone.green), mixed(tone.blue)});
        m_pdf.text(x + cell - 4, m_y + 6, 7.5, decimalText(fraction * 100, 2), PdfAlign::Right, !isShaded, ink);
    };
    for (const PeriodReturn &year : m_report.figures.years) {
        room(14);
        m_pdf.text(margin, m_y + 6, 7.5, QString::number(year.year), PdfAlign::Left, false, soft);
        for (const PeriodReturn &month : m_report.figures.months)
            if (month.year == year.year && month.month >= 1 && month.month <= 12)
                put(month.month - 1, month.fraction, true);
        put(12, year.fraction, false);
        m_y += 13;
    }
}

void Layout::tableRow(const std::vector<Column> &columns, const QStringList &cells, bool isHead)
{
    double x = margin;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column &column = columns[i];
        const QString text = PdfDocument::fitted(cells.value(qsizetype(i)), 7.5, column.width - 4);
        m_pdf.text(column.isText ? x : x + column.width - 4, m_y + 7, 7.5, text, column.isText ? PdfAlign::Left : PdfAlign::Right, false,
                   isHead ? soft : ink);
        x += column.width;
    }
    m_pdf.line(margin, m_y + 10, x, m_y + 10, isHead ? 0.6 : 0.3, isHead ? soft : rule);
    m_y += 12;
}

void Layout::tableHead(const std::vector<Column> &columns)
{
    QStringList titles;
    for (const Column &column : columns)
        titles.append(column.title);
    tableRow(columns, titles, true);
}

void Layout::table(const std::vector<Column> &columns, const std::vector<QStringList> &rows)
{
    if (rows.empty())
        return;
    room(36);
    tableHead(columns);
    for (const QStringList &row : rows) {
        if (m_y + 12 > bottom) {
            room(12);
            tableHead(columns);
        }
        tableRow(columns, row, false);
    }
    m_y += 6;
}

void Layout::figures()
{
    const auto valueOf = [&](const MetricSpec &metric, TradeSide side) { return displayText(metric, exportedValue(metric, m_report.figures, side)); };
    std::vector<QStringList> account;
    std::vector<QStringList> trades;
    for (const MetricSpec &metric : metricTable()) {
        if (metric.account)
            account.push_back({textOf(metric.title), valueOf(metric, TradeSide::All)});
        else
            trades.push_back({textOf(metric.title), valueOf(metric, TradeSide::All), valueOf(metric, TradeSide::Long), valueOf(metric, TradeSide::Short)});
    }
    account.push_back({u"Risk of ruin (-50 %)"_s, percent(riskOfRuin(m_report.result.trades, m_report.plan.seed).probability)});
    // Two figures of the account in a row.
    std::vector<QStringList> pairs;
    const std::size_t half = (account.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i)
        pairs.push_back(account[i] + QStringList(QString()) + (i + half < account.size() ? account[i + half] : QStringList()));
    section(u"The account"_s);
    table({{u"Figure"_s, 160, true}, {u""_s, 85}, {u""_s, 20}, {u"Figure"_s, 160, true}, {u""_s, 85}}, pairs);
    section(u"The trades"_s);
    table({{u"Figure"_s, 180, true}, {u"All"_s, 100}, {u"Long"_s, 100}, {u"Short"_s, 100}}, trades);
}

void Layout::groupTable(const QString &title, std::span<const TradeGroup> groups)
{
    std::vector<QStringList> rows;
    for (const TradeGroup &group : groups)
        rows.push_back({group.name, QString::number(group.trades), percent(group.winRate()), money(group.net), money(group.mean()), ratio(group.profitFactor())});
    table({{title, 190, true}, {u"Trades"_s, 60}, {u"Win rate"_s, 65}, {u"Net"_s, 70}, {u"Mean"_s, 60}, {u"Profit factor"_s, 66}}, rows);
}

void Layout::tables()
{
    std::vector<QStringList> rows;
    for (const Drawdown &drawdown : m_report.figures.worstDrawdowns) {
        const Timestamp peak = m_report.markTime[std::size_t(std::max<std::ptrdiff_t>(drawdown.peak, 0))];
        const Timestamp end = drawdown.recovery ? m_report.markTime[*drawdown.recovery] : m_report.markTime.back();
        rows.push_back({percent(drawdown.depth), money(drawdown.money), local(peak), local(m_report.markTime[drawdown.trough]),
                        drawdown.recovery ? local(end) : u"not recovered"_s, QString::number(double((end - peak).count()) / 8.64e13, 'f', 1)});
    }
    if (!rows.empty()) {
        section(u"Deepest drawdowns"_s);
        table({{u"Depth"_s, 60}, {u"Money"_s, 75}, {u"Peak"_s, 100}, {u"Bottom"_s, 100}, {u"Recovery"_s, 100}, {u"Days"_s, 60}}, rows);
    }
    const std::vector<RoundTrip> &trades = m_report.result.trades;
    if (!trades.empty()) {
        section(u"Where the result comes from"_s);
        groupTable(u"Exit"_s, byExitReason(trades));
        groupTable(u"Entry"_s, byEntryReason(m_report.result));
        groupTable(u"Weekday of entry"_s, byWeekday(trades, m_offset));
        groupTable(u"Hour of entry"_s, byHour(trades, m_offset));
        groupTable(u"Month of exit"_s, byMonthOfYear(trades, m_offset));
    }
    rows.clear();
    for (const auto &[kind, amount] : m_report.result.costs)
        rows.push_back({QString::fromStdString(kind), money(amount.toDouble())});
    section(u"Costs and entries not made"_s);
    table({{u"Cost"_s, 190, true}, {m_report.plan.capital.currency.toString(), 80}}, rows);
    rows.clear();
    for (const auto &[reason, count] : m_report.result.denied)
        rows.push_back({QString::fromStdString(reason).replace(u'_', u' '), QString::number(count)});
    table({{u"Entry not made"_s, 190, true}, {u"Count"_s, 80}}, rows);
}

void Layout::trades()
{
    const std::vector<RoundTrip> &trades = m_report.result.trades;
    std::vector<QStringList> rows;
    double cumulative = 0;
    for (std::size_t i = 0; i < std::min(trades.size(), tradesShownMax); ++i) {
        const RoundTrip &trade = trades[i];
        cumulative += trade.pnl.toDouble();
        rows.push_back({QString::number(i + 1), m_report.instruments[trade.instrument].symbol, trade.isLong() ? u"long"_s : u"short"_s,
                        toString(trade.quantity), local(trade.entryTime), toString(trade.entryPrice), local(trade.exitTime), toString(trade.exitPrice),
                        QString(), toString(trade.exitReason), money(trade.pnl.toDouble()), money(cumulative)});
    }
    if (rows.empty())
        return;
    section(trades.size() > tradesShownMax ? u"The first %1 of %2 closed trades"_s.arg(tradesShownMax).arg(trades.size()) : u"Closed trades"_s);
    table({{u"#"_s, 24}, {u"Symbol"_s, 48, true}, {u"Side"_s, 28, true}, {u"Quantity"_s, 50}, {u"Entry"_s, 70}, {u"Price"_s, 50}, {u"Exit"_s, 70},
           {u"Price"_s, 48}, {u""_s, 4}, {u"Reason"_s, 38, true}, {u"Result"_s, 40}, {u"Sum"_s, 42}}, rows);
}

} // namespace

QByteArray reportPdf(const RunReport &report)
{
    Layout layout(report);
    layout.headline();
    layout.cards();
    layout.equity();
    layout.months();
    layout.figures();
    layout.tables();
    layout.trades();
    return layout.bytes();
}

} // namespace bellwether
