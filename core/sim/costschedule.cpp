#include "core/sim/costschedule.h"

#include "core/domain/decimal.h"
#include "core/sim/costfile.h"

#include <QFile>
#include <QStringList>

#include <map>

// Outside of any namespace, as Qt asks for.
static void registerCostFiles() { Q_INIT_RESOURCE(costs); }

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Amount = FixedPoint<MoneyTag>;

const QStringList &shippedNames()
{
    static const QStringList names{u"binance_spot"_s, u"binance_spot_bnb"_s, u"nse_delivery"_s, u"nse_intraday"_s};
    return names;
}

const std::map<QString, CostSchedule> &shippedSchedules()
{
    static const auto all = [] {
        registerCostFiles();
        std::map<QString, CostSchedule> schedules;
        for (const QString &name : shippedNames()) {
            QFile file(u":/costs/%1.json"_s.arg(name));
            if (!file.open(QIODevice::ReadOnly))
                throw Fault(u"%1 is not in the program"_s.arg(file.fileName()));
            auto schedule = readCostFile(file.readAll(), file.fileName());
            if (!schedule)
                throw Fault(schedule.error().detail);
            schedules.emplace(name, *std::move(schedule));
        }
        return schedules;
    }();
    return all;
}

/// A rate or an amount of `percent:0.001` and the like.
std::optional<std::int64_t> figureOf(QStringView text)
{
    const auto raw = parseDecimal(text);
    return raw && *raw >= 0 ? std::optional(*raw) : std::nullopt;
}

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
    case CostKind::Borrow: return u"borrow"_s;
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
        if (!other.m_amounts[kind].isZero()) // few lines of a schedule are ever used
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
    const qsizetype colon = id.indexOf(u':');
    const QStringView family = id.left(std::max<qsizetype>(colon, 0));
    const QStringView figures = id.mid(colon + 1);
    if (family == u"maker_taker") {
        const qsizetype slash = figures.indexOf(u'/');
        const auto maker = figureOf(figures.left(std::max<qsizetype>(slash, 0)));
        const auto taker = figureOf(figures.mid(slash + 1));
        if (slash > 0 && maker && taker && *maker < decimalScale && *taker < decimalScale)
            return makerTaker(Ratio::fromRaw(*maker), Ratio::fromRaw(*taker));
    } else if (const auto figure = figureOf(figures); family == u"flat" && figure) {
        return flat(Amount::fromRaw(*figure));
    } else if (family == u"percent" && figure && *figure < decimalScale) {
        return percent(Ratio::fromRaw(*figure));
    }
    const auto shipped = shippedSchedules().find(id.toString());
    if (shipped != shippedSchedules().end())
        return shipped->second;
    return failure(ErrorCode::NotFound, u"cost schedule '%1' is not one of none, %2, flat:AMOUNT, percent:SHARE, maker_taker:SHARE/SHARE"_s
                                            .arg(id, shippedNames().join(u", "_s)));
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
