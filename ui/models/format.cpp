#include "ui/models/format.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr QChar minusSign(0x2212); // as wide as a digit, unlike the hyphen

} // namespace

ExchangeZone ExchangeZone::ofCalendar(QStringView calendar)
{
    for (const QStringView indian : {u"nse", u"bse", u"nfo", u"mcx"}) {
        if (calendar == indian)
            return {u"IST"_s, std::chrono::minutes(330)};
    }
    return {};
}

ExchangeZone ExchangeZone::of(const QTimeZone &zone)
{
    const auto offsetOf = [](int seconds) { return Duration(std::chrono::seconds(seconds)); };
    // The years that a chart may show.
    const QDateTime first(QDate(1970, 1, 1), QTime(), Qt::UTC);
    ExchangeZone made;
    made.name = QString::fromLatin1(zone.id()).section(u'/', -1).replace(u'_', u' ');
    made.offset = offsetOf(zone.offsetFromUtc(first));
    auto changes = std::make_shared<Changes>();
    for (const QTimeZone::OffsetData &change : zone.transitions(first, QDateTime(QDate(2060, 1, 1), QTime(), Qt::UTC)))
        changes->emplace_back(Timestamp::fromMs(change.atUtc.toMSecsSinceEpoch()), offsetOf(change.offsetFromUtc));
    if (!changes->empty())
        made.changes = std::move(changes);
    return made;
}

Duration ExchangeZone::offsetAt(Timestamp time) const
{
    if (!changes)
        return offset;
    const auto next = std::ranges::upper_bound(*changes, time, {}, &Changes::value_type::first);
    return next == changes->begin() ? offset : std::prev(next)->second;
}

Format::Format(ExchangeZone zone, const QLocale &locale) : m_zone(zone), m_exchange(std::move(zone)), m_locale(locale) {}

Format Format::shownIn(ExchangeZone zone) const
{
    Format other = *this;
    other.m_zone = std::move(zone);
    return other;
}

Format Format::forCalendar(QStringView calendar)
{
    ExchangeZone zone = ExchangeZone::ofCalendar(calendar);
    const bool isIndian = zone.offset != Duration::zero();
    return Format(std::move(zone),
                  QLocale(QLocale::English, isIndian ? QLocale::India : QLocale::UnitedStates));
}

QString Format::grouped(double value, int decimals) const
{
    QString text = m_locale.toString(std::fabs(value), 'f', decimals);
    // A value that rounds to nothing has no sign.
    const bool isNegative = value < 0 && std::fabs(value) * std::pow(10.0, decimals) >= 0.5;
    return isNegative ? minusSign + text : text;
}

QString Format::number(double value, int decimals) const
{
    return std::isfinite(value) ? grouped(value, decimals) : u"—"_s;
}

QString Format::price(Price price, int decimals) const
{
    return price.isZero() ? QString() : grouped(price.toDouble(), decimals);
}

QString Format::quantity(Quantity quantity, int decimals) const { return grouped(quantity.toDouble(), decimals); }

QString Format::money(const Money &money) const { return grouped(money.toDouble(), 2); }

QString Format::signedMoney(const Money &money) const
{
    const QString text = grouped(money.toDouble(), 2);
    return money.toDouble() >= 0.005 ? u'+' + text : text;
}

QString Format::signedNumber(double value, int decimals) const
{
    const QString text = number(value, decimals);
    return value * std::pow(10.0, decimals) >= 0.5 ? u'+' + text : text;
}

QString Format::moneyWithCurrency(const Money &money) const
{
    return this->money(money) + u' ' + money.currency.toString();
}

QString Format::percent(double value, int decimals) const
{
    return std::isfinite(value) ? grouped(value, decimals) + u" %"_s : u"—"_s;
}

QString Format::signedPercent(double value, int decimals) const
{
    const QString text = percent(value, decimals);
    return value * std::pow(10.0, decimals) >= 0.5 ? u'+' + text : text;
}

QString Format::volume(double value) const
{
    if (!std::isfinite(value))
        return u"—"_s;
    constexpr std::array<std::pair<double, QStringView>, 4> units{
        {{1e12, u"T"}, {1e9, u"B"}, {1e6, u"M"}, {1e3, u"K"}}};
    for (const auto &[unit, suffix] : units) {
        if (value >= unit)
            return m_locale.toString(value / unit, 'f', value / unit >= 100 ? 1 : 2) + suffix.toString();
    }
    return m_locale.toString(value, 'f', value < 100 ? 2 : 0);
}

QDateTime Format::local(Timestamp time) const
{
    return QDateTime::fromMSecsSinceEpoch((time + m_zone.offsetAt(time)).ms(), Qt::UTC);
}

QString Format::time(Timestamp time) const
{
    return time.isValid() ? local(time).toString(u"HH:mm:ss"_s) : QString();
}

QString Format::minute(Timestamp time) const { return time.isValid() ? local(time).toString(u"HH:mm"_s) : QString(); }

QString Format::dateTime(Timestamp time) const
{
    return time.isValid() ? m_locale.toString(local(time), u"dd MMM HH:mm:ss"_s) : QString();
}

QString Format::dualTime(Timestamp time) const
{
    const QString here = dateTime(time) + u' ' + m_zone.name;
    if (m_zone.offset == Duration::zero() && !m_zone.changes)
        return here;
    return u"%1 (%2 UTC)"_s.arg(here, QDateTime::fromMSecsSinceEpoch(time.ms(), Qt::UTC).toString(u"HH:mm:ss"_s));
}

QString Format::countdown(Duration left)
{
    const qint64 seconds = std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    if (seconds >= 3600)
        return u"%1h %2m"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString Format::age(Duration age)
{
    const qint64 seconds = std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(age).count());
    if (seconds < 60)
        return u"%1s"_s.arg(seconds);
    if (seconds < 3600)
        return u"%1m"_s.arg(seconds / 60);
    if (seconds < 86'400)
        return u"%1h"_s.arg(seconds / 3600);
    return u"%1d"_s.arg(seconds / 86'400);
}

Tone toneOf(double value)
{
    if (value > 0)
        return Tone::Gain;
    return value < 0 ? Tone::Loss : Tone::Flat;
}

} // namespace bellwether
