#include "tests/support/fakedesk.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether::test {

namespace {

struct Sample {
    const char *symbol;
    double price;
    double tick;
    double lot;
};

constexpr std::array cryptoSamples{
    Sample{"BTCUSDT", 86'412.5, 0.01, 0.00001}, Sample{"ETHUSDT", 2'842.31, 0.01, 0.0001},
    Sample{"SOLUSDT", 132.44, 0.01, 0.001},     Sample{"BNBUSDT", 842.15, 0.01, 0.001},
    Sample{"XRPUSDT", 2.0413, 0.0001, 0.1},     Sample{"ADAUSDT", 0.4183, 0.0001, 0.1},
    Sample{"DOGEUSDT", 0.14217, 0.00001, 1},    Sample{"AVAXUSDT", 13.47, 0.01, 0.01},
    Sample{"LINKUSDT", 12.61, 0.01, 0.01},      Sample{"DOTUSDT", 2.318, 0.001, 0.01},
    Sample{"LTCUSDT", 84.7, 0.01, 0.001},       Sample{"TRXUSDT", 0.2744, 0.0001, 0.1},
};
constexpr std::array indianSamples{
    Sample{"RELIANCE", 1'546.2, 0.05, 1},  Sample{"HDFCBANK", 998.35, 0.05, 1},  Sample{"TCS", 3'114.9, 0.05, 1},
    Sample{"INFY", 1'541.55, 0.05, 1},     Sample{"ICICIBANK", 1'371.2, 0.05, 1}, Sample{"SBIN", 972.85, 0.05, 1},
    Sample{"ITC", 405.4, 0.05, 1},         Sample{"BHARTIARTL", 2'104.6, 0.05, 1}, Sample{"LT", 4'021.3, 0.05, 1},
    Sample{"AXISBANK", 1'273.15, 0.05, 1}, Sample{"MARUTI", 15'921, 0.05, 1},    Sample{"TITAN", 3'884.7, 0.05, 1},
};
constexpr std::array strategyNames{"ema_crossover", "bollinger_reversion", "macd_momentum", "trend_following",
                                   "supertrend_ema"};

constexpr double feeRate = 0.001;

std::string_view nameOf(std::uint64_t n) { return strategyNames[n % strategyNames.size()]; }

} // namespace

FakeDesk::FakeDesk(Options options) : m_options(options), m_rng(options.seed)
{
    const bool isIndian = m_options.isIndian;
    const Currency currency(isIndian ? std::string_view("INR") : std::string_view("USDT"));
    for (int i = 0; i < m_options.symbols; ++i) {
        const auto &samples = isIndian ? indianSamples : cryptoSamples;
        const Sample &sample = samples[std::size_t(i) % samples.size()];
        const int round = i / int(samples.size());
        QString symbol = QString::fromLatin1(sample.symbol);
        if (round > 0)
            symbol += QString::number(round + 1);
        Instrument instrument;
        instrument.id = InstrumentId((isIndian ? u"NSE:"_s : u"BINANCE:"_s) + symbol);
        instrument.symbol = symbol;
        instrument.name = symbol;
        instrument.kind = isIndian ? InstrumentKind::Equity : InstrumentKind::Spot;
        instrument.currency = currency;
        instrument.tickSize = Price::fromDouble(sample.tick);
        instrument.lotSize = Quantity::fromDouble(sample.lot);
        instrument.quantityMin = instrument.lotSize;
        instrument.notionalMin = {FixedPoint<MoneyTag>::fromDouble(m_options.notionalMin), currency};
        instrument.calendar = isIndian ? u"nse"_s : u"crypto"_s;
        m_instruments.push_back(instrument);
        Market market;
        market.price = sample.price;
        market.dayOpen = sample.price * (1 + 0.02 * m_rng.normal());
        market.high = std::max(market.price, market.dayOpen) * 1.004;
        market.low = std::min(market.price, market.dayOpen) * 0.996;
        market.volume = 4e6 / sample.price * m_rng.uniform(40, 900);
        market.volatility = m_rng.uniform(0.00004, 0.00016);
        m_market.push_back(market);
    }
    // 10:14:00 UTC, or 12:44:00 in India while its market is open.
    m_scene.time = utcMidnight(2026, 11, 20) + (isIndian ? std::chrono::minutes(434) : std::chrono::minutes(614));
    m_scene.mode = RunMode::Paper;
    m_scene.state = EngineState::Running;
    m_scene.account.account = AccountId(isIndian ? std::string_view("paper-indian") : std::string_view("paper-crypto"));
    m_scene.account.currency = currency;
    m_cash = isIndian ? 1'000'000 : 10'000;
    m_scene.account.startingCapital = {FixedPoint<MoneyTag>::fromDouble(m_cash), currency};
    m_scene.account.openPositionsMax = 10;
    m_scene.health.feedName = u"simulated market"_s;
    m_scene.health.feedState = u"live"_s;
    using Type = StrategyParameter::Type;
    const auto parameters = std::make_shared<const std::vector<StrategyParameter>>(std::vector<StrategyParameter>{
        {.name = u"fast"_s, .type = Type::Integer, .value = 9, .fallback = 9, .least = 2, .most = 100, .help = u"Bars of the fast average"_s},
        {.name = u"slow"_s, .type = Type::Integer, .value = 21, .fallback = 21, .least = 3, .most = 400, .help = u"Bars of the slow average"_s},
        {.name = u"volume_ratio"_s, .type = Type::Real, .value = 1.2, .fallback = 1.2, .least = 0, .most = 10, .step = 0.1, .help = u"Volume against its average"_s}});
    std::vector<StrategyRow> strategies;
    for (const Instrument &instrument : m_instruments) {
        for (const std::uint64_t place : {0, 1})
            strategies.push_back({.strategy = StrategyId(nameOf(place)), .instrument = instrument.id, .symbol = instrument.symbol,
                                  .nextRun = m_scene.time + std::chrono::minutes(1), .parameters = parameters});
    }
    m_scene.strategies = std::make_shared<const std::vector<StrategyRow>>(std::move(strategies));
    for (int i = 0; i < m_options.pendingSignals; ++i)
        addSignal(std::size_t(i) % m_instruments.size(), i % 3 == 1 ? Side::Sell : Side::Buy);
    log(DeskEvent::Severity::Info, u"desk"_s, u"engine running: paper account, simulated market"_s);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(); });
}

std::size_t FakeDesk::indexOf(const InstrumentId &id) const
{
    const auto found = std::find_if(m_instruments.begin(), m_instruments.end(),
                                    [&](const Instrument &instrument) { return instrument.id == id; });
    if (found == m_instruments.end())
        throw Fault(u"the fake desk has no such instrument"_s);
    return std::size_t(found - m_instruments.begin());
}

Price FakeDesk::priceOf(std::size_t instrument, double value) const
{
    return m_instruments[instrument].roundToTick(value, Rounding::Nearest);
}

void FakeDesk::run(int hz) { m_timer.start(1000 / hz); }

void FakeDesk::log(DeskEvent::Severity severity, const QString &source, const QString &text)
{
    m_events.push_back({m_scene.time, severity, source, text});
}

CommandId FakeDesk::record(DeskCommand command, bool isAccepted, const QString &text)
{
    command.id = m_commands.size() + 1;
    m_commands.push_back(command);
    const CommandAnswer answer{command.id, isAccepted, text};
    if (m_isHeld) {
        m_heldAnswers.push_back(answer);
    } else {
        // Like the real desk: the answer comes after the command has returned.
        QMetaObject::invokeMethod(this, [this, answer] { Q_EMIT commandAnswered(answer); }, Qt::QueuedConnection);
    }
    return command.id;
}

void FakeDesk::answerHeld()
{
    const auto held = std::exchange(m_heldAnswers, {});
    for (const CommandAnswer &answer : held)
        Q_EMIT commandAnswered(answer);
}

int FakeDesk::count(DeskCommand::Kind kind) const
{
    return int(std::count_if(m_commands.begin(), m_commands.end(),
                             [kind](const DeskCommand &command) { return command.kind == kind; }));
}

SignalId FakeDesk::addSignal(std::size_t instrument, Side side)
{
    const Instrument &what = m_instruments[instrument];
    const double price = m_market[instrument].price;
    SignalRow row;
    row.id = SignalId{m_nextId++};
    row.version = 1;
    row.strategy = StrategyId(nameOf(row.id.value));
    row.instrument = what.id;
    row.symbol = what.symbol;
    row.timeframe = row.id.value % 2 == 0 ? Timeframe::M1 : Timeframe::M5;
    row.side = side;
    row.raisedAt = m_scene.time - std::chrono::seconds(std::int64_t(m_rng.below(40)));
    row.expiresAt = row.raisedAt + std::chrono::seconds(300);
    const double stopDistance = price * m_rng.uniform(0.006, 0.02);
    row.signalPrice = priceOf(instrument, price);
    row.now = row.signalPrice;
    row.stop = priceOf(instrument, price - signOf(side) * stopDistance);
    row.target = priceOf(instrument, price + signOf(side) * stopDistance * m_rng.uniform(1.2, 2.4));
    const double risk = 0.01 * m_scene.account.startingCapital.toDouble();
    row.quantity = what.roundToLot(Quantity::fromDouble(std::min(risk / stopDistance, 8 * risk / price)));
    row.risk = {FixedPoint<MoneyTag>::fromDouble(row.quantity.toDouble() * stopDistance), what.currency};
    row.rewardRisk = std::fabs((row.target - row.signalPrice).toDouble()) / stopDistance;
    row.confidence = m_rng.uniform(38, 92);
    row.reasons = {{u"EMA 9 %1 EMA 21 %2"_s.arg(price * 1.0008, 0, 'f', 2).arg(price, 0, 'f', 2), true},
                   {u"volume ratio %1 ≥ 1.2"_s.arg(m_rng.uniform(1.2, 2.8), 0, 'f', 2), true},
                   {u"ADX 14 %1 > 20"_s.arg(m_rng.uniform(14, 40), 0, 'f', 1), m_rng.uniform() > 0.3}};
    row.account = m_scene.account.account.toString();
    m_pending.insert(m_pending.begin(), row);
    log(DeskEvent::Severity::Info, u"signal"_s,
        u"%1 %2 %3 at %4"_s.arg(row.strategy.toString(), toString(side), row.symbol, toString(row.signalPrice)));
    return row.id;
}

void FakeDesk::moveMarket(Duration step)
{
    m_scene.time = m_scene.time + step;
    const double scale = std::sqrt(double(step.count()) / 1e8);
    m_scene.watch.resize(m_instruments.size());
    for (std::size_t i = 0; i < m_instruments.size(); ++i) {
        Market &market = m_market[i];
        market.price *= 1 + market.volatility * scale * m_rng.normal();
        market.high = std::max(market.high, market.price);
        market.low = std::min(market.low, market.price);
        market.volume *= 1 + 0.00002 * m_rng.uniform();
        const Instrument &instrument = m_instruments[i];
        WatchRow &row = m_scene.watch[i];
        row.instrument = instrument.id;
        row.symbol = instrument.symbol;
        row.last = priceOf(i, market.price);
        row.bid = row.last - instrument.tickSize;
        row.ask = row.last + instrument.tickSize;
        row.previousClose = priceOf(i, market.dayOpen);
        row.dayHigh = priceOf(i, market.high);
        row.dayLow = priceOf(i, market.low);
        row.dayVolume = market.volume;
        row.changePercent = (market.price / market.dayOpen - 1) * 100;
        row.time = m_scene.time;
        row.priceDecimals = instrument.priceDecimals();
    }
    m_scene.health.lastTickAt = m_scene.time;
    m_scene.health.ticksPerSecond = 200.0 * double(m_instruments.size()) * m_rng.uniform(0.97, 1.03);
    m_scene.health.strategiesRunning = 10;
}

void FakeDesk::moveSignals()
{
    std::vector<SignalId> expired;
    for (SignalRow &row : m_pending) {
        const std::size_t i = indexOf(row.instrument);
        row.now = priceOf(i, m_market[i].price);
        row.driftPercent = (row.now.toDouble() / row.signalPrice.toDouble() - 1) * 100;
        if (row.expiresAt <= m_scene.time)
            expired.push_back(row.id);
    }
    for (const SignalId id : expired)
        endSignal(id, SignalState::Expired, u"not decided within 300 s"_s);
    while (m_options.areSignalsRenewed && int(m_pending.size()) < m_options.pendingSignals)
        addSignal(std::size_t(m_rng.below(m_instruments.size())), m_rng.uniform() < 0.5 ? Side::Buy : Side::Sell);
}

void FakeDesk::moveAccount()
{
    const Currency currency = m_scene.account.currency;
    const auto money = [currency](double amount) { return Money{FixedPoint<MoneyTag>::fromDouble(amount), currency}; };
    double value = 0;
    double gross = 0;
    double unrealized = 0;
    double risk = 0;
    for (PositionRow &row : m_scene.positions) {
        const std::size_t i = indexOf(row.instrument);
        row.last = priceOf(i, m_market[i].price);
        const double held = signOf(row.side) * row.quantity.toDouble();
        const double pnl = held * (row.last - row.averagePrice).toDouble();
        row.marketValue = money(held * row.last.toDouble());
        row.unrealizedPnl = money(pnl);
        row.pnlPercent = pnl / (row.quantity.toDouble() * row.averagePrice.toDouble()) * 100;
        value += held * row.last.toDouble();
        gross += std::fabs(held) * row.last.toDouble();
        unrealized += pnl;
        risk += std::max(0.0, held * (row.last - row.stop).toDouble());
    }
    AccountView &account = m_scene.account;
    const double start = account.startingCapital.toDouble();
    const double equity = m_cash + value;
    account.cash = money(m_cash);
    account.equity = money(equity);
    account.dayPnl = money(equity - start);
    account.realizedPnl = money(m_realized);
    account.unrealizedPnl = money(unrealized);
    account.costs = money(m_costs);
    account.grossExposure = money(gross);
    account.netExposure = money(value);
    account.openRisk = money(risk);
    account.exposurePercent = gross / equity * 100;
    account.dayLoss = money(std::max(0.0, start - equity));
    account.dayLossLimit = money(0.03 * start);
    account.openPositions = int(m_scene.positions.size());
    account.drawdownPercent = std::max(0.0, (start - equity) / start * 100);
}

void FakeDesk::moveCharts()
{
    for (auto &[series, forming] : m_charts) {
        const auto &[instrument, timeframe] = series;
        const double price = m_market[indexOf(instrument)].price;
        auto update = std::make_shared<ChartUpdate>();
        update->instrument = instrument;
        update->timeframe = timeframe;
        while (forming.closeTime <= m_scene.time) {
            update->closed.push_back(forming);
            forming = {forming.closeTime + durationOf(timeframe), forming.close, forming.close, forming.close,
                       forming.close, 0};
        }
        forming.close = price;
        forming.high = std::max(forming.high, price);
        forming.low = std::min(forming.low, price);
        forming.volume += m_rng.uniform(0, 2);
        update->forming = forming;
        Q_EMIT chartUpdated(update);
    }
}

void FakeDesk::advance(Duration step)
{
    if (m_isPaused)
        return;
    moveMarket(Duration(std::int64_t(double(step.count()) * std::max(m_speed, 0.1))));
    moveSignals();
    moveAccount();
    publish();
    moveCharts();
    moveBooks();
}

void FakeDesk::moveBooks()
{
    for (const InstrumentId &instrument : m_books) {
        auto update = std::make_shared<DepthUpdate>();
        update->instrument = instrument;
        update->isAvailable = m_isDepthAvailable;
        if (m_isDepthAvailable) {
            const std::size_t i = indexOf(instrument);
            update->depth = depthOf(i);
            update->lastTrade = TapeTrade{m_scene.time, update->depth.asks.front().price, m_instruments[i].lotSize, 1, Side::Buy};
        }
        Q_EMIT depthUpdated(update);
    }
}

Depth FakeDesk::depthOf(std::size_t instrument) const
{
    const Instrument &what = m_instruments[instrument];
    const Price mid = priceOf(instrument, m_market[instrument].price);
    Depth depth;
    depth.time = m_scene.time;
    for (std::int64_t level = 1; level <= 20; ++level) {
        const Quantity size = Quantity::fromRaw(what.lotSize.raw() * level);
        depth.bids.push_back({Price::fromRaw(mid.raw() - level * what.tickSize.raw()), size});
        depth.asks.push_back({Price::fromRaw(mid.raw() + level * what.tickSize.raw()), size});
    }
    return depth;
}

void FakeDesk::subscribeDepth(InstrumentId instrument)
{
    record({.kind = DeskCommand::Kind::SubscribeDepth, .instrument = instrument}, true, {});
    m_books.insert(instrument);
    QMetaObject::invokeMethod(this, [this] { moveBooks(); }, Qt::QueuedConnection);
}

void FakeDesk::unsubscribeDepth(InstrumentId instrument)
{
    record({.kind = DeskCommand::Kind::UnsubscribeDepth, .instrument = instrument}, true, {});
    m_books.erase(instrument);
}

void FakeDesk::publish()
{
    if (m_scene.watch.empty())
        moveMarket(std::chrono::milliseconds(100));
    moveAccount();
    ++m_scene.sequence;
    m_scene.pendingSignals = std::make_shared<const RowList<SignalRow>>(m_pending);
    m_scene.signalHistory = std::make_shared<const RowList<SignalRow>>(m_history);
    m_scene.orders = std::make_shared<const RowList<OrderRow>>(m_orders);
    m_scene.fills = std::make_shared<const RowList<FillRow>>(m_fills);
    m_snapshot = std::make_shared<const DeskSnapshot>(m_scene);
    Q_EMIT snapshotChanged(m_snapshot);
    if (!m_events.empty())
        Q_EMIT eventsLogged(std::exchange(m_events, {}));
}

BarColumns FakeDesk::history(std::size_t instrument, Timeframe timeframe, std::size_t bars)
{
    // Backwards from the price now, so that the chart ends where the watchlist stands.
    Rng rng(m_options.seed * 1'000 + instrument * 10 + std::uint64_t(timeframe));
    const std::int64_t length = durationOf(timeframe).count();
    std::int64_t close = m_scene.time.ns() / length * length;
    const double sigma = m_market[instrument].volatility * std::sqrt(double(length) / 1e8) * 0.8;
    std::vector<BarPoint> points;
    double price = m_market[instrument].price;
    double drift = 0;
    while (points.size() < bars) {
        const Timestamp time = Timestamp::fromNs(close);
        close -= length;
        if (m_options.isIndian && isIntraday(timeframe)) {
            const auto minute = Timestamp::floorDiv((time + std::chrono::minutes(330)).seconds(), 60) % 1'440;
            const auto weekday = ((time + std::chrono::minutes(330)).utcDay() + 4) % 7;
            if (minute <= 555 || minute > 930 || weekday == 0 || weekday == 6)
                continue;
        }
        drift = 0.98 * drift + 0.02 * sigma * rng.normal() * 3;
        const double move = sigma * rng.normal() + drift;
        const double open = price * (1 - move);
        const double high = std::max(open, price) * (1 + sigma * 0.6 * std::fabs(rng.normal()));
        const double low = std::min(open, price) * (1 - sigma * 0.6 * std::fabs(rng.normal()));
        const double hour = double(time.seconds() % 86'400) / 86'400;
        const double volume = (1.2 + std::cos(hour * 6.28)) * (20 + 60 * std::fabs(move) / sigma) * rng.uniform(0.4, 1.6);
        points.push_back({time, open, high, low, price, volume});
        price = open;
    }
    BarColumns columns;
    columns.reserve(points.size());
    for (auto point = points.rbegin(); point != points.rend(); ++point)
        columns.append(*point);
    return columns;
}

void FakeDesk::subscribeChart(InstrumentId instrument, Timeframe timeframe)
{
    record({.kind = DeskCommand::Kind::Subscribe, .instrument = instrument, .timeframe = timeframe}, true, {});
    const std::size_t i = indexOf(instrument);
    auto bars = std::make_shared<const BarColumns>(history(i, timeframe, std::size_t(m_options.historyBars)));
    const double price = m_market[i].price;
    const std::int64_t length = durationOf(timeframe).count();
    const auto close = Timestamp::fromNs((m_scene.time.ns() / length + 1) * length);
    m_charts[{instrument, timeframe}] = {close, price, price, price, price, 0};
    auto update = std::make_shared<ChartUpdate>();
    update->instrument = instrument;
    update->timeframe = timeframe;
    update->history = bars;
    QMetaObject::invokeMethod(this, [this, update] { Q_EMIT chartUpdated(update); }, Qt::QueuedConnection);
}

void FakeDesk::unsubscribeChart(InstrumentId instrument, Timeframe timeframe)
{
    record({.kind = DeskCommand::Kind::Unsubscribe, .instrument = instrument, .timeframe = timeframe}, true, {});
    m_charts.erase({instrument, timeframe});
}

void FakeDesk::closeBars(int bars)
{
    for (auto &[series, forming] : m_charts) {
        auto update = std::make_shared<ChartUpdate>();
        update->instrument = series.first;
        update->timeframe = series.second;
        for (int i = 0; i < bars; ++i) {
            update->closed.push_back(forming);
            forming.closeTime = forming.closeTime + durationOf(series.second);
        }
        Q_EMIT chartUpdated(update);
    }
}

void FakeDesk::endSignal(SignalId id, SignalState state, const QString &reason)
{
    const auto row = std::find_if(m_pending.begin(), m_pending.end(), [id](const SignalRow &r) { return r.id == id; });
    if (row == m_pending.end())
        return;
    SignalRow ended = *row;
    m_pending.erase(row);
    ended.state = state;
    ended.stateReason = reason;
    ended.decidedAt = m_scene.time;
    m_history.insert(m_history.begin(), ended);
    log(state == SignalState::Ordered ? DeskEvent::Severity::Good : DeskEvent::Severity::Info, u"signal"_s,
        u"%1 %2: %3, %4"_s.arg(toString(ended.side), ended.symbol, toString(state), reason));
}

void FakeDesk::addWorkingOrder(std::size_t instrument, Side side, Quantity quantity, const StrategyId &strategy,
                               OrderRole role, Price price, OrderId parent)
{
    OrderRow row;
    row.order.id = OrderId{m_nextId++};
    row.order.parent = parent;
    row.order.strategy = strategy;
    row.order.instrument = m_instruments[instrument].id;
    row.order.role = role;
    row.order.side = side;
    row.order.type = role == OrderRole::StopLoss ? OrderType::Stop : OrderType::Limit;
    row.order.quantity = quantity;
    (role == OrderRole::StopLoss ? row.order.stopPrice : row.order.limitPrice) = price;
    row.order.createdAt = row.order.updatedAt = m_scene.time;
    row.order.reason = u"bracket of order %1"_s.arg(parent.value);
    using Kind = OrderEvent::Kind;
    for (const Kind kind : {Kind::PassedChecks, Kind::IntentCommitted, Kind::SendStarted, Kind::Accepted})
        (void)row.order.apply({.kind = kind, .time = m_scene.time});
    row.symbol = m_instruments[instrument].symbol;
    row.priceDecimals = m_instruments[instrument].priceDecimals();
    row.quantityDecimals = m_instruments[instrument].quantityDecimals();
    m_orders.insert(m_orders.begin(), row);
}

OrderId FakeDesk::fillMarket(std::size_t instrument, Side side, Quantity quantity, const StrategyId &strategy,
                             OrderRole role, SignalId signal, Price stop, Price target)
{
    const Instrument &what = m_instruments[instrument];
    const Price price = priceOf(instrument, m_market[instrument].price * (1 + 0.0002 * signOf(side)));
    OrderRow row;
    row.order.id = OrderId{m_nextId++};
    row.order.signal = signal;
    row.order.strategy = strategy;
    row.order.instrument = what.id;
    row.order.role = role;
    row.order.side = side;
    row.order.quantity = quantity;
    row.order.createdAt = row.order.updatedAt = m_scene.time;
    row.order.reason = role == OrderRole::Entry ? u"signal %1 approved"_s.arg(signal.value) : u"closed by the trader"_s;
    using Kind = OrderEvent::Kind;
    for (const Kind kind : {Kind::PassedChecks, Kind::IntentCommitted, Kind::SendStarted, Kind::Accepted})
        (void)row.order.apply({.kind = kind, .time = m_scene.time});
    (void)row.order.apply({.kind = Kind::Filled, .time = m_scene.time, .quantity = quantity, .price = price});
    row.symbol = what.symbol;
    row.priceDecimals = what.priceDecimals();
    row.quantityDecimals = what.quantityDecimals();
    m_orders.insert(m_orders.begin(), row);

    FillRow fill;
    fill.fill.id = FillId{m_nextId++};
    fill.fill.order = row.order.id;
    fill.fill.strategy = strategy;
    fill.fill.instrument = what.id;
    fill.fill.time = m_scene.time;
    fill.fill.side = side;
    fill.fill.lastPrice = price;
    fill.fill.lastQuantity = quantity;
    fill.fill.referencePrice = priceOf(instrument, m_market[instrument].price);
    const double value = price.toDouble() * quantity.toDouble();
    fill.fill.commission = {FixedPoint<MoneyTag>::fromDouble(value * feeRate), what.currency};
    fill.realizedPnl = Money::zero(what.currency);
    fill.symbol = what.symbol;
    fill.priceDecimals = row.priceDecimals;
    fill.quantityDecimals = row.quantityDecimals;
    m_cash -= signOf(side) * value + value * feeRate;
    m_costs += value * feeRate;

    const auto held = std::find_if(m_scene.positions.begin(), m_scene.positions.end(), [&](const PositionRow &p) {
        return p.instrument == what.id && p.strategy == strategy;
    });
    if (held != m_scene.positions.end()) {
        const double pnl = signOf(held->side) * (price - held->averagePrice).toDouble() * quantity.toDouble();
        fill.realizedPnl = {FixedPoint<MoneyTag>::fromDouble(pnl), what.currency};
        m_realized += pnl;
        m_scene.positions.erase(held);
    } else {
        PositionRow position;
        position.strategy = strategy;
        position.instrument = what.id;
        position.symbol = what.symbol;
        position.side = side;
        position.quantity = quantity;
        position.averagePrice = price;
        position.last = price;
        position.realizedPnl = Money::zero(what.currency);
        position.costs = fill.fill.commission;
        position.stop = stop;
        position.target = target;
        position.openedAt = m_scene.time;
        position.isProtected = !stop.isZero();
        position.priceDecimals = row.priceDecimals;
        position.quantityDecimals = row.quantityDecimals;
        m_scene.positions.push_back(position);
        if (!stop.isZero())
            addWorkingOrder(instrument, opposite(side), quantity, strategy, OrderRole::StopLoss, stop, row.order.id);
        if (!target.isZero())
            addWorkingOrder(instrument, opposite(side), quantity, strategy, OrderRole::TakeProfit, target, row.order.id);
    }
    m_fills.insert(m_fills.begin(), fill);
    log(DeskEvent::Severity::Good, u"order"_s,
        u"%1 %2 %3 filled at %4"_s.arg(toString(side), toString(quantity), what.symbol, toString(price)));
    Q_EMIT filled(fill);
    return row.order.id;
}

void FakeDesk::openPosition(std::size_t instrument, Side side)
{
    const double price = m_market[instrument].price;
    const Instrument &what = m_instruments[instrument];
    const Quantity quantity
        = what.roundToLot(Quantity::fromDouble(0.08 * m_scene.account.startingCapital.toDouble() / price));
    fillMarket(instrument, side, quantity, StrategyId(nameOf(m_nextId)), OrderRole::Entry, {},
               priceOf(instrument, price * (1 - 0.01 * signOf(side))),
               priceOf(instrument, price * (1 + 0.018 * signOf(side))));
}

void FakeDesk::closeRow(std::size_t position)
{
    const PositionRow row = m_scene.positions[position];
    for (OrderRow &order : m_orders) {
        if (order.order.strategy == row.strategy && order.order.instrument == row.instrument
            && isWorking(order.order.state())) {
            (void)order.order.apply({.kind = OrderEvent::Kind::CancelRequested, .time = m_scene.time});
            (void)order.order.apply({.kind = OrderEvent::Kind::Cancelled, .time = m_scene.time});
        }
    }
    fillMarket(indexOf(row.instrument), opposite(row.side), row.quantity, row.strategy, OrderRole::Exit, {}, {}, {});
}

} // namespace bellwether::test
