#include "ui/charts/legendbuttons.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

LegendButtons::LegendButtons(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"legendButtons"_s);
    setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_hide = addButton(u"legendHide"_s, u"hide"_s, tr("Hide"));
    connect(m_hide, &QToolButton::clicked, this, [this] { Q_EMIT hideWanted(m_indicator); });
    connect(addButton(u"legendSettings"_s, u"settings"_s, tr("Settings")), &QToolButton::clicked, this,
            [this] { Q_EMIT settingsWanted(m_indicator); });
    connect(addButton(u"legendRaise"_s, u"up"_s, tr("Move up")), &QToolButton::clicked, this,
            [this] { Q_EMIT raiseWanted(m_indicator); });
    connect(addButton(u"legendRemove"_s, u"close"_s, tr("Remove")), &QToolButton::clicked, this,
            [this] { Q_EMIT removeWanted(m_indicator); });
    connect(&m_theme, &Theme::changed, this, [this] { retheme(); });
    retheme();
    hide();
}

QToolButton *LegendButtons::addButton(const QString &name, const QString &icon, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("kind", u"flat"_s);
    button->setProperty("iconName", icon);
    button->setIconSize(QSize(12, 12));
    button->setFixedSize(20, 18);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::NoFocus);
    layout()->addWidget(button);
    return button;
}

void LegendButtons::retheme()
{
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIcon(m_theme.icon(button->property("iconName").toString()));
}

void LegendButtons::showFor(const QString &indicator, bool isShown, QPoint at)
{
    m_indicator = indicator;
    m_hide->setProperty("iconName", isShown ? u"hide"_s : u"show"_s);
    m_hide->setIcon(m_theme.icon(isShown ? u"hide" : u"show"));
    m_hide->setToolTip(isShown ? tr("Hide") : tr("Show"));
    m_hide->setAccessibleName(m_hide->toolTip());
    adjustSize();
    move(at);
    show();
}

} // namespace bellwether
