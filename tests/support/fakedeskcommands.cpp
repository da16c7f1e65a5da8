#include "tests/support/fakedesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The fake desk's commands: each is written down, and its consequence played out at once.
namespace bellwether::test {

CommandId FakeDesk::approveSignal(SignalId id, std::uint32_t version)
{
    const DeskCommand command{.kind = DeskCommand::Kind::Approve, .signal = id, .version = version};
    const auto row = std::find_if(m_pending.begin(), m_pending.end(), [id](const SignalRow &r) { return r.id == id; });
    if (row == m_pending.end() || row->version != version)
        return record(command, false, u"the signal is not pending any more"_s);
    const SignalRow approved = *row;
    fillMarket(indexOf(approved.instrument), approved.side, approved.quantity, approved.strategy, OrderRole::Entry, id,
               approved.stop, approved.target);
    endSignal(id, SignalState::Ordered, u"approved by the trader"_s);
    return record(command, true, u"approved: %1 %2"_s.arg(toString(approved.side), approved.symbol));
}

CommandId FakeDesk::rejectSignal(SignalId id, std::uint32_t version, RejectReason reason)
{
    endSignal(id, SignalState::Rejected, toString(reason));
    return record({.kind = DeskCommand::Kind::Reject, .signal = id, .version = version, .reason = reason}, true,
                  u"rejected"_s);
}

CommandId FakeDesk::editSignal(SignalId id, std::uint32_t version, const SignalEdit &edit)
{
    for (SignalRow &row : m_pending) {
        if (row.id != id || row.version != version)
            continue;
        ++row.version;
        row.quantity = edit.quantity.value_or(row.quantity);
        row.signalPrice = edit.limitPrice.value_or(row.signalPrice);
        row.stop = edit.stop.value_or(row.stop);
        row.target = edit.target.value_or(row.target);
    }
    return record({.kind = DeskCommand::Kind::Edit, .signal = id, .version = version, .edit = edit}, true, u"edited"_s);
}

CommandId FakeDesk::setAutoTrading(bool isOn)
{
    m_scene.isAutoTrading = isOn;
    log(DeskEvent::Severity::Warning, u"desk"_s, isOn ? u"auto-trade armed"_s : u"auto-trade off"_s);
    return record({.kind = DeskCommand::Kind::AutoTrading, .isOn = isOn}, true, {});
}

CommandId FakeDesk::switchStrategy(StrategyId strategy, InstrumentId instrument, bool isOn, bool isAutomatic)
{
    std::vector<StrategyRow> rows = m_scene.strategies ? *m_scene.strategies : std::vector<StrategyRow>();
    for (StrategyRow &row : rows) {
        if (row.strategy == strategy && row.instrument == instrument) {
            row.isOn = isOn;
            row.isAutomatic = isAutomatic;
        }
    }
    m_scene.strategies = std::make_shared<const std::vector<StrategyRow>>(std::move(rows));
    return record({.kind = DeskCommand::Kind::Switch, .instrument = instrument, .strategy = strategy, .isOn = isOn}, true, u"switched"_s);
}

CommandId FakeDesk::tuneStrategy(StrategyId strategy, InstrumentId instrument, const QStringList &parameters)
{
    std::vector<StrategyRow> rows = *m_scene.strategies;
    for (StrategyRow &row : rows) {
        if (row.strategy != strategy || row.instrument != instrument || !row.parameters)
            continue;
        std::vector<StrategyParameter> made = *row.parameters;
        for (StrategyParameter &parameter : made) {
            parameter.value = parameter.fallback;
            for (const QString &assignment : parameters) {
                if (assignment.section(u'=', 0, 0) == parameter.name)
                    parameter.value = assignment.section(u'=', 1).toDouble();
            }
        }
        row.parameters = std::make_shared<const std::vector<StrategyParameter>>(std::move(made));
    }
    m_scene.strategies = std::make_shared<const std::vector<StrategyRow>>(std::move(rows));
    return record({.kind = DeskCommand::Kind::Tune, .instrument = instrument, .strategy = strategy, .note = parameters.join(u' ')}, true, u"tuned"_s);
}

CommandId FakeDesk::setLimits(const std::vector<LimitChange> &changes, bool isLooseningConfirmed)
{
    DeskCommand command{.kind = DeskCommand::Kind::Limits, .isOn = isLooseningConfirmed};
    command.limits = changes;
    std::vector<LimitRow> rows = m_scene.limits;
    for (const LimitChange &change : changes) {
        const auto row = std::ranges::find(rows, QStringView(change.key), &LimitRow::key);
        if (row == rows.end() || change.value < row->least || change.value > row->most)
            return record(command, false, u"%1 is out of its range"_s.arg(change.key));
        if (row->isLooser(change.value) && !isLooseningConfirmed)
            return record(command, false, u"%1 is looser and not confirmed"_s.arg(change.key));
        row->limit = change.value;
    }
    m_scene.limits = rows;
    return record(command, true, u"limits changed"_s);
}

CommandId FakeDesk::submitOrder(const OrderRequest &request)
{
    if (request.type == OrderType::Market) {
        fillMarket(indexOf(request.instrument), request.side, request.quantity, request.strategy, request.role, {},
                   request.bracketStop, request.bracketTarget);
    } else {
        addWorkingOrder(indexOf(request.instrument), request.side, request.quantity, request.strategy, request.role,
                        request.type == OrderType::Limit ? request.limitPrice : request.stopPrice, {});
    }
    return record({.kind = DeskCommand::Kind::Submit, .request = request, .instrument = request.instrument}, true, u"order sent"_s);
}

CommandId FakeDesk::previewOrder(const OrderRequest &request)
{
    const std::size_t index = indexOf(request.instrument);
    OrderPreview preview;
    preview.command = m_commands.size() + 1;
    preview.refusals = m_previewRefusals;
    preview.price = request.type == OrderType::Market ? priceOf(index, m_market[index].price)
        : request.type == OrderType::Stop             ? request.stopPrice
                                                      : request.limitPrice;
    preview.value = m_instruments[index].notional(preview.price, request.quantity);
    preview.costs = {FixedPoint<MoneyTag>::fromDouble(preview.value.toDouble() * 0.001), preview.value.currency};
    preview.exitCosts = preview.costs;
    preview.margin = preview.value;
    preview.equity = m_scene.account.equity;
    preview.cashFree = m_scene.account.cash;
    preview.suggested = m_instruments[index].lotSize + m_instruments[index].lotSize;
    preview.sizing = u"1 % of equity at risk"_s;
    preview.risk = request.bracketStop.isZero()
        ? Money::zero(preview.value.currency)
        : m_instruments[index].notional((preview.price - request.bracketStop).magnitude(), request.quantity);
    preview.riskPercent = preview.risk.toDouble() / preview.equity.toDouble() * 100;
    preview.exposurePercentNow = m_scene.account.exposurePercent;
    preview.exposurePercentAfter = m_scene.account.exposurePercent + preview.value.toDouble() / preview.equity.toDouble() * 100;
    m_commands.push_back({.kind = DeskCommand::Kind::Preview, .id = preview.command, .request = request, .instrument = request.instrument});
    QMetaObject::invokeMethod(this, [this, preview] { Q_EMIT orderPreviewed(preview); }, Qt::QueuedConnection);
    return preview.command;
}

CommandId FakeDesk::modifyOrder(OrderId id, const OrderEdit &edit)
{
    for (OrderRow &row : m_orders) {
        if (row.order.id != id)
            continue;
        row.order.quantity = edit.quantity.value_or(row.order.quantity);
        (row.order.type == OrderType::Stop ? row.order.stopPrice : row.order.limitPrice)
            = edit.price.value_or(row.order.type == OrderType::Stop ? row.order.stopPrice : row.order.limitPrice);
    }
    return record({.kind = DeskCommand::Kind::Modify, .order = id, .orderEdit = edit}, true, u"changed"_s);
}

CommandId FakeDesk::protectPosition(StrategyId strategy, InstrumentId instrument, Price stop, Price target)
{
    for (PositionRow &row : m_scene.positions) {
        if (row.strategy == strategy && row.instrument == instrument) {
            row.stop = stop;
            row.target = target;
            row.isProtected = !stop.isZero();
        }
    }
    return record({.kind = DeskCommand::Kind::Protect, .stop = stop, .target = target, .instrument = instrument, .strategy = strategy},
                  true, u"protected"_s);
}

CommandId FakeDesk::reversePosition(StrategyId strategy, InstrumentId instrument)
{
    for (std::size_t i = 0; i < m_scene.positions.size(); ++i) {
        const PositionRow row = m_scene.positions[i];
        if (row.strategy != strategy || row.instrument != instrument)
            continue;
        closeRow(i);
        fillMarket(indexOf(instrument), opposite(row.side), row.quantity, strategy, OrderRole::Entry, {}, {}, {});
        break;
    }
    return record({.kind = DeskCommand::Kind::Reverse, .instrument = instrument, .strategy = strategy}, true, u"reversed"_s);
}

CommandId FakeDesk::cancelOrder(OrderId id)
{
    for (OrderRow &row : m_orders) {
        if (row.order.id == id && isWorking(row.order.state())) {
            (void)row.order.apply({.kind = OrderEvent::Kind::CancelRequested, .time = m_scene.time});
            (void)row.order.apply({.kind = OrderEvent::Kind::Cancelled, .time = m_scene.time});
        }
    }
    return record({.kind = DeskCommand::Kind::Cancel, .order = id}, true, u"cancelled"_s);
}

CommandId FakeDesk::cancelAllOrders()
{
    for (OrderRow &row : m_orders) {
        if (isWorking(row.order.state())) {
            (void)row.order.apply({.kind = OrderEvent::Kind::CancelRequested, .time = m_scene.time});
            (void)row.order.apply({.kind = OrderEvent::Kind::Cancelled, .time = m_scene.time});
        }
    }
    return record({.kind = DeskCommand::Kind::CancelAll}, true, u"all working orders cancelled"_s);
}

CommandId FakeDesk::closePosition(StrategyId strategy, InstrumentId instrument)
{
    for (std::size_t i = 0; i < m_scene.positions.size(); ++i) {
        if (m_scene.positions[i].strategy == strategy && m_scene.positions[i].instrument == instrument) {
            closeRow(i);
            break;
        }
    }
    return record({.kind = DeskCommand::Kind::Close, .instrument = instrument, .strategy = strategy}, true, {});
}

CommandId FakeDesk::closeAllPositions()
{
    while (!m_scene.positions.empty())
        closeRow(0);
    return record({.kind = DeskCommand::Kind::CloseAll}, true, u"all positions closed"_s);
}

CommandId FakeDesk::kill(bool shallFlatten)
{
    m_scene.isKilled = true;
    m_scene.isAutoTrading = false;
    m_scene.haltReason = u"kill switch"_s;
    cancelAllOrders();
    m_commands.pop_back(); // the cancel was the desk's own, not the window's
    while (shallFlatten && !m_scene.positions.empty())
        closeRow(0);
    log(DeskEvent::Severity::Error, u"risk"_s, u"kill switch: no new orders"_s);
    return record({.kind = DeskCommand::Kind::Kill, .isOn = shallFlatten}, true, u"killed"_s);
}

CommandId FakeDesk::startWork(const WorkRequest &request)
{
    std::vector<WorkRow> rows = m_scene.works ? *m_scene.works : std::vector<WorkRow>();
    WorkRow row;
    row.id = {rows.size() + 1};
    row.request = request;
    row.symbol = m_instruments[indexOf(request.instrument)].symbol;
    row.startedAt = m_scene.time;
    rows.insert(rows.begin(), row);
    m_scene.works = std::make_shared<const std::vector<WorkRow>>(std::move(rows));
    return record({.kind = DeskCommand::Kind::StartWork, .work = row.id, .workRequest = request}, true,
                  u"worked order %1"_s.arg(row.id.value));
}

CommandId FakeDesk::cancelWork(WorkId id)
{
    std::vector<WorkRow> rows = m_scene.works ? *m_scene.works : std::vector<WorkRow>();
    for (WorkRow &row : rows) {
        if (row.id == id)
            row.state = WorkState::Cancelled;
    }
    m_scene.works = std::make_shared<const std::vector<WorkRow>>(std::move(rows));
    return record({.kind = DeskCommand::Kind::CancelWork, .work = id}, true, {});
}

CommandId FakeDesk::reconcile()
{
    ++m_scene.venue.readings;
    return record({.kind = DeskCommand::Kind::Reconcile}, true, u"the venue was asked for its books"_s);
}

CommandId FakeDesk::resolveDifference(quint64 difference, DifferenceAction action)
{
    const auto removed = std::erase_if(m_scene.venue.differences, [&](const DifferenceRow &row) { return row.id == difference; });
    return record({.kind = DeskCommand::Kind::Resolve, .difference = difference, .action = action}, removed > 0,
                  removed > 0 ? toString(action) : u"the difference is gone or has changed"_s);
}

CommandId FakeDesk::resetLatches(const QString &note)
{
    m_scene.isKilled = false;
    m_scene.isHalted = false;
    m_scene.haltReason.clear();
    log(DeskEvent::Severity::Warning, u"risk"_s, u"latches reset: %1"_s.arg(note));
    return record({.kind = DeskCommand::Kind::Reset, .note = note}, true, u"reset"_s);
}

CommandId FakeDesk::explainBar(InstrumentId instrument, Timestamp after, Timestamp upTo)
{
    using Gate = StrategyVerdict::Gate;
    const CommandId id = record({.kind = DeskCommand::Kind::Explain, .instrument = instrument}, true, {});
    BarExplanation explanation{id, instrument, after, upTo, {}};
    const std::vector<ReasonText> met{{u"fast average 101.2 > 100.9"_s, true}, {u"volume ratio 1.43 ≥ 1.2"_s, true}};
    const std::vector<ReasonText> unmet{{u"fast average 101.2 < 100.9"_s, false}, {u"volume ratio 1.43 ≥ 1.2"_s, true}};
    const auto add = [&](std::string_view strategy, Gate gate, const QString &detail, std::optional<Side> raised) {
        explanation.verdicts.push_back({StrategyId(strategy), Timeframe::M1, upTo,
                                        {{Side::Buy, raised ? met : unmet}, {Side::Sell, unmet}}, raised, SignalState::Denied, gate, detail});
    };
    add("ema_crossover", Gate::Conditions, {}, {});
    add("macd_momentum", Gate::Risk, u"max positions: 5 of 5"_s, Side::Buy);
    add("trend_following", Gate::Before, u"below_confidence_cutoff"_s, Side::Buy);
    QMetaObject::invokeMethod(this, [this, explanation] { Q_EMIT barExplained(explanation); }, Qt::QueuedConnection);
    return id;
}

void FakeDesk::setFeedSpeed(double speed)
{
    m_speed = speed == 0 ? 100 : speed;
    record({.kind = DeskCommand::Kind::Speed, .speed = speed}, true, {});
}

void FakeDesk::setFeedPaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_scene.health.feedState = isPaused ? u"paused"_s : u"live"_s;
    record({.kind = DeskCommand::Kind::Pause, .isOn = isPaused}, true, {});
    publish();
}

void FakeDesk::runFeedTo(Timestamp time)
{
    record({.kind = DeskCommand::Kind::RunTo, .time = time}, true, {});
    m_scene.health.feedTarget = time;
    publish();
}

void FakeDesk::stepFeed()
{
    record({.kind = DeskCommand::Kind::Step}, true, {});
    const bool wasPaused = std::exchange(m_isPaused, false);
    advance();
    m_isPaused = wasPaused;
}

} // namespace bellwether::test
