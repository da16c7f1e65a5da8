#include "core/risk/limitsettings.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// One row a limit: its settings key, its member, its range. Reading and validation share the table.
struct RealRow {
    QStringView key;
    double RiskLimits::*member;
    double min;
    double max;
    QStringView help;
};
struct IntegerRow {
    QStringView key;
    int RiskLimits::*member;
    int min;
    int max;
    QStringView help;
};

constexpr std::array realRows{
    RealRow{u"risk.risk_per_trade", &RiskLimits::riskPerTrade, 0.0001, 1, u"Share of equity lost if the stop is hit"},
    RealRow{u"risk.percent_per_trade", &RiskLimits::percentPerTrade, 0.0001, 1, u"Share of equity for percent sizing"},
    RealRow{u"risk.kelly_fraction", &RiskLimits::kellyFraction, 0.05, 1, u"Share of the full Kelly stake for Kelly sizing"},
    RealRow{u"risk.volatility_target", &RiskLimits::volatilityTarget, 0.01, 5, u"Yearly volatility of one position as a share of equity, for volatility sizing"},
    RealRow{u"risk.cash_share", &RiskLimits::cashShareMax, 0.01, 1, u"Share of the available cash one order may take"},
    RealRow{u"risk.max_exposure", &RiskLimits::exposureMax, 0.01, 1000, u"Gross exposure as a share of equity"},
    RealRow{u"risk.max_leverage", &RiskLimits::leverageMax, 0.01, 1000, u"Gross exposure as a multiple of equity"},
    RealRow{u"risk.max_sector_exposure", &RiskLimits::sectorExposureMax, 0.01, 1000, u"Exposure to one sector as a share of equity"},
    RealRow{u"risk.max_daily_loss", &RiskLimits::dailyLossMax, 0.0001, 1, u"Loss since the start of the day that halts entries"},
    RealRow{u"risk.stop", &RiskLimits::stopDefault, 0.0001, 0.99, u"Stop distance where a signal brings none"},
    RealRow{u"risk.target", &RiskLimits::targetDefault, 0.0001, 10, u"Target distance where a signal brings none"},
    RealRow{u"risk.min_price", &RiskLimits::priceMin, 0, 1e9, u"Lowest price of a symbol that may be entered"},
    RealRow{u"risk.min_liquidity", &RiskLimits::liquidityMin, 0, 1e15, u"Lowest 20-day average traded value"},
    RealRow{u"risk.max_correlation", &RiskLimits::correlationMax, 0, 1, u"Highest correlation with a held position"},
    RealRow{u"risk.max_order_value", &RiskLimits::orderValueMax, 0.001, 1000, u"Value of one order as a share of equity"},
    RealRow{u"risk.max_order_quantity", &RiskLimits::orderQuantityMax, 0, 9e10, u"Units of one order"},
    RealRow{u"risk.max_price_distance", &RiskLimits::priceDistanceMax, 0.0001, 10, u"Distance of an order price from the last price"},
    RealRow{u"risk.max_drift", &RiskLimits::driftMax, 0.0001, 10, u"Price move since the signal at which approval is refused"},
    RealRow{u"risk.profit_lock", &RiskLimits::profitLockStart, 0, 10, u"Profit of the day, as a share of its first equity, from which it is locked; 0 never"},
    RealRow{u"risk.profit_lock_keep", &RiskLimits::profitLockKeep, 0.01, 0.99, u"Share of the day's best profit that halts entries when it is reached again"},
    RealRow{u"risk.intraday_margin", &RiskLimits::intradayMargin, 0.2, 1, u"Share of its value that an intraday (MIS) order ties up"},
    RealRow{u"risk.confidence_cutoff", &RiskLimits::confidenceCutoff, 0, 100, u"Signals below this confidence are not queued"},
};
constexpr std::array integerRows{
    IntegerRow{u"risk.max_positions", &RiskLimits::positionsMax, 1, 1'000'000, u"Open positions"},
    IntegerRow{u"risk.max_positions_per_symbol", &RiskLimits::positionsPerSymbolMax, 1, 1'000'000, u"Open positions in one symbol"},
    IntegerRow{u"risk.time_stop_minutes", &RiskLimits::timeStopMinutes, 0, 100'000, u"Day-trading positions are closed after this long; 0 never"},
    IntegerRow{u"risk.max_orders_per_second", &RiskLimits::ordersPerSecondMax, 1, 1'000'000, u"Orders in any one second"},
    IntegerRow{u"risk.reserved_orders", &RiskLimits::ordersReserved, 0, 1'000, u"Orders of each second that are kept for exits and stops"},
    IntegerRow{u"risk.kelly_trades", &RiskLimits::kellyTradesMin, 1, 10'000, u"Closed trades of a strategy before Kelly sizing goes by them"},
    IntegerRow{u"risk.max_open_orders", &RiskLimits::openOrdersMax, 1, 1'000'000, u"Working orders"},
    IntegerRow{u"risk.max_repeated_orders", &RiskLimits::repeatedOrdersMax, 1, 1'000'000, u"Identical orders within a minute"},
    IntegerRow{u"risk.stale_after_seconds", &RiskLimits::staleAfterSeconds, 1, 1'000'000'000, u"Age at which a price is stale"},
    IntegerRow{u"risk.max_loss_streak", &RiskLimits::lossStreakMax, 0, 1'000, u"Losses in a row after which entries pause; 0 never"},
    IntegerRow{u"risk.cool_down_minutes", &RiskLimits::coolDownMinutes, 1, 100'000, u"How long entries pause after the last of them"},
    IntegerRow{u"risk.no_short_minutes_before_close", &RiskLimits::noShortMinutesBeforeClose, 0, 1'440, u"No new shorts this long before the close"},
};

const Setting<QString> allowedSymbols{u"risk.symbols", u"*", u"Symbols that may be entered, with commas between them; * is every one"};
const Setting<QString> refusedSymbols{u"risk.refused_symbols", u"", u"Symbols that are never entered, with commas between them"};

QStringList symbolsIn(const QString &text)
{
    QStringList symbols;
    for (const QString &symbol : text.split(u',', Qt::SkipEmptyParts)) {
        if (!symbol.trimmed().isEmpty())
            symbols.append(symbol.trimmed().toUpper());
    }
    return symbols;
}

} // namespace

QString toString(SizingMethod method)
{
    switch (method) {
    case SizingMethod::RiskFraction: return u"risk"_s;
    case SizingMethod::PercentOfEquity: return u"percent"_s;
    case SizingMethod::FixedQuantity: return u"fixed"_s;
    case SizingMethod::Kelly: return u"kelly"_s;
    case SizingMethod::VolatilityTarget: return u"volatility"_s;
    }
    return {};
}

Result<SizingMethod> parseSizingMethod(QStringView text)
{
    for (const auto method : {SizingMethod::RiskFraction, SizingMethod::PercentOfEquity, SizingMethod::FixedQuantity, SizingMethod::Kelly,
                              SizingMethod::VolatilityTarget}) {
        if (text == toString(method))
            return method;
    }
    return failure(ErrorCode::InvalidArgument, u"sizing '%1' is not one of risk, percent, fixed, kelly, volatility"_s.arg(text));
}

RiskLimits RiskLimits::conservative() { return {}; }

RiskLimits RiskLimits::active()
{
    RiskLimits limits;
    limits.riskPerTrade = 0.02;
    limits.positionsMax = 20;
    limits.positionsPerSymbolMax = 2;
    limits.dailyLossMax = 0.05;
    limits.orderValueMax = 0.15;
    limits.correlationMax = 0.9;
    limits.sectorExposureMax = 0.40;
    limits.intradayMargin = 0.20;
    limits.leverageMax = 2.0;
    return limits;
}

RiskLimits RiskLimits::unrestricted()
{
    RiskLimits limits;
    limits.cashShareMax = 1;
    limits.positionsMax = limits.positionsPerSymbolMax = 1'000'000;
    limits.exposureMax = limits.sectorExposureMax = limits.leverageMax = 1000;
    limits.ordersReserved = 0;
    limits.dailyLossMax = 1;
    limits.timeStopMinutes = 0;
    limits.priceMin = limits.liquidityMin = 0;
    limits.correlationMax = 1;
    limits.orderValueMax = 1000;
    limits.orderQuantityMax = 9e10;
    limits.priceDistanceMax = 10;
    limits.ordersPerSecondMax = limits.openOrdersMax = limits.repeatedOrdersMax = 1'000'000;
    limits.staleAfterSeconds = 1'000'000'000;
    limits.driftMax = 10;
    limits.confidenceCutoff = 0;
    limits.noShortMinutesBeforeClose = 0;
    return limits;
}

Result<RiskLimits> RiskLimits::fromSettings(const Settings &settings)
{
    const Setting<QString> preset{u"risk.preset", u"conservative", u"Limits to start from: conservative or active"};
    const QString name = settings.value(preset);
    if (name != u"conservative" && name != u"active")
        return failure(ErrorCode::InvalidArgument, u"setting risk.preset: '%1' is not conservative or active"_s.arg(name));
    RiskLimits limits = name == u"active" ? active() : conservative();
    for (const RealRow &row : realRows) {
        const auto value = settings.value(Setting<double>{row.key, limits.*row.member, {row.min, row.max}, row.help});
        if (!value)
            return failure(value.error());
        limits.*row.member = *value;
    }
    for (const IntegerRow &row : integerRows) {
        const auto value = settings.value(Setting<int>{row.key, limits.*row.member, {row.min, row.max}, row.help});
        if (!value)
            return failure(value.error());
        limits.*row.member = *value;
    }
    const Setting<QString> sizing{u"risk.sizing", u"risk", u"Sizing: risk, percent, fixed, kelly or volatility"};
    const auto method = parseSizingMethod(settings.value(sizing));
    if (!method)
        return failure(method.error().code, u"setting risk.sizing: "_s + method.error().detail);
    limits.sizing = *method;
    const auto shorts = settings.value(Setting<bool>{u"risk.allow_short", limits.allowsShort, u"Signals may open short positions"});
    if (!shorts)
        return failure(shorts.error());
    limits.allowsShort = *shorts;
    limits.symbols = symbolsIn(settings.value(allowedSymbols));
    limits.symbolsRefused = symbolsIn(settings.value(refusedSymbols));
    if (auto sound = limits.validate(); !sound)
        return failure(sound.error());
    return limits;
}

std::vector<RiskLimits::Entry> RiskLimits::entries() const
{
    std::vector<Entry> all;
    for (const RealRow &row : realRows)
        all.push_back({row.key, row.help, this->*row.member, row.min, row.max, false});
    for (const IntegerRow &row : integerRows)
        all.push_back({row.key, row.help, double(this->*row.member), double(row.min), double(row.max), true});
    return all;
}

Result<void> RiskLimits::set(QStringView key, double value)
{
    const auto refused = [&](double min, double max) {
        return failure(ErrorCode::OutOfRange, u"%1: %2 is outside %3 to %4"_s.arg(key).arg(value).arg(min).arg(max));
    };
    if (const auto real = std::ranges::find(realRows, key, &RealRow::key); real != realRows.end()) {
        if (!(value >= real->min && value <= real->max))
            return refused(real->min, real->max);
        this->*real->member = value;
        return {};
    }
    const auto whole = std::ranges::find(integerRows, key, &IntegerRow::key);
    if (whole == integerRows.end())
        return failure(ErrorCode::NotFound, u"'%1' is not a limit"_s.arg(key));
    if (!(value >= whole->min && value <= whole->max))
        return refused(whole->min, whole->max);
    if (value != std::floor(value))
        return failure(ErrorCode::OutOfRange, u"%1: %2 is not a whole number"_s.arg(key).arg(value));
    this->*whole->member = int(value);
    return {};
}

std::vector<SettingSpec> limitSettings()
{
    const RiskLimits limits = RiskLimits::conservative();
    std::vector<SettingSpec> specs;
    specs.emplace_back(Setting<QString>{u"risk.preset", u"conservative", u"Limits to start from: conservative or active"},
                       QStringList{u"conservative"_s, u"active"_s});
    specs.emplace_back(Setting<QString>{u"risk.sizing", u"risk", u"Sizing: risk, percent, fixed, kelly or volatility"},
                       QStringList{u"risk"_s, u"percent"_s, u"fixed"_s, u"kelly"_s, u"volatility"_s});
    specs.emplace_back(Setting<bool>{u"risk.allow_short", limits.allowsShort, u"Signals may open short positions"});
    specs.emplace_back(allowedSymbols);
    specs.emplace_back(refusedSymbols);
    for (const RealRow &row : realRows)
        specs.emplace_back(Setting<double>{row.key, limits.*row.member, {row.min, row.max}, row.help});
    for (const IntegerRow &row : integerRows)
        specs.emplace_back(Setting<int>{row.key, limits.*row.member, {row.min, row.max}, row.help});
    return specs;
}

std::vector<QStringView> RiskLimits::settingKeys()
{
    std::vector<QStringView> keys{u"risk.preset", u"risk.sizing", u"risk.allow_short", allowedSymbols.key, refusedSymbols.key};
    for (const RealRow &row : realRows)
        keys.push_back(row.key);
    for (const IntegerRow &row : integerRows)
        keys.push_back(row.key);
    return keys;
}

Result<void> RiskLimits::validate() const
{
    for (const RealRow &row : realRows) {
        const double value = this->*row.member;
        if (!(value >= row.min && value <= row.max))
            return failure(ErrorCode::OutOfRange, u"%1: %2 is outside %3 to %4"_s.arg(row.key).arg(value).arg(row.min).arg(row.max));
    }
    for (const IntegerRow &row : integerRows) {
        const int value = this->*row.member;
        if (value < row.min || value > row.max)
            return failure(ErrorCode::OutOfRange, u"%1: %2 is outside %3 to %4"_s.arg(row.key).arg(value).arg(row.min).arg(row.max));
    }
    if (ordersReserved >= ordersPerSecondMax)
        return failure(ErrorCode::OutOfRange, u"risk.reserved_orders: %1 of %2 orders a second leave none to enter with"_s.arg(ordersReserved).arg(ordersPerSecondMax));
    if (symbols.isEmpty())
        return failure(ErrorCode::OutOfRange, u"risk.symbols: names none; * is every one"_s);
    if (!fixedQuantity.isPositive())
        return failure(ErrorCode::OutOfRange, u"risk.fixed_quantity: must be above 0"_s);
    return {};
}

} // namespace bellwether
