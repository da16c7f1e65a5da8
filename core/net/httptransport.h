#pragma once

#include "core/base/timestamp.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace bellwether::net {

enum class HttpMethod { Get, Post, Put, Delete };

using HttpHeader = std::pair<QByteArray, QByteArray>;

/// One request, already signed. The bytes of `url` and `body` go out as they are.
struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    QUrl url;                       ///< made with QUrl::fromEncoded, so that nothing is encoded a second time
    QByteArray body;                ///< `application/x-www-form-urlencoded`; not for Get
    std::vector<HttpHeader> headers;
    Duration timeout = std::chrono::seconds(10);
};

/// The three outcomes of a request.
enum class HttpOutcome {
    Answered, ///< the server answered; `status` and `body` are whole
    NotSent,  ///< proved: no byte of the request can have reached the server
    Unknown,  ///< anything else: it may have been carried out
};

struct HttpAnswer {
    HttpOutcome outcome = HttpOutcome::Unknown;
    int status = 0;
    QByteArray body;
    std::vector<HttpHeader> headers; ///< names in lower case
    QString error;                   ///< why there is no answer
    Duration took{};

    /// Value of a header by its lower-case name; empty where it is absent.
    QByteArray header(QByteArrayView name) const;
};

/// Sends requests, each of them once.
///
/// Qt's access manager re-sends a request whose connection was closed without a reply, also POST and DELETE, and follows
/// redirects with all headers. Here a request other than Get carries a body that cannot be read a second time, redirects
/// are an outcome of their own (Unknown), HTTP/2 is off, and size and time of an answer are limited. Plain http is for the
/// loopback interface alone. Lives on the thread of its user.
class HttpTransport : public QObject {
    Q_OBJECT
public:
    using Callback = std::function<void(const HttpAnswer &)>;

    explicit HttpTransport(QObject *parent = nullptr);
    ~HttpTransport() override;

    /// Answers later, exactly once; not at all after the transport has been destroyed. A url that may not be used answers NotSent.
    void send(const HttpRequest &request, Callback callback);
    /// Answers longer than this are cut off as Unknown.
    void setAnswerBytesMax(qsizetype bytes) { m_answerBytesMax = bytes; }
    /// Whether requests may go to the url: https anywhere, http on loopback.
    static bool isAllowed(const QUrl &url);

private:
    void finish(QNetworkReply *reply, bool isTooLong, bool isTimedOut, HttpAnswer answer, const Callback &callback) const;

    std::unique_ptr<QNetworkAccessManager> m_manager;
    qsizetype m_answerBytesMax = 32 << 20;
};

} // namespace bellwether::net
