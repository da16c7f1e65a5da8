#include "app/composition/strategyindicators.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// Parameters stand in braces.
const std::vector<std::pair<QString, QStringList>> &templates()
{
    static const std::vector<std::pair<QString, QStringList>> all{
        {u"bollinger_reversion"_s, {u"bb:{period},{width}"_s, u"rsi:{rsi_period}"_s}},
        {u"ema_crossover"_s, {u"ema:{fast}"_s, u"ema:{slow}"_s}},
        {u"macd_momentum"_s, {u"macd:{fast},{slow},{signal}"_s}},
        {u"simple_ema"_s, {u"ema:{period}"_s}},
        {u"sma_crossover"_s, {u"sma:{fast}"_s, u"sma:{slow}"_s}},
        {u"supertrend_ema"_s, {u"supertrend:{atr_period},{multiplier}"_s, u"ema:{ema}"_s}},
        {u"supertrend_macd_rsi_ema"_s,
         {u"supertrend:{atr_period},{multiplier}"_s, u"ema:{ema}"_s, u"macd:{macd_fast},{macd_slow},{macd_signal}"_s, u"rsi:{rsi_period}"_s}},
        {u"trend_following"_s, {u"donchian:{channel}"_s, u"ema:{fast}"_s, u"ema:{slow}"_s, u"adx:{adx_period}"_s}},
    };
    return all;
}

} // namespace

QStringList indicatorsOf(const QString &strategy, const std::vector<std::pair<QString, double>> &parameters)
{
    static const QRegularExpression place(u"\\{(\\w+)\\}"_s);
    QStringList specs;
    for (const auto &[id, texts] : templates()) {
        if (id != strategy)
            continue;
        for (QString text : texts) {
            for (auto match = place.match(text); match.hasMatch(); match = place.match(text)) {
                const QString name = match.captured(1);
                const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const auto &one) {
                    return one.first == name || one.first == id + u'.' + name;
                });
                if (found == parameters.end())
                    return {};
                text.replace(match.capturedStart(), match.capturedLength(), QString::number(found->second, 'g', 10));
            }
            specs.append(text);
        }
    }
    return specs;
}

} // namespace bellwether
