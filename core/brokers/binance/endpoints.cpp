#include "core/brokers/binance/endpoints.h"

#include "core/net/httptransport.h"

using namespace Qt::StringLiterals;

namespace bellwether::binance {

const QStringList &Endpoints::names()
{
    static const QStringList all{u"production"_s, u"testnet"_s, u"demo"_s};
    return all;
}

Result<Endpoints> Endpoints::of(const QString &name)
{
    if (name == u"production")
        return Endpoints{QUrl(u"https://api.binance.com"_s), QUrl(u"wss://stream.binance.com:9443"_s), QUrl(u"wss://ws-api.binance.com:443/ws-api/v3"_s)};
    if (name == u"testnet")
        return Endpoints{QUrl(u"https://testnet.binance.vision"_s), QUrl(u"wss://stream.testnet.binance.vision"_s),
                         QUrl(u"wss://ws-api.testnet.binance.vision/ws-api/v3"_s)};
    if (name == u"demo")
        return Endpoints{QUrl(u"https://demo-api.binance.com"_s), QUrl(u"wss://demo-stream.binance.com"_s),
                         QUrl(u"wss://demo-ws-api.binance.com/ws-api/v3"_s)};
    QUrl base(name, QUrl::StrictMode);
    const bool isBare = base.path().isEmpty() || base.path() == u"/";
    if (!net::HttpTransport::isAllowed(base) || !isBare || base.hasQuery() || base.hasFragment() || !base.userInfo().isEmpty()) {
        return failure(ErrorCode::InvalidArgument, u"'%1' is none of %2 and no address: https://HOST[:PORT], or http://127.0.0.1:PORT on this machine"_s
                           .arg(name.left(80), names().join(u", "_s)));
    }
    base.setPath({});
    Endpoints made{base, base, base};
    const QString scheme = base.scheme() == u"https" ? u"wss"_s : u"ws"_s;
    made.streams.setScheme(scheme);
    made.requests.setScheme(scheme);
    made.requests.setPath(u"/ws-api/v3"_s);
    return made;
}

} // namespace bellwether::binance
