#include "ui/panels/backtest/searchmap.h"

#include "core/base/decimaltext.h"

#include <cmath>
#include <map>
#include <set>

namespace bellwether {

namespace {

/// The values of one parameter and their places, ascending.
std::map<double, std::size_t> placesOf(const LabSearch &search, std::size_t parameter)
{
    std::map<double, std::size_t> places;
    for (const LabTrial &trial : search.trials)
        places.emplace(trial.values[parameter], 0);
    std::size_t place = 0;
    for (auto &[value, its] : places)
        its = place++;
    return places;
}

} // namespace

HeatGrid::Content searchMap(const LabSearch &search, std::size_t x, std::size_t y)
{
    HeatGrid::Content content;
    if (search.trials.empty() || x >= std::size_t(search.names.size()) || y >= std::size_t(search.names.size()) || x == y)
        return content;
    const auto columns = placesOf(search, x);
    const auto rows = placesOf(search, y);
    for (const auto &[value, place] : columns)
        content.columns.append(QString::number(value, 'g', 6));
    for (const auto &[value, place] : rows)
        content.rows.append(QString::number(value, 'g', 6));
    content.columnTitle = search.names[qsizetype(x)];
    content.rowTitle = search.names[qsizetype(y)];
    content.areRowsUp = true;
    content.values.assign(columns.size() * rows.size(), notAvailable);
    const auto cellOf = [&](const LabTrial &trial) { return rows.at(trial.values[y]) * columns.size() + columns.at(trial.values[x]); };
    double sum = 0;
    std::size_t count = 0;
    for (const LabTrial &trial : search.trials) {
        if (!trial.isAccepted)
            continue;
        double &best = content.values[cellOf(trial)];
        if (std::isnan(best) || (search.isMinimised ? trial.objective < best : trial.objective > best))
            best = trial.objective;
    }
    double greatest = 0;
    for (const double value : content.values)
        greatest = std::isfinite(value) ? std::max(greatest, std::fabs(value)) : greatest;
    const int decimals = greatest < 1 ? 2 : greatest < 10 ? 1 : 0; // as many digits as a narrow cell holds
    const auto textOf = [](double value, char format, int digits) {
        return std::isnan(value) ? QString() : decimalText(value, digits, format).replace(u'-', QChar(0x2212));
    };
    for (const double value : content.values) {
        content.texts.append(textOf(value, 'f', decimals));
        content.spoken.append(textOf(value, 'g', 5));
        if (std::isfinite(value)) {
            sum += value;
            ++count;
        }
    }
    content.middle = count > 0 ? sum / double(count) : 0;
    if (search.plateauBest >= 0)
        content.marked.push_back(cellOf(search.trials[std::size_t(search.plateauBest)]));
    return content;
}

} // namespace bellwether
