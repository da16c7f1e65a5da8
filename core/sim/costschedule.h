#pragma once

#include "core/domain/money.h"
#include "core/domain/side.h"

#include <array>
#include <vector>

namespace bellwether {

/// What a cost is called in reports. Spread and Slippage are inside the fill price; the others are charged beside it.
enum class CostKind {
    Commission,
    Brokerage,
    ExchangeFee,
    InvestorProtection,
    RegulatorFee,
    TransactionTax,
    StampDuty,
    ServiceTax,
    Borrow,        ///< of what is sold short
    Spread,
    Slippage,
};
inline constexpr std::size_t costKindCount = 11;
/// `commission`, `brokerage`, `exchange_fee`, …
QString toString(CostKind kind);

/// Whether a fill took liquidity that was there or had rested in the book.
enum class Liquidity { Taker, Maker };

/// Amounts by kind in one currency.
class CostBreakdown {
public:
    explicit CostBreakdown(Currency currency = {}) : m_currency(currency) {}

    Money of(CostKind kind) const { return {m_amounts[std::size_t(kind)], m_currency}; }
    void add(CostKind kind, const Money &amount);
    /// Fault where the currencies differ.
    void add(const CostBreakdown &other);
    Money total() const;
    Currency currency() const { return m_currency; }
    bool operator==(const CostBreakdown &) const = default;

private:
    std::array<FixedPoint<struct MoneyTag>, costKindCount> m_amounts{};
    Currency m_currency;
};

/// One line of a schedule: a rate on the executed value of an order, a flat amount once per order, or a tax on other
/// lines. Amounts of a line are counted over the whole order, so an order filled in parts costs what it costs at once.
struct CostRule {
    CostKind kind = CostKind::Commission;
    Ratio buyRate = {};
    Ratio sellRate = {};
    FixedPoint<struct MoneyTag> perOrder = {};    ///< charged once, with the first fill
    FixedPoint<struct MoneyTag> orderMax = {};    ///< most for one order; zero for no cap
    FixedPoint<struct MoneyTag> roundedTo = {};   ///< rounding unit of the line, half away from zero; zero for none
    std::vector<CostKind> taxes = {};             ///< the rate applies to these lines instead of to the value
    std::optional<Liquidity> liquidity = {};      ///< the line is for such fills only
};

/// What a venue, a broker and the state charge for a fill, as data.
class CostSchedule {
public:
    /// Nothing is charged.
    CostSchedule() = default;
    explicit CostSchedule(std::vector<CostRule> rules) : m_rules(std::move(rules)) {}

    /// The same amount for each order, whatever its size.
    static CostSchedule flat(FixedPoint<struct MoneyTag> perOrder);
    /// The same share of the value on both sides.
    static CostSchedule percent(Ratio rate);
    static CostSchedule makerTaker(Ratio maker, Ratio taker);
    /// A schedule that ships (resources/costs): `binance_spot`, `binance_spot_bnb`, `nse_intraday`, `nse_delivery`; or one
    /// by its figures: `none`, `flat:20`, `percent:0.001`, `maker_taker:0.0008/0.001`. Errors: NotFound.
    static Result<CostSchedule> find(QStringView id);

    /// The costs of executing `value` more of an order of which `valueBefore` has been executed.
    CostBreakdown charge(Side side, Liquidity liquidity, const Money &valueBefore, const Money &value) const;
    bool isFree() const { return m_rules.empty(); }

private:
    CostBreakdown cumulative(Side side, Liquidity liquidity, const Money &value) const;

    std::vector<CostRule> m_rules;
};

} // namespace bellwether
