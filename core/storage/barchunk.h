#pragma once

#include "core/domain/bar.h"

#include <QByteArray>

namespace bellwether {

/// Packs the rows [first, last) into a block of bytes: times as distances, prices as integers relative to the close
/// before them, all in as few bits as the largest of 128 neighbours needs, and a checksum. Numbers that are decimals of
/// at most eight places come back bit by bit; a chunk with other numbers keeps them as doubles. A month of minutes takes
/// about 8 bytes a bar. docs/bar-store.md describes the bytes.
QByteArray encodeChunk(const BarColumns &bars, std::size_t first, std::size_t last);

/// Appends the rows of a chunk. Errors: StoreCorrupt (checksum, sizes); `bars` is then unchanged.
Result<void> decodeChunk(const QByteArray &chunk, BarColumns &bars);

} // namespace bellwether
