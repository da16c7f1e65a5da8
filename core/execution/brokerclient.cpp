#include "core/execution/brokerclient.h"

namespace bellwether {

std::uint64_t sendHash(const Order &order)
{
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a
    const auto add = [&hash](std::string_view bytes) {
        for (const char c : bytes)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
        hash = (hash ^ 0xff) * 0x100000001b3; // ends the field
    };
    const auto number = [&add](std::int64_t value) { add({reinterpret_cast<const char *>(&value), sizeof value}); };
    add(order.clientId.view());
    add(order.instrument.view());
    number(int(order.side));
    number(int(order.type));
    number(order.quantity.raw());
    number(order.limitPrice.raw());
    number(order.stopPrice.raw());
    return hash;
}

} // namespace bellwether
