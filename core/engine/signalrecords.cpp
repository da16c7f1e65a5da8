#include "core/engine/recordfamilies.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

void write(RecordWriter &out, const QueuedSignal &queued)
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

QueuedSignal readSignal(RecordReader &in)
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
        RecordReader each(element);
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

SignalState readSignalState(RecordReader &in) { return in.oneOf<SignalState>("state", 7); }

} // namespace

QByteArray encode(const SignalRaised &raised)
{
    RecordWriter out("signal_raised");
    write(out, raised.signal);
    return out.finish();
}

QByteArray encode(const SignalEdited &edited)
{
    RecordWriter out("signal_edited");
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
    RecordWriter out("signal_decided");
    out.id("id", decided.id);
    out.text("state", toString(decided.state));
    out.text("reason", decided.reason);
    out.text("by", decided.by);
    out.id("order", decided.order);
    return out.finish();
}

QByteArray encode(const StrategySwitched &switched)
{
    RecordWriter out("strategy_switched");
    out.text("strategy", switched.strategy);
    out.text("instrument", switched.instrument);
    out.flag("on", switched.isOn);
    out.flag("automatic", switched.isAutomatic);
    return out.finish();
}

QByteArray encode(const StrategyTuned &tuned)
{
    RecordWriter out("strategy_tuned");
    out.text("strategy", tuned.strategy);
    out.text("instrument", tuned.instrument);
    out.text("parameters", tuned.parameters.join(u' '));
    return out.finish();
}

QByteArray encode(const AutoTradingSet &automatic)
{
    RecordWriter out("auto_trading");
    out.flag("on", automatic.isOn);
    return out.finish();
}

std::optional<Record> readSignalRecord(std::string_view kind, RecordReader &in)
{
    if (kind == "signal_raised")
        return SignalRaised{readSignal(in)};
    if (kind == "signal_decided")
        return SignalDecided{in.ownId<SignalId>("id"), readSignalState(in), in.text("reason"), in.text("by"), in.id<OrderId>("order")};
    if (kind == "signal_edited")
        return SignalEdited{in.ownId<SignalId>("id"), std::uint32_t(in.number("version")), in.decimal<Quantity>("quantity"),
                            in.decimal<Price>("limit"), in.decimal<Price>("stop"), in.decimal<Price>("target")};
    if (kind == "auto_trading")
        return AutoTradingSet{in.flag("on")};
    if (kind == "strategy_tuned") {
        return StrategyTuned{in.shortText<StrategyId>("strategy"), in.shortText<InstrumentId>("instrument"),
                             in.text("parameters").split(u' ', Qt::SkipEmptyParts)};
    }
    if (kind == "strategy_switched") {
        return StrategySwitched{in.shortText<StrategyId>("strategy"), in.shortText<InstrumentId>("instrument"), in.flag("on"),
                                in.flag("automatic")};
    }
    return {};
}

} // namespace bellwether
