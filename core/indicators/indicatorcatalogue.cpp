#include "core/indicators/indicatorcatalogue.h"

#include "core/indicators/history.h"
#include "core/indicators/momentum.h"
#include "core/indicators/trend.h"
#include "core/indicators/volume.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Arguments = IndicatorInfo::Arguments;
using Sessions = IndicatorInfo::Sessions;
using Outputs = std::span<const std::span<double>>;

template <typename Step> class LiveOf final : public LiveIndicator {
public:
    explicit LiveOf(Step step) : m_step(std::move(step)) {}
    void update(const BarPoint &bar, bool isSessionStart, std::span<double> out) override
    {
        m_step(bar, isSessionStart, out);
    }

private:
    Step m_step;
};

template <typename Step> std::unique_ptr<LiveIndicator> live(Step step)
{
    return std::make_unique<LiveOf<Step>>(std::move(step));
}

// An indicator of one input column and one output: its whole-history function and its incremental class.
template <auto Function, typename Indicator, auto Input>
IndicatorInfo ofColumn(std::string_view name, std::string_view output, IndicatorPane pane, double period, std::string_view help)
{
    return {name, help, pane, {{"period", period}}, {output}, false,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                Function(bars.*(Input.column), int(a[0]), out[0]);
            },
            [](Arguments a) {
                return live([state = Indicator(int(a[0]))](const BarPoint &bar, bool, std::span<double> out) mutable {
                    out[0] = state.update(bar.*(Input.field));
                });
            }};
}

struct InputColumn {
    std::vector<double> BarColumns::*column;
    double BarPoint::*field;
};
constexpr InputColumn closeColumn{&BarColumns::close, &BarPoint::close};
constexpr InputColumn volumeColumn{&BarColumns::volume, &BarPoint::volume};

using OneColumn = void (*)(history::Column, int, history::Output);

IndicatorInfo macdInfo()
{
    return {"macd", "moving average convergence and divergence: line, signal, histogram", IndicatorPane::Own,
            {{"fast", 12}, {"slow", 26}, {"signal", 9}}, {"macd", "macd_signal", "macd_hist"}, true,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                history::macd(bars.close, int(a[0]), int(a[1]), int(a[2]), out[0], out[1], out[2]);
            },
            [](Arguments a) {
                return live([state = Macd(int(a[0]), int(a[1]), int(a[2]))](const BarPoint &bar, bool,
                                                                           std::span<double> out) mutable {
                    const MacdValue value = state.update(bar.close);
                    out[0] = value.macd;
                    out[1] = value.signal;
                    out[2] = value.histogram;
                });
            }};
}

IndicatorInfo bollingerInfo()
{
    return {"bb", "Bollinger bands of the close, population standard deviation", IndicatorPane::Prices,
            {{"period", 20, 2}, {"width", 2, 0.01, 100, false}}, {"bb_upper", "bb_middle", "bb_lower"}, false,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                history::bollinger(bars.close, int(a[0]), a[1], out[0], out[1], out[2]);
            },
            [](Arguments a) {
                return live([state = Bollinger(int(a[0]), a[1])](const BarPoint &bar, bool, std::span<double> out) mutable {
                    const BandsValue value = state.update(bar.close);
                    out[0] = value.upper;
                    out[1] = value.middle;
                    out[2] = value.lower;
                });
            }};
}

IndicatorInfo atrInfo()
{
    return {"atr", "average true range, Wilder smoothing, in price units", IndicatorPane::Own, {{"period", 14}}, {"atr"}, false,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                history::atr(bars.high, bars.low, bars.close, int(a[0]), out[0]);
            },
            [](Arguments a) {
                return live([state = Atr(int(a[0]))](const BarPoint &bar, bool, std::span<double> out) mutable {
                    out[0] = state.update(bar.high, bar.low, bar.close);
                });
            }};
}

IndicatorInfo adxInfo()
{
    return {"adx", "directional indicators and average directional index, 0 to 100", IndicatorPane::Own, {{"period", 14}},
            {"plus_di", "minus_di", "adx"}, false,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                history::adx(bars.high, bars.low, bars.close, int(a[0]), out[0], out[1], out[2]);
            },
            [](Arguments a) {
                return live([state = Adx(int(a[0]))](const BarPoint &bar, bool, std::span<double> out) mutable {
                    const DirectionalValue value = state.update(bar.high, bar.low, bar.close);
                    out[0] = value.plusDi;
                    out[1] = value.minusDi;
                    out[2] = value.adx;
                });
            }};
}

IndicatorInfo stochasticInfo()
{
    return {"stoch", "slow stochastic: smoothed %K and its average %D, 0 to 100", IndicatorPane::Own,
            {{"period", 14}, {"smooth", 3}, {"signal", 3}}, {"stoch_k", "stoch_d"}, false,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                history::stochastic(bars.high, bars.low, bars.close, int(a[0]), int(a[1]), int(a[2]), out[0], out[1]);
            },
            [](Arguments a) {
                return live([state = Stochastic(int(a[0]), int(a[1]), int(a[2]))](const BarPoint &bar, bool,
                                                                                 std::span<double> out) mutable {
                    const StochasticValue value = state.update(bar.high, bar.low, bar.close);
                    out[0] = value.k;
                    out[1] = value.d;
                });
            }};
}

IndicatorInfo superTrendInfo()
{
    return {"supertrend", "SuperTrend line, and its direction: 1 up, -1 down", IndicatorPane::Prices,
            {{"period", 10}, {"multiplier", 3, 0.01, 100, false}}, {"supertrend", "supertrend_dir"}, false,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                history::superTrend(bars.high, bars.low, bars.close, int(a[0]), a[1], out[0], out[1]);
            },
            [](Arguments a) {
                return live([state = SuperTrend(int(a[0]), a[1])](const BarPoint &bar, bool, std::span<double> out) mutable {
                    const SuperTrendValue value = state.update(bar.high, bar.low, bar.close);
                    out[0] = value.line;
                    out[1] = value.direction;
                });
            }};
}

IndicatorInfo obvInfo()
{
    return {"obv", "on-balance volume, 0 on the first bar", IndicatorPane::Own, {}, {"obv"}, false,
            [](const BarColumns &bars, Sessions, Arguments, Outputs out) { history::obv(bars.close, bars.volume, out[0]); },
            [](Arguments) {
                return live([state = Obv()](const BarPoint &bar, bool, std::span<double> out) mutable {
                    out[0] = state.update(bar.close, bar.volume);
                });
            }};
}

IndicatorInfo vwapInfo()
{
    return {"vwap", "volume-weighted average price since the start of the trading day", IndicatorPane::Prices, {}, {"vwap"},
            false,
            [](const BarColumns &bars, Sessions sessions, Arguments, Outputs out) {
                history::vwap(bars.high, bars.low, bars.close, bars.volume, sessions, out[0]);
            },
            [](Arguments) {
                return live([state = Vwap()](const BarPoint &bar, bool isSessionStart, std::span<double> out) mutable {
                    out[0] = state.update(bar.high, bar.low, bar.close, bar.volume, isSessionStart);
                });
            }};
}

IndicatorInfo donchianInfo()
{
    return {"donchian", "highest high and lowest low of the bars before the current one", IndicatorPane::Prices,
            {{"period", 20}}, {"donchian_upper", "donchian_lower"}, false,
            [](const BarColumns &bars, Sessions, Arguments a, Outputs out) {
                history::donchian(bars.high, bars.low, int(a[0]), out[0], out[1]);
            },
            [](Arguments a) {
                return live([state = Donchian(int(a[0]))](const BarPoint &bar, bool, std::span<double> out) mutable {
                    const ChannelValue value = state.update(bar.high, bar.low);
                    out[0] = value.upper;
                    out[1] = value.lower;
                });
            }};
}

std::vector<IndicatorInfo> makeCatalogue()
{
    using enum IndicatorPane;
    return {
        ofColumn<OneColumn(history::sma), Sma, closeColumn>("sma", "sma", Prices, 20, "simple moving average of the close"),
        ofColumn<OneColumn(history::ema), Ema, closeColumn>("ema", "ema", Prices, 20,
                                                            "exponential moving average, seeded with the simple one"),
        ofColumn<OneColumn(history::wma), Wma, closeColumn>("wma", "wma", Prices, 14, "linearly weighted moving average"),
        ofColumn<OneColumn(history::rsi), Rsi, closeColumn>("rsi", "rsi", Own, 14, "Wilder's relative strength index, 0 to 100"),
        macdInfo(),
        bollingerInfo(),
        atrInfo(),
        adxInfo(),
        stochasticInfo(),
        superTrendInfo(),
        obvInfo(),
        vwapInfo(),
        donchianInfo(),
        ofColumn<OneColumn(history::roc), Roc, closeColumn>("roc", "roc", Own, 14, "rate of change in percent"),
        ofColumn<OneColumn(history::sma), Sma, volumeColumn>("volume_sma", "volume_sma", Volume, 20,
                                                             "simple moving average of the volume"),
        ofColumn<OneColumn(history::zScore), ZScore, closeColumn>("zscore", "zscore", Own, 20,
                                                                  "standard deviations of the close from its mean"),
    };
}

const std::vector<IndicatorInfo> &catalogue()
{
    static const std::vector<IndicatorInfo> all = makeCatalogue();
    return all;
}

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

// 20, 2.5: the shortest text that reads back as the number.
QString numberText(double value) { return QString::number(value, 'f', QLocale::FloatingPointShortest); }

QString joinedNumbers(const IndicatorSpec &spec, QChar separator)
{
    QString text;
    for (const double value : spec.arguments()) {
        if (!text.isEmpty())
            text += separator;
        text += numberText(value);
    }
    return text;
}

Result<const IndicatorInfo *> findIndicator(QStringView name)
{
    QStringList known;
    for (const IndicatorInfo &info : catalogue()) {
        if (textOf(info.name) == name)
            return &info;
        known += textOf(info.name);
    }
    return failure(ErrorCode::NotFound, u"indicator '%1' is not known; known are %2"_s.arg(name, known.join(u", "_s)));
}

Result<double> parseArgument(const IndicatorArgument &argument, QStringView text, QStringView whole)
{
    const QString where = u"indicator '%1': %2"_s.arg(whole, textOf(argument.name));
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return failure(ErrorCode::InvalidArgument, u"%1 '%2' is not a number"_s.arg(where, text));
    if (argument.isInteger && value != std::floor(value))
        return failure(ErrorCode::InvalidArgument, u"%1 '%2' is not a whole number"_s.arg(where, text));
    if (value < argument.min || value > argument.max) {
        return failure(ErrorCode::OutOfRange, u"%1 %2 is outside %3 to %4"_s.arg(where, text, numberText(argument.min),
                                                                               numberText(argument.max)));
    }
    return value;
}

} // namespace

std::span<const IndicatorInfo> shippedIndicators() { return catalogue(); }

Result<IndicatorSpec> parseIndicatorSpec(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView name = (colon < 0 ? text : text.left(colon)).trimmed();
    const auto info = findIndicator(name);
    if (!info)
        return failure(info.error());
    IndicatorSpec spec{*info, {}};
    const auto &arguments = spec.info->arguments;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        spec.values[i] = arguments[i].fallback;
    if (colon >= 0) {
        const auto numbers = text.mid(colon + 1).split(u',');
        if (std::size_t(numbers.size()) > arguments.size()) {
            return failure(ErrorCode::InvalidArgument, u"indicator '%1': %2 takes at most %3 numbers"_s.arg(text, name)
                                                           .arg(arguments.size()));
        }
        for (std::size_t i = 0; i < std::size_t(numbers.size()); ++i) {
            const auto value = parseArgument(arguments[i], numbers[qsizetype(i)].trimmed(), text);
            if (!value)
                return failure(value.error());
            spec.values[i] = *value;
        }
    }
    if (spec.info->isFastSlow && spec.values[0] >= spec.values[1]) {
        return failure(ErrorCode::InvalidArgument, u"indicator '%1': fast %2 must be below slow %3"_s
                                                       .arg(text, numberText(spec.values[0]), numberText(spec.values[1])));
    }
    return spec;
}

QString toString(const IndicatorSpec &spec)
{
    const QString numbers = joinedNumbers(spec, u',');
    return numbers.isEmpty() ? textOf(spec.info->name) : textOf(spec.info->name) + u':' + numbers;
}

std::vector<QString> columnNames(const IndicatorSpec &spec)
{
    const QString numbers = joinedNumbers(spec, u'_');
    std::vector<QString> names;
    for (const std::string_view output : spec.info->outputs)
        names.push_back(numbers.isEmpty() ? textOf(output) : textOf(output) + u'_' + numbers);
    return names;
}

std::vector<IndicatorColumn> computeIndicator(const IndicatorSpec &spec, const BarColumns &bars,
                                              IndicatorInfo::Sessions sessions)
{
    std::vector<IndicatorColumn> columns;
    for (QString &name : columnNames(spec))
        columns.push_back({std::move(name), std::vector<double>(bars.size())});
    std::vector<std::span<double>> out;
    for (IndicatorColumn &column : columns)
        out.emplace_back(column.values);
    spec.info->compute(bars, sessions, spec.arguments(), out);
    return columns;
}

std::unique_ptr<LiveIndicator> makeLiveIndicator(const IndicatorSpec &spec) { return spec.info->makeLive(spec.arguments()); }

} // namespace bellwether
