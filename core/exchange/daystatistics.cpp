#include "core/exchange/daystatistics.h"

#include "core/exchange/spotjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

DayStatistics dayOf(const BarColumns &bars, Timestamp now)
{
    DayStatistics day;
    const auto [first, last] = bars.rowsBetween(now - std::chrono::hours(24), now + std::chrono::minutes(1));
    for (std::size_t row = first; row < last; ++row) {
        if (row == first)
            day = {bars.open[row], bars.high[row], bars.low[row]};
        day.high = std::max(day.high, bars.high[row]);
        day.low = std::min(day.low, bars.low[row]);
        day.close = bars.close[row];
        day.volume += bars.volume[row];
        day.turnover += bars.volume[row] * (bars.high[row] + bars.low[row] + bars.close[row]) / 3;
    }
    return day;
}

QString numberText(double value) { return QString::number(value, 'f', 8); }

QJsonObject tickerJson(const SpotVenue &venue, SymbolNumber symbol, Timestamp now, bool isMini)
{
    const DayStatistics day = dayOf(venue.bars(symbol), now);
    QJsonObject json{{u"e"_s, isMini ? u"24hrMiniTicker"_s : u"24hrTicker"_s}, {u"E"_s, qint64(now.ms())},
                     {u"s"_s, venue.engine().symbols()[std::size_t(symbol)].symbol}, {u"c"_s, numberText(day.close)}, {u"o"_s, numberText(day.open)},
                     {u"h"_s, numberText(day.high)}, {u"l"_s, numberText(day.low)}, {u"v"_s, numberText(day.volume)}, {u"q"_s, numberText(day.turnover)}};
    if (isMini)
        return json;
    const auto bid = venue.engine().book(symbol).best(Side::Buy).value_or(DepthLevel());
    const auto ask = venue.engine().book(symbol).best(Side::Sell).value_or(DepthLevel());
    const auto &tape = venue.tape(symbol);
    json[u"p"_s] = numberText(day.close - day.open);
    json[u"P"_s] = QString::number(day.open > 0 ? (day.close / day.open - 1) * 100 : 0, 'f', 3);
    json[u"w"_s] = numberText(day.volume > 0 ? day.turnover / day.volume : 0);
    json[u"x"_s] = numberText(day.open);
    json[u"Q"_s] = decimalText(tape.empty() ? Quantity() : tape.back().print.quantity);
    json[u"b"_s] = decimalText(bid.price);
    json[u"B"_s] = decimalText(bid.quantity);
    json[u"a"_s] = decimalText(ask.price);
    json[u"A"_s] = decimalText(ask.quantity);
    json[u"O"_s] = qint64((now - std::chrono::hours(24)).ms());
    json[u"C"_s] = qint64(now.ms());
    json[u"F"_s] = tape.empty() ? qint64(-1) : qint64(tape.front().print.id);
    json[u"L"_s] = tape.empty() ? qint64(-1) : qint64(tape.back().print.id);
    json[u"n"_s] = qint64(tape.size());
    return json;
}

} // namespace bellwether::exchange
