#include "ui/models/instrumentlookup.h"

namespace bellwether {

InstrumentLookup::InstrumentLookup(const std::vector<Instrument> &instruments)
{
    for (const Instrument &instrument : instruments)
        m_entries.emplace(instrument.id, Entry{instrument, instrument.priceDecimals(), instrument.quantityDecimals()});
}

const Instrument *InstrumentLookup::find(const InstrumentId &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? nullptr : &entry->second.instrument;
}

int InstrumentLookup::priceDecimals(const InstrumentId &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? 2 : entry->second.priceDecimals;
}

int InstrumentLookup::quantityDecimals(const InstrumentId &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? 0 : entry->second.quantityDecimals;
}

} // namespace bellwether
