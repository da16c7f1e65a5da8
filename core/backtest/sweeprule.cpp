#include "core/backtest/sweeprule.h"

#include "core/strategy/strategycatalogue.h"

namespace bellwether {

namespace {

using Kind = ColumnKey::Kind;

ColumnKey constant(double x) { return {Kind::Constant, 0, 0, 0, x}; }
ColumnKey close() { return {Kind::Close}; }
ColumnKey ema(int period) { return {Kind::Ema, period}; }

/// Buys where `left` comes above `right`, sells where it comes below.
SweepRule crossOf(const ColumnKey &left, const ColumnKey &right)
{
    return {.buy = {{{left, right}}, {}}, .sell = {{{right, left}}, {}}};
}

SweepRule emaCrossover(const ParameterSet &p)
{
    SweepRule rule = crossOf(ema(p.integer(0)), ema(p.integer(1)));
    const ColumnTest isBusy{{Kind::VolumeRatio, p.integer(2)}, Comparison::AtLeast, constant(p.value(3))};
    rule.buy.tests = rule.sell.tests = {isBusy};
    return rule;
}

SweepRule smaCrossover(const ParameterSet &p)
{
    SweepRule rule = crossOf({Kind::Sma, p.integer(0)}, {Kind::Sma, p.integer(1)});
    rule.needsOpposite = true;
    return rule;
}

SweepRule simpleEma(const ParameterSet &p) { return crossOf(close(), ema(p.integer(0))); }

SweepRule macdMomentum(const ParameterSet &p)
{
    const ColumnKey line{Kind::MacdLine, p.integer(0), p.integer(1)};
    SweepRule rule = crossOf({Kind::MacdHistogram, p.integer(0), p.integer(1), p.integer(2)}, constant(0));
    rule.buy.tests = {{line, Comparison::Above, constant(0)}};
    rule.sell.tests = {{line, Comparison::Below, constant(0)}};
    return rule;
}

SweepRule bollingerReversion(const ParameterSet &p)
{
    const ColumnKey lower{Kind::BandLower, p.integer(0), 0, 0, p.value(1)};
    const ColumnKey upper{Kind::BandUpper, p.integer(0), 0, 0, p.value(1)};
    const ColumnKey rsi{Kind::Rsi, p.integer(2)};
    // Inside the band again: no longer below the lower one, no longer above the upper one.
    return {.buy = {{{lower, close(), true}}, {{rsi, Comparison::AtMost, constant(p.value(3)), true}}},
            .sell = {{{close(), upper, true}}, {{rsi, Comparison::AtLeast, constant(p.value(4)), true}}}};
}

SweepRule trendFollowing(const ParameterSet &p)
{
    const ColumnKey fast{Kind::Sma, p.integer(1)};
    const ColumnKey slow{Kind::Sma, p.integer(2)};
    const ColumnTest isTrending{{Kind::Adx, p.integer(3)}, Comparison::Above, constant(p.value(4))};
    return {.buy = {{{close(), {Kind::ChannelUpper, p.integer(0)}}}, {{fast, Comparison::Above, slow}, isTrending}},
            .sell = {{{{Kind::ChannelLower, p.integer(0)}, close()}}, {{fast, Comparison::Below, slow}, isTrending}}};
}

SweepRule superTrendEma(const ParameterSet &p)
{
    const ColumnKey trend{Kind::SuperTrendSide, p.integer(0), 0, 0, p.value(1)};
    return {.buy = {{{trend, constant(0)}, {close(), ema(p.integer(2))}}, {}},
            .sell = {{{constant(0), trend}, {ema(p.integer(2)), close()}}, {}}};
}

SweepRule superTrendMacdRsiEma(const ParameterSet &p)
{
    const ColumnKey trend{Kind::SuperTrendSide, p.integer(0), 0, 0, p.value(1)};
    const ColumnKey histogram{Kind::MacdHistogram, p.integer(2), p.integer(3), p.integer(4)};
    const ColumnKey rsi{Kind::Rsi, p.integer(5)};
    const ColumnKey average = ema(p.integer(6));
    return {.buy = {{{trend, constant(0)}, {histogram, constant(0)}, {rsi, constant(50)}, {close(), average}}, {}},
            .sell = {{{constant(0), trend}, {constant(0), histogram}, {constant(50), rsi}, {average, close()}}, {}}};
}

struct Entry {
    std::string_view strategy;
    SweepRule (*make)(const ParameterSet &parameters);
};
constexpr Entry entries[]{
    {"ema_crossover", emaCrossover},
    {"sma_crossover", smaCrossover},
    {"simple_ema", simpleEma},
    {"macd_momentum", macdMomentum},
    {"bollinger_reversion", bollingerReversion},
    {"trend_following", trendFollowing},
    {"supertrend_ema", superTrendEma},
    {"supertrend_macd_rsi_ema", superTrendMacdRsiEma},
};

} // namespace

std::vector<ColumnKey> SweepRule::columns() const
{
    std::vector<ColumnKey> keys;
    for (const SweepSide *side : {&buy, &sell}) {
        for (const ColumnRelation &relation : side->state)
            keys.insert(keys.end(), {relation.left, relation.right});
        for (const ColumnTest &test : side->tests)
            keys.insert(keys.end(), {test.left, test.right});
    }
    return keys;
}

std::optional<SweepRule> sweepRuleOf(const StrategyInfo &info, const ParameterSet &parameters)
{
    const auto found = std::find_if(std::begin(entries), std::end(entries), [&](const Entry &entry) { return entry.strategy == info.id; });
    if (found == std::end(entries))
        return {};
    SweepRule rule = found->make(parameters);
    // The strategy itself says when it may decide.
    rule.warmUpBars = std::size_t(makeStrategy(info, parameters, {{}, Timeframe::M1, &ExchangeCalendar::crypto()})->warmUpBars());
    return rule;
}

} // namespace bellwether
