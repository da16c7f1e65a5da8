#include "ui/shell/overlays.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int frameWidth = 3;

} // namespace

Overlay::Overlay(QWidget *window) : QWidget(window)
{
    window->installEventFilter(this);
    resize(window->size());
    hide();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        resize(static_cast<QWidget *>(watched)->size());
    else if (event->type() == QEvent::ChildAdded || event->type() == QEvent::LayoutRequest)
        raise();
    return QWidget::eventFilter(watched, event);
}

OneClickFrame::OneClickFrame(const Theme &theme, QWidget *window) : Overlay(window), m_theme(theme)
{
    setObjectName(u"oneClickFrame"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("One-click trading is armed"));
}

void OneClickFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor colour = m_theme.color(ColorRole::Armed);
    painter.fillRect(0, 0, width(), frameWidth, colour);
    painter.fillRect(0, height() - frameWidth, width(), frameWidth, colour);
    painter.fillRect(0, 0, frameWidth, height(), colour);
    painter.fillRect(width() - frameWidth, 0, frameWidth, height(), colour);
    const QString text = tr("ONE-CLICK: orders leave without a question");
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const QRect badge((width() - painter.fontMetrics().horizontalAdvance(text) - 20) / 2, 0, painter.fontMetrics().horizontalAdvance(text) + 20,
                      painter.fontMetrics().height() + 4);
    painter.fillRect(badge, colour);
    painter.setPen(m_theme.color(ColorRole::FillText));
    painter.drawText(badge, Qt::AlignCenter, text);
}

LockScreen::LockScreen(const Theme &theme, QWidget *window) : Overlay(window), m_theme(theme)
{
    setObjectName(u"lockScreen"_s);
    setAccessibleName(tr("The window is locked"));
    auto *title = new QLabel(tr("The window is locked"), this);
    title->setProperty("kind", u"heading"_s);
    auto *text = new QLabel(tr("The desk goes on: stops, targets and limits are watched. Kill switch, close all and cancel all still answer "
                               "to their keys."), this);
    text->setWordWrap(true);
    text->setFixedWidth(420);
    text->setAlignment(Qt::AlignHCenter);
    text->setProperty("tone", u"muted"_s);
    auto *unlock = new QPushButton(tr("Unlock (Ctrl+L)"), this);
    unlock->setObjectName(u"unlock"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addStretch();
    for (QWidget *each : std::initializer_list<QWidget *>{title, text, unlock})
        layout->addWidget(each, 0, Qt::AlignHCenter);
    layout->addStretch();
    text->setMinimumHeight(text->heightForWidth(420)); // a word-wrapped label that is centred asks for less than it needs
    setFocusProxy(unlock);
    connect(unlock, &QPushButton::clicked, this, &LockScreen::unlockWanted);
}

void LockScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Window));
}

} // namespace bellwether
