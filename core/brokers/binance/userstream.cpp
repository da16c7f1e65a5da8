#include "core/brokers/binance/userstream.h"

#include "core/base/log.h"
#include "core/net/jsonvalue.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::binance {

namespace {

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

UserStream::UserStream(RestClient &rest, bool needsLogon, Duration renewAfter, Duration backoffMax, QObject *parent)
    : QObject(parent), m_rest(rest), m_needsLogon(needsLogon), m_renewAfter(renewAfter), m_backoffMax(backoffMax), m_watch(this)
{
    connect(&m_watch, &QTimer::timeout, this, &UserStream::watch);
}

UserStream::~UserStream() { stop(); }

void UserStream::start()
{
    if (m_line)
        return;
    m_watch.start(std::chrono::ceil<std::chrono::milliseconds>(std::min<Duration>(m_renewAfter / 4, 1s)));
    m_line = makeLine();
    m_line->session->start();
}

void UserStream::stop()
{
    m_watch.stop();
    m_isSubscribed = false;
    drop(m_next);
    drop(m_line);
}

void UserStream::drop(std::unique_ptr<Line> &line)
{
    if (!line)
        return;
    m_openedBefore += line->session->openedCount();
    line->session->disconnect(this);
    line->session->stop();
    line->session.release()->deleteLater(); // it may be the one whose signal led here
    line.reset();
}

int UserStream::openedCount() const
{
    return m_openedBefore + (m_line ? m_line->session->openedCount() : 0) + (m_next ? m_next->session->openedCount() : 0);
}

std::unique_ptr<UserStream::Line> UserStream::makeLine()
{
    net::StreamSettings settings;
    settings.url = m_rest.endpoints().requests;
    settings.silenceMax = Duration::zero(); // an account may be quiet for days: pings prove the connection
    settings.lifetime = std::chrono::hours(24 * 365);
    settings.backoffMax = m_backoffMax;
    settings.seed = std::uint64_t(steadyNs());
    auto line = std::make_unique<Line>();
    line->session = std::make_unique<net::StreamSession>(settings);
    Line *raw = line.get();
    connect(raw->session.get(), &net::StreamSession::opened, this, [this, raw] {
        raw->openedNs = steadyNs();
        raw->isLoggedOn = false;
        raw->isOn = false;
        subscribe(*raw);
    });
    connect(raw->session.get(), &net::StreamSession::closed, this, [this, raw](const QString &why) { onClosed(raw, why); });
    connect(raw->session.get(), &net::StreamSession::messageReceived, this, [this, raw](QByteArrayView text) { onText(raw, text); });
    return line;
}

void UserStream::subscribe(Line &line)
{
    if (!m_rest.hasClock())
        return; // watch() comes here again
    if (!m_needsLogon)
        return request(line, "userDataStream.subscribe.signature", m_rest.signedParams({}));
    if (line.isLoggedOn)
        return request(line, "userDataStream.subscribe", {});
    request(line, "session.logon", m_rest.signedParams({}));
}

void UserStream::request(Line &line, const QByteArray &method, const RestParams &params)
{
    QJsonObject named;
    for (const auto &[name, value] : params)
        named[QString::fromLatin1(name)] = name == "timestamp" ? QJsonValue(value.toLongLong()) : QJsonValue(QString::fromLatin1(value));
    const QJsonObject whole{{u"id"_s, ++m_lastRequest}, {u"method"_s, QString::fromLatin1(method)}, {u"params"_s, named}};
    line.session->send(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

void UserStream::onText(Line *line, QByteArrayView text)
{
    const auto status = net::readJson(text, u"message"_s, [](const net::JsonValue &root) {
        return root.has("status") && !root.has("event") ? int(root["status"].integer()) : 0;
    });
    if (!status) {
        qCWarning(logFeed, "user stream: message refused: %s", qPrintable(status.error().detail));
        return;
    }
    if (*status != 0)
        return onReply(*line, *status, text);
    const auto event = readUserEvent(text);
    if (!event) {
        // An event that cannot be read may be a fill: whoever keeps the books has to ask.
        qCWarning(logFeed, "user stream: %s", qPrintable(event.error().detail));
        line->session->renew(u"an event could not be read"_s);
        return;
    }
    if (const auto *ended = std::get_if<StreamEnded>(&*event)) {
        if (!ended->isWholeConnection)
            line->session->renew(u"the venue ended the subscription"_s);
        else if (line == m_line.get() && !m_next) {
            m_next = makeLine();
            m_next->session->start();
        }
        return;
    }
    Q_EMIT received(*event);
}

void UserStream::onReply(Line &line, int status, QByteArrayView text)
{
    if (status != 200) {
        const auto error = net::readJson(text, u"reply"_s, [](const net::JsonValue &root) {
            const net::JsonValue inner = root["error"];
            return VenueError{inner["code"].integer(), inner["msg"].string()};
        });
        const QString why = error ? u"%1 (%2)"_s.arg(error->message).arg(error->code) : u"status %1"_s.arg(status);
        if (error && kindOf(status, error->code) == RefusalKind::NotAllowed)
            Q_EMIT keyRefused(why);
        else if (error && kindOf(status, error->code) == RefusalKind::ClockWrong)
            m_rest.start(); // measures anew; watch() subscribes again
        return;
    }
    if (m_needsLogon && !line.isLoggedOn) {
        line.isLoggedOn = true;
        return subscribe(line);
    }
    line.isOn = true;
    if (&line == m_next.get()) {
        drop(m_line);
        m_line = std::move(m_next);
    }
    m_isSubscribed = true;
    Q_EMIT subscribed();
}

void UserStream::onClosed(Line *line, const QString &why)
{
    line->isOn = false;
    line->openedNs = 0;
    if (line != m_line.get() || !std::exchange(m_isSubscribed, false))
        return;
    Q_EMIT lost(why);
}

void UserStream::watch()
{
    if (!m_line)
        return;
    const std::int64_t now = steadyNs();
    for (Line *line : {m_line.get(), m_next.get()}) {
        // Not subscribed after a while: the request or its answer was lost, or refused for the moment.
        if (line != nullptr && line->openedNs != 0 && !line->isOn && Duration(now - line->openedNs) > 5s) {
            line->openedNs = now;
            subscribe(*line);
        }
    }
    if (m_line->isOn && !m_next && Duration(now - m_line->openedNs) > m_renewAfter) {
        m_next = makeLine();
        m_next->session->start();
    }
}

} // namespace bellwether::binance
