#pragma once

#include "core/base/clock.h"
#include "core/brokers/binance/answers.h"
#include "core/brokers/binance/endpoints.h"
#include "core/brokers/binance/exchangerules.h"
#include "core/net/clockoffset.h"
#include "core/net/httptransport.h"
#include "core/net/ratebudget.h"
#include "core/net/requestsigner.h"

#include <QTimer>

namespace bellwether::binance {

using RestParams = std::vector<std::pair<QByteArray, QByteArray>>;

/// One call of the REST interface.
struct RestCall {
    net::HttpMethod method = net::HttpMethod::Get;
    QByteArray path;                  ///< `/api/v3/order`
    RestParams params;                ///< values as they are; they are encoded, then signed, here
    bool isSigned = false;
    int weight = 1;
    int orders = 0;                   ///< new orders it places, for the venue's order counts
    net::RequestPurpose purpose = net::RequestPurpose::Background;
    Duration timeout = std::chrono::seconds(10);
};

/// What came of a call.
struct RestAnswer {
    enum class Outcome {
        Done,    ///< the venue did it; `body` is its answer
        Refused, ///< proved: the venue did not do it; `error`, `kind` and `body` say why
        NotSent, ///< proved: nothing left this machine
        Unknown, ///< it may have been done
    };
    Outcome outcome = Outcome::Unknown;
    int status = 0;
    QByteArray body;
    VenueError error;
    RefusalKind kind = RefusalKind::Refused;
    QString why;                      ///< one English line for everything but Done
    Duration took{};

    bool isDone() const { return outcome == Outcome::Done; }
};

/// Signed and plain calls to a venue of this protocol, each sent once. Keeps the offset to the venue's clock and its
/// rate limits: what they leave no room for is refused here and nothing waits to be sent late. Only where the venue
/// refused a call because of its time stamp (-1021), which proves that it was not carried out, is it signed anew and
/// sent a second time. Lives on one thread.
class RestClient : public QObject {
    Q_OBJECT
public:
    using Callback = std::function<void(const RestAnswer &)>;

    /// Without a signer only plain calls work.
    explicit RestClient(Endpoints endpoints, std::optional<net::RequestSigner> signer = {}, QObject *parent = nullptr);

    /// Measures the venue's clock, now and every ten minutes; clockReady() follows.
    void start();
    void stop();
    /// Answers later, exactly once; not at all after the client has gone. Whether the call was handed to the wire.
    bool send(const RestCall &call, Callback callback);
    /// A call that has to be signed in another way than as a form: name and value pairs sorted by name, as they are.
    RestParams signedParams(RestParams params) const;

    void setLimits(const std::vector<NamedRateLimit> &limits);
    void setRecvWindow(Duration window) { m_recvWindow = window; }
    Duration recvWindow() const { return m_recvWindow; }
    bool hasClock() const { return m_offset.isKnown(); }
    /// The venue's clock; ours while it is not known. It does not follow jumps of the wall clock.
    Timestamp venueNow() const { return m_offset.venueTime(now()); }
    Duration clockOffset() const { return m_offset.offset(); }
    /// Nothing may be sent before (429, 418); invalid where nothing blocks.
    Timestamp suspendedUntil() const { return m_weights.isBlocked(venueNow()) ? m_weights.blockedUntil() : Timestamp(); }
    /// When this much weight fits again.
    Timestamp roomAt(int weight, net::RequestPurpose purpose) const { return m_weights.nextRoom(weight, purpose, venueNow()); }
    double weightShare() const { return m_weights.usedShare(venueNow()); }
    double orderShare() const { return m_orders.usedShare(venueNow()); }
    /// Of the last answer.
    Duration latency() const { return m_latency; }
    /// Calls that wait for their answer.
    int inFlight() const { return m_inFlight; }
    const Endpoints &endpoints() const { return m_endpoints; }

Q_SIGNALS:
    void clockReady();
    /// The venue blocks this address (429 or 418).
    void suspended(bellwether::Timestamp until, const QString &why);

private:
    Timestamp now() const;
    void measure();
    bool sendNow(const RestCall &call, Callback callback, bool isSecond);
    net::HttpRequest requestOf(const RestCall &call) const;
    void readLimits(const net::HttpAnswer &answer);
    RestAnswer answerOf(const net::HttpAnswer &answer) const;
    bool refuse(const QString &why, const Callback &callback, RefusalKind kind);

    Endpoints m_endpoints;
    std::optional<net::RequestSigner> m_signer;
    net::HttpTransport m_transport;
    net::ClockOffset m_offset;
    net::RateBudget m_weights;
    net::RateBudget m_orders;
    Duration m_recvWindow = std::chrono::seconds(5);
    Duration m_latency{};
    Timestamp m_wallStart;
    std::int64_t m_steadyStart = 0;
    QTimer m_clockTimer;
    int m_samplesLeft = 0;
    bool m_isMeasuring = false;
    int m_failuresInRow = 0;
    int m_inFlight = 0;
    std::vector<std::pair<RestCall, Callback>> m_waitingForClock; ///< refused for their time stamp
};

} // namespace bellwether::binance
