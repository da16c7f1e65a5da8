#include "ui/panels/signals/signaleditdialog.h"

#include "ui_signaleditdialog.h"

#include "ui/models/signaltablemodel.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

SignalEditDialog::SignalEditDialog(const SignalRow &row, const Instrument &instrument, Format format, QWidget *parent)
    : QDialog(parent), m_row(row), m_instrument(instrument), m_format(std::move(format)),
      m_ui(std::make_unique<Ui::SignalEditDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(340);
    m_ui->heading->setProperty("kind", u"heading"_s);
    m_ui->summary->setProperty("tone", u"muted"_s);
    m_ui->problem->setProperty("tone", u"warning"_s);
    m_ui->heading->setText(u"%1 %2"_s.arg(sideText(row.side), row.symbol));
    const int priceDecimals = instrument.priceDecimals();
    m_ui->quantity->setUp(instrument.lotSize.raw(), std::max(instrument.quantityMin, instrument.lotSize).raw(),
                          instrument.quantityDecimals(), false);
    m_ui->quantity->setValue(row.quantity.raw());
    for (auto *editor : {m_ui->limit, m_ui->stop, m_ui->target})
        editor->setUp(instrument.tickSize.raw(), 0, priceDecimals, true);
    m_ui->stop->setValue(row.stop.raw());
    m_ui->target->setValue(row.target.raw());
    for (auto *editor : {m_ui->quantity, m_ui->limit, m_ui->stop, m_ui->target})
        connect(editor, &QLineEdit::textChanged, this, [this] { showConsequence(); });
    connect(m_ui->save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    showConsequence();
    m_ui->quantity->setFocus();
    m_ui->quantity->selectAll();
}

SignalEditDialog::~SignalEditDialog() = default;

Result<SignalEdit> SignalEditDialog::edit() const
{
    const auto quantity = m_ui->quantity->value();
    const auto limit = m_ui->limit->value();
    const auto stop = m_ui->stop->value();
    const auto target = m_ui->target->value();
    for (const auto *value : {&quantity, &limit, &stop, &target}) {
        if (!*value)
            return failure(value->error());
    }
    const std::int64_t entry = *limit != 0 ? *limit : m_row.now.raw();
    const int sign = signOf(m_row.side);
    if (*stop != 0 && sign * (entry - *stop) <= 0)
        return failure(ErrorCode::OutOfRange, tr("The stop is on the wrong side of the entry."));
    if (*target != 0 && sign * (*target - entry) <= 0)
        return failure(ErrorCode::OutOfRange, tr("The target is on the wrong side of the entry."));
    SignalEdit edit;
    if (*quantity != m_row.quantity.raw())
        edit.quantity = Quantity::fromRaw(*quantity);
    if (*limit != 0)
        edit.limitPrice = Price::fromRaw(*limit);
    if (*stop != m_row.stop.raw())
        edit.stop = Price::fromRaw(*stop);
    if (*target != m_row.target.raw())
        edit.target = Price::fromRaw(*target);
    return edit;
}

void SignalEditDialog::showConsequence()
{
    const auto changed = edit();
    m_ui->save->setEnabled(changed.has_value());
    m_ui->problem->setText(changed ? QString() : changed.error().detail);
    if (!changed)
        return;
    const double quantity = changed->quantity.value_or(m_row.quantity).toDouble() * double(m_instrument.multiplier);
    const double entry = changed->limitPrice.value_or(m_row.now).toDouble();
    const double stop = changed->stop.value_or(m_row.stop).toDouble();
    const QString currency = m_instrument.currency.toString();
    const QString value = m_format.number(quantity * entry, 2) + u' ' + currency;
    m_ui->summary->setText(stop == 0
                               ? tr("Value %1, no stop").arg(value)
                               : tr("Value %1, risk %2").arg(value, m_format.number(quantity * std::fabs(entry - stop), 2)
                                                                       + u' ' + currency));
}

} // namespace bellwether
