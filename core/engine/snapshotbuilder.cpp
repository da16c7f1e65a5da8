#include "core/engine/snapshotbuilder.h"

#include "core/engine/cadence.h"
#include "core/risk/limitchange.h"

#include <limits>

namespace bellwether {

namespace {

constexpr std::size_t curvePoints = 2'000;

/// The declared parameters with what was set; the same list where nothing is different.
std::shared_ptr<const std::vector<StrategyParameter>> withValues(const std::shared_ptr<const std::vector<StrategyParameter>> &declared,
                                                                 const QStringList &set)
{
    if (!declared)
        return declared;
    std::vector<StrategyParameter> made = *declared;
    for (StrategyParameter &parameter : made) {
        parameter.value = parameter.fallback;
        for (const QString &assignment : set) {
            if (assignment.section(u'=', 0, 0) == parameter.name)
                parameter.value = assignment.section(u'=', 1).toDouble();
        }
    }
    return made == *declared ? declared : std::make_shared<const std::vector<StrategyParameter>>(std::move(made));
}

} // namespace

SnapshotBuilder::SnapshotBuilder(const EngineCore &core, const OrderDesk &orders, const SignalDesk &signalDesk, const DayGuard &guard,
                                 const Reconciler &reconciler, const WorkDesk &work, const KillSwitch &kill)
    : m_core(core), m_orders(orders), m_signals(signalDesk), m_guard(guard), m_reconciler(reconciler), m_work(work), m_kill(kill),
      m_lists(core, signalDesk),
      m_sharedCurve(std::make_shared<std::vector<std::pair<Timestamp, double>>>())
{
}

DeskSnapshotPtr SnapshotBuilder::build(const HealthView &health)
{
    auto snapshot = std::make_shared<DeskSnapshot>();
    snapshot->sequence = ++m_sequence;
    snapshot->time = m_core.now();
    snapshot->mode = m_core.config.mode;
    snapshot->state = m_core.lifecycle;
    snapshot->stateReason = m_core.lifecycleReason;
    snapshot->isAutoTrading = m_core.state.isAutoTrading();
    snapshot->isKilled = m_core.state.isKilled();
    snapshot->isHalted = m_core.state.isHalted();
    snapshot->haltReason = m_core.state.haltReason();
    snapshot->confidenceCutoff = m_core.config.limits.confidenceCutoff;
    snapshot->account = account();
    snapshot->health = health;
    snapshot->health.errors = m_core.errors().rows(m_core.now());
    snapshot->killSwitch = m_kill.view();
    snapshot->works = m_work.rows();
    snapshot->venue = m_reconciler.view();
    snapshot->counters = {m_core.state.nextSignalId().value - 1, m_core.state.nextOrderId().value - 1, m_core.state.fillCount(),
                          m_core.state.refusals(), m_signals.dropped()};
    snapshot->watch = watch();
    snapshot->positions = positions();
    for (const PositionRow &row : snapshot->positions) {
        if (row.closingCosts.currency != snapshot->account.currency || row.openingCosts.currency != snapshot->account.currency)
            continue;
        snapshot->account.openingCosts += row.openingCosts;
        snapshot->account.closingCosts += row.closingCosts;
    }

    const double equity = snapshot->account.equity.toDouble();
    m_peak = std::max(m_peak, equity);
    snapshot->account.drawdownPercent = m_peak > 0 ? (1 - equity / m_peak) * 100 : 0;
    if (m_curve.empty() || m_core.now() - m_curve.back().first >= std::chrono::seconds(1)) {
        m_curve.emplace_back(m_core.now(), equity);
        if (m_curve.size() > 2 * curvePoints) { // keep every second point: the curve stays long and thin
            for (std::size_t i = 0; i < m_curve.size() / 2; ++i)
                m_curve[i] = m_curve[2 * i];
            m_curve.resize(m_curve.size() / 2);
        }
        m_sharedCurve = std::make_shared<std::vector<std::pair<Timestamp, double>>>(m_curve);
    }
    snapshot->equityCurve = m_sharedCurve;

    m_lists.refresh(*snapshot);
    snapshot->limits = limits(snapshot->account, snapshot->positions);
    refreshStrategies();
    snapshot->strategies = m_sharedStrategies;
    snapshot->shadow = m_signals.shadow().rows();
    return snapshot;
}

const StrategyRow *SnapshotBuilder::strategy(const BookKey &key) const
{
    const auto found = std::ranges::find_if(m_strategies, [&](const StrategyRow &row) { return row.strategy == key.strategy && row.instrument == key.instrument; });
    return found != m_strategies.end() ? &*found : nullptr;
}

void SnapshotBuilder::noteStopped(const BookKey &key, const QString &reason)
{
    for (StrategyRow &row : m_strategies) {
        if (row.strategy == key.strategy && row.instrument == key.instrument)
            row.stopReason = reason;
    }
    m_sharedStrategies.reset();
}

void SnapshotBuilder::noteOverlap(const BookKey &key)
{
    for (StrategyRow &row : m_strategies) {
        if (row.strategy == key.strategy && row.instrument == key.instrument)
            ++row.overlaps;
    }
    m_sharedStrategies.reset();
}

void SnapshotBuilder::refreshStrategies()
{
    const bool isTuned = m_switchesAt != m_core.state.switchCount();
    const bool isPast = m_nextRun.isValid() && m_core.now() >= m_nextRun;
    if (m_sharedStrategies && !isTuned && !isPast && m_scoresAt == m_core.state.scores().changeCount())
        return;
    m_switchesAt = m_core.state.switchCount();
    m_scoresAt = m_core.state.scores().changeCount();
    m_nextRun = {};
    for (StrategyRow &row : m_strategies) {
        const BookKey key{row.strategy, row.instrument};
        const auto how = m_core.state.switchOf(key);
        row.isOn = how.isOn;
        row.isAutomatic = how.isAutomatic;
        row.mode = m_core.config.mode;
        row.score = m_core.state.scores().of(key);
        if (isTuned)
            row.parameters = withValues(row.parameters, m_core.state.parametersOf(key));
        if (const auto index = m_core.catalogue->indexOf(row.instrument))
            row.nextRun = Cadence::nextRun(row.category, row.timeframe, row.isScheduled, m_core.market.calendarOf(*index), m_core.now());
        if (row.nextRun.isValid() && (!m_nextRun.isValid() || row.nextRun < m_nextRun))
            m_nextRun = row.nextRun;
    }
    m_sharedStrategies = std::make_shared<const std::vector<StrategyRow>>(m_strategies);
}

std::vector<LimitRow> SnapshotBuilder::limits(const AccountView &account, const std::vector<PositionRow> &positions) const
{
    const double equity = account.equity.toDouble();
    const auto share = [equity](double amount) { return equity > 0 ? amount / equity : 0; };
    std::map<InstrumentId, int> bySymbol;
    double sector = 0;
    double largestRisk = 0;
    for (const PositionRow &row : positions) {
        ++bySymbol[row.instrument];
        const Instrument &instrument = *m_core.catalogue->find(row.instrument);
        sector = std::max(sector, m_orders.risk().sectorExposure(instrument.sector).toDouble());
        if (row.stop.isPositive())
            largestRisk = std::max(largestRisk, instrument.notional((row.averagePrice - row.stop).magnitude(), row.quantity).toDouble());
    }
    int inOneSymbol = 0;
    for (const auto &[instrument, count] : bySymbol)
        inOneSymbol = std::max(inOneSymbol, count);
    const double dayStart = m_core.state.dayStartEquity().toDouble();
    const std::map<QStringView, double> used{
        {u"risk.risk_per_trade", share(largestRisk)},
        {u"risk.max_exposure", share((m_core.state.portfolio().grossExposure() + m_orders.risk().workingExposure()).toDouble())},
        {u"risk.max_leverage", share((m_core.state.portfolio().grossExposure() + m_orders.risk().workingExposure()).toDouble())},
        {u"risk.max_sector_exposure", share(sector)},
        {u"risk.max_daily_loss", dayStart > 0 ? account.dayLoss.toDouble() / dayStart : 0},
        {u"risk.max_positions", double(account.openPositions)},
        {u"risk.max_positions_per_symbol", double(inOneSymbol)},
        {u"risk.max_open_orders", double(m_core.state.orders().workingCount())},
    };
    static const std::vector<RiskLimits::Entry> conservative = RiskLimits::conservative().entries();
    static const std::vector<RiskLimits::Entry> active = RiskLimits::active().entries();
    const std::vector<RiskLimits::Entry> now = m_core.config.limits.entries();
    std::vector<LimitRow> rows;
    rows.reserve(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto use = used.find(now[i].key);
        rows.push_back({now[i].key, now[i].help, now[i].value,
                        use != used.end() ? use->second : std::numeric_limits<double>::quiet_NaN(), conservative[i].value,
                        active[i].value, now[i].least, now[i].most, now[i].isWhole, looserWhen(now[i].key)});
    }
    return rows;
}

AccountView SnapshotBuilder::account() const
{
    const Portfolio &portfolio = m_core.state.portfolio();
    AccountView view;
    view.account = m_core.config.account;
    view.currency = portfolio.cash().currency;
    view.startingCapital = portfolio.startingCash();
    view.cash = portfolio.cash();
    view.equity = portfolio.equity();
    view.dayPnl = view.equity - m_core.state.dayStartEquity();
    view.realizedPnl = portfolio.realizedPnl();
    view.unrealizedPnl = portfolio.unrealizedPnl();
    view.costs = portfolio.commission();
    view.dayCosts = view.costs - m_core.state.dayStartCosts();
    view.openingCosts = view.closingCosts = Money::zero(view.currency);
    view.grossExposure = portfolio.grossExposure();
    view.netExposure = portfolio.netExposure();
    view.exposurePercent = view.equity.amount.isPositive() ? view.grossExposure.toDouble() / view.equity.toDouble() * 100 : 0;
    view.dayLoss = m_guard.dayLoss();
    view.dayLossLimit = m_guard.dayLossLimit();
    view.openPositions = portfolio.openPositionCount();
    view.openPositionsMax = m_core.config.limits.positionsMax;
    view.openRisk = Money::zero(view.currency);
    for (const OrderId id : m_core.state.orders().active()) {
        const Order &order = *m_core.state.orders().find(id);
        if (order.role != OrderRole::StopLoss)
            continue;
        const InstrumentIndex index = m_core.state.instrumentOf(order.book);
        const Price distance = order.side == Side::Sell ? m_core.lastPrice(index) - order.stopPrice : order.stopPrice - m_core.lastPrice(index);
        if (distance.isPositive())
            view.openRisk += m_core.instrument(index).notional(distance, m_core.state.orders().armedLeaves(order));
    }
    return view;
}

std::vector<WatchRow> SnapshotBuilder::watch() const
{
    std::vector<WatchRow> rows;
    rows.reserve(m_core.catalogue->size());
    const auto staleAfter = std::chrono::seconds(m_core.config.limits.staleAfterSeconds);
    for (InstrumentIndex index = 0; index < m_core.catalogue->size(); ++index) {
        const Instrument &instrument = m_core.instrument(index);
        const InstrumentView &market = m_core.market.at(index);
        WatchRow row;
        row.instrument = instrument.id;
        row.symbol = instrument.symbol;
        row.last = market.last;
        row.bid = market.bid;
        row.ask = market.ask;
        row.previousClose = market.previousClose;
        row.dayHigh = market.dayHigh;
        row.dayLow = market.dayLow;
        row.dayVolume = market.dayVolume;
        row.changePercent = market.previousClose.isPositive() && market.last.isPositive()
            ? (market.last.toDouble() / market.previousClose.toDouble() - 1) * 100
            : std::numeric_limits<double>::quiet_NaN();
        row.time = market.updatedAt;
        row.isStale = market.updatedAt.isValid() && m_core.now() - market.updatedAt > staleAfter;
        row.priceDecimals = instrument.priceDecimals();
        rows.push_back(std::move(row));
    }
    return rows;
}

// What the venue charges for trading a value of a book in one order.
Money SnapshotBuilder::scheduled(BookId book, Side side, const Money &value) const
{
    const BookKey &key = m_core.state.portfolio().book(book).key;
    Order order;
    order.strategy = key.strategy;
    order.instrument = key.instrument;
    order.side = side;
    order.product = m_core.state.productOf(book);
    return m_core.config.estimateCosts(order, value);
}

std::vector<PositionRow> SnapshotBuilder::positions() const
{
    std::vector<PositionRow> rows;
    const OrderBook &orders = m_core.state.orders();
    for (const BookId book : m_core.state.portfolio().held()) {
        const auto &[key, position] = m_core.state.portfolio().book(book);
        const Instrument &instrument = m_core.instrumentOf(book);
        PositionRow row;
        row.strategy = key.strategy;
        row.instrument = key.instrument;
        row.symbol = instrument.symbol;
        row.side = position.side();
        row.quantity = position.quantity().magnitude();
        row.averagePrice = position.averagePrice(instrument);
        row.last = m_core.state.portfolio().markOf(key.instrument);
        row.marketValue = position.marketValue(row.last, instrument);
        row.unrealizedPnl = position.unrealizedPnl(row.last, instrument);
        row.realizedPnl = position.realizedPnl();
        row.costs = position.commission();
        const double cost = std::fabs(position.cost().toDouble());
        row.pnlPercent = cost > 0 ? row.unrealizedPnl.toDouble() / cost * 100 : 0;
        row.product = m_core.state.productOf(book);
        row.openingCosts = scheduled(book, row.side, position.cost().amount.isNegative() ? -position.cost() : position.cost());
        row.closingCosts = scheduled(book, opposite(row.side), row.marketValue.amount.isNegative() ? -row.marketValue : row.marketValue);
        row.openedAt = position.openedAt();
        row.priceDecimals = instrument.priceDecimals();
        row.quantityDecimals = instrument.quantityDecimals();
        Quantity stopped;
        for (const OrderId id : orders.activeOf(book)) {
            const Order &order = *orders.find(id);
            if (!orders.armedLeaves(order).isPositive())
                continue;
            if (order.role == OrderRole::StopLoss) {
                row.stop = order.stopPrice;
                stopped += orders.armedLeaves(order);
            } else if (order.role == OrderRole::TakeProfit) {
                row.target = order.limitPrice;
            }
        }
        row.isProtected = stopped >= row.quantity;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace bellwether
