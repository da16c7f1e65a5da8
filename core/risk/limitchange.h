#pragma once

#include "core/domain/looser.h"
#include "core/risk/risklimits.h"

namespace bellwether {

/// The direction in which a limit lets more risk pass; Either for a key that the table does not have, so that a change of it is
/// asked about.
LooserWhen looserWhen(QStringView key);

/// A set of limits after changes, and which of them let more risk pass than before, as sentences: `risk.max_exposure 0.6 → 0.8`.
struct LimitRevision {
    RiskLimits limits;
    QStringList changed;
    QStringList looser;
};
/// Applies changes of limits by key. Errors: NotFound, OutOfRange, and what the whole set says to them; Conflict for a key that
/// is named twice.
Result<LimitRevision> reviseLimits(const RiskLimits &now, const std::vector<std::pair<QString, double>> &changes);

} // namespace bellwether
