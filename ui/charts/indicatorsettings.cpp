#include "ui/charts/indicatorsettings.h"

#include "ui/charts/pricechart.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString textOf(std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); }

} // namespace

IndicatorSettings::IndicatorSettings(PriceChart &chart, const QString &title)
    : QFrame(&chart, Qt::Popup), m_chart(chart), m_title(title), m_heading(new QLabel(title, this)),
      m_problem(new QLabel(this))
{
    setObjectName(u"indicatorSettings"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    if (const auto spec = parseIndicatorSpec(title))
        m_spec = *spec;
    auto *form = new QFormLayout(this);
    m_heading->setProperty("kind", u"heading"_s);
    form->addRow(m_heading);
    if (!m_spec.info)
        return;
    auto *help = new QLabel(textOf(m_spec.info->help), this);
    help->setProperty("tone", u"muted"_s);
    help->setWordWrap(true);
    form->addRow(help);
    for (std::size_t i = 0; i < m_spec.info->arguments.size(); ++i) {
        const IndicatorArgument &argument = m_spec.info->arguments[i];
        auto *field = new QDoubleSpinBox(this);
        field->setObjectName(u"argument_"_s + textOf(argument.name));
        field->setAccessibleName(textOf(argument.name));
        field->setDecimals(argument.isInteger ? 0 : 2);
        field->setSingleStep(argument.isInteger ? 1 : 0.1);
        field->setRange(argument.min, argument.max);
        field->setValue(m_spec.values[i]);
        form->addRow(textOf(argument.name), field);
        connect(field, &QDoubleSpinBox::valueChanged, this, [this] { apply(); });
        m_fields.push_back(field);
    }
    if (m_fields.empty())
        form->addRow(new QLabel(tr("This indicator has no numbers to set."), this));
    m_problem->setProperty("tone", u"loss"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    form->addRow(m_problem);
}

void IndicatorSettings::apply()
{
    IndicatorSpec wanted = m_spec;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        wanted.values[i] = m_fields[i]->value();
    const QString title = toString(wanted);
    if (title == m_title)
        return;
    const auto replaced = m_chart.replaceIndicator(m_title, title);
    m_problem->setVisible(!replaced.has_value());
    if (!replaced) {
        m_problem->setText(replaced.error().detail);
        return;
    }
    m_title = title;
    m_heading->setText(title);
}

void IndicatorSettings::popup(QPoint globalPos)
{
    setMinimumWidth(240);
    adjustSize();
    move(globalPos);
    show();
    if (!m_fields.empty())
        m_fields.front()->setFocus();
}

} // namespace bellwether
