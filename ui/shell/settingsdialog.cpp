#include "ui/shell/settingsdialog.h"

#include "ui/models/settingtexts.h"
#include "ui/widgets/savepath.h"
#include "ui/widgets/tone.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString sectionOf(QStringView key) { return key.left(key.indexOf(u'.')).toString(); }

QString sectionText(const QString &section)
{
    if (section == u"ui"_s)
        return SettingsDialog::tr("Window");
    if (section == u"risk"_s)
        return SettingsDialog::tr("Risk (from the next start)");
    if (section == u"strategies"_s)
        return SettingsDialog::tr("Strategies (from the next start)");
    if (section == u"trade"_s)
        return SettingsDialog::tr("Trading (from the next start)");
    if (section == u"market"_s)
        return SettingsDialog::tr("Market (from the next start)");
    if (section == u"storage"_s)
        return SettingsDialog::tr("Backups (from the next start)");
    if (section == u"accounts"_s)
        return SettingsDialog::tr("Accounts (from the next start)");
    if (section == u"live"_s)
        return SettingsDialog::tr("Live trading (from the next start)");
    return section;
}

QString rangeText(const SettingSpec &spec)
{
    switch (spec.type) {
    case SettingSpec::Type::Switch: return {};
    case SettingSpec::Type::Text: return spec.choices.join(u", "_s);
    case SettingSpec::Type::Whole:
    case SettingSpec::Type::Real: break;
    }
    return SettingsDialog::tr("%1 to %2").arg(spec.min, 0, 'g', 12).arg(spec.max, 0, 'g', 12);
}

} // namespace

SettingsDialog::SettingsDialog(std::vector<SettingSpec> specs, QMap<QString, QString> values,
                               std::function<Result<void>(const QMap<QString, QString> &)> save, QWidget *parent)
    : QDialog(parent), m_values(std::move(values)), m_save(std::move(save)), m_problem(new QLabel(this)),
      m_saveButton(new QPushButton(tr("Save"), this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 640);
    auto *words = new QLineEdit(this);
    words->setObjectName(u"settingsSearch"_s);
    words->setPlaceholderText(tr("Search the settings"));
    words->setAccessibleName(words->placeholderText());
    words->setClearButtonEnabled(true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(6);
    QWidget *group = nullptr;
    QString section;
    QStringList sections; // in the order they come; what belongs together stands together
    for (const SettingSpec &spec : specs) {
        if (!sections.contains(sectionOf(spec.key)))
            sections.append(sectionOf(spec.key));
    }
    std::stable_sort(specs.begin(), specs.end(), [&](const SettingSpec &a, const SettingSpec &b) {
        return sections.indexOf(sectionOf(a.key)) < sections.indexOf(sectionOf(b.key));
    });
    m_rows.reserve(specs.size()); // rows are referred to while they are made
    for (SettingSpec &spec : specs) {
        if (const QString name = sectionOf(spec.key); name != section) {
            section = name;
            auto *heading = new QLabel(sectionText(name), page);
            heading->setProperty("kind", u"heading"_s);
            column->addWidget(heading);
            group = heading;
        }
        addRow(column, std::move(spec), group);
    }
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    m_problem->setObjectName(u"settingsProblem"_s);
    m_problem->setProperty("tone", u"warning"_s);
    m_problem->setWordWrap(true);
    m_saveButton->setObjectName(u"settingsSave"_s);
    m_saveButton->setProperty("kind", u"approve"_s);
    auto *import = new QPushButton(tr("Import…"), this);
    auto *exporting = new QPushButton(tr("Export…"), this);
    auto *all = new QPushButton(tr("Reset all"), this);
    all->setObjectName(u"settingsResetAll"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {import, exporting, all})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_saveButton);
    exporting->setObjectName(u"settingsExport"_s);
    for (QPushButton *button : {import, exporting, all, cancel, m_saveButton})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(words, &QLineEdit::textChanged, this, &SettingsDialog::filter);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_saveButton, &QPushButton::clicked, this, &SettingsDialog::accept);
    connect(all, &QPushButton::clicked, this, [this] {
        for (Row &row : m_rows)
            row.setValue(row.spec.fallback);
    });
    const auto told = [this](const Result<void> &done) { m_problem->setText(done ? QString() : done.error().detail); };
    connect(import, &QPushButton::clicked, this, [this, told] {
        askFile(QFileDialog::AcceptOpen, tr("Import settings"), [this, told](const QString &path) { told(importFile(path)); });
    });
    connect(exporting, &QPushButton::clicked, this, [this, told] {
        askFile(QFileDialog::AcceptSave, tr("Export settings"), [this, told](const QString &path) { told(exportFile(path)); });
    });
    check();
    words->setFocus();
}

// Beside the window, not before it: what takes risk away works all the while.
void SettingsDialog::askFile(QFileDialog::AcceptMode mode, const QString &title, std::function<void(const QString &)> then)
{
    QFileDialog *dialog = makeFileDialog(this, title, {}, tr("Settings (*.ini)"));
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setDefaultSuffix(u"ini"_s);
    if (mode == QFileDialog::AcceptSave)
        dialog->selectFile(u"bellwether-settings.ini"_s);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(then));
    dialog->show();
}

void SettingsDialog::addRow(QVBoxLayout *layout, SettingSpec spec, QWidget *group)
{
    m_rows.push_back({std::move(spec), new QWidget, group, {}, {}, nullptr, {}});
    Row &row = m_rows.back();
    const QString key = row.spec.key.toString();
    row.before = m_values.value(key, row.spec.fallback);
    auto *line = new QHBoxLayout(row.whole);
    line->setContentsMargins(8, 0, 0, 0);
    const QString words = settingText(row.spec.help);
    auto *help = new QLabel(words, row.whole);
    help->setWordWrap(true);
    help->setToolTip(key);
    auto *range = new QLabel(rangeText(row.spec), row.whole);
    range->setProperty("kind", u"caption"_s);
    QWidget *editor = addEditor(row);
    editor->setObjectName(key);
    editor->setAccessibleName(words);
    editor->setFixedWidth(190);
    row.reset = new QPushButton(tr("Reset"), row.whole);
    row.reset->setAutoDefault(false);
    row.reset->setAccessibleName(tr("Reset: %1").arg(words));
    row.reset->setToolTip(tr("Default: %1").arg(row.spec.fallback));
    line->addWidget(help, 3);
    line->addWidget(range, 1);
    line->addWidget(editor);
    line->addWidget(row.reset);
    layout->addWidget(row.whole);
    row.setValue(row.before);
    const std::size_t place = m_rows.size() - 1;
    connect(row.reset, &QPushButton::clicked, this, [this, place] { m_rows[place].setValue(m_rows[place].spec.fallback); });
}

QWidget *SettingsDialog::addEditor(Row &row)
{
    if (row.spec.type == SettingSpec::Type::Switch) {
        auto *box = new QCheckBox(row.whole);
        row.value = [box] { return box->isChecked() ? u"true"_s : u"false"_s; };
        row.setValue = [box](const QString &text) {
            box->setChecked(QStringList{u"true"_s, u"1"_s, u"yes"_s, u"on"_s}.contains(text.toLower()));
        };
        connect(box, &QCheckBox::toggled, this, [this] { check(); });
        return box;
    }
    if (!row.spec.choices.isEmpty()) {
        auto *box = new QComboBox(row.whole);
        box->addItems(row.spec.choices);
        row.value = [box] { return box->currentText(); };
        row.setValue = [box](const QString &text) {
            if (box->findText(text) < 0)
                box->addItem(text); // what the file says is shown, and refused by check()
            box->setCurrentText(text);
        };
        connect(box, &QComboBox::currentTextChanged, this, [this] { check(); });
        return box;
    }
    auto *line = new QLineEdit(row.whole);
    line->setAlignment(row.spec.type == SettingSpec::Type::Text ? Qt::AlignLeft : Qt::AlignRight);
    row.value = [line] { return line->text().trimmed(); };
    row.setValue = [line](const QString &text) { line->setText(text); };
    connect(line, &QLineEdit::textChanged, this, [this] { check(); });
    return line;
}

void SettingsDialog::filter(const QString &words)
{
    QMap<QWidget *, bool> groups;
    for (const Row &row : m_rows) {
        const bool isShown = settingText(row.spec.help).contains(words, Qt::CaseInsensitive) || row.spec.key.contains(words, Qt::CaseInsensitive);
        row.whole->setVisible(isShown);
        groups[row.group] = groups.value(row.group) || isShown;
    }
    for (auto group = groups.constBegin(); group != groups.constEnd(); ++group)
        group.key()->setVisible(group.value());
}

QMap<QString, QString> SettingsDialog::changes() const
{
    QMap<QString, QString> changed;
    for (const Row &row : m_rows) {
        if (row.value() != row.before)
            changed[row.spec.key.toString()] = row.value();
    }
    return changed;
}

void SettingsDialog::check()
{
    QString problem;
    for (const Row &row : m_rows) {
        if (!row.setValue || !row.reset)
            return; // still being made
        row.reset->setEnabled(row.value() != row.spec.fallback);
        const auto checked = row.spec.check(row.value());
        if (!checked && problem.isEmpty())
            problem = checked.error().detail;
    }
    m_problem->setText(problem);
    m_saveButton->setEnabled(problem.isEmpty() && !changes().isEmpty());
}

void SettingsDialog::accept()
{
    if (auto saved = m_save(changes()); !saved) {
        m_problem->setText(saved.error().detail);
        return;
    }
    QDialog::accept();
}

Result<void> SettingsDialog::importFile(const QString &path)
{
    const auto settings = Settings::load(path);
    if (!settings)
        return failure(settings.error());
    for (const Row &row : m_rows) {
        if (!settings->contains(row.spec.key))
            continue;
        if (auto checked = row.spec.check(settings->values().value(row.spec.key.toString())); !checked)
            return checked;
    }
    for (const Row &row : m_rows) {
        if (settings->contains(row.spec.key))
            row.setValue(settings->values().value(row.spec.key.toString()));
    }
    return {};
}

Result<void> SettingsDialog::exportFile(const QString &path) const
{
    QString text;
    QString section;
    for (const Row &row : m_rows) {
        if (const QString name = sectionOf(row.spec.key); name != section) {
            section = name;
            text += (text.isEmpty() ? u"["_s : u"\n["_s) + name + u"]\n"_s;
        }
        text += row.spec.key.mid(section.size() + 1).toString() + u" = "_s + row.value() + u'\n';
    }
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace bellwether
