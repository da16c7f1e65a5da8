#include "core/execution/router.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// Why it cannot take the order; empty where it can.
QString obstacle(const AccountOffer &offer)
{
    if (offer.connection != VenueConnection::State::Connected)
        return u"the connection is %1"_s.arg(toString(offer.connection));
    if (!offer.covers)
        return u"it does not trade this"_s;
    if (!offer.doubt.isEmpty())
        return offer.doubt;
    if (offer.marginNeeded.currency != offer.marginFree.currency)
        return u"its money is %1, the order needs %2"_s.arg(offer.marginFree.currency.toString(), offer.marginNeeded.currency.toString());
    if (offer.marginNeeded > offer.marginFree)
        return u"needs %1, has %2"_s.arg(toString(offer.marginNeeded), toString(offer.marginFree));
    return {};
}

Money marginLeft(const AccountOffer &offer) { return offer.marginFree - offer.marginNeeded; }

} // namespace

Result<Route> chooseAccount(const Order &order, std::span<const AccountOffer> offers)
{
    if (isWorking(order.state()) || isFinal(order.state()))
        return failure(ErrorCode::InvalidTransition, u"order %1 is %2: it is never sent by another way"_s.arg(order.id.value).arg(toString(order.state())));
    std::vector<const AccountOffer *> fit;
    std::vector<RouteRow> unfit;
    for (const AccountOffer &offer : offers) {
        if (const QString reason = obstacle(offer); !reason.isEmpty())
            unfit.push_back({offer.account, false, reason});
        else
            fit.push_back(&offer);
    }
    if (fit.empty()) {
        QStringList reasons;
        for (const RouteRow &row : unfit)
            reasons += u"%1: %2"_s.arg(row.account.toString(), row.text);
        return failure(ErrorCode::Denied, reasons.isEmpty() ? u"there is no account"_s : u"no account can take it; "_s + reasons.join(u"; "_s));
    }
    std::ranges::sort(fit, [](const AccountOffer *a, const AccountOffer *b) {
        return std::tuple(a->costs.amount, -marginLeft(*a).amount, a->latency, a->account.view())
            < std::tuple(b->costs.amount, -marginLeft(*b).amount, b->latency, b->account.view());
    });
    Route route{fit.front()->account, {}};
    for (const AccountOffer *offer : fit) {
        const bool isCheapest = offer->costs.amount == fit.front()->costs.amount;
        route.rows.push_back({offer->account, true,
                              u"costs %1, %2 margin left%3"_s.arg(toString(offer->costs), toString(marginLeft(*offer)),
                                                                  offer == fit.front() ? u": chosen"_s : isCheapest ? u": less room or slower"_s : u": dearer"_s)});
    }
    route.rows.insert(route.rows.end(), unfit.begin(), unfit.end());
    return route;
}

} // namespace bellwether
