#include "ui/models/limittablemodel.h"

#include "ui/models/settingtexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

enum class Unit { Share, Count, Money, Seconds, Minutes, Quantity, Ratio };

struct Words {
    QStringView key;
    const char *name; ///< translated in context "Limits"
    Unit unit;
};

constexpr std::array words{
    Words{u"risk.risk_per_trade", QT_TRANSLATE_NOOP("Limits", "Risk of one trade"), Unit::Share},
    Words{u"risk.percent_per_trade", QT_TRANSLATE_NOOP("Limits", "Size of one trade (percent sizing)"), Unit::Share},
    Words{u"risk.cash_share", QT_TRANSLATE_NOOP("Limits", "Cash one order may take"), Unit::Share},
    Words{u"risk.max_exposure", QT_TRANSLATE_NOOP("Limits", "Exposure"), Unit::Share},
    Words{u"risk.kelly_fraction", QT_TRANSLATE_NOOP("Limits", "Part of the Kelly stake (Kelly sizing)"), Unit::Share},
    Words{u"risk.volatility_target", QT_TRANSLATE_NOOP("Limits", "Yearly volatility of one position (volatility sizing)"), Unit::Share},
    Words{u"risk.max_leverage", QT_TRANSLATE_NOOP("Limits", "Leverage"), Unit::Ratio},
    Words{u"risk.max_sector_exposure", QT_TRANSLATE_NOOP("Limits", "Exposure to one sector"), Unit::Share},
    Words{u"risk.max_daily_loss", QT_TRANSLATE_NOOP("Limits", "Loss of the day"), Unit::Share},
    Words{u"risk.stop", QT_TRANSLATE_NOOP("Limits", "Default stop distance"), Unit::Share},
    Words{u"risk.target", QT_TRANSLATE_NOOP("Limits", "Default target distance"), Unit::Share},
    Words{u"risk.min_price", QT_TRANSLATE_NOOP("Limits", "Lowest price"), Unit::Money},
    Words{u"risk.min_liquidity", QT_TRANSLATE_NOOP("Limits", "Lowest traded value, 20 days"), Unit::Money},
    Words{u"risk.max_correlation", QT_TRANSLATE_NOOP("Limits", "Correlation with what is held"), Unit::Ratio},
    Words{u"risk.max_order_value", QT_TRANSLATE_NOOP("Limits", "Value of one order"), Unit::Share},
    Words{u"risk.max_order_quantity", QT_TRANSLATE_NOOP("Limits", "Units of one order"), Unit::Quantity},
    Words{u"risk.max_price_distance", QT_TRANSLATE_NOOP("Limits", "Order price from the last price"), Unit::Share},
    Words{u"risk.max_drift", QT_TRANSLATE_NOOP("Limits", "Price drift since the signal"), Unit::Share},
    Words{u"risk.profit_lock", QT_TRANSLATE_NOOP("Limits", "Profit of the day that is locked"), Unit::Share},
    Words{u"risk.profit_lock_keep", QT_TRANSLATE_NOOP("Limits", "Best profit that is kept"), Unit::Share},
    Words{u"risk.max_loss_streak", QT_TRANSLATE_NOOP("Limits", "Losses in a row"), Unit::Count},
    Words{u"risk.cool_down_minutes", QT_TRANSLATE_NOOP("Limits", "Pause after losses in a row"), Unit::Minutes},
    Words{u"risk.intraday_margin", QT_TRANSLATE_NOOP("Limits", "Margin of intraday orders (MIS)"), Unit::Share},
    Words{u"risk.confidence_cutoff", QT_TRANSLATE_NOOP("Limits", "Lowest confidence"), Unit::Count},
    Words{u"risk.max_positions", QT_TRANSLATE_NOOP("Limits", "Open positions"), Unit::Count},
    Words{u"risk.max_positions_per_symbol", QT_TRANSLATE_NOOP("Limits", "Open positions in one symbol"), Unit::Count},
    Words{u"risk.time_stop_minutes", QT_TRANSLATE_NOOP("Limits", "Time stop of day trades"), Unit::Minutes},
    Words{u"risk.max_orders_per_second", QT_TRANSLATE_NOOP("Limits", "Orders in one second"), Unit::Count},
    Words{u"risk.reserved_orders", QT_TRANSLATE_NOOP("Limits", "Of these, kept for exits and stops"), Unit::Count},
    Words{u"risk.kelly_trades", QT_TRANSLATE_NOOP("Limits", "Closed trades before Kelly sizing"), Unit::Count},
    Words{u"risk.max_open_orders", QT_TRANSLATE_NOOP("Limits", "Working orders"), Unit::Count},
    Words{u"risk.max_repeated_orders", QT_TRANSLATE_NOOP("Limits", "Identical orders in a minute"), Unit::Count},
    Words{u"risk.stale_after_seconds", QT_TRANSLATE_NOOP("Limits", "Age of a stale price"), Unit::Seconds},
    Words{u"risk.no_short_minutes_before_close", QT_TRANSLATE_NOOP("Limits", "No new shorts before the close"), Unit::Minutes},
};

const Words *wordsOf(QStringView key)
{
    const auto found = std::ranges::find(words, key, &Words::key);
    return found != words.end() ? &*found : nullptr;
}

double shareUsed(const LimitRow &row) { return row.limit > 0 ? row.used / row.limit : 0; }

} // namespace

LimitTableModel::LimitTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Limit"), tr("Limit of the risk gate"), false},
        {tr("Used"), tr("Share of the limit in use now"), true},
        {tr("Now"), tr("Value now"), true},
        {tr("Limit"), tr("Value at which the gate refuses; double click to change it"), true},
        {tr("Conservative"), tr("Value of the conservative preset"), true},
        {tr("Active"), tr("Value of the active preset"), true},
    };
}

QString LimitTableModel::nameOf(const LimitRow &row)
{
    const Words *known = wordsOf(row.key);
    return known ? QCoreApplication::translate("Limits", known->name) : settingText(row.help);
}

QString LimitTableModel::valueText(const LimitRow &row, double value) const
{
    if (std::isnan(value))
        return u"—"_s;
    const Words *known = wordsOf(row.key);
    switch (known ? known->unit : Unit::Ratio) {
    case Unit::Share: return m_format.percent(value * 100, value < 0.1 ? 2 : 1);
    case Unit::Count: return m_format.number(value, 0);
    case Unit::Money: return m_format.number(value, value < 1'000 ? 2 : 0);
    case Unit::Seconds: return tr("%1 s").arg(m_format.number(value, 0));
    case Unit::Minutes: return tr("%1 min").arg(m_format.number(value, 0));
    case Unit::Quantity: return m_format.volume(value);
    case Unit::Ratio: break;
    }
    return m_format.number(value, 2);
}

QString LimitTableModel::unitText(const LimitRow &row) const
{
    const Words *known = wordsOf(row.key);
    switch (known ? known->unit : Unit::Ratio) {
    case Unit::Share: return u"%"_s;
    case Unit::Seconds: return tr("seconds");
    case Unit::Minutes: return tr("minutes");
    case Unit::Count:
    case Unit::Money:
    case Unit::Quantity:
    case Unit::Ratio: break;
    }
    return {};
}

QString LimitTableModel::editText(const LimitRow &row, double value) const
{
    const Words *known = wordsOf(row.key);
    return QString::number(known && known->unit == Unit::Share ? value * 100 : value, 'g', 12);
}

Result<double> LimitTableModel::valueOf(const LimitRow &row, const QString &text) const
{
    bool isNumber = false;
    const double typed = QLocale::c().toDouble(text.trimmed(), &isNumber);
    if (!isNumber || !std::isfinite(typed))
        return failure(ErrorCode::InvalidNumber, tr("“%1” is not a number.").arg(text));
    const Words *known = wordsOf(row.key);
    // Back and forth without a rest: 3 % is 0.03 and not 0.030000000000000002.
    return known && known->unit == Unit::Share ? QString::number(typed / 100, 'g', 12).toDouble() : typed;
}

QString LimitTableModel::text(const LimitRow &row, int column) const
{
    switch (Column(column)) {
    case NameColumn: return nameOf(row);
    case UseColumn: return std::isnan(row.used) ? QString() : m_format.percent(shareUsed(row) * 100, 0);
    case NowColumn: return std::isnan(row.used) ? QString() : valueText(row, row.used);
    case LimitColumn: return valueText(row, row.limit);
    case ConservativeColumn: return valueText(row, row.conservative);
    case ActiveColumn: return valueText(row, row.active);
    case ColumnCount: break;
    }
    return {};
}

QVariant LimitTableModel::sortValue(const LimitRow &row, int column) const
{
    switch (Column(column)) {
    case UseColumn: return shareUsed(row);
    case NowColumn: return row.used;
    case LimitColumn: return row.limit;
    case ConservativeColumn: return row.conservative;
    case ActiveColumn: return row.active;
    case NameColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone LimitTableModel::tone(const LimitRow &row, int column) const
{
    if (column == ConservativeColumn || column == ActiveColumn)
        return (column == ActiveColumn ? row.active : row.conservative) == row.limit ? Tone::Flat : Tone::Muted;
    if (column != UseColumn || std::isnan(row.used))
        return Tone::Flat;
    return shareUsed(row) >= 1 ? Tone::Loss : shareUsed(row) >= 0.75 ? Tone::Warning : Tone::Flat;
}

QVariant LimitTableModel::help(const LimitRow &row, int) const { return u"%1 (%2)"_s.arg(settingText(row.help), row.key); }

QVariant LimitTableModel::extra(const LimitRow &row, int column, int role) const
{
    return role == ProgressRole && column == UseColumn && !std::isnan(row.used) ? QVariant(std::clamp(shareUsed(row), 0.0, 1.0)) : QVariant();
}

} // namespace bellwether
