#pragma once

#include "core/brokers/binance/depthsync.h"
#include "core/brokers/binance/restclient.h"
#include "core/brokers/binance/streamdecoder.h"
#include "core/brokers/binance/streamlink.h"
#include "core/domain/depth.h"

namespace bellwether::binance {

/// The order book of one symbol as long as somebody looks at it: a connection of its own to the venue's changes, and a
/// snapshot that they are joined to. A hole between changes, a book that crosses, or one that stands still while the best
/// prices move on is thrown away and read anew; until it is right again there is none. Lives on the feed's thread.
class DepthStream : public QObject {
    Q_OBJECT
public:
    /// Levels a side of a snapshot.
    static constexpr int snapshotLevels = 1'000;

    /// `rest` outlives it. `settings` are those of the market streams. For longer than `behindMax` the book is never behind
    /// the best prices.
    DepthStream(net::StreamSettings settings, const QString &symbol, RestClient &rest, Duration behindMax = std::chrono::seconds(5));
    ~DepthStream() override;

    /// The best levels, as of the last change; nothing while the book is not right.
    std::optional<Depth> top(std::size_t levels) const;
    /// The best prices of another stream are at this update, which the book should have seen soon.
    void expect(std::uint64_t update);
    /// How often a book was thrown away since construction.
    std::uint64_t resyncs() const { return m_resyncs; }

private:
    void onMessage(QByteArrayView text);
    void askSnapshot();
    void askAgain();
    void onSnapshot(const RestAnswer &answer, int epoch);
    void beginAnew();

    RestClient &m_rest;
    QString m_symbol;
    Duration m_behindMax;
    StreamLink m_link;
    StreamDecoder m_decoder;
    StreamMessage m_message;
    DepthSync m_sync;
    Timestamp m_changedAt;
    QTimer m_patience;           ///< until the next question for a snapshot
    std::uint64_t m_expected = 0;
    std::int64_t m_behindSinceNs = 0; ///< 0: it is not
    std::uint64_t m_resyncs = 0;
    int m_epoch = 0;             ///< a snapshot asked for before the last beginning is of no use
};

} // namespace bellwether::binance
