#pragma once

#include "core/engine/records.h"

#include <QByteArray>

namespace bellwether {

/// A record as compact JSON: keys in a fixed order, decimals and times as exact text or integers, so equal records give
/// equal bytes.
QByteArray encodeRecord(const Record &record);

/// The inverse. Errors: BadData naming the kind and the field. Unknown kinds are an error: a journal of a newer program
/// is not half understood.
Result<Record> decodeRecord(const QByteArray &body);

} // namespace bellwether
