#include "core/lab/laboratory.h"

namespace bellwether {

QString fileEndingOf(LabFormat format) { return format == LabFormat::Json ? QStringLiteral("json") : QStringLiteral("csv"); }

} // namespace bellwether
