#include "core/backtest/reportjson.h"

#include "core/backtest/jsonwriter.h"
#include "core/backtest/reporttables.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// A cell that stays text in a spreadsheet: what begins like a formula is led by an apostrophe.
QString csvText(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    const bool isPlain = !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n');
    return isPlain ? text : u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString row(const QString &title, const QStringList &cells)
{
    QString line = u"  "_s + title.leftJustified(26);
    for (const QString &cell : cells)
        line += cell.rightJustified(16);
    return line + u'\n';
}

QString headLines(const RunReport &report)
{
    const RunPlan &plan = report.plan;
    QStringList parameters;
    for (const auto &[name, value] : report.parameters)
        parameters.append(u"%1 %2"_s.arg(name).arg(value));
    QStringList symbols;
    for (const Instrument &instrument : report.instruments)
        symbols.append(instrument.symbol);
    QString text = u"%1 (%2) on %3 %4\n"_s.arg(report.strategy, parameters.join(u", "_s), symbols.join(u", "_s), barsText(plan));
    text += u"%1 bars from %2 to %3, %4 gaps\n"_s.arg(report.data.bars)
                .arg(toIsoString(report.data.from), toIsoString(report.data.to)).arg(report.data.gaps);
    return text + rulesSentence(plan) + u"\n\n"_s;
}

QString figureLines(const RunReport &report)
{
    QString text = row(u"Final equity"_s, {formatDecimal(report.result.finalEquity.amount.raw(), 2)});
    bool hasColumns = false;
    for (const MetricSpec &metric : metricTable()) {
        const auto cell = [&](TradeSide side) { return displayText(metric, exportedValue(metric, report.figures, side)); };
        const QString title = QString::fromUtf8(metric.title.data(), qsizetype(metric.title.size()));
        if (metric.trade && !hasColumns) {
            hasColumns = true;
            text += u'\n' + row({}, {u"All"_s, u"Long"_s, u"Short"_s});
        }
        text += metric.trade ? row(title, {cell(TradeSide::All), cell(TradeSide::Long), cell(TradeSide::Short)})
                             : row(title, {cell(TradeSide::All)});
    }
    return text;
}

} // namespace

QByteArray tradesCsv(const RunReport &report)
{
    QByteArray text("entry_time,exit_time,entry_bar,exit_bar,side,quantity,entry_price,exit_price,costs,pnl,pnl_pct,"
                    "entry_reason,exit_reason,mae,mfe,equity_before,risk,r,cumulative,bars_held,instrument,strategy\n");
    double cumulative = 0;
    for (const RoundTrip &trade : report.result.trades) {
        cumulative += trade.pnl.toDouble();
        appendIsoTime(text, trade.entryTime);
        text += ',';
        appendIsoTime(text, trade.exitTime);
        text += ',' + QByteArray::number(trade.entryBar) + ',' + QByteArray::number(trade.exitBar) + (trade.isLong() ? ",long" : ",short");
        for (const std::int64_t raw : {trade.quantity.raw(), trade.entryPrice.raw(), trade.exitPrice.raw(), trade.costs.amount.raw(),
                                       trade.pnl.amount.raw()})
            appendDecimal(text += ',', raw);
        appendNumber(text += ',', trade.returnFraction() * 100);
        text += ',' + csvText(report.result.entryReason(trade.reasonFirst, trade.reasonCount)).toUtf8() + ',' + toString(trade.exitReason).toLatin1();
        for (const double value : {trade.adverse, trade.favourable, trade.equityBefore, trade.moneyAtRisk,
                                   trade.pnl.toDouble() / trade.moneyAtRisk, cumulative})
            appendNumber(text += ',', value);
        text += ',' + QByteArray::number(qlonglong(trade.exitBar) - qlonglong(trade.entryBar)) + ','
            + report.instruments[trade.instrument].id.toString().toLatin1() + ',' + report.strategies[trade.strategy].toString().toLatin1() + '\n';
    }
    return text;
}

QByteArray equityCsv(const RunReport &report)
{
    QByteArray text("time,equity\n");
    for (std::size_t i = 0; i < report.markTime.size(); ++i) {
        appendIsoTime(text, report.markTime[i]);
        appendNumber(text += ',', report.result.equity[i]);
        text += '\n';
    }
    return text;
}

QString reportText(const RunReport &report)
{
    QString text = headLines(report) + figureLines(report);
    for (const OpenTrade &trade : report.result.open)
        text += u"\nopen: %1 %2 %3 at %4 since %5, %6\n"_s.arg(trade.side == Side::Buy ? u"long"_s : u"short"_s, toString(trade.quantity),
                                                           report.instruments[trade.instrument].symbol, toString(trade.entryPrice), toIsoString(trade.entryTime),
                                                           toString(trade.unrealizedPnl));
    if (!report.result.denied.empty()) {
        text += u"\nentries that were not made\n"_s;
        for (const auto &[reason, count] : report.result.denied)
            text += row(QString::fromStdString(reason).replace(u'_', u' '), {QString::number(count)});
    }
    text += u"\ncosts\n"_s;
    for (const auto &[kind, amount] : report.result.costs)
        text += row(QString::fromStdString(kind), {formatDecimal(amount.amount.raw(), 2)});
    if (!report.badges.isEmpty())
        text += u"\ncareful\n"_s;
    for (const QString &badge : report.badges)
        text += u"  "_s + badge + u'\n';
    if (report.keptAs > 0)
        text += u"\nkept as run %1\n"_s.arg(report.keptAs);
    return text;
}

} // namespace bellwether
