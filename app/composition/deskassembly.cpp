#include "app/composition/deskassembly.h"

#include "core/base/log.h"
#include "core/storage/storagehost.h"

namespace bellwether {

namespace {

// The longer bars that strategies and the correlation rule need of every instrument.
std::vector<SeriesKey> seriesOf(const InstrumentCatalogue &catalogue, std::set<Timeframe> timeframes)
{
    timeframes.insert(MarketView::correlationTimeframe);
    timeframes.erase(Timeframe::M1);
    std::vector<SeriesKey> series;
    for (InstrumentIndex index = 0; index < catalogue.size(); ++index) {
        for (const Timeframe needed : timeframes)
            series.push_back({index, needed});
    }
    return series;
}

const Setting<int> unknownPnlGrace{u"risk.unknown_result_seconds", 120, {0, 86'400},
                                   u"Seconds without a price of something held after which entries are halted; 0 never"};
const Setting<QString> keptEntries{u"risk.keep_entries", u"",
                                   u"Strategies whose waiting entries stay when the connection was gone, with commas between them"};

} // namespace

Result<void> DeskAssembly::applyPolicy(EngineConfig &config, const Settings &settings)
{
    const auto grace = settings.value(unknownPnlGrace);
    if (!grace)
        return failure(grace.error());
    config.unknownPnlGraceSeconds = *grace;
    for (const QString &name : settings.value(keptEntries).split(u',', Qt::SkipEmptyParts)) {
        const std::string id = name.trimmed().toStdString();
        if (!StrategyId::fits(id))
            return failure(ErrorCode::InvalidArgument, QStringLiteral("setting %1: '%2' is no strategy").arg(keptEntries.key, name));
        config.keepsEntries.insert(StrategyId(std::string_view(id)));
    }
    config.budget = std::make_shared<ClientBudget>();
    return {};
}

std::vector<SettingSpec> DeskAssembly::policySettings() { return {unknownPnlGrace, keptEntries}; }

std::vector<const ExchangeCalendar *> DeskAssembly::calendarsOf(const InstrumentCatalogue &catalogue)
{
    std::vector<const ExchangeCalendar *> calendars;
    for (const Instrument &instrument : catalogue.all())
        calendars.push_back(*ExchangeCalendar::find(instrument.calendar));
    return calendars;
}

void DeskAssembly::addStrategies(TradingEngine &engine, const StrategyPlan &plan, FeedSource &source, const Clock &clock,
                                 const std::vector<const ExchangeCalendar *> &calendars, std::function<Duration(StrategyCategory)> freshFor,
                                 EngineDesk::Parts &parts)
{
    std::vector<StrategyRow> running;
    for (InstrumentIndex index = 0; index < source.catalogue->size(); ++index) {
        engine.market().seedDays(index, source.feed->history(index, Timeframe::D1, 20));
        engine.market().seedCorrelation(index, source.feed->history(index, MarketView::correlationTimeframe, CorrelationTracker::window + 1));
        for (const Timeframe timeframe : {Timeframe::M1, Timeframe::M15})
            engine.seedBars(index, timeframe, source.feed->history(index, timeframe, WorkDesk::barsKept));
        std::map<Timeframe, BarColumns> history;
        for (const Timeframe timeframe : plan.timeframes())
            history[timeframe] = source.feed->history(index, timeframe, warmUpBars);
        for (StrategyHost::Slot &slot : plan.slotsOf(index, source.catalogue->at(index), *calendars[index], engine.state())) {
            slot.warmUp = history[slot.timeframe];
            if (freshFor)
                slot.freshSince = std::max(clock.now() - freshFor(slot.strategy->info().category), engine.state().lastTime());
            const StrategyInfo &info = slot.strategy->info();
            running.push_back({.strategy = StrategyId(info.id),
                               .instrument = slot.instrumentId,
                               .symbol = source.catalogue->at(index).symbol,
                               .category = info.category,
                               .timeframe = slot.timeframe,
                               .title = QString::fromUtf8(info.title.data(), qsizetype(info.title.size())),
                               .help = QString::fromUtf8(info.help.data(), qsizetype(info.help.size())),
                               .isScheduled = plan.isScheduled,
                               .parameters = declaredParameters(info)});
            parts.strategies.push_back(std::move(slot));
        }
    }
    engine.setStrategies(std::move(running));
    parts.policy = plan.policy;
    parts.remake = [plan, catalogue = source.catalogue, calendars](InstrumentIndex index, const DeskState &state) {
        return plan.slotsOf(index, catalogue->at(index), *calendars[index], state);
    };
}

std::unique_ptr<FeedHost> DeskAssembly::makeFeedHost(FeedSource &source, const StrategyPlan &plan, const std::vector<const ExchangeCalendar *> &calendars)
{
    auto hub = std::make_unique<MarketHub>(source.catalogue, calendars, seriesOf(*source.catalogue, plan.timeframes()));
    hub->load(*source.feed, chartBars);
    return std::make_unique<FeedHost>(std::move(source.feed), std::move(hub), source.catalogue, source.clock);
}

bool DeskAssembly::wasMoved(const StorageHost &journal, const QString &name)
{
    if (journal.movedFrom().isEmpty())
        return false;
    qCWarning(logStorage, "%s: this journal was last written elsewhere (%s); auto-trading is off until it is armed again", qUtf8Printable(name),
              qUtf8Printable(journal.movedFrom()));
    return true;
}

void DeskAssembly::connectJournal(EngineHost::Parts &parts, StorageHost &storage)
{
    StorageHost *host = &storage;
    parts.deliverCommits = [host] { host->deliver(); };
    parts.detachJournal = [host] { host->setWake([] {}); };
    parts.flushJournal = [host] { host->commit(); };
    parts.journalFailure = [host] { return host->failureText(); };
    parts.readMemory = readMemoryFigures;
    parts.journalPending = [host] { return host->pendingCount(); };
}

QByteArray DeskAssembly::snapshotFormat() { return QByteArray(DeskState::snapshotFormat.data(), qsizetype(DeskState::snapshotFormat.size())); }

Result<void> DeskAssembly::recover(TradingEngine &engine, StorageHost &storage, const QString &journalPath)
{
    const auto snapshot = storage.takeSnapshot();
    const auto tail = storage.takeEntries();
    if (!snapshot)
        return engine.recover(tail);
    if (const auto restored = engine.restore(snapshot->state)) {
        auto recovered = engine.recover(tail);
        if (!recovered)
            JournalSnapshot::remove(journalPath); // the next start goes by the journal alone
        return recovered;
    } else {
        qCWarning(logStorage, "%s: %s; the journal is replayed from its beginning", qUtf8Printable(journalPath), qUtf8Printable(restored.error().detail));
    }
    JournalSnapshot::remove(journalPath);
    auto reader = JournalReader::open(journalPath);
    if (!reader)
        return failure(reader.error());
    std::vector<JournalEntry> all;
    if (auto walked = reader->walk([&all](JournalEntry &&entry) { all.push_back(std::move(entry)); }); !walked)
        return failure(walked.error());
    return engine.recover(all);
}

void DeskAssembly::keepSnapshots(EngineHost::Parts &parts, StorageHost &storage)
{
    parts.keepSnapshot = [host = &storage](const DeskState &state, std::uint64_t sequence) {
        host->keepSnapshot(sequence, state.lastTime(), snapshotFormat(), state.snapshot());
    };
}

} // namespace bellwether
