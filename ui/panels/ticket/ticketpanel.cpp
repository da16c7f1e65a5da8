#include "ui/panels/ticket/ticketpanel.h"

#include "ui_orderticket.h"

#include "ui/models/costtruth.h"
#include "ui/models/ordertablemodel.h"
#include "ui/models/signaltablemodel.h"
#include "ui/models/worktablemodel.h"
#include "ui/panels/ticket/orderconsent.h"
#include "ui/panels/ticket/ordersender.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tone.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int restMs = 120;
constexpr int workBase = 100; ///< numbers of worked orders in the list of types

QString validityText(TimeInForce validity)
{
    switch (validity) {
    case TimeInForce::Day: return TicketPanel::tr("Day");
    case TimeInForce::GoodTillCancelled: return TicketPanel::tr("Until cancelled");
    case TimeInForce::ImmediateOrCancel: return TicketPanel::tr("At once or never");
    case TimeInForce::PostOnly: return TicketPanel::tr("Post-only");
    }
    return {};
}

} // namespace

TicketPanel::TicketPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_ui(std::make_unique<Ui::OrderTicket>())
{
    m_ui->setupUi(this);
    setObjectName(u"orderTicket"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(300);
    m_ui->mode->setProperty("kind", u"badge"_s);
    m_ui->mode->setObjectName(u"ticketMode"_s);
    m_ui->last->setProperty("kind", u"value"_s);
    for (QLabel *caption : {m_ui->account, m_ui->shareLabel, m_ui->valueCaption, m_ui->marginCaption, m_ui->costsCaption, m_ui->breakevenCaption, m_ui->cashCaption,
                            m_ui->riskCaption, m_ui->exposureCaption, m_ui->suggestedCaption})
        caption->setProperty("kind", u"caption"_s);
    m_ui->buy->setProperty("kind", u"buySide"_s);
    m_ui->sell->setProperty("kind", u"sellSide"_s);
    for (const Instrument &instrument : context.desk.instruments()) {
        if (instrument.kind != InstrumentKind::Index)
            m_ui->symbol->addItem(instrument.symbol, instrument.id.toString());
    }
    m_ui->symbol->setInsertPolicy(QComboBox::NoInsert);
    m_ui->symbol->completer()->setFilterMode(Qt::MatchContains);
    m_ui->symbol->completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (const OrderType type : {OrderType::Market, OrderType::Limit, OrderType::Stop, OrderType::StopLimit, OrderType::MarketIfTouched, OrderType::LimitIfTouched})
        m_ui->type->addItem(orderTypeText(type), int(type));
    m_ui->type->insertSeparator(m_ui->type->count());
    for (const WorkKindInfo &info : allWorkKinds()) {
        m_ui->type->addItem(workKindText(info.kind), workBase + int(info.kind));
        m_ui->type->setItemData(m_ui->type->count() - 1, workKindHelp(info.kind), Qt::ToolTipRole);
    }
    for (const TimeInForce validity : {TimeInForce::GoodTillCancelled, TimeInForce::Day, TimeInForce::ImmediateOrCancel, TimeInForce::PostOnly})
        m_ui->validity->addItem(validityText(validity), int(validity));
    m_ask.setSingleShot(true);
    m_ask.setInterval(restMs);
    connectForm();
    if (m_ui->symbol->count() > 0)
        setInstrument(InstrumentId(m_ui->symbol->itemData(0).toString()));
    setSide(Side::Buy);
    showFields();
    setFocusProxy(m_ui->quantity);
}

TicketPanel::~TicketPanel() = default;

void TicketPanel::connectForm()
{
    connect(&m_ask, &QTimer::timeout, this, [this] { askPreview(); });
    connect(m_ui->buy, &QPushButton::clicked, this, [this] { setSide(Side::Buy); });
    connect(m_ui->sell, &QPushButton::clicked, this, [this] { setSide(Side::Sell); });
    connect(m_ui->symbol, &QComboBox::currentIndexChanged, this, [this](int row) {
        if (row >= 0)
            setInstrument(InstrumentId(m_ui->symbol->itemData(row).toString()));
    });
    connect(m_ui->type, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        changed();
    });
    connect(m_ui->product, &QComboBox::currentIndexChanged, this, [this] { changed(); });
    connect(m_ui->work, &WorkForm::changed, this, [this] { changed(); });
    if (m_context.costs)
        connect(m_context.costs, &CostSwitch::changed, this, [this] { showFigures(); });
    connect(m_ui->validity, &QComboBox::currentIndexChanged, this, [this] { changed(); });
    const std::array steppers{std::tuple{m_ui->quantity, m_ui->quantityLess, m_ui->quantityMore},
                              std::tuple{m_ui->limit, m_ui->limitLess, m_ui->limitMore},
                              std::tuple{m_ui->trigger, m_ui->triggerLess, m_ui->triggerMore},
                              std::tuple{m_ui->stop, m_ui->stopLess, m_ui->stopMore},
                              std::tuple{m_ui->target, m_ui->targetLess, m_ui->targetMore}};
    for (const auto &[edit, less, more] : steppers) {
        connect(edit, &QLineEdit::textChanged, this, [this] { changed(); });
        const auto step = [this, edit = edit](int steps) {
            if (edit->text().isEmpty() && edit != m_ui->quantity)
                edit->setValue(m_last.raw()); // an empty price starts at the market
            else
                edit->stepBy(steps);
        };
        connect(less, &QToolButton::clicked, this, [step] { step(-1); });
        connect(more, &QToolButton::clicked, this, [step] { step(1); });
    }
    for (const auto &[button, percent] : {std::pair{m_ui->share1, 1.0}, std::pair{m_ui->share2, 2.0}, std::pair{m_ui->share5, 5.0},
                                          std::pair{m_ui->share10, 10.0}, std::pair{m_ui->share25, 25.0}})
        connect(button, &QToolButton::clicked, this, [this, percent = percent] { setShare(percent); });
    connect(m_ui->clear, &QPushButton::clicked, this, [this] { clear(); });
    connect(m_ui->send, &QPushButton::clicked, this, [this] { send(); });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this] { send(); });
    }
}

void TicketPanel::setSide(Side side)
{
    m_side = side;
    m_ui->buy->setChecked(side == Side::Buy);
    m_ui->sell->setChecked(side == Side::Sell);
    const QString name = side == Side::Buy ? u"buy"_s : u"sell"_s;
    setStyleProperty(this, "side", name);
    setStyleProperty(m_ui->send, "kind", name + u"Deed"_s);
    changed();
}

void TicketPanel::setInstrument(const InstrumentId &id)
{
    m_instrument = m_context.instruments.find(id);
    if (!m_instrument)
        return;
    const int row = m_ui->symbol->findData(id.toString());
    const QSignalBlocker quiet(m_ui->symbol);
    m_ui->symbol->setCurrentIndex(row);
    m_ui->quantity->setUp(m_instrument->lotSize.raw(), std::max(m_instrument->quantityMin, m_instrument->lotSize).raw(),
                          m_instrument->quantityDecimals(), false);
    const std::vector<Product> products = productsOf(*m_instrument);
    {
        const QSignalBlocker still(m_ui->product);
        m_ui->product->clear();
        for (const Product each : products)
            m_ui->product->addItem(toString(each), int(each));
        m_ui->product->setToolTip(tr("CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night"));
    }
    m_ui->form->setRowVisible(m_ui->product, !products.empty());
    m_ui->work->setInstrument(*m_instrument);
    for (DecimalEdit *edit : {m_ui->limit, m_ui->trigger, m_ui->stop, m_ui->target})
        edit->setUp(m_instrument->tickSize.raw(), 0, m_instrument->priceDecimals(), true);
    m_last = {};
    m_ui->last->clear();
    if (const auto snapshot = m_context.desk.snapshot())
        takePrice(*snapshot);
    clear();
}

Quantity TicketPanel::leastQuantity() const
{
    const Quantity least = std::max(m_instrument->quantityMin, m_instrument->lotSize);
    const double unit = m_last.toDouble() * double(m_instrument->multiplier);
    if (!(unit > 0) || !m_instrument->notionalMin.amount.isPositive())
        return least;
    // A little more than the venue's least value, which the price may pass before the order is there.
    const Quantity worth = m_instrument->roundToLot(Quantity::fromDouble(1.05 * m_instrument->notionalMin.toDouble() / unit));
    return std::max(least, worth + m_instrument->lotSize);
}

void TicketPanel::clear()
{
    m_ui->quantity->setValue(leastQuantity().raw());
    for (DecimalEdit *edit : {m_ui->limit, m_ui->trigger, m_ui->stop, m_ui->target})
        edit->clear();
    m_ui->type->setCurrentIndex(0);
    m_ui->result->clear();
    changed();
}

void TicketPanel::start(Side side, const InstrumentId &instrument, Price limit)
{
    setInstrument(instrument);
    setSide(side);
    if (!limit.isZero()) {
        m_ui->type->setCurrentIndex(m_ui->type->findData(int(OrderType::Limit)));
        m_ui->limit->setValue(limit.raw());
    }
    m_ui->quantity->setFocus();
    m_ui->quantity->selectAll();
}

void TicketPanel::setShare(double percent)
{
    const auto draft = request();
    const double price = draft && hasLimitPrice(draft->type) ? draft->limitPrice.toDouble() : m_last.toDouble();
    if (!(price > 0))
        return;
    const double units = m_equity.toDouble() * percent / 100 / (price * double(m_instrument->multiplier));
    const Quantity quantity = m_instrument->roundToLot(Quantity::fromDouble(std::clamp(units, 0.0, 1e9)));
    if (quantity.isPositive())
        m_ui->quantity->setValue(quantity.raw());
    else
        m_ui->result->setText(tr("%1 % of the equity is less than one lot.").arg(percent));
}

Result<OrderRequest> TicketPanel::request() const
{
    if (!m_instrument)
        return failure(ErrorCode::NotFound, tr("Choose a symbol."));
    OrderRequest request;
    request.instrument = m_instrument->id;
    request.side = m_side;
    request.product = product();
    request.type = OrderType(m_ui->type->currentData().toInt());
    request.timeInForce = TimeInForce(m_ui->validity->currentData().toInt());
    const auto quantity = m_ui->quantity->value();
    if (!quantity)
        return failure(quantity.error());
    request.quantity = Quantity::fromRaw(*quantity);
    for (const auto &[edit, member] : {std::pair{m_ui->limit, &OrderRequest::limitPrice}, std::pair{m_ui->trigger, &OrderRequest::stopPrice},
                                       std::pair{m_ui->stop, &OrderRequest::bracketStop}, std::pair{m_ui->target, &OrderRequest::bracketTarget}}) {
        const auto price = edit->value();
        if (!price)
            return failure(price.error());
        request.*member = Price::fromRaw(*price);
    }
    if (!hasLimitPrice(request.type))
        request.limitPrice = {};
    else if (request.limitPrice.isZero())
        return failure(ErrorCode::InvalidArgument, tr("A limit order needs a price."));
    if (!hasTriggerPrice(request.type))
        request.stopPrice = {};
    else if (request.stopPrice.isZero())
        return failure(ErrorCode::InvalidArgument, tr("A stop order needs a trigger price."));
    const Price entry = hasLimitPrice(request.type) ? request.limitPrice : hasTriggerPrice(request.type) ? request.stopPrice : m_last;
    const int sign = signOf(m_side);
    if (!request.bracketStop.isZero() && entry.isPositive() && sign * (entry - request.bracketStop).raw() <= 0)
        return failure(ErrorCode::OutOfRange, tr("The stop is on the wrong side of the entry."));
    if (!request.bracketTarget.isZero() && entry.isPositive() && sign * (request.bracketTarget - entry).raw() <= 0)
        return failure(ErrorCode::OutOfRange, tr("The target is on the wrong side of the entry."));
    return request;
}

Product TicketPanel::product() const
{
    return m_ui->product->count() > 0 ? Product(m_ui->product->currentData().toInt()) : Product::None;
}

std::optional<WorkKind> TicketPanel::workKind() const
{
    const int chosen = m_ui->type->currentData().toInt();
    return chosen >= workBase ? std::optional(WorkKind(chosen - workBase)) : std::nullopt;
}

Result<WorkRequest> TicketPanel::workRequest() const
{
    const auto kind = workKind();
    if (!kind || !m_instrument)
        return failure(ErrorCode::NotFound, tr("Choose a symbol."));
    const WorkKindInfo &info = infoOf(*kind);
    QStringList words{toString(*kind), u"instrument="_s + m_instrument->id.toString()};
    if (info.hasSide)
        words.append(u"side="_s + (m_side == Side::Buy ? u"buy"_s : u"sell"_s));
    if (info.hasQuantity) {
        const auto quantity = m_ui->quantity->value();
        if (!quantity)
            return failure(quantity.error());
        words.append(u"quantity="_s + toString(Quantity::fromRaw(*quantity)));
    }
    if (info.hasQuantity && product() != Product::None)
        words.append(u"product="_s + toString(product()));
    const auto fields = m_ui->work->words();
    if (!fields)
        return failure(fields.error());
    return parseWorkRequest((words + *fields).join(u' '));
}

std::optional<OrderRequest> TicketPanel::firstOrderOf(const WorkRequest &work) const
{
    const WorkKindInfo &info = infoOf(work.kind);
    if (!info.hasQuantity || work.role == OrderRole::Exit)
        return {};
    OrderRequest first;
    first.instrument = work.instrument;
    first.strategy = work.strategy;
    first.side = work.side;
    first.product = work.product;
    first.quantity = work.quantity;
    if (work.kind == WorkKind::Iceberg)
        first.quantity = work.visible;
    if (work.slices > 1)
        first.quantity = std::max(m_instrument->lotSize, m_instrument->roundToLot(Quantity::fromRaw(work.quantity.raw() / work.slices)));
    first.limitPrice = work.limitPrice;
    first.type = work.limitPrice.isPositive() ? OrderType::Limit : OrderType::Market;
    first.bracketStop = work.bracketStop;
    first.bracketTarget = work.bracketTarget;
    return first;
}

// Each type shows what it asks for.
void TicketPanel::showFields()
{
    const auto kind = workKind();
    const WorkKindInfo *info = kind ? &infoOf(*kind) : nullptr;
    if (kind)
        m_ui->work->setKind(*kind);
    m_ui->work->setVisible(kind.has_value());
    m_ui->type->setToolTip(kind ? workKindHelp(*kind) : QString());
    m_ui->buy->setEnabled(!info || info->hasSide);
    m_ui->sell->setEnabled(!info || info->hasSide);
    for (QLayout *row : std::initializer_list<QLayout *>{m_ui->quantityRow, m_ui->shares})
        m_ui->form->setRowVisible(row, !info || info->hasQuantity);
    for (QLayout *row : std::initializer_list<QLayout *>{m_ui->limitRow, m_ui->triggerRow, m_ui->stopRow, m_ui->targetRow})
        m_ui->form->setRowVisible(row, !info);
    m_ui->form->setRowVisible(m_ui->validity, !info);
}

void TicketPanel::changed()
{
    const auto type = workKind() ? OrderType::Market : OrderType(m_ui->type->currentData().toInt());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->limit, m_ui->limitLess, m_ui->limitMore, m_ui->limitLabel})
        widget->setEnabled(hasLimitPrice(type));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->trigger, m_ui->triggerLess, m_ui->triggerMore, m_ui->triggerLabel})
        widget->setEnabled(hasTriggerPrice(type));
    m_preview.reset();
    m_asked = 0;
    m_ask.start();
    showPreview();
}

void TicketPanel::askPreview()
{
    if (!isVisible())
        return;
    if (workKind()) {
        const auto work = workRequest();
        if (const auto first = work ? firstOrderOf(*work) : std::nullopt)
            m_asked = m_context.desk.previewOrder(*first);
        return;
    }
    if (const auto draft = request())
        m_asked = m_context.desk.previewOrder(*draft);
}

void TicketPanel::applyPreview(const OrderPreview &preview)
{
    if (preview.command != m_asked)
        return; // of a ticket that has changed since
    m_preview = preview;
    showPreview();
}

void TicketPanel::showPreview()
{
    const auto work = workKind() ? std::optional(workRequest()) : std::nullopt;
    const auto draft = work ? Result<void>(work->has_value() ? Result<void>() : failure(work->error())) : request().map([](const OrderRequest &) {});
    QString verdict;
    QString tone;
    if (!draft) {
        verdict = draft.error().detail;
        tone = u"warning"_s;
    } else if (work && !firstOrderOf(**work)) {
        verdict = tr("The engine works it and sends what reduces risk only.");
        tone = u"muted"_s;
    } else if (m_preview && !m_preview->error.isEmpty()) {
        verdict = m_preview->error;
        tone = u"warning"_s;
    } else if (m_preview && !m_preview->refusals.empty()) {
        QStringList lines{work ? tr("The risk gate would refuse its first order:") : tr("The risk gate would refuse it:")};
        for (const OrderPreview::Refusal &refusal : m_preview->refusals)
            lines.append(u"✗  "_s + refusal.text);
        verdict = lines.join(u'\n');
        tone = u"warning"_s;
    } else if (m_preview) {
        verdict = u"✓  "_s + (work ? tr("The risk gate would let its first order pass; each one is checked when it is sent.") : tr("The risk gate would let it pass."));
        tone = u"muted"_s;
    }
    m_ui->verdict->setText(verdict);
    setStyleProperty(m_ui->verdict, "tone", tone);
    showFigures();
    showSend();
}

bool TicketPanel::canBePreviewed() const
{
    if (!workKind())
        return request().has_value();
    const auto work = workRequest();
    return work && firstOrderOf(*work);
}

void TicketPanel::showFigures()
{
    const Format &format = m_context.format;
    if (m_preview && m_preview->error.isEmpty()) {
        const CostTruth truth = m_context.costs ? m_context.costs->truth() : CostTruth::Net;
        const double times = truth == CostTruth::Gross ? 0 : truth == CostTruth::Net ? 1 : 2;
        const double bothWays = (m_preview->costs.toDouble() + m_preview->exitCosts.toDouble()) * times;
        const double value = m_preview->value.toDouble();
        m_ui->breakevenCaption->setText(tr("Break-even, %1").arg(costTruthText(truth)));
        m_ui->breakeven->setText(value > 0 ? format.signedPercent(bothWays / value * 100, 3) : u"—"_s);
        m_ui->margin->setText(format.moneyWithCurrency(m_preview->margin));
        // The risk has the costs of both ways in it.
        const Money risk = m_preview->riskCosts.currency.isEmpty() ? m_preview->risk : withCosts(m_preview->risk - m_preview->riskCosts, -m_preview->riskCosts, truth);
        const double riskPercent = m_preview->risk.amount.isZero() ? 0 : m_preview->riskPercent * risk.toDouble() / m_preview->risk.toDouble();
        m_ui->value->setText(format.moneyWithCurrency(m_preview->value));
        m_ui->costs->setText(format.moneyWithCurrency(m_preview->costs));
        m_ui->cash->setText(format.moneyWithCurrency(m_preview->cashFree));
        m_ui->risk->setText(m_preview->risk.amount.isZero()
                                ? tr("no stop")
                                : u"%1  (%2)"_s.arg(format.moneyWithCurrency(risk), format.percent(riskPercent)));
        m_ui->exposure->setText(u"%1 → %2"_s.arg(format.percent(m_preview->exposurePercentNow, 1), format.percent(m_preview->exposurePercentAfter, 1)));
        m_ui->suggested->setText(m_preview->suggested.isPositive() && m_instrument ? format.quantity(m_preview->suggested, m_instrument->quantityDecimals()) : u"—"_s);
        m_ui->suggested->setToolTip(m_preview->sizing);
    } else if (!canBePreviewed()) {
        for (QLabel *figure : {m_ui->value, m_ui->margin, m_ui->costs, m_ui->breakeven, m_ui->cash, m_ui->risk, m_ui->exposure, m_ui->suggested})
            figure->setText(u"—"_s);
    }
}

QString TicketPanel::deed() const
{
    if (const auto kind = workKind()) {
        const WorkKindInfo &info = infoOf(*kind);
        const auto quantity = m_ui->quantity->value();
        const QString size = info.hasQuantity && quantity && m_instrument ? m_context.format.quantity(Quantity::fromRaw(*quantity), m_instrument->quantityDecimals()) : QString();
        return tr("Start %1 %2 %3 %4").arg(workKindText(*kind), info.hasSide ? sideText(m_side) : QString(), size, m_instrument ? m_instrument->symbol : QString()).simplified();
    }
    const auto draft = request();
    OrderRequest named = draft ? *draft : OrderRequest();
    named.side = m_side;
    named.instrument = m_instrument ? m_instrument->id : InstrumentId();
    return orderDeed(m_context, named);
}

void TicketPanel::showSend()
{
    m_ui->send->setText(deed());
    if (const auto kind = workKind()) {
        const auto work = workRequest();
        const bool isJudged = m_preview && m_preview->error.isEmpty() && (m_preview->refusals.empty() || !infoOf(*kind).startsAtOnce);
        m_ui->send->setEnabled(work && (!firstOrderOf(*work) || isJudged));
        return;
    }
    m_ui->send->setEnabled(m_preview && m_preview->error.isEmpty() && m_preview->refusals.empty() && request());
}

void TicketPanel::sendWork(const WorkRequest &work)
{
    const Format &format = m_context.format;
    const WorkKindInfo &info = infoOf(work.kind);
    QString text = workKindHelp(work.kind);
    if (info.hasSide)
        text += u"\n\n"_s + tr("%1 %2 %3 in all.").arg(sideText(work.side), format.quantity(work.quantity, m_instrument->quantityDecimals()), m_instrument->symbol);
    if (const auto fields = m_ui->work->words()) {
        text += u"\n\n"_s;
        text += tr("As entered: %1").arg(fields->join(u", "_s));
    }
    text += u"\n\n"_s + tr("It goes on after a restart. It is ended in the panel of orders.");
    const auto snapshot = m_context.desk.snapshot();
    const bool isLive = snapshot && snapshot->mode == RunMode::Live;
    text += u' ' + (isLive ? tr("This is a LIVE account: it trades real money.") : tr("This is a PAPER account."));
    ConfirmDialog::ask(this, {.title = tr("Start a worked order"), .text = text, .deed = deed()}, [this, work](bool, const QString &) {
        m_ui->result->setText(tr("Sending…"));
        m_sent = m_context.desk.startWork(work);
    });
}

void TicketPanel::send()
{
    if (workKind()) {
        const auto work = workRequest();
        if (work && m_ui->send->isEnabled())
            sendWork(*work);
        return;
    }
    const auto draft = request();
    if (!draft || !m_ui->send->isEnabled())
        return;
    const QStringList beyond = orderCautions(m_context, *draft, *m_preview);
    const auto submit = [this, order = *draft] {
        m_ui->result->setText(tr("Sending…"));
        m_sent = m_context.desk.submitOrder(order);
    };
    if (m_context.consent && m_context.consent->isArmed() && beyond.isEmpty()) {
        m_context.consent->touch();
        submit();
        return;
    }
    ConfirmDialog::ask(this, {.title = tr("Send the order"), .text = orderQuestion(m_context, *draft, *m_preview, beyond), .deed = deed()},
                       [submit](bool, const QString &) { submit(); });
}

void TicketPanel::applyAnswer(const CommandAnswer &answer)
{
    if (answer.command != m_sent)
        return;
    m_sent = 0;
    m_ui->result->setText(answer.isAccepted ? tr("Sent: %1").arg(answer.text)
                                            : tr("Refused: %1\nChange the order, or free the limit it names, and send it again.").arg(answer.text));
    setStyleProperty(m_ui->result, "tone", answer.isAccepted ? u"muted"_s : u"warning"_s);
    changed();
}

void TicketPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    m_equity = snapshot.account.equity;
    setText(m_ui->mode, modeText(snapshot.mode));
    setStyleProperty(m_ui->mode, "state", toString(snapshot.mode));
    setText(m_ui->account, snapshot.account.account.toString());
    if (!m_instrument)
        return;
    QStringList holdings;
    for (const PositionRow &position : snapshot.positions) {
        if (position.instrument == m_instrument->id)
            holdings.append(position.strategy.toString());
    }
    m_ui->work->setHoldings(holdings);
    m_ui->work->setClock(m_context.format.local(snapshot.time), m_context.format.zone().offsetAt(snapshot.time));
    const Price before = m_last;
    takePrice(snapshot);
    if (m_last == before)
        return;
    if (before.isZero() && !m_ui->quantity->isModified())
        m_ui->quantity->setValue(leastQuantity().raw());
    // The numbers follow the market while the ticket is in view, no faster than they can be read.
    if (isVisible() && m_asked != 0 && m_preview && !m_ask.isActive())
        m_ask.start(500);
}

void TicketPanel::takePrice(const DeskSnapshot &snapshot)
{
    const auto row = std::ranges::find(snapshot.watch, m_instrument->id, &WatchRow::instrument);
    if (row == snapshot.watch.end())
        return;
    m_last = row->last;
    setText(m_ui->last, m_context.format.price(m_last, row->priceDecimals));
}

void TicketPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Panel::keyPressEvent(event);
        return;
    }
    clear();
    Q_EMIT leaveWanted();
}

void TicketPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    changed();
}

} // namespace bellwether
