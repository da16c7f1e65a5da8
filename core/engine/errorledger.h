#pragma once

#include "core/desk/desksnapshot.h"

#include <deque>

namespace bellwether {

/// Counts the errors of a run by their class and by what was done about them. Bounded: of the last hour only times are kept,
/// and of those the last ten thousand.
class ErrorLedger {
public:
    void note(ErrorClass errorClass, ErrorRecovery recovery, Timestamp now, const QString &text);
    /// Every class, in their order.
    std::vector<ErrorRow> rows(Timestamp now) const;

private:
    static constexpr std::size_t timesKept = 10'000;
    struct Kept {
        ErrorRow row;
        std::deque<Timestamp> times;
    };
    std::array<Kept, allErrorClasses.size()> m_kept;
};

} // namespace bellwether
