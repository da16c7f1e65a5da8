#include "ui/panels/backtest/setup/formsection.h"

#include "core/domain/decimal.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// Turns only while it has the focus: a wheel over a form scrolls the form.
class FormChoice final : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

std::optional<QString> shareOfPercent(const QString &text)
{
    const auto raw = parseDecimal(QStringView(text.trimmed()));
    if (!raw || *raw % 100 != 0)
        return {};
    return formatDecimal(*raw / 100);
}

QString percentOfShare(const QString &text)
{
    const auto raw = parseDecimal(QStringView(text));
    return raw ? formatDecimal(*raw * 100) : QString();
}

void chooseValue(QComboBox *box, const QString &value)
{
    if (const int index = box->findData(value); index >= 0)
        box->setCurrentIndex(index);
}

FormSection::FormSection(const QString &name, const QString &title, QWidget *parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_content(new QWidget(this)), m_layout(new QFormLayout(m_content))
{
    setObjectName(u"section_"_s + name);
    m_heading->setObjectName(u"fold_"_s + name);
    m_heading->setProperty("kind", u"fold"_s);
    m_heading->setText(title);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_heading->setToolTip(tr("Fold this part away, or open it"));
    m_layout->setContentsMargins(0, 2, 0, 8);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(4);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_content);
    connect(m_heading, &QToolButton::toggled, this, [this](bool isOpen) { setFolded(!isOpen); });
    setFolded(false);
}

bool FormSection::isFolded() const { return !m_heading->isChecked(); }

void FormSection::setFolded(bool isFolded)
{
    m_heading->setChecked(!isFolded);
    m_heading->setArrowType(isFolded ? Qt::RightArrow : Qt::DownArrow);
    m_content->setVisible(!isFolded);
}

void FormSection::adopt(const QString &name, const QString &label, FormField *field, const QString &help)
{
    QWidget *editor = field->editor();
    editor->setObjectName(u"field_"_s + name);
    editor->setAccessibleName(label);
    editor->setToolTip(help);
    auto *caption = new QLabel(label, m_content);
    caption->setProperty("tone", u"muted"_s);
    caption->setMinimumWidth(labelWidth);
    caption->setToolTip(help);
    caption->setBuddy(editor);
    m_layout->addRow(caption, field);
    m_fields.insert(name, field);
    m_order.push_back(field);
}

FormField *FormSection::addField(const QString &name, const QString &label, QWidget *editor, const QString &help)
{
    auto *field = new FormField(editor, m_content);
    adopt(name, label, field, help);
    return field;
}

QComboBox *FormSection::makeChoice(const QString &name, std::initializer_list<std::pair<QString, QString>> choices)
{
    auto *box = new FormChoice(m_content);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setFocusPolicy(Qt::StrongFocus);
    connect(box, &QComboBox::activated, this, [this, name] {
        if (FormField *field = m_fields.value(name))
            field->setTrouble({});
        Q_EMIT changed();
    });
    return box;
}

QLineEdit *FormSection::addLine(const QString &name, const QString &label, const QString &placeholder, const QString &help)
{
    auto *line = new QLineEdit(m_content);
    line->setPlaceholderText(placeholder);
    FormField *field = addField(name, label, line, help);
    connect(line, &QLineEdit::textEdited, this, [this, field] {
        field->setTrouble({});
        Q_EMIT changed();
    });
    return line;
}

QComboBox *FormSection::addChoice(const QString &name, const QString &label,
                                  std::initializer_list<std::pair<QString, QString>> choices, const QString &help)
{
    QComboBox *box = makeChoice(name, choices);
    addField(name, label, box, help);
    return box;
}

std::pair<QComboBox *, QLineEdit *> FormSection::addKindAndLine(const QString &name, const QString &label,
                                                                std::initializer_list<std::pair<QString, QString>> kinds, const QString &help)
{
    QComboBox *box = makeChoice(name, kinds);
    box->setObjectName(u"kind_"_s + name);
    box->setAccessibleName(label);
    box->setToolTip(help);
    auto *line = new QLineEdit(m_content);
    auto *field = new FormField(box, line, m_content);
    adopt(name, label, field, help);
    connect(line, &QLineEdit::textEdited, this, [this, field] {
        field->setTrouble({});
        Q_EMIT changed();
    });
    return {box, line};
}

void FormSection::addRow(QWidget *widget) { m_layout->addRow(widget); }

void FormSection::setRowShown(QWidget *editor, bool isShown) { m_layout->setRowVisible(editor->parentWidget(), isShown); }

void FormSection::markUnless(bool isRight, const QString &name, const QString &what)
{
    if (!isRight)
        m_fields[name]->setTrouble(what);
}

void FormSection::markAmount(const QString &name, const QLineEdit *line, bool isZeroRight)
{
    const QString text = line->text().trimmed();
    const auto raw = parseDecimal(QStringView(text));
    const bool isRight = raw && (*raw > 0 || (isZeroRight && *raw == 0));
    markUnless(isRight || text.isEmpty() || line->parentWidget()->isHidden() || !line->isEnabled(), name,
               isZeroRight ? tr("A number of at least 0.") : tr("A number above 0."));
}

void FormSection::markPercent(const QString &name, const QLineEdit *line)
{
    const QString text = line->text().trimmed();
    const auto share = shareOfPercent(text);
    markUnless((share && !share->startsWith(u'-')) || text.isEmpty() || line->parentWidget()->isHidden(), name,
               tr("A percentage such as 0.1."));
}

} // namespace bellwether
