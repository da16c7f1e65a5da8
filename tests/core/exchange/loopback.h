#pragma once

#include "core/exchange/spotserver.h"
#include "core/net/httptransport.h"
#include "core/net/signature.h"
#include "core/net/streamsession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace bellwether::exchange {

using namespace Qt::StringLiterals;

inline Price price(const QString &text) { return *parsePrice(text); }
inline Quantity units(const QString &text) { return *parseQuantity(text); }

/// The venue on a free port with the parts of the real client around it.
class Loopback {
public:
    Loopback() : server(venue, clock)
    {
        account = venue.addAccount({u"anna"_s, "key", "secret"});
        venue.engine().deposit(account, u"USDT"_s, units(u"100000"_s));
        venue.engine().deposit(account, u"BTC"_s, units(u"10"_s));
        quote(u"99"_s, u"101"_s);
        if (!server.listen(0))
            qFatal("no port");
    }
    void quote(const QString &bid, const QString &ask)
    {
        venue.engine().quoteHouse(0, {{price(bid), units(u"5"_s)}}, {{price(ask), units(u"5"_s)}}, clock.now());
    }
    net::HttpAnswer send(net::HttpMethod method, const QByteArray &path, QByteArray parameters, Duration timeout = std::chrono::seconds(10))
    {
        parameters += (parameters.isEmpty() ? "timestamp=" : "&timestamp=") + QByteArray::number(qint64(clock.now().ms()));
        parameters += "&signature=" + net::hmacSha256Hex("secret", parameters);
        net::HttpRequest request;
        request.method = method;
        const bool isGet = method == net::HttpMethod::Get;
        request.url = QUrl::fromEncoded("http://127.0.0.1:" + QByteArray::number(server.port()) + "/api/v3/" + path + (isGet ? "?" + parameters : QByteArray()));
        request.body = isGet ? QByteArray() : parameters;
        request.headers = {{"X-MBX-APIKEY", "key"}};
        request.timeout = timeout;
        std::optional<net::HttpAnswer> answer;
        transport.send(request, [&](const net::HttpAnswer &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 15'000))
            qFatal("no answer");
        return *answer;
    }
    /// An order of one coin far below the market; the answer whatever it is.
    net::HttpAnswer place(const QByteArray &id, Duration timeout = std::chrono::seconds(10))
    {
        return send(net::HttpMethod::Post, "order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=50&newClientOrderId=" + id, timeout);
    }
    /// Status and code of the answer to a question for an order.
    QString asked(const QByteArray &id)
    {
        const net::HttpAnswer answer = send(net::HttpMethod::Get, "order", "symbol=BTCUSDT&origClientOrderId=" + id);
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        return json.contains(u"code"_s) ? QString::number(json[u"code"_s].toInt()) : json[u"status"_s].toString();
    }
    void play(const QByteArray &rules)
    {
        auto script = readFaultScript("{\"rules\":[" + rules + "]}", u"test"_s);
        if (!script)
            qFatal("%s", qPrintable(script.error().detail));
        server.setFaults(std::move(*script));
    }
    net::StreamSettings stream(const QString &path) const
    {
        net::StreamSettings settings;
        settings.url = QUrl(u"ws://127.0.0.1:%1%2"_s.arg(server.port()).arg(path));
        return settings;
    }

    SystemClock clock;
    SpotVenue venue{{ListedSymbol{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s}}, VenueFees{}};
    SpotServer server;
    net::HttpTransport transport;
    AccountNumber account = 0;
};

} // namespace bellwether::exchange
