// What a preset's table looks like as text and as JSON.
#include "app/composition/backtestpresets.h"
#include "core/backtest/jsonwriter.h"
#include "core/backtest/reportbadges.h"
#include "core/base/decimaltext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString number(double value, int decimals)
{
    return std::isfinite(value) ? decimalText(value, decimals) : std::isinf(value) ? u"no losses"_s : u"n/a"_s;
}
QString percent(double share) { return std::isfinite(share) ? decimalText(share * 100, 2) + u" %"_s : u"n/a"_s; }

QString line(const PresetReport &report, const QStringList &names, const QStringList &figures)
{
    const std::array widths{report.preset == BacktestPreset::Monthly ? 9 : 0, 24, 26, 5};
    QString text;
    for (qsizetype i = 0; i < names.size(); ++i)
        if (widths[std::size_t(i)] > 0)
            text += names[i].leftJustified(widths[std::size_t(i)]) + u' ';
    for (const QString &figure : figures)
        text += figure.rightJustified(13);
    return text + u'\n';
}

/// Months one after the other, each with the money of the last; the account itself starts anew each month.
double compounded(const PresetReport &report)
{
    double growth = 1;
    for (const PresetRow &row : report.rows)
        growth *= 1 + row.returnShare;
    return growth - 1;
}

std::size_t profitable(const PresetReport &report)
{
    return std::size_t(std::count_if(report.rows.begin(), report.rows.end(), [](const PresetRow &row) { return row.returnShare > 0; }));
}

/// Why runs traded nothing, a line each.
QString idleText(const PresetReport &report)
{
    QString text;
    for (const PresetRow &row : report.rows)
        if (row.trades == 0)
            text += u"  %1 %2: %3\n"_s.arg(row.month.isEmpty() ? row.instrument : row.month + u' ' + row.instrument,
                                          row.strategy + u' ' + toString(row.timeframe), entriesNotMade(row.signalCount, row.denied));
    return text.isEmpty() ? text : u"\nno trade\n"_s + text;
}

} // namespace

QString presetText(const PresetReport &report)
{
    QString text = u"%1 runs of %2 each, %3 profitable\n\n"_s.arg(report.rows.size())
                       .arg((number(report.capital, 2) + u' ' + report.currency).trimmed()).arg(profitable(report));
    text += line(report, {u"month"_s, u"instrument"_s, u"strategy"_s, u"bars"_s},
                 {u"trades"_s, u"return"_s, u"buy and hold"_s, u"drawdown"_s, u"Sharpe"_s, u"profit f."_s, u"win rate"_s, u"costs"_s, u"equity"_s});
    for (const PresetRow &row : report.rows)
        text += line(report, {row.month, row.instrument, row.strategy, toString(row.timeframe)},
                     {QString::number(row.trades), percent(row.returnShare), percent(row.buyAndHold), percent(row.drawdownMax),
                      number(row.sharpe, 3), number(row.profitFactor, 2), percent(row.winRate), number(row.costs, 2), number(row.finalEquity, 2)});
    if (report.preset == BacktestPreset::Monthly)
        text += u"\nthe months compounded: %1\n"_s.arg(percent(compounded(report)));
    text += idleText(report);
    if (!report.notes.isEmpty())
        text += u"\ncareful\n"_s;
    for (const QString &note : report.notes)
        text += u"  "_s + note + u'\n';
    return text;
}

QByteArray presetJson(const PresetReport &report)
{
    JsonWriter json;
    json.beginObject();
    json.field("preset", toString(report.preset));
    json.field("capital", report.capital);
    json.field("currency", report.currency);
    json.field("profitable", std::int64_t(profitable(report)));
    if (report.preset == BacktestPreset::Monthly)
        json.field("compounded_pct", compounded(report) * 100);
    json.key("runs");
    json.beginArray();
    for (const PresetRow &row : report.rows) {
        json.beginObject(true);
        if (!row.month.isEmpty())
            json.field("month", row.month);
        json.field("instrument", row.instrument);
        json.field("strategy", row.strategy);
        json.field("timeframe", toString(row.timeframe));
        json.field("trade_count", std::int64_t(row.trades));
        json.field("final_equity", row.finalEquity);
        json.field("return_pct", row.returnShare * 100);
        json.field("buy_and_hold_pct", row.buyAndHold * 100);
        json.field("max_drawdown_pct", row.drawdownMax * 100);
        json.field("sharpe", row.sharpe);
        json.field("profit_factor", row.profitFactor);
        json.field("win_rate_pct", row.winRate * 100);
        json.field("costs", row.costs);
        json.field("signals", std::int64_t(row.signalCount));
        json.key("denied");
        json.beginObject(true);
        for (const auto &[reason, count] : row.denied)
            json.field(reason, std::int64_t(count));
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.key("notes");
    json.beginArray();
    for (const QString &note : report.notes)
        json.value(note);
    json.endArray();
    json.field("seconds", report.seconds);
    json.endObject();
    return json.text();
}

} // namespace bellwether
