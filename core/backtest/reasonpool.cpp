#include "core/backtest/reasonpool.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

bool comparisonOf(const QString &symbol, Comparison &comparison)
{
    for (const Comparison one : {Comparison::Above, Comparison::AtLeast, Comparison::Below, Comparison::AtMost}) {
        if (toString(Reason{"", one, 0, 0, true}).section(u' ', 2, 2) == symbol) {
            comparison = one;
            return true;
        }
    }
    return false;
}

} // namespace

void ReasonPool::add(const QString &text, std::uint32_t &first, std::uint32_t &count)
{
    first = std::uint32_t(m_result.reasons.size());
    for (const QString &one : text.split(u"; "_s, Qt::SkipEmptyParts)) {
        const QStringList words = one.split(u' ');
        Reason reason;
        reason.isMet = true;
        const qsizetype n = words.size();
        QString label = one;
        if (n >= 4 && comparisonOf(words[n - 2], reason.comparison)) {
            reason.value = words[n - 3].toDouble();
            reason.threshold = words[n - 1].toDouble();
            label = words.first(n - 3).join(u' ');
        }
        reason.label = *m_labels.insert(label.toStdString()).first;
        m_result.reasons.push_back(reason);
    }
    count = std::uint32_t(m_result.reasons.size()) - first;
}

} // namespace bellwether
