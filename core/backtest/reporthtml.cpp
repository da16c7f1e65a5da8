#include "core/backtest/reporthtml.h"

#include "core/backtest/reportsvg.h"
#include "core/backtest/reporttables.h"
#include "core/base/decimaltext.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t tradesShownMax = 5'000;

QString style()
{
    return uR"(:root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --soft: #5c6670; --rule: #d9dee3; --card: #f5f7f9;
  --equity: #1565c0; --benchmark: #8a6d1b; --gain: #0b7a53; --loss: #b3261e; --warn: #fff4d6; --warnink: #6b4e00; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181d; --ink: #e6eaee; --soft: #9aa5b1; --rule: #2e363f; --card: #1c2229;
  --equity: #6cb2ff; --benchmark: #d7b65a; --gain: #4cc38a; --loss: #ff7b72; --warn: #3a2f10; --warnink: #ffd877; } }
body { margin: 0 auto; padding: 24px; max-width: 1000px; background: var(--paper); color: var(--ink);
  font: 14px/1.45 system-ui, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 32px 0 8px; } p { margin: 4px 0; } .soft { color: var(--soft); }
.cards { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0; }
.card { background: var(--card); border-radius: 6px; padding: 10px 14px; min-width: 120px; }
.card b { display: block; font-size: 20px; } .card span { color: var(--soft); }
.badge { display: block; background: var(--warn); color: var(--warnink); border-radius: 4px; padding: 4px 10px; margin: 4px 0; }
.scroll { overflow-x: auto; } .side { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
table { border-collapse: collapse; } th, td { padding: 3px 10px; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
th { color: var(--soft); font-weight: 600; } th:first-child, td:first-child, td.text, th.text { text-align: left; }
td.text { white-space: normal; } td[title], th[title] { text-decoration: underline dotted var(--soft); text-underline-offset: 3px; }
.heat td { min-width: 46px; border: 1px solid var(--paper); }
svg { display: block; max-width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 11px; } svg .caption { fill: var(--ink); font-size: 12px; }
svg line.grid { stroke: var(--rule); stroke-width: 1; } svg line.axis { stroke: var(--soft); stroke-width: 1; }
svg path { fill: none; } svg path.equity { stroke: var(--equity); stroke-width: 1.6; } svg path.benchmark { stroke: var(--benchmark); stroke-width: 1.2; }
svg path.peak { stroke: var(--soft); stroke-width: 0.8; stroke-dasharray: 3 3; } svg path.fall { fill: var(--loss); fill-opacity: 0.45; stroke: var(--loss); stroke-width: 0.8; }
svg rect.gain, svg circle.gain { fill: var(--gain); } svg rect.loss, svg circle.loss { fill: var(--loss); } svg circle { fill-opacity: 0.65; }
svg line.mark { stroke: var(--ink); stroke-dasharray: 4 3; }
.key i { display: inline-block; width: 18px; height: 3px; margin: 0 6px 3px 14px; vertical-align: middle; }
@media print { body { max-width: none; } h2 { break-after: avoid; } tr, svg { break-inside: avoid; } })"_s;
}

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }
QString escaped(const QString &value) { return value.toHtmlEscaped(); }
QString money(double value) { return decimalText(value, 2).replace(u'-', u'−'); }
QString percent(double share)
{
    return std::isfinite(share) ? decimalText(share * 100, 2).replace(u'-', u'−') + u" %"_s : u"n/a"_s;
}
QString ratio(double value)
{
    return std::isinf(value) ? u"no losses"_s : std::isnan(value) ? u"n/a"_s : decimalText(value, 2).replace(u'-', u'−');
}
QString cell(const QString &value) { return u"<td>%1</td>"_s.arg(escaped(value)); }
QString textCell(const QString &value) { return u"<td class=\"text\">%1</td>"_s.arg(escaped(value)); }
QString row(const QStringList &cells) { return u"<tr>"_s + cells.join(QString()) + u"</tr>\n"_s; }

QString table(const QStringList &heads, const QString &rows)
{
    QString head;
    for (const QString &title : heads)
        head += u"<th>%1</th>"_s.arg(escaped(title));
    return u"<div class=\"scroll\"><table>\n<thead><tr>%1</tr></thead>\n<tbody>\n%2</tbody></table></div>\n"_s.arg(head, rows);
}

QString section(const QString &title, const QString &content)
{
    return content.isEmpty() ? QString() : u"<h2>%1</h2>\n"_s.arg(escaped(title)) + content;
}

/// A moment in the venue's zone, as it stands on its clocks.
class LocalTime {
public:
    explicit LocalTime(const RunReport &report) : m_offset(report.plan.calendar->utcOffset()) {}
    QString operator()(Timestamp time) const { return toIsoString(time + m_offset).left(16).replace(u'T', u' '); }
    QString zone() const
    {
        const auto minutes = int(std::chrono::duration_cast<std::chrono::minutes>(m_offset).count());
        return minutes == 0 ? u"UTC"_s : u"UTC%1%2:%3"_s.arg(minutes > 0 ? u'+' : u'−').arg(std::abs(minutes) / 60)
                                             .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
    }

private:
    Duration m_offset;
};

QString headline(const RunReport &report)
{
    const RunPlan &plan = report.plan;
    const LocalTime local(report);
    QStringList symbols;
    for (const Instrument &instrument : report.instruments)
        symbols.append(instrument.symbol);
    QStringList parameters;
    for (const auto &[name, value] : report.parameters)
        parameters.append(u"%1 = %2"_s.arg(name).arg(value));
    const QStringList lines{
        u"%1 bars, %2 to %3 (%4), %5 gaps; data %6"_s.arg(report.data.bars).arg(local(report.data.from), local(report.data.to), local.zone())
            .arg(report.data.gaps).arg(report.data.fingerprint),
        parameters.join(u", "_s),
        rulesSentence(plan)};
    QString out = u"<h1>%1</h1>\n"_s.arg(escaped(u"%1 on %2, %3"_s.arg(report.strategy, symbols.join(u", "_s), barsText(plan))));
    for (const QString &line : lines)
        out += line.isEmpty() ? QString() : u"<p class=\"soft\">%1</p>\n"_s.arg(escaped(line));
    return out;
}

QString cards(const RunReport &report)
{
    const AccountFigures &account = report.figures.account;
    double costs = 0;
    for (const auto &[kind, amount] : report.result.costs)
        costs += amount.toDouble();
    QString out;
    for (const auto &[name, value] :
         {std::pair{u"return"_s, percent(account.totalReturn)}, {u"buy and hold"_s, percent(account.buyAndHold)},
          {u"max drawdown"_s, percent(account.drawdownMax)}, {u"Sharpe ratio"_s, ratio(account.sharpe)},
          {u"profit factor"_s, ratio(report.figures.all.profitFactor)}, {u"trades"_s, QString::number(report.result.trades.size())},
          {u"costs, %1"_s.arg(report.plan.capital.currency.toString()), money(costs)},
          {u"final equity"_s, money(report.finalEquity())}})
        out += u"<div class=\"card\"><b>%1</b><span>%2</span></div>\n"_s.arg(escaped(value), escaped(name));
    QString badges;
    for (const QString &badge : report.badges)
        badges += u"<span class=\"badge\">%1</span>\n"_s.arg(escaped(badge));
    return u"<div class=\"cards\">\n%1</div>\n%2"_s.arg(out, badges);
}

QString equityChart(const RunReport &report)
{
    const QString chart = equitySvg(report);
    return chart.isEmpty() ? QString()
                           : chart + u"<p class=\"soft key\"><i style=\"background:var(--equity)\"></i>equity"
                                     "%1<i style=\"background:var(--soft)\"></i>peak</p>\n"_s
                             .arg(report.benchmark.empty() ? QString()
                                                           : u"<i style=\"background:var(--benchmark)\"></i>%1 bought and held"_s
                                                                 .arg(escaped(report.plan.benchmark)));
}

QString heatMap(const RunReport &report)
{
    double largest = 0;
    for (const PeriodReturn &month : report.figures.months)
        largest = std::max(largest, std::fabs(month.fraction));
    const auto shaded = [&](double fraction) {
        const double share = largest > 0 ? std::fabs(fraction) / largest * 0.6 : 0.0;
        return u"<td style=\"background:rgba(%1, %2)\">%3</td>"_s.arg(fraction < 0 ? u"200, 60, 50"_s : u"20, 150, 100"_s)
            .arg(share, 0, 'f', 2).arg(percent(fraction));
    };
    QString rows;
    for (const PeriodReturn &year : report.figures.years) {
        QStringList cells{u"<td>%1</td>"_s.arg(year.year)};
        cells.resize(13, u"<td></td>"_s);
        for (const PeriodReturn &month : report.figures.months)
            if (month.year == year.year && month.month >= 1 && month.month <= 12)
                cells[month.month] = shaded(month.fraction);
        rows += row(cells << u"<td><b>%1</b></td>"_s.arg(percent(year.fraction)));
    }
    if (rows.isEmpty())
        return {};
    return u"<div class=\"heat\">\n%1</div>\n"_s.arg(
        table({u""_s, u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s, u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s, u"Year"_s}, rows));
}

QString metrics(const RunReport &report)
{
    QString account;
    QString trades;
    for (const MetricSpec &metric : metricTable()) {
        const auto value = [&](TradeSide side) { return cell(displayText(metric, exportedValue(metric, report.figures, side)).replace(u'-', u'−')); };
        const QString title = u"<td title=\"%1\">%2</td>"_s.arg(escaped(text(metric.definition)), escaped(text(metric.title)));
        if (metric.account)
            account += row({title, value(TradeSide::All)});
        else
            trades += row({title, value(TradeSide::All), value(TradeSide::Long), value(TradeSide::Short)});
    }
    const RuinEstimate ruin = riskOfRuin(report.result.trades, report.plan.seed);
    account += row({u"<td title=\"share of bootstrapped orders of the trades that fall below half of the capital\">Risk of ruin</td>"_s,
                    cell(percent(ruin.probability))});
    return u"<div class=\"side\">\n%1%2</div>\n"_s.arg(table({u"Account"_s, u""_s}, account),
                                                      table({u"Trades"_s, u"All"_s, u"Long"_s, u"Short"_s}, trades));
}

QString drawdowns(const RunReport &report)
{
    const LocalTime local(report);
    QString rows;
    for (const Drawdown &drawdown : report.figures.worstDrawdowns) {
        const Timestamp peak = report.markTime[std::size_t(std::max<std::ptrdiff_t>(drawdown.peak, 0))];
        const Timestamp end = drawdown.recovery ? report.markTime[*drawdown.recovery] : report.markTime.back();
        rows += row({cell(percent(drawdown.depth)), cell(money(drawdown.money)), cell(local(peak)), cell(local(report.markTime[drawdown.trough])),
                     cell(drawdown.recovery ? local(end) : u"not recovered"_s), cell(u"%1 d"_s.arg(double((end - peak).count()) / 8.64e13, 0, 'f', 1))});
    }
    return rows.isEmpty() ? rows : table({u"Depth"_s, u"Money"_s, u"Peak"_s, u"Bottom"_s, u"Recovery"_s, u"Length"_s}, rows);
}

QString groups(const QString &title, std::span<const TradeGroup> all)
{
    QString rows;
    for (const TradeGroup &group : all)
        rows += row({textCell(group.name), cell(QString::number(group.trades)), cell(percent(group.winRate())), cell(money(group.net)),
                     cell(ratio(group.profitFactor()))});
    return rows.isEmpty() ? rows : table({title, u"Trades"_s, u"Win rate"_s, u"Net"_s, u"Profit factor"_s}, rows);
}

QString breakdowns(const RunReport &report)
{
    const Duration offset = report.plan.calendar->utcOffset();
    const std::vector<RoundTrip> &trades = report.result.trades;
    const QString all = groups(u"Exit"_s, byExitReason(trades)) + groups(u"Entry"_s, byEntryReason(report.result))
        + groups(u"Weekday of entry"_s, byWeekday(trades, offset)) + groups(u"Hour of entry"_s, byHour(trades, offset))
        + groups(u"Month of exit"_s, byMonthOfYear(trades, offset));
    return all.isEmpty() ? all : u"<div class=\"side\">\n%1</div>\n"_s.arg(all);
}

QString costsAndDenials(const RunReport &report)
{
    QString costs;
    for (const auto &[kind, amount] : report.result.costs)
        costs += row({textCell(QString::fromStdString(kind)), cell(money(amount.toDouble()))});
    QString denied;
    for (const auto &[reason, count] : report.result.denied)
        denied += row({textCell(QString::fromStdString(reason).replace(u'_', u' ')), cell(QString::number(count))});
    QString out;
    if (!costs.isEmpty())
        out += table({u"Cost"_s, report.plan.capital.currency.toString()}, costs);
    if (!denied.isEmpty())
        out += table({u"Entry not made"_s, u"Count"_s}, denied);
    return out.isEmpty() ? out : u"<div class=\"side\">\n%1</div>\n"_s.arg(out);
}

QString openPositions(const RunReport &report)
{
    const LocalTime local(report);
    QString rows;
    for (const OpenTrade &trade : report.result.open)
        rows += row({textCell(report.instruments[trade.instrument].symbol), cell(trade.side == Side::Buy ? u"long"_s : u"short"_s),
                     cell(toString(trade.quantity)), cell(local(trade.entryTime)), cell(toString(trade.entryPrice)), cell(toString(trade.lastPrice)),
                     cell(money(trade.unrealizedPnl.toDouble()))});
    return rows.isEmpty() ? rows : table({u"Instrument"_s, u"Side"_s, u"Quantity"_s, u"Entry"_s, u"Price"_s, u"Last"_s, u"Open result"_s}, rows);
}

QString tradeList(const RunReport &report)
{
    const LocalTime local(report);
    const std::vector<RoundTrip> &trades = report.result.trades;
    const bool hasSeveral = report.instruments.size() > 1;
    QString rows;
    double cumulative = 0;
    for (std::size_t i = 0; i < std::min(trades.size(), tradesShownMax); ++i) {
        const RoundTrip &trade = trades[i];
        cumulative += trade.pnl.toDouble();
        QStringList cells{cell(QString::number(i + 1))};
        if (hasSeveral)
            cells.append(textCell(report.instruments[trade.instrument].symbol));
        cells << cell(trade.isLong() ? u"long"_s : u"short"_s) << cell(toString(trade.quantity)) << cell(local(trade.entryTime))
              << cell(toString(trade.entryPrice)) << cell(local(trade.exitTime)) << cell(toString(trade.exitPrice))
              << cell(toString(trade.exitReason)) << cell(money(trade.costs.toDouble())) << cell(money(trade.pnl.toDouble()))
              << cell(percent(trade.returnFraction()))
              << cell(trade.moneyAtRisk > 0 ? ratio(trade.pnl.toDouble() / trade.moneyAtRisk) : QString()) << cell(money(cumulative))
              << cell(std::isnan(trade.adverse) ? QString() : money(trade.adverse))
              << cell(std::isnan(trade.favourable) ? QString() : money(trade.favourable))
              << cell(QString::number(std::int64_t(trade.exitBar) - std::int64_t(trade.entryBar)))
              << textCell(report.result.entryReason(trade.reasonFirst, trade.reasonCount));
        rows += row(cells);
    }
    if (rows.isEmpty())
        return u"<p class=\"soft\">no trade was closed</p>\n"_s;
    QStringList heads{u"#"_s};
    if (hasSeveral)
        heads.append(u"Instrument"_s);
    heads << u"Side"_s << u"Quantity"_s << u"Entry"_s << u"Price"_s << u"Exit"_s << u"Price"_s << u"Reason"_s << u"Costs"_s << u"Result"_s << u"%"_s
          << u"R"_s << u"Cumulative"_s << u"MAE"_s << u"MFE"_s << u"Bars"_s << u"Entered on"_s;
    const QString note = trades.size() > tradesShownMax
        ? u"<p class=\"soft\">the first %1 of %2 trades; the CSV export has them all</p>\n"_s.arg(tradesShownMax).arg(trades.size())
        : QString();
    return note + table(heads, rows);
}

} // namespace

QByteArray reportHtml(const RunReport &report)
{
    const QString title = escaped(u"%1: %2"_s.arg(report.strategy, toString(report.plan.timeframe)));
    const QString histogram = returnHistogramSvg(report);
    QString page = u"<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n"
                   "<meta name=\"viewport\" content=\"width=device-width\" />\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n<title>"_s
        + title + u"</title>\n<style>\n"_s + style() + u"\n</style>\n</head>\n<body>\n"_s;
    page += headline(report) + cards(report) + equityChart(report);
    page += section(u"Months"_s, heatMap(report));
    page += section(u"Figures"_s, metrics(report));
    page += section(u"Daily returns"_s, histogram);
    page += section(u"Rolling three months"_s, rollingSvg(report));
    page += section(u"Deepest drawdowns"_s, drawdowns(report));
    page += section(u"Trades by how far they went"_s, excursionSvg(report));
    page += section(u"Where the result comes from"_s, breakdowns(report));
    page += section(u"Costs and entries not made"_s, costsAndDenials(report));
    page += section(u"Open positions"_s, openPositions(report));
    page += section(u"Closed trades"_s, tradeList(report));
    return (page + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace bellwether
