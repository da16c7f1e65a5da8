#include "ui/panels/depth/depthpanel.h"

#include "ui/panels/depth/depthladder.h"
#include "ui/panels/ticket/ordersender.h"
#include "ui/widgets/decimaledit.h"
#include "ui/widgets/tone.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

DepthPanel::DepthPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_ladder(new DepthLadder(context.theme, m_context.format, this)),
      m_sender(new OrderSender(context, this)), m_symbol(new QLabel(this)), m_quantity(new DecimalEdit(this)),
      m_grouping(new QComboBox(this)), m_follow(new QToolButton(this)), m_hint(new QLabel(this)), m_totals(new QLabel(this))
{
    setObjectName(u"depthPanel"_s);
    m_symbol->setProperty("kind", u"heading"_s);
    m_quantity->setObjectName(u"depthQuantity"_s);
    m_quantity->setAccessibleName(tr("Quantity of a click"));
    m_quantity->setToolTip(tr("Quantity of an order placed by a click"));
    m_grouping->setObjectName(u"depthGrouping"_s);
    m_grouping->setAccessibleName(tr("Price step"));
    m_grouping->setToolTip(tr("Prices of one row"));
    m_follow->setObjectName(u"depthFollow"_s);
    m_follow->setText(tr("Follow"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setProperty("kind", u"flat"_s);
    m_follow->setAccessibleName(tr("Keep the market in the middle"));
    m_follow->setToolTip(tr("Keep the market in the middle (F); it stands still under the pointer. C centres once."));
    m_hint->setObjectName(u"depthHint"_s);
    m_hint->setProperty("tone", u"muted"_s);
    m_totals->setObjectName(u"depthTotals"_s);
    m_totals->setProperty("tone", u"muted"_s);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 4);
    top->setSpacing(6);
    top->addWidget(m_symbol);
    top->addStretch();
    top->addWidget(m_quantity);
    top->addWidget(m_grouping);
    top->addWidget(m_follow);
    m_quantity->setMaximumWidth(fontMetrics().horizontalAdvance(u'0') * 12);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(6, 2, 6, 4);
    bottom->addWidget(m_hint);
    bottom->addStretch();
    bottom->addWidget(m_totals);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_ladder, 1);
    layout->addLayout(bottom);
    setFocusProxy(m_ladder);
    connect(&context.desk, &TradingDesk::depthUpdated, this, [this](const DepthUpdatePtr &update) { applyDepth(*update); });
    connect(m_sender, &OrderSender::notice, this, &Panel::notice);
    connect(m_follow, &QToolButton::toggled, m_ladder, &DepthLadder::setFollowing);
    connect(m_ladder, &DepthLadder::followingChanged, m_follow, &QToolButton::setChecked);
    connect(m_grouping, &QComboBox::activated, this, [this] { setStep(); });
    connect(m_ladder, &DepthLadder::hintChanged, this, [this] { showHint(); });
    connect(m_ladder, &DepthLadder::placeWanted, this, &DepthPanel::place);
    connect(m_ladder, &DepthLadder::moveWanted, this, [this](const std::vector<OrderRow> &orders, Price price) {
        for (const OrderRow &row : orders)
            m_context.desk.modifyOrder(row.order.id, {.price = price});
    });
    connect(m_ladder, &DepthLadder::cancelWanted, this, [this](const std::vector<OrderRow> &orders) {
        for (const OrderRow &row : orders)
            m_context.desk.cancelOrder(row.order.id);
    });
    connect(m_quantity, &QLineEdit::textChanged, this, [this] { showHint(); });
}

void DepthPanel::show(const InstrumentId &instrument)
{
    if (m_instrument == instrument)
        return;
    const Instrument *details = m_context.instruments.find(instrument);
    if (details == nullptr)
        return;
    subscribe(false);
    m_instrument = instrument;
    m_details = details;
    m_symbol->setText(details->symbol);
    const Quantity least = std::max(details->quantityMin, details->lotSize);
    m_quantity->setUp(details->lotSize.raw(), least.raw(), details->quantityDecimals(), false);
    m_quantity->setValue(least.raw());
    m_ladder->setInstrument(*details);
    m_ladder->setNote(details->kind == InstrumentKind::Index ? tr("An index cannot be traded: it has no order book.")
                                                              : tr("Waiting for the order book…"));
    m_usualTicks = 0;
    m_orders.reset();
    if (isVisible())
        subscribe(true);
}

void DepthPanel::subscribe(bool isOn)
{
    if (isOn == m_isSubscribed || (isOn && m_details == nullptr))
        return;
    m_isSubscribed = isOn;
    if (isOn)
        m_context.desk.subscribeDepth(m_instrument);
    else
        m_context.desk.unsubscribeDepth(m_instrument);
}

void DepthPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    subscribe(true);
}

void DepthPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    subscribe(false);
}

void DepthPanel::setStep()
{
    const std::int64_t chosen = m_grouping->currentData().toLongLong();
    m_ladder->book().setStep(Price::fromRaw(m_details->tickSize.raw() * (chosen > 0 ? chosen : std::max<std::int64_t>(1, m_usualTicks))));
    m_ladder->centre();
    m_ladder->refresh();
}

void DepthPanel::applyDepth(const DepthUpdate &update)
{
    if (update.instrument != m_instrument || m_details == nullptr)
        return;
    if (!update.isAvailable) {
        m_ladder->setNote(tr("This feed has no order book: a replay of bars knows prices, not what rested around them."));
        m_totals->clear();
        return;
    }
    LadderBook &book = m_ladder->book();
    book.setDepth(update.depth);
    m_ladder->setNote(!book.isEmpty() ? QString()
                          : m_details->kind == InstrumentKind::Index ? tr("An index cannot be traded: it has no order book.")
                                                                      : tr("Nothing is quoted now: the exchange is closed."));
    if (m_usualTicks == 0 && !book.isEmpty()) {
        m_usualTicks = usualTicksPerRow(update.depth, m_details->tickSize);
        m_grouping->clear();
        m_grouping->addItem(tr("auto"), 0);
        for (const std::int64_t factor : {1, 2, 5, 10, 50})
            m_grouping->addItem(m_context.format.price(Price::fromRaw(m_details->tickSize.raw() * m_usualTicks * factor), m_details->priceDecimals()),
                                qlonglong(m_usualTicks * factor));
        if (m_usualTicks > 1)
            m_grouping->addItem(m_context.format.price(m_details->tickSize, m_details->priceDecimals()), 1);
        setStep();
    }
    m_ladder->setLastTrade(update.lastTrade);
    m_ladder->refresh();
    const double bids = book.total(Side::Buy).toDouble();
    const double asks = book.total(Side::Sell).toDouble();
    setText(m_totals, bids + asks > 0 ? tr("bids %1 · asks %2 · %3 bid")
                                            .arg(m_ladder->totalText(Side::Buy), m_ladder->totalText(Side::Sell),
                                                 m_context.format.percent(bids / (bids + asks) * 100, 0))
                                      : QString());
}

void DepthPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!isVisible() || snapshot.orders == m_orders)
        return;
    m_orders = snapshot.orders;
    std::vector<OrderRow> ours;
    for (const OrderRow &row : *m_orders) {
        if (row.order.instrument == m_instrument && isWorking(row.order.state()))
            ours.push_back(row);
    }
    m_ladder->book().setOrders(std::move(ours));
    m_ladder->refresh();
}

void DepthPanel::place(Side side, OrderType type, Price price)
{
    const auto quantity = m_quantity->value();
    if (!quantity) {
        m_quantity->setFocus();
        Q_EMIT notice(tr("The quantity of a click is no multiple of the lot."));
        return;
    }
    OrderRequest request;
    request.instrument = m_instrument;
    request.side = side;
    request.type = type;
    request.quantity = Quantity::fromRaw(*quantity);
    (type == OrderType::Stop ? request.stopPrice : request.limitPrice) = price;
    m_sender->send(request);
}

void DepthPanel::showHint() { setText(m_hint, m_ladder->hint()); }

} // namespace bellwether
