#pragma once

#include "core/domain/instrument.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace bellwether {

/// Position of an instrument in a catalogue; what market events carry instead of a name.
using InstrumentIndex = std::uint32_t;

/// The instruments of a desk. Built once, then shared as a pointer to const by every thread.
class InstrumentCatalogue {
public:
    explicit InstrumentCatalogue(std::vector<Instrument> instruments);

    std::size_t size() const { return m_instruments.size(); }
    const Instrument &at(InstrumentIndex index) const { return m_instruments.at(index); }
    const std::vector<Instrument> &all() const { return m_instruments; }
    std::optional<InstrumentIndex> indexOf(const InstrumentId &id) const;
    const Instrument *find(const InstrumentId &id) const;

private:
    std::vector<Instrument> m_instruments;
    std::unordered_map<InstrumentId, InstrumentIndex> m_index;
};

using CataloguePtr = std::shared_ptr<const InstrumentCatalogue>;

} // namespace bellwether
