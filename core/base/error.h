#pragma once

#include <QString>

#include <stdexcept>

namespace bellwether {

/// What kind of expected trouble happened; for programs. The user interface turns it into a sentence.
enum class ErrorCode {
    InvalidNumber,
    InvalidTime,
    InvalidArgument,
    OutOfRange,
    NotFound,
    Duplicate,
    BadData,
    FileUnreadable,
    FileUnwritable,
    StoreFailed,
    StoreLocked,
    StoreCorrupt,
    StoreTooNew,
    Cancelled,
    Denied,
    Stale,
    Conflict,
    InvalidTransition,
    Unsupported,
};

/// Expected trouble: bad input, a missing file, a refusal. `detail` is one English line for the log and the command line.
struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    QString detail;

    bool operator==(const Error &) const = default;
};

/// The code's name as written in logs, for example "InvalidNumber".
QString toString(ErrorCode code);

/// A broken assumption of the program (overflow of money, mixed currencies, an impossible state). Thrown, because a
/// wrong number is worse than none; each thread catches it at its top and stops taking risk.
class Fault : public std::logic_error {
public:
    explicit Fault(const QString &what) : std::logic_error(what.toStdString()) {}
};

} // namespace bellwether
