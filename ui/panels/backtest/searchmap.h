#pragma once

#include "core/lab/labsearch.h"
#include "ui/charts/heatgrid.h"

namespace bellwether {

/// The best objective for each pair of values of two searched parameters, whatever the others are; the cell of the best
/// neighbourhood is framed. Made in the pool: it reads every trial.
HeatGrid::Content searchMap(const LabSearch &search, std::size_t x, std::size_t y);

} // namespace bellwether
