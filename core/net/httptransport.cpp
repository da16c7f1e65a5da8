#include "core/net/httptransport.h"

#include "core/net/oneshotbody.h"
#include "core/net/tlstrouble.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bellwether::net {

namespace {

constexpr qint64 unreadBytesMax = 1 << 20;

QByteArray verbOf(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get: return "GET";
    case HttpMethod::Post: return "POST";
    case HttpMethod::Put: return "PUT";
    case HttpMethod::Delete: return "DELETE";
    }
    return {};
}

/// Errors that come before a byte of the request is on the wire. A request that was started on an open connection never
/// ends with one of them, since its body cannot be sent again.
bool isProofOfNotSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

QNetworkRequest prepared(const HttpRequest &request)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    if (request.method != HttpMethod::Get) {
        out.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    }
    return out;
}

} // namespace

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

HttpTransport::HttpTransport(QObject *parent) : QObject(parent), m_manager(std::make_unique<QNetworkAccessManager>(this)) // a child, so that it moves to another thread with us
{
    m_manager->setAutoDeleteReplies(false);
}

HttpTransport::~HttpTransport() = default;

bool HttpTransport::isAllowed(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == u"https"_s)
        return true;
    return url.scheme() == u"http"_s && (url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback());
}

void HttpTransport::send(const HttpRequest &request, Callback callback)
{
    if (!isAllowed(request.url)) {
        HttpAnswer answer;
        answer.outcome = HttpOutcome::NotSent;
        answer.error = u"%1 is neither https nor on this machine"_s.arg(request.url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo));
        QTimer::singleShot(0, this, [answer, callback = std::move(callback)] { callback(answer); });
        return;
    }
    struct State {
        QElapsedTimer clock;
        QByteArray body;
        bool isTooLong = false;
        bool isTimedOut = false;
        QString distrust;
    };
    const auto state = std::make_shared<State>();
    state->clock.start(); // before the request is another thread's, which may be done with it before we go on
    QNetworkReply *reply = nullptr;
    if (request.method == HttpMethod::Get) {
        reply = m_manager->get(prepared(request));
    } else {
        // A space, where there is nothing to say: a request without a body would be sent again.
        HttpRequest whole = request;
        if (whole.body.isEmpty())
            whole.body = " ";
        auto *body = new OneShotBody(whole.body);
        reply = m_manager->sendCustomRequest(prepared(whole), verbOf(whole.method), body);
        body->setParent(reply);
    }
    // Taken as it comes: the socket waits until we have read, so that no more is ever held than was asked for and this.
    reply->setReadBufferSize(unreadBytesMax);
    connect(reply, &QNetworkReply::readyRead, this, [this, reply, state] {
        if (state->isTooLong)
            return;
        const qint64 announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (std::max<qint64>(announced, state->body.size() + reply->bytesAvailable()) <= m_answerBytesMax) {
            state->body += reply->readAll();
            return;
        }
        state->isTooLong = true;
        state->body = {};
        reply->abort();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [state, url = request.url](const QList<QSslError> &errors) { state->distrust = tlsTrouble(url, errors); });
    // The whole answer within the time, not only a sign of life: a slow drip is no answer.
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, reply, [reply, state] {
        state->isTimedOut = true;
        reply->abort();
    });
    timer->start(std::chrono::duration_cast<std::chrono::milliseconds>(request.timeout));
    connect(reply, &QNetworkReply::finished, this, [this, reply, state, callback = std::move(callback)] {
        HttpAnswer answer;
        answer.took = Duration(state->clock.nsecsElapsed());
        answer.body = state->body;
        if (reply->isOpen()) // not after an abort
            answer.body += reply->readAll();
        answer.error = state->distrust;
        finish(reply, state->isTooLong, state->isTimedOut, std::move(answer), callback);
        reply->deleteLater();
    });
}

void HttpTransport::finish(QNetworkReply *reply, bool isTooLong, bool isTimedOut, HttpAnswer answer, const Callback &callback) const
{
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.emplace_back(name.toLower(), value);
    const bool isWhole = answer.status != 0 && reply->error() != QNetworkReply::RemoteHostClosedError
        && reply->error() != QNetworkReply::OperationCanceledError && reply->error() != QNetworkReply::TimeoutError;
    if (isTooLong)
        answer.error = u"the answer is longer than %1 bytes"_s.arg(m_answerBytesMax);
    else if (isTimedOut)
        answer.error = u"no whole answer in time"_s;
    else if (answer.status >= 300 && answer.status < 400)
        answer.error = u"the server answered with a redirect, which is not followed"_s;
    else if (isWhole)
        answer.outcome = HttpOutcome::Answered;
    else if (answer.error.isEmpty())
        answer.error = reply->errorString();
    if (answer.outcome != HttpOutcome::Answered) {
        answer.body.clear();
        if (!isTimedOut && answer.status == 0 && isProofOfNotSent(reply->error()))
            answer.outcome = HttpOutcome::NotSent;
    }
    callback(answer);
}

} // namespace bellwether::net
