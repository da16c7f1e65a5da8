#include "core/brokers/binance/venueaccount.h"

#include "core/net/jsonvalue.h"

using namespace Qt::StringLiterals;

namespace bellwether::binance {

Result<AccountCheck> checkAccount(BlockingRest &rest)
{
    // Signing waits for the venue's clock; that there is no way to the venue shows at once.
    if (const auto reached = rest.fetch({net::HttpMethod::Get, "/api/v3/time"}); !reached)
        return failure(ErrorCode::Stale, u"the venue cannot be reached: "_s + reached.error().detail);
    const RestAnswer answer = rest.call({net::HttpMethod::Get, "/api/v3/account", {}, true, 20, 0, net::RequestPurpose::Trading});
    if (!answer.isDone()) {
        const bool isKey = answer.outcome == RestAnswer::Outcome::Refused && answer.kind == RefusalKind::NotAllowed;
        return failure(isKey ? ErrorCode::Denied : ErrorCode::Stale, u"the venue gives no access to the account: "_s + answer.why);
    }
    auto account = readAccount(answer.body);
    if (!account)
        return failure(account.error());
    AccountCheck check;
    check.account = *std::move(account);
    check.canTrade = check.account.canTrade;
    check.canWithdraw = check.account.canWithdraw;
    check.latency = answer.took;
    check.clockOffset = rest.clockOffset();
    const RestAnswer rights = rest.call({net::HttpMethod::Get, "/sapi/v1/account/apiRestrictions", {}, true, 1, 0, net::RequestPurpose::Trading});
    if (rights.isDone()) {
        const auto read = net::readJson(rights.body, u"rights of the key"_s, [&](const net::JsonValue &root) {
            check.canWithdraw = root["enableWithdrawals"].flag();
            check.canTrade = check.canTrade && root["enableSpotAndMarginTrading"].flag();
            check.isIpRestricted = root["ipRestrict"].flag();
            return true;
        });
        if (!read)
            return failure(read.error());
        check.areRightsTold = true;
        if (!check.isIpRestricted)
            check.warnings.push_back(u"the key is not restricted to an address"_s);
    } else if (rights.status != 404) {
        // Whether it may withdraw is not known: that is no yes and no no.
        return failure(ErrorCode::Stale, u"the venue does not tell the rights of the key: "_s + rights.why);
    }
    if (check.canWithdraw)
        return failure(ErrorCode::Denied, u"the key has the right to withdraw; make one without it"_s);
    if (!check.canTrade)
        return failure(ErrorCode::Denied, u"the key has no right to trade"_s);
    return check;
}

} // namespace bellwether::binance
