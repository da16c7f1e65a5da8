#include "ui/shell/feedcontrols.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

FeedControls::FeedControls(TradingDesk &desk, QAction *pause, QAction *step, QWidget *parent)
    : QWidget(parent), m_speed(new QComboBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (QAction *action : {pause, step}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setProperty("kind", u"flat"_s);
        button->setAccessibleName(action->text());
        layout->addWidget(button);
    }
    m_speed->setObjectName(u"feedSpeed"_s);
    m_speed->setAccessibleName(tr("Speed of the market"));
    m_speed->setToolTip(tr("Speed of the market; ×1 is real time"));
    for (const int speed : {1, 2, 5, 10, 30, 60, 300})
        m_speed->addItem(u"×%1"_s.arg(speed), double(speed));
    m_speed->addItem(tr("max"), 0.0);
    layout->addWidget(m_speed);
    connect(m_speed, &QComboBox::activated, this,
            [this, &desk](int index) { desk.setFeedSpeed(m_speed->itemData(index).toDouble()); });
}

void FeedControls::showSpeed(double speed)
{
    int index = m_speed->findData(speed);
    if (index < 0) {
        m_speed->addItem(u"×%1"_s.arg(speed), speed);
        index = m_speed->count() - 1;
    }
    m_speed->setCurrentIndex(index);
}

// A replay has a bar of its own.
void FeedControls::applySnapshot(const DeskSnapshot &snapshot) { setVisible(snapshot.mode != RunMode::Live && !snapshot.health.feedFrom.isValid()); }

} // namespace bellwether
