#include "core/engine/orderrisk.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

Money OrderRisk::reservedBy(const Order &order) const
{
    const Price price = order.type == OrderType::Market ? order.referencePrice
        : order.limitPrice.isPositive()                 ? order.limitPrice
                                                        : order.stopPrice;
    return m_core.instrumentOf(order.book).notional(price, order.leavesQuantity());
}

Money OrderRisk::workingExposure() const
{
    Money total = Money::zero(m_core.config.startingCash.currency);
    for (const OrderId id : m_core.state.orders().activeEntries())
        total += reservedBy(*m_core.state.orders().find(id));
    return total;
}

Money OrderRisk::lentOn(Product product, const Money &value) const
{
    const double margin = m_core.config.limits.intradayMargin;
    if (product != Product::Intraday || margin >= 1 || !value.amount.isPositive())
        return Money::zero(value.currency);
    return fractionOf(value, Ratio::fromDouble(1 - margin));
}

Money OrderRisk::freeCash() const
{
    const Portfolio &portfolio = m_core.state.portfolio();
    Money free = portfolio.cash() - workingExposure();
    if (m_core.config.limits.intradayMargin >= 1)
        return free;
    for (const BookId book : portfolio.held())
        free += lentOn(m_core.state.productOf(book), portfolio.valueOf(book));
    for (const OrderId id : m_core.state.orders().activeEntries()) {
        const Order &order = *m_core.state.orders().find(id);
        free += lentOn(order.product, reservedBy(order));
    }
    return free;
}

Money OrderRisk::sectorExposure(const QString &sector) const
{
    Money total = Money::zero(m_core.config.startingCash.currency);
    if (sector.isEmpty())
        return total;
    const Portfolio &portfolio = m_core.state.portfolio();
    for (const BookId book : portfolio.held()) {
        if (m_core.instrumentOf(book).sector != sector)
            continue;
        const Money value = portfolio.valueOf(book);
        total += value.amount.isNegative() ? -value : value;
    }
    for (const OrderId id : m_core.state.orders().activeEntries()) {
        const Order &order = *m_core.state.orders().find(id);
        if (m_core.instrumentOf(order.book).sector == sector)
            total += reservedBy(order);
    }
    return total;
}

SizingInput OrderRisk::sizingOf(const StrategyId &strategy, InstrumentIndex index, Price price, Price stop, double confidence, const Position *closing) const
{
    const RiskLimits &limits = m_core.config.limits;
    const Instrument &instrument = m_core.instrument(index);
    const Portfolio &portfolio = m_core.state.portfolio();
    const Money working = workingExposure();
    SizingInput input{portfolio.equity(), portfolio.cash() - working, Money::zero(working.currency), price, stop, confidence};
    Money exposure = portfolio.grossExposure() + working;
    Money sector = sectorExposure(instrument.sector);
    if (closing != nullptr) {
        const Money value = closing->marketValue(m_core.lastPrice(index), instrument);
        input.cash += value;
        exposure -= value.amount.isNegative() ? -value : value;
        sector -= value.amount.isNegative() ? -value : value;
    }
    double room = std::min(limits.exposureMax, limits.leverageMax) * input.equity.toDouble() - exposure.toDouble();
    if (!instrument.sector.isEmpty())
        room = std::min(room, limits.sectorExposureMax * input.equity.toDouble() - sector.toDouble());
    input.exposureRoom.amount = FixedPoint<MoneyTag>::fromDouble(std::clamp(room, 0.0, 9e10));
    if (limits.sizing == SizingMethod::Kelly)
        input.results = m_core.state.scores().resultsOf(strategy);
    if (limits.sizing == SizingMethod::VolatilityTarget)
        input.volatility = m_core.market.yearlyVolatility(index);
    return input;
}

RiskView OrderRisk::viewOf(const OrderDraft &draft, BookId book, bool isBlocked) const
{
    const Order &order = draft.order;
    const InstrumentIndex index = m_core.indexOf(order.instrument);
    const InstrumentView &market = m_core.market.at(index);
    RiskView view{order, m_core.instrument(index), m_core.config.limits, m_core.market.calendarOf(index), m_core.now(), draft.category};
    view.last = market.last;
    if (isReducing(order.role)) {
        viewReduction(draft, book, view);
        return view;
    }
    view.isIntraday = m_core.config.isIntraday(order.strategy, m_core.productOf(order));
    view.squareOffMinutes = m_core.config.squareOffMinutesBeforeClose;
    const DeskState &state = m_core.state;
    view.isKilled = state.isKilled();
    view.isHalted = state.isHalted();
    view.haltReason = state.haltReason();
    view.isRunning = m_core.isRunning() && m_core.shortage.isEmpty();
    if (m_core.isRunning())
        view.stateReason = m_core.shortage;
    else
        view.stateReason = m_core.lifecycleReason.isEmpty() ? u"the engine is %1"_s.arg(toString(m_core.lifecycle)) : m_core.lifecycleReason;
    view.doubt = m_core.trust.account;
    if (const auto found = m_core.trust.instruments.find(index); found != m_core.trust.instruments.end())
        view.doubt = found->second;
    view.isBookBlocked = isBlocked;
    view.lastAt = market.updatedAt;
    view.bid = market.bid;
    view.ask = market.ask;
    view.tradedValue20d = m_core.market.tradedValue(index);
    viewAccount(draft, book, view);
    viewPositions(draft, book, index, view);
    view.lossStreak = state.lossStreak();
    view.lastLossAt = state.lastLossAt();
    view.ownOpposite = ownOpposite(order, index, book);
    m_flow.forgetUntil(m_core.now());
    view.ordersLastSecond = m_flow.lastSecond();
    view.identicalOrdersLastMinute = m_flow.identicalLastMinute(order);
    return view;
}

// Orders of the same book are its own affair: they protect it, or are being closed.
Price OrderRisk::ownOpposite(const Order &order, InstrumentIndex index, BookId own) const
{
    Price best;
    for (const OrderId id : m_core.state.orders().active()) {
        const Order &other = *m_core.state.orders().find(id);
        if (other.side == order.side || other.type != OrderType::Limit || other.book == own || m_core.state.instrumentOf(other.book) != index
            || !m_core.state.orders().armedLeaves(other).isPositive())
            continue;
        const bool isBetter = best.isZero() || (order.side == Side::Buy ? other.limitPrice < best : other.limitPrice > best);
        if (isBetter)
            best = other.limitPrice;
    }
    return best;
}

void OrderRisk::viewReduction(const OrderDraft &draft, BookId book, RiskView &view) const
{
    const Order &order = draft.order;
    if (!book.isValid())
        return;
    const Position &position = m_core.state.portfolio().position(book);
    if (position.isFlat() || position.side() == order.side)
        return;
    view.heldAgainst = position.quantity().magnitude();
    if (order.role == OrderRole::Exit)
        view.heldAgainst -= m_core.state.orders().leaves(book, [](const Order &o) { return o.role == OrderRole::Exit; });
}

void OrderRisk::viewAccount(const OrderDraft &draft, BookId book, RiskView &view) const
{
    const Portfolio &portfolio = m_core.state.portfolio();
    const bool isHeld = book.isValid() && !portfolio.position(book).isFlat();
    const Money working = workingExposure();
    view.equity = portfolio.equity();
    view.cash = freeCash();
    view.grossExposure = portfolio.grossExposure() + working;
    view.openOrders = m_core.state.orders().workingCount();
    view.sectorExposure = sectorExposure(view.instrument.sector);
    view.addsToPosition = isHeld && !draft.releasesBook;
    if (isHeld)
        view.heldProduct = m_core.state.productOf(book);
    if (!draft.releasesBook || !isHeld)
        return;
    // The holding is being closed by an order that goes first: what it ties up becomes free.
    const Money value = portfolio.position(book).marketValue(view.last, view.instrument);
    view.cash += value - lentOn(m_core.state.productOf(book), value);
    const Money tiedUp = value.amount.isNegative() ? -value : value;
    view.grossExposure -= tiedUp;
    if (!view.instrument.sector.isEmpty())
        view.sectorExposure -= tiedUp;
}

void OrderRisk::viewPositions(const OrderDraft &draft, BookId own, InstrumentIndex index, RiskView &view) const
{
    const Portfolio &portfolio = m_core.state.portfolio();
    const OrderBook &orders = m_core.state.orders();
    double highest = std::numeric_limits<double>::quiet_NaN();
    for (const BookId book : portfolio.held()) {
        if (book == own && draft.releasesBook)
            continue;
        ++view.openPositions;
        const InstrumentIndex other = m_core.state.instrumentOf(book);
        if (other == index) {
            ++view.openPositionsInSymbol;
        } else if (portfolio.position(book).side() == draft.order.side) {
            const double value = m_core.market.correlations().between(index, other);
            if (!std::isnan(value) && !(value <= highest)) {
                highest = value;
                view.correlatedWith = m_core.instrument(other).id;
            }
        }
    }
    view.correlationMax = highest;
    for (const OrderId id : orders.activeEntries()) {
        const BookId book = orders.find(id)->book;
        if (!portfolio.position(book).isFlat())
            continue; // counted as held, or being released
        const auto &ofBook = orders.activeOf(book);
        const auto first = std::find_if(ofBook.begin(), ofBook.end(), [&](OrderId o) { return orders.find(o)->role == OrderRole::Entry; });
        if (*first != id)
            continue; // a book counts once, however many entries are at work for it
        ++view.openPositions;
        view.openPositionsInSymbol += m_core.state.instrumentOf(book) == index ? 1 : 0;
        // The trader may split what he builds up; a strategy's next signal waits for its first entry.
        if (book == own && !draft.order.signal.isValid()) {
            view.addsToPosition = true;
            view.heldProduct = orders.find(id)->product;
        }
    }
}

} // namespace bellwether
