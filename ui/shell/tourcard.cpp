#include "ui/shell/tourcard.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int gap = 12;
constexpr int cardWidth = 340;

} // namespace

TourMark::TourMark(const Theme &theme, QWidget *window) : Overlay(window), m_theme(theme)
{
    setObjectName(u"tourMark"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void TourMark::setTarget(const QRect &target)
{
    if (m_target == target)
        return;
    m_target = target;
    update();
}

void TourMark::paintEvent(QPaintEvent *)
{
    if (m_target.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::Accent), 3));
    painter.drawRoundedRect(m_target.adjusted(-3, -3, 3, 3).intersected(rect().adjusted(2, 2, -2, -2)), 5, 5);
}

TourCard::TourCard(const Theme &theme, std::function<QWidget *(TourStep)> targetOf, QWidget *window)
    : QFrame(window), m_targetOf(std::move(targetOf)), m_mark(new TourMark(theme, window)), m_count(new QLabel(this)),
      m_title(new QLabel(this)), m_text(new QLabel(this)), m_skip(new QPushButton(tr("Skip this step"), this)),
      m_end(new QPushButton(tr("End the tour"), this))
{
    setObjectName(u"tourCard"_s);
    setAccessibleName(tr("Tour"));
    setFixedWidth(cardWidth);
    m_count->setProperty("kind", u"caption"_s);
    m_title->setProperty("kind", u"heading"_s);
    m_title->setObjectName(u"tourTitle"_s);
    m_text->setWordWrap(true);
    m_skip->setObjectName(u"tourSkip"_s);
    m_end->setObjectName(u"tourEnd"_s);
    // The keys stay with the desk: the card is worked by the mouse or by Tab.
    for (QPushButton *button : {m_skip, m_end}) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_skip);
    buttons->addStretch();
    buttons->addWidget(m_end);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_count);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    hide();
    connect(m_skip, &QPushButton::clicked, this, [this] {
        m_watch.skipStep();
        showStep();
    });
    connect(m_end, &QPushButton::clicked, this, [this] { end(); });
}

void TourCard::start()
{
    m_watch.restart();
    m_mark->show();
    show();
    showStep();
}

void TourCard::end()
{
    hide();
    m_mark->hide();
}

void TourCard::applySnapshot(const DeskSnapshot &snapshot)
{
    if (isHidden())
        return;
    if (m_watch.see(snapshot))
        showStep();
    else
        place();
}

void TourCard::backtestFinished()
{
    if (!isHidden() && m_watch.sawBacktest())
        showStep();
}

void TourCard::reportOpened()
{
    if (!isHidden() && m_watch.sawReport())
        showStep();
}

void TourCard::showStep()
{
    const TourStep step = m_watch.step();
    const bool isDone = step == TourStep::Done;
    m_count->setText(isDone ? QString() : tr("Tour of the desk, step %1 of %2").arg(int(step) + 1).arg(int(TourStep::Done)));
    m_count->setVisible(!isDone);
    m_title->setText(TourWatch::title(step));
    m_text->setText(TourWatch::text(step));
    m_skip->setVisible(!isDone);
    m_end->setText(isDone ? tr("Close") : tr("End the tour"));
    layout()->activate();
    resize(cardWidth, layout()->hasHeightForWidth() ? layout()->heightForWidth(cardWidth) : sizeHint().height());
    place();
}

// Beside the panel of the control, which the step wants to be read, or else beside the control: below, above, right or left,
// where there is room; else in the lower right corner.
void TourCard::place()
{
    QWidget *window = parentWidget();
    QWidget *target = m_targetOf(m_watch.step());
    const QRect room = window->rect().adjusted(gap, gap, -gap, -gap);
    QPoint place(room.right() - width(), room.bottom() - height() - 2 * gap);
    QRect marked;
    if (target && target->isVisible() && target->window() == window) {
        marked = QRect(target->mapTo(window, QPoint()), target->size());
        const QWidget *panel = target;
        while (panel != window && qobject_cast<const QDockWidget *>(panel) == nullptr)
            panel = panel->parentWidget();
        const QRect around = panel == window ? marked : QRect(panel->mapTo(window, QPoint()), panel->size());
        const int x = std::clamp(marked.center().x() - width() / 2, room.left(), std::max(room.left(), room.right() - width()));
        const int y = std::clamp(marked.center().y() - height() / 2, room.top(), std::max(room.top(), room.bottom() - height()));
        for (const QPoint &candidate :
             {QPoint(x, around.bottom() + gap), QPoint(x, around.top() - gap - height()), QPoint(around.right() + gap, y),
              QPoint(around.left() - gap - width(), y), QPoint(x, marked.bottom() + gap), QPoint(x, marked.top() - gap - height()),
              QPoint(marked.right() + gap, y), QPoint(marked.left() - gap - width(), y)}) {
            if (room.contains(QRect(candidate, size()))) {
                place = candidate;
                break;
            }
        }
    }
    m_mark->setTarget(marked);
    if (pos() != place)
        move(place);
    m_mark->raise();
    raise();
}

} // namespace bellwether
