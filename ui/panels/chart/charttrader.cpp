#include "ui/panels/chart/charttrader.h"

#include "ui/charts/pricechart.h"
#include "ui/models/costtruth.h"
#include "ui/models/ordertablemodel.h"
#include "ui/panels/chart/orderatprice.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

double directionOf(Side side) { return side == Side::Buy ? 1 : -1; }

/// The price an order stands at: its trigger, or its limit.
Price priceOf(const Order &order)
{
    return hasTriggerPrice(order.type) ? order.stopPrice : order.limitPrice;
}

ChartLevel::Kind kindOf(OrderRole role)
{
    return role == OrderRole::StopLoss ? ChartLevel::Kind::Stop
        : role == OrderRole::TakeProfit ? ChartLevel::Kind::Target
                                        : ChartLevel::Kind::Entry;
}

} // namespace

ChartTrader::ChartTrader(const PanelContext &context, PriceChart &chart)
    : QObject(&chart), m_context(context), m_chart(chart), m_layer(new LevelLayer(context.theme, this))
{
    connect(m_layer, &LevelLayer::moveWanted, this, [this](const ChartLevel &level, Price price) { move(level, price); });
    connect(m_layer, &LevelLayer::removeWanted, this, [this](const ChartLevel &level) { remove(level); });
    connect(m_layer, &LevelLayer::protectWanted, this,
            [this](const ChartLevel &position, ChartLevel::Kind kind, Price price) { protect(position, kind, price); });
    if (context.costs)
        connect(context.costs, &CostSwitch::changed, this, [this] { rebuild(); });
    connect(&context.desk, &TradingDesk::commandAnswered, this, [this](const CommandAnswer &answer) {
        // The snapshot that follows shows the line where the desk has it now, moved or not.
        if (std::erase(m_waiting, answer.command) > 0 && !answer.isAccepted)
            m_layer->settle();
    });
}

void ChartTrader::setInstrument(const InstrumentId &instrument)
{
    m_instrument = instrument;
    m_details = m_context.instruments.find(instrument);
    m_layer->setInstrument(m_details ? *m_details : Instrument(), m_context.format);
    rebuild();
}

void ChartTrader::setChosenSignal(std::optional<SignalRow> signal)
{
    m_chosen = std::move(signal);
    rebuild();
}

void ChartTrader::apply(const DeskSnapshot &)
{
    m_snapshot = m_context.desk.snapshot();
    if (m_chosen && m_snapshot && m_snapshot->pendingSignals) {
        // An edit gives the signal a new version: the next one names that.
        for (const SignalRow &row : *m_snapshot->pendingSignals) {
            if (row.id == m_chosen->id)
                m_chosen = row;
        }
    }
    m_layer->setLast(lastPrice());
    rebuild();
    if (m_waiting.empty())
        m_layer->settle();
}

Price ChartTrader::lastPrice() const
{
    if (m_snapshot) {
        for (const WatchRow &row : m_snapshot->watch) {
            if (row.instrument == m_instrument)
                return row.last;
        }
    }
    return {};
}

const PositionRow *ChartTrader::positionOf(StrategyId strategy) const
{
    if (m_snapshot) {
        for (const PositionRow &row : m_snapshot->positions) {
            if (row.instrument == m_instrument && row.strategy == strategy)
                return &row;
        }
    }
    return nullptr;
}

void ChartTrader::rebuild()
{
    std::vector<ChartLevel> levels;
    if (m_snapshot && m_details) {
        addPositions(levels);
        addOrders(levels);
        addSignal(levels);
    }
    m_layer->setLevels(std::move(levels));
}

double ChartTrader::countedCosts(const PositionRow &row) const
{
    if (!m_context.costs || row.closingCosts.currency.isEmpty())
        return 0;
    const Money none = Money::zero(row.closingCosts.currency);
    return -withCosts(none, row.openingCosts + row.closingCosts, m_context.costs->truth()).toDouble();
}

void ChartTrader::addPositions(std::vector<ChartLevel> &levels) const
{
    for (const PositionRow &row : m_snapshot->positions) {
        if (row.instrument != m_instrument)
            continue;
        ChartLevel level{.kind = ChartLevel::Kind::Position, .price = row.averagePrice};
        level.label = u"%1 %2 @ %3"_s.arg(row.side == Side::Buy ? tr("LONG") : tr("SHORT"),
                                          m_context.format.quantity(row.quantity, row.quantityDecimals),
                                          m_context.format.price(row.averagePrice, row.priceDecimals));
        level.side = row.side;
        level.strategy = row.strategy;
        level.entry = row.averagePrice;
        level.moneyPerPoint = directionOf(row.side) * row.quantity.toDouble() * double(m_details->multiplier);
        level.costs = countedCosts(row);
        level.currency = m_details->currency.toString();
        level.riskPerUnit = row.stop.isZero() ? 0 : std::fabs(row.averagePrice.toDouble() - row.stop.toDouble());
        level.canRemove = true;
        level.canMove = true;
        levels.push_back(level);
    }
}

void ChartTrader::addOrders(std::vector<ChartLevel> &levels) const
{
    if (!m_snapshot->orders)
        return;
    for (const OrderRow &row : *m_snapshot->orders) {
        const Order &order = row.order;
        if (order.instrument != m_instrument || !isWorking(order.state()) || priceOf(order).isZero())
            continue;
        ChartLevel level{.kind = kindOf(order.role), .price = priceOf(order)};
        level.label = u"%1 %2 %3"_s.arg(order.side == Side::Buy ? tr("BUY") : tr("SELL"),
                                        m_context.format.quantity(order.leavesQuantity(), row.quantityDecimals),
                                        order.role == OrderRole::StopLoss         ? tr("stop loss")
                                            : order.role == OrderRole::TakeProfit ? tr("target")
                                                                                  : orderTypeText(order.type));
        level.side = order.side;
        level.order = order.id;
        level.strategy = order.strategy;
        level.currency = m_details->currency.toString();
        const double size = order.leavesQuantity().toDouble() * double(m_details->multiplier);
        if (const PositionRow *position = positionOf(order.strategy); position && isReducing(order.role)) {
            level.entry = position->averagePrice;
            level.moneyPerPoint = directionOf(position->side) * size;
        } else if (order.role == OrderRole::Entry && !order.bracketStop.isZero()) {
            // What is lost when the entry fills and its stop is hit.
            level.entry = order.bracketStop;
            level.moneyPerPoint = -directionOf(order.side) * size;
        }
        level.canMove = order.state() == OrderState::Open || order.state() == OrderState::Partial;
        level.canRemove = true;
        levels.push_back(level);
    }
}

void ChartTrader::addSignal(std::vector<ChartLevel> &levels) const
{
    if (!m_chosen || m_chosen->instrument != m_instrument)
        return;
    const bool canEdit = m_chosen->state == SignalState::Pending && !m_chosen->isExit;
    ChartLevel level{.kind = ChartLevel::Kind::Entry, .price = m_chosen->signalPrice, .label = tr("signal")};
    level.side = m_chosen->side;
    level.strategy = m_chosen->strategy;
    level.currency = m_details->currency.toString();
    levels.push_back(level);
    level.entry = m_chosen->signalPrice;
    level.moneyPerPoint = directionOf(m_chosen->side) * m_chosen->quantity.toDouble() * double(m_details->multiplier);
    level.canMove = canEdit;
    const auto add = [&](ChartLevel::Kind kind, Price price, const QString &label) {
        if (price.isZero())
            return;
        level.kind = kind;
        level.price = price;
        level.label = label;
        levels.push_back(level);
    };
    add(ChartLevel::Kind::Stop, m_chosen->stop, tr("signal stop"));
    add(ChartLevel::Kind::Target, m_chosen->target, tr("signal target"));
}

void ChartTrader::move(const ChartLevel &level, Price price)
{
    if (level.order.isValid()) {
        m_waiting.push_back(m_context.desk.modifyOrder(level.order, {.price = price}));
        return;
    }
    if (!m_chosen)
        return;
    SignalEdit edit;
    (level.kind == ChartLevel::Kind::Stop ? edit.stop : edit.target) = price;
    m_waiting.push_back(m_context.desk.editSignal(m_chosen->id, m_chosen->version, edit));
}

void ChartTrader::remove(const ChartLevel &level)
{
    if (level.kind == ChartLevel::Kind::Position)
        m_context.desk.closePosition(level.strategy, m_instrument);
    else if (level.order.isValid())
        m_context.desk.cancelOrder(level.order);
}

void ChartTrader::protect(const ChartLevel &position, ChartLevel::Kind kind, Price price)
{
    const PositionRow *row = positionOf(position.strategy);
    if (!row) {
        m_layer->settle();
        return;
    }
    const bool isStop = kind == ChartLevel::Kind::Stop;
    m_waiting.push_back(m_context.desk.protectPosition(position.strategy, m_instrument, isStop ? price : row->stop,
                                                       isStop ? row->target : price));
}

void ChartTrader::askOrder(Side side, OrderType type, Price price)
{
    OrderRequest request;
    request.instrument = m_instrument;
    request.side = side;
    request.type = type;
    (type == OrderType::Stop ? request.stopPrice : request.limitPrice) = price;
    auto *dialog = new OrderAtPrice(m_context, *m_details, request, lastPrice(), m_snapshot->account.equity, &m_chart);
    dialog->show(); // never modal: closing and cancelling go on
}

void ChartTrader::addActions(QMenu &menu, double at)
{
    if (!m_details || !m_snapshot || at <= 0)
        return;
    const Price price = m_details->roundToTick(at, Rounding::Nearest);
    const Price last = lastPrice();
    const QString text = m_context.format.price(price, m_details->priceDecimals());
    const auto add = [&](const QString &name, const QString &objectName, Side side, OrderType type) {
        QAction *action = menu.addAction(name.arg(text), this, [this, side, type, price] { askOrder(side, type, price); });
        action->setObjectName(objectName);
        // A limit beyond the market would trade at once, a stop on this side of it too: neither is what was asked for.
        const bool isBelow = price < last;
        const bool wantsBelow = (side == Side::Buy) == (type == OrderType::Limit);
        action->setEnabled(price.isPositive() && !last.isZero() && price != last && isBelow == wantsBelow);
    };
    add(tr("Buy limit at %1…"), u"buyLimit"_s, Side::Buy, OrderType::Limit);
    add(tr("Buy stop at %1…"), u"buyStop"_s, Side::Buy, OrderType::Stop);
    add(tr("Sell limit at %1…"), u"sellLimit"_s, Side::Sell, OrderType::Limit);
    add(tr("Sell stop at %1…"), u"sellStop"_s, Side::Sell, OrderType::Stop);
    menu.addSeparator();
}

} // namespace bellwether
