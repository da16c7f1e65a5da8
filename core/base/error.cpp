#include "core/base/error.h"

namespace bellwether {

QString toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidNumber: return QStringLiteral("InvalidNumber");
    case ErrorCode::InvalidTime: return QStringLiteral("InvalidTime");
    case ErrorCode::InvalidArgument: return QStringLiteral("InvalidArgument");
    case ErrorCode::OutOfRange: return QStringLiteral("OutOfRange");
    case ErrorCode::NotFound: return QStringLiteral("NotFound");
    case ErrorCode::Duplicate: return QStringLiteral("Duplicate");
    case ErrorCode::BadData: return QStringLiteral("BadData");
    case ErrorCode::FileUnreadable: return QStringLiteral("FileUnreadable");
    case ErrorCode::FileUnwritable: return QStringLiteral("FileUnwritable");
    case ErrorCode::StoreFailed: return QStringLiteral("StoreFailed");
    case ErrorCode::StoreLocked: return QStringLiteral("StoreLocked");
    case ErrorCode::StoreCorrupt: return QStringLiteral("StoreCorrupt");
    case ErrorCode::StoreTooNew: return QStringLiteral("StoreTooNew");
    case ErrorCode::Cancelled: return QStringLiteral("Cancelled");
    case ErrorCode::Denied: return QStringLiteral("Denied");
    case ErrorCode::Stale: return QStringLiteral("Stale");
    case ErrorCode::Conflict: return QStringLiteral("Conflict");
    case ErrorCode::InvalidTransition: return QStringLiteral("InvalidTransition");
    case ErrorCode::Unsupported: return QStringLiteral("Unsupported");
    }
    return {};
}

} // namespace bellwether
