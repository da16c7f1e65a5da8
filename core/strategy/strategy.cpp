#include "core/strategy/strategy.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
// Whole numbers without an exponent: 100000, not 1e+05.
QString numberText(double value)
{
    const bool isWhole = value == std::floor(value) && std::abs(value) < 1e15;
    return isWhole ? QString::number(qint64(value)) : QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

int StrategyInfo::indexOf(std::string_view name) const
{
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].name == name)
            return int(i);
    }
    return -1;
}

ParameterSet::ParameterSet(const StrategyInfo &info) : m_info(&info)
{
    for (const ParameterSpec &parameter : info.parameters)
        m_values.push_back(parameter.fallback);
}

Result<void> ParameterSet::set(std::string_view name, double value)
{
    const int index = m_info->indexOf(name);
    if (index < 0) {
        QStringList known;
        for (const ParameterSpec &parameter : m_info->parameters)
            known += textOf(parameter.name);
        return failure(ErrorCode::NotFound, u"strategy %1 has no parameter '%2'; it has %3"_s
                                                .arg(textOf(m_info->id), textOf(name), known.join(u", "_s)));
    }
    const ParameterSpec &spec = m_info->parameters[std::size_t(index)];
    const QString where = u"parameter %1 of %2"_s.arg(textOf(name), textOf(m_info->id));
    if (!std::isfinite(value))
        return failure(ErrorCode::InvalidNumber, u"%1 is not a number"_s.arg(where));
    if (spec.type != ParameterSpec::Type::Real && value != std::floor(value))
        return failure(ErrorCode::InvalidNumber, u"%1 must be a whole number, not %2"_s.arg(where, numberText(value)));
    if (value < spec.min || value > spec.max) {
        return failure(ErrorCode::OutOfRange, u"%1 is %2, outside its range %3 to %4"_s
                                                  .arg(where, numberText(value), numberText(spec.min), numberText(spec.max)));
    }
    m_values[std::size_t(index)] = value;
    return {};
}

Result<void> ParameterSet::setFromText(QStringView assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals < 1)
        return failure(ErrorCode::InvalidArgument, u"'%1' is not of the form name=value"_s.arg(assignment));
    const QByteArray name = assignment.left(equals).trimmed().toUtf8();
    const QStringView text = assignment.mid(equals + 1).trimmed();
    bool isNumber = false;
    double value = text.toDouble(&isNumber);
    if (!isNumber && (text == u"true" || text == u"false")) {
        isNumber = true;
        value = text == u"true" ? 1 : 0;
    }
    if (!isNumber) {
        return failure(ErrorCode::InvalidNumber, u"parameter %1 of %2: '%3' is not a number"_s
                                                     .arg(QString::fromUtf8(name), textOf(m_info->id), text));
    }
    return set({name.constData(), std::size_t(name.size())}, value);
}

Result<void> ParameterSet::check() const
{
    if (m_info->checkTogether == nullptr)
        return {};
    return m_info->checkTogether(m_values).map_error([this](const Error &error) {
        return Error{error.code, u"strategy %1: %2"_s.arg(textOf(m_info->id), error.detail)};
    });
}

void Strategy::scan(const BarColumns &bars, std::size_t first, std::size_t last, std::vector<SignalAt> &out)
{
    for (std::size_t row = first; row < last; ++row) {
        if (auto signal = onBar(bars.point(row)))
            out.push_back({row, *std::move(signal)});
    }
}

} // namespace bellwether
