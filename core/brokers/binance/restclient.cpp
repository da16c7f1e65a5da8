#include "core/brokers/binance/restclient.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::binance {

using net::HttpAnswer;
using net::HttpMethod;
using net::HttpOutcome;

namespace {

constexpr auto measureEvery = 10min;
constexpr int samplesAtOnce = 3;

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// `1m`, `10s`, `1d` at the end of a header's name.
std::optional<Duration> intervalOf(QByteArrayView text)
{
    if (text.size() < 2)
        return {};
    bool isNumber = false;
    const int count = text.chopped(1).toInt(&isNumber);
    if (!isNumber || count < 1)
        return {};
    switch (text.back()) {
    case 's': return std::chrono::seconds(count);
    case 'm': return std::chrono::minutes(count);
    case 'h': return std::chrono::hours(count);
    case 'd': return std::chrono::hours(24 * count);
    default: return {};
    }
}

QByteArray formOf(const RestParams &params)
{
    QByteArray form;
    for (const auto &[name, value] : params)
        form += (form.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    return form;
}

} // namespace

RestClient::RestClient(Endpoints endpoints, std::optional<net::RequestSigner> signer, QObject *parent)
    : QObject(parent), m_endpoints(std::move(endpoints)), m_signer(std::move(signer)), m_transport(this),
      m_wallStart(SystemClock().now()), m_steadyStart(steadyNs()), m_clockTimer(this)
{
    m_clockTimer.setSingleShot(true);
    connect(&m_clockTimer, &QTimer::timeout, this, &RestClient::measure);
    // Until exchangeInfo tells: far below what the venue allows to anybody.
    m_weights.setLimits({{1min, 1'000}});
}

// The wall clock of the start and what has passed since: a wall clock that is set while we run changes no time stamp.
Timestamp RestClient::now() const { return m_wallStart + Duration(steadyNs() - m_steadyStart); }

void RestClient::start()
{
    m_samplesLeft = samplesAtOnce;
    measure();
}

void RestClient::stop() { m_clockTimer.stop(); }

void RestClient::measure()
{
    if (m_isMeasuring)
        return;
    m_isMeasuring = true;
    const Timestamp asked = now();
    sendNow({HttpMethod::Get, "/api/v3/time", {}, false, 1, 0, net::RequestPurpose::Reducing, 5s}, [this, asked](const RestAnswer &answer) {
        m_isMeasuring = false;
        const auto time = answer.isDone() ? readServerTime(answer.body) : failure(ErrorCode::BadData, answer.why);
        if (!time) {
            m_clockTimer.start(std::min(1s * (1 << std::min(m_failuresInRow++, 5)), 30s));
        } else {
            m_failuresInRow = 0;
            const bool wasKnown = m_offset.isKnown();
            m_offset.add(asked, *time, now());
            if (--m_samplesLeft > 0)
                m_clockTimer.start(20ms);
            else
                m_clockTimer.start(measureEvery);
            if (!wasKnown)
                Q_EMIT clockReady();
        }
        for (auto &[call, callback] : std::exchange(m_waitingForClock, {})) {
            if (time)
                sendNow(call, std::move(callback), true);
            else
                refuse(u"the venue's clock could not be measured: "_s + answer.why, callback, RefusalKind::ClockWrong);
        }
    }, true);
}

bool RestClient::send(const RestCall &call, Callback callback) { return sendNow(call, std::move(callback), false); }

bool RestClient::refuse(const QString &why, const Callback &callback, RefusalKind kind)
{
    RestAnswer answer;
    answer.outcome = RestAnswer::Outcome::NotSent;
    answer.kind = kind;
    answer.why = why;
    QTimer::singleShot(0, this, [answer, callback] { callback(answer); });
    return false;
}

bool RestClient::sendNow(const RestCall &call, Callback callback, bool isSecond)
{
    if (call.isSigned && !m_signer)
        return refuse(u"no key"_s, callback, RefusalKind::NotAllowed);
    if (call.isSigned && !m_offset.isKnown())
        return refuse(u"the venue's clock is not known yet"_s, callback, RefusalKind::ClockWrong);
    const Timestamp time = venueNow();
    if (m_weights.isBlocked(time))
        return refuse(u"the venue takes no requests before %1"_s.arg(toIsoString(m_weights.blockedUntil())), callback, RefusalKind::TooMany);
    if (call.orders > 0 && !m_orders.tryTake(call.orders, call.purpose, time))
        return refuse(u"the venue's order count leaves no room before %1"_s.arg(toIsoString(m_orders.nextRoom(call.orders, call.purpose, time))), callback, RefusalKind::TooMany);
    if (!m_weights.tryTake(call.weight, call.purpose, time))
        return refuse(u"the venue's request weight leaves no room before %1"_s.arg(toIsoString(m_weights.nextRoom(call.weight, call.purpose, time))), callback, RefusalKind::TooMany);
    ++m_inFlight;
    m_transport.send(requestOf(call), [this, call, isSecond, callback = std::move(callback)](const HttpAnswer &http) mutable {
        --m_inFlight;
        readLimits(http);
        RestAnswer answer = answerOf(http);
        if (answer.outcome == RestAnswer::Outcome::Refused && answer.kind == RefusalKind::ClockWrong && !isSecond) {
            m_offset.clear();
            m_samplesLeft = samplesAtOnce;
            m_waitingForClock.emplace_back(call, std::move(callback));
            m_clockTimer.stop();
            return measure();
        }
        callback(answer);
    });
    return true;
}

RestParams RestClient::signedParams(RestParams params) const
{
    if (!m_signer)
        return params;
    params.emplace_back("apiKey", m_signer->apiKey());
    params.emplace_back("timestamp", QByteArray::number(qlonglong(venueNow().ms())));
    std::sort(params.begin(), params.end());
    QByteArray payload;
    for (const auto &[name, value] : params)
        payload += (payload.isEmpty() ? "" : "&") + name + '=' + value;
    params.emplace_back("signature", m_signer->sign(payload));
    return params;
}

net::HttpRequest RestClient::requestOf(const RestCall &call) const
{
    net::HttpRequest request;
    request.method = call.method;
    request.timeout = call.timeout;
    RestParams params = call.params;
    if (call.isSigned) {
        params.emplace_back("recvWindow", QByteArray::number(qlonglong(std::chrono::duration_cast<std::chrono::milliseconds>(m_recvWindow).count())));
        params.emplace_back("timestamp", QByteArray::number(qlonglong(venueNow().ms())));
        request.headers.emplace_back("X-MBX-APIKEY", m_signer->apiKey());
    }
    QByteArray form = formOf(params);
    if (call.isSigned)
        form += "&signature=" + m_signer->sign(form).toPercentEncoding();
    const QByteArray address = m_endpoints.rest.toEncoded(QUrl::RemovePath) + call.path;
    // What is signed is sent as it is: in the url for reads, as the body for everything else.
    const bool isRead = call.method == HttpMethod::Get;
    request.url = QUrl::fromEncoded(isRead && !form.isEmpty() ? address + '?' + form : address);
    if (!isRead)
        request.body = form;
    return request;
}

void RestClient::setLimits(const std::vector<NamedRateLimit> &limits)
{
    std::vector<net::RateLimit> weights;
    std::vector<net::RateLimit> orders;
    for (const NamedRateLimit &limit : limits) {
        if (limit.kind == u"REQUEST_WEIGHT")
            weights.push_back({limit.interval, limit.limit});
        else if (limit.kind == u"ORDERS")
            orders.push_back({limit.interval, limit.limit});
    }
    if (!weights.empty())
        m_weights.setLimits(weights);
    m_orders.setLimits(orders);
}

void RestClient::readLimits(const HttpAnswer &answer)
{
    const Timestamp time = venueNow();
    if (answer.outcome == HttpOutcome::Answered)
        m_latency = answer.took;
    for (const auto &[name, value] : answer.headers) {
        static const QByteArray weight("x-mbx-used-weight-");
        static const QByteArray count("x-mbx-order-count-");
        if (name.startsWith(weight)) {
            if (const auto interval = intervalOf(QByteArrayView(name).sliced(weight.size())))
                m_weights.onUsed(*interval, value.toInt(), time);
        } else if (name.startsWith(count)) {
            if (const auto interval = intervalOf(QByteArrayView(name).sliced(count.size())))
                m_orders.onUsed(*interval, value.toInt(), time);
        }
    }
    if (answer.status != 429 && answer.status != 418)
        return;
    const bool isBan = answer.status == 418;
    bool isNumber = false;
    const qlonglong asked = answer.header("retry-after").toLongLong(&isNumber);
    const std::chrono::seconds wait(isNumber ? std::clamp<qlonglong>(asked, 1, 259'200) : isBan ? 120 : 30);
    // Too many orders block orders, too many requests everything.
    const auto error = answer.outcome == HttpOutcome::Answered ? readError(answer.body) : std::nullopt;
    if (!isBan && error && error->code == -1015) {
        m_orders.block(time + wait);
        return;
    }
    m_weights.block(time + wait);
    Q_EMIT suspended(m_weights.blockedUntil(), isBan ? u"the venue has blocked this address (418)"_s : u"too many requests (429)"_s);
}

RestAnswer RestClient::answerOf(const HttpAnswer &http) const
{
    RestAnswer answer;
    answer.status = http.status;
    answer.took = http.took;
    if (http.outcome != HttpOutcome::Answered) {
        answer.outcome = http.outcome == HttpOutcome::NotSent ? RestAnswer::Outcome::NotSent : RestAnswer::Outcome::Unknown;
        answer.kind = RefusalKind::OutcomeUnknown;
        answer.why = http.error;
        return answer;
    }
    answer.body = http.body;
    if (http.status >= 200 && http.status < 300) {
        answer.outcome = RestAnswer::Outcome::Done;
        return answer;
    }
    const auto error = readError(http.body);
    answer.error = error.value_or(VenueError{});
    answer.kind = kindOf(http.status, answer.error.code);
    answer.why = error ? u"%1 (%2)"_s.arg(error->message).arg(error->code) : u"HTTP status %1 without a reason"_s.arg(http.status);
    // A refusal is a proof only where the venue itself says it: with its code, and not as one of its own failures.
    const bool isByStatus = http.status == 429 || http.status == 418 || http.status == 403;
    const bool isProof = (error || isByStatus) && answer.kind != RefusalKind::OutcomeUnknown && answer.kind != RefusalKind::Busy;
    answer.outcome = isProof ? RestAnswer::Outcome::Refused : RestAnswer::Outcome::Unknown;
    return answer;
}

} // namespace bellwether::binance
