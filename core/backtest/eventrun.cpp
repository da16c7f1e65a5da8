#include "core/backtest/eventrun.h"

#include "core/backtest/exitlevels.h"
#include "core/backtest/stoptrail.h"
#include "core/backtest/tradebook.h"
#include "core/market/baraggregator.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// `first` is where the stop of the entry was.
ExitReason reasonOf(const Order &order, Price first)
{
    switch (order.role) {
    case OrderRole::StopLoss: return order.stopPrice == first ? ExitReason::Stop : ExitReason::MovedStop;
    case OrderRole::TakeProfit: return ExitReason::Target;
    case OrderRole::Entry: return ExitReason::Signal;
    case OrderRole::Exit: break;
    }
    if (order.signal.isValid())
        return ExitReason::Signal;
    if (order.reason == u"time stop")
        return ExitReason::TimeStop;
    return order.reason == u"intraday square-off" ? ExitReason::SquareOff : ExitReason::Other;
}

/// Collects what the engine says while the bars go by.
class Recorder final : public EngineListener {
public:
    Recorder(const InstrumentCatalogue &catalogue, std::span<const RunActor> actors, RunResult &result)
        : m_catalogue(catalogue), m_result(result)
    {
        for (const RunActor &actor : actors)
            m_strategies.emplace(actor.strategy->info().id, actor.index);
        m_hasIndex = std::ranges::any_of(catalogue.all(), [](const Instrument &one) { return one.kind == InstrumentKind::Index; });
    }

    void watch(const TradingEngine &engine) { m_engine = &engine; }
    void enterBar(std::uint32_t bar, double equity)
    {
        m_bar = bar;
        m_equity = equity;
    }
    // The texts are made where the venue turns every order away, so that these are counted.
    bool wantsNarration() const override { return m_hasIndex; }
    void onOrder(const OrderRow &row) override
    {
        if (row.order.role == OrderRole::Entry && row.order.state() == OrderState::Rejected)
            ++m_result.denied["rejected_by_the_venue"];
    }
    void onFill(const FillRow &row) override
    {
        const DeskState &state = m_engine->state();
        const InstrumentIndex index = *m_catalogue.indexOf(row.fill.instrument);
        FillContext context{.bar = m_bar, .equityBefore = m_equity, .instrument = std::uint16_t(index)};
        if (const auto known = m_strategies.find(row.fill.strategy); known != m_strategies.end())
            context.strategy = known->second;
        if (const Order *order = state.orders().find(row.fill.order)) {
            const Order *entry = state.orders().find(order->parent);
            context.exitReason = reasonOf(*order, entry == nullptr ? Price() : entry->bracketStop);
            context.bracketStop = order->bracketStop;
            context.bracketTarget = order->bracketTarget;
            const QueuedSignal *queued = state.signalQueue().find(order->signal);
            if (order->role == OrderRole::Entry && queued != nullptr) {
                const auto reasons = queued->signal.reasons.all();
                context.reasonFirst = std::uint32_t(m_result.reasons.size());
                context.reasonCount = std::uint32_t(reasons.size());
                m_result.reasons.insert(m_result.reasons.end(), reasons.begin(), reasons.end());
            }
        }
        m_book.apply(row.fill, m_catalogue.at(index), context);
    }
    const TradeBook &book() const { return m_book; }
    /// The Kelly share of a strategy after the trades that it has closed.
    double kellyShare(const StrategyId &strategy, const KellyRule &rule)
    {
        const auto &trades = m_book.trades();
        for (; m_counted < trades.size(); ++m_counted)
            m_kelly[trades[m_counted].strategy].add(trades[m_counted].pnl.toDouble());
        return m_kelly[m_strategies.at(strategy)].share(rule);
    }

private:
    const InstrumentCatalogue &m_catalogue;
    RunResult &m_result;
    std::map<StrategyId, std::uint16_t> m_strategies;
    const TradingEngine *m_engine = nullptr;
    TradeBook m_book;
    std::map<std::uint16_t, KellyRecord> m_kelly;   ///< by strategy, of the first `m_counted` trades
    std::size_t m_counted = 0;
    bool m_hasIndex = false;
    std::uint32_t m_bar = 0;
    double m_equity = 0;
};

// What the live desk seeds from its feed before it starts.
void warm(MarketView &market, InstrumentIndex index, const RunLeg &leg, Timeframe timeframe)
{
    if (leg.firstRow == 0)
        return;
    BarColumns before;
    before.append(*leg.bars, 0, leg.firstRow);
    market.seedDays(index, timeframe < Timeframe::D1 ? aggregate(before, Timeframe::D1, *leg.calendar) : before);
    constexpr Timeframe correlated = MarketView::correlationTimeframe;
    if (timeframe <= correlated)
        market.seedCorrelation(index, timeframe < correlated ? aggregate(before, correlated, *leg.calendar) : before);
}

void collect(const TradingEngine &engine, const SimBroker &broker, const Recorder &recorder, std::span<const RunLeg> legs,
             RunResult &result)
{
    result.trades = recorder.book().trades();
    for (const RunLeg &leg : legs) {
        const auto open = recorder.book().open(leg.instrument, Price::fromDouble(leg.bars->close[leg.lastRow - 1]));
        result.open.insert(result.open.end(), open.begin(), open.end());
    }
    result.finalEquity = engine.state().portfolio().equity();
    for (const auto &[rule, count] : engine.state().refusals())
        result.denied[rule.toStdString()] += std::size_t(count);
    for (const auto &[cause, count] : engine.signalDesk().dropped())
        result.denied[cause.toStdString()] += std::size_t(count);
    for (const char *kind : {"commission", "spread", "slippage"})
        result.costs[kind] = Money::zero(result.finalEquity.currency);
    for (const CostBreakdown &costs : broker.costs()) {
        for (std::size_t kind = 0; kind < costKindCount; ++kind) {
            const Money amount = costs.of(CostKind(kind));
            if (!amount.amount.isZero())
                result.costs[toString(CostKind(kind)).toStdString()] = amount;
        }
    }
}

CataloguePtr catalogueOf(std::span<const RunLeg> legs, bool canShort)
{
    std::vector<Instrument> instruments;
    for (const RunLeg &leg : legs) {
        instruments.push_back(leg.instrument);
        instruments.back().canShort = canShort;
    }
    return std::make_shared<const InstrumentCatalogue>(std::move(instruments));
}

/// The stops of one strategy in one leg as its holdings go along.
struct TrailedBook {
    BookKey key;
    StopTrail trail;
    Timestamp openedAt = {};
    Side side = Side::Buy;

    /// Whether this is another holding than the one before.
    bool takes(const Position &position)
    {
        const bool isNew = position.openedAt() != openedAt || position.side() != side;
        openedAt = position.openedAt();
        side = position.side();
        return isNew;
    }
};

/// The engine of one run with everything around it.
class EventRun {
public:
    EventRun(const EventSetup &setup, std::span<const RunLeg> legs, std::span<const RunActor> actors);

    RunResult run(const RunObserver &observer);

private:
    EngineConfig config();
    void warmUp();
    void onBar(const BarMerge::Row &at);
    void showPath(const BarMerge::Row &at);
    void moveStops(std::size_t leg, const BarPoint &bar);

    const EventSetup &m_setup;
    std::span<const RunLeg> m_legs;
    std::vector<std::vector<Strategy *>> m_actors; ///< by leg
    std::vector<ExitLevels> m_levels;              ///< by leg
    std::vector<std::vector<TrailedBook>> m_trails; ///< by leg; empty where no stop moves
    const std::vector<Timestamp> m_marks;
    CataloguePtr m_catalogue;
    SimClock m_clock;
    SimBroker m_broker;
    NullJournal m_journal;
    TradingEngine m_engine;
    RunResult m_result;
    Recorder m_recorder;
    std::uint64_t m_sequence = 0;
    std::vector<PathBar> m_path;                   ///< inside the present bar
};

SimBrokerSettings venueOf(const EventSetup &setup)
{
    SimBrokerSettings venue = setup.venue;
    venue.allowShort = setup.plan.canShort;
    return venue;
}

EngineConfig configOf(const EventSetup &setup)
{
    EngineConfig config = setup.engine;
    config.reconcileEverySeconds = 0; // the venue is an object of this run
    config.mode = RunMode::Backtest;
    config.startingCash = setup.plan.capital;
    config.calendar = setup.plan.calendar;
    return config;
}

std::vector<const ExchangeCalendar *> calendarsOf(const EventSetup &setup, std::span<const RunLeg> legs)
{
    std::vector<const ExchangeCalendar *> sessions;
    for (const RunLeg &leg : legs)
        sessions.push_back(&sessionsOf(setup.plan, leg));
    return sessions;
}

EventRun::EventRun(const EventSetup &setup, std::span<const RunLeg> legs, std::span<const RunActor> actors)
    : m_setup(setup), m_legs(legs), m_actors(legs.size()), m_levels(legs.size(), ExitLevels(setup.plan.exits)), m_marks(marksOf(legs)),
      m_catalogue(catalogueOf(legs, setup.plan.canShort)), m_clock(m_marks.front() - durationOf(setup.plan.timeframe)),
      m_broker(m_catalogue, m_clock, venueOf(setup)),
      m_engine(config(), m_catalogue, calendarsOf(setup, legs), m_clock, m_broker, m_journal),
      m_recorder(*m_catalogue, actors, m_result)
{
    m_result.startOver(m_marks.size());
    for (const RunActor &actor : actors)
        m_actors.at(actor.leg).push_back(actor.strategy);
    if (const StopTrail trail(setup.plan.exits); trail.isActive()) {
        m_trails.resize(legs.size());
        for (const RunActor &actor : actors)
            m_trails[actor.leg].push_back({{StrategyId(actor.strategy->info().id), legs[actor.leg].instrument.id}, trail});
    }
    m_journal.setCommitSink([this](std::uint64_t upTo) { m_engine.onCommitted(upTo); });
    m_engine.setMarketTap([this](const MarketEvent &event) { m_broker.onMarket(event); });
    m_recorder.watch(m_engine);
    m_engine.setListener(&m_recorder);
}

EngineConfig EventRun::config()
{
    EngineConfig config = configOf(m_setup);
    if (m_setup.plan.sizing == SizingKind::Kelly)
        config.percentOf = [this](const StrategyId &strategy) { return m_recorder.kellyShare(strategy, m_setup.plan.kelly); };
    return config;
}

void EventRun::warmUp()
{
    for (std::size_t index = 0; index < m_legs.size(); ++index) {
        const RunLeg &leg = m_legs[index];
        warm(m_engine.market(), InstrumentIndex(index), leg, m_setup.plan.timeframe);
        for (std::size_t row = 0; m_levels[index].needsBars() && row < leg.firstRow; ++row)
            m_levels[index].onBar(leg.bars->high[row], leg.bars->low[row], leg.bars->close[row]);
        for (Strategy *strategy : m_actors[index])
            for (std::size_t row = 0; row < leg.firstRow; ++row)
                std::ignore = strategy->onBar(leg.bars->point(row));
    }
}

void EventRun::showPath(const BarMerge::Row &at)
{
    m_path.clear();
    if (const auto &detail = m_legs[at.leg].detail)
        for (auto [row, last] = detail->inside(at.row); row < last; ++row)
            m_path.push_back({detail->openTime(row), detail->columns().bar(row)});
    m_broker.setPath(m_path);
}

void EventRun::onBar(const BarMerge::Row &at)
{
    showPath(at);
    const BarPoint point = m_legs[at.leg].bars->point(at.row);
    m_engine.onMarket({++m_sequence, InstrumentIndex(at.leg), at.time, TimedBar{m_setup.plan.timeframe, barOf(point)}});
    ExitLevels &levels = m_levels[at.leg];
    if (levels.needsBars())
        levels.onBar(point.high, point.low, point.close);
    moveStops(at.leg, point);
    for (Strategy *strategy : m_actors[at.leg]) {
        if (auto signal = strategy->onBar(point)) {
            ++m_result.signalCount;
            levels.apply(*signal);
            m_engine.onSignal(*signal);
        }
    }
}

// The bar is over: from the next one on the stops are where its best price brought them.
void EventRun::moveStops(std::size_t leg, const BarPoint &bar)
{
    if (m_trails.empty())
        return;
    const Instrument &instrument = m_catalogue->at(InstrumentIndex(leg));
    const DeskState &state = m_engine.state();
    for (TrailedBook &one : m_trails[leg]) {
        const BookId book = state.portfolio().idOf(one.key);
        if (!book.isValid() || state.portfolio().position(book).isFlat())
            continue;
        const Position &position = state.portfolio().position(book);
        const Price entry = position.averagePrice(instrument);
        if (one.takes(position))
            one.trail.start(position.side(), entry);
        const Price stop = one.trail.after(bar.high, bar.low, m_levels[leg].range(), entry, instrument);
        Price present;
        bool isClosing = false;
        for (const OrderId id : state.orders().activeOf(book)) {
            const Order &order = *state.orders().find(id);
            isClosing |= order.role == OrderRole::Exit;
            if (order.role == OrderRole::StopLoss)
                present = order.stopPrice;
        }
        if (!isClosing && isNearer(stop, present, position.side()))
            std::ignore = m_engine.moveStop(book, stop); // what is refused is tried again after the next bar
    }
}

RunResult EventRun::run(const RunObserver &observer)
{
    warmUp();
    m_engine.start(true);
    BarMerge merge(m_legs);
    auto at = merge.next();
    double equity = m_setup.plan.capital.toDouble();
    for (std::size_t mark = 0; mark < m_marks.size(); ++mark) {
        m_clock.advanceTo(m_marks[mark]);
        m_recorder.enterBar(std::uint32_t(mark), equity);
        for (; at && at->time == m_marks[mark]; at = merge.next())
            onBar(*at);
        equity = m_engine.state().portfolio().equity().toDouble();
        m_result.equity[mark] = equity;
        const std::size_t done = mark + 1;
        if (observer && done % barsPerProgress == 0
            && !observer({done, m_marks.size(), std::span(m_marks).first(done), std::span<const double>(m_result.equity).first(done)})) {
            m_result.wasCancelled = true;
            return std::move(m_result);
        }
    }
    m_engine.stop(true);
    collect(m_engine, m_broker, m_recorder, m_legs, m_result);
    return std::move(m_result);
}

// A range is not known on the first bars.
bool usesDefault(const ExitDistance &distance)
{
    return distance.kind == ExitDistance::Kind::Default || distance.kind == ExitDistance::Kind::Atr;
}

} // namespace

const ExchangeCalendar &sessionsOf(const RunPlan &plan, const RunLeg &leg)
{
    return isIntraday(plan.timeframe) ? *leg.calendar : ExchangeCalendar::crypto();
}

EventSetup plainSetup(const RunPlan &plan)
{
    RiskLimits limits = RiskLimits::unrestricted();
    limits.sizing = plan.sizing == SizingKind::Fixed ? SizingMethod::FixedQuantity : SizingMethod::PercentOfEquity;
    limits.percentPerTrade = plan.sizePercent.toDouble();
    limits.fixedQuantity = plan.sizeUnits;
    limits.confidenceCutoff = plan.confidenceMin;
    SimBrokerSettings venue;
    venue.costs.spread = plan.costs.spread;
    if (!plan.costs.slippage.isZero())
        venue.costs.slippage = {SlippageModel::Kind::Percent, {}, plan.costs.slippage};
    if (!plan.costs.commission.isZero())
        venue.costs.commission = CostSchedule::percent(plan.costs.commission);
    venue.costs.roundsToTick = false;
    EventSetup setup = deskSetup(plan, {}, limits, venue); // no strategy has a schedule
    ExitRules &exits = setup.plan.exits;
    for (ExitDistance *distance : {&exits.stop, &exits.target})
        if (distance->kind == ExitDistance::Kind::Default)
            distance->kind = ExitDistance::Kind::None;
    setup.engine.usesBrackets = std::ranges::any_of(std::array{exits.stop, exits.target, exits.trail, exits.breakeven},
                                                    [](const ExitDistance &distance) { return distance.kind != ExitDistance::Kind::None; });
    setup.engine.usesDefaultStop = setup.engine.usesDefaultTarget = false;
    return setup;
}

EventSetup deskSetup(const RunPlan &plan, std::span<const RunStrategy> strategies, const RiskLimits &limits, SimBrokerSettings venue)
{
    EventSetup setup{plan, {}, std::move(venue)};
    setup.venue.fillTiming = plan.fill == FillMoment::NextOpen ? FillTiming::NextOpen : FillTiming::Close;
    setup.venue.keepsFinalOrders = false;
    setup.engine.limits = limits;
    setup.engine.usesDefaultStop = usesDefault(plan.exits.stop);
    setup.engine.usesDefaultTarget = usesDefault(plan.exits.target);
    if (plan.exits.timeStopMinutes) {
        setup.engine.limits.timeStopMinutes = *plan.exits.timeStopMinutes;
        setup.engine.timeStopsAll = true;
    }
    // Bars of a day and longer close when the session is over; a schedule within the day has no meaning there.
    if (isIntraday(plan.timeframe))
        for (const RunStrategy &strategy : strategies)
            setup.engine.categories[StrategyId(strategy.info->id)] = strategy.ranAs();
    return setup;
}

RunResult runEvents(const EventSetup &setup, std::span<const RunLeg> legs, std::span<const RunActor> actors, const RunObserver &observer)
{
    if (setup.plan.sizing == SizingKind::AllIn)
        throw Fault(QStringLiteral("all-in sizing is not the engine's"));
    const auto isBad = [](const RunLeg &leg) { return leg.firstRow >= leg.lastRow || leg.lastRow > leg.bars->size(); };
    if (legs.empty() || std::any_of(legs.begin(), legs.end(), isBad))
        throw Fault(QStringLiteral("event run outside its terms"));
    return EventRun(setup, legs, actors).run(observer);
}

RunResult runEvents(const EventSetup &setup, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                    std::size_t lastRow, const RunObserver &observer)
{
    const RunLeg leg = borrowedLeg(setup.plan.instrument, *setup.plan.calendar, bars, firstRow, lastRow);
    const RunActor actor{&strategy, 0, 0};
    return runEvents(setup, std::span(&leg, 1), std::span(&actor, 1), observer);
}

} // namespace bellwether
