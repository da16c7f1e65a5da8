#pragma once

#include "core/base/ids.h"
#include "core/domain/side.h"
#include "core/domain/timeframe.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace bellwether {

enum class StrategyCategory { DayTrading, ShortSelling, ShortTerm, LongTerm };
/// `day_trading`, `short_selling`, `short_term`, `long_term`.
QString toString(StrategyCategory category);
Result<StrategyCategory> parseStrategyCategory(QStringView text);
/// How long a signal of the category may wait for approval: 300 s, 300 s, 2 h, 24 h.
Duration signalLifetime(StrategyCategory category);

enum class Comparison { Above, AtLeast, Below, AtMost };

/// One condition of a decision with its value, threshold and outcome. `label` points at text that lives as long as
/// the program (a literal, or a LabelPool after recovery).
struct Reason {
    std::string_view label;
    Comparison comparison = Comparison::Above;
    double value = 0;
    double threshold = 0;
    bool isMet = false;
};

/// Up to eight reasons held in the value, so a signal costs no allocation.
class ReasonList {
public:
    void add(std::string_view label, double value, Comparison comparison, double threshold);
    void addMet(const Reason &reason)
    {
        if (m_count < m_reasons.size())
            m_reasons[m_count++] = reason;
    }
    std::span<const Reason> all() const { return {m_reasons.data(), m_count}; }
    bool areAllMet() const;

private:
    std::array<Reason, 8> m_reasons;
    std::size_t m_count = 0;
};

/// `volume ratio 1.43 ≥ 1.2`
QString toString(const Reason &reason);

/// A strategy's opinion about one instrument at one moment. Prices are estimates until the engine rounds them to the
/// tick; `stop` and `target` are NaN where the strategy gives none. Confidence is 0…100.
struct TradeSignal {
    StrategyId strategy;
    InstrumentId instrument;
    Timeframe timeframe = Timeframe::M1;
    StrategyCategory category = StrategyCategory::DayTrading;
    Timestamp time;
    Side side = Side::Buy;
    double referencePrice = 0;
    double stop = 0;
    double target = 0;
    double confidence = 0;
    ReasonList reasons;
};

/// Where a signal stands. Final: Rejected, Expired, Superseded, Denied, Ordered.
enum class SignalState { Pending, Approved, Ordered, Rejected, Expired, Superseded, Denied };
QString toString(SignalState state);
constexpr bool isFinal(SignalState state) { return state != SignalState::Pending && state != SignalState::Approved; }

} // namespace bellwether
