#pragma once

#include "app/composition/makedesk.h"

#include <chrono>
#include <functional>

namespace bellwether {

/// Runs the desk without a window for a while and prints a status line every few seconds and every event. Needs a
/// QCoreApplication; returns its exit code.
///
/// `shallStop` is asked ten times a second; true ends the run early (a stop signal).
int runHeadless(RunnableDesk &desk, std::chrono::seconds length, const std::function<bool()> &shallStop);

} // namespace bellwether
