#pragma once

namespace bellwether {

/// Gives the calling thread a smaller share of the cores for the rest of its life (and the threads that it starts from then
/// on): for backups, exports and runs of the laboratory, which may take longer, so that the window, the feed and the engine
/// go first. Linux, where each thread has a nice value of its own: sched(7); elsewhere it does nothing.
void lowerThreadPriority();

} // namespace bellwether
