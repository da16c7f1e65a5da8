#include "core/brokers/binance/depthstream.h"

#include "core/base/log.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::binance {

namespace {

constexpr int snapshotWeight = 50;      // of GET depth up to 1,000 levels
constexpr auto betweenSnapshots = 500ms;

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// A quiet book says nothing for minutes: that its connection lives is proved by pings, that it is right by the best prices.
net::StreamSettings mayBeSilent(net::StreamSettings settings)
{
    settings.silenceMax = {};
    return settings;
}

} // namespace

DepthStream::DepthStream(net::StreamSettings settings, const QString &symbol, RestClient &rest, Duration behindMax)
    : m_rest(rest), m_symbol(symbol), m_behindMax(behindMax), m_link(mayBeSilent(std::move(settings)), {symbol.toLower() + u"@depth@100ms"_s})
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &DepthStream::askSnapshot);
    connect(&m_link, &StreamLink::messageReceived, this, &DepthStream::onMessage);
    connect(&m_link, &StreamLink::ready, this, &DepthStream::beginAnew);
    connect(&m_link, &StreamLink::lost, this, [this] {
        m_patience.stop();
        m_sync.startOver();
        ++m_epoch;
    });
    connect(&m_link, &StreamLink::refused, this, [this](const QStringList &, const QString &why) {
        qCWarning(logFeed, "the venue refused the book of %s: %s", qPrintable(m_symbol), qPrintable(why));
    });
    m_link.start();
}

DepthStream::~DepthStream() { m_link.stop(); }

// Changes are kept from here on; a snapshot older than the first of them is asked for again.
void DepthStream::beginAnew()
{
    m_sync.startOver();
    ++m_epoch;
    m_behindSinceNs = 0;
    askSnapshot();
}

void DepthStream::askSnapshot()
{
    const Timestamp at = m_rest.roomAt(snapshotWeight, net::RequestPurpose::Background);
    const Duration wait = at - m_rest.venueNow(); // below zero where there is room now
    if (wait > Duration::zero()) {
        m_patience.start(std::chrono::ceil<std::chrono::milliseconds>(wait) + 50ms);
        return;
    }
    const RestCall call{net::HttpMethod::Get, "/api/v3/depth",
                        {{"symbol", m_symbol.toLatin1()}, {"limit", QByteArray::number(snapshotLevels)}}, false, snapshotWeight};
    m_rest.send(call, [self = QPointer(this), epoch = m_epoch](const RestAnswer &answer) {
        if (self)
            self->onSnapshot(answer, epoch);
    });
}

void DepthStream::askAgain() { m_patience.start(betweenSnapshots); }

void DepthStream::onSnapshot(const RestAnswer &answer, int epoch)
{
    if (epoch != m_epoch || m_sync.state() != DepthSync::State::Waiting)
        return;
    StreamMessage snapshot;
    StreamDecoder decoder;
    const auto read = answer.isDone() ? decoder.decode(answer.body, snapshot) : failure(ErrorCode::Stale, answer.why);
    if (!read || snapshot.kind != StreamKind::PartialDepth) {
        qCWarning(logFeed, "no book of %s: %s", qPrintable(m_symbol), qPrintable(read ? u"no snapshot"_s : read.error().detail));
        return askAgain();
    }
    m_sync.onSnapshot(snapshot);
    m_changedAt = m_rest.venueNow();
    if (m_sync.state() == DepthSync::State::Waiting)
        return askAgain();
    if (m_sync.state() == DepthSync::State::Broken) {
        ++m_resyncs;
        m_sync.startOver();
        ++m_epoch;
        askAgain();
    }
}

void DepthStream::onMessage(QByteArrayView text)
{
    if (const auto read = m_decoder.decode(text, m_message); !read) {
        // What it would have said is missing now, and the next change shows the hole.
        qCWarning(logFeed, "message refused: %s", qPrintable(read.error().detail));
        return;
    }
    switch (m_message.kind) {
    case StreamKind::Acknowledgement: return m_link.onAcknowledged(m_message.requestId);
    case StreamKind::Refusal: return m_link.onRefused(m_message.requestId, QString::fromUtf8(m_message.text.data(), qsizetype(m_message.text.size())));
    case StreamKind::ServerShutdown: return m_link.renew(u"the venue announced its end"_s);
    case StreamKind::DepthChange: break;
    default: return;
    }
    m_sync.onChange(m_message);
    m_changedAt = m_message.eventTime;
    if (m_sync.lastUpdate() >= m_expected)
        m_behindSinceNs = 0;
    if (m_sync.state() == DepthSync::State::Broken) {
        ++m_resyncs;
        m_sync.startOver();
        ++m_epoch;
        if (!m_patience.isActive())
            askSnapshot();
    }
}

void DepthStream::expect(std::uint64_t update)
{
    m_expected = std::max(m_expected, update);
    if (m_sync.state() != DepthSync::State::Live || m_sync.lastUpdate() >= m_expected) {
        m_behindSinceNs = 0;
        return;
    }
    const std::int64_t now = steadyNs();
    if (m_behindSinceNs == 0)
        m_behindSinceNs = now;
    else if (Duration(now - m_behindSinceNs) > m_behindMax) {
        ++m_resyncs;
        m_behindSinceNs = 0;
        m_expected = 0;
        m_link.renew(u"the book stands still while the best prices move"_s);
    }
}

std::optional<Depth> DepthStream::top(std::size_t levels) const
{
    if (m_sync.state() != DepthSync::State::Live)
        return {};
    Depth depth;
    depth.time = m_changedAt;
    const auto take = [&](Side side, std::vector<DepthLevel> &into) {
        const auto all = m_sync.book().levels(side);
        const std::size_t count = std::min(levels, all.size());
        into.assign(all.rbegin(), all.rbegin() + std::ptrdiff_t(count));
    };
    take(Side::Buy, depth.bids);
    take(Side::Sell, depth.asks);
    return depth;
}

} // namespace bellwether::binance
