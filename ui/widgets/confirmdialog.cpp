#include "ui/widgets/confirmdialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

ConfirmDialog::ConfirmDialog(QWidget *parent, const Question &question) : QDialog(parent)
{
    setObjectName(u"confirm"_s);
    setWindowTitle(question.title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    auto *title = new QLabel(question.title, this);
    title->setProperty("kind", u"heading"_s);
    layout->addWidget(title);
    auto *text = new QLabel(question.text, this);
    text->setObjectName(u"confirmText"_s);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    layout->addWidget(text);
    if (!question.option.isEmpty()) {
        m_option = new QCheckBox(question.option, this);
        m_option->setObjectName(u"confirmOption"_s);
        m_option->setChecked(question.isOptionOn);
        layout->addWidget(m_option);
    }
    auto *deed = new QPushButton(question.deed, this);
    if (!question.noteLabel.isEmpty()) {
        m_note = new QLineEdit(this);
        m_note->setObjectName(u"confirmNote"_s);
        m_note->setPlaceholderText(question.noteLabel);
        m_note->setAccessibleName(question.noteLabel);
        layout->addWidget(m_note);
        deed->setEnabled(false);
        connect(m_note, &QLineEdit::textChanged, deed,
                [deed](const QString &note) { deed->setEnabled(!note.trimmed().isEmpty()); });
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Do nothing"), this);
    cancel->setObjectName(u"confirmCancel"_s);
    deed->setObjectName(u"confirmDeed"_s);
    deed->setProperty("kind", question.isHarmless ? u"approve"_s : u"danger"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(deed);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(deed, &QPushButton::clicked, this, &QDialog::accept);
    // Enter does what has the focus, and after a note what it was written for.
    if (m_note) {
        deed->setDefault(true);
        m_note->setFocus();
    } else {
        cancel->setFocus();
    }
}

ConfirmDialog *ConfirmDialog::ask(QWidget *parent, const Question &question,
                                  std::function<void(bool, const QString &)> done)
{
    // The same question asked twice is one question.
    for (auto *open : parent->window()->findChildren<ConfirmDialog *>()) {
        if (open->isVisible() && open->windowTitle() == question.title) {
            open->raise();
            open->activateWindow();
            return open;
        }
    }
    auto *dialog = new ConfirmDialog(parent, question);
    connect(dialog, &QDialog::accepted, dialog, [dialog, done = std::move(done)] {
        done(dialog->m_option && dialog->m_option->isChecked(), dialog->m_note ? dialog->m_note->text().trimmed() : QString());
    });
    dialog->show();
    return dialog;
}

} // namespace bellwether
