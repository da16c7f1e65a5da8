#include "core/indicators/history.h"
#include "core/indicators/indicatorcatalogue.h"
#include "core/indicators/rolling.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// null is NaN
std::vector<double> numbers(const QJsonValue &value)
{
    std::vector<double> column;
    for (const QJsonValue &entry : value.toArray())
        column.push_back(entry.isDouble() ? entry.toDouble() : notYet);
    return column;
}

BarColumns barsOf(const std::vector<double> &open, const std::vector<double> &high, const std::vector<double> &low,
                  const std::vector<double> &close, const std::vector<double> &volume)
{
    BarColumns bars{{}, open, high, low, close, volume};
    for (std::size_t i = 0; i < close.size(); ++i)
        bars.closeTime.push_back(Timestamp::fromSeconds(std::int64_t(i + 1) * 60));
    return bars;
}

// SPY_2017_2018.csv: date, open, high, low, close, volume after a header line.
BarColumns spyBars(const QString &path)
{
    QFile file(path);
    BarColumns bars;
    if (!file.open(QIODevice::ReadOnly))
        return bars;
    const QList<QByteArray> header = file.readLine().trimmed().toLower().split(',');
    const auto at = [&header](const QList<QByteArray> &row, const char *name) {
        return row[header.indexOf(name)].toDouble();
    };
    for (std::int64_t day = 1; !file.atEnd(); ++day) {
        const QList<QByteArray> row = file.readLine().trimmed().split(',');
        if (row.size() == header.size()) {
            bars.append(BarPoint{Timestamp::fromSeconds(day * 86'400), at(row, "open"), at(row, "high"), at(row, "low"),
                                 at(row, "close"), at(row, "volume")});
        }
    }
    return bars;
}

/// Empty when the series agree: defined on the same bars, and within `relative` or the rounding of the reference.
QString difference(const std::vector<double> &actual, const std::vector<double> &expected, double relative, double rounding)
{
    if (actual.size() != expected.size())
        return u"%1 values, expected %2"_s.arg(actual.size()).arg(expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        if (std::isnan(actual[i]) != std::isnan(expected[i])
            || std::fabs(actual[i] - expected[i]) > relative * std::fabs(expected[i]) + rounding)
            return u"bar %1: %2, expected %3"_s.arg(i).arg(actual[i], 0, 'g', 17).arg(expected[i], 0, 'g', 17);
    }
    return {};
}

std::vector<double> computed(const BarColumns &bars, const QString &spec, const QString &column)
{
    for (IndicatorColumn &found : computeIndicator(parseIndicatorSpec(spec).value(), bars)) {
        if (found.name == column)
            return std::move(found.values);
    }
    return {};
}

std::vector<double> computedLive(const BarColumns &bars, const QString &spec, const QString &column)
{
    const IndicatorSpec parsed = parseIndicatorSpec(spec).value();
    const std::vector<QString> names = columnNames(parsed);
    const auto index = std::size_t(std::find(names.begin(), names.end(), column) - names.begin());
    const auto indicator = makeLiveIndicator(parsed);
    std::vector<double> out(names.size());
    std::vector<double> values;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        indicator->update(bars.point(i), i == 0, out);
        values.push_back(out.at(index));
    }
    return values;
}

} // namespace

/// Every indicator against series computed by other programs.
class TestIndicatorReference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spyDaily_data();
    void spyDaily();
    void bitcoinHourly_data();
    void bitcoinHourly();
    void taLibVectors();
    void chartSchoolRsi();

private:
    static void check(const BarColumns &bars, const QJsonObject &series, double rounding);
};

namespace {

void addRows(std::initializer_list<std::array<const char *, 3>> rows)
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("reference");
    for (const auto &[spec, column, reference] : rows)
        QTest::addRow("%s is %s of the reference", column, reference)
            << QString::fromLatin1(spec) << QString::fromLatin1(column) << QString::fromLatin1(reference);
}

} // namespace

void TestIndicatorReference::check(const BarColumns &bars, const QJsonObject &series, double rounding)
{
    QFETCH(QString, spec);
    QFETCH(QString, column);
    QFETCH(QString, reference);
    std::vector<double> expected = numbers(series[reference]);
    QVERIFY(!expected.empty());
    if (reference == u"supertrend_10_3_is_upper"_s) { // kept as true and false: the upper band is the line in a down trend
        expected.clear();
        for (const QJsonValue &value : series[reference].toArray())
            expected.push_back(value.isBool() ? (value.toBool() ? -1.0 : 1.0) : notYet);
    }
    QCOMPARE(difference(computed(bars, spec, column), expected, 1e-8, rounding), QString());
    QCOMPARE(difference(computedLive(bars, spec, column), expected, 1e-8, rounding), QString());
}

void TestIndicatorReference::spyDaily_data()
{
    addRows({{"sma:20", "sma_20", "sma_20"},
             {"ema:20", "ema_20", "ema_20"},
             {"wma:14", "wma_14", "wma_14"},
             {"rsi:14", "rsi_14", "rsi_14"},
             {"macd:12,26,9", "macd_12_26_9", "macd"},
             {"macd:12,26,9", "macd_signal_12_26_9", "macd_signal"},
             {"macd:12,26,9", "macd_hist_12_26_9", "macd_hist"},
             {"bb:20,2", "bb_upper_20_2", "bb_up"},
             {"bb:20,2", "bb_middle_20_2", "bb_mid"},
             {"bb:20,2", "bb_lower_20_2", "bb_low"},
             {"atr:14", "atr_14", "atr_14"},
             {"adx:14", "plus_di_14", "plus_di_14"},
             {"adx:14", "minus_di_14", "minus_di_14"},
             {"adx:14", "adx_14", "adx_14"},
             {"stoch:14,3,3", "stoch_k_14_3_3", "stoch_k"},
             {"stoch:14,3,3", "stoch_d_14_3_3", "stoch_d"},
             {"supertrend:10,3", "supertrend_10_3", "supertrend_10_3"},
             {"supertrend:10,3", "supertrend_dir_10_3", "supertrend_10_3_is_upper"},
             {"obv", "obv", "obv"},
             {"vwap", "vwap", "vwap_from_first_bar"},
             {"donchian:20", "donchian_upper_20", "donchian_20_up"},
             {"donchian:20", "donchian_lower_20", "donchian_20_low"},
             {"roc:14", "roc_14", "roc_14"}});
}

void TestIndicatorReference::spyDaily()
{
    REQUIRE_SHARED(reference, u"reference/indicators_spy_daily.json"_s);
    REQUIRE_SHARED(data, u"data/us_daily/SPY_2017_2018.csv"_s);
    const BarColumns bars = spyBars(data);
    QCOMPARE(bars.size(), std::size_t(502));
    check(bars, readJson(reference)[u"series"_s].toObject(), 5e-12); // written with 12 decimals
}

void TestIndicatorReference::bitcoinHourly_data()
{
    addRows({{"sma:20", "sma_20", "sma_20"},
             {"ema:20", "ema_20", "ema_20"},
             {"ema:50", "ema_50", "ema_50"},
             {"rsi:14", "rsi_14", "rsi_14"},
             {"macd:12,26,9", "macd_12_26_9", "macd"},
             {"macd:12,26,9", "macd_signal_12_26_9", "macd_signal"},
             {"macd:12,26,9", "macd_hist_12_26_9", "macd_hist"},
             {"bb:20,2", "bb_upper_20_2", "bb_up"},
             {"bb:20,2", "bb_middle_20_2", "bb_mid"},
             {"bb:20,2", "bb_lower_20_2", "bb_low"},
             {"atr:14", "atr_14", "atr_14"},
             {"adx:14", "plus_di_14", "plus_di_14"},
             {"adx:14", "minus_di_14", "minus_di_14"},
             {"adx:14", "adx_14", "adx_14"},
             {"stoch:14,3,3", "stoch_k_14_3_3", "stoch_k"},
             {"stoch:14,3,3", "stoch_d_14_3_3", "stoch_d"},
             {"supertrend:10,3", "supertrend_10_3", "supertrend_10_3"},
             {"supertrend:10,3", "supertrend_dir_10_3", "supertrend_10_3_dir"},
             {"obv", "obv", "obv"}});
}

void TestIndicatorReference::bitcoinHourly()
{
    REQUIRE_SHARED(reference, u"reference/indicators_btc_1h_2021_05.json"_s);
    const QJsonObject json = readJson(reference);
    const QJsonObject columns = json[u"bars"_s].toObject();
    const auto column = [&columns](const QString &name) { return numbers(columns[name]); };
    const BarColumns bars = barsOf(column(u"open"_s), column(u"high"_s), column(u"low"_s), column(u"close"_s), column(u"volume"_s));
    QCOMPARE(bars.size(), std::size_t(744));
    check(bars, json[u"series"_s].toObject(), 5.1e-9); // written with 8 decimals
}

void TestIndicatorReference::taLibVectors()
{
    REQUIRE_SHARED(reference, u"reference/indicators_talib_small.json"_s);
    // ADX, DI and MACD of that library start in another convention, see the reference.
    const std::map<QString, std::pair<QString, std::vector<QString>>> rows{
        {u"Sma"_s, {u"sma:5"_s, {u"sma_5"_s}}},
        {u"Ema"_s, {u"ema:5"_s, {u"ema_5"_s}}},
        {u"Wma"_s, {u"wma:5"_s, {u"wma_5"_s}}},
        {u"Rsi"_s, {u"rsi:5"_s, {u"rsi_5"_s}}},
        {u"Atr"_s, {u"atr:5"_s, {u"atr_5"_s}}},
        {u"Bbands"_s, {u"bb:5,2"_s, {u"bb_upper_5_2"_s, u"bb_middle_5_2"_s, u"bb_lower_5_2"_s}}},
        {u"Stoch"_s, {u"stoch:5,3,3"_s, {u"stoch_k_5_3_3"_s, u"stoch_d_5_3_3"_s}}},
        {u"Obv"_s, {u"obv"_s, {u"obv"_s}}},
    };
    std::size_t checked = 0;
    for (const QJsonValue &entry : readJson(reference)[u"vectors"_s].toArray()) {
        const QJsonObject vector = entry.toObject();
        const auto row = rows.find(vector[u"name"_s].toString());
        if (row == rows.end())
            continue;
        ++checked;
        const QJsonArray inputs = vector[u"inputs"_s].toArray();
        const auto input = [&inputs](qsizetype i) { return numbers(inputs[std::min(i, inputs.size() - 1)]); };
        const bool isObv = row->first == u"Obv"_s; // inputs: close, volume; else high, low, close or close alone
        const std::vector<double> close = input(isObv ? 0 : 2);
        const BarColumns bars = barsOf(close, input(0), input(1), close, isObv ? input(1) : close);
        const QJsonArray outputs = vector[u"outputs"_s].toArray();
        for (std::size_t i = 0; i < row->second.second.size(); ++i) {
            std::vector<double> expected = numbers(outputs[qsizetype(i)]);
            std::vector<double> actual = computed(bars, row->second.first, row->second.second[i]);
            QVERIFY(expected.size() <= actual.size());
            actual.erase(actual.begin(), actual.end() - std::ptrdiff_t(expected.size()));
            if (row->second.first.startsWith(u"stoch"_s) && i == 0) // the reference gives %K only where %D is known
                QVERIFY(actual.size() == expected.size());
            QVERIFY2(difference(actual, expected, 0, 0.0006).isEmpty(),
                     qPrintable(row->first + u' ' + difference(actual, expected, 0, 0.0006)));
        }
    }
    QCOMPARE(checked, rows.size());
}

void TestIndicatorReference::chartSchoolRsi()
{
    REQUIRE_SHARED(reference, u"reference/indicators_talib_small.json"_s);
    const QJsonObject school = readJson(reference)[u"chart_school_rsi"_s].toObject();
    const std::vector<double> rsi = history::rsi(numbers(school[u"closes"_s]), 14);
    QVERIFY(std::isnan(rsi[13]));
    QCOMPARE(difference({rsi.begin() + 14, rsi.end()}, numbers(school[u"rsi"_s]), 1e-8, 5.1e-9), QString());
}

QTEST_APPLESS_MAIN(TestIndicatorReference)
#include "tst_indicatorreference.moc"
