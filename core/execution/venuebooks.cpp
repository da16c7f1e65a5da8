#include "core/execution/venuebooks.h"

using namespace Qt::StringLiterals;

namespace bellwether {

QString toString(VenueConnection::State state)
{
    switch (state) {
    case VenueConnection::State::Connecting: return u"connecting"_s;
    case VenueConnection::State::Connected: return u"connected"_s;
    case VenueConnection::State::Down: return u"down"_s;
    case VenueConnection::State::Suspended: return u"suspended"_s;
    }
    return {};
}

} // namespace bellwether
