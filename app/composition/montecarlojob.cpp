#include "app/composition/montecarlojob.h"

#include "core/backtest/jsonwriter.h"
#include "core/base/decimaltext.h"
#include "core/backtest/reporttables.h"

#include <QFile>

#include <chrono>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr qint64 lineBytesMax = 1 << 20;

/// Cells of one line, quotes taken off.
QStringList cellsOf(QStringView line)
{
    QStringList cells{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && isQuoted && i + 1 < line.size() && line[i + 1] == u'"')
            cells.back() += line[++i];
        else if (c == u'"')
            isQuoted = !isQuoted;
        else if (c == u',' && !isQuoted)
            cells.append(QString());
        else
            cells.back() += c;
    }
    return cells;
}

double drawdownOf(std::span<const double> returns)
{
    double equity = 1;
    double peak = 1;
    double worst = 0;
    for (const double value : returns) {
        equity *= std::max(1 + value, 0.0);
        peak = std::max(peak, equity);
        worst = std::max(worst, 1 - equity / peak);
    }
    return worst;
}

std::string levelName(double level) { return "p" + std::to_string(int(level * 100 + 0.5)); }

void writePercentiles(JsonWriter &json, std::string_view key, const Percentiles &values, double scale)
{
    json.key(key);
    json.beginObject(true);
    for (std::size_t i = 0; i < values.size(); ++i)
        json.field(levelName(percentileLevels[i]), values[i] * scale);
    json.endObject();
}

} // namespace

MonteCarloSource sourceOf(const RunReport &report)
{
    MonteCarloSource source{report.keptAs > 0 ? u"run %1"_s.arg(report.keptAs) : report.strategy,
                            report.plan.capital.currency.toString(), report.plan.capital.toDouble(),
                            tradeReturns(report.result.trades), {}};
    const std::vector<double> &days = report.figures.daily.returns;
    std::copy_if(days.begin(), days.end(), std::back_inserter(source.days), [](double value) { return std::isfinite(value); });
    return source;
}

Result<MonteCarloSource> readTradesCsv(const QString &path, double capital)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    const QStringList header = cellsOf(QString::fromUtf8(file.readLine(lineBytesMax)).trimmed());
    const qsizetype pnlColumn = header.indexOf(u"pnl"_s);
    const qsizetype equityColumn = header.indexOf(u"equity_before"_s);
    if (pnlColumn < 0)
        return failure(ErrorCode::BadData, u"%1, line 1: expected a header with a column pnl"_s.arg(path));
    MonteCarloSource source{path, {}, capital, {}, {}};
    double equity = capital;
    for (int line = 2; !file.atEnd(); ++line) {
        const QString text = QString::fromUtf8(file.readLine(lineBytesMax)).trimmed();
        if (text.isEmpty())
            continue;
        const QStringList cells = cellsOf(text);
        const auto number = [&](qsizetype column) -> Result<double> {
            bool isNumber = false;
            const double value = cells.value(column).toDouble(&isNumber);
            if (!isNumber || !std::isfinite(value))
                return failure(ErrorCode::BadData, u"%1, line %2: %3 '%4': expected a number"_s.arg(path).arg(line)
                                                       .arg(header[column], cells.value(column)));
            return value;
        };
        const auto pnl = number(pnlColumn);
        if (!pnl)
            return failure(pnl.error());
        const auto before = equityColumn < 0 ? Result<double>(equity) : number(equityColumn);
        if (!before)
            return failure(before.error());
        if (!(*before > 0))
            return failure(ErrorCode::BadData, u"%1, line %2: no equity is left before this trade; is the capital right?"_s.arg(path).arg(line));
        source.trades.push_back(*pnl / *before);
        equity += *pnl;
    }
    return source;
}

Result<MonteCarloReport> runMonteCarlo(const MonteCarloSource &source, MonteCarloSettings settings)
{
    const bool isOfDays = settings.method == PathMethod::Block;
    const std::vector<double> &samples = isOfDays ? source.days : source.trades;
    if (samples.size() < 2)
        return failure(ErrorCode::BadData, u"%1: %2 %3, %4 needs at least two"_s.arg(source.name).arg(samples.size())
                                               .arg(isOfDays ? u"daily returns"_s : u"closed trades"_s, toString(settings.method)));
    if (settings.blockLength == 0)
        settings.blockLength = usualBlockLength(samples.size());
    const auto started = std::chrono::steady_clock::now();
    auto result = simulatePaths({.startingEquity = source.capital,
                                 .steps = samples.size(),
                                 .paths = settings.paths,
                                 .seed = settings.seed,
                                 .ruinLoss = settings.ruinLoss,
                                 .threads = settings.threads,
                                 .isCancelled = settings.isCancelled},
                                pathsOf(settings.method, samples, settings.blockLength));
    if (!result)
        return failure(result.error());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return MonteCarloReport{settings, source.name, source.currency, samples.size(), drawdownOf(samples), *std::move(result), seconds};
}

QByteArray monteCarloJson(const MonteCarloReport &report)
{
    const MonteCarloResult &result = report.result;
    JsonWriter json;
    json.beginObject();
    json.field("source", report.source);
    json.field("currency", report.currency);
    json.field("method", toString(report.settings.method));
    json.field("paths", std::int64_t(result.paths));
    json.field("steps", std::int64_t(result.steps));
    json.field("samples", std::int64_t(report.samples));
    json.key("block");
    report.settings.method == PathMethod::Block ? json.value(std::int64_t(report.settings.blockLength)) : json.null();
    json.field("seed", std::int64_t(report.settings.seed));
    json.field("capital", result.startingEquity);
    writePercentiles(json, "final_equity", result.finalEquity, 1);
    json.field("final_equity_mean", result.meanFinal);
    json.field("final_equity_deviation", result.deviationFinal);
    writePercentiles(json, "max_drawdown_pct", result.drawdown, 100);
    json.field("historical_drawdown_pct", report.historicalDrawdown * 100);
    json.field("probability_of_loss_pct", result.probabilityOfLoss * 100);
    json.field("probability_of_ruin_pct", result.probabilityOfRuin * 100);
    json.field("ruin_loss_pct", report.settings.ruinLoss * 100);
    json.field("ruin_level", result.ruinLevel);
    json.key("fan");
    json.beginArray();
    for (const FanStep &step : result.fan) {
        json.beginArray(true);
        json.value(std::int64_t(step.step));
        for (const double equity : step.equity)
            json.value(equity);
        json.endArray();
    }
    json.endArray();
    json.field("seconds", report.seconds);
    json.endObject();
    return json.text();
}

QString monteCarloText(const MonteCarloReport &report)
{
    const MonteCarloResult &result = report.result;
    const auto number = [](double value) { return decimalText(value, 2); };
    const bool isOfDays = report.settings.method == PathMethod::Block;
    QString text = u"%1 of %2: %3 paths of %4 %5, seed %6\n\n"_s.arg(toString(report.settings.method), report.source)
                       .arg(result.paths).arg(result.steps)
                       .arg(isOfDays ? u"days in blocks of %1"_s.arg(report.settings.blockLength) : u"trades"_s)
                       .arg(report.settings.seed);
    text += u"  %1"_s.arg(QString(), -20);
    for (const double level : percentileLevels)
        text += u"%1"_s.arg(u"%1 %"_s.arg(level * 100), 14);
    for (const auto &[title, values, scale] : {std::tuple{u"final equity"_s, &result.finalEquity, 1.0},
                                               {u"max drawdown, %"_s, &result.drawdown, 100.0}}) {
        text += u"\n  %1"_s.arg(title, -20);
        for (const double value : *values)
            text += u"%1"_s.arg(number(value * scale), 14);
    }
    text += u"\n\n  capital %1 %2, mean final equity %3\n"_s.arg(number(result.startingEquity), report.currency, number(result.meanFinal));
    text += u"  drawdown in the order of history %1 %\n"_s.arg(number(report.historicalDrawdown * 100));
    text += u"  ends below the capital: %1 % of paths\n"_s.arg(number(result.probabilityOfLoss * 100));
    return text + u"  falls below %1 (−%2 %): %3 % of paths\n"_s.arg(number(result.ruinLevel)).arg(report.settings.ruinLoss * 100)
                      .arg(number(result.probabilityOfRuin * 100));
}

} // namespace bellwether
