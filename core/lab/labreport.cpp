#include "core/lab/labreport.h"

#include <map>

namespace bellwether {

QString entryReasonOf(const LabReport &report, const RoundTrip &trade)
{
    QStringList texts;
    for (std::uint32_t i = trade.reasonFirst; i < trade.reasonFirst + trade.reasonCount && i < report.reasons->size(); ++i)
        texts.append(toString((*report.reasons)[i]));
    return texts.join(QStringLiteral("; "));
}

std::vector<TradeGroup> byEntryReason(const LabReport &report)
{
    std::map<std::pair<Side, std::vector<std::string_view>>, TradeGroup> groups;
    for (const RoundTrip &trade : *report.trades) {
        std::vector<std::string_view> labels;
        for (std::uint32_t i = trade.reasonFirst; i < trade.reasonFirst + trade.reasonCount && i < report.reasons->size(); ++i)
            labels.push_back((*report.reasons)[i].label);
        groups[{trade.side, std::move(labels)}].add(trade);
    }
    std::vector<TradeGroup> list;
    for (auto &[key, group] : groups) {
        QStringList names;
        for (const std::string_view label : key.second)
            names.append(QString::fromUtf8(label.data(), qsizetype(label.size())));
        group.name = key.first == Side::Buy ? QStringLiteral("long") : QStringLiteral("short");
        if (!names.isEmpty())
            group.name += QStringLiteral(": ") + names.join(QStringLiteral(", "));
        list.push_back(std::move(group));
    }
    std::stable_sort(list.begin(), list.end(), [](const TradeGroup &a, const TradeGroup &b) { return a.trades > b.trades; });
    return list;
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
