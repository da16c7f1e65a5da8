#include "core/backtest/eventrun.h"

#include "core/backtest/tradebook.h"
#include "core/market/baraggregator.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

ExitReason reasonOf(const Order &order)
{
    switch (order.role) {
    case OrderRole::StopLoss: return ExitReason::Stop;
    case OrderRole::TakeProfit: return ExitReason::Target;
    case OrderRole::Entry: return ExitReason::Signal;
    case OrderRole::Exit: break;
    }
    if (order.signal.isValid())
        return ExitReason::Signal;
    return order.reason == u"time stop" ? ExitReason::TimeStop : ExitReason::Other;
}

/// Collects what the engine says while the bars go by.
class Recorder final : public EngineListener {
public:
    Recorder(const Instrument &instrument, RunResult &result) : m_instrument(instrument), m_result(result) {}

    void watch(const TradingEngine &engine) { m_engine = &engine; }
    void enterBar(std::uint32_t bar, double equity)
    {
        m_bar = bar;
        m_equity = equity;
    }
    bool wantsNarration() const override { return false; }
    void onFill(const FillRow &row) override
    {
        const DeskState &state = m_engine->state();
        FillContext context{.bar = m_bar, .equityBefore = m_equity};
        if (const Order *order = state.orders().find(row.fill.order)) {
            context.exitReason = reasonOf(*order);
            context.bracketStop = order->bracketStop;
            const QueuedSignal *queued = state.signalQueue().find(order->signal);
            if (order->role == OrderRole::Entry && queued != nullptr) {
                const auto reasons = queued->signal.reasons.all();
                context.reasonFirst = std::uint32_t(m_result.reasons.size());
                context.reasonCount = std::uint32_t(reasons.size());
                m_result.reasons.insert(m_result.reasons.end(), reasons.begin(), reasons.end());
            }
        }
        m_book.apply(row.fill, m_instrument, context);
    }
    const TradeBook &book() const { return m_book; }

private:
    const Instrument &m_instrument;
    RunResult &m_result;
    const TradingEngine *m_engine = nullptr;
    TradeBook m_book;
    std::uint32_t m_bar = 0;
    double m_equity = 0;
};

// What the live desk seeds from its feed before it starts.
void warm(TradingEngine &engine, const RunPlan &plan, const BarColumns &bars, std::size_t firstRow)
{
    if (firstRow == 0)
        return;
    BarColumns before;
    before.append(bars, 0, firstRow);
    engine.market().seedDays(0, plan.timeframe < Timeframe::D1 ? aggregate(before, Timeframe::D1, *plan.calendar) : before);
    if (plan.timeframe <= MarketView::correlationTimeframe)
        engine.market().seedCorrelation(
            0, plan.timeframe < MarketView::correlationTimeframe ? aggregate(before, MarketView::correlationTimeframe, *plan.calendar)
                                                                 : before);
}

void collect(const TradingEngine &engine, const SimBroker &broker, const Recorder &recorder, const RunPlan &plan, Price last,
             RunResult &result)
{
    result.trades = recorder.book().trades();
    result.open = recorder.book().open(plan.instrument, last);
    result.finalEquity = engine.state().portfolio().equity();
    for (const auto &[rule, count] : engine.state().refusals())
        result.denied[rule.toStdString()] += std::size_t(count);
    for (const auto &[cause, count] : engine.signalDesk().dropped())
        result.denied[cause.toStdString()] += std::size_t(count);
    for (const char *kind : {"commission", "spread", "slippage"})
        result.costs[kind] = Money::zero(plan.capital.currency);
    for (const CostBreakdown &costs : broker.costs()) {
        for (std::size_t kind = 0; kind < costKindCount; ++kind) {
            const Money amount = costs.of(CostKind(kind));
            if (!amount.amount.isZero())
                result.costs[toString(CostKind(kind)).toStdString()] = amount;
        }
    }
}

} // namespace

EventSetup plainSetup(const RunPlan &plan, const StrategyInfo &info)
{
    if (plan.sizing == SizingKind::AllIn)
        throw Fault(QStringLiteral("all-in sizing belongs to the column run"));
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
    EventSetup setup = deskSetup(plan, info, limits, venue);
    setup.engine.usesBrackets = false;
    setup.engine.categories.clear(); // no schedule
    return setup;
}

EventSetup deskSetup(const RunPlan &plan, const StrategyInfo &info, const RiskLimits &limits, SimBrokerSettings venue)
{
    EventSetup setup{plan, {}, std::move(venue)};
    setup.venue.fillTiming = plan.fill == FillMoment::NextOpen ? FillTiming::NextOpen : FillTiming::Close;
    setup.venue.keepsFinalOrders = false;
    setup.engine.limits = limits;
    // Bars of a day and longer close when the session is over; a schedule within the day has no meaning there.
    if (isIntraday(plan.timeframe))
        setup.engine.categories[StrategyId(info.id)] = info.category;
    return setup;
}

RunResult runEvents(const EventSetup &setup, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                    std::size_t lastRow, const RunObserver &observer)
{
    const RunPlan &plan = setup.plan;
    if (firstRow >= lastRow || lastRow > bars.size())
        throw Fault(QStringLiteral("event run outside its terms"));
    RunResult result;
    result.startOver(lastRow - firstRow);
    Instrument instrument = plan.instrument;
    instrument.canShort = plan.canShort;
    const auto catalogue = std::make_shared<const InstrumentCatalogue>(std::vector{instrument});
    // A daily bar arrives at the end of its session, where an intraday order would be refused.
    const ExchangeCalendar &sessions = isIntraday(plan.timeframe) ? *plan.calendar : ExchangeCalendar::crypto();

    SimClock clock(bars.closeTime[firstRow] - durationOf(plan.timeframe));
    SimBrokerSettings venue = setup.venue;
    venue.allowShort = plan.canShort;
    SimBroker broker(catalogue, clock, venue);
    EngineConfig config = setup.engine;
    config.mode = RunMode::Backtest;
    config.startingCash = plan.capital;
    config.calendar = plan.calendar;
    NullJournal journal;
    TradingEngine engine(std::move(config), catalogue, {&sessions}, clock, broker, journal);
    journal.setCommitSink([&engine](std::uint64_t upTo) { engine.onCommitted(upTo); });
    engine.setMarketTap([&broker](const MarketEvent &event) { broker.onMarket(event); });
    Recorder recorder(catalogue->at(0), result);
    recorder.watch(engine);
    engine.setListener(&recorder);
    warm(engine, plan, bars, firstRow);
    for (std::size_t row = 0; row < firstRow; ++row)
        std::ignore = strategy.onBar(bars.point(row));

    engine.start(true);
    for (std::size_t row = firstRow; row < lastRow; ++row) {
        clock.advanceTo(bars.closeTime[row]);
        recorder.enterBar(std::uint32_t(row - firstRow), row == firstRow ? plan.capital.toDouble() : result.equity[row - firstRow - 1]);
        engine.onMarket({row - firstRow + 1, 0, bars.closeTime[row], TimedBar{plan.timeframe, bars.bar(row)}});
        if (const auto signal = strategy.onBar(bars.point(row))) {
            ++result.signalCount;
            engine.onSignal(*signal);
        }
        result.equity[row - firstRow] = engine.state().portfolio().equity().toDouble();
        const std::size_t done = row - firstRow + 1;
        if (observer && done % barsPerProgress == 0
            && !observer({done, lastRow - firstRow, std::span(bars.closeTime).subspan(firstRow, done),
                          std::span<const double>(result.equity).first(done)})) {
            result.wasCancelled = true;
            return result;
        }
    }
    engine.stop(true);
    collect(engine, broker, recorder, plan, Price::fromDouble(bars.close[lastRow - 1]), result);
    return result;
}

} // namespace bellwether
