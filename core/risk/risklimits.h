#pragma once

#include "core/base/settings.h"
#include "core/domain/money.h"

#include <QStringList>

namespace bellwether {

enum class SizingMethod { RiskFraction, PercentOfEquity, FixedQuantity, Kelly, VolatilityTarget };
/// `risk`, `percent`, `fixed`, `kelly`, `volatility`.
QString toString(SizingMethod method);
Result<SizingMethod> parseSizingMethod(QStringView text);

/// Every limit of the risk gate, validated as a whole. Fractions are of 1 (0.01 is 1 %). No limit is ever "empty":
/// a limit that shall not bind is a number that says so.
struct RiskLimits {
    SizingMethod sizing = SizingMethod::RiskFraction;
    double riskPerTrade = 0.01;        ///< of equity, lost if the stop is hit
    double percentPerTrade = 0.10;     ///< of equity, for PercentOfEquity
    Quantity fixedQuantity = Quantity::fromInt(1);
    double kellyFraction = 0.5;        ///< of the full Kelly share, which is capped at a quarter of the equity
    int kellyTradesMin = 30;           ///< of a strategy, before that percentPerTrade
    double volatilityTarget = 0.20;    ///< a year's volatility that one position adds, as a share of equity
    double cashShareMax = 0.90;        ///< an order never takes more of the available cash
    int positionsMax = 10;
    int positionsPerSymbolMax = 1;
    double exposureMax = 0.60;         ///< gross exposure ÷ equity, working orders counted
    double leverageMax = 1.0;          ///< the same for an account that borrows: holds where exposure is let loose
    double sectorExposureMax = 0.30;
    double dailyLossMax = 0.03;        ///< of the equity at the start of the day
    double stopDefault = 0.03;         ///< where a signal brings no stop
    double targetDefault = 0.05;
    int timeStopMinutes = 30;          ///< day trading only; 0 never
    double priceMin = 10;
    double liquidityMin = 100'000;     ///< 20-day average traded value
    double correlationMax = 0.8;       ///< over 60 bars, with any held position of the same side
    double orderValueMax = 0.10;       ///< of equity, one order
    double orderQuantityMax = 1e9;     ///< units, one order
    double priceDistanceMax = 0.05;    ///< of a limit or stop price from the last price
    int ordersPerSecondMax = 10;       ///< of the client, over all strategies, whatever they are for
    int ordersReserved = 2;            ///< of these, kept for orders that reduce risk
    int openOrdersMax = 100;
    int repeatedOrdersMax = 5;         ///< identical orders within a minute
    int staleAfterSeconds = 30;        ///< age of the last price
    double driftMax = 0.01;            ///< price move since the signal at which approval is refused
    double confidenceCutoff = 25;      ///< signals below are not queued
    bool allowsShort = true;
    QStringList symbols{QStringLiteral("*")}; ///< that may be entered, by symbol or id; `*` is every one
    QStringList symbolsRefused;        ///< of these none
    int noShortMinutesBeforeClose = 45;
    double profitLockStart = 0;        ///< of the equity at the start of the day: profit from which it is locked; 0 never
    double profitLockKeep = 0.5;       ///< share of the day's best profit that must not be lost again
    double intradayMargin = 1;         ///< share of the value of an intraday (MIS) order that it ties up
    int lossStreakMax = 0;             ///< losses in a row that make entries pause; 0 never
    int coolDownMinutes = 60;          ///< how long, after the last of them

    static RiskLimits conservative();
    static RiskLimits active();
    /// For research on a bare rule: nothing binds but what the account can pay for. Never a desk's default.
    static RiskLimits unrestricted();

    /// Reads a preset (`risk.preset`: conservative or active) and every overriding key. Errors name the key.
    static Result<RiskLimits> fromSettings(const Settings &settings);
    /// The settings keys that fromSettings reads.
    static std::vector<QStringView> settingKeys();
    /// One limit with its declaration; a whole number where the limit counts.
    struct Entry {
        QStringView key;
        QStringView help;
        double value = 0;
        double least = 0;
        double most = 0;
        bool isWhole = false;
    };
    /// Every limit that is a number, in the order of declaration, which never changes while the program runs.
    std::vector<Entry> entries() const;
    /// Sets one of them by its key. Errors: NotFound for the key; OutOfRange, also for half of a whole number.
    Result<void> set(QStringView key, double value);
    /// Errors: OutOfRange naming the first field that is not finite or outside its range.
    Result<void> validate() const;

    bool operator==(const RiskLimits &) const = default;
};

} // namespace bellwether
