#include "core/base/log.h"

namespace bellwether {

Q_LOGGING_CATEGORY(logEngine, "bellwether.engine")
Q_LOGGING_CATEGORY(logStorage, "bellwether.storage")
Q_LOGGING_CATEGORY(logFeed, "bellwether.feed")
Q_LOGGING_CATEGORY(logStrategy, "bellwether.strategy")
Q_LOGGING_CATEGORY(logUi, "bellwether.ui")

} // namespace bellwether
