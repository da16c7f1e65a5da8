#include "core/research/searchspace.h"

using namespace Qt::StringLiterals;

namespace bellwether {

double ParameterRange::valueAt(std::uint32_t position) const
{
    const double value = start + double(position) * step;
    const double rounded = std::round(value * 1e10) / 1e10;
    return std::fabs(value) < 1e5 ? rounded : value;
}

Result<ParameterRange> SearchSpace::parseRange(const QString &text) const
{
    const auto bad = [&](const QString &expected) {
        return failure(ErrorCode::InvalidArgument, u"--range '%1': expected %2"_s.arg(text, expected));
    };
    const qsizetype equals = text.indexOf(u'=');
    const QStringList parts = text.mid(equals + 1).split(u':');
    if (equals < 1 || parts.size() < 2 || parts.size() > 3)
        return bad(u"name=start:end:step"_s);
    const QByteArray name = text.left(equals).trimmed().toUtf8();
    const int index = m_info->indexOf({name.constData(), std::size_t(name.size())});
    ParameterSet probe = m_fixed;
    if (index < 0)
        return failure(ErrorCode::InvalidArgument, u"--range '%1': %2"_s.arg(text, probe.set({name.constData(), std::size_t(name.size())}, 0).error().detail));
    const ParameterSpec &spec = m_info->parameters[std::size_t(index)];
    double numbers[3]{0, 0, spec.step};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool isNumber = false;
        numbers[i] = parts[i].trimmed().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(numbers[i]))
            return bad(u"numbers, not '%1'"_s.arg(parts[i]));
    }
    const auto [start, end, step] = numbers;
    if (!(step > 0))
        return bad(u"a step above 0"_s);
    if (end < start)
        return bad(u"an end that is not below the start: the range is empty"_s);
    const double count = std::floor((end - start) / step * (1 + 1e-12) + 1e-9) + 1;
    if (count > 1e9)
        return bad(u"at most 1e9 values"_s);
    const ParameterRange range{std::size_t(index), start, step, std::uint32_t(count)};
    for (const std::uint32_t position : {0u, std::min(1u, range.count - 1), range.count - 1})
        if (const auto set = probe.set(spec.name, range.valueAt(position)); !set)
            return failure(ErrorCode::InvalidArgument, u"--range '%1': %2"_s.arg(text, set.error().detail));
    return range;
}

Result<SearchSpace> SearchSpace::parse(const StrategyInfo &info, const ParameterSet &fixed, const QStringList &ranges)
{
    SearchSpace space(info, fixed);
    if (ranges.isEmpty())
        return failure(ErrorCode::InvalidArgument, u"--range name=start:end:step is required: which parameters shall be searched?"_s);
    for (const QString &text : ranges) {
        const auto range = space.parseRange(text);
        if (!range)
            return failure(range.error());
        const bool isTwice = std::any_of(space.m_ranges.begin(), space.m_ranges.end(),
                                         [&](const ParameterRange &other) { return other.index == range->index; });
        if (isTwice)
            return failure(ErrorCode::InvalidArgument, u"--range '%1': the parameter has a range already"_s.arg(text));
        space.m_ranges.push_back(*range);
    }
    return space;
}

QString SearchSpace::nameOf(std::size_t range) const
{
    const std::string_view name = m_info->parameters[m_ranges[range].index].name;
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

double SearchSpace::size() const
{
    double count = 1;
    for (const ParameterRange &range : m_ranges)
        count *= range.count;
    return count;
}

SearchPoint SearchSpace::pointAt(std::uint64_t number) const
{
    SearchPoint point(m_ranges.size());
    for (std::size_t i = m_ranges.size(); i-- > 0;) {
        point[i] = std::uint32_t(number % m_ranges[i].count);
        number /= m_ranges[i].count;
    }
    return point;
}

ParameterSet SearchSpace::parametersAt(const SearchPoint &point) const
{
    ParameterSet parameters = m_fixed;
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        const auto set = parameters.set(m_info->parameters[m_ranges[i].index].name, m_ranges[i].valueAt(point[i]));
        if (!set)
            throw Fault(set.error().detail); // both ends were checked
    }
    return parameters;
}

} // namespace bellwether
