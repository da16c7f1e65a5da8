#include "ui/panels/ticket/ordersender.h"

#include "ui/models/signaltablemodel.h"
#include "ui/panels/ticket/orderconsent.h"
#include "ui/widgets/confirmdialog.h"

using namespace Qt::StringLiterals;

namespace bellwether {

QString orderDeed(const PanelContext &context, const OrderRequest &request)
{
    const Instrument *instrument = context.instruments.find(request.instrument);
    const QString quantity = instrument && !request.quantity.isZero() ? context.format.quantity(request.quantity, instrument->quantityDecimals()) : QString();
    return OrderSender::tr("Send %1 %2 %3").arg(sideText(request.side), quantity, instrument ? instrument->symbol : QString()).simplified();
}

QString orderQuestion(const PanelContext &context, const OrderRequest &request, const OrderPreview &preview, const QStringList &beyond)
{
    const Format &format = context.format;
    const Instrument &instrument = *context.instruments.find(request.instrument);
    const bool hasLimit = !request.limitPrice.isZero();
    const bool hasTrigger = !request.stopPrice.isZero();
    const QString price = hasLimit ? OrderSender::tr("at %1 or better").arg(format.price(request.limitPrice, instrument.priceDecimals()))
        : hasTrigger ? OrderSender::tr("at the market once %1 is reached").arg(format.price(request.stopPrice, instrument.priceDecimals()))
                     : OrderSender::tr("at the market, about %1").arg(format.price(preview.price, instrument.priceDecimals()));
    QString text = OrderSender::tr("%1 %2 %3 %4: value %5, costs %6.")
                       .arg(sideText(request.side), format.quantity(request.quantity, instrument.quantityDecimals()), instrument.symbol, price,
                            format.moneyWithCurrency(preview.value), format.moneyWithCurrency(preview.costs));
    text += u' ' + (preview.risk.amount.isZero() ? OrderSender::tr("It has no stop.")
                                                 : OrderSender::tr("At the stop it loses %1, %2 of the equity.")
                                                       .arg(format.moneyWithCurrency(preview.risk), format.percent(preview.riskPercent)));
    const auto snapshot = context.desk.snapshot();
    const bool isLive = snapshot && snapshot->mode == RunMode::Live;
    text += u' ' + (isLive ? OrderSender::tr("This is a LIVE account: it trades real money.") : OrderSender::tr("This is a PAPER account."));
    for (const QString &sentence : beyond)
        text += u"\n\n⚠  "_s + sentence;
    return text;
}

QStringList orderCautions(const PanelContext &context, const OrderRequest &request, const OrderPreview &preview)
{
    const auto snapshot = context.desk.snapshot();
    const Instrument *instrument = context.instruments.find(request.instrument);
    if (!context.consent || !snapshot || !instrument)
        return {};
    const auto row = std::ranges::find(snapshot->watch, request.instrument, &WatchRow::instrument);
    return context.consent->precautions().beyond(request, preview, *instrument, row != snapshot->watch.end() ? row->last : Price(), context.format);
}

OrderSender::OrderSender(const PanelContext &context, QWidget *owner) : QObject(owner), m_context(context), m_owner(owner)
{
    connect(&context.desk, &TradingDesk::orderPreviewed, this, &OrderSender::take);
}

void OrderSender::send(const OrderRequest &request) { m_asked.emplace(m_context.desk.previewOrder(request), request); }

void OrderSender::take(const OrderPreview &preview)
{
    const auto asked = m_asked.find(preview.command);
    if (asked == m_asked.end())
        return;
    const OrderRequest request = asked->second;
    m_asked.erase(asked);
    if (!preview.error.isEmpty() || !preview.refusals.empty()) {
        Q_EMIT notice(tr("Not sent: %1").arg(preview.error.isEmpty() ? preview.refusals.front().text : preview.error));
        return;
    }
    const QStringList beyond = orderCautions(m_context, request, preview);
    if (m_context.consent && m_context.consent->isArmed() && beyond.isEmpty()) {
        m_context.consent->touch();
        m_context.desk.submitOrder(request);
        return;
    }
    const QString question = orderQuestion(m_context, request, preview, beyond);
    ConfirmDialog::ask(m_owner, {.title = question.section(u':', 0, 0), .text = question, .deed = orderDeed(m_context, request)},
                       [this, request](bool, const QString &) { m_context.desk.submitOrder(request); });
}

} // namespace bellwether
