#include "ui/panels/backtest/rangeform.h"

#include "core/lab/labsearch.h"
#include "ui/models/declaredtexts.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int chosenFirst = 2; ///< parameters that are searched before the user says anything

QString numberText(double value) { return QString::number(value, 'g', 12); }

} // namespace

RangeForm::RangeForm(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(0, 1);
}

QDoubleSpinBox *RangeForm::makeSpin(const LabParameter &parameter, const QString &part, double value)
{
    const bool isReal = parameter.type == LabParameter::Type::Real;
    auto *spin = new QDoubleSpinBox(this);
    spin->setLocale(QLocale::c());
    spin->setDecimals(isReal ? std::clamp(int(std::ceil(-std::log10(parameter.step))) + 1, 1, 6) : 0);
    spin->setRange(part == u"step" ? (isReal ? parameter.step / 10 : 1) : parameter.least, parameter.most);
    spin->setSingleStep(parameter.step);
    spin->setValue(value);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    spin->setAlignment(Qt::AlignRight);
    spin->setMinimumWidth(64);
    spin->setObjectName(u"range_%1_%2"_s.arg(parameter.name, part));
    spin->setAccessibleName(u"%1 %2"_s.arg(parameter.name, part));
    spin->setToolTip(tr("%1 (%2 to %3)").arg(declaredText(parameter.help)).arg(parameter.least).arg(parameter.most));
    connect(spin, &QDoubleSpinBox::valueChanged, this, &RangeForm::changed);
    return spin;
}

void RangeForm::addRow(const LabParameter &parameter, bool isChosen)
{
    auto *box = new QCheckBox(QString(parameter.name).replace(u'_', u' '), this);
    box->setObjectName(u"range_"_s + parameter.name);
    box->setToolTip(declaredText(parameter.help));
    box->setChecked(isChosen);
    const bool isSwitch = parameter.type == LabParameter::Type::Switch;
    // Half to twice the default is where people look first.
    const double step = isSwitch ? 1 : std::max(parameter.step, std::round(parameter.fallback / 8 / parameter.step) * parameter.step);
    const double start = isSwitch ? 0 : std::max(parameter.least, std::round(parameter.fallback / 2 / parameter.step) * parameter.step);
    const double end = isSwitch ? 1 : std::min(parameter.most, std::max(start + step, parameter.fallback * 2));
    const Row row{parameter.name, box, makeSpin(parameter, u"start"_s, start), makeSpin(parameter, u"end"_s, end),
                  makeSpin(parameter, u"step"_s, step)};
    const int line = int(m_rows.size()) + 1;
    m_grid->addWidget(row.box, line, 0);
    m_grid->addWidget(row.start, line, 1);
    m_grid->addWidget(row.end, line, 2);
    m_grid->addWidget(row.step, line, 3);
    const auto enable = [row](bool isOn) {
        for (QDoubleSpinBox *spin : {row.start, row.end, row.step})
            spin->setEnabled(isOn);
    };
    enable(isChosen);
    connect(box, &QCheckBox::toggled, this, [this, enable](bool isOn) {
        enable(isOn);
        Q_EMIT changed();
    });
    m_rows.push_back(row);
}

void RangeForm::setStrategy(const LabStrategy &strategy)
{
    if (strategy.id == m_strategy)
        return;
    m_strategy = strategy.id;
    m_rows.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList titles{tr("Parameter"), tr("Start"), tr("End"), tr("Step")};
    for (int column = 0; column < 4; ++column) {
        auto *title = new QLabel(titles[column], this);
        title->setProperty("kind", u"caption"_s);
        title->setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        m_grid->addWidget(title, 0, column);
    }
    for (const LabParameter &parameter : strategy.parameters)
        addRow(parameter, int(m_rows.size()) < chosenFirst);
    Q_EMIT changed();
}

QStringList RangeForm::ranges() const
{
    QStringList ranges;
    for (const Row &row : m_rows) {
        if (row.box->isChecked())
            ranges.append(u"%1=%2:%3:%4"_s.arg(row.name, numberText(row.start->value()), numberText(row.end->value()), numberText(row.step->value())));
    }
    return ranges;
}

double RangeForm::combinations() const { return combinationsOf(ranges()); }

} // namespace bellwether
