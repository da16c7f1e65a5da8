#include "core/engine/recordcodec.h"

#include <charconv>
#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// ---- writing

class Writer {
public:
    explicit Writer(std::string_view kind)
    {
        m_bytes.reserve(512);
        m_bytes += '{';
        text("kind", kind);
    }
    void text(std::string_view key, std::string_view value)
    {
        this->key(key);
        quote(value);
    }
    void text(std::string_view key, const QString &value)
    {
        if (!value.isEmpty())
            text(key, std::string_view(value.toStdString()));
    }
    template <std::size_t N> void text(std::string_view key, const FixedText<N> &value)
    {
        if (!value.isEmpty())
            text(key, value.view());
    }
    void number(std::string_view key, std::int64_t value)
    {
        this->key(key);
        append(value);
    }
    template <typename Tag> void id(std::string_view key, NumberId<Tag> value)
    {
        if (value.isValid())
            number(key, std::int64_t(value.value));
    }
    void real(std::string_view key, double value)
    {
        this->key(key);
        if (std::fabs(value) >= 1e18 && std::isfinite(value)) // else a long row of digits that readers take for an integer
            append(value, std::chars_format::scientific);
        else if (std::isfinite(value))
            append(value);
        else
            m_bytes += "null";
    }
    void flag(std::string_view key, bool value)
    {
        this->key(key);
        m_bytes += value ? "true" : "false";
    }
    template <typename Tag> void decimal(std::string_view key, FixedPoint<Tag> value)
    {
        if (!value.isZero())
            text(key, toString(value));
    }
    void money(std::string_view key, const Money &value)
    {
        if (!value.currency.isEmpty())
            text(key, toString(value));
    }
    void time(std::string_view key, Timestamp value) { number(key, value.ns()); }

    void openArray(std::string_view key)
    {
        this->key(key);
        m_bytes += '[';
    }
    void closeArray() { m_bytes += ']'; }
    void openObject(std::string_view key)
    {
        this->key(key);
        m_bytes += '{';
    }
    void openElement() { m_bytes += m_bytes.endsWith('[') ? "{" : ",{"; }
    void close() { m_bytes += '}'; }
    QByteArray finish()
    {
        close();
        return std::move(m_bytes);
    }

private:
    void key(std::string_view key)
    {
        if (!m_bytes.endsWith('{'))
            m_bytes += ',';
        m_bytes += '"';
        m_bytes.append(key.data(), qsizetype(key.size()));
        m_bytes += "\":";
    }
    void quote(std::string_view value)
    {
        m_bytes += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                m_bytes += '\\';
                m_bytes += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                m_bytes += "\\u00";
                m_bytes += "0123456789abcdef"[(c >> 4) & 15];
                m_bytes += "0123456789abcdef"[c & 15];
            } else {
                m_bytes += c;
            }
        }
        m_bytes += '"';
    }
    template <typename Number, typename... Format> void append(Number value, Format... format)
    {
        std::array<char, 40> text;
        const auto end = std::to_chars(text.data(), text.data() + text.size(), value, format...).ptr;
        m_bytes.append(text.data(), end - text.data());
    }

    QByteArray m_bytes;
};

void write(Writer &out, const Order &order)
{
    out.id("id", order.id);
    out.text("client", order.clientId);
    out.text("venue", order.venueId);
    out.id("signal", order.signal);
    out.id("parent", order.parent);
    out.id("sibling", order.sibling);
    if (order.isAttached)
        out.flag("attached", true);
    out.text("strategy", order.strategy);
    out.text("instrument", order.instrument);
    out.text("role", toString(order.role));
    out.text("side", toString(order.side));
    out.text("type", toString(order.type));
    out.text("tif", toString(order.timeInForce));
    out.decimal("quantity", order.quantity);
    out.decimal("limit", order.limitPrice);
    out.decimal("stop", order.stopPrice);
    out.decimal("reference", order.referencePrice);
    out.decimal("bracket_stop", order.bracketStop);
    out.decimal("bracket_target", order.bracketTarget);
    out.time("created", order.createdAt);
    out.text("reason", order.reason);
}

void write(Writer &out, const QueuedSignal &queued)
{
    const TradeSignal &signal = queued.signal;
    out.id("id", queued.id);
    out.number("version", queued.version);
    out.text("strategy", signal.strategy);
    out.text("instrument", signal.instrument);
    out.text("timeframe", toString(signal.timeframe));
    out.text("category", toString(signal.category));
    out.text("side", toString(signal.side));
    out.time("time", signal.time);
    out.real("reference", signal.referencePrice);
    out.real("raw_stop", signal.stop);
    out.real("raw_target", signal.target);
    out.real("confidence", signal.confidence);
    out.flag("exit", queued.isExit);
    out.flag("reversal", queued.isReversal);
    out.decimal("quantity", queued.quantity);
    out.decimal("price", queued.price);
    out.decimal("limit", queued.limitPrice);
    out.decimal("stop", queued.stop);
    out.decimal("target", queued.target);
    out.time("expires", queued.expiresAt);
    out.openArray("reasons");
    for (const Reason &reason : signal.reasons.all()) {
        out.openElement();
        out.text("label", reason.label);
        out.number("comparison", int(reason.comparison));
        out.real("value", reason.value);
        out.real("threshold", reason.threshold);
        out.flag("met", reason.isMet);
        out.close();
    }
    out.closeArray();
}

QByteArray encode(const RunStarted &run)
{
    Writer out("run_started");
    out.text("version", run.version);
    out.text("mode", run.mode);
    out.text("account", run.account);
    out.money("starting_cash", run.startingCash);
    out.number("seed", std::int64_t(run.seed));
    out.text("settings", run.settingsHash);
    return out.finish();
}

QByteArray encode(const SignalRaised &raised)
{
    Writer out("signal_raised");
    write(out, raised.signal);
    return out.finish();
}

QByteArray encode(const SignalEdited &edited)
{
    Writer out("signal_edited");
    out.id("id", edited.id);
    out.number("version", edited.version);
    out.decimal("quantity", edited.quantity);
    out.decimal("limit", edited.limitPrice);
    out.decimal("stop", edited.stop);
    out.decimal("target", edited.target);
    return out.finish();
}

QByteArray encode(const SignalDecided &decided)
{
    Writer out("signal_decided");
    out.id("id", decided.id);
    out.text("state", toString(decided.state));
    out.text("reason", decided.reason);
    out.text("by", decided.by);
    out.id("order", decided.order);
    return out.finish();
}

QByteArray encode(const OrderPlanned &planned)
{
    Writer out("order_planned");
    write(out, planned.order);
    return out.finish();
}

QByteArray encode(const OrderRefused &refused)
{
    Writer out("order_refused");
    out.text("strategy", refused.strategy);
    out.text("instrument", refused.instrument);
    out.text("rule", refused.rule);
    out.text("text", refused.text);
    return out.finish();
}

QByteArray encode(const OrderChanged &changed)
{
    Writer out("order_changed");
    out.id("order", changed.order);
    out.text("event", toString(changed.event.kind));
    out.time("at", changed.event.time);
    out.decimal("quantity", changed.event.quantity);
    out.decimal("price", changed.event.price);
    out.text("reason", changed.event.reason);
    out.text("venue", changed.venueOrderId);
    out.text("trade", changed.venueTradeId);
    out.money("commission", changed.commission);
    out.id("fill", changed.fill);
    return out.finish();
}

QByteArray encode(const AutoTradingSet &automatic)
{
    Writer out("auto_trading");
    out.flag("on", automatic.isOn);
    return out.finish();
}

QByteArray encode(const StrategySwitched &switched)
{
    Writer out("strategy_switched");
    out.text("strategy", switched.strategy);
    out.text("instrument", switched.instrument);
    out.flag("on", switched.isOn);
    out.flag("automatic", switched.isAutomatic);
    return out.finish();
}

QByteArray encode(const LatchSet &latch)
{
    Writer out("latch");
    out.text("latch", latch.latch == Latch::Kill ? std::string_view("kill") : std::string_view("daily_loss"));
    out.flag("set", latch.isSet);
    out.text("reason", latch.reason);
    return out.finish();
}

QByteArray encode(const DayStarted &day)
{
    Writer out("day_started");
    out.number("day", day.localDay);
    out.money("equity", day.equity);
    return out.finish();
}

QByteArray encode(const OrderAdopted &adopted)
{
    Writer out("order_adopted");
    write(out, adopted.order);
    return out.finish();
}

QByteArray encode(const BookAdjusted &adjusted)
{
    Writer out("book_adjusted");
    out.text("strategy", adjusted.strategy);
    out.text("instrument", adjusted.instrument);
    out.decimal("change", adjusted.change);
    out.decimal("price", adjusted.price);
    out.flag("moves_cash", adjusted.movesCash);
    out.text("reason", adjusted.reason);
    return out.finish();
}

QByteArray encode(const CashAdjusted &adjusted)
{
    Writer out("cash_adjusted");
    out.money("change", adjusted.change);
    out.text("reason", adjusted.reason);
    return out.finish();
}

QByteArray encode(const DifferenceIgnored &ignored)
{
    Writer out("difference_ignored");
    out.text("instrument", ignored.instrument);
    out.decimal("quantity", ignored.quantity);
    out.money("money", ignored.money);
    return out.finish();
}

QByteArray encode(const RunFinished &run)
{
    Writer out("run_finished");
    out.time("at", run.marketTime);
    return out.finish();
}

// ---- reading

// Collects the first trouble, so that a reader reads a whole record in one expression per field.
class Reader {
public:
    explicit Reader(simdjson::dom::element element) : m_element(element) {}

    std::string_view view(const char *key)
    {
        std::string_view value;
        if (m_element[key].get(value) != simdjson::SUCCESS)
            return {};
        return value;
    }
    QString text(const char *key)
    {
        const std::string_view value = view(key);
        return QString::fromUtf8(value.data(), qsizetype(value.size()));
    }
    template <typename Id> Id shortText(const char *key)
    {
        const std::string_view value = view(key);
        if (!Id::fits(value)) {
            fault(key);
            return {};
        }
        return Id(value);
    }
    std::int64_t number(const char *key)
    {
        std::int64_t value = 0;
        if (m_element[key].get(value) != simdjson::SUCCESS)
            fault(key);
        return value;
    }
    /// An id that the record cannot do without.
    template <typename Id> Id ownId(const char *key)
    {
        const Id value = id<Id>(key);
        if (!value.isValid())
            fault(key);
        return value;
    }
    template <typename Id> Id ownText(const char *key)
    {
        const Id value = shortText<Id>(key);
        if (value.isEmpty())
            fault(key);
        return value;
    }
    template <typename Id> Id id(const char *key)
    {
        std::int64_t value = 0;
        if (m_element[key].get(value) == simdjson::SUCCESS && value < 0)
            fault(key);
        return Id{std::uint64_t(value)};
    }
    double real(const char *key)
    {
        simdjson::dom::element field;
        double value = std::numeric_limits<double>::quiet_NaN();
        if (m_element[key].get(field) != simdjson::SUCCESS || (!field.is_null() && field.get(value) != simdjson::SUCCESS))
            fault(key);
        return value;
    }
    bool has(const char *key) const { return m_element[key].error() == simdjson::SUCCESS; }
    bool flag(const char *key)
    {
        bool value = false;
        if (m_element[key].get(value) != simdjson::SUCCESS)
            fault(key);
        return value;
    }
    template <typename Value> Value decimal(const char *key)
    {
        const std::string_view value = view(key);
        if (value.empty())
            return {};
        const auto raw = parseDecimal(value);
        if (!raw) {
            fault(key);
            return {};
        }
        return Value::fromRaw(*raw);
    }
    Money money(const char *key)
    {
        const std::string_view value = view(key);
        const std::size_t space = value.find(' ');
        if (value.empty())
            return {};
        if (space == std::string_view::npos || !Currency::fits(value.substr(space + 1))) {
            fault(key);
            return {};
        }
        const auto raw = parseDecimal(value.substr(0, space));
        if (!raw)
            fault(key);
        return {FixedPoint<MoneyTag>::fromRaw(raw.value_or(0)), Currency(value.substr(space + 1))};
    }
    Timestamp time(const char *key) { return Timestamp::fromNs(number(key)); }
    /// One of an enumeration's first `count` values by its name.
    template <typename Enum> Enum oneOf(const char *key, int count)
    {
        const QString name = text(key);
        for (int i = 0; i < count; ++i) {
            if (toString(Enum(i)) == name)
                return Enum(i);
        }
        fault(key);
        return Enum(0);
    }
    simdjson::dom::element element() const { return m_element; }
    void fault(const char *key)
    {
        if (m_fault.isEmpty())
            m_fault = QString::fromLatin1(key);
    }
    const QString &faultyField() const { return m_fault; }

private:
    simdjson::dom::element m_element;
    QString m_fault;
};

Order readOrder(Reader &in)
{
    Order order;
    order.id = in.ownId<OrderId>("id");
    order.clientId = in.ownText<ClientOrderId>("client");
    order.venueId = in.text("venue");
    order.signal = in.id<SignalId>("signal");
    order.parent = in.id<OrderId>("parent");
    order.sibling = in.id<OrderId>("sibling");
    order.isAttached = in.has("attached") && in.flag("attached");
    order.strategy = in.ownText<StrategyId>("strategy");
    order.instrument = in.ownText<InstrumentId>("instrument");
    order.role = in.oneOf<OrderRole>("role", 4);
    order.side = in.oneOf<Side>("side", 2);
    order.type = in.oneOf<OrderType>("type", 4);
    order.timeInForce = in.oneOf<TimeInForce>("tif", 3);
    order.quantity = in.decimal<Quantity>("quantity");
    if (!order.quantity.isPositive())
        in.fault("quantity");
    order.limitPrice = in.decimal<Price>("limit");
    order.stopPrice = in.decimal<Price>("stop");
    order.referencePrice = in.decimal<Price>("reference");
    order.bracketStop = in.decimal<Price>("bracket_stop");
    order.bracketTarget = in.decimal<Price>("bracket_target");
    order.createdAt = in.time("created");
    order.updatedAt = order.createdAt;
    order.reason = in.text("reason");
    // A planned order has passed its checks; that is the state its record stands for.
    if (!order.apply({OrderEvent::Kind::PassedChecks, order.createdAt}))
        in.fault("id");
    return order;
}

QueuedSignal readSignal(Reader &in)
{
    QueuedSignal queued;
    TradeSignal &signal = queued.signal;
    queued.id = in.ownId<SignalId>("id");
    queued.version = std::uint32_t(in.number("version"));
    signal.strategy = in.ownText<StrategyId>("strategy");
    signal.instrument = in.ownText<InstrumentId>("instrument");
    signal.timeframe = in.oneOf<Timeframe>("timeframe", int(allTimeframes.size()));
    signal.category = in.oneOf<StrategyCategory>("category", 4);
    signal.side = in.oneOf<Side>("side", 2);
    signal.time = in.time("time");
    signal.referencePrice = in.real("reference");
    signal.stop = in.real("raw_stop");
    signal.target = in.real("raw_target");
    signal.confidence = in.real("confidence");
    queued.isExit = in.flag("exit");
    queued.isReversal = in.flag("reversal");
    queued.quantity = in.decimal<Quantity>("quantity");
    queued.price = in.decimal<Price>("price");
    queued.limitPrice = in.decimal<Price>("limit");
    queued.stop = in.decimal<Price>("stop");
    queued.target = in.decimal<Price>("target");
    queued.expiresAt = in.time("expires");
    simdjson::dom::array reasons;
    if (in.element()["reasons"].get(reasons) != simdjson::SUCCESS) {
        in.fault("reasons");
        return queued;
    }
    auto labels = std::make_shared<std::vector<std::string>>();
    labels->reserve(reasons.size()); // the views below point into it
    for (const simdjson::dom::element element : reasons) {
        Reader each(element);
        labels->emplace_back(each.view("label"));
        const auto comparison = each.number("comparison");
        if (comparison < 0 || comparison > int(Comparison::AtMost))
            each.fault("comparison");
        signal.reasons.addMet({labels->back(), Comparison(comparison), each.real("value"), each.real("threshold"), each.flag("met")});
        if (!each.faultyField().isEmpty())
            in.fault("reasons");
    }
    queued.labels = std::move(labels);
    return queued;
}

SignalState readSignalState(Reader &in) { return in.oneOf<SignalState>("state", 7); }

Record read(std::string_view kind, Reader &in)
{
    if (kind == "order_changed") {
        OrderChanged changed;
        changed.order = in.ownId<OrderId>("order");
        changed.event.kind = in.oneOf<OrderEvent::Kind>("event", int(OrderEvent::Kind::FillVoided) + 1);
        changed.event.time = in.time("at");
        changed.event.quantity = in.decimal<Quantity>("quantity");
        changed.event.price = in.decimal<Price>("price");
        changed.event.reason = in.text("reason");
        changed.venueOrderId = in.text("venue");
        changed.venueTradeId = in.text("trade");
        changed.commission = in.money("commission");
        changed.fill = in.id<FillId>("fill");
        return changed;
    }
    if (kind == "order_planned")
        return OrderPlanned{readOrder(in)};
    if (kind == "signal_raised")
        return SignalRaised{readSignal(in)};
    if (kind == "signal_decided")
        return SignalDecided{in.ownId<SignalId>("id"), readSignalState(in), in.text("reason"), in.text("by"), in.id<OrderId>("order")};
    if (kind == "signal_edited")
        return SignalEdited{in.ownId<SignalId>("id"), std::uint32_t(in.number("version")), in.decimal<Quantity>("quantity"),
                            in.decimal<Price>("limit"), in.decimal<Price>("stop"), in.decimal<Price>("target")};
    if (kind == "order_refused")
        return OrderRefused{in.shortText<StrategyId>("strategy"), in.shortText<InstrumentId>("instrument"), in.text("rule"), in.text("text")};
    if (kind == "auto_trading")
        return AutoTradingSet{in.flag("on")};
    if (kind == "strategy_switched") {
        return StrategySwitched{in.shortText<StrategyId>("strategy"), in.shortText<InstrumentId>("instrument"), in.flag("on"),
                                in.flag("automatic")};
    }
    if (kind == "latch") {
        const QString latch = in.text("latch");
        if (latch != u"kill" && latch != u"daily_loss")
            in.fault("latch");
        return LatchSet{latch == u"kill" ? Latch::Kill : Latch::DailyLoss, in.flag("set"), in.text("reason")};
    }
    if (kind == "day_started")
        return DayStarted{in.number("day"), in.money("equity")};
    if (kind == "run_started")
        return RunStarted{in.text("version"), in.text("mode"), in.shortText<AccountId>("account"), in.money("starting_cash"),
                          std::uint64_t(in.number("seed")), in.text("settings")};
    if (kind == "order_adopted")
        return OrderAdopted{readOrder(in)};
    if (kind == "book_adjusted") {
        BookAdjusted adjusted{in.ownText<StrategyId>("strategy"), in.ownText<InstrumentId>("instrument"), in.decimal<Quantity>("change"),
                              in.decimal<Price>("price"), in.flag("moves_cash"), in.text("reason")};
        if (adjusted.change.isZero())
            in.fault("change");
        return adjusted;
    }
    if (kind == "cash_adjusted") {
        CashAdjusted adjusted{in.money("change"), in.text("reason")};
        if (adjusted.change.currency.isEmpty())
            in.fault("change");
        return adjusted;
    }
    if (kind == "difference_ignored")
        return DifferenceIgnored{in.shortText<InstrumentId>("instrument"), in.decimal<Quantity>("quantity"), in.money("money")};
    if (kind == "run_finished")
        return RunFinished{in.time("at")};
    in.fault("kind");
    return RunFinished{};
}

} // namespace

QByteArray encodeRecord(const Record &record)
{
    return std::visit([](const auto &value) { return encode(value); }, record);
}

Result<Record> decodeRecord(const QByteArray &body)
{
    thread_local simdjson::dom::parser parser;
    simdjson::dom::element element;
    if (parser.parse(body.constData(), std::size_t(body.size())).get(element) != simdjson::SUCCESS || !element.is_object())
        return failure(ErrorCode::BadData, u"journal record is not a JSON object"_s);
    Reader in(element);
    const std::string_view kind = in.view("kind");
    Record record = read(kind, in);
    if (!in.faultyField().isEmpty()) {
        return failure(ErrorCode::BadData, u"journal record '%1': field '%2' is missing or wrong"_s
                                               .arg(QString::fromUtf8(kind.data(), qsizetype(kind.size())), in.faultyField()));
    }
    return record;
}

} // namespace bellwether
