#include "ui/panels/backtest/setup/symbolpicker.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int filteredFrom = 8; ///< choices; a shorter list needs no search

QString shortName(const QString &id) { return id.section(u':', -1); }

} // namespace

SymbolPicker::SymbolPicker(QWidget *parent)
    : QPushButton(parent), m_popup(new QFrame(this, Qt::Popup)), m_filter(new QLineEdit(m_popup)), m_list(new QListWidget(m_popup))
{
    setProperty("kind", u"choice"_s);
    setMinimumWidth(80);
    m_popup->setObjectName(u"symbolPopup"_s);
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_filter->setObjectName(u"symbolFilter"_s);
    m_filter->setPlaceholderText(tr("Find a symbol"));
    m_filter->setAccessibleName(tr("Find a symbol"));
    m_filter->installEventFilter(this);
    m_list->setObjectName(u"symbolList"_s);
    m_list->setAccessibleName(tr("Symbols"));
    m_list->setToolTip(tr("Return or a click takes one alone, Space or its box several on one account"));
    m_list->installEventFilter(this);
    auto *foot = new QHBoxLayout;
    for (const auto &[text, name, isOn] : {std::tuple{tr("All"), u"symbolsAll"_s, true}, {tr("None"), u"symbolsNone"_s, false}}) {
        auto *button = new QToolButton(m_popup);
        button->setObjectName(name);
        button->setText(text);
        connect(button, &QToolButton::clicked, this, [this, isOn = isOn] { checkAll(isOn); });
        foot->addWidget(button);
    }
    foot->addStretch(1);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(this, &QPushButton::clicked, this, &SymbolPicker::openList);
    connect(m_filter, &QLineEdit::textChanged, this, &SymbolPicker::filterList);
    connect(m_list, &QListWidget::itemChanged, this, [this] { takeChecks(); });
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        // A click on the box itself has changed it already.
        const QRect row = m_list->visualItemRect(item);
        if (m_list->viewport()->mapFromGlobal(QCursor::pos()).x() > row.left() + 24)
            takeAlone(item);
    });
    showChosen();
}

void SymbolPicker::setChoices(const QStringList &ids)
{
    m_choices = ids;
    setEnabled(!ids.isEmpty());
    const QStringList before = m_chosen;
    m_chosen.removeIf([&](const QString &id) { return !ids.contains(id); });
    if (m_chosen.isEmpty() && !ids.isEmpty())
        m_chosen = {ids.front()};
    showChosen();
    if (m_chosen != before)
        Q_EMIT chosenChanged();
}

void SymbolPicker::setChosen(const QStringList &ids)
{
    QStringList known;
    for (const QString &id : ids) {
        if (m_choices.contains(id) && !known.contains(id))
            known.append(id);
    }
    if (known == m_chosen)
        return;
    m_chosen = known;
    showChosen();
    Q_EMIT chosenChanged();
}

void SymbolPicker::showChosen()
{
    QStringList names;
    for (const QString &id : m_chosen)
        names.append(shortName(id));
    const QString all = names.join(u", "_s);
    setText(names.isEmpty()     ? tr("no symbol")
            : names.size() <= 3 ? all
                                : tr("%n symbols", nullptr, int(names.size())));
    setToolTip(m_chosen.join(u'\n'));
}

void SymbolPicker::openList()
{
    fillList();
    m_filter->setVisible(m_choices.size() >= filteredFrom);
    m_filter->clear();
    const int rows = std::clamp(int(m_choices.size()), 4, 16);
    m_popup->resize(std::max(width(), 220), rows * (m_list->sizeHintForRow(0) + 1) + (m_filter->isVisibleTo(m_popup) ? 92 : 60));
    m_popup->move(mapToGlobal(QPoint(0, height() + 1)));
    m_popup->show();
    (m_filter->isVisibleTo(m_popup) ? static_cast<QWidget *>(m_filter) : m_list)->setFocus(Qt::PopupFocusReason);
}

void SymbolPicker::fillList()
{
    const QSignalBlocker still(m_list);
    m_list->clear();
    for (const QString &id : m_choices) {
        auto *item = new QListWidgetItem(id, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_chosen.contains(id) ? Qt::Checked : Qt::Unchecked);
        if (m_chosen.value(0) == id)
            m_list->setCurrentItem(item);
    }
}

void SymbolPicker::filterList(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isHidden()) {
            m_list->setCurrentRow(row);
            break;
        }
    }
}

void SymbolPicker::takeChecks()
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            ids.append(m_list->item(row)->text());
    }
    setChosen(ids);
}

void SymbolPicker::takeAlone(const QListWidgetItem *item)
{
    setChosen({item->text()});
    m_popup->hide();
}

void SymbolPicker::checkAll(bool isOn)
{
    {
        const QSignalBlocker still(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            if (!m_list->item(row)->isHidden())
                m_list->item(row)->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_list->viewport()->update();
    takeChecks();
}

bool SymbolPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QPushButton::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isReturn && m_list->currentItem()) {
        takeAlone(m_list->currentItem());
        return true;
    }
    if (watched == m_filter && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QPushButton::eventFilter(watched, event);
}

} // namespace bellwether
