#pragma once

#include "core/backtest/runresult.h"

#include <QString>

#include <set>

namespace bellwether {

/// Takes `label value > threshold; …` of a trade apart again, into the pool of a run.
class ReasonPool {
public:
    /// Both outlive the object; what the reasons point to is in `labels`.
    ReasonPool(RunResult &result, std::set<std::string> &labels) : m_result(result), m_labels(labels) {}

    /// Where the reasons of this text start in the pool, and how many they are.
    void add(const QString &text, std::uint32_t &first, std::uint32_t &count);

private:
    RunResult &m_result;
    std::set<std::string> &m_labels;
};

} // namespace bellwether
