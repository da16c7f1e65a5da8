#pragma once

#include "core/base/timestamp.h"
#include "core/domain/money.h"
#include "core/domain/side.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace bellwether {

/// A clock on the wall: that of an exchange (`UTC`, `IST`), or that of the place where the trader is.
struct ExchangeZone {
    QString name = QStringLiteral("UTC");
    Duration offset{};           ///< before the first change
    using Changes = std::vector<std::pair<Timestamp, Duration>>;
    std::shared_ptr<const Changes> changes = {}; ///< from each moment on another offset (summer time); null for none

    /// Zone of an exchange calendar id (`crypto`, `nse`); UTC for one that is not known.
    static ExchangeZone ofCalendar(QStringView calendar);
    /// Named after its city, which is right in summer and winter.
    static ExchangeZone of(const QTimeZone &zone);

    Duration offsetAt(Timestamp time) const;
    bool operator==(const ExchangeZone &) const = default;
};

/// Turns values into text for people: the only place where QLocale and zones are used. A loss or fall carries a minus
/// sign, a gain a plus, so that colour is never alone.
class Format {
public:
    explicit Format(ExchangeZone zone = {}, const QLocale &locale = QLocale(QLocale::English, QLocale::UnitedStates));
    /// Grouping by lakh and crore for a market in rupees.
    static Format forCalendar(QStringView calendar);

    /// The zone that times are shown in.
    const ExchangeZone &zone() const { return m_zone; }
    /// The zone of the market's own clock, which its days go by.
    const ExchangeZone &exchangeZone() const { return m_exchange; }
    /// The same format with times shown in another zone.
    Format shownIn(ExchangeZone zone) const;

    QString number(double value, int decimals) const;          ///< `—` where the value is not known (NaN)
    QString signedNumber(double value, int decimals) const;    ///< with a plus above zero
    QString price(Price price, int decimals) const;            ///< empty for zero: "none"
    QString quantity(Quantity quantity, int decimals) const;
    QString money(const Money &money) const;                   ///< `12,345.60`, minus where negative
    QString signedMoney(const Money &money) const;             ///< `+12.50`, `−3.20`, `0.00`
    QString moneyWithCurrency(const Money &money) const;       ///< `12,345.60 USDT`
    QString percent(double value, int decimals = 2) const;     ///< `12.34 %`
    QString signedPercent(double value, int decimals = 2) const;
    QString volume(double value) const;                        ///< `1.24M`, at most five characters
    QString time(Timestamp time) const;                        ///< `14:03:27` in the zone
    QString minute(Timestamp time) const;                      ///< `14:03` in the zone
    QString dateTime(Timestamp time) const;                    ///< `21 Nov 14:03:27`
    /// Both clocks: `14:03:27 IST (08:33:27 UTC)`.
    QString dualTime(Timestamp time) const;
    /// Time left as `4:32`, from an hour on as `1h 05m`; `0:00` where negative.
    static QString countdown(Duration left);
    /// An age as `12s`, `4m`, `3h`, `2d`.
    static QString age(Duration age);
    QDateTime local(Timestamp time) const;                     ///< the zone's wall clock, marked as UTC

private:
    QString grouped(double value, int decimals) const;
    ExchangeZone m_zone;
    ExchangeZone m_exchange;
    QLocale m_locale;
};

/// Gain above zero, Loss below, else Flat.
Tone toneOf(double value);
inline Tone toneOf(const Money &money) { return toneOf(money.toDouble()); }
inline Tone toneOf(Side side) { return side == Side::Buy ? Tone::Gain : Tone::Loss; }

} // namespace bellwether
