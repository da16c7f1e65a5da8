#include "ui/panels/ticket/orderconsent.h"

namespace bellwether {

QStringList Precautions::beyond(const OrderRequest &request, const OrderPreview &preview, const Instrument &instrument, Price last,
                                const Format &format) const
{
    QStringList sentences;
    const double equity = preview.equity.toDouble();
    const double share = equity > 0 ? preview.value.toDouble() / equity * 100 : 0;
    if (valuePercent > 0 && share > valuePercent)
        sentences.append(OrderConsent::tr("Its value is %1 of the equity; you wanted to be asked above %2.")
                             .arg(format.percent(share, 1), format.percent(valuePercent, 1)));
    const Price at = hasTriggerPrice(request.type) ? request.stopPrice : request.limitPrice;
    const double away = last.isPositive() && !at.isZero() ? std::fabs(at.toDouble() / last.toDouble() - 1) * 100 : 0;
    if (distancePercent > 0 && away > distancePercent)
        sentences.append(OrderConsent::tr("Its price is %1 away from the last one; you wanted to be asked above %2.")
                             .arg(format.percent(away, 1), format.percent(distancePercent, 1)));
    const double count = request.quantity.toDouble() / std::max(instrument.lotSize.toDouble(), 1e-8);
    if (lots > 0 && count > lots)
        sentences.append(OrderConsent::tr("It is %1 lots; you wanted to be asked above %2.")
                             .arg(format.number(count, 0), format.number(lots, 0)));
    return sentences;
}

OrderConsent::OrderConsent(QObject *parent) : QObject(parent)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(std::chrono::minutes(5));
    connect(&m_idle, &QTimer::timeout, this, [this] { setArmed(false); });
}

void OrderConsent::setArmed(bool isArmed)
{
    if (isArmed)
        m_idle.start();
    else
        m_idle.stop();
    if (m_isArmed == isArmed)
        return;
    m_isArmed = isArmed;
    Q_EMIT changed(isArmed);
}

void OrderConsent::touch()
{
    if (m_isArmed)
        m_idle.start();
}

} // namespace bellwether
