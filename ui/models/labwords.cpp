#include "ui/models/labwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct Word {
    QStringView name;
    const char *text;
};
constexpr std::array table{
    // Ways of closing a trade.
    Word{u"signal", QT_TRANSLATE_NOOP("LabWords", "signal")},
    Word{u"stop", QT_TRANSLATE_NOOP("LabWords", "stop")},
    Word{u"moved_stop", QT_TRANSLATE_NOOP("LabWords", "moved stop")},
    Word{u"target", QT_TRANSLATE_NOOP("LabWords", "target")},
    Word{u"time_stop", QT_TRANSLATE_NOOP("LabWords", "time stop")},
    Word{u"square_off", QT_TRANSLATE_NOOP("LabWords", "square-off")},
    Word{u"end_of_data", QT_TRANSLATE_NOOP("LabWords", "end of data")},
    Word{u"out_of_money", QT_TRANSLATE_NOOP("LabWords", "out of money")},
    Word{u"other", QT_TRANSLATE_NOOP("LabWords", "other")},
    // Costs.
    Word{u"commission", QT_TRANSLATE_NOOP("LabWords", "commission")},
    Word{u"brokerage", QT_TRANSLATE_NOOP("LabWords", "brokerage")},
    Word{u"exchange_fee", QT_TRANSLATE_NOOP("LabWords", "exchange fee")},
    Word{u"investor_protection", QT_TRANSLATE_NOOP("LabWords", "investor protection")},
    Word{u"regulator_fee", QT_TRANSLATE_NOOP("LabWords", "regulator fee")},
    Word{u"transaction_tax", QT_TRANSLATE_NOOP("LabWords", "transaction tax")},
    Word{u"stamp_duty", QT_TRANSLATE_NOOP("LabWords", "stamp duty")},
    Word{u"service_tax", QT_TRANSLATE_NOOP("LabWords", "service tax")},
    Word{u"borrow", QT_TRANSLATE_NOOP("LabWords", "borrow")},
    Word{u"spread", QT_TRANSLATE_NOOP("LabWords", "spread")},
    Word{u"slippage", QT_TRANSLATE_NOOP("LabWords", "slippage")},
    // Why an entry was not made.
    Word{u"already_in_position", QT_TRANSLATE_NOOP("LabWords", "already in position")},
    Word{u"below_confidence_cutoff", QT_TRANSLATE_NOOP("LabWords", "below the confidence cut-off")},
    Word{u"short_not_possible", QT_TRANSLATE_NOOP("LabWords", "short not possible")},
    Word{u"short_sale", QT_TRANSLATE_NOOP("LabWords", "short sale not allowed")},
    Word{u"no_bar_left_to_fill", QT_TRANSLATE_NOOP("LabWords", "no bar left to fill it")},
    Word{u"not_enough_money", QT_TRANSLATE_NOOP("LabWords", "not enough money")},
    Word{u"not_finite", QT_TRANSLATE_NOOP("LabWords", "price or confidence is no number")},
    Word{u"rejected_by_the_venue", QT_TRANSLATE_NOOP("LabWords", "rejected by the venue")},
    Word{u"closed_session", QT_TRANSLATE_NOOP("LabWords", "session closed")},
    Word{u"daily_loss", QT_TRANSLATE_NOOP("LabWords", "limit of the day's loss")},
    Word{u"loss_streak", QT_TRANSLATE_NOOP("LabWords", "pause after losses in a row")},
    Word{u"exposure", QT_TRANSLATE_NOOP("LabWords", "limit of the exposure")},
    Word{u"sector_exposure", QT_TRANSLATE_NOOP("LabWords", "limit of the sector's exposure")},
    Word{u"correlation", QT_TRANSLATE_NOOP("LabWords", "correlated with what is held")},
    Word{u"leverage", QT_TRANSLATE_NOOP("LabWords", "limit of the leverage")},
    Word{u"available_cash", QT_TRANSLATE_NOOP("LabWords", "not enough cash")},
    Word{u"position_count", QT_TRANSLATE_NOOP("LabWords", "limit of open positions")},
    Word{u"positions_per_symbol", QT_TRANSLATE_NOOP("LabWords", "limit of positions in the symbol")},
    Word{u"risk_per_trade", QT_TRANSLATE_NOOP("LabWords", "limit of the risk of a trade")},
    Word{u"liquidity_floor", QT_TRANSLATE_NOOP("LabWords", "too little traded, or not known yet")},
    Word{u"price_floor", QT_TRANSLATE_NOOP("LabWords", "price below the least")},
    Word{u"order_value", QT_TRANSLATE_NOOP("LabWords", "limit of the value of an order")},
    Word{u"order_quantity", QT_TRANSLATE_NOOP("LabWords", "limit of the quantity of an order")},
    Word{u"order_shape", QT_TRANSLATE_NOOP("LabWords", "less than the least order")},
    Word{u"price_distance", QT_TRANSLATE_NOOP("LabWords", "price too far from the last")},
    Word{u"stale_price", QT_TRANSLATE_NOOP("LabWords", "last price too old")},
    Word{u"symbol_list", QT_TRANSLATE_NOOP("LabWords", "symbol not on the list")},
    // What should make a reader careful.
    Word{u"detail", QT_TRANSLATE_NOOP("LabWords", "detail")},
    Word{u"early end", QT_TRANSLATE_NOOP("LabWords", "early end")},
    Word{u"few trades", QT_TRANSLATE_NOOP("LabWords", "few trades")},
    Word{u"gaps", QT_TRANSLATE_NOOP("LabWords", "gaps")},
    Word{u"index", QT_TRANSLATE_NOOP("LabWords", "index")},
    Word{u"late start", QT_TRANSLATE_NOOP("LabWords", "late start")},
    Word{u"look-ahead", QT_TRANSLATE_NOOP("LabWords", "look-ahead")},
    Word{u"no data", QT_TRANSLATE_NOOP("LabWords", "no data")},
    Word{u"no trade", QT_TRANSLATE_NOOP("LabWords", "no trade")},
    Word{u"no volume", QT_TRANSLATE_NOOP("LabWords", "no volume")},
    Word{u"not enough money", QT_TRANSLATE_NOOP("LabWords", "not enough money")},
    Word{u"not significant", QT_TRANSLATE_NOOP("LabWords", "not significant")},
    Word{u"one trade", QT_TRANSLATE_NOOP("LabWords", "one trade")},
    Word{u"open position", QT_TRANSLATE_NOOP("LabWords", "open position")},
    Word{u"out of money", QT_TRANSLATE_NOOP("LabWords", "out of money")},
    Word{u"short", QT_TRANSLATE_NOOP("LabWords", "short period")},
    Word{u"survivorship", QT_TRANSLATE_NOOP("LabWords", "survivorship")},
    Word{u"synthetic", QT_TRANSLATE_NOOP("LabWords", "synthetic")},
    Word{u"warm-up", QT_TRANSLATE_NOOP("LabWords", "warm-up")},
    Word{u"zero cost", QT_TRANSLATE_NOOP("LabWords", "zero cost")},
};

constexpr std::array months{
    QT_TRANSLATE_NOOP("MonthNames", "Jan"), QT_TRANSLATE_NOOP("MonthNames", "Feb"), QT_TRANSLATE_NOOP("MonthNames", "Mar"),
    QT_TRANSLATE_NOOP("MonthNames", "Apr"), QT_TRANSLATE_NOOP("MonthNames", "May"), QT_TRANSLATE_NOOP("MonthNames", "Jun"),
    QT_TRANSLATE_NOOP("MonthNames", "Jul"), QT_TRANSLATE_NOOP("MonthNames", "Aug"), QT_TRANSLATE_NOOP("MonthNames", "Sep"),
    QT_TRANSLATE_NOOP("MonthNames", "Oct"), QT_TRANSLATE_NOOP("MonthNames", "Nov"), QT_TRANSLATE_NOOP("MonthNames", "Dec"),
};

} // namespace

QString labWords(const QString &name)
{
    const auto found = std::ranges::find(table, QStringView(name), &Word::name);
    return found == table.end() ? QString(name).replace(u'_', u' ') : QCoreApplication::translate("LabWords", found->text);
}

QString exitWords(ExitReason reason) { return labWords(toString(reason)); }

QString monthName(int month) { return QCoreApplication::translate("MonthNames", months.at(std::size_t(month - 1))); }

} // namespace bellwether
