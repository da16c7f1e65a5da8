#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace bellwether {

/// A value or an Error, shaped like std::expected of C++23 (the compiler baseline has none).
template <typename T> using Result = tl::expected<T, Error>;

/// Builds the error side of a Result: `return failure(ErrorCode::NotFound, u"no symbol '%1'"_s.arg(text));`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace bellwether
