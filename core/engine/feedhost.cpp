#include "core/engine/feedhost.h"

#include <ranges>

namespace bellwether {

namespace {

constexpr std::chrono::milliseconds chartsEvery(100);
constexpr std::size_t bookLevels = 50;

} // namespace

FeedHost::FeedHost(std::unique_ptr<MarketFeed> feed, std::unique_ptr<MarketHub> hub, CataloguePtr catalogue, const Clock *clock)
    : m_feed(std::move(feed)), m_hub(std::move(hub)), m_catalogue(std::move(catalogue)), m_clock(clock),
      m_isSteerable(m_feed->isSteerable()), m_span(m_feed->span()), m_speed(m_feed->speed())
{
    m_thread.setObjectName(QStringLiteral("feed"));
    m_feed->moveToThread(&m_thread);
    QObject::connect(m_feed.get(), &MarketFeed::batchReady, m_feed.get(), [this](const MarketBatchPtr &batch) { onBatch(*batch); });
    QObject::connect(m_feed.get(), &MarketFeed::stateChanged, m_feed.get(), [this](FeedState state) { m_state = int(state); });
    QObject::connect(m_feed.get(), &MarketFeed::historyReady, m_feed.get(),
                     [this](InstrumentIndex instrument, Timeframe timeframe, const std::shared_ptr<const BarColumns> &bars) { onHistory({instrument, timeframe}, *bars); });
    QObject::connect(m_feed.get(), &MarketFeed::noted, m_feed.get(), [this](const QString &text) { m_sinks.noted(text); });
    QObject::connect(m_feed.get(), &MarketFeed::finished, m_feed.get(), [this] { m_sinks.finished(); });
}

FeedHost::~FeedHost()
{
    stop();
}

void FeedHost::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_feed.get(), [this] {
        m_timer = std::make_unique<QTimer>();
        QObject::connect(m_timer.get(), &QTimer::timeout, m_feed.get(), [this] { tick(); });
        m_timer->start(chartsEvery);
        m_feed->start();
    }, Qt::QueuedConnection);
}

void FeedHost::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(m_feed.get(), [this] {
        m_timer.reset();
        m_feed->stop();
        m_feed->moveToThread(nullptr); // deleted by its owner later, from a thread that is not this one
    }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_state = int(FeedState::Stopped);
}

void FeedHost::setSpeed(double speed)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, speed] {
        m_feed->setSpeed(speed);
        m_speed = m_feed->speed(); // what it made of it
    }, Qt::QueuedConnection);
}

void FeedHost::setPaused(bool isPaused)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, isPaused] { m_feed->setPaused(isPaused); }, Qt::QueuedConnection);
}

void FeedHost::step()
{
    QMetaObject::invokeMethod(m_feed.get(), [this] { m_feed->step(); }, Qt::QueuedConnection);
}

void FeedHost::runTo(Timestamp time)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, time] {
        m_feed->runTo(time);
        m_targetNs = m_feed->target().ns();
    }, Qt::QueuedConnection);
}

void FeedHost::acknowledge(std::uint64_t sequence)
{
    m_acknowledged = sequence;
    if (!m_isAcknowledging.exchange(true))
        QMetaObject::invokeMethod(m_feed.get(), [this] { passAcknowledgement(); }, Qt::QueuedConnection);
}

// The engine counts the hub's events, the feed its own: a raw batch is done when the last of what was made of it is.
void FeedHost::passAcknowledgement()
{
    m_isAcknowledging = false;
    const std::uint64_t done = m_acknowledged;
    std::uint64_t raw = 0;
    while (!m_sent.empty() && m_sent.front().first <= done) {
        raw = m_sent.front().second;
        m_sent.pop_front();
    }
    if (raw > 0)
        m_feed->acknowledge(raw);
}

void FeedHost::onBatch(const MarketBatch &raw)
{
    if (raw.empty())
        return;
    MarketBatchPtr enriched = m_hub->enrich(raw);
    m_sent.emplace_back(m_hub->lastSequence(), raw.back().sequence);
    m_lastEventNs = raw.back().time.ns();
    for (Book &book : m_books) {
        for (const MarketEvent &event : raw | std::views::reverse) {
            const auto *trade = event.instrument == book.instrument ? std::get_if<TapeTrade>(&event.payload) : nullptr;
            if (trade == nullptr)
                continue;
            book.lastTrade = *trade;
            break;
        }
    }
    passOn(std::move(enriched));
}

void FeedHost::passOn(MarketBatchPtr enriched)
{
    if (enriched && !enriched->empty())
        m_sinks.batch(std::move(enriched));
}

void FeedHost::tick()
{
    m_targetNs = m_feed->target().ns();
    if (m_clock != nullptr)
        passOn(m_hub->flush(m_clock->now()));
    for (Chart &chart : m_charts)
        sendChart(chart);
    for (const Book &book : m_books)
        sendBook(book);
}

void FeedHost::subscribeDepth(InstrumentIndex instrument)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, instrument] {
        std::erase_if(m_books, [&](const Book &book) { return book.instrument == instrument; });
        m_books.push_back({instrument, {}});
        sendBook(m_books.back());
    }, Qt::QueuedConnection);
}

void FeedHost::unsubscribeDepth(InstrumentIndex instrument)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, instrument] {
        std::erase_if(m_books, [&](const Book &book) { return book.instrument == instrument; });
    }, Qt::QueuedConnection);
}

void FeedHost::sendBook(const Book &book)
{
    auto update = std::make_shared<DepthUpdate>();
    update->instrument = m_catalogue->at(book.instrument).id;
    if (auto depth = m_feed->depth(book.instrument, bookLevels)) {
        update->isAvailable = true;
        update->depth = *std::move(depth);
    }
    update->lastTrade = book.lastTrade;
    m_sinks.depth(std::move(update));
}

void FeedHost::subscribeChart(InstrumentIndex instrument, Timeframe timeframe)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, instrument, timeframe] {
        m_hub->subscribe({instrument, timeframe});
        const SeriesKey key{instrument, timeframe};
        const auto kept = m_hub->history(key);
        // What the hub has made of minutes since the start is short for long bars; the feed knows more of the past.
        if (timeframe != Timeframe::M1 && (!kept || kept->size() < 200))
            m_feed->requestHistory(instrument, timeframe, 1'000);
        std::erase_if(m_charts, [&](const Chart &chart) { return chart.instrument == instrument && chart.timeframe == timeframe; });
        m_charts.push_back({instrument, timeframe, {}, true});
        sendChart(m_charts.back());
    }, Qt::QueuedConnection);
}

// Older bars of a series, sooner or later than the charts that show it.
void FeedHost::onHistory(SeriesKey key, const BarColumns &older)
{
    m_hub->prepend(key, older);
    for (Chart &chart : m_charts) {
        if (SeriesKey{chart.instrument, chart.timeframe} != key)
            continue;
        chart.needsHistory = true;
        sendChart(chart);
    }
}

void FeedHost::unsubscribeChart(InstrumentIndex instrument, Timeframe timeframe)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, instrument, timeframe] {
        std::erase_if(m_charts, [&](const Chart &chart) { return chart.instrument == instrument && chart.timeframe == timeframe; });
    }, Qt::QueuedConnection);
}

void FeedHost::readHistory(InstrumentIndex instrument, std::set<Timeframe> timeframes, std::function<void(SeriesMap)> then)
{
    QMetaObject::invokeMethod(m_feed.get(), [this, instrument, timeframes = std::move(timeframes), then = std::move(then)] {
        SeriesMap series;
        for (const Timeframe timeframe : timeframes)
            series[timeframe] = m_hub->history({instrument, timeframe});
        then(std::move(series));
    }, Qt::QueuedConnection);
}

void FeedHost::sendChart(Chart &chart)
{
    const SeriesKey key{chart.instrument, chart.timeframe};
    auto update = std::make_shared<ChartUpdate>();
    update->instrument = m_catalogue->at(chart.instrument).id;
    update->timeframe = chart.timeframe;
    update->forming = m_hub->forming(key);
    if (chart.needsHistory) {
        update->history = m_hub->history(key);
        if (!update->history)
            update->history = std::make_shared<BarColumns>();
        chart.needsHistory = false;
        chart.sentUpTo = update->history->isEmpty() ? Timestamp() : update->history->closeTime.back();
    } else {
        update->closed = m_hub->closedSince(key, chart.sentUpTo);
        if (!update->closed.empty())
            chart.sentUpTo = update->closed.back().closeTime;
    }
    m_sinks.chart(std::move(update));
}

} // namespace bellwether
