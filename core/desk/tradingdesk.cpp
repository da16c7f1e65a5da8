#include "core/desk/tradingdesk.h"

namespace bellwether {

QString toString(RejectReason reason)
{
    switch (reason) {
    case RejectReason::NotNow: return QStringLiteral("not now");
    case RejectReason::TooRisky: return QStringLiteral("too risky");
    case RejectReason::PriceMoved: return QStringLiteral("price moved");
    case RejectReason::NewsAhead: return QStringLiteral("news ahead");
    case RejectReason::DoNotTrust: return QStringLiteral("do not trust it");
    case RejectReason::Duplicate: return QStringLiteral("duplicate");
    case RejectReason::Other: return QStringLiteral("other");
    }
    return {};
}

} // namespace bellwether
