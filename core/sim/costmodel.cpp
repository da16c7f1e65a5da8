#include "core/sim/costmodel.h"

namespace bellwether {

namespace {

Price shareOf(Price price, Ratio share) { return Price::fromRaw(mulDiv(price.raw(), share.raw(), decimalScale)); }

Price spreadOf(const CostModel &model, OrderRole role, Price base)
{
    switch (model.spreadMode) {
    case SpreadMode::EntryOnly: return role == OrderRole::Entry ? shareOf(base, model.spread) : Price();
    case SpreadMode::EachSide: return Price::fromRaw(mulDiv(base.raw(), model.spread.raw(), 2 * decimalScale));
    }
    return {};
}

Price slippageOf(const SlippageModel &model, Price base, Quantity quantity, double volume)
{
    switch (model.kind) {
    case SlippageModel::Kind::None: return {};
    case SlippageModel::Kind::Fixed: return model.amount;
    case SlippageModel::Kind::Percent: return shareOf(base, model.share);
    case SlippageModel::Kind::VolumeShare: {
        if (!(volume > 0))
            return {};
        const double part = std::min(quantity.toDouble() / volume, 1.0);
        return Price::fromDouble(base.toDouble() * model.share.toDouble() * part * part);
    }
    }
    return {};
}

} // namespace

Money CostModel::borrowing(const Money &value, Timestamp openedAt, Timestamp now) const
{
    if (borrowPerYear.isZero() || now <= openedAt)
        return Money::zero(value.currency);
    constexpr double yearNs = 365.25 * 86'400e9;
    return fractionOf(value, Ratio::fromDouble(borrowPerYear.toDouble() * double((now - openedAt).count()) / yearNs));
}

WorsenedPrice worsen(const CostModel &model, const Instrument &instrument, Side side, OrderRole role, Price base,
                     bool hasQuotedSpread, Quantity quantity, double volume)
{
    const Price spread = hasQuotedSpread || model.spread.isZero() ? Price() : spreadOf(model, role, base).magnitude();
    const Price slippage = slippageOf(model.slippage, base, quantity, volume).magnitude();
    if (spread.isZero() && slippage.isZero())
        return {base, {}, {}};
    Price price = side == Side::Buy ? base + spread + slippage : base - spread - slippage;
    if (model.roundsToTick)
        price = instrument.roundToTick(price, side == Side::Buy ? Rounding::Up : Rounding::Down);
    // A sale of a thinly priced instrument cannot be pushed below one tick.
    if (!price.isPositive() && base.isPositive())
        price = std::min(base, instrument.tickSize);
    const Price distance = (price - base).magnitude();
    const Price spreadPart = std::min(spread, distance);
    return {price, spreadPart, distance - spreadPart};
}

} // namespace bellwether
