#include "core/engine/workdesk.h"

#include <limits>

using namespace Qt::StringLiterals;

// One step of each kind of worked order.
namespace bellwether {

namespace {

constexpr Duration askAgainAfter = std::chrono::seconds(5); // a slice that was refused is still due
constexpr Duration moveEvery = std::chrono::seconds(1); // a stop is moved at most so often

} // namespace

// The stop nearest to the price; busy while one of them is being placed or changed.
Price WorkDesk::stopOf(const Look &look, bool &isBusy) const
{
    Price stop;
    const bool isLong = m_core.state.portfolio().position(look.book).side() == Side::Buy;
    for (const OrderId id : m_core.state.orders().activeOf(look.book)) {
        const Order &order = *m_core.state.orders().find(id);
        if (order.role != OrderRole::StopLoss || !m_core.state.orders().armedLeaves(order).isPositive())
            continue;
        isBusy |= order.state() != OrderState::Open && order.state() != OrderState::Partial;
        if (stop.isZero() || (isLong ? order.stopPrice > stop : order.stopPrice < stop))
            stop = order.stopPrice;
    }
    return stop;
}

void WorkDesk::trail(const Look &look)
{
    const Position &position = m_core.state.portfolio().position(look.book);
    if (position.isFlat())
        return end(look.work, WorkState::Done, u"the position is closed"_s);
    Memory &memory = m_memory[look.work.id];
    const double last = look.last.toDouble();
    const double reach = look.work.request.distance.of(last, rangeOf(look));
    if (!(last > 0) || !(reach > 0)) {
        memory.text = u"the range is not known yet"_s;
        return;
    }
    const bool isLong = position.side() == Side::Buy;
    bool isBusy = false;
    const Price stop = stopOf(look, isBusy);
    if (memory.best == 0) // after a restart the stop tells how far it was
        memory.best = stop.isPositive() ? (isLong ? std::max(last, stop.toDouble() + reach) : std::min(last, stop.toDouble() - reach)) : last;
    if (stop.isPositive() && (isLong ? stop.toDouble() + reach > last + reach : stop.toDouble() - reach < last - reach))
        memory.best = last; // the stop is through: the venue closes
    memory.best = isLong ? std::max(memory.best, last) : std::min(memory.best, last);
    const Price level = look.instrument.roundToTick(isLong ? memory.best - reach : memory.best + reach, isLong ? Rounding::Down : Rounding::Up);
    memory.level = stop.isZero() ? level : isLong ? std::max(stop, level) : std::min(stop, level);
    memory.text = u"stop %1 behind the best price %2"_s.arg(toString(memory.level), toString(look.instrument.roundToTick(memory.best, Rounding::Nearest)));
    const bool isBetter = stop.isZero() || (isLong ? level > stop : level < stop);
    if (isBusy || !isBetter || !level.isPositive() || m_core.now() - memory.actedAt < moveEvery)
        return;
    memory.actedAt = m_core.now();
    if (auto moved = m_orders.setProtection(look.book, OrderRole::StopLoss, level); !moved)
        memory.text = u"the stop could not be moved: "_s + moved.error().detail;
}

void WorkDesk::breakEven(const Look &look)
{
    const Position &position = m_core.state.portfolio().position(look.book);
    if (position.isFlat())
        return end(look.work, WorkState::Done, u"the position is closed"_s);
    Memory &memory = m_memory[look.work.id];
    const bool isLong = position.side() == Side::Buy;
    const double entry = position.averagePrice(look.instrument).toDouble();
    const double last = look.last.toDouble();
    const double range = rangeOf(look);
    const double gain = isLong ? last - entry : entry - last;
    const double trigger = look.work.request.distance.of(entry, range);
    const double offset = look.work.request.offset.value > 0 ? look.work.request.offset.of(entry, range) : 0;
    if (!(last > 0) || !std::isfinite(trigger) || !std::isfinite(offset)) {
        memory.text = u"the range is not known yet"_s;
        return;
    }
    const Price level = look.instrument.roundToTick(isLong ? entry + offset : entry - offset, isLong ? Rounding::Up : Rounding::Down);
    memory.level = level;
    bool isBusy = false;
    const Price stop = stopOf(look, isBusy);
    if (!isBusy && stop.isPositive() && (isLong ? stop >= level : stop <= level))
        return end(look.work, WorkState::Done, u"the stop is at %1"_s.arg(toString(stop)));
    if (look.work.steps == 0 && !(gain >= trigger)) {
        memory.text = u"waits for a gain of %1, now %2"_s.arg(trigger, 0, 'g', 6).arg(gain, 0, 'g', 6);
        return;
    }
    if (look.work.steps == 0)
        step(look.work, 1);
    const bool isBeyond = isLong ? look.last > level : look.last < level;
    memory.text = u"moves the stop to %1"_s.arg(toString(level));
    if (isBusy || !isBeyond || m_core.now() - memory.actedAt < moveEvery)
        return;
    memory.actedAt = m_core.now();
    if (auto moved = m_orders.setProtection(look.book, OrderRole::StopLoss, level); !moved)
        memory.text = u"the stop could not be moved: "_s + moved.error().detail;
}

void WorkDesk::oco(const Look &look)
{
    const WorkRequest &request = look.work.request;
    Memory &memory = m_memory[look.work.id];
    memory.level = request.stopPrice;
    if (look.work.filled >= request.quantity)
        return end(look.work, WorkState::Done, outcomeOf(look));
    const bool isThrough = request.side == Side::Sell ? look.last <= request.stopPrice : look.last >= request.stopPrice;
    if (look.work.steps <= 1 && isThrough && look.last.isPositive())
        step(look.work, 2);
    if (look.work.steps >= 2) {
        memory.text = u"the stop was reached"_s;
        // The limit has to be gone for good before the other leg leaves: together they never do more than was asked for.
        if (look.work.steps == 2 && !cancelChildren(look, u"the other leg"_s))
            return;
        if (look.children.empty() && look.work.steps == 2) {
            step(look.work, 3);
            if (auto placed = place(look, childOf(look, OrderType::Market, {}), look.left()); !placed)
                end(look.work, WorkState::Failed, placed.error().detail);
            return;
        }
        if (look.children.empty())
            end(look.work, WorkState::Failed, outcomeOf(look));
        return;
    }
    memory.text = u"limit at %1, stop watched at %2"_s.arg(toString(request.limitPrice), toString(request.stopPrice));
    if (look.work.steps == 0) {
        step(look.work, 1);
        if (auto placed = place(look, childOf(look, OrderType::Limit, request.limitPrice), look.left()); !placed)
            end(look.work, WorkState::Failed, placed.error().detail);
    } else if (look.children.empty()) {
        end(look.work, WorkState::Failed, u"its limit was taken back; "_s + outcomeOf(look));
    }
}

bool WorkDesk::isMet(const Look &look) const
{
    using Kind = WorkCondition::Kind;
    const WorkCondition &condition = look.work.request.condition;
    switch (condition.kind) {
    case Kind::PriceAtLeast: return look.last.isPositive() && look.last >= condition.price;
    case Kind::PriceAtMost: return look.last.isPositive() && look.last <= condition.price;
    case Kind::IndicatorAbove: return indicatorOf(look.index, condition) > condition.threshold; // what is not known is not met
    case Kind::IndicatorBelow: return indicatorOf(look.index, condition) < condition.threshold;
    case Kind::TimeAt: return m_core.now() >= condition.at;
    }
    return false;
}

void WorkDesk::conditional(const Look &look)
{
    const WorkRequest &request = look.work.request;
    Memory &memory = m_memory[look.work.id];
    memory.level = request.condition.price;
    if (look.work.steps == 0) {
        memory.text = u"waits: %1"_s.arg(toString(request.condition));
        if (!isMet(look))
            return;
        step(look.work, 1);
        Order child = childOf(look, request.limitPrice.isPositive() ? OrderType::Limit : OrderType::Market, request.limitPrice);
        child.bracketStop = request.bracketStop;
        child.bracketTarget = request.bracketTarget;
        if (auto placed = place(look, std::move(child), request.quantity); !placed)
            end(look.work, WorkState::Failed, placed.error().detail);
        return;
    }
    memory.text = u"met: the order is at work"_s;
    if (look.children.empty())
        end(look.work, look.work.filled >= request.quantity ? WorkState::Done : WorkState::Failed, outcomeOf(look));
}

void WorkDesk::iceberg(const Look &look)
{
    const WorkRequest &request = look.work.request;
    Memory &memory = m_memory[look.work.id];
    memory.level = request.limitPrice;
    memory.text = outcomeOf(look);
    if (look.work.filled >= request.quantity)
        return end(look.work, WorkState::Done, outcomeOf(look));
    if (!look.children.empty())
        return;
    const Order *lastChild = m_core.state.orders().find(look.work.lastChild);
    if (lastChild != nullptr && lastChild->state() != OrderState::Filled)
        return end(look.work, WorkState::Failed, u"a part was %1; %2"_s.arg(toString(lastChild->state()), outcomeOf(look)));
    if (auto placed = place(look, childOf(look, OrderType::Limit, request.limitPrice), std::min(request.visible, look.left())); !placed)
        end(look.work, WorkState::Failed, placed.error().detail);
    else
        step(look.work, look.work.steps + 1);
}

// Twap and vwap: by the end of each slice the whole's share of the time, or of the usual volume, is to be done. What a
// slice left is made up by the next ones, but none is more than twice its size: nothing late goes out in one burst.
void WorkDesk::slice(const Look &look)
{
    const WorkRequest &request = look.work.request;
    Memory &memory = m_memory[look.work.id];
    if (look.work.filled >= request.quantity)
        return end(look.work, WorkState::Done, outcomeOf(look));
    const double passed = std::chrono::duration<double>(m_core.now() - look.work.startedAt).count();
    const double every = double(request.seconds) / request.slices;
    if (passed >= request.seconds) {
        if (cancelChildren(look, u"the time is over"_s))
            end(look.work, WorkState::Failed, u"the time is over; "_s + outcomeOf(look));
        return;
    }
    const int due = std::min(request.slices, int(passed / every) + 1);
    memory.text = u"slice %1 of %2; %3"_s.arg(due).arg(request.slices).arg(outcomeOf(look));
    memory.level = request.limitPrice;
    if (due > look.work.steps) {
        step(look.work, due);
        cancelChildren(look, u"the next slice is due"_s);
        return look.children.empty() ? slice(lookAt(look.work)) : void();
    }
    const bool isTooSoon = memory.actedAt.isValid() && m_core.now() - memory.actedAt < askAgainAfter; // it was refused
    if (!look.children.empty() || memory.placedIn == due || isTooSoon)
        return;
    const auto shareAt = [&](int slices) {
        const double time = double(slices) / request.slices;
        return request.kind == WorkKind::Vwap ? volumeShare(look, time) : time;
    };
    const auto part = [&](double share) { return Quantity::fromDouble(request.quantity.toDouble() * share); };
    const Quantity target = due == request.slices ? request.quantity : part(shareAt(due));
    const Quantity own = due == request.slices ? request.quantity - part(shareAt(due - 1)) : part(shareAt(due) - shareAt(due - 1));
    const Quantity lot = look.instrument.lotSize;
    const Quantity most = own + own + lot;
    const Quantity wanted = std::min({target - look.work.filled - look.reserved, most, look.left()});
    memory.placedIn = due;
    memory.actedAt = {};
    if (wanted < std::max(lot, look.instrument.quantityMin))
        return;
    const bool hasLimit = request.limitPrice.isPositive();
    const auto placed = place(look, childOf(look, hasLimit ? OrderType::Limit : OrderType::Market, request.limitPrice), wanted);
    if (!placed) {
        if (placed.error().code == ErrorCode::Conflict)
            return end(look.work, WorkState::Done, placed.error().detail);
        memory.placedIn = due - 1;
        memory.actedAt = m_core.now();
        memory.text = u"slice %1 was refused: %2"_s.arg(due).arg(placed.error().detail);
    }
}

void WorkDesk::makeMarket(const Look &look)
{
    const WorkRequest &request = look.work.request;
    Memory &memory = m_memory[look.work.id];
    const bool isDue = m_core.now() - memory.actedAt >= std::chrono::seconds(request.seconds);
    if (!isDue && look.children.size() == 2)
        return;
    if (!isDue && memory.actedAt == m_core.now())
        return;
    const InstrumentView &market = m_core.market.at(look.index);
    const bool isTwoSided = market.bid.isPositive() && market.ask.isPositive() && market.bid <= market.ask;
    const double middle = isTwoSided ? (market.bid.toDouble() + market.ask.toDouble()) / 2 : look.last.toDouble();
    if (!(middle > 0))
        return;
    const Quantity held = look.book.isValid() ? m_core.state.portfolio().position(look.book).quantity() : Quantity();
    const double half = request.distance.of(middle, 0) / 2;
    const double share = std::clamp(held.toDouble() / request.inventoryMax.toDouble(), -1.0, 1.0);
    const double centre = middle - request.skew * half * share;
    const Price bid = look.instrument.roundToTick(centre - half, Rounding::Down);
    const Price ask = look.instrument.roundToTick(centre + half, Rounding::Up);
    memory.actedAt = m_core.now();
    memory.level = look.instrument.roundToTick(centre, Rounding::Nearest);
    memory.text = u"%1 to %2 with %3 held"_s.arg(toString(bid), toString(ask), toString(held));
    const Quantity room = request.inventoryMax - held.magnitude();
    const bool isLong = held.isPositive();
    const bool isShort = held.isNegative();
    const Quantity adding = std::min(request.quantity, std::max(Quantity(), room));
    const Quantity closing = std::min(request.quantity, held.magnitude());
    quote(look, Side::Buy, bid, isShort ? closing : adding, isShort ? OrderRole::Exit : OrderRole::Entry);
    const bool canSell = isLong || look.instrument.canShort;
    quote(look, Side::Sell, ask, !canSell ? Quantity() : isLong ? closing : adding, isLong ? OrderRole::Exit : OrderRole::Entry);
}

// Brings the quote of one side to price and size: moves it where that is all, takes it away where it has to be another.
void WorkDesk::quote(const Look &look, Side side, Price price, Quantity quantity, OrderRole role)
{
    Memory &memory = m_memory[look.work.id];
    for (const OrderId id : look.children) {
        const Order &order = *m_core.state.orders().find(id);
        if (order.side != side)
            continue;
        const bool isOpen = order.state() == OrderState::Open || order.state() == OrderState::Partial;
        if (!isOpen)
            return; // its answer comes here again
        const bool isSame = order.role == role && quantity.isPositive() && order.leavesQuantity() <= quantity;
        if (!isSame)
            std::ignore = m_orders.cancel(id, u"quoted anew"_s);
        else if (order.limitPrice != price) {
            if (auto moved = m_orders.modify(id, {price, {}}); !moved)
                memory.text = moved.error().detail;
        }
        return;
    }
    if (!quantity.isPositive() || !price.isPositive())
        return;
    Order child = childOf(look, OrderType::Limit, price);
    child.side = side;
    child.role = role;
    if (auto placed = place(look, std::move(child), quantity); !placed)
        memory.text = u"%1 refused: %2"_s.arg(side == Side::Buy ? u"bid"_s : u"ask"_s, placed.error().detail);
}

} // namespace bellwether
