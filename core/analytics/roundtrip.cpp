#include "core/analytics/roundtrip.h"

namespace bellwether {

QString toString(ExitReason reason)
{
    switch (reason) {
    case ExitReason::Signal: return QStringLiteral("signal");
    case ExitReason::Stop: return QStringLiteral("stop");
    case ExitReason::MovedStop: return QStringLiteral("moved_stop");
    case ExitReason::Target: return QStringLiteral("target");
    case ExitReason::TimeStop: return QStringLiteral("time_stop");
    case ExitReason::SquareOff: return QStringLiteral("square_off");
    case ExitReason::EndOfData: return QStringLiteral("end_of_data");
    case ExitReason::OutOfMoney: return QStringLiteral("out_of_money");
    case ExitReason::Other: return QStringLiteral("other");
    }
    return {};
}

} // namespace bellwether
