#pragma once

#include <QLoggingCategory>

namespace bellwether {

Q_DECLARE_LOGGING_CATEGORY(logEngine)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logFeed)
Q_DECLARE_LOGGING_CATEGORY(logStrategy)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace bellwether
