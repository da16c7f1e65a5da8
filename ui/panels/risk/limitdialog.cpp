#include "ui/panels/risk/limitdialog.h"

#include "ui/models/settingtexts.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tone.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

LimitDialog::LimitDialog(QWidget *parent, const LimitTableModel &model, const LimitRow &row, std::function<void(double, bool)> change)
    : QDialog(parent), m_model(model), m_row(row), m_change(std::move(change)), m_edit(new QLineEdit(this)), m_verdict(new QLabel(this)),
      m_save(new QPushButton(this))
{
    const QString name = LimitTableModel::nameOf(row);
    setObjectName(u"limitDialog"_s);
    setWindowTitle(tr("Limit: %1").arg(name));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(420);
    auto *heading = new QLabel(name, this);
    heading->setProperty("kind", u"heading"_s);
    auto *help = new QLabel(settingText(row.help), this);
    help->setWordWrap(true);
    help->setProperty("tone", u"muted"_s);
    m_edit->setObjectName(u"limitValue"_s);
    m_edit->setText(m_model.editText(row, row.limit));
    m_edit->setAlignment(Qt::AlignRight);
    auto *presets = new QHBoxLayout;
    for (const auto &[text, value, id] : {std::tuple{tr("Conservative"), row.conservative, u"limitConservative"_s},
                                          std::tuple{tr("Active"), row.active, u"limitActive"_s}}) {
        auto *preset = new QPushButton(u"%1: %2"_s.arg(text, m_model.valueText(row, value)), this);
        preset->setObjectName(id);
        preset->setAutoDefault(false);
        connect(preset, &QPushButton::clicked, this, [this, value = value] { m_edit->setText(m_model.editText(m_row, value)); });
        presets->addWidget(preset);
    }
    auto *form = new QFormLayout;
    form->addRow(tr("Now"), new QLabel(m_model.valueText(row, row.limit), this));
    if (!std::isnan(row.used))
        form->addRow(tr("In use"), new QLabel(m_model.valueText(row, row.used), this));
    form->addRow(tr("Range"), new QLabel(tr("%1 to %2").arg(m_model.valueText(row, row.least), m_model.valueText(row, row.most)), this));
    const QString unit = m_model.unitText(row);
    const QString newText = unit.isEmpty() ? tr("&New") : tr("&New, in %1").arg(unit);
    m_edit->setAccessibleName(QString(newText).remove(u'&'));
    form->addRow(newText, m_edit);
    form->addRow(QString(), presets);
    m_verdict->setObjectName(u"limitVerdict"_s);
    m_verdict->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Leave it"), this);
    cancel->setAutoDefault(false);
    m_save->setObjectName(u"limitSave"_s);
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(help);
    layout->addLayout(form);
    layout->addWidget(m_verdict);
    layout->addLayout(buttons);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { showVerdict(); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    showVerdict();
    m_edit->setFocus();
    m_edit->selectAll();
}

LimitDialog *LimitDialog::ask(QWidget *parent, const LimitTableModel &model, const LimitRow &row, std::function<void(double, bool)> change)
{
    auto *dialog = new LimitDialog(parent, model, row, std::move(change));
    dialog->show();
    return dialog;
}

Result<double> LimitDialog::value() const
{
    const auto value = m_model.valueOf(m_row, m_edit->text());
    if (!value)
        return value;
    if (!(*value >= m_row.least && *value <= m_row.most))
        return failure(ErrorCode::OutOfRange, tr("Outside %1 to %2.").arg(m_model.valueText(m_row, m_row.least), m_model.valueText(m_row, m_row.most)));
    if (m_row.isWhole && *value != std::floor(*value))
        return failure(ErrorCode::OutOfRange, tr("Only whole numbers."));
    return value;
}

void LimitDialog::showVerdict()
{
    const auto wanted = value();
    const bool isChange = wanted && *wanted != m_row.limit;
    m_save->setEnabled(isChange);
    if (!isChange) {
        m_verdict->setText(wanted ? tr("Nothing is changed yet.") : wanted.error().detail);
        setStyleProperty(m_verdict, "tone", wanted ? u"muted"_s : u"warning"_s);
        m_save->setText(tr("Change"));
        return;
    }
    const bool isLooser = m_row.isLooser(*wanted);
    const bool isExceeded = !std::isnan(m_row.used) && m_row.looserWhen == LooserWhen::Higher && m_row.used >= *wanted;
    m_verdict->setText(isLooser ? tr("Looser: more risk may pass. It is asked about once more.")
                                : isExceeded ? tr("Tighter, and already used up: what adds to it is refused at once. What is open stays.")
                                             : tr("Takes effect at the gate at once."));
    setStyleProperty(m_verdict, "tone", isLooser || isExceeded ? u"warning"_s : u"muted"_s);
    m_save->setText(isLooser ? tr("Loosen to %1…").arg(m_model.valueText(m_row, *wanted)) : tr("Set to %1").arg(m_model.valueText(m_row, *wanted)));
    setStyleProperty(m_save, "kind", isLooser ? u"danger"_s : QString());
}

void LimitDialog::save()
{
    const auto wanted = value();
    if (!wanted || *wanted == m_row.limit)
        return;
    if (!m_row.isLooser(*wanted)) {
        m_change(*wanted, false);
        accept();
        return;
    }
    const QString name = LimitTableModel::nameOf(m_row);
    ConfirmDialog::ask(parentWidget(),
                       {.title = tr("Loosen a limit"),
                        .text = tr("%1: %2 → %3. More risk may pass from now on. The change is written into the journal.")
                                    .arg(name, m_model.valueText(m_row, m_row.limit), m_model.valueText(m_row, *wanted)),
                        .deed = tr("Loosen to %1").arg(m_model.valueText(m_row, *wanted))},
                       [change = m_change, wanted = *wanted](bool, const QString &) { change(wanted, true); });
    accept();
}

} // namespace bellwether
