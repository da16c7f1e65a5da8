#include "core/lab/labreport.h"

namespace bellwether {

QString entryReasonOf(const LabReport &report, const RoundTrip &trade)
{
    QStringList texts;
    for (std::uint32_t i = trade.reasonFirst; i < trade.reasonFirst + trade.reasonCount && i < report.reasons->size(); ++i)
        texts.append(toString((*report.reasons)[i]));
    return texts.join(QStringLiteral("; "));
}

QString parameterText(const std::vector<std::pair<QString, double>> &parameters)
{
    QStringList texts;
    for (const auto &[name, value] : parameters)
        texts.append(name + u' ' + QString::number(value, 'g', 10));
    return texts.join(QStringLiteral(", "));
}

std::vector<double> drawdownCurve(std::span<const double> equity, double startingEquity)
{
    std::vector<double> curve(equity.size());
    double peak = startingEquity;
    for (std::size_t i = 0; i < equity.size(); ++i) {
        peak = std::max(peak, equity[i]);
        curve[i] = peak > 0 ? equity[i] / peak - 1 : 0;
    }
    return curve;
}

} // namespace bellwether
