#include "ui/models/declaredtexts.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// Strategies and indicators are declared in core, which knows no translations: their words stand here again.
[[maybe_unused]] constexpr std::array words{
    QT_TRANSLATE_NOOP("Declared", "SMA crossover"),
    QT_TRANSLATE_NOOP("Declared", "Intraday short"),
    QT_TRANSLATE_NOOP("Declared", "MACD momentum"),
    QT_TRANSLATE_NOOP("Declared", "Trend following"),
    QT_TRANSLATE_NOOP("Declared", "Live momentum"),
    QT_TRANSLATE_NOOP("Declared", "EMA crossover"),
    QT_TRANSLATE_NOOP("Declared", "Bollinger reversion"),
    QT_TRANSLATE_NOOP("Declared", "Simple EMA"),
    QT_TRANSLATE_NOOP("Declared", "SuperTrend, MACD, RSI and EMA"),
    QT_TRANSLATE_NOOP("Declared", "SuperTrend and EMA"),
    QT_TRANSLATE_NOOP("Declared", "The fast simple average crosses the slow one; long and short. A reference strategy for checks against published results."),
    QT_TRANSLATE_NOOP("Declared", "Below the session VWAP, after a lower high, the close breaks the low of the opening range with volume."),
    QT_TRANSLATE_NOOP("Declared", "The MACD histogram changes sign with the MACD line on the same side of zero."),
    QT_TRANSLATE_NOOP("Declared", "The close breaks the Donchian channel with the averages in trend order and the ADX above its threshold."),
    QT_TRANSLATE_NOOP("Declared", "Rate of change and volume surge over a rolling window of live ticks; needs no history. On bars alone the window is 12 bars."),
    QT_TRANSLATE_NOOP("Declared", "The fast exponential average crosses the slow one and the volume is above its average."),
    QT_TRANSLATE_NOOP("Declared", "The close re-enters the Bollinger bands and the RSI was extreme on one of the last two bars."),
    QT_TRANSLATE_NOOP("Declared", "The close crosses its exponential average."),
    QT_TRANSLATE_NOOP("Declared", "SuperTrend, MACD histogram, RSI against 50 and the exponential average all come to one side."),
    QT_TRANSLATE_NOOP("Declared", "SuperTrend flips or agrees and the exponential average confirms the side; the stop is the SuperTrend line."),
    QT_TRANSLATE_NOOP("Declared", "bars of the bands"),
    QT_TRANSLATE_NOOP("Declared", "half width of the bands in standard deviations"),
    QT_TRANSLATE_NOOP("Declared", "bars of the RSI"),
    QT_TRANSLATE_NOOP("Declared", "RSI at or below which a buy is confirmed"),
    QT_TRANSLATE_NOOP("Declared", "RSI at or above which a sell is confirmed"),
    QT_TRANSLATE_NOOP("Declared", "bars of the fast average"),
    QT_TRANSLATE_NOOP("Declared", "bars of the slow average"),
    QT_TRANSLATE_NOOP("Declared", "bars of the volume average"),
    QT_TRANSLATE_NOOP("Declared", "volume as a multiple of its average, 0 for any"),
    QT_TRANSLATE_NOOP("Declared", "length of the opening range"),
    QT_TRANSLATE_NOOP("Declared", "length of the window"),
    QT_TRANSLATE_NOOP("Declared", "least move over the window in percent"),
    QT_TRANSLATE_NOOP("Declared", "volume of the window as a multiple of the usual, 0 for any"),
    QT_TRANSLATE_NOOP("Declared", "least move in standard deviations of the usual one"),
    QT_TRANSLATE_NOOP("Declared", "stop distance in usual moves of a window, 0 for none"),
    QT_TRANSLATE_NOOP("Declared", "target distance in usual moves of a window, 0 for none"),
    QT_TRANSLATE_NOOP("Declared", "bars of the signal line"),
    QT_TRANSLATE_NOOP("Declared", "bars of the average"),
    QT_TRANSLATE_NOOP("Declared", "bars of the range of the SuperTrend"),
    QT_TRANSLATE_NOOP("Declared", "distance of the SuperTrend bands in average true ranges"),
    QT_TRANSLATE_NOOP("Declared", "bars of the confirming average"),
    QT_TRANSLATE_NOOP("Declared", "bars of the fast MACD average"),
    QT_TRANSLATE_NOOP("Declared", "bars of the slow MACD average"),
    QT_TRANSLATE_NOOP("Declared", "bars of the MACD signal line"),
    QT_TRANSLATE_NOOP("Declared", "bars of the channel before the current one"),
    QT_TRANSLATE_NOOP("Declared", "bars of the ADX"),
    QT_TRANSLATE_NOOP("Declared", "ADX above which a trend is strong enough"),
    QT_TRANSLATE_NOOP("Declared", "stop distance in average true ranges, 0 for none"),
    QT_TRANSLATE_NOOP("Declared", "target distance in average true ranges, 0 for none"),
    QT_TRANSLATE_NOOP("Declared", "target distance as a multiple of the stop distance, 0 for none"),
    QT_TRANSLATE_NOOP("Declared", "ADX"),
    QT_TRANSLATE_NOOP("Declared", "MACD histogram"),
    QT_TRANSLATE_NOOP("Declared", "MACD line"),
    QT_TRANSLATE_NOOP("Declared", "RSI"),
    QT_TRANSLATE_NOOP("Declared", "SuperTrend direction"),
    QT_TRANSLATE_NOOP("Declared", "agreement one bar ago"),
    QT_TRANSLATE_NOOP("Declared", "balance of confirmations one bar ago"),
    QT_TRANSLATE_NOOP("Declared", "close against the average"),
    QT_TRANSLATE_NOOP("Declared", "close against the channel bottom"),
    QT_TRANSLATE_NOOP("Declared", "close against the channel top"),
    QT_TRANSLATE_NOOP("Declared", "close against the lower band"),
    QT_TRANSLATE_NOOP("Declared", "close against the opening-range low"),
    QT_TRANSLATE_NOOP("Declared", "close against the session VWAP"),
    QT_TRANSLATE_NOOP("Declared", "close against the upper band"),
    QT_TRANSLATE_NOOP("Declared", "close one bar ago against its channel bottom"),
    QT_TRANSLATE_NOOP("Declared", "close one bar ago against its channel top"),
    QT_TRANSLATE_NOOP("Declared", "close one bar ago against the lower band"),
    QT_TRANSLATE_NOOP("Declared", "close one bar ago against the opening-range low"),
    QT_TRANSLATE_NOOP("Declared", "close one bar ago against the upper band"),
    QT_TRANSLATE_NOOP("Declared", "close − average one bar ago"),
    QT_TRANSLATE_NOOP("Declared", "close − average"),
    QT_TRANSLATE_NOOP("Declared", "fast against slow average"),
    QT_TRANSLATE_NOOP("Declared", "fast − slow average one bar ago"),
    QT_TRANSLATE_NOOP("Declared", "fast − slow average"),
    QT_TRANSLATE_NOOP("Declared", "higher RSI of two bars"),
    QT_TRANSLATE_NOOP("Declared", "histogram one bar ago"),
    QT_TRANSLATE_NOOP("Declared", "histogram"),
    QT_TRANSLATE_NOOP("Declared", "last swing high against the day's high before it"),
    QT_TRANSLATE_NOOP("Declared", "lower RSI of two bars"),
    QT_TRANSLATE_NOOP("Declared", "move in usual moves"),
    QT_TRANSLATE_NOOP("Declared", "move over the window in percent"),
    QT_TRANSLATE_NOOP("Declared", "twelfths of a window left to keep quiet"),
    QT_TRANSLATE_NOOP("Declared", "volume ratio"),
    QT_TRANSLATE_NOOP("Declared", "volume surge"),
    QT_TRANSLATE_NOOP("Declared", "moving average convergence and divergence: line, signal, histogram"),
    QT_TRANSLATE_NOOP("Declared", "Bollinger bands of the close, population standard deviation"),
    QT_TRANSLATE_NOOP("Declared", "average true range, Wilder smoothing, in price units"),
    QT_TRANSLATE_NOOP("Declared", "directional indicators and average directional index, 0 to 100"),
    QT_TRANSLATE_NOOP("Declared", "slow stochastic: smoothed %K and its average %D, 0 to 100"),
    QT_TRANSLATE_NOOP("Declared", "SuperTrend line, and its direction: 1 up, -1 down"),
    QT_TRANSLATE_NOOP("Declared", "on-balance volume, 0 on the first bar"),
    QT_TRANSLATE_NOOP("Declared", "volume-weighted average price since the start of the trading day"),
    QT_TRANSLATE_NOOP("Declared", "highest high and lowest low of the bars before the current one"),
    QT_TRANSLATE_NOOP("Declared", "simple moving average of the close"),
    QT_TRANSLATE_NOOP("Declared", "exponential moving average, seeded with the simple one"),
    QT_TRANSLATE_NOOP("Declared", "linearly weighted moving average"),
    QT_TRANSLATE_NOOP("Declared", "Wilder's relative strength index, 0 to 100"),
    QT_TRANSLATE_NOOP("Declared", "rate of change in percent"),
    QT_TRANSLATE_NOOP("Declared", "simple moving average of the volume"),
    QT_TRANSLATE_NOOP("Declared", "standard deviations of the close from its mean"),
};

} // namespace

QString declaredText(QStringView text) { return QCoreApplication::translate("Declared", text.toUtf8().constData()); }

QString reasonText(const ReasonText &reason)
{
    // The last three words are the value, the comparison and the threshold.
    qsizetype end = reason.text.size();
    for (int word = 0; word < 3 && end > 0; ++word)
        end = reason.text.lastIndexOf(u' ', end - 1);
    return end <= 0 ? reason.text : declaredText(QStringView(reason.text).left(end)) + reason.text.mid(end);
}

} // namespace bellwether
