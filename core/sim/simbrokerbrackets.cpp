// The part of SimBroker that holds stops and targets for their entries: what they may close, and when they end.
#include "core/sim/simbroker.h"

namespace bellwether {

void SimBroker::arm(Book &book, const WorkingOrder &entry, Quantity quantity, const FillChance &chance, const Step &step)
{
    for (WorkingOrder &order : book.orders) {
        if (!order.isAttached || order.isDone || order.parent != entry.id)
            continue;
        order.armed += quantity;
        if (!step.isInside)
            continue;
        order.armedInside += quantity;
        order.armedAt = chance.price;
        order.isArmedByStop = chance.isStop && chance.liquidity == Liquidity::Taker;
    }
}

void SimBroker::closeArmed(Book &book, OrderId parent, Quantity quantity)
{
    for (WorkingOrder &order : book.orders) {
        if (!order.isAttached || order.parent != parent)
            continue;
        order.armed -= std::min(order.armed, quantity);
        order.armedInside = std::min(order.armedInside, order.armed);
    }
}

void SimBroker::fitArmed(const Book &book, WorkingOrder &order)
{
    if (!order.isAttached)
        return;
    // Beyond what its entry may still fill nothing sleeps: a smaller size is cut from what is armed.
    Quantity asleep;
    for (const WorkingOrder &other : book.orders) {
        if (other.id == order.parent && !other.isDone)
            asleep = other.leaves();
    }
    order.armed = std::clamp(order.leaves() - asleep, Quantity(), order.armed);
    order.armedInside = std::min(order.armedInside, order.armed);
}

void SimBroker::endBracket(InstrumentIndex index, OrderId parent, VenueReport::Kind kind, Timestamp time, const QString &reason)
{
    const std::vector<WorkingOrder> &orders = m_books[index].orders;
    const bool isEntryWorking = std::any_of(orders.begin(), orders.end(), [parent](const WorkingOrder &order) {
        return order.id == parent && !order.isDone;
    });
    if (isEntryWorking)
        return; // its next fills arm them again
    const MatchingScope scope(m_depth);
    for (std::size_t position = 0; position < orders.size(); ++position) {
        const WorkingOrder &order = orders[position];
        if (order.isAttached && !order.isDone && order.parent == parent && order.armed.isZero())
            finish(index, position, kind, time, reason);
    }
}

} // namespace bellwether
