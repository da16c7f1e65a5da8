#include "core/sim/costfile.h"

#include "core/domain/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// One line of a file; keeps the first thing that is wrong with it.
class Line {
public:
    explicit Line(const QJsonValue &value) : m_object(value.toObject())
    {
        if (!value.isObject())
            m_trouble = u"expected an object"_s;
    }

    std::int64_t decimal(const QString &key)
    {
        m_known.append(key);
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return 0;
        const auto parsed = value.isString() ? parseDecimal(value.toString()) : failure(ErrorCode::InvalidNumber, QString());
        if (parsed && *parsed >= 0)
            return *parsed;
        complain(u"field '%1': expected a decimal text from 0 on"_s.arg(key));
        return 0;
    }
    std::optional<CostKind> kindOf(const QJsonValue &value)
    {
        for (std::size_t kind = 0; kind < costKindCount; ++kind)
            if (toString(CostKind(kind)) == value.toString())
                return CostKind(kind);
        complain(u"'%1' is no kind of cost"_s.arg(value.toString()));
        return {};
    }
    QJsonValue member(const QString &key)
    {
        m_known.append(key);
        return m_object.value(key);
    }
    void complain(const QString &text)
    {
        if (m_trouble.isEmpty())
            m_trouble = text;
    }
    QString trouble()
    {
        for (const QString &key : m_object.keys())
            if (!m_known.contains(key))
                complain(u"field '%1' is not known"_s.arg(key));
        return m_trouble;
    }

private:
    QJsonObject m_object;
    QStringList m_known;
    QString m_trouble;
};

CostRule ruleOf(Line &line)
{
    using Amount = FixedPoint<MoneyTag>;
    CostRule rule;
    rule.kind = line.kindOf(line.member(u"kind"_s)).value_or(CostKind::Commission);
    const std::int64_t rate = line.decimal(u"rate"_s);
    const std::int64_t buyRate = line.decimal(u"buy_rate"_s);
    const std::int64_t sellRate = line.decimal(u"sell_rate"_s);
    if (rate != 0 && (buyRate != 0 || sellRate != 0))
        line.complain(u"expected either rate, or buy_rate and sell_rate"_s);
    rule.buyRate = Ratio::fromRaw(rate + buyRate);
    rule.sellRate = Ratio::fromRaw(rate + sellRate);
    rule.perOrder = Amount::fromRaw(line.decimal(u"per_order"_s));
    rule.orderMax = Amount::fromRaw(line.decimal(u"order_max"_s));
    rule.roundedTo = Amount::fromRaw(line.decimal(u"rounded_to"_s));
    for (const auto &taxed : line.member(u"of"_s).toArray())
        if (const auto kind = line.kindOf(taxed))
            rule.taxes.push_back(*kind);
    const QJsonValue liquidity = line.member(u"liquidity"_s);
    if (liquidity.toString() == u"maker")
        rule.liquidity = Liquidity::Maker;
    else if (liquidity.toString() == u"taker")
        rule.liquidity = Liquidity::Taker;
    else if (!liquidity.isUndefined())
        line.complain(u"field 'liquidity': expected maker or taker"_s);
    return rule;
}

} // namespace

Result<CostSchedule> readCostFile(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::BadData, u"%1: %2 at byte %3"_s.arg(file, error.errorString()).arg(error.offset));
    if (!document[u"lines"].isArray())
        return failure(ErrorCode::BadData, u"%1: expected an array 'lines'"_s.arg(file));
    std::vector<CostRule> rules;
    for (const auto &value : document[u"lines"].toArray()) {
        Line line(value);
        rules.push_back(ruleOf(line));
        if (const QString trouble = line.trouble(); !trouble.isEmpty())
            return failure(ErrorCode::BadData, u"%1: line %2: %3"_s.arg(file).arg(rules.size()).arg(trouble));
    }
    return CostSchedule(std::move(rules));
}

} // namespace bellwether
