#include "ui/panels/backtest/setup/costsection.h"

#include <QComboBox>
#include <QLineEdit>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace bellwether {

CostSection::CostSection(QWidget *parent) : FormSection(u"costs"_s, tr("Costs"), parent)
{
    m_costs = addChoice(u"costs"_s, tr("Fees"),
                        {{tr("of the paper venue"), u"venue"_s}, {tr("share of the value"), u"own"_s}, {tr("fixed per order"), u"flat"_s},
                         {tr("maker and taker"), u"maker_taker"_s}, {tr("Binance spot"), u"binance_spot"_s},
                         {tr("Binance spot, paid in BNB"), u"binance_spot_bnb"_s}, {tr("NSE intraday"), u"nse_intraday"_s},
                         {tr("NSE delivery"), u"nse_delivery"_s}},
                        tr("The venue's: schedule of the exchange and a slippage of 0.02 %, with risk sizing. A schedule has brokerage, "
                           "taxes and levies of its market; a share or an amount is your own."));
    m_commission = addLine(u"commission"_s, tr("Commission %"), u"0"_s, tr("Fee on both fills, percent of the value"));
    m_fee = addLine(u"fee"_s, tr("Fee per order"), u"0"_s, tr("Money for each order, whatever its size"));
    m_maker = addLine(u"maker"_s, tr("Maker %"), u"0"_s, tr("Fee of a fill that had rested in the book, percent of the value"));
    m_taker = addLine(u"taker"_s, tr("Taker %"), u"0"_s, tr("Fee of a fill that took what was there, percent of the value"));
    m_spread = addLine(u"spread"_s, tr("Spread %"), u"0"_s, tr("Percent of the price that an entry is worse by"));
    std::tie(m_slippageKind, m_slippage) =
        addKindAndLine(u"slippage"_s, tr("Slippage"),
                       {{tr("% of the price"), QString()}, {tr("money a unit"), u"fixed"_s}, {tr("by volume share"), u"volume"_s}},
                       tr("What every fill is worse by: a share of the price, money a unit, or a factor times the square of the order's share of "
                          "the bar's volume"));
    m_slippage->setPlaceholderText(u"0"_s);
    m_participation = addLine(u"participation"_s, tr("Volume share %"), tr("no limit"),
                              tr("Largest share of a bar's volume that an order takes; the rest fills in later bars"));
    m_borrow = addLine(u"borrow"_s, tr("Borrow % a year"), u"0"_s, tr("Cost of a short position, percent of its value a year"));
    connect(m_costs, &QComboBox::currentIndexChanged, this, [this] { applyKind(); });
    applyKind();
}

QString CostSection::kind() const { return m_costs->currentData().toString(); }

void CostSection::setVenueAllowed(bool isAllowed)
{
    auto *model = qobject_cast<QStandardItemModel *>(m_costs->model());
    model->item(0)->setEnabled(isAllowed);
    if (!isAllowed && kind() == u"venue"_s)
        chooseValue(m_costs, u"own"_s);
}

void CostSection::applyKind()
{
    const QString chosen = kind();
    const bool isVenue = chosen == u"venue"_s;
    setRowShown(m_commission, chosen == u"own"_s);
    setRowShown(m_fee, chosen == u"flat"_s);
    setRowShown(m_maker, chosen == u"maker_taker"_s);
    setRowShown(m_taker, chosen == u"maker_taker"_s);
    for (QLineEdit *line : {m_spread, m_slippage, m_participation, m_borrow})
        setRowShown(line, !isVenue);
}

FormField *CostSection::field(const LabFailure &failure) const
{
    if (failure.field == u"costs"_s && kind() == u"flat"_s)
        return FormSection::field({.field = u"fee"_s, .text = {}});
    if (failure.field == u"costs"_s && kind() == u"maker_taker"_s)
        return FormSection::field({.field = u"taker"_s, .text = {}});
    return FormSection::field(failure);
}

void CostSection::check()
{
    for (const auto &[name, line] : {std::pair{u"commission"_s, m_commission}, {u"maker"_s, m_maker}, {u"taker"_s, m_taker},
                                     {u"spread"_s, m_spread}, {u"participation"_s, m_participation}, {u"borrow"_s, m_borrow}})
        markPercent(name, line);
    markAmount(u"fee"_s, m_fee, true);
    if (m_slippageKind->currentData().toString().isEmpty())
        markPercent(u"slippage"_s, m_slippage);
    else
        markAmount(u"slippage"_s, m_slippage, true);
}

void CostSection::read(LabRequest &request) const
{
    const QString chosen = kind();
    if (chosen == u"venue"_s)
        return;
    const auto share = [](const QLineEdit *line, const QString &empty) {
        return line->text().trimmed().isEmpty() ? empty : shareOfPercent(line->text()).value_or(QString());
    };
    const auto amount = [](const QLineEdit *line) { return line->text().trimmed().isEmpty() ? u"0"_s : line->text().trimmed(); };
    if (chosen == u"own"_s)
        request.commission = share(m_commission, u"0"_s);
    else if (chosen == u"flat"_s)
        request.costs = u"flat:"_s + amount(m_fee);
    else if (chosen == u"maker_taker"_s)
        request.costs = u"maker_taker:%1/%2"_s.arg(share(m_maker, u"0"_s), share(m_taker, u"0"_s));
    else
        request.costs = chosen;
    request.spread = share(m_spread, {});
    request.participation = share(m_participation, {});
    request.borrow = share(m_borrow, {});
    if (const QString slippage = m_slippage->text().trimmed(); !slippage.isEmpty()) {
        const QString by = m_slippageKind->currentData().toString();
        request.slippage = by.isEmpty() ? share(m_slippage, {}) : by + u':' + slippage;
    }
}

void CostSection::show(const LabRequest &request)
{
    const QString name = request.costs.section(u':', 0, 0);
    const QString figures = request.costs.section(u':', 1);
    const bool isOwn = !request.commission.isEmpty() || !request.spread.isEmpty() || !request.slippage.isEmpty()
        || !request.participation.isEmpty() || !request.borrow.isEmpty();
    for (QLineEdit *line : {m_commission, m_fee, m_maker, m_taker})
        line->clear();
    m_commission->setText(percentOfShare(name == u"percent"_s ? figures : request.commission));
    if (name == u"flat"_s)
        m_fee->setText(figures);
    if (name == u"maker_taker"_s) {
        m_maker->setText(percentOfShare(figures.section(u'/', 0, 0)));
        m_taker->setText(percentOfShare(figures.section(u'/', 1)));
    }
    chooseValue(m_costs, name.isEmpty() ? (isOwn ? u"own"_s : u"venue"_s) : name == u"percent"_s || name == u"none"_s ? u"own"_s : name);
    m_spread->setText(percentOfShare(request.spread));
    m_participation->setText(percentOfShare(request.participation));
    m_borrow->setText(percentOfShare(request.borrow));
    const QString by = request.slippage.contains(u':') ? request.slippage.section(u':', 0, 0) : QString();
    chooseValue(m_slippageKind, by);
    m_slippage->setText(by.isEmpty() ? percentOfShare(request.slippage) : request.slippage.section(u':', 1));
}

} // namespace bellwether
