#pragma once

#include "core/engine/recordreader.h"
#include "core/engine/records.h"
#include "core/engine/recordwriter.h"

namespace bellwether {

// Each family writes its records, and reads those whose kind is one of its own; nothing for another kind.

// orderrecords.cpp
QByteArray encode(const OrderPlanned &planned);
QByteArray encode(const OrderRouted &routed);
QByteArray encode(const OrderRefused &refused);
QByteArray encode(const OrderChanged &changed);
QByteArray encode(const OrderAdopted &adopted);
std::optional<Record> readOrderRecord(std::string_view kind, RecordReader &in);

// signalrecords.cpp
QByteArray encode(const SignalRaised &raised);
QByteArray encode(const SignalEdited &edited);
QByteArray encode(const SignalDecided &decided);
QByteArray encode(const StrategySwitched &switched);
QByteArray encode(const StrategyTuned &tuned);
QByteArray encode(const AutoTradingSet &automatic);
std::optional<Record> readSignalRecord(std::string_view kind, RecordReader &in);

// accountrecords.cpp
QByteArray encode(const RunStarted &run);
QByteArray encode(const RunFinished &run);
QByteArray encode(const LatchSet &latch);
QByteArray encode(const DayStarted &day);
QByteArray encode(const DayFloorRaised &raised);
QByteArray encode(const LimitsChanged &changed);
QByteArray encode(const BookAdjusted &adjusted);
QByteArray encode(const CashAdjusted &adjusted);
QByteArray encode(const DifferenceIgnored &ignored);
std::optional<Record> readAccountRecord(std::string_view kind, RecordReader &in);

// workrecords.cpp
QByteArray encode(const WorkStarted &started);
QByteArray encode(const WorkChanged &changed);
std::optional<Record> readWorkRecord(std::string_view kind, RecordReader &in);

} // namespace bellwether
