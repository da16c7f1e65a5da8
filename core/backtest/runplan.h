#pragma once

#include "core/backtest/exitrules.h"
#include "core/domain/instrument.h"
#include "core/domain/timeframe.h"
#include "core/market/exchangecalendar.h"
#include "core/risk/sizing.h"

namespace bellwether {

/// How large an entry is.
enum class SizingKind {
    Risk,    ///< the desk's own rule: share of equity at risk ÷ distance to the stop
    Percent, ///< a share of equity
    Fixed,   ///< a number of units
    AllIn,   ///< all available money
    Kelly,   ///< a share of equity that the closed trades of the run so far justify
};
/// Errors: InvalidArgument naming the accepted words.
Result<SizingKind> parseSizingKind(QStringView text);
QString toString(SizingKind kind);

/// When a decision taken on the close of a bar is filled.
enum class FillMoment { NextOpen, Close };
Result<FillMoment> parseFillMoment(QStringView text);
QString toString(FillMoment moment);

/// What becomes of a position that is open after the last bar. LastOpen closes it at the open of the last bar, which is
/// how some other programs finish a run; it needs fills at the next open.
enum class EndRule { KeepOpen, CloseAtLastClose, CloseAtLastOpen };

/// Costs of a fill, each a share of the price. Spread moves the price of an entry against us, the exit is at the plain
/// price (half of a round trip's crossing each would only split it); slippage moves both; commission is a fee on both.
struct TradeCosts {
    Ratio commission;
    Ratio spread;
    Ratio slippage;

    bool isFree() const { return commission.isZero() && spread.isZero() && slippage.isZero(); }
    bool operator==(const TradeCosts &) const = default;
};

/// One backtest apart from its data: what holds for all of its instruments and strategies.
struct RunPlan {
    Instrument instrument;         ///< the first of the run
    const ExchangeCalendar *calendar = &ExchangeCalendar::crypto(); ///< of the account's day; never null
    Timeframe timeframe = Timeframe::D1;
    std::optional<Timeframe> detail; ///< shorter bars that tell the order of prices inside a bar
    Money capital;
    SizingKind sizing = SizingKind::AllIn;
    Ratio sizePercent = Ratio::fromRaw(decimalScale / 10); ///< Percent: share of equity per entry, 1 is all of it
    KellyRule kelly;               ///< Kelly; of each strategy on its own
    Quantity sizeUnits = Quantity::fromRaw(decimalScale);  ///< Fixed
    FillMoment fill = FillMoment::NextOpen;
    EndRule end = EndRule::KeepOpen;
    TradeCosts costs;
    QString costsName;             ///< of a schedule that applies instead of `costs.commission`
    ExitRules exits;
    bool hasVenueCosts = false;    ///< the venue's own schedule and slippage apply instead of `costs`
    bool canShort = false;
    QString benchmark;             ///< id of the instrument to hold instead; `none`; empty: what is traded
    double confidenceMin = 0;      ///< signals below it are not traded
    std::uint64_t seed = 1;        ///< of what is drawn at random for the report
    int daysPerYear = 365;         ///< trading days a year, for annualised figures
};

/// Errors: OutOfRange or InvalidArgument with one line that names the option.
Result<void> validate(const RunPlan &plan);

/// The moment a bar opened: its close less its length; a daily bar of an exchange with sessions opened with its first.
Timestamp openTimeOf(Timestamp closeTime, Timeframe timeframe, const ExchangeCalendar &calendar);

} // namespace bellwether
