#include "ui/models/metricnames.h"

#include <QCoreApplication>

namespace bellwether {

namespace {

// For lupdate, which reads no other words: the titles of metricTable(), which a test holds complete.
[[maybe_unused]] constexpr const char *titles[]{
    QT_TRANSLATE_NOOP("MetricNames", "Total return"), QT_TRANSLATE_NOOP("MetricNames", "CAGR"),
    QT_TRANSLATE_NOOP("MetricNames", "Buy and hold"), QT_TRANSLATE_NOOP("MetricNames", "Volatility"),
    QT_TRANSLATE_NOOP("MetricNames", "Sharpe ratio"), QT_TRANSLATE_NOOP("MetricNames", "Probabilistic Sharpe"),
    QT_TRANSLATE_NOOP("MetricNames", "Sortino ratio"), QT_TRANSLATE_NOOP("MetricNames", "Calmar ratio"),
    QT_TRANSLATE_NOOP("MetricNames", "Maximum drawdown"), QT_TRANSLATE_NOOP("MetricNames", "Maximum drawdown, money"),
    QT_TRANSLATE_NOOP("MetricNames", "Longest drawdown"), QT_TRANSLATE_NOOP("MetricNames", "Average drawdown"),
    QT_TRANSLATE_NOOP("MetricNames", "Time under water"), QT_TRANSLATE_NOOP("MetricNames", "Longest under water"),
    QT_TRANSLATE_NOOP("MetricNames", "Ulcer index"), QT_TRANSLATE_NOOP("MetricNames", "Recovery factor"),
    QT_TRANSLATE_NOOP("MetricNames", "Mean gross exposure"), QT_TRANSLATE_NOOP("MetricNames", "Mean net exposure"),
    QT_TRANSLATE_NOOP("MetricNames", "Turnover a year"), QT_TRANSLATE_NOOP("MetricNames", "Winning days"),
    QT_TRANSLATE_NOOP("MetricNames", "Best day"), QT_TRANSLATE_NOOP("MetricNames", "Worst day"),
    QT_TRANSLATE_NOOP("MetricNames", "VaR 95 %, 1 day"), QT_TRANSLATE_NOOP("MetricNames", "CVaR 95 %, 1 day"),
    QT_TRANSLATE_NOOP("MetricNames", "VaR 99 %, 1 day"), QT_TRANSLATE_NOOP("MetricNames", "CVaR 99 %, 1 day"),
    QT_TRANSLATE_NOOP("MetricNames", "VaR 95 %, parametric"),
    QT_TRANSLATE_NOOP("MetricNames", "VaR 99 %, parametric"),
    QT_TRANSLATE_NOOP("MetricNames", "CVaR 95 %, parametric"),
    QT_TRANSLATE_NOOP("MetricNames", "CVaR 99 %, parametric"),
    QT_TRANSLATE_NOOP("MetricNames", "VaR 95 %, Cornish-Fisher"),
    QT_TRANSLATE_NOOP("MetricNames", "VaR 99 %, Cornish-Fisher"), QT_TRANSLATE_NOOP("MetricNames", "Skewness"),
    QT_TRANSLATE_NOOP("MetricNames", "Kurtosis"), QT_TRANSLATE_NOOP("MetricNames", "Tail ratio"),
    QT_TRANSLATE_NOOP("MetricNames", "Omega ratio"), QT_TRANSLATE_NOOP("MetricNames", "Alpha"),
    QT_TRANSLATE_NOOP("MetricNames", "Beta"), QT_TRANSLATE_NOOP("MetricNames", "R²"),
    QT_TRANSLATE_NOOP("MetricNames", "Information ratio"), QT_TRANSLATE_NOOP("MetricNames", "Tracking error"),
    QT_TRANSLATE_NOOP("MetricNames", "Daily returns"), QT_TRANSLATE_NOOP("MetricNames", "Closed trades"),
    QT_TRANSLATE_NOOP("MetricNames", "Net profit"), QT_TRANSLATE_NOOP("MetricNames", "Gross profit"),
    QT_TRANSLATE_NOOP("MetricNames", "Gross loss"), QT_TRANSLATE_NOOP("MetricNames", "Fees"),
    QT_TRANSLATE_NOOP("MetricNames", "Exposure"), QT_TRANSLATE_NOOP("MetricNames", "Win rate"),
    QT_TRANSLATE_NOOP("MetricNames", "Wins"), QT_TRANSLATE_NOOP("MetricNames", "Losses"),
    QT_TRANSLATE_NOOP("MetricNames", "Flats"), QT_TRANSLATE_NOOP("MetricNames", "Profit factor"),
    QT_TRANSLATE_NOOP("MetricNames", "Expectancy"), QT_TRANSLATE_NOOP("MetricNames", "Expectancy, % of equity"),
    QT_TRANSLATE_NOOP("MetricNames", "Expectancy, R"), QT_TRANSLATE_NOOP("MetricNames", "Average trade"),
    QT_TRANSLATE_NOOP("MetricNames", "Average win"), QT_TRANSLATE_NOOP("MetricNames", "Average loss"),
    QT_TRANSLATE_NOOP("MetricNames", "Payoff ratio"), QT_TRANSLATE_NOOP("MetricNames", "Best trade"),
    QT_TRANSLATE_NOOP("MetricNames", "Worst trade"), QT_TRANSLATE_NOOP("MetricNames", "Best trade, %"),
    QT_TRANSLATE_NOOP("MetricNames", "Worst trade, %"), QT_TRANSLATE_NOOP("MetricNames", "SQN"),
    QT_TRANSLATE_NOOP("MetricNames", "p-value of the mean"), QT_TRANSLATE_NOOP("MetricNames", "Kelly"),
    QT_TRANSLATE_NOOP("MetricNames", "Average MAE"), QT_TRANSLATE_NOOP("MetricNames", "Worst MAE"),
    QT_TRANSLATE_NOOP("MetricNames", "Average MFE"), QT_TRANSLATE_NOOP("MetricNames", "Best MFE"),
    QT_TRANSLATE_NOOP("MetricNames", "Average give-back"), QT_TRANSLATE_NOOP("MetricNames", "Average MAE, %"),
    QT_TRANSLATE_NOOP("MetricNames", "Average MFE, %"), QT_TRANSLATE_NOOP("MetricNames", "Average give-back, %"),
    QT_TRANSLATE_NOOP("MetricNames", "Average MAE, R"), QT_TRANSLATE_NOOP("MetricNames", "Average MFE, R"),
    QT_TRANSLATE_NOOP("MetricNames", "Average give-back, R"), QT_TRANSLATE_NOOP("MetricNames", "Shortest holding"),
    QT_TRANSLATE_NOOP("MetricNames", "Mean holding"), QT_TRANSLATE_NOOP("MetricNames", "Median holding"),
    QT_TRANSLATE_NOOP("MetricNames", "Longest holding"),
    QT_TRANSLATE_NOOP("MetricNames", "Shortest holding, winners"),
    QT_TRANSLATE_NOOP("MetricNames", "Mean holding, winners"),
    QT_TRANSLATE_NOOP("MetricNames", "Median holding, winners"),
    QT_TRANSLATE_NOOP("MetricNames", "Longest holding, winners"),
    QT_TRANSLATE_NOOP("MetricNames", "Shortest holding, losers"),
    QT_TRANSLATE_NOOP("MetricNames", "Mean holding, losers"),
    QT_TRANSLATE_NOOP("MetricNames", "Median holding, losers"),
    QT_TRANSLATE_NOOP("MetricNames", "Longest holding, losers"),
    QT_TRANSLATE_NOOP("MetricNames", "Longest winning streak"),
    QT_TRANSLATE_NOOP("MetricNames", "Longest losing streak"),
};

} // namespace

QString metricName(const MetricSpec &metric)
{
    const QByteArray title(metric.title.data(), qsizetype(metric.title.size()));
    return QCoreApplication::translate("MetricNames", title.constData());
}

} // namespace bellwether
