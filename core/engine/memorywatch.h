#pragma once

#include "core/desk/desksnapshot.h"

namespace bellwether {

/// What the system says of memory, in bytes; zero where it does not.
struct MemoryFigures {
    std::int64_t resident = 0;   ///< of this process
    std::int64_t limit = 0;      ///< it may have: that of its control group, or of its address space, where there is one
    std::int64_t available = 0;  ///< on the machine
    std::int64_t total = 0;      ///< on the machine
};
/// Of this process on this machine.
MemoryFigures readMemoryFigures();

/// The level: what the process uses of what it may have from 50, 75 and 90 % on, or what the machine has left below 20, 10 and
/// 5 %, whichever is worse; with what is given up there. Figures of zero are no evidence.
MemoryView memoryView(const MemoryFigures &figures);

/// Gives memory that is free in this process back to the system.
void giveBackFreeMemory();

} // namespace bellwether
