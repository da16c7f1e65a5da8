#include "ui/panels/backtest/setup/formfield.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

FormField::FormField(QWidget *editor, QWidget *parent) : FormField(nullptr, editor, parent) {}

FormField::FormField(QWidget *before, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_text(new QLabel(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    if (before)
        row->addWidget(before, 3);
    row->addWidget(editor, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addLayout(row);
    layout->addWidget(m_text);
    m_text->setProperty("tone", u"loss"_s);
    m_text->setWordWrap(true);
    m_text->hide();
    setFocusProxy(editor);
}

void FormField::setTrouble(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    if (m_hasTrouble == !text.isEmpty())
        return;
    m_hasTrouble = !text.isEmpty();
    m_editor->setProperty("tone", m_hasTrouble ? QVariant(u"loss"_s) : QVariant());
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

QString FormField::trouble() const { return m_hasTrouble ? m_text->text() : QString(); }

} // namespace bellwether
