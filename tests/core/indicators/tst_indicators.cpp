#include "core/base/rng.h"
#include "core/indicators/history.h"
#include "core/indicators/indicatorcatalogue.h"
#include "core/indicators/momentum.h"
#include "core/indicators/trend.h"
#include "core/indicators/volume.h"

#include <QTest>

#include <numeric>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

// A walk of `count` bars around `start` with two decimals, some of them without volume, some without a change.
BarColumns randomBars(std::uint64_t seed, std::size_t count, double start = 100)
{
    Rng rng(seed);
    BarColumns bars;
    double close = start;
    const auto cents = [](double price) { return std::round(price * 100) / 100; };
    for (std::size_t i = 0; i < count; ++i) {
        const double open = close;
        if (rng.below(8) != 0)
            close = std::max(1.0, cents(close * (1 + 0.01 * rng.normal())));
        const double high = cents(std::max(open, close) * (1 + 0.003 * rng.uniform()));
        const double low = cents(std::min(open, close) * (1 - 0.003 * rng.uniform()));
        const double volume = rng.below(10) == 0 ? 0 : std::floor(1e4 * rng.uniform());
        bars.append(BarPoint{Timestamp::fromSeconds(std::int64_t(i + 1) * 60), open, std::max(high, std::max(open, close)),
                             std::min(low, std::min(open, close)), close, volume});
    }
    return bars;
}

// Windows summed from nothing in 64-bit mantissas.
double plainMean(std::span<const double> window)
{
    long double sum = 0;
    for (const double x : window)
        sum += x;
    return double(sum / (long double)(window.size()));
}

double plainDeviation(std::span<const double> window)
{
    const long double mean = plainMean(window);
    long double squares = 0;
    for (const double x : window)
        squares += (x - mean) * (x - mean);
    return double(std::sqrt(squares / (long double)(window.size())));
}

std::span<const double> windowAt(const std::vector<double> &column, std::size_t last, int period)
{
    return std::span(column).subspan(last + 1 - std::size_t(period), std::size_t(period));
}

bool isClose(double a, double b, double relative, double absolute = 0)
{
    return (std::isnan(a) && std::isnan(b)) || std::fabs(a - b) <= relative * std::max(std::fabs(a), std::fabs(b)) + absolute;
}

} // namespace

class TestIndicators : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothFormsAgree_data();
    void bothFormsAgree(); // FAULTS I25
    void windowsAgreeWithPlainSums_data();
    void windowsAgreeWithPlainSums();
    void outlierLeavesNoTraceInAMillionBars();
    void flatSeries();
    void meanOfAFlatSeriesIsExact();
    void withoutVolume();
    void vwapStartsAnewWithEachSession();
    void rsiOfOneSidedMoves();
    void specifications_data();
    void specifications();
    void refusedSpecifications_data();
    void refusedSpecifications();
    void brokenAssumptionsAreFaults();
};

void TestIndicators::bothFormsAgree_data()
{
    QTest::addColumn<QString>("spec");
    for (const IndicatorInfo &info : shippedIndicators()) {
        const QString name = QString::fromUtf8(info.name.data(), qsizetype(info.name.size()));
        QTest::addRow("%s with its defaults", qPrintable(name)) << name;
    }
    for (const char *spec : {"sma:1", "ema:1", "wma:1", "rsi:2", "bb:7,1.5", "atr:1", "adx:3", "donchian:1", "stoch:5,1,1",
                             "supertrend:7,1.5", "zscore:63", "macd:3,10,16", "roc:1"})
        QTest::addRow("%s", spec) << QString::fromLatin1(spec);
}

void TestIndicators::bothFormsAgree()
{
    QFETCH(QString, spec);
    const IndicatorSpec parsed = parseIndicatorSpec(spec).value();
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const BarColumns bars = randomBars(seed, 3'000);
        std::vector<std::int64_t> sessions(bars.size());
        for (std::size_t i = 0; i < sessions.size(); ++i)
            sessions[i] = std::int64_t(i / 375);
        const std::vector<IndicatorColumn> whole = computeIndicator(parsed, bars, sessions);
        const auto live = makeLiveIndicator(parsed);
        std::vector<double> out(whole.size());
        std::size_t defined = 0;
        for (std::size_t i = 0; i < bars.size(); ++i) {
            live->update(bars.point(i), i == 0 || sessions[i] != sessions[i - 1], out);
            for (std::size_t c = 0; c < out.size(); ++c) {
                // Differences of prices near zero (a MACD histogram) have no relative precision of their own.
                QVERIFY2(isClose(out[c], whole[c].values[i], 1e-10, 1e-11),
                         qPrintable(u"seed %1, %2, bar %3: %4 and %5"_s.arg(seed).arg(whole[c].name).arg(i)
                                        .arg(out[c], 0, 'g', 17).arg(whole[c].values[i], 0, 'g', 17)));
                defined += !std::isnan(out[c]);
            }
        }
        QVERIFY(defined > 2'000);
    }
}

void TestIndicators::windowsAgreeWithPlainSums_data()
{
    QTest::addColumn<int>("period");
    for (const int period : {1, 2, 3, 7, 20, 64, 200})
        QTest::addRow("over %d bars", period) << period;
}

void TestIndicators::windowsAgreeWithPlainSums()
{
    QFETCH(int, period);
    const BarColumns bars = randomBars(7, 2'000, 50'000);
    const std::vector<double> &close = bars.close;
    const std::vector<double> sma = history::sma(close, period);
    const std::vector<double> wma = history::wma(close, period);
    std::vector<double> upper(close.size()), middle(close.size()), lower(close.size()), channel(close.size()), floor(close.size());
    history::bollinger(close, period, 2, upper, middle, lower);
    history::donchian(bars.high, bars.low, period, channel, floor);
    for (std::size_t i = 0; i < close.size(); ++i) {
        if (i + 1 < std::size_t(period)) {
            QVERIFY(std::isnan(sma[i]) && std::isnan(wma[i]) && std::isnan(middle[i]) && std::isnan(channel[i]));
            continue;
        }
        const auto window = windowAt(close, i, period);
        QVERIFY(isClose(sma[i], plainMean(window), 3e-16));
        QVERIFY(isClose(middle[i], plainMean(window), 1e-14));
        QVERIFY(isClose(0.25 * (upper[i] - lower[i]), plainDeviation(window), 1e-10, 1e-11));
        double weighted = 0;
        for (std::size_t k = 0; k < window.size(); ++k)
            weighted += double(k + 1) * window[k];
        QVERIFY(isClose(wma[i], weighted * 2 / (period * (period + 1.0)), 1e-13));
        if (i >= std::size_t(period)) {
            const auto highs = windowAt(bars.high, i - 1, period);
            const auto lows = windowAt(bars.low, i - 1, period);
            QCOMPARE(channel[i], *std::max_element(highs.begin(), highs.end()));
            QCOMPARE(floor[i], *std::min_element(lows.begin(), lows.end()));
        }
    }
}

void TestIndicators::outlierLeavesNoTraceInAMillionBars()
{
    std::vector<double> close = randomBars(11, 1'000'000).close;
    const std::size_t outlier = 500'000;
    close[outlier] = 1e15;
    const int period = 20;
    const std::vector<double> sma = history::sma(close, period);
    const std::vector<double> wma = history::wma(close, period);
    std::vector<double> upper(close.size()), middle(close.size()), lower(close.size());
    history::bollinger(close, period, 2, upper, middle, lower);
    for (const std::size_t i : {outlier - 1, outlier + period, outlier + period + 1, outlier + 57, close.size() - 1}) {
        const auto window = windowAt(close, i, period);
        QVERIFY(isClose(sma[i], plainMean(window), 3e-16));
        QVERIFY(isClose(middle[i], plainMean(window), 1e-14));
        QVERIFY(isClose(0.25 * (upper[i] - lower[i]), plainDeviation(window), 1e-10));
    }
    QVERIFY(isClose(sma[outlier], plainMean(windowAt(close, outlier, period)), 1e-15));
}

void TestIndicators::flatSeries()
{
    // 64.1 is no binary fraction; the series was elsewhere before it went flat.
    std::vector<double> price(200, 64.1);
    std::fill(price.begin(), price.begin() + 50, 12.3);
    const std::size_t last = price.size() - 1;
    std::vector<double> a(price.size()), b(price.size()), c(price.size());
    history::bollinger(price, 20, 2, a, b, c);
    QVERIFY(a[last] == 64.1 && b[last] == 64.1 && c[last] == 64.1); // a deviation of exactly 0
    history::zScore(price, 20, a);
    QVERIFY(a[last] == 0);
    history::stochastic(price, price, price, 14, 3, 3, a, b);
    QCOMPARE(a[last], 50.0);
    const std::vector<double> flat(100, 64.1);
    QCOMPARE(history::rsi(flat, 14).back(), 50.0);
    QCOMPARE(history::atr(flat, flat, flat, 14).back(), 0.0);
    std::vector<double> plus(100), minus(100), adx(100);
    history::adx(flat, flat, flat, 14, plus, minus, adx);
    QVERIFY(plus.back() == 0 && minus.back() == 0 && adx.back() == 0);
    history::superTrend(flat, flat, flat, 10, 3, plus, minus);
    QCOMPARE(plus.back(), 64.1);
}

void TestIndicators::meanOfAFlatSeriesIsExact()
{
    Rng rng(5);
    for (int i = 0; i < 200; ++i) {
        const double price = std::round(rng.uniform(1, 1e6)) / 100;
        const int period = 1 + int(rng.below(300));
        std::vector<double> close(std::size_t(period) * 2 + 5, price);
        close[0] = price * 3.7;
        QVERIFY2(history::sma(close, period).back() == price, qPrintable(u"%1 over %2"_s.arg(price).arg(period)));
    }
}

void TestIndicators::withoutVolume()
{
    BarColumns bars = randomBars(3, 50);
    std::fill(bars.volume.begin(), bars.volume.end(), 0.0);
    std::vector<double> out(bars.size());
    history::vwap(bars.high, bars.low, bars.close, bars.volume, {}, out);
    QVERIFY(std::all_of(out.begin(), out.end(), [](double x) { return std::isnan(x); }));
    history::obv(bars.close, bars.volume, out);
    QVERIFY(std::all_of(out.begin(), out.end(), [](double x) { return x == 0; }));
    QCOMPARE(history::sma(bars.volume, 20).back(), 0.0);
}

void TestIndicators::vwapStartsAnewWithEachSession()
{
    const std::vector<double> high{11, 21, 31}, low{9, 19, 29}, close{10, 20, 30}, volume{1, 3, 5};
    const std::vector<std::int64_t> session{7, 7, 8};
    std::vector<double> out(3);
    history::vwap(high, low, close, volume, session, out);
    QCOMPARE(out, (std::vector<double>{10, 17.5, 30})); // (10·1 + 20·3) / 4, then a new day
    history::vwap(high, low, close, volume, {}, out);
    QVERIFY(isClose(out[2], 220.0 / 9, 1e-15));
}

void TestIndicators::rsiOfOneSidedMoves()
{
    std::vector<double> rising(30);
    std::iota(rising.begin(), rising.end(), 100.0);
    QCOMPARE(history::rsi(rising, 14).back(), 100.0);
    QVERIFY(std::isnan(history::rsi(rising, 14)[13]));
    QCOMPARE(history::rsi(rising, 14)[14], 100.0);
    std::reverse(rising.begin(), rising.end());
    QCOMPARE(history::rsi(rising, 14).back(), 0.0);
}

void TestIndicators::specifications_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QStringList>("columns");
    const auto row = [](const char *spec, const char *full, const char *columns) {
        QTest::addRow("%s", spec) << QString::fromLatin1(spec) << QString::fromLatin1(full)
                                  << QString::fromLatin1(columns).split(u' ');
    };
    // The names scripts rely on.
    row("sma", "sma:20", "sma_20");
    row("ema:9", "ema:9", "ema_9");
    row("wma:14", "wma:14", "wma_14");
    row("rsi:14", "rsi:14", "rsi_14");
    row("macd:12,26,9", "macd:12,26,9", "macd_12_26_9 macd_signal_12_26_9 macd_hist_12_26_9");
    row("macd:5", "macd:5,26,9", "macd_5_26_9 macd_signal_5_26_9 macd_hist_5_26_9");
    row("bb:20,2", "bb:20,2", "bb_upper_20_2 bb_middle_20_2 bb_lower_20_2");
    row("bb:20,2.5", "bb:20,2.5", "bb_upper_20_2.5 bb_middle_20_2.5 bb_lower_20_2.5");
    row("atr", "atr:14", "atr_14");
    row("adx", "adx:14", "plus_di_14 minus_di_14 adx_14");
    row("stoch:14,3,3", "stoch:14,3,3", "stoch_k_14_3_3 stoch_d_14_3_3");
    row("supertrend", "supertrend:10,3", "supertrend_10_3 supertrend_dir_10_3");
    row("obv", "obv", "obv");
    row("vwap", "vwap", "vwap");
    row("donchian:20", "donchian:20", "donchian_upper_20 donchian_lower_20");
    row("roc:14", "roc:14", "roc_14");
    row("zscore:20", "zscore:20", "zscore_20");
    row("volume_sma:20", "volume_sma:20", "volume_sma_20");
}

void TestIndicators::specifications()
{
    QFETCH(QString, spec);
    QFETCH(QString, full);
    QFETCH(QStringList, columns);
    const auto parsed = parseIndicatorSpec(spec);
    QVERIFY(parsed.has_value());
    QCOMPARE(toString(*parsed), full);
    const std::vector<QString> names = columnNames(*parsed);
    QCOMPARE(QStringList(names.begin(), names.end()), columns);
    QVERIFY(parseIndicatorSpec(full).value() == *parsed);
}

void TestIndicators::refusedSpecifications_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *spec, ErrorCode code, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(spec) << int(code) << QString::fromLatin1(says);
    };
    row("an unknown name lists the known ones", "hull:9", ErrorCode::NotFound, "supertrend");
    row("a period of zero names the range", "ema:0", ErrorCode::OutOfRange, "outside 1 to 100000");
    row("a negative period is refused", "sma:-5", ErrorCode::OutOfRange, "period -5");
    row("a huge period is refused", "sma:100001", ErrorCode::OutOfRange, "100000");
    row("half a bar is refused", "sma:2.5", ErrorCode::InvalidArgument, "not a whole number");
    row("text is refused", "ema:nine", ErrorCode::InvalidArgument, "'nine' is not a number");
    row("an empty number is refused", "macd:12,,9", ErrorCode::InvalidArgument, "is not a number");
    row("not a number is refused", "bb:20,nan", ErrorCode::InvalidArgument, "is not a number");
    row("too many numbers are refused", "ema:9,21", ErrorCode::InvalidArgument, "at most 1");
    row("fast above slow is refused", "macd:26,12,9", ErrorCode::InvalidArgument, "fast 26 must be below slow 12");
    row("a width of zero is refused", "bb:20,0", ErrorCode::OutOfRange, "width 0");
    row("an empty text is refused", "", ErrorCode::NotFound, "indicator ''");
}

void TestIndicators::refusedSpecifications()
{
    QFETCH(QString, spec);
    QFETCH(int, code);
    QFETCH(QString, says);
    const auto parsed = parseIndicatorSpec(spec);
    QVERIFY(!parsed.has_value());
    QCOMPARE(int(parsed.error().code), code);
    QVERIFY2(parsed.error().detail.contains(says), qPrintable(parsed.error().detail));
}

void TestIndicators::brokenAssumptionsAreFaults()
{
    QVERIFY_EXCEPTION_THROWN(Ema(0), Fault);
    QVERIFY_EXCEPTION_THROWN(Sma(-1), Fault);
    const std::vector<double> column(10), shorter(9);
    std::vector<double> out(10);
    QVERIFY_EXCEPTION_THROWN(history::atr(column, shorter, column, 3), Fault);
    QVERIFY_EXCEPTION_THROWN(history::ema(shorter, 3, out), Fault);
    history::ema({}, 3, {}); // nothing in, nothing out
}

QTEST_APPLESS_MAIN(TestIndicators)
#include "tst_indicators.moc"
