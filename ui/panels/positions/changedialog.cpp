#include "ui/panels/positions/changedialog.h"

#include "ui_changedialog.h"

using namespace Qt::StringLiterals;

namespace bellwether {

ChangeDialog::ChangeDialog(QWidget *parent, Question question)
    : QDialog(parent), m_question(std::move(question)), m_ui(std::make_unique<Ui::ChangeDialog>())
{
    m_ui->setupUi(this);
    setObjectName(u"change"_s);
    setWindowTitle(m_question.title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(340);
    m_ui->heading->setProperty("kind", u"heading"_s);
    m_ui->heading->setText(m_question.title);
    m_ui->summary->setProperty("tone", u"muted"_s);
    m_ui->problem->setProperty("tone", u"warning"_s);
    m_ui->save->setText(m_question.deed);
    for (const auto &[edit, label, field] : {std::tuple{m_ui->first, m_ui->firstLabel, &m_question.first},
                                             std::tuple{m_ui->second, m_ui->secondLabel, &m_question.second}}) {
        label->setText(field->label);
        edit->setAccessibleName(QString(field->label).remove(u'&'));
        edit->setUp(field->step, field->canBeEmpty ? 0 : field->step, field->decimals, field->canBeEmpty);
        edit->setPlaceholderText(field->canBeEmpty ? tr("none") : QString());
        edit->setValue(field->value);
        edit->setEnabled(field->isEnabled);
        connect(edit, &QLineEdit::textChanged, this, [this] { showVerdict(); });
    }
    connect(m_ui->save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    showVerdict();
    m_ui->first->setFocus();
    m_ui->first->selectAll();
}

ChangeDialog::~ChangeDialog() = default;

Result<QString> ChangeDialog::verdict() const
{
    const auto first = m_ui->first->isEnabled() ? m_ui->first->value() : m_question.first.value;
    if (!first)
        return failure(first.error());
    const auto second = m_ui->second->isEnabled() ? m_ui->second->value() : m_question.second.value;
    if (!second)
        return failure(second.error());
    return m_question.judge(*first, *second);
}

void ChangeDialog::showVerdict()
{
    const auto judged = verdict();
    m_ui->save->setEnabled(judged.has_value());
    m_ui->problem->setText(judged ? QString() : judged.error().detail);
    if (judged)
        m_ui->summary->setText(*judged);
}

ChangeDialog *ChangeDialog::ask(QWidget *parent, Question question, std::function<void(std::int64_t, std::int64_t)> done)
{
    auto *dialog = new ChangeDialog(parent, std::move(question));
    connect(dialog, &QDialog::accepted, dialog, [dialog, done = std::move(done)] {
        const auto first = dialog->m_ui->first->value();
        const auto second = dialog->m_ui->second->value();
        done(first.value_or(dialog->m_question.first.value), second.value_or(dialog->m_question.second.value));
    });
    dialog->show();
    return dialog;
}

} // namespace bellwether
