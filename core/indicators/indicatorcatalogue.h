#pragma once

#include "core/domain/bar.h"

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace bellwether {

/// Where a chart draws the lines of an indicator.
enum class IndicatorPane { Prices, Volume, Own };

/// One number in a specification such as `macd:12,26,9`.
struct IndicatorArgument {
    std::string_view name;
    double fallback = 0;
    double min = 1;
    double max = 100'000;
    bool isInteger = true;
};

/// An indicator by name, fed bar by bar. O(1) per bar amortised, no allocation after construction.
class LiveIndicator {
public:
    virtual ~LiveIndicator() = default;
    /// `out` has one place per output; NaN where a value is not known yet. `isSessionStart`: the bar is the first of its
    /// trading day (only the VWAP asks).
    virtual void update(const BarPoint &bar, bool isSessionStart, std::span<double> out) = 0;
};

/// What an indicator says of itself; a row of the catalogue, lives as long as the program.
struct IndicatorInfo {
    using Arguments = std::span<const double>;
    /// One session number per bar, or empty for one session.
    using Sessions = std::span<const std::int64_t>;

    std::string_view name;                  ///< as typed: `bb`
    std::string_view help;
    IndicatorPane pane = IndicatorPane::Own;
    std::vector<IndicatorArgument> arguments;
    std::vector<std::string_view> outputs;  ///< beginnings of the column names: `bb_upper`
    /// The first argument must be below the second (fast and slow).
    bool isFastSlow = false;
    void (*compute)(const BarColumns &bars, Sessions sessions, Arguments arguments,
                    std::span<const std::span<double>> out) = nullptr;
    std::unique_ptr<LiveIndicator> (*makeLive)(Arguments arguments) = nullptr;
};

/// An indicator with its numbers: what `ema:9` means.
struct IndicatorSpec {
    const IndicatorInfo *info = nullptr;
    std::array<double, 4> values{};

    std::span<const double> arguments() const { return {values.data(), info->arguments.size()}; }
    bool operator==(const IndicatorSpec &) const = default;
};

/// A computed column: `bb_upper_20_2` and one value per bar, NaN before the first.
struct IndicatorColumn {
    QString name;
    std::vector<double> values;
};

/// Every indicator, in the order it is listed.
std::span<const IndicatorInfo> shippedIndicators();

/// Reads `name` or `name:number,number`; numbers left out take their defaults. Errors: NotFound naming the known names;
/// InvalidArgument for text that is no number, a fraction where a count is due, too many numbers, fast not below slow;
/// OutOfRange naming the range.
Result<IndicatorSpec> parseIndicatorSpec(QStringView text);
/// The full form, `macd:12,26,9`.
QString toString(const IndicatorSpec &spec);
/// `macd_12_26_9`, `macd_signal_12_26_9`, `macd_hist_12_26_9`.
std::vector<QString> columnNames(const IndicatorSpec &spec);

/// All columns of the indicator over the bars. `sessions` has one number per bar, or is empty for one session.
/// Fault on columns of different lengths.
std::vector<IndicatorColumn> computeIndicator(const IndicatorSpec &spec, const BarColumns &bars,
                                              IndicatorInfo::Sessions sessions = {});
/// The same, bar by bar; `update` wants as many places as columnNames() has names.
std::unique_ptr<LiveIndicator> makeLiveIndicator(const IndicatorSpec &spec);

} // namespace bellwether
