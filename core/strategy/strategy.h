#pragma once

#include "core/domain/bar.h"
#include "core/domain/instrument.h"
#include "core/domain/quote.h"
#include "core/domain/signal.h"
#include "core/market/exchangecalendar.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace bellwether {

/// A parameter as settings pages, the command line and the optimiser read it. Booleans are 0 or 1.
struct ParameterSpec {
    enum class Type { Integer, Real, Boolean };
    std::string_view name;
    Type type = Type::Integer;
    double fallback = 0;
    double min = 0;
    double max = 0;
    double step = 1;
    std::string_view help;
};

/// What a strategy says of itself; lives as long as the program.
struct StrategyInfo {
    std::string_view id;
    std::string_view title;
    std::string_view help;
    StrategyCategory category = StrategyCategory::DayTrading;
    std::vector<ParameterSpec> parameters;
    /// What must hold between parameters beyond their own ranges (fast below slow); null where nothing does.
    Result<void> (*checkTogether)(std::span<const double> values) = nullptr;

    /// Index into `parameters`; −1 where there is none of that name.
    int indexOf(std::string_view name) const;
};

/// Values of a strategy's parameters in the order of their declaration. Always within their declared ranges.
class ParameterSet {
public:
    /// All defaults.
    explicit ParameterSet(const StrategyInfo &info);

    /// Errors: NotFound naming the known parameters; OutOfRange naming the range; InvalidNumber where an integer
    /// parameter is given a fraction or the value is not finite.
    Result<void> set(std::string_view name, double value);
    /// `name=value` as typed on the command line.
    Result<void> setFromText(QStringView assignment);
    /// Whether the values fit together; ask before makeStrategy(). Errors: InvalidArgument with the reason.
    Result<void> check() const;
    double value(std::size_t index) const { return m_values[index]; }
    int integer(std::size_t index) const { return int(m_values[index]); }
    std::span<const double> values() const { return m_values; }
    bool operator==(const ParameterSet &other) const { return m_values == other.m_values; }

private:
    const StrategyInfo *m_info;
    std::vector<double> m_values;
};

/// What a strategy may know beside market data. Plain pointers are owned by the caller and outlive the strategy.
struct StrategyContext {
    InstrumentId instrument;
    Timeframe timeframe = Timeframe::M1;
    const ExchangeCalendar *calendar = nullptr; ///< never null
};

/// A decision of a scan: which row of the columns raised which signal.
struct SignalAt {
    std::size_t row = 0;
    TradeSignal signal;
};

/// Market data in, opinions out; the same on its own thread live and called inline in a backtest. It knows no position,
/// no account and no clock; stops, sizes and orders are the engine's business. One object serves one instrument.
class Strategy {
public:
    virtual ~Strategy() = default;

    virtual const StrategyInfo &info() const = 0;
    /// Bars that must have passed before the first decision can be taken: decisions start with bar number `warmUpBars()`
    /// counted from 0.
    virtual int warmUpBars() const = 0;
    /// One closed bar of the strategy's timeframe, in time order. O(1), no allocation.
    virtual std::optional<TradeSignal> onBar(const BarPoint &bar) = 0;
    /// One print of the tape; only strategies that work from ticks answer.
    virtual std::optional<TradeSignal> onTrade(const TapeTrade &) { return {}; }
    /// Feeds rows [first, last) as onBar would, and appends every signal with its row. The default loops over onBar;
    /// shipped strategies run the same step without the virtual call.
    virtual void scan(const BarColumns &bars, std::size_t first, std::size_t last, std::vector<SignalAt> &out);
    /// The conditions as they stand after the last bar, for both sides: what the why-not inspector shows.
    virtual std::vector<ReasonList> conditions() const { return {}; }
};

} // namespace bellwether
