#include "ui/panels/chart/orderatprice.h"

#include "ui/models/ordertablemodel.h"
#include "ui/widgets/decimaledit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// The largest whole number of lots worth at most a twentieth of the equity; one lot, or the least quantity, at least.
Quantity usualQuantity(const Instrument &instrument, Price price, const Money &equity)
{
    const double wanted = equity.toDouble() / 20 / std::max(price.toDouble() * double(instrument.multiplier), 1e-9);
    const Quantity least = std::max(instrument.quantityMin, instrument.lotSize);
    return std::max(instrument.roundToLot(Quantity::fromDouble(std::clamp(wanted, 0.0, 1e9))), least);
}

} // namespace

OrderAtPrice::OrderAtPrice(const PanelContext &context, const Instrument &instrument, const OrderRequest &request, Price last,
                           const Money &equity, QWidget *parent)
    : QDialog(parent), m_context(context), m_instrument(instrument), m_request(request), m_last(last)
{
    setObjectName(u"orderAtPrice"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isBuy = request.side == Side::Buy;
    setWindowTitle(tr("%1 %2").arg(isBuy ? tr("Buy") : tr("Sell"), instrument.symbol));
    auto *form = new QFormLayout(this);
    const bool isStopOrder = request.type == OrderType::Stop;
    m_quantity = new DecimalEdit(this);
    m_quantity->setObjectName(u"quantity"_s);
    m_quantity->setAccessibleName(tr("Quantity"));
    m_quantity->setUp(instrument.lotSize.raw(), std::max(instrument.quantityMin, instrument.lotSize).raw(),
                      instrument.quantityDecimals(), false);
    m_quantity->setValue(usualQuantity(instrument, isStopOrder ? request.stopPrice : request.limitPrice, equity).raw());
    form->addRow(tr("Quantity"), m_quantity);
    m_price = addPrice(isStopOrder ? tr("Stop price") : tr("Limit price"), isStopOrder ? request.stopPrice : request.limitPrice, false);
    m_stop = addPrice(tr("Stop loss"), request.bracketStop, true);
    m_target = addPrice(tr("Target"), request.bracketTarget, true);
    m_worth = new QLabel(this);
    m_worth->setWordWrap(true);
    form->addRow(m_worth);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_send = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"send"_s);
    m_send->setProperty("kind", isBuy ? u"approve"_s : u"danger"_s);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] { send(); });
    for (DecimalEdit *edit : {m_quantity, m_price, m_stop, m_target})
        connect(edit, &QLineEdit::textChanged, this, [this] { showWorth(); });
    showWorth();
    m_quantity->setFocus();
    m_quantity->selectAll();
}

DecimalEdit *OrderAtPrice::addPrice(const QString &name, Price price, bool canBeEmpty)
{
    auto *edit = new DecimalEdit(this);
    edit->setAccessibleName(name);
    edit->setUp(m_instrument.tickSize.raw(), m_instrument.tickSize.raw(), m_instrument.priceDecimals(), canBeEmpty);
    if (!price.isZero())
        edit->setValue(price.raw());
    static_cast<QFormLayout *>(layout())->addRow(name, edit);
    return edit;
}

Result<OrderRequest> OrderAtPrice::request() const
{
    OrderRequest request = m_request;
    const auto quantity = m_quantity->value();
    const auto price = m_price->value();
    const auto stop = m_stop->value();
    const auto target = m_target->value();
    for (const Result<std::int64_t> *value : {&quantity, &price, &stop, &target}) {
        if (!*value)
            return failure(value->error());
    }
    request.quantity = Quantity::fromRaw(*quantity);
    (request.type == OrderType::Stop ? request.stopPrice : request.limitPrice) = Price::fromRaw(*price);
    request.bracketStop = Price::fromRaw(*stop);
    request.bracketTarget = Price::fromRaw(*target);
    const double direction = request.side == Side::Buy ? 1 : -1;
    const double entry = Price::fromRaw(*price).toDouble();
    if (*stop != 0 && (entry - request.bracketStop.toDouble()) * direction <= 0)
        return failure(ErrorCode::OutOfRange, tr("The stop loss is on the winning side of the price."));
    if (*target != 0 && (request.bracketTarget.toDouble() - entry) * direction <= 0)
        return failure(ErrorCode::OutOfRange, tr("The target is on the losing side of the price."));
    return request;
}

void OrderAtPrice::showWorth()
{
    const auto wanted = request();
    m_send->setEnabled(wanted.has_value());
    m_worth->setProperty("tone", wanted ? QVariant() : QVariant(u"loss"_s));
    if (!wanted) {
        m_worth->setText(wanted.error().detail);
        return;
    }
    const Format &format = m_context.format;
    const Price price = wanted->type == OrderType::Stop ? wanted->stopPrice : wanted->limitPrice;
    const int decimals = m_instrument.priceDecimals();
    const QString value = format.moneyWithCurrency(m_instrument.notional(price, wanted->quantity));
    const QString away = m_last.isZero() ? QString() : format.signedPercent((price.toDouble() / m_last.toDouble() - 1) * 100);
    QString text = tr("Worth %1, %2 from the last price %3.").arg(value, away, format.price(m_last, decimals));
    if (wanted->bracketStop.isZero()) {
        text += u' ' + tr("No stop loss: the risk is not bounded.");
    } else {
        const Price distance = price > wanted->bracketStop ? price - wanted->bracketStop : wanted->bracketStop - price;
        text += u' ' + tr("At risk to the stop: %1.").arg(format.moneyWithCurrency(m_instrument.notional(distance, wanted->quantity)));
    }
    m_worth->setText(text);
    const QString side = wanted->side == Side::Buy ? tr("BUY") : tr("SELL");
    m_send->setText(tr("Send %1 %2 %3 @ %4")
                        .arg(side, format.quantity(wanted->quantity, m_instrument.quantityDecimals()), orderTypeText(wanted->type),
                             format.price(price, decimals)));
}

void OrderAtPrice::send()
{
    if (const auto wanted = request()) {
        m_send->setEnabled(false); // a second click finds it busy
        m_context.desk.submitOrder(*wanted);
        accept();
    }
}

} // namespace bellwether
