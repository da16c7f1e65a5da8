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

QString toString(DifferenceAction action)
{
    switch (action) {
    case DifferenceAction::Adopt: return QStringLiteral("adopt");
    case DifferenceAction::Close: return QStringLiteral("close");
    case DifferenceAction::Ignore: return QStringLiteral("ignore");
    }
    return {};
}

} // namespace bellwether
