#include "core/research/expression.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

/// Recursive descent; each level writes the steps of its operands before its own.
class ExpressionParser {
public:
    ExpressionParser(const QString &text, const Expression::Lookup &lookup) : m_text(text), m_lookup(lookup) {}

    Result<Expression> parse()
    {
        parseOr();
        skipSpace();
        if (!m_error && m_at < m_text.size())
            fail(u"an operator or the end"_s);
        if (m_error)
            return failure(*m_error);
        return m_expression;
    }

private:
    using Operation = Expression::Operation;

    void fail(const QString &expected)
    {
        if (!m_error)
            m_error = Error{ErrorCode::InvalidArgument, u"expression '%1': expected %2 at character %3"_s.arg(m_text, expected).arg(m_at + 1)};
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QStringView token)
    {
        skipSpace();
        if (!QStringView(m_text).sliced(m_at).startsWith(token))
            return false;
        const qsizetype after = m_at + token.size();
        const bool isWord = token.front().isLetter();
        if (isWord && after < m_text.size() && (m_text[after].isLetterOrNumber() || m_text[after] == u'_'))
            return false;
        m_at = after;
        return true;
    }
    void emit(Operation operation, int operands)
    {
        m_depth += 1 - operands;
        if (m_depth > Expression::stackMax)
            fail(u"something shorter"_s);
        m_expression.m_steps.push_back({operation});
    }

    void parseOr()
    {
        parseAnd();
        while (!m_error && (take(u"or") || take(u"||"))) {
            parseAnd();
            emit(Operation::Or, 2);
        }
    }
    void parseAnd()
    {
        parseNot();
        while (!m_error && (take(u"and") || take(u"&&"))) {
            parseNot();
            emit(Operation::And, 2);
        }
    }
    void parseNot()
    {
        skipSpace();
        const bool isDifferent = QStringView(m_text).sliced(m_at).startsWith(u"!=");
        if (!isDifferent && (take(u"not") || take(u"!"))) {
            nested([this] { parseNot(); });
            emit(Operation::Not, 1);
        } else {
            parseComparison();
        }
    }
    void parseComparison()
    {
        parseSum();
        static const std::pair<QStringView, Operation> comparisons[]{
            {u"<=", Operation::LessEqual}, {u">=", Operation::GreaterEqual}, {u"==", Operation::Equal},
            {u"!=", Operation::Different}, {u"<", Operation::Less},          {u">", Operation::Greater}};
        for (const auto &[token, operation] : comparisons) {
            if (m_error || !take(token))
                continue;
            parseSum();
            emit(operation, 2);
            return;
        }
    }
    void parseSum()
    {
        parseProduct();
        while (!m_error) {
            const bool isSum = take(u"+");
            if (!isSum && !take(u"-"))
                return;
            parseProduct();
            emit(isSum ? Operation::Add : Operation::Subtract, 2);
        }
    }
    void parseProduct()
    {
        parseSign();
        while (!m_error) {
            const bool isProduct = take(u"*");
            if (!isProduct && !take(u"/"))
                return;
            parseSign();
            emit(isProduct ? Operation::Multiply : Operation::Divide, 2);
        }
    }
    void parseSign()
    {
        if (take(u"-")) {
            nested([this] { parseSign(); });
            emit(Operation::Negate, 1);
        } else {
            parsePower();
        }
    }
    void parsePower()
    {
        parsePrimary();
        if (m_error || !take(u"^"))
            return;
        nested([this] { parseSign(); }); // to the right: 2^3^2 is 2^9
        emit(Operation::Power, 2);
    }
    void parsePrimary()
    {
        if (m_error)
            return;
        skipSpace();
        const QChar c = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (take(u"(")) {
            nested([this] { parseOr(); });
            if (!m_error && !take(u")"))
                fail(u"')'"_s);
        } else if (c.isDigit() || c == u'.') {
            parseNumber();
        } else if (c.isLetter() || c == u'_') {
            parseName();
        } else {
            fail(u"a number, a name or '('"_s);
        }
    }
    void parseNumber()
    {
        const qsizetype start = m_at;
        const auto isPart = [this, start](qsizetype at) {
            const QChar c = m_text[at];
            const bool isSign = (c == u'-' || c == u'+') && at > start && m_text[at - 1].toLower() == u'e';
            return c.isDigit() || c == u'.' || c.toLower() == u'e' || isSign;
        };
        while (m_at < m_text.size() && isPart(m_at))
            ++m_at;
        bool isNumber = false;
        const double number = QStringView(m_text).sliced(start, m_at - start).toDouble(&isNumber);
        if (!isNumber) {
            m_at = start;
            return fail(u"a number"_s);
        }
        emit(Operation::Number, 0);
        m_expression.m_steps.back().number = number;
    }
    void parseName()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
            ++m_at;
        const QStringView name = QStringView(m_text).sliced(start, m_at - start);
        if (take(u"("))
            return parseCall(name, start);
        const int value = m_lookup(name);
        if (value < 0) {
            m_at = start;
            return fail(u"a parameter or a metric, not '%1',"_s.arg(name));
        }
        emit(Operation::Value, 0);
        m_expression.m_steps.back().value = value;
    }
    void parseCall(QStringView name, qsizetype start)
    {
        static const std::tuple<QStringView, Operation, int> functions[]{
            {u"abs", Operation::Abs, 1},     {u"sqrt", Operation::Sqrt, 1}, {u"log", Operation::Log, 1}, {u"exp", Operation::Exp, 1},
            {u"floor", Operation::Floor, 1}, {u"min", Operation::Min, 2},   {u"max", Operation::Max, 2}};
        for (const auto &[known, operation, count] : functions) {
            if (name != known)
                continue;
            nested([this] { parseOr(); });
            if (count == 2) {
                if (!m_error && !take(u","))
                    fail(u"','"_s);
                nested([this] { parseOr(); });
            }
            if (!m_error && !take(u")"))
                fail(u"')'"_s);
            return emit(operation, count);
        }
        m_at = start;
        fail(u"one of abs, sqrt, log, exp, floor, min, max"_s);
    }

    /// One level deeper, within bounds: the text is foreign and the call stack finite.
    template <typename Parse> void nested(Parse parse)
    {
        if (++m_level > Expression::stackMax)
            fail(u"fewer levels of nesting"_s);
        if (!m_error)
            parse();
        --m_level;
    }

    const QString &m_text;
    const Expression::Lookup &m_lookup;
    Expression m_expression;
    std::optional<Error> m_error;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_level = 0;
};

Result<Expression> Expression::parse(const QString &text, const Lookup &lookup) { return ExpressionParser(text, lookup).parse(); }

double Expression::evaluate(std::span<const double> values) const
{
    std::array<double, stackMax + 1> stack;
    std::size_t top = 0; // one above the last
    for (const Step &step : m_steps) {
        if (step.operation == Operation::Number || step.operation == Operation::Value) {
            stack[top++] = step.operation == Operation::Number ? step.number : values[std::size_t(step.value)];
            continue;
        }
        const double b = stack[top - 1];
        double &one = stack[top - 1];
        switch (step.operation) {
        case Operation::Negate: one = -b; continue;
        case Operation::Not: one = b == 0; continue;
        case Operation::Abs: one = std::fabs(b); continue;
        case Operation::Sqrt: one = std::sqrt(b); continue;
        case Operation::Log: one = std::log(b); continue;
        case Operation::Exp: one = std::exp(b); continue;
        case Operation::Floor: one = std::floor(b); continue;
        default: break;
        }
        --top;
        double &a = stack[top - 1];
        switch (step.operation) {
        case Operation::Add: a += b; break;
        case Operation::Subtract: a -= b; break;
        case Operation::Multiply: a *= b; break;
        case Operation::Divide: a /= b; break;
        case Operation::Power: a = std::pow(a, b); break;
        case Operation::And: a = a != 0 && b != 0; break;
        case Operation::Or: a = a != 0 || b != 0; break;
        case Operation::Less: a = a < b; break;
        case Operation::LessEqual: a = a <= b; break;
        case Operation::Greater: a = a > b; break;
        case Operation::GreaterEqual: a = a >= b; break;
        case Operation::Equal: a = a == b; break;
        case Operation::Different: a = a != b; break;
        case Operation::Min: a = std::isnan(a) || std::isnan(b) ? std::nan("") : std::min(a, b); break;
        case Operation::Max: a = std::isnan(a) || std::isnan(b) ? std::nan("") : std::max(a, b); break;
        default: break;
        }
    }
    return stack[0];
}

std::vector<int> Expression::uses() const
{
    std::set<int> values;
    for (const Step &step : m_steps)
        if (step.operation == Operation::Value)
            values.insert(step.value);
    return {values.begin(), values.end()};
}

} // namespace bellwether
