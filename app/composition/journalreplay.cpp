#include "app/composition/journalreplay.h"

#include "core/engine/deskstate.h"
#include "core/engine/recordcodec.h"
#include "core/market/instrumentdefaults.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

tl::unexpected<Error> corrupt(const JournalEntry &entry, const QString &what)
{
    return failure(ErrorCode::StoreCorrupt, u"journal entry %1: %2"_s.arg(entry.sequence).arg(what));
}

InstrumentId instrumentOf(const Record &record)
{
    if (const auto *raised = std::get_if<SignalRaised>(&record))
        return raised->signal.signal.instrument;
    if (const auto *planned = std::get_if<OrderPlanned>(&record))
        return planned->order.instrument;
    return {};
}

} // namespace

Result<JournalSummary> replayJournal(const std::vector<JournalEntry> &entries)
{
    std::vector<Record> records;
    records.reserve(entries.size());
    std::map<InstrumentId, Instrument> named;
    for (const JournalEntry &entry : entries) {
        auto record = decodeRecord(entry.body);
        if (!record)
            return corrupt(entry, record.error().detail);
        if (const InstrumentId id = instrumentOf(*record); !id.isEmpty() && !named.contains(id)) {
            const auto instrument = defaultInstrument(id.toString());
            if (!instrument)
                return corrupt(entry, instrument.error().detail);
            named.emplace(id, *instrument);
        }
        records.push_back(*std::move(record));
    }
    std::vector<Instrument> instruments;
    for (const auto &[id, instrument] : named)
        instruments.push_back(instrument);
    Money cash;
    if (!records.empty()) {
        if (const auto *run = std::get_if<RunStarted>(&records.front()))
            cash = run->startingCash;
    }
    DeskState state(std::make_shared<const InstrumentCatalogue>(std::move(instruments)), cash);
    for (std::size_t i = 0; i < records.size(); ++i) {
        try {
            if (auto applied = state.apply(records[i], entries[i].time); !applied)
                return corrupt(entries[i], applied.error().detail);
        } catch (const std::logic_error &fault) {
            return corrupt(entries[i], QString::fromUtf8(fault.what()));
        }
    }
    JournalSummary summary;
    summary.entries = entries.size();
    if (!entries.empty()) {
        summary.first = entries.front().time;
        summary.last = entries.back().time;
    }
    summary.runs = state.runs();
    summary.orders = state.nextOrderId().value - 1;
    for (const OrderId id : state.orders().active())
        summary.working += isFinal(state.orders().find(id)->state()) ? 0 : 1;
    summary.fills = state.fillCount();
    summary.holdings = state.portfolio().held().size();
    summary.cash = state.portfolio().cash();
    summary.digest = state.digest();
    return summary;
}

} // namespace bellwether
