#include "core/analytics/metrictable.h"

#include "core/base/decimaltext.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using A = AccountFigures;
using T = TradeFigures;
using U = MetricUnit;

constexpr MetricSpec ofAccount(std::string_view key, std::string_view title, U unit, double A::*field,
                               std::string_view definition)
{
    return {key, title, definition, unit, field, nullptr};
}
constexpr MetricSpec ofTrades(std::string_view key, std::string_view title, U unit, double T::*field,
                              std::string_view definition)
{
    return {key, title, definition, unit, nullptr, field};
}

constexpr std::array table{
    ofAccount("total_return_pct", "Total return", U::Share, &A::totalReturn, "final equity ÷ starting equity − 1"),
    ofAccount("cagr_pct", "CAGR", U::Share, &A::cagr, "(final ÷ starting equity)^(365.25 ÷ calendar days) − 1"),
    ofAccount("buy_and_hold_pct", "Buy and hold", U::Share, &A::buyAndHold,
              "the same capital and costs in the symbol, or the benchmark, over the same period"),
    ofAccount("volatility_pct", "Volatility", U::Share, &A::volatility,
              "sample standard deviation of daily returns × √N, N trading days a year"),
    ofAccount("sharpe", "Sharpe ratio", U::Number, &A::sharpe,
              "(mean(r) − rf/N) ÷ sample deviation of r × √N; risk-free rate 0"),
    ofAccount("probabilistic_sharpe", "Probabilistic Sharpe", U::Number, &A::probabilisticSharpe,
              "chance that the true Sharpe ratio is above 0 (Bailey, López de Prado 2012)"),
    ofAccount("sortino", "Sortino ratio", U::Number, &A::sortino,
              "mean(r) ÷ √(mean of min(r, 0)² over all days) × √N"),
    ofAccount("calmar", "Calmar ratio", U::Number, &A::calmar, "CAGR ÷ maximum drawdown"),
    ofAccount("max_drawdown_pct", "Maximum drawdown", U::Share, &A::drawdownMax,
              "largest 1 − equity ÷ its running peak, from every mark"),
    ofAccount("max_drawdown_money", "Maximum drawdown, money", U::Amount, &A::drawdownMaxMoney,
              "largest fall of equity below its running peak"),
    ofAccount("max_drawdown_days", "Longest drawdown", U::Days, &A::drawdownMaxDays,
              "longest time from a peak to its recovery, or to the end"),
    ofAccount("avg_drawdown_pct", "Average drawdown", U::Share, &A::drawdownAverage, "mean depth of drawdown periods"),
    ofAccount("underwater_pct", "Time under water", U::Share, &A::underwaterShare, "share of days below the peak"),
    ofAccount("underwater_days_max", "Longest under water", U::Days, &A::underwaterDaysMax,
              "longest run of trading days below the peak"),
    ofAccount("ulcer_pct", "Ulcer index", U::Share, &A::ulcer, "√(mean of squared daily drawdown)"),
    ofAccount("recovery_factor", "Recovery factor", U::Number, &A::recoveryFactor,
              "net profit ÷ maximum drawdown in money"),
    ofAccount("gross_exposure_pct", "Mean gross exposure", U::Share, &A::exposureGross,
              "mean of position value ÷ equity"),
    ofAccount("net_exposure_pct", "Mean net exposure", U::Share, &A::exposureNet,
              "mean of signed position value ÷ equity"),
    ofAccount("turnover", "Turnover a year", U::Number, &A::turnover, "traded value ÷ mean equity a year"),
    ofAccount("winning_days_pct", "Winning days", U::Share, &A::winningDays, "share of days with a positive return"),
    ofAccount("best_day_pct", "Best day", U::Share, &A::bestDay, "largest daily return"),
    ofAccount("worst_day_pct", "Worst day", U::Share, &A::worstDay, "smallest daily return"),
    ofAccount("var_95_pct", "VaR 95 %, 1 day", U::Share, &A::var95, "5 % quantile of daily returns"),
    ofAccount("cvar_95_pct", "CVaR 95 %, 1 day", U::Share, &A::cvar95, "mean daily return at or beyond VaR 95 %"),
    ofAccount("var_99_pct", "VaR 99 %, 1 day", U::Share, &A::var99, "1 % quantile of daily returns"),
    ofAccount("cvar_99_pct", "CVaR 99 %, 1 day", U::Share, &A::cvar99, "mean daily return at or beyond VaR 99 %"),
    ofAccount("var_normal_95_pct", "VaR 95 %, parametric", U::Share, &A::varNormal95,
              "mean − 1.645 sample deviations of daily returns"),
    ofAccount("var_normal_99_pct", "VaR 99 %, parametric", U::Share, &A::varNormal99,
              "mean − 2.326 sample deviations of daily returns"),
    ofAccount("cvar_normal_95_pct", "CVaR 95 %, parametric", U::Share, &A::cvarNormal95,
              "mean of a normal beyond its VaR 95 %: mean − φ(1.645) ÷ 5 % × sample deviation"),
    ofAccount("cvar_normal_99_pct", "CVaR 99 %, parametric", U::Share, &A::cvarNormal99,
              "mean of a normal beyond its VaR 99 %: mean − φ(2.326) ÷ 1 % × sample deviation"),
    ofAccount("var_cornish_fisher_95_pct", "VaR 95 %, Cornish-Fisher", U::Share, &A::varCornishFisher95,
              "parametric VaR corrected for skewness and kurtosis"),
    ofAccount("var_cornish_fisher_99_pct", "VaR 99 %, Cornish-Fisher", U::Share, &A::varCornishFisher99,
              "parametric VaR corrected for skewness and kurtosis"),
    ofAccount("skewness", "Skewness", U::Number, &A::skewness, "third standardised moment of daily returns"),
    ofAccount("kurtosis", "Kurtosis", U::Number, &A::kurtosis, "fourth standardised moment of daily returns; normal is 3"),
    ofAccount("tail_ratio", "Tail ratio", U::Number, &A::tailRatio, "|95th ÷ 5th percentile of daily returns|"),
    ofAccount("omega", "Omega ratio", U::Number, &A::omega, "Σ daily gains ÷ Σ daily losses"),
    ofAccount("alpha_pct", "Alpha", U::Share, &A::alpha, "yearly intercept against the symbol bought and held"),
    ofAccount("beta", "Beta", U::Number, &A::beta, "slope of daily returns against those of the symbol"),
    ofAccount("r_squared", "R²", U::Number, &A::rSquared, "squared correlation with the symbol's daily returns"),
    ofAccount("information_ratio", "Information ratio", U::Number, &A::informationRatio,
              "yearly mean difference to the symbol ÷ tracking error"),
    ofAccount("tracking_error_pct", "Tracking error", U::Share, &A::trackingError,
              "sample deviation of the difference to the symbol × √N"),
    ofAccount("days", "Daily returns", U::Count, &A::days, "n, the number of daily returns behind the figures"),
    ofTrades("trade_count", "Closed trades", U::Count, &T::tradeCount, "closed round trips"),
    ofTrades("net_profit", "Net profit", U::Amount, &T::netProfit, "Σ results of closed trades, net of costs"),
    ofTrades("gross_profit", "Gross profit", U::Amount, &T::grossProfit, "Σ results of winning trades"),
    ofTrades("gross_loss", "Gross loss", U::Amount, &T::grossLoss, "Σ |results| of losing trades"),
    ofTrades("fees", "Fees", U::Amount, &T::costs, "Σ fees of closed trades"),
    ofTrades("exposure_pct", "Exposure", U::Share, &T::exposure, "share of bars with a position"),
    ofTrades("win_rate_pct", "Win rate", U::Share, &T::winRate, "share of closed trades with a net result above 0"),
    ofTrades("wins", "Wins", U::Count, &T::wins, "closed trades with a net result above 0"),
    ofTrades("losses", "Losses", U::Count, &T::losses, "closed trades with a net result below 0"),
    ofTrades("flats", "Flats", U::Count, &T::flats, "closed trades with a net result of exactly 0"),
    ofTrades("profit_factor", "Profit factor", U::Number, &T::profitFactor, "gross profit ÷ gross loss"),
    ofTrades("expectancy", "Expectancy", U::Amount, &T::expectancy, "mean net result of a trade"),
    ofTrades("expectancy_pct", "Expectancy, % of equity", U::Share, &T::expectancyShare,
             "mean of net result ÷ equity before the trade"),
    ofTrades("expectancy_r", "Expectancy, R", U::Number, &T::expectancyR, "mean of net result ÷ money at risk"),
    ofTrades("avg_trade_pct", "Average trade", U::Share, &T::averageReturn, "mean of net result ÷ value of the entry"),
    ofTrades("avg_win", "Average win", U::Amount, &T::averageWin, "mean result of winning trades"),
    ofTrades("avg_loss", "Average loss", U::Amount, &T::averageLoss, "mean |result| of losing trades"),
    ofTrades("payoff", "Payoff ratio", U::Number, &T::payoff, "average win ÷ average loss"),
    ofTrades("best", "Best trade", U::Amount, &T::best, "largest net result"),
    ofTrades("worst", "Worst trade", U::Amount, &T::worst, "smallest net result"),
    ofTrades("best_trade_pct", "Best trade, %", U::Share, &T::bestReturn, "largest net result ÷ value of the entry"),
    ofTrades("worst_trade_pct", "Worst trade, %", U::Share, &T::worstReturn, "smallest net result ÷ value of the entry"),
    ofTrades("sqn", "SQN", U::Number, &T::sqn, "√trades × mean ÷ sample deviation of results (R when known, else money)"),
    ofTrades("p_value", "p-value of the mean", U::Number, &T::pValue, "two-sided t test that the mean trade is 0"),
    ofTrades("kelly_pct", "Kelly", U::Share, &T::kelly, "W − (1 − W) ÷ payoff, capped to 0…25 %"),
    ofTrades("mae_avg", "Average MAE", U::Amount, &T::averageAdverse, "mean worst open result of a trade"),
    ofTrades("mae_worst", "Worst MAE", U::Amount, &T::worstAdverse, "worst open result of any trade"),
    ofTrades("mfe_avg", "Average MFE", U::Amount, &T::averageFavourable, "mean best open result of a trade"),
    ofTrades("mfe_best", "Best MFE", U::Amount, &T::bestFavourable, "best open result of any trade"),
    ofTrades("end_trade_drawdown_avg", "Average give-back", U::Amount, &T::averageGiveBack, "mean of MFE − result"),
    ofTrades("mae_avg_pct", "Average MAE, %", U::Share, &T::averageAdverseShare, "mean of MAE ÷ value of the entry"),
    ofTrades("mfe_avg_pct", "Average MFE, %", U::Share, &T::averageFavourableShare, "mean of MFE ÷ value of the entry"),
    ofTrades("end_trade_drawdown_avg_pct", "Average give-back, %", U::Share, &T::averageGiveBackShare,
             "mean of (MFE − result) ÷ value of the entry"),
    ofTrades("mae_avg_r", "Average MAE, R", U::Number, &T::averageAdverseR, "mean of MAE ÷ money at risk"),
    ofTrades("mfe_avg_r", "Average MFE, R", U::Number, &T::averageFavourableR, "mean of MFE ÷ money at risk"),
    ofTrades("end_trade_drawdown_avg_r", "Average give-back, R", U::Number, &T::averageGiveBackR,
             "mean of (MFE − result) ÷ money at risk"),
    ofTrades("holding_min_s", "Shortest holding", U::Seconds, &T::holdingMin, "shortest time from entry to exit"),
    ofTrades("holding_mean_s", "Mean holding", U::Seconds, &T::holdingMean, "mean time from entry to exit"),
    ofTrades("holding_median_s", "Median holding", U::Seconds, &T::holdingMedian, "median time from entry to exit"),
    ofTrades("holding_max_s", "Longest holding", U::Seconds, &T::holdingMax, "longest time from entry to exit"),
    ofTrades("holding_min_winners_s", "Shortest holding, winners", U::Seconds, &T::holdingMinWinners,
             "shortest time from entry to exit of winning trades"),
    ofTrades("holding_mean_winners_s", "Mean holding, winners", U::Seconds, &T::holdingMeanWinners,
             "mean time from entry to exit of winning trades"),
    ofTrades("holding_median_winners_s", "Median holding, winners", U::Seconds, &T::holdingMedianWinners,
             "median time from entry to exit of winning trades"),
    ofTrades("holding_max_winners_s", "Longest holding, winners", U::Seconds, &T::holdingMaxWinners,
             "longest time from entry to exit of winning trades"),
    ofTrades("holding_min_losers_s", "Shortest holding, losers", U::Seconds, &T::holdingMinLosers,
             "shortest time from entry to exit of losing trades"),
    ofTrades("holding_mean_losers_s", "Mean holding, losers", U::Seconds, &T::holdingMeanLosers,
             "mean time from entry to exit of losing trades"),
    ofTrades("holding_median_losers_s", "Median holding, losers", U::Seconds, &T::holdingMedianLosers,
             "median time from entry to exit of losing trades"),
    ofTrades("holding_max_losers_s", "Longest holding, losers", U::Seconds, &T::holdingMaxLosers,
             "longest time from entry to exit of losing trades"),
    ofTrades("winning_streak", "Longest winning streak", U::Count, &T::winningStreak, "most wins in a row"),
    ofTrades("losing_streak", "Longest losing streak", U::Count, &T::losingStreak, "most losses in a row"),
};

QString durationText(double seconds)
{
    const auto minutes = qint64(seconds / 60.0 + 0.5);
    if (minutes < 60)
        return u"%1 min"_s.arg(minutes);
    if (minutes < 24 * 60)
        return u"%1 h %2 min"_s.arg(minutes / 60).arg(minutes % 60);
    return u"%1 d %2 h"_s.arg(minutes / 1440).arg(minutes % 1440 / 60);
}

} // namespace

std::span<const MetricSpec> metricTable() { return table; }

FigureNeeds needsOf(std::span<const MetricSpec *const> metrics)
{
    constexpr double A::*tails[]{&A::bestDay,      &A::worstDay,     &A::var95,        &A::cvar95,             &A::var99,
                                 &A::cvar99,       &A::varNormal95,  &A::varNormal99,  &A::cvarNormal95,       &A::cvarNormal99,
                                 &A::varCornishFisher95, &A::varCornishFisher99, &A::tailRatio, &A::omega};
    constexpr double A::*activity[]{&A::exposure, &A::exposureGross, &A::exposureNet, &A::turnover};
    FigureNeeds needs{false, false, false, false};
    for (const MetricSpec *metric : metrics) {
        const auto isOneOf = [&](const auto &fields) { return metric->account && std::find(std::begin(fields), std::end(fields), metric->account) != std::end(fields); };
        needs.hasTails = needs.hasTails || isOneOf(tails);
        needs.hasActivity = needs.hasActivity || isOneOf(activity) || metric->trade == &T::exposure;
    }
    return needs;
}

double exportedValue(const MetricSpec &metric, const RunFigures &figures, TradeSide side)
{
    double value = notAvailable;
    if (metric.trade) {
        const TradeFigures &column = side == TradeSide::All ? figures.all
            : side == TradeSide::Long                       ? figures.longSide
                                                            : figures.shortSide;
        value = column.*metric.trade;
    } else if (side == TradeSide::All) {
        value = figures.account.*metric.account;
    }
    return metric.unit == MetricUnit::Share ? value * 100.0 : value;
}

QString displayText(const MetricSpec &metric, double exported)
{
    if (std::isnan(exported))
        return u"n/a"_s;
    if (std::isinf(exported))
        return exported > 0 ? u"no losses"_s : u"n/a"_s;
    switch (metric.unit) {
    case MetricUnit::Count: return decimalText(exported, 0);
    case MetricUnit::Amount: return decimalText(exported, 2);
    case MetricUnit::Share: return decimalText(exported, 2) + u" %"_s;
    case MetricUnit::Number: return std::fabs(exported) >= 9'999.5 && std::fabs(exported) < 1e15 ? decimalText(exported, 0) : decimalText(exported, 4, 'g');
    case MetricUnit::Days: return decimalText(exported, 0) + u" d"_s;
    case MetricUnit::Seconds: return durationText(exported);
    }
    return {};
}

} // namespace bellwether
