#pragma once

#include "core/base/timestamp.h"
#include "core/exchange/spotvenue.h"

#include <QByteArray>
#include <QJsonObject>

#include <deque>

namespace bellwether::exchange {

/// A request as the venue saw it, whatever became of its answer.
struct SeenRequest {
    std::int64_t number = 0;
    Timestamp time;
    QByteArray method;
    QByteArray path;
    QByteArray parameters;      ///< as sent, without the signature
    QString account;            ///< empty where the key is none of the venue's
    bool isCarriedOut = false;  ///< handed to the venue, which may have refused it
    int status = 0;             ///< of the venue's own answer; 0 while there is none
    int code = 0;               ///< of a refusal, such as -1021; 0 for none
    QStringList faults;         ///< rules of the script that acted on it
};

/// What the venue itself knows of a run, for those who measure a client against it: every request, order and execution
/// and the balances. No secret is in it.
class VenueLedger {
public:
    /// Requests kept; older ones are counted only.
    static constexpr std::size_t requestsMax = 200'000;

    SeenRequest &add(SeenRequest request);
    /// Null where it is gone.
    SeenRequest *find(std::int64_t number);
    const std::deque<SeenRequest> &requests() const { return m_requests; }
    std::int64_t requestCount() const { return m_count; }

    /// Requests, and each account's orders, executions and balances, as docs/exchange-scenario.md has them.
    QJsonObject json(const SpotVenue &venue) const;

private:
    std::deque<SeenRequest> m_requests;
    std::int64_t m_count = 0;
};

} // namespace bellwether::exchange
