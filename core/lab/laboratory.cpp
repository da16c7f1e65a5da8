#include "core/lab/laboratory.h"

namespace bellwether {

QString fileEndingOf(LabFormat format)
{
    switch (format) {
    case LabFormat::Json: return QStringLiteral("json");
    case LabFormat::TradesCsv:
    case LabFormat::EquityCsv: return QStringLiteral("csv");
    case LabFormat::Html: return QStringLiteral("html");
    case LabFormat::Pdf: return QStringLiteral("pdf");
    }
    return {};
}

} // namespace bellwether
