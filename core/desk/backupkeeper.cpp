#include "core/desk/backupkeeper.h"

// The port has no code of its own; this file gives its meta-object a home.
