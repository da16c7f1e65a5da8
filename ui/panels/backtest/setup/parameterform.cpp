#include "ui/panels/backtest/setup/parameterform.h"

#include "ui/models/declaredtexts.h"
#include "ui/panels/backtest/setup/formsection.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// Steps only while it has the focus: a wheel over a form scrolls the form.
class ParameterSpin final : public QDoubleSpinBox {
public:
    explicit ParameterSpin(const LabParameter &parameter, QWidget *parent) : QDoubleSpinBox(parent)
    {
        const bool isReal = parameter.type == LabParameter::Type::Real;
        setDecimals(isReal ? std::clamp(int(std::ceil(-std::log10(parameter.step))) + 1, 1, 6) : 0);
        setRange(parameter.least, parameter.most);
        setSingleStep(parameter.step);
        setLocale(QLocale::c());
        setGroupSeparatorShown(false);
        setAlignment(Qt::AlignRight);
        setFocusPolicy(Qt::StrongFocus);
        setButtonSymbols(NoButtons);
    }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QDoubleSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

QString titleOf(const QString &name) { return QString(name).replace(u'_', u' '); }

} // namespace

ParameterForm::ParameterForm(const QString &prefix, QWidget *parent)
    : QWidget(parent), m_prefix(prefix), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(4);
}

QWidget *ParameterForm::makeEditor(const LabParameter &parameter)
{
    if (parameter.type == LabParameter::Type::Switch) {
        auto *box = new QCheckBox(this);
        box->setChecked(parameter.fallback != 0);
        connect(box, &QCheckBox::toggled, this, &ParameterForm::changed);
        return box;
    }
    auto *spin = new ParameterSpin(parameter, this);
    spin->setValue(parameter.fallback);
    connect(spin, &QDoubleSpinBox::valueChanged, this, &ParameterForm::changed);
    return spin;
}

void ParameterForm::setStrategy(const LabStrategy &strategy)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
    m_parameters = strategy.parameters;
    for (const LabParameter &parameter : m_parameters) {
        QWidget *editor = makeEditor(parameter);
        editor->setObjectName(u"param_"_s + m_prefix + parameter.name);
        editor->setAccessibleName(titleOf(parameter.name));
        const QString help = parameter.type == LabParameter::Type::Switch
            ? declaredText(parameter.help)
            : tr("%1 (%2 to %3)").arg(declaredText(parameter.help)).arg(parameter.least).arg(parameter.most);
        editor->setToolTip(help);
        auto *field = new FormField(editor, this);
        auto *label = new QLabel(titleOf(parameter.name), this);
        label->setProperty("tone", u"muted"_s);
        label->setToolTip(help);
        label->setBuddy(editor);
        label->setMinimumWidth(FormSection::labelWidth);
        m_layout->addRow(label, field);
        m_fields.insert(parameter.name, field);
    }
}

QStringList ParameterForm::values() const
{
    QStringList values;
    for (const LabParameter &parameter : m_parameters) {
        QWidget *editor = m_fields.value(parameter.name)->editor();
        double value = 0;
        if (const auto *spin = qobject_cast<QDoubleSpinBox *>(editor))
            value = spin->value();
        else if (const auto *box = qobject_cast<QCheckBox *>(editor))
            value = box->isChecked() ? 1 : 0;
        values.append(parameter.name + u'=' + QString::number(value, 'g', 12));
    }
    return values;
}

void ParameterForm::setValues(const QStringList &values)
{
    for (const QString &assignment : values) {
        FormField *field = m_fields.value(assignment.section(u'=', 0, 0));
        const double value = assignment.section(u'=', 1).toDouble();
        if (!field)
            continue;
        if (auto *spin = qobject_cast<QDoubleSpinBox *>(field->editor()))
            spin->setValue(value);
        else if (auto *box = qobject_cast<QCheckBox *>(field->editor()))
            box->setChecked(value != 0);
    }
}

std::vector<FormField *> ParameterForm::fields() const
{
    std::vector<FormField *> fields;
    for (const LabParameter &parameter : m_parameters)
        fields.push_back(m_fields.value(parameter.name));
    return fields;
}

void ParameterForm::clearTroubles()
{
    for (FormField *field : m_fields)
        field->setTrouble({});
}

} // namespace bellwether
