#include "app/composition/journalreplay.h"

#include "app/composition/deskassembly.h"
#include "core/engine/deskstate.h"
#include "core/engine/recordcodec.h"
#include "core/market/instrumentdefaults.h"
#include "core/storage/journalsnapshot.h"

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
    if (const auto *adopted = std::get_if<OrderAdopted>(&record))
        return adopted->order.instrument;
    if (const auto *adjusted = std::get_if<BookAdjusted>(&record))
        return adjusted->instrument;
    if (const auto *work = std::get_if<WorkStarted>(&record))
        return work->request.instrument;
    return {};
}

bool isSameState(const KeptState &kept, const DeskState &replayed, const CataloguePtr &catalogue)
{
    DeskState restored(catalogue, replayed.portfolio().startingCash());
    return restored.restore(kept.state) && restored.digest() == replayed.digest();
}

} // namespace

Result<JournalSummary> replayJournal(const std::vector<JournalEntry> &entries, const std::optional<KeptState> &kept)
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
    const auto catalogue = std::make_shared<const InstrumentCatalogue>(std::move(instruments));
    DeskState state(catalogue, cash);
    for (std::size_t i = 0; i < records.size(); ++i) {
        try {
            if (auto applied = state.apply(records[i], entries[i].time); !applied)
                return corrupt(entries[i], applied.error().detail);
        } catch (const std::logic_error &fault) {
            return corrupt(entries[i], QString::fromUtf8(fault.what()));
        }
        if (kept && kept->sequence == entries[i].sequence && !isSameState(*kept, state, catalogue))
            return corrupt(entries[i], u"the snapshot that was kept here is not what the journal gives"_s);
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

Result<JournalAudit> auditJournal(const QString &path)
{
    auto reader = JournalReader::open(path);
    if (!reader)
        return failure(reader.error());
    // One that is damaged or of another program is left aside by a start, too.
    const auto snapshot = JournalSnapshot::read(path, DeskAssembly::snapshotFormat());
    std::optional<KeptState> kept;
    std::vector<JournalEntry> entries;
    JournalChain chain;
    const auto head = reader->walk([&](JournalEntry &&entry) {
        chain.add(entry.sequence, entry.time, entry.body);
        if (snapshot && snapshot->head.sequence == entry.sequence && chain.hash() == snapshot->head.hash)
            kept = KeptState{entry.sequence, snapshot->state};
        entries.push_back(std::move(entry));
    });
    if (!head)
        return failure(head.error());
    const auto summary = replayJournal(entries, kept);
    if (!summary)
        return failure(summary.error().code, u"%1: %2"_s.arg(path, summary.error().detail));
    return JournalAudit{*head, *summary, kept ? kept->sequence : 0};
}

} // namespace bellwether
