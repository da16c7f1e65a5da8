#pragma once

#include "core/base/result.h"
#include "core/exchange/spotvenue.h"

#include <map>
#include <vector>

namespace bellwether::exchange {

/// An account as a file lists it.
struct ListedAccount {
    AccountKeys keys;
    std::map<QString, Quantity> balances;
};

/// Reads `{"accounts": [{"name", "api_key", "secret" or "public_key", "balances": {"USDT": "1000"}, "can_trade",
/// "can_withdraw"}]}`; `public_key` is an Ed25519 key in PEM, amounts are decimal texts. Errors: BadData in one line that
/// names `file` and the field; no secret is in it.
Result<std::vector<ListedAccount>> readAccountFile(const QByteArray &json, const QString &file);

} // namespace bellwether::exchange
