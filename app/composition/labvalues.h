#pragma once

#include "app/composition/preparedbacktest.h"
#include "core/lab/labcatalogue.h"
#include "core/lab/labreport.h"

namespace bellwether {

/// The strategies that ship and the series of a bar store. Opens the store on the calling thread.
LabCatalogue readLabCatalogue(const QString &barStorePath);
/// The request as jobs take it; `base` gives bar store and settings.
BacktestRequest backtestRequestOf(const LabRequest &request, BacktestRequest base);
/// The error with the field of the form it is about.
LabFailure labFailureOf(const Error &error);
/// The finished run as the window reads it. Shares the columns of `report`.
LabReport labReportOf(LabJobId run, const LabRequest &request, std::span<const RunLeg> legs, std::shared_ptr<const RunReport> report);
/// At most `most` points of the curve, the last one always.
LabCurve thinnedCurve(std::span<const Timestamp> time, std::span<const double> value, std::size_t most);

} // namespace bellwether
