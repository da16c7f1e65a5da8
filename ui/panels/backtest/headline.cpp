#include "ui/panels/backtest/headline.h"

#include "ui/models/labwords.h"
#include "ui/models/metricnames.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

const MetricSpec *metricOf(std::string_view key)
{
    const auto table = metricTable();
    const auto found = std::ranges::find(table, key, &MetricSpec::key);
    return found == table.end() ? nullptr : &*found;
}

QString valueOf(std::string_view key, const LabReport &report)
{
    const MetricSpec *metric = metricOf(key);
    QString text = metric ? displayText(*metric, exportedValue(*metric, report.figures, TradeSide::All)) : QString();
    return text.replace(u'-', QChar(0x2212));
}

/// `BTCUSDT`, `BTCUSDT, ETHUSDT`, `BTCUSDT and 9 more`.
QString symbolsOf(const LabReport &report)
{
    QStringList names;
    for (const LabInstrument &instrument : report.instruments)
        names.append(instrument.symbol);
    if (names.size() <= 3)
        return names.join(u", "_s);
    return Headline::tr("%1 and %n more", nullptr, int(names.size()) - 1).arg(names.front());
}

} // namespace

QString metricHelp(std::string_view key, const LabReport &report)
{
    const MetricSpec *metric = metricOf(key);
    if (!metric)
        return {};
    return u"%1: %2\n%3"_s.arg(metricName(*metric), textOf(metric->definition),
                               Headline::tr("From %1 daily returns and %2 closed trades.")
                                   .arg(report.figures.account.days)
                                   .arg(report.trades->size()));
}

QString benchmarkTitle(const LabReport &report)
{
    return report.benchmarkName.isEmpty() || report.benchmark->empty() ? Headline::tr("Buy and hold") : Headline::tr("%1 held").arg(report.benchmarkName);
}

Headline::Headline(QWidget *parent)
    : QWidget(parent), m_figures(new QHBoxLayout), m_badgeRow(new QHBoxLayout), m_what(new QLabel(this))
{
    setObjectName(u"backtestHeadline"_s);
    setAccessibleName(tr("Result of the run"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // many badges do not widen the window
    m_figures->setSpacing(26);
    m_return = addFigure(u"headReturn"_s, tr("Return"));
    m_benchmark = addFigure(u"headBenchmark"_s, tr("Buy and hold"), &m_benchmarkTitle);
    m_benchmarkTitle->setObjectName(u"headBenchmarkTitle"_s);
    m_drawdown = addFigure(u"headDrawdown"_s, tr("Max drawdown"));
    m_sharpe = addFigure(u"headSharpe"_s, tr("Sharpe"));
    m_profitFactor = addFigure(u"headProfitFactor"_s, tr("Profit factor"));
    m_winRate = addFigure(u"headWinRate"_s, tr("Win rate"));
    m_trades = addFigure(u"headTrades"_s, tr("Trades"));
    m_costs = addFigure(u"headCosts"_s, tr("Costs"));
    m_equity = addFigure(u"headEquity"_s, tr("Final equity"));
    m_figures->addStretch(1);
    m_what->setObjectName(u"headWhat"_s);
    m_what->setProperty("kind", u"caption"_s);
    m_badgeRow->setSpacing(6);
    m_badgeRow->addWidget(m_what);
    m_badgeRow->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 6);
    layout->setSpacing(6);
    layout->addLayout(m_figures);
    layout->addLayout(m_badgeRow);
    clear();
}

QLabel *Headline::addFigure(const QString &name, const QString &caption, QLabel **titleLabel)
{
    auto *title = new QLabel(caption, this);
    if (titleLabel != nullptr)
        *titleLabel = title;
    title->setProperty("kind", u"caption"_s);
    auto *value = new QLabel(this);
    value->setObjectName(name);
    value->setProperty("kind", u"value"_s);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(value);
    m_figures->addLayout(column);
    return value;
}

void Headline::clear()
{
    for (QLabel *label : {m_return, m_benchmark, m_drawdown, m_sharpe, m_profitFactor, m_winRate, m_trades, m_costs, m_equity}) {
        label->setText(u"—"_s);
        label->setToolTip({});
    }
    m_what->clear();
    showBadges({});
}

void Headline::setReport(const LabReport &report, const Format &format)
{
    const auto show = [&](QLabel *label, std::string_view key) {
        label->setText(valueOf(key, report));
        label->setToolTip(metricHelp(key, report));
    };
    show(m_return, "total_return_pct");
    show(m_benchmark, "buy_and_hold_pct");
    m_benchmarkTitle->setText(benchmarkTitle(report));
    show(m_drawdown, "max_drawdown_pct");
    show(m_sharpe, "sharpe");
    show(m_profitFactor, "profit_factor");
    show(m_winRate, "win_rate_pct");
    show(m_trades, "trade_count");
    Money costs = Money::zero(report.capital.currency);
    QStringList parts;
    for (const LabCost &cost : report.costs) {
        costs += cost.amount;
        if (!cost.amount.amount.isZero())
            parts.append(u"%1 %2"_s.arg(labWords(cost.kind), format.money(cost.amount)));
    }
    m_costs->setText(format.money(costs));
    m_costs->setToolTip(parts.isEmpty() ? tr("Nothing was charged and no price was worsened.") : parts.join(u'\n'));
    m_equity->setText(format.moneyWithCurrency(report.finalEquity));
    m_equity->setToolTip(tr("From a capital of %1").arg(format.moneyWithCurrency(report.capital)));
    m_what->setText(tr("%1 on %2 %3, %4 to %5, %6 bars in %7 s")
                        .arg(report.request.strategies.join(u" + "_s), symbolsOf(report), toString(report.timeframe),
                             toIsoString(report.from).left(10), toIsoString(report.to).left(10),
                             format.number(double(report.bars), 0), QString::number(report.seconds, 'f', report.seconds < 1 ? 3 : 1)));
    m_what->setToolTip(tr("Parameters: %1\nData: %2").arg(parameterText(report.parameters).replace(u", "_s, u"\n  "_s), report.fingerprint));
    showBadges(report.badges);
}

void Headline::showBadges(const QStringList &badges)
{
    for (QLabel *badge : m_badges)
        badge->deleteLater();
    m_badges.clear();
    for (const QString &sentence : badges) {
        // The words before the colon name it; the whole sentence is a pointer away.
        const bool isGood = sentence.section(u": "_s, 1).startsWith(u"none"_s); // a check that found nothing
        const QString name = labWords(sentence.section(u':', 0, 0));
        auto *badge = new QLabel(isGood ? tr("%1 ✓").arg(name) : name, this);
        badge->setObjectName(u"runBadge"_s);
        badge->setProperty("kind", isGood ? u"passed"_s : u"caution"_s);
        badge->setToolTip(sentence);
        m_badgeRow->insertWidget(m_badgeRow->count() - 1, badge);
        m_badges.push_back(badge);
    }
}

} // namespace bellwether
