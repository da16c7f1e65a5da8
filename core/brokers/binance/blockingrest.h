#pragma once

#include "core/brokers/binance/restclient.h"

#include <QThread>

#include <atomic>

namespace bellwether::binance {

/// Set by whoever no longer wants what is being waited for.
using Cancellation = std::shared_ptr<std::atomic<bool>>;

/// Calls that are waited for, from any thread but that of their sockets, which is their own: whoever waits blocks nobody
/// else, and a call gives up after its time.
class BlockingRest {
public:
    explicit BlockingRest(Endpoints endpoints, std::optional<net::RequestSigner> signer = {}, Duration patience = std::chrono::seconds(15),
                          Cancellation cancellation = {});
    ~BlockingRest();
    Q_DISABLE_COPY_MOVE(BlockingRest)

    /// The answer, whatever it is; one that came too late, not at all, or after the cancellation, is Unknown. Waits while our share of the
    /// venue's limits is spent and for the venue's clock where the call is signed.
    RestAnswer call(RestCall call);
    /// The body of a call that was done. Errors: Stale, Denied where the venue refuses the key.
    Result<QByteArray> fetch(RestCall call);
    void setLimits(const std::vector<NamedRateLimit> &limits);
    /// Venue time minus the machine's; zero before the first answer.
    Duration clockOffset();

private:
    QThread m_thread;
    std::unique_ptr<RestClient> m_rest; ///< lives on m_thread
    Duration m_patience;
    Cancellation m_cancellation;
};

} // namespace bellwether::binance
