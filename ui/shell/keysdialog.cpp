#include "ui/shell/keysdialog.h"

#include "ui/charts/chartkeys.h"
#include "ui/shell/actions.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(460, 620);
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(tr("Keys"));
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("Command"), tr("Key")});
    tree->setRootIsDecorated(false);
    tree->setFrameShape(QFrame::NoFrame);
    QTreeWidgetItem *group = nullptr;
    std::optional<ActionScope> scope;
    const auto startGroup = [&](const QString &title) {
        group = new QTreeWidgetItem(tree, {title});
        QFont bold = tree->font();
        bold.setWeight(QFont::DemiBold);
        group->setFont(0, bold);
        group->setExpanded(true);
    };
    for (const ActionSpec &spec : allActions()) {
        if (scope != spec.scope) {
            scope = spec.scope;
            startGroup(scopeText(spec.scope));
        }
        if (spec.shortcut[0] != '\0') {
            const QKeySequence keys(QString::fromLatin1(spec.shortcut));
            new QTreeWidgetItem(group, {actionText(spec), keys.toString(QKeySequence::NativeText)});
        }
    }
    startGroup(tr("Chart (with the focus)"));
    for (const ChartKey &key : chartKeys())
        new QTreeWidgetItem(group, {chartKeyText(key), QKeySequence(key.key).toString(QKeySequence::NativeText)});
    for (const auto &[what, how] : {std::pair{tr("Zoom at the cursor"), tr("Wheel")},
                                    std::pair{tr("Scroll in time"), tr("Shift+Wheel, drag")},
                                    std::pair{tr("Scale prices"), tr("Alt+Wheel, drag the price axis")},
                                    std::pair{tr("Prices follow the bars again"), tr("Double click on the price axis")},
                                    std::pair{tr("Move prices"), tr("Ctrl+Drag")}})
        new QTreeWidgetItem(group, {what, how});
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tree);
}

} // namespace bellwether
