#pragma once

#include "core/domain/instrument.h"

#include <unordered_map>
#include <vector>

namespace bellwether {

/// The instruments of a desk by id, for decimals, ticks and lots. Keeps copies, so it outlives nothing.
class InstrumentLookup {
public:
    InstrumentLookup() = default;
    explicit InstrumentLookup(const std::vector<Instrument> &instruments);

    /// Null where the id is not known.
    const Instrument *find(const InstrumentId &id) const;
    /// 2 where the id is not known.
    int priceDecimals(const InstrumentId &id) const;
    /// 0 where the id is not known.
    int quantityDecimals(const InstrumentId &id) const;

private:
    struct Entry {
        Instrument instrument;
        int priceDecimals = 2;
        int quantityDecimals = 0;
    };
    std::unordered_map<InstrumentId, Entry> m_entries;
};

} // namespace bellwether
