#include "core/engine/workdesk.h"

#include "core/indicators/indicatorcatalogue.h"
#include "core/indicators/volatility.h"

#include <QScopeGuard>

#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Severity = DeskEvent::Severity;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr int rangePeriod = 14;

bool movesAStop(WorkKind kind) { return kind == WorkKind::TrailingStop || kind == WorkKind::Breakeven; }

} // namespace

Result<WorkId> WorkDesk::start(const WorkRequest &request)
{
    if (auto valid = validate(request); !valid)
        return failure(valid.error());
    const auto index = m_core.catalogue->indexOf(request.instrument);
    if (!index)
        return failure(ErrorCode::NotFound, u"no instrument %1"_s.arg(request.instrument.toString()));
    const Instrument &instrument = m_core.instrument(*index);
    for (const Price price : {request.limitPrice, request.stopPrice, request.bracketStop, request.bracketTarget}) {
        if (!instrument.isOnTick(price))
            return failure(ErrorCode::InvalidArgument, u"price %1 is not a multiple of the tick %2"_s.arg(toString(price), toString(instrument.tickSize)));
    }
    for (const Quantity quantity : {request.quantity, request.visible, request.inventoryMax}) {
        if (!instrument.isOnLot(quantity))
            return failure(ErrorCode::InvalidArgument, u"quantity %1 is not a multiple of the lot %2"_s.arg(toString(quantity), toString(instrument.lotSize)));
    }
    const bool isIndicator = request.kind == WorkKind::Conditional && !request.condition.indicator.isEmpty();
    if (const auto spec = isIndicator ? parseIndicatorSpec(request.condition.indicator) : Result<IndicatorSpec>(IndicatorSpec()); !spec)
        return failure(spec.error());
    if (!m_core.lastPrice(*index).isPositive())
        return failure(ErrorCode::Stale, u"%1 has no price yet"_s.arg(instrument.symbol));
    const Position *held = m_core.state.portfolio().find({request.strategy, request.instrument});
    const bool isHeld = held != nullptr && !held->isFlat();
    if (movesAStop(request.kind) && !isHeld)
        return failure(ErrorCode::InvalidArgument, u"%1 holds nothing in %2"_s.arg(request.strategy.toString(), instrument.symbol));
    if (request.role == OrderRole::Exit && !movesAStop(request.kind)
        && (!isHeld || held->side() == request.side || request.quantity > held->quantity().magnitude()))
        return failure(ErrorCode::InvalidArgument, u"%1 holds less than that in %2"_s.arg(request.strategy.toString(), instrument.symbol));
    const bool isEntry = !movesAStop(request.kind) && request.role == OrderRole::Entry;
    if (isEntry && (m_core.state.isKilled() || m_core.state.isHalted()))
        return failure(ErrorCode::Denied, m_core.state.isKilled() ? u"the kill switch is latched"_s : m_core.state.haltReason());
    for (const auto &[id, work] : m_core.state.works().active()) {
        if (movesAStop(request.kind) && work.request.kind == request.kind && work.request.strategy == request.strategy
            && work.request.instrument == request.instrument)
            return failure(ErrorCode::Conflict, u"worked order %1 does that already"_s.arg(id.value));
    }
    const WorkId id = m_core.state.works().nextId();
    m_core.record(WorkStarted{id, request});
    m_core.log(Severity::Info, u"order"_s, u"%1 of %2 is worked as order W%3"_s.arg(toString(request.kind), instrument.symbol).arg(id.value));
    look(id);
    return id;
}

Result<void> WorkDesk::cancel(WorkId id, const QString &reason)
{
    const auto &active = m_core.state.works().active();
    const auto found = active.find(id);
    if (found == active.end())
        return failure(ErrorCode::NotFound, u"worked order %1 is not going on"_s.arg(id.value));
    if (found->second.state == WorkState::Working)
        m_core.record(WorkChanged{id, WorkState::Cancelling, found->second.steps, reason});
    look(id);
    return {};
}

int WorkDesk::cancelAll(const QString &reason)
{
    std::vector<WorkId> ids;
    for (const auto &[id, work] : m_core.state.works().active()) {
        if (!movesAStop(work.request.kind))
            ids.push_back(id);
    }
    for (const WorkId id : ids)
        std::ignore = cancel(id, reason);
    return int(ids.size());
}

void WorkDesk::seedBars(InstrumentIndex instrument, Timeframe timeframe, const BarColumns &bars)
{
    BarColumns &kept = m_bars[{instrument, timeframe}];
    kept = {};
    kept.append(bars, bars.size() > barsKept ? bars.size() - barsKept : 0, bars.size());
}

void WorkDesk::onMarket(const MarketEvent &event, bool hasMoved)
{
    const auto *timed = std::get_if<TimedBar>(&event.payload);
    if (timed != nullptr && m_core.config.mode != RunMode::Backtest) {
        BarColumns &bars = m_bars[{event.instrument, timed->timeframe}];
        bars.append(timed->bar);
        if (bars.size() >= 2 * barsKept) {
            BarColumns newest;
            newest.append(bars, bars.size() - barsKept, bars.size());
            bars = std::move(newest);
        }
    }
    const auto &active = m_core.state.works().active();
    if (active.empty() || (!hasMoved && timed == nullptr))
        return;
    std::vector<WorkId> ids;
    for (const auto &[id, work] : active) {
        if (m_core.indexOf(work.request.instrument) == event.instrument)
            ids.push_back(id);
    }
    for (const WorkId id : ids)
        look(id);
}

void WorkDesk::onOrder(OrderId child)
{
    const WorkId id = m_core.state.works().parentOf(child);
    if (id.isValid())
        look(id);
}

void WorkDesk::checkTime()
{
    std::vector<WorkId> ids;
    for (const auto &[id, work] : m_core.state.works().active())
        ids.push_back(id);
    for (const WorkId id : ids)
        look(id);
}

bool WorkDesk::addsRisk(const Work &work) const
{
    return !movesAStop(work.request.kind) && work.request.role == OrderRole::Entry;
}

// One look at a time: what a step causes is looked at after it.
void WorkDesk::look(WorkId id)
{
    m_waiting.push_back(id);
    if (m_isLooking)
        return;
    m_isLooking = true;
    const auto looked = qScopeGuard([this] { // after a fault too: they have to be cancelled later
        m_waiting.clear();
        m_isLooking = false;
    });
    for (int turns = 0; !m_waiting.empty() && turns < 64; ++turns) {
        const WorkId next = m_waiting.back();
        m_waiting.pop_back();
        const auto &active = m_core.state.works().active();
        const auto found = active.find(next);
        if (found == active.end()) {
            m_memory.erase(next);
            continue;
        }
        const Work &work = found->second;
        if (work.state == WorkState::Working && addsRisk(work) && (m_core.state.isKilled() || m_core.state.isHalted()))
            m_core.record(WorkChanged{next, WorkState::Cancelling, work.steps, m_core.state.isKilled() ? u"kill switch"_s : m_core.state.haltReason()});
        const Look view = lookAt(work);
        if (work.state == WorkState::Cancelling) {
            finishCancelling(view);
            continue;
        }
        switch (work.request.kind) {
        case WorkKind::TrailingStop: trail(view); break;
        case WorkKind::Breakeven: breakEven(view); break;
        case WorkKind::Oco: oco(view); break;
        case WorkKind::Conditional: conditional(view); break;
        case WorkKind::Iceberg: iceberg(view); break;
        case WorkKind::Twap:
        case WorkKind::Vwap: slice(view); break;
        case WorkKind::MarketMaker: makeMarket(view); break;
        }
    }
}

WorkDesk::Look WorkDesk::lookAt(const Work &work) const
{
    const InstrumentIndex index = m_core.indexOf(work.request.instrument);
    Look look{work, index, m_core.instrument(index), m_core.state.portfolio().idOf({work.request.strategy, work.request.instrument}),
              m_core.lastPrice(index), {}, {}};
    if (!look.book.isValid())
        return look;
    for (const OrderId id : m_core.state.orders().activeOf(look.book)) {
        const Order &order = *m_core.state.orders().find(id);
        if (m_core.state.works().parentOf(id) != work.id || isReducing(order.role) != isReducing(work.request.role)) {
            // The stop and target of a child's bracket are no slices; a maker reduces and adds.
            if (m_core.state.works().parentOf(id) != work.id || work.request.kind != WorkKind::MarketMaker)
                continue;
        }
        look.children.push_back(id);
        look.reserved += order.leavesQuantity();
    }
    return look;
}

void WorkDesk::finishCancelling(const Look &look)
{
    cancelChildren(look, look.work.reason);
    if (lookAt(look.work).children.empty())
        end(look.work, WorkState::Cancelled, look.work.reason);
}

// Asks for every child that can be cancelled now; those of which nothing is known yet come later. Whether none is left.
bool WorkDesk::cancelChildren(const Look &look, const QString &reason)
{
    for (const OrderId id : look.children)
        std::ignore = m_orders.cancel(id, reason);
    return look.children.empty();
}

void WorkDesk::step(const Work &work, int steps) { m_core.record(WorkChanged{work.id, WorkState::Working, steps, {}}); }

void WorkDesk::end(const Work &work, WorkState state, const QString &reason)
{
    const WorkId id = work.id;
    const QString text = u"worked order W%1 (%2) %3%4"_s.arg(id.value).arg(toString(work.request.kind), toString(state),
                                                              reason.isEmpty() ? QString() : u": "_s + reason);
    m_core.record(WorkChanged{id, state, work.steps, reason});
    m_core.log(state == WorkState::Failed ? Severity::Warning : Severity::Info, u"order"_s, text);
    m_memory.erase(id);
}

Order WorkDesk::childOf(const Look &look, OrderType type, Price limit) const
{
    const WorkRequest &request = look.work.request;
    Order child;
    child.strategy = request.strategy;
    child.instrument = request.instrument;
    child.role = request.role;
    child.side = request.side;
    child.type = type;
    if (request.role == OrderRole::Entry)
        child.product = request.product;
    child.limitPrice = limit;
    child.referencePrice = look.last;
    child.reason = u"%1 W%2"_s.arg(toString(request.kind)).arg(look.work.id.value);
    return child;
}

// Never more than the parent lacks; a reduction never more than is held and not being closed already.
Result<OrderId> WorkDesk::place(const Look &look, Order order, Quantity quantity)
{
    if (order.role == OrderRole::Exit) {
        const Position &position = m_core.state.portfolio().position(look.book);
        const Quantity closing = m_core.state.orders().leaves(look.book, [](const Order &o) { return o.role == OrderRole::Exit; });
        const bool isAgainst = !position.isFlat() && position.side() != order.side;
        quantity = std::min(quantity, isAgainst ? position.quantity().magnitude() - closing : Quantity());
        if (!quantity.isPositive())
            return failure(ErrorCode::Conflict, u"nothing is held that could be closed"_s);
    }
    order.quantity = Quantity::fromRaw(quantity.raw() / look.instrument.lotSize.raw() * look.instrument.lotSize.raw());
    if (!order.quantity.isPositive())
        return failure(ErrorCode::InvalidArgument, u"less than one lot is left"_s);
    OrderDraft draft{std::move(order)};
    draft.work = look.work.id;
    return m_orders.place(std::move(draft));
}

double WorkDesk::rangeOf(const Look &look) const
{
    const auto found = m_bars.find({look.index, look.work.request.timeframe});
    if (found == m_bars.end())
        return unknown;
    Atr range(rangePeriod);
    double value = unknown;
    const BarColumns &bars = found->second;
    for (std::size_t row = 0; row < bars.size(); ++row)
        value = range.update(bars.high[row], bars.low[row], bars.close[row]);
    return value;
}

double WorkDesk::indicatorOf(InstrumentIndex instrument, const WorkCondition &condition) const
{
    const auto found = m_bars.find({instrument, condition.timeframe});
    const auto spec = parseIndicatorSpec(condition.indicator);
    if (found == m_bars.end() || found->second.isEmpty() || !spec)
        return unknown;
    return computeIndicator(*spec, found->second).front().values.back();
}

double WorkDesk::volumeShare(const Look &look, double share) const
{
    // The usual volume of each quarter of an hour of the venue's day; where one was never seen, the mean of the others.
    constexpr int quarters = 96;
    std::array<double, quarters> sum{};
    std::array<int, quarters> count{};
    const auto found = m_bars.find({look.index, Timeframe::M15});
    if (found == m_bars.end() || found->second.size() < 4)
        return share;
    const BarColumns &bars = found->second;
    double total = 0;
    for (std::size_t row = 0; row < bars.size(); ++row) {
        const auto at = std::size_t((bars.closeTime[row].seconds() - 1) / 900 % quarters);
        sum[at] += bars.volume[row];
        ++count[at];
        total += bars.volume[row];
    }
    const double mean = total / double(bars.size());
    if (!(mean > 0))
        return share;
    const auto between = [&](double from, double to) {
        double volume = 0;
        for (double at = from; at < to;) {
            const double next = std::min(to, (std::floor(at / 900) + 1) * 900);
            const auto quarter = std::size_t(std::int64_t(std::floor(at / 900)) % quarters);
            volume += (count[quarter] > 0 ? sum[quarter] / count[quarter] : mean) * (next - at);
            at = next;
        }
        return volume;
    };
    const double from = double(look.work.startedAt.ns()) / 1e9;
    const double to = from + look.work.request.seconds;
    const double whole = between(from, to);
    return whole > 0 ? between(from, from + share * look.work.request.seconds) / whole : share;
}

QString WorkDesk::outcomeOf(const Look &look) const
{
    return u"%1 of %2 filled"_s.arg(toString(look.work.filled), toString(look.work.request.quantity));
}

double WorkDesk::progressOf(const Work &work) const
{
    switch (work.request.kind) {
    case WorkKind::TrailingStop:
    case WorkKind::Breakeven:
    case WorkKind::MarketMaker: return unknown;
    default: return work.filled.toDouble() / work.request.quantity.toDouble();
    }
}

std::shared_ptr<const std::vector<WorkRow>> WorkDesk::rows() const
{
    const WorkBook &works = m_core.state.works();
    if (m_rows && works.active().empty() && m_rowsAt == m_core.lastSequence())
        return m_rows;
    m_rowsAt = m_core.lastSequence();
    std::vector<WorkRow> rows;
    const auto add = [&](const Work &work) {
        const Instrument *instrument = m_core.catalogue->find(work.request.instrument);
        WorkRow row;
        row.id = work.id;
        row.request = work.request;
        row.state = work.state;
        row.symbol = instrument->symbol;
        row.filled = work.filled;
        row.averagePrice = work.averagePrice();
        row.progress = progressOf(work);
        row.text = work.reason;
        if (const auto memory = m_memory.find(work.id); memory != m_memory.end() && work.state == WorkState::Working) {
            row.text = memory->second.text;
            row.level = memory->second.level;
        }
        row.startedAt = work.startedAt;
        if (work.request.kind == WorkKind::Twap || work.request.kind == WorkKind::Vwap)
            row.endsAt = work.startedAt + std::chrono::seconds(work.request.seconds);
        row.priceDecimals = instrument->priceDecimals();
        row.quantityDecimals = instrument->quantityDecimals();
        rows.push_back(std::move(row));
    };
    for (const auto &[id, work] : works.active() | std::views::reverse)
        add(work);
    for (const Work &work : works.ended() | std::views::reverse)
        add(work);
    return m_rows = std::make_shared<const std::vector<WorkRow>>(std::move(rows));
}

} // namespace bellwether
