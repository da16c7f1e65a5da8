#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace bellwether {

/// An arithmetic expression over named values: `sharpe * sqrt(trade_count)`, `fast < slow and max_drawdown_pct <= 20`.
/// Numbers, names, `+ - * / ^`, comparisons (1 or 0), `and or not` (also `&& || !`), parentheses, and abs, sqrt, log, exp,
/// min, max, floor. Plain doubles: a root of a negative number is NaN, a comparison with NaN is 0. Nothing else can be said
/// in it, so a foreign text is harmless.
class Expression {
public:
    /// The number of a name among the values of evaluate(); −1 where there is none.
    using Lookup = std::function<int(QStringView name)>;

    /// Errors: InvalidArgument with the text, the position and what was expected.
    static Result<Expression> parse(const QString &text, const Lookup &lookup);

    double evaluate(std::span<const double> values) const;
    /// The numbers of the names it uses, ascending, each once.
    std::vector<int> uses() const;

private:
    friend class ExpressionParser;
    enum class Operation : std::uint8_t {
        Number, Value, Add, Subtract, Multiply, Divide, Power, Negate, Not, And, Or,
        Less, LessEqual, Greater, GreaterEqual, Equal, Different, Abs, Sqrt, Log, Exp, Floor, Min, Max,
    };
    struct Step {
        Operation operation;
        double number = 0;  ///< of Number
        int value = 0;      ///< of Value
    };
    static constexpr int stackMax = 64;

    std::vector<Step> m_steps; ///< in the order a stack machine takes them
};

} // namespace bellwether
