#include "core/sim/costschedule.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Amount = FixedPoint<MoneyTag>;

// Rates are written as they are published: parts of one in units of 1e-8.
constexpr Ratio ratio(std::int64_t raw) { return Ratio::fromRaw(raw); }
constexpr Amount rupees(std::int64_t count) { return Amount::fromRaw(count * decimalScale); }

// Binance spot, base tier: 0.1 % maker and taker (the account's own rates are `GET account/commission`).
CostSchedule binanceSpot() { return CostSchedule::makerTaker(ratio(100'000), ratio(100'000)); }

// NSE cash, in force since 1 October 2024 (exchange fee) and before: transaction fee 0.00297 %, investor protection and
// SEBI fee ₹10 per crore each, GST 18 % on brokerage, transaction fee and SEBI fee; the transaction tax is rounded to
// the rupee as on the contract note.
std::vector<CostRule> nseCash(Ratio brokerage, Ratio taxBuy, Ratio taxSell, Ratio stampBuy)
{
    std::vector<CostRule> rules;
    if (brokerage.isPositive())
        rules.push_back({.kind = CostKind::Brokerage, .buyRate = brokerage, .sellRate = brokerage, .orderMax = rupees(20)});
    rules.push_back({.kind = CostKind::TransactionTax, .buyRate = taxBuy, .sellRate = taxSell, .roundedTo = rupees(1)});
    rules.push_back({.kind = CostKind::ExchangeFee, .buyRate = ratio(2'970), .sellRate = ratio(2'970)});
    rules.push_back({.kind = CostKind::InvestorProtection, .buyRate = ratio(100), .sellRate = ratio(100)});
    rules.push_back({.kind = CostKind::RegulatorFee, .buyRate = ratio(100), .sellRate = ratio(100)});
    rules.push_back({.kind = CostKind::StampDuty, .buyRate = stampBuy, .sellRate = {}});
    rules.push_back({.kind = CostKind::ServiceTax, .buyRate = ratio(18'000'000), .sellRate = ratio(18'000'000),
                     .taxes = {CostKind::Brokerage, CostKind::ExchangeFee, CostKind::RegulatorFee}});
    return rules;
}

// min(0.03 %, ₹20) per order; tax 0.025 % of sales; stamp duty 0.003 % of purchases.
CostSchedule nseIntraday() { return CostSchedule(nseCash(ratio(30'000), {}, ratio(25'000), ratio(3'000))); }
// No brokerage; tax 0.1 % of both sides; stamp duty 0.015 % of purchases. The depository fee per stock and day is not
// part of a fill.
CostSchedule nseDelivery() { return CostSchedule(nseCash({}, ratio(100'000), ratio(100'000), ratio(15'000))); }

Amount roundedTo(Amount amount, Amount unit)
{
    if (!unit.isPositive())
        return amount;
    const std::int64_t half = amount.isNegative() ? -unit.raw() / 2 : unit.raw() / 2;
    return Amount::fromRaw((amount.raw() + half) / unit.raw() * unit.raw());
}

} // namespace

QString toString(CostKind kind)
{
    switch (kind) {
    case CostKind::Commission: return u"commission"_s;
    case CostKind::Brokerage: return u"brokerage"_s;
    case CostKind::ExchangeFee: return u"exchange_fee"_s;
    case CostKind::InvestorProtection: return u"investor_protection"_s;
    case CostKind::RegulatorFee: return u"regulator_fee"_s;
    case CostKind::TransactionTax: return u"transaction_tax"_s;
    case CostKind::StampDuty: return u"stamp_duty"_s;
    case CostKind::ServiceTax: return u"service_tax"_s;
    case CostKind::Spread: return u"spread"_s;
    case CostKind::Slippage: return u"slippage"_s;
    }
    return {};
}

void CostBreakdown::add(CostKind kind, const Money &amount)
{
    if (m_currency.isEmpty())
        m_currency = amount.currency;
    m_amounts[std::size_t(kind)] = (of(kind) + amount).amount;
}

void CostBreakdown::add(const CostBreakdown &other)
{
    for (std::size_t kind = 0; kind < costKindCount; ++kind)
        add(CostKind(kind), other.of(CostKind(kind)));
}

Money CostBreakdown::total() const
{
    Money sum = Money::zero(m_currency);
    for (const auto amount : m_amounts)
        sum.amount += amount;
    return sum;
}

CostSchedule CostSchedule::flat(Amount perOrder)
{
    return CostSchedule(std::vector{CostRule{.kind = CostKind::Commission, .perOrder = perOrder}});
}

CostSchedule CostSchedule::percent(Ratio rate)
{
    if (rate.isZero())
        return {};
    return CostSchedule(std::vector{CostRule{.kind = CostKind::Commission, .buyRate = rate, .sellRate = rate}});
}

CostSchedule CostSchedule::makerTaker(Ratio maker, Ratio taker)
{
    return CostSchedule(std::vector{
        CostRule{.kind = CostKind::Commission, .buyRate = maker, .sellRate = maker, .liquidity = Liquidity::Maker},
        CostRule{.kind = CostKind::Commission, .buyRate = taker, .sellRate = taker, .liquidity = Liquidity::Taker}});
}

Result<CostSchedule> CostSchedule::find(QStringView id)
{
    if (id == u"none")
        return CostSchedule();
    if (id == u"binance_spot")
        return binanceSpot();
    if (id == u"nse_intraday")
        return nseIntraday();
    if (id == u"nse_delivery")
        return nseDelivery();
    return failure(ErrorCode::NotFound,
                   u"cost schedule '%1' is not one of none, binance_spot, nse_intraday, nse_delivery"_s.arg(id));
}

CostBreakdown CostSchedule::cumulative(Side side, Liquidity liquidity, const Money &value) const
{
    CostBreakdown costs(value.currency);
    if (value.amount.isZero())
        return costs;
    for (const CostRule &rule : m_rules) {
        if (rule.liquidity && *rule.liquidity != liquidity)
            continue;
        Money base = value;
        if (!rule.taxes.empty()) {
            base = Money::zero(value.currency);
            for (const CostKind taxed : rule.taxes)
                base += costs.of(taxed);
        }
        Amount amount = fractionOf(base, side == Side::Buy ? rule.buyRate : rule.sellRate).amount + rule.perOrder;
        if (rule.orderMax.isPositive() && amount > rule.orderMax)
            amount = rule.orderMax;
        costs.add(rule.kind, {roundedTo(amount, rule.roundedTo), value.currency});
    }
    return costs;
}

CostBreakdown CostSchedule::charge(Side side, Liquidity liquidity, const Money &valueBefore, const Money &value) const
{
    CostBreakdown after = cumulative(side, liquidity, valueBefore + value);
    if (valueBefore.amount.isZero())
        return after;
    const CostBreakdown before = cumulative(side, liquidity, valueBefore);
    for (std::size_t kind = 0; kind < costKindCount; ++kind)
        after.add(CostKind(kind), -before.of(CostKind(kind)));
    return after;
}

} // namespace bellwether
