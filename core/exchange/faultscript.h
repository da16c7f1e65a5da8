#pragma once

#include "core/base/result.h"
#include "core/base/rng.h"
#include "core/base/timestamp.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <map>
#include <span>
#include <vector>

namespace bellwether::exchange {

/// Where something can go wrong.
enum class FaultPoint {
    Request, ///< a REST call came in
    Connect, ///< a web socket asks for its upgrade
    Stream,  ///< a message is about to leave on a web socket
    Time,    ///< a moment of the run
};

/// What goes wrong; docs/exchange-scenario.md says it of each.
enum class FaultVerb {
    Silence, Fin, Rst, Status, Truncate, Garbage, Redirect, Oversize, Drip, Delay, Reject, Limit, NotFound, LateFill,
    Drop, Duplicate, Reorder, Stall, Freeze, Binary, BadUtf8, DeepJson, Close, Shutdown, ExpireKey, ClockOffset,
};

/// Whether the venue does what a request asks for, whatever becomes of the answer.
enum class CarriedOut { Now, Never, Late };

/// One thing that goes wrong now. What a verb has no use for is at its default.
struct FaultAction {
    FaultVerb verb = FaultVerb::Silence;
    CarriedOut carriedOut = CarriedOut::Now;
    Duration wait{};        ///< length of a delay, of a stall, of a block, until a late fill
    int status = 0;         ///< HTTP status, close code
    int code = 0;           ///< of the venue's error
    QByteArray body;        ///< text of an answer, location of a redirect
    qint64 bytes = 0;       ///< length of what is cut, or of what is too long
    int times = 1;          ///< copies
    QString rule;           ///< name of the rule that says so
};

/// One line of a script: where, when and how often, and what.
struct FaultRule {
    QString name;
    FaultPoint point = FaultPoint::Request;
    QByteArray method;               ///< Request; empty for any
    QRegularExpression target;       ///< call, stream or path; matches whole
    QString account;                 ///< empty for any
    int nth = 0;                     ///< only the n-th that matches, from 1; 0 for each
    int every = 0;                   ///< only each n-th
    int countMax = 0;                ///< acts so often at most; 0 without end
    double probability = 1;
    Duration from{};
    Duration until = Duration::max();
    Duration repeat{};               ///< Time: again after this long; zero for once
    FaultAction action;
};

/// What is about to happen, as rules look at it.
struct FaultEvent {
    FaultPoint point = FaultPoint::Request;
    QByteArray method;
    QString target;
    QString account;
    Duration since{};                ///< the run's start
};

/// The rules of one run with their counters and their dice: the same script on the same events gives the same faults.
class FaultScript {
public:
    FaultScript() : FaultScript({}, 1) {}
    FaultScript(std::vector<FaultRule> rules, std::uint64_t seed);

    /// What goes wrong with this, in the order of the rules; usually nothing.
    std::vector<FaultAction> at(const FaultEvent &event);
    /// Actions of Time rules that have come due since the last call.
    std::vector<FaultAction> due(Duration since);

    bool isEmpty() const { return m_rules.empty(); }
    /// How often each rule acted, by name.
    std::map<QString, int> acted() const;
    /// Dice for what an action leaves open.
    Rng &rng() { return m_rng; }

private:
    struct Counted {
        FaultRule rule;
        int seen = 0;
        int acted = 0;
    };
    std::vector<Counted> m_rules;
    Rng m_rng;
};

/// As timers take it.
inline std::chrono::milliseconds msOf(Duration wait) { return std::chrono::duration_cast<std::chrono::milliseconds>(wait); }

/// Whether a verb says what becomes of an answer; others (not-found, late-fill) change what the venue does besides.
constexpr bool isAnswerVerb(FaultVerb verb) { return verb < FaultVerb::NotFound; }

/// Reads a script from JSON as docs/exchange-scenario.md has it. Errors: BadData in one line that names `file` and the
/// line of the text or the field.
Result<FaultScript> readFaultScript(const QByteArray &json, const QString &file);

} // namespace bellwether::exchange
