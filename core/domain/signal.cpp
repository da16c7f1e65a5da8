#include "core/domain/signal.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct CategoryRow {
    StrategyCategory category;
    QStringView name;
    std::chrono::seconds lifetime;
};

constexpr std::array categories{
    CategoryRow{StrategyCategory::DayTrading, u"day_trading", std::chrono::seconds(300)},
    CategoryRow{StrategyCategory::ShortSelling, u"short_selling", std::chrono::seconds(300)},
    CategoryRow{StrategyCategory::ShortTerm, u"short_term", std::chrono::seconds(7'200)},
    CategoryRow{StrategyCategory::LongTerm, u"long_term", std::chrono::seconds(86'400)},
};

bool holds(double value, Comparison comparison, double threshold)
{
    switch (comparison) {
    case Comparison::Above: return value > threshold;
    case Comparison::AtLeast: return value >= threshold;
    case Comparison::Below: return value < threshold;
    case Comparison::AtMost: return value <= threshold;
    }
    return false;
}

QChar symbolOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Above: return u'>';
    case Comparison::AtLeast: return u'≥';
    case Comparison::Below: return u'<';
    case Comparison::AtMost: return u'≤';
    }
    return {};
}

} // namespace

QString toString(StrategyCategory category) { return categories[std::size_t(category)].name.toString(); }

Result<StrategyCategory> parseStrategyCategory(QStringView text)
{
    for (const CategoryRow &row : categories) {
        if (row.name == text)
            return row.category;
    }
    return failure(ErrorCode::InvalidArgument,
                   u"category '%1' is not one of day_trading, short_selling, short_term, long_term"_s.arg(text));
}

Duration signalLifetime(StrategyCategory category) { return categories[std::size_t(category)].lifetime; }

void ReasonList::add(std::string_view label, double value, Comparison comparison, double threshold)
{
    addMet({label, comparison, value, threshold, holds(value, comparison, threshold)});
}

bool ReasonList::areAllMet() const
{
    return std::all_of(all().begin(), all().end(), [](const Reason &reason) { return reason.isMet; });
}

QString toString(const Reason &reason)
{
    return u"%1 %2 %3 %4"_s.arg(QString::fromUtf8(reason.label.data(), qsizetype(reason.label.size())))
        .arg(reason.value, 0, 'g', 6)
        .arg(symbolOf(reason.comparison))
        .arg(reason.threshold, 0, 'g', 6);
}

QString toString(SignalState state)
{
    switch (state) {
    case SignalState::Pending: return u"pending"_s;
    case SignalState::Approved: return u"approved"_s;
    case SignalState::Ordered: return u"ordered"_s;
    case SignalState::Rejected: return u"rejected"_s;
    case SignalState::Expired: return u"expired"_s;
    case SignalState::Superseded: return u"superseded"_s;
    case SignalState::Denied: return u"denied"_s;
    }
    return {};
}

} // namespace bellwether
