#include "ui/shell/keysdialog.h"

#include "ui/charts/chartkeys.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

enum Role { ActionRole = Qt::UserRole, ScopeRole };

QTreeWidgetItem *addGroup(QTreeWidget *tree, const QString &title)
{
    auto *group = new QTreeWidgetItem(tree, {title});
    QFont bold = tree->font();
    bold.setWeight(QFont::DemiBold);
    group->setFont(0, bold);
    group->setFlags(Qt::ItemIsEnabled);
    return group;
}

} // namespace

KeysDialog::KeysDialog(KeyMap keys, QWidget *parent)
    : QDialog(parent), m_keys(std::move(keys)), m_tree(new QTreeWidget(this)), m_chosen(new QLabel(this)),
      m_key(new QKeySequenceEdit(this)), m_set(new QPushButton(tr("Set"), this)),
      m_none(new QPushButton(tr("No key"), this)), m_reset(new QPushButton(tr("Reset"), this)),
      m_problem(new QLabel(this))
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(520, 680);
    auto *words = new QLineEdit(this);
    words->setObjectName(u"keysFilter"_s);
    words->setPlaceholderText(tr("Filter commands and keys"));
    words->setAccessibleName(words->placeholderText());
    words->setClearButtonEnabled(true);
    m_tree->setObjectName(u"keysTree"_s);
    m_tree->setAccessibleName(tr("Keys"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Command"), tr("Key")});
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_key->setObjectName(u"keyEdit"_s);
    m_key->setAccessibleName(tr("New key"));
    m_set->setObjectName(u"keySet"_s);
    m_none->setObjectName(u"keyNone"_s);
    m_reset->setObjectName(u"keyReset"_s);
    m_problem->setObjectName(u"keyProblem"_s);
    m_problem->setProperty("tone", u"warning"_s);
    m_problem->setWordWrap(true);
    auto *all = new QPushButton(tr("Reset all"), this);
    all->setObjectName(u"keyResetAll"_s);
    for (QPushButton *button : {m_set, m_none, m_reset, all})
        button->setAutoDefault(false);

    auto *editor = new QHBoxLayout;
    editor->addWidget(m_key, 1);
    for (QPushButton *button : {m_set, m_none, m_reset, all})
        editor->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(words);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_chosen);
    layout->addLayout(editor);
    layout->addWidget(m_problem);
    fill();
    chooseCurrent();
    connect(words, &QLineEdit::textChanged, this, &KeysDialog::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] { chooseCurrent(); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] {
        if (current())
            m_key->setFocus();
    });
    connect(m_set, &QPushButton::clicked, this, [this] { change(m_key->keySequence()); });
    connect(m_none, &QPushButton::clicked, this, [this] { change({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_keys.reset(*current());
        publish();
    });
    connect(all, &QPushButton::clicked, this, [this] {
        m_keys.resetAll();
        publish();
    });
    words->setFocus();
}

void KeysDialog::fill()
{
    QTreeWidgetItem *group = nullptr;
    std::optional<ActionScope> scope;
    for (const ActionSpec &spec : allActions()) {
        if (scope != spec.scope) {
            scope = spec.scope;
            group = addGroup(m_tree, scopeText(spec.scope));
            group->setData(0, ScopeRole, int(spec.scope));
        }
        auto *item = new QTreeWidgetItem(group, {actionText(spec), m_keys.keyOf(spec.id).toString(QKeySequence::NativeText)});
        item->setData(0, ActionRole, int(spec.id));
    }
    fillChart();
    m_tree->expandAll();
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
}

void KeysDialog::fillChart()
{
    QTreeWidgetItem *group = addGroup(m_tree, tr("Chart (with the focus)"));
    for (const ChartKey &key : chartKeys())
        new QTreeWidgetItem(group, {chartKeyText(key), QKeySequence(key.key).toString(QKeySequence::NativeText)});
    for (const auto &[what, how] : {std::pair{tr("Zoom at the cursor"), tr("Wheel")},
                                    std::pair{tr("Scroll in time"), tr("Shift+Wheel, drag")},
                                    std::pair{tr("Scale prices"), tr("Alt+Wheel, drag the price axis")},
                                    std::pair{tr("Prices follow the bars again"), tr("Double click on the price axis")},
                                    std::pair{tr("Move prices"), tr("Ctrl+Drag")}})
        new QTreeWidgetItem(group, {what, how});
}

void KeysDialog::showScope(ActionScope scope)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        if (group->data(0, ScopeRole) != QVariant(int(scope)))
            continue;
        m_tree->scrollToItem(group, QAbstractItemView::PositionAtTop);
        m_tree->setCurrentItem(group->child(0));
        m_tree->setFocus();
    }
}

void KeysDialog::filter(const QString &words)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        bool isAnyShown = false;
        for (int row = 0; row < group->childCount(); ++row) {
            QTreeWidgetItem *item = group->child(row);
            const bool isShown = item->text(0).contains(words, Qt::CaseInsensitive)
                || item->text(1).contains(words, Qt::CaseInsensitive);
            item->setHidden(!isShown);
            isAnyShown = isAnyShown || isShown;
        }
        group->setHidden(!isAnyShown);
    }
}

std::optional<ActionId> KeysDialog::current() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    const QVariant id = item ? item->data(0, ActionRole) : QVariant();
    return id.isValid() ? std::optional(ActionId(id.toInt())) : std::nullopt;
}

void KeysDialog::chooseCurrent()
{
    const auto id = current();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_key, m_set, m_none})
        widget->setEnabled(id.has_value());
    m_reset->setEnabled(id && m_keys.isChanged(*id));
    m_chosen->setText(id ? tr("New key for “%1”:").arg(m_tree->currentItem()->text(0))
                         : tr("Choose a command to change its key."));
    m_key->setKeySequence(id ? m_keys.keyOf(*id) : QKeySequence());
    m_problem->clear();
}

void KeysDialog::change(const QKeySequence &key)
{
    // A key is one press; of a longer sequence the first one counts.
    const QKeySequence single = key.isEmpty() ? key : QKeySequence(key[0]);
    if (auto done = m_keys.set(*current(), single); !done) {
        m_problem->setText(done.error().detail);
        return;
    }
    publish();
}

void KeysDialog::publish()
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if (const QVariant id = (*it)->data(0, ActionRole); id.isValid())
            (*it)->setText(1, m_keys.keyOf(ActionId(id.toInt())).toString(QKeySequence::NativeText));
    }
    chooseCurrent();
    Q_EMIT keysChanged(m_keys);
}

} // namespace bellwether
