// The file form of a fault script.
#include "core/exchange/faultscript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

enum Points { AtRequest = 1, AtConnect = 2, AtStream = 4, AtTime = 8 };

/// A verb with the points at which it makes sense and the fields that it takes beside those of every rule.
struct VerbRow {
    const char *word;
    FaultVerb verb;
    int points;
    const char *fields;
    Duration wait{};
    int status = 0;
    qint64 bytes = 0;
};

using namespace std::chrono_literals;

constexpr std::array verbRows{
    VerbRow{"silence", FaultVerb::Silence, AtRequest | AtConnect, "ms carried_out"},
    VerbRow{"fin", FaultVerb::Fin, AtRequest | AtConnect | AtStream | AtTime, "ms carried_out"},
    VerbRow{"rst", FaultVerb::Rst, AtRequest | AtConnect | AtStream | AtTime, "ms carried_out"},
    VerbRow{"status", FaultVerb::Status, AtRequest | AtConnect, "ms carried_out status code body", 0s, 502},
    VerbRow{"truncate", FaultVerb::Truncate, AtRequest | AtStream, "ms carried_out bytes", 0s, 0, -1},
    VerbRow{"garbage", FaultVerb::Garbage, AtRequest | AtStream, "ms carried_out body"},
    VerbRow{"redirect", FaultVerb::Redirect, AtRequest | AtConnect, "ms carried_out status location", 0s, 307},
    VerbRow{"oversize", FaultVerb::Oversize, AtRequest | AtStream, "ms carried_out bytes", 0s, 0, 64 << 20},
    VerbRow{"drip", FaultVerb::Drip, AtRequest, "ms carried_out", 100ms},
    VerbRow{"delay", FaultVerb::Delay, AtRequest | AtStream, "ms carried_out", 1s},
    VerbRow{"reject", FaultVerb::Reject, AtRequest, "status code body", 0s, 400},
    VerbRow{"limit", FaultVerb::Limit, AtRequest, "status ms", 10s, 429},
    VerbRow{"not-found", FaultVerb::NotFound, AtRequest, "ms", 3s},
    VerbRow{"late-fill", FaultVerb::LateFill, AtRequest, "ms", 1s},
    VerbRow{"drop", FaultVerb::Drop, AtStream, ""},
    VerbRow{"duplicate", FaultVerb::Duplicate, AtStream, "times"},
    VerbRow{"reorder", FaultVerb::Reorder, AtStream, ""},
    VerbRow{"stall", FaultVerb::Stall, AtStream | AtTime, "ms"},
    VerbRow{"freeze", FaultVerb::Freeze, AtStream | AtTime, ""},
    VerbRow{"binary", FaultVerb::Binary, AtStream, ""},
    VerbRow{"bad-utf8", FaultVerb::BadUtf8, AtStream, ""},
    VerbRow{"deep-json", FaultVerb::DeepJson, AtRequest | AtStream, "bytes", 0s, 0, 1 << 20},
    VerbRow{"close", FaultVerb::Close, AtStream | AtTime, "status", 0s, 1001},
    VerbRow{"shutdown", FaultVerb::Shutdown, AtTime, "ms", 1s},
    VerbRow{"expire-key", FaultVerb::ExpireKey, AtStream | AtTime, ""},
    VerbRow{"clock-offset", FaultVerb::ClockOffset, AtTime, "ms"},
};

constexpr std::array<std::pair<const char *, FaultPoint>, 4> pointWords{
    {{"request", FaultPoint::Request}, {"connect", FaultPoint::Connect}, {"stream", FaultPoint::Stream}, {"time", FaultPoint::Time}}};

/// What every rule at a point may say.
QStringList commonFields(FaultPoint point)
{
    QStringList fields{u"name"_s, u"on"_s, u"do"_s, u"count"_s};
    if (point == FaultPoint::Time)
        return fields + QStringList{u"at_ms"_s, u"every_ms"_s};
    fields += {u"match"_s, u"nth"_s, u"every"_s, u"probability"_s, u"from_ms"_s, u"until_ms"_s, u"account"_s};
    if (point == FaultPoint::Request)
        fields += u"method"_s;
    return fields;
}

QRegularExpression patternOf(const QString &glob)
{
    QStringList parts;
    for (const QString &part : glob.split(u'*'))
        parts += QRegularExpression::escape(part);
    return QRegularExpression(QRegularExpression::anchoredPattern(parts.join(u".*"_s)));
}

/// One rule of the file; throws Error for the first thing that is wrong with it.
class RuleReader {
public:
    RuleReader(const QJsonValue &value, QString place) : m_place(std::move(place)), m_object(value.toObject())
    {
        if (!value.isObject())
            throw Error{ErrorCode::BadData, m_place + u": expected an object"_s};
    }

    FaultRule read(qsizetype index)
    {
        FaultRule rule;
        rule.name = text("name", u"rule %1"_s.arg(index + 1));
        rule.point = point();
        const VerbRow &verb = verbAt(rule.point);
        refuseOthers(commonFields(rule.point) + QString::fromLatin1(verb.fields).split(u' ', Qt::SkipEmptyParts), verb);
        rule.method = text("method", {}).toLatin1();
        rule.target = patternOf(text("match", u"*"_s));
        rule.account = text("account", {});
        rule.nth = int(integer("nth", 0, 1, 1'000'000'000));
        rule.every = int(integer("every", 0, 1, 1'000'000'000));
        rule.countMax = int(integer("count", 0, 1, 1'000'000'000));
        rule.probability = probability();
        rule.from = rule.point == FaultPoint::Time ? ms("at_ms", 0) : ms("from_ms", 0);
        if (m_object.contains(u"until_ms"_s))
            rule.until = ms("until_ms", 0);
        rule.repeat = ms("every_ms", 0);
        rule.action = action(verb, rule.name);
        return rule;
    }

private:
    [[noreturn]] void refuse(const QString &field, const QString &why) const
    {
        throw Error{ErrorCode::BadData, u"%1.%2: %3"_s.arg(m_place, field, why)};
    }
    QString text(const char *name, const QString &fallback) const
    {
        const QString key = QString::fromLatin1(name);
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isString())
            refuse(key, u"expected a text"_s);
        return value.toString(fallback);
    }
    qint64 integer(const char *name, qint64 fallback, qint64 low, qint64 high) const
    {
        const QString key = QString::fromLatin1(name);
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return fallback;
        const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!(number >= double(low) && number <= double(high)) || number != std::floor(number))
            refuse(key, u"expected a whole number from %1 to %2"_s.arg(low).arg(high));
        return qint64(number);
    }
    Duration ms(const char *name, qint64 fallback, qint64 low = 0) const
    {
        return std::chrono::milliseconds(integer(name, fallback, low, 86'400'000));
    }
    double probability() const
    {
        const QJsonValue value = m_object.value(u"probability"_s);
        const double number = value.isUndefined() ? 1 : value.toDouble(-1);
        if (!(number >= 0 && number <= 1))
            refuse(u"probability"_s, u"expected a number from 0 to 1"_s);
        return number;
    }
    FaultPoint point() const
    {
        const QString word = text("on", {});
        for (const auto &[name, value] : pointWords) {
            if (word == QLatin1StringView(name))
                return value;
        }
        refuse(u"on"_s, u"expected request, connect, stream or time"_s);
    }
    const VerbRow &verbAt(FaultPoint point) const
    {
        const QString word = text("do", {});
        QStringList known;
        for (const VerbRow &row : verbRows) {
            const bool fits = (row.points & (1 << int(point))) != 0;
            if (fits && word == QLatin1StringView(row.word))
                return row;
            if (fits)
                known += QString::fromLatin1(row.word);
        }
        refuse(u"do"_s, u"'%1' is none of %2"_s.arg(word.left(40), known.join(u", "_s)));
    }
    void refuseOthers(const QStringList &known, const VerbRow &verb) const
    {
        for (const QString &key : m_object.keys()) {
            if (!known.contains(key))
                refuse(key.left(40), u"a rule with '%1' here has no such field"_s.arg(QString::fromLatin1(verb.word)));
        }
    }
    CarriedOut carriedOut() const
    {
        const QJsonValue value = m_object.value(u"carried_out"_s);
        if (value.isUndefined() || value.isBool())
            return value.toBool(true) ? CarriedOut::Now : CarriedOut::Never;
        if (value.toString() != u"late")
            refuse(u"carried_out"_s, u"expected true, false or \"late\""_s);
        return CarriedOut::Late;
    }
    FaultAction action(const VerbRow &verb, const QString &name) const
    {
        FaultAction action;
        action.verb = verb.verb;
        action.rule = name;
        action.carriedOut = carriedOut();
        const bool isOffset = verb.verb == FaultVerb::ClockOffset;
        action.wait = ms("ms", std::chrono::duration_cast<std::chrono::milliseconds>(verb.wait).count(), isOffset ? -86'400'000 : 0);
        const bool isClose = verb.verb == FaultVerb::Close;
        action.status = int(integer("status", verb.status, isClose ? 1'000 : 100, isClose ? 4'999 : 599));
        if (verb.verb == FaultVerb::Limit && action.status != 429 && action.status != 418)
            refuse(u"status"_s, u"expected 429 or 418"_s);
        action.code = int(integer("code", verb.verb == FaultVerb::Reject ? -2010 : 0, -9'999, 0));
        action.body = (verb.verb == FaultVerb::Redirect ? text("location", u"/api/v3/time"_s) : text("body", {})).toUtf8();
        action.bytes = integer("bytes", verb.bytes, 0, 1 << 30);
        action.times = int(integer("times", 1, 1, 10'000));
        return action;
    }

    QString m_place;
    QJsonObject m_object;
};

} // namespace

Result<FaultScript> readFaultScript(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::BadData, u"%1: line %2: %3"_s.arg(file).arg(json.left(error.offset).count('\n') + 1).arg(error.errorString()));
    const QJsonObject root = document.object();
    for (const QString &key : root.keys()) {
        if (key != u"seed" && key != u"rules")
            return failure(ErrorCode::BadData, u"%1: %2: a scenario has 'seed' and 'rules' only"_s.arg(file, key.left(40)));
    }
    const QJsonValue seed = root.value(u"seed"_s);
    if (!seed.isUndefined() && (!seed.isDouble() || seed.toDouble() < 0 || seed.toDouble() != std::floor(seed.toDouble())))
        return failure(ErrorCode::BadData, u"%1: seed: expected a whole number from 0 on"_s.arg(file));
    if (!root.value(u"rules"_s).isArray())
        return failure(ErrorCode::BadData, u"%1: rules: expected a list of rules"_s.arg(file));
    const QJsonArray rows = root.value(u"rules"_s).toArray();
    std::vector<FaultRule> rules;
    try {
        for (qsizetype i = 0; i < rows.size(); ++i)
            rules.push_back(RuleReader(rows[i], u"rules[%1]"_s.arg(i)).read(i));
    } catch (const Error &trouble) {
        return failure(trouble.code, u"%1: %2"_s.arg(file, trouble.detail));
    }
    return FaultScript(std::move(rules), std::uint64_t(seed.toInteger(1)));
}

} // namespace bellwether::exchange
