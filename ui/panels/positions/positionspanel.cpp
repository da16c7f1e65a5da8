#include "ui/panels/positions/positionspanel.h"

#include "ui/panels/positions/changedialog.h"
#include "ui/widgets/confirmdialog.h"

#include <QHeaderView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

PositionsPanel::PositionsPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_format(context.format), m_instruments(context.instruments),
      m_model(new PositionTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"positionTable"_s, this))
{
    m_table->setAccessibleName(tr("Positions"));
    m_table->setEmptyText(tr("No open position."));
    m_table->cells().setButtons(PositionTableModel::ActionColumn, {{u"close"_s, tr("Close"), ColorRole::Loss},
                                                                 {u"shield"_s, tr("Stop and target"), ColorRole::Accent},
                                                                 {u"reverse"_s, tr("Reverse"), ColorRole::Warning}});
    // Only some markets have products.
    const bool hasProduct = std::ranges::any_of(context.desk.instruments(), [](const Instrument &each) { return hasProducts(each); });
    m_table->setColumnWidths({9, 6, 8, 9, 9, 9, 7, 9, 9, 9, 9, 8, 6, 15, 14, hasProduct ? 6 : -6});
    m_table->horizontalHeader()->moveSection(PositionTableModel::ProductColumn, PositionTableModel::QuantityColumn);
    if (context.costs) {
        m_model->setCosts(context.costs->truth());
        connect(context.costs, &CostSwitch::changed, m_model, &PositionTableModel::setCosts);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(m_table, &DataTable::buttonClicked, this, [this](int row, int button) {
        button == 0 ? askToClose(row) : button == 1 ? askToProtect(row) : askToReverse(row);
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { Q_EMIT chartWanted(m_model->row(row).instrument); });
    connect(m_table, &DataTable::currentSourceRowChanged, this, &PositionsPanel::selectionChanged);
}

void PositionsPanel::applySnapshot(const DeskSnapshot &snapshot) { m_model->setRows(snapshot.positions); }

InstrumentId PositionsPanel::chosenInstrument() const
{
    const int row = m_table->currentSourceRow();
    return row >= 0 ? m_model->row(row).instrument : InstrumentId();
}

void PositionsPanel::closeSelected()
{
    if (const int row = m_table->currentSourceRow(); row >= 0)
        askToClose(row);
}

void PositionsPanel::askToClose(int row)
{
    const PositionRow position = m_model->row(row);
    const QString quantity = m_format.quantity(position.quantity, position.quantityDecimals);
    ConfirmDialog::ask(this,
                       {.title = tr("Close %1").arg(position.symbol),
                        .text = tr("This sends a market order to %1 %2 %3, about %4, and takes a profit or loss of about "
                                   "%5. Its stop and target are cancelled.")
                                    .arg(position.side == Side::Buy ? tr("sell") : tr("buy"), quantity, position.symbol,
                                         m_format.moneyWithCurrency(position.side == Side::Buy ? position.marketValue
                                                                                               : -position.marketValue),
                                         m_format.signedMoney(position.unrealizedPnl)),
                        .deed = tr("Close %1 %2").arg(quantity, position.symbol)},
                       [this, position](bool, const QString &) {
                           m_desk.closePosition(position.strategy, position.instrument);
                       });
}

void PositionsPanel::reverseSelected()
{
    if (const int row = m_table->currentSourceRow(); row >= 0)
        askToReverse(row);
}

void PositionsPanel::askToReverse(int row)
{
    const PositionRow position = m_model->row(row);
    const QString quantity = m_format.quantity(position.quantity, position.quantityDecimals);
    const bool isLong = position.side == Side::Buy;
    ConfirmDialog::ask(this,
                       {.title = tr("Reverse %1").arg(position.symbol),
                        .text = tr("This closes %1 %2 at the market, takes a profit or loss of about %3, and opens %4 %1 %2 with a "
                                   "stop and a target at the distances of the risk limits. If a limit refuses the new position, "
                                   "the old one is closed all the same.")
                                    .arg(quantity, position.symbol, m_format.signedMoney(position.unrealizedPnl),
                                         isLong ? tr("a short of") : tr("a long of")),
                        .deed = tr("Reverse %1 %2").arg(quantity, position.symbol)},
                       [this, position](bool, const QString &) {
                           m_desk.reversePosition(position.strategy, position.instrument);
                       });
}

void PositionsPanel::protectSelected()
{
    if (const int row = m_table->currentSourceRow(); row >= 0)
        askToProtect(row);
}

void PositionsPanel::askToProtect(int row)
{
    const PositionRow position = m_model->row(row);
    const Instrument *instrument = m_instruments.find(position.instrument);
    if (!instrument)
        return;
    const auto resultAt = [position, what = *instrument](std::int64_t raw) {
        const Money value = what.notional((Price::fromRaw(raw) - position.averagePrice).magnitude(), position.quantity);
        return (Price::fromRaw(raw) < position.averagePrice) == (position.side == Side::Buy) ? -value : value;
    };
    const auto judge = [this, position, resultAt](std::int64_t stop, std::int64_t target) -> Result<QString> {
        const int sign = signOf(position.side);
        if (stop != 0 && sign * (position.last.raw() - stop) <= 0)
            return failure(ErrorCode::OutOfRange, tr("The stop is on the wrong side of the price now, %1.").arg(m_format.price(position.last, position.priceDecimals)));
        if (target != 0 && sign * (target - position.last.raw()) <= 0)
            return failure(ErrorCode::OutOfRange, tr("The target is on the wrong side of the price now, %1.").arg(m_format.price(position.last, position.priceDecimals)));
        return u"%1 · %2"_s.arg(stop == 0 ? tr("No stop: the position is unprotected") : tr("At the stop %1").arg(m_format.signedMoney(resultAt(stop))),
                                target == 0 ? tr("no target") : tr("at the target %1").arg(m_format.signedMoney(resultAt(target))));
    };
    const auto field = [&](const QString &label, Price price) {
        return ChangeDialog::Field{label, price.raw(), instrument->tickSize.raw(), position.priceDecimals, true, true};
    };
    ChangeDialog::ask(this,
                      {tr("Stop and target of %1").arg(position.symbol), tr("Set stop and target"), field(tr("&Stop"), position.stop),
                       field(tr("&Target"), position.target), judge},
                      [this, position](std::int64_t stop, std::int64_t target) {
                          m_desk.protectPosition(position.strategy, position.instrument, Price::fromRaw(stop), Price::fromRaw(target));
                      });
}

} // namespace bellwether
