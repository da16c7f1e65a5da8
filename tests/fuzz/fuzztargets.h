#pragma once

#include <QByteArrayView>

#include <span>
#include <string_view>

namespace bellwether::fuzz {

/// A parser of foreign bytes: whatever it is given ends in a value or an error. `run` aborts where that, or what must hold
/// of the value, is broken.
struct Target {
    std::string_view name;
    void (*run)(QByteArrayView bytes);
};

std::span<const Target> targets();
/// Null for a name that is none.
const Target *find(std::string_view name);

} // namespace bellwether::fuzz
