#include "ui/shell/replaybar.h"

#include "ui/shell/feedcontrols.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tone.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStyleOptionSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int places = 100'000;
constexpr int restMs = 700;

} // namespace

TimeSlider::TimeSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, places);
    setSingleStep(places / 200);
    setPageStep(places / 20);
    setFocusPolicy(Qt::StrongFocus);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT chosen(time()); });
}

void TimeSlider::setSpan(Timestamp from, Timestamp to)
{
    m_from = from;
    m_to = to;
}

void TimeSlider::follow(Timestamp time)
{
    if (isHeld() || m_to <= m_from)
        return;
    const double share = double((time - m_from).count()) / double((m_to - m_from).count());
    setValue(int(std::lround(std::clamp(share, 0.0, 1.0) * places)));
}

Timestamp TimeSlider::time() const
{
    return m_from + Duration(std::int64_t(double((m_to - m_from).count()) * value() / places));
}

void TimeSlider::take(QPointF at)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
    const int handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this).width();
    setValue(QStyle::sliderValueFromPosition(0, places, int(at.x()) - groove.x() - handle / 2, groove.width() - handle));
    Q_EMIT moved(time());
}

void TimeSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_rest.stop();
    setSliderDown(true);
    take(event->position());
}

void TimeSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        take(event->position());
}

void TimeSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isSliderDown() || event->button() != Qt::LeftButton)
        return;
    take(event->position());
    setSliderDown(false);
    Q_EMIT chosen(time());
}

void TimeSlider::keyPressEvent(QKeyEvent *event)
{
    const int before = value();
    QSlider::keyPressEvent(event);
    if (value() == before)
        return;
    m_rest.start();
    Q_EMIT moved(time());
}

void TimeSlider::wheelEvent(QWheelEvent *event) { event->ignore(); } // a replay is not restarted by a wheel that slipped

ReplayBar::ReplayBar(const PanelContext &context, QAction *pause, QAction *step, QAction *leave, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_format(context.format), m_controls(new FeedControls(context.desk, pause, step, this)),
      m_slider(new TimeSlider(this)), m_from(new QLabel(this)), m_place(new QLabel(this)), m_to(new QLabel(this))
{
    setObjectName(u"replayBar"_s);
    setAccessibleName(tr("Replay"));
    auto *badge = new QLabel(tr("REPLAY"), this);
    badge->setProperty("kind", u"badge"_s);
    badge->setProperty("state", u"paper"_s);
    m_controls->findChild<QComboBox *>(u"feedSpeed"_s)->setObjectName(u"replaySpeed"_s);
    m_slider->setObjectName(u"replaySlider"_s);
    m_slider->setAccessibleName(tr("Time of the replay"));
    m_slider->setToolTip(tr("Drag to a time: forward the replay runs there as fast as it can, back it begins anew"));
    m_place->setObjectName(u"replayPlace"_s);
    m_place->setProperty("kind", u"value"_s);
    m_place->setMinimumWidth(fontMetrics().horizontalAdvance(u'0') * 40);
    for (QLabel *end : {m_from, m_to})
        end->setProperty("kind", u"caption"_s);
    auto *out = new QToolButton(this);
    out->setObjectName(u"leaveReplay"_s);
    out->setDefaultAction(leave);
    out->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 10, 2);
    layout->setSpacing(10);
    layout->addWidget(badge);
    layout->addWidget(m_controls);
    layout->addWidget(m_from);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_to);
    layout->addWidget(m_place);
    layout->addWidget(out);
    connect(m_slider, &TimeSlider::moved, this, [this](Timestamp time) { preview(time); });
    connect(m_slider, &TimeSlider::chosen, this, [this](Timestamp time) { go(time); });
}

void ReplayBar::applySnapshot(const DeskSnapshot &snapshot)
{
    const HealthView &health = snapshot.health;
    // A layout that was kept brings the bar, or hides it, as it was then.
    const bool isWanted = health.feedFrom.isValid();
    if (isWanted != m_isWanted || parentWidget()->isHidden() == isWanted) {
        m_isWanted = isWanted;
        Q_EMIT wantedChanged(isWanted);
    }
    if (!m_isWanted)
        return;
    // Before the first bar the desk has no time of its own.
    m_now = std::max(snapshot.time, health.feedFrom);
    m_target = health.feedTarget;
    m_slider->setSpan(health.feedFrom, health.feedTo);
    m_slider->follow(m_now);
    setText(m_from, m_format.dateTime(health.feedFrom));
    setText(m_to, m_format.dateTime(health.feedTo));
    if (health.feedSpeed != m_speed) {
        m_speed = health.feedSpeed;
        m_controls->showSpeed(m_speed);
    }
    if (!m_slider->isHeld())
        showPlace();
}

void ReplayBar::showPlace()
{
    setText(m_place, m_target.isValid() ? tr("%1, runs to %2").arg(m_format.dateTime(m_now), m_format.dateTime(m_target))
                                        : m_format.dateTime(m_now));
    setStyleProperty(m_place, "tone", {});
}

void ReplayBar::preview(Timestamp target)
{
    const bool isBack = target < m_now;
    setText(m_place, isBack ? tr("%1: begins anew").arg(m_format.dateTime(target)) : tr("%1: runs there").arg(m_format.dateTime(target)));
    setStyleProperty(m_place, "tone", isBack ? u"warning"_s : QString());
}

void ReplayBar::go(Timestamp target)
{
    if (target >= m_now) {
        m_desk.runFeedTo(target);
        showPlace();
        return;
    }
    showPlace();
    m_slider->follow(m_now);
    const DeskSnapshotPtr snapshot = m_desk.snapshot();
    const auto orders = snapshot ? snapshot->counters.orders : 0;
    ConfirmDialog::ask(this,
                       {.title = tr("Back to %1").arg(m_format.dateTime(target)),
                        .text = tr("A replay knows no way back: it begins anew, with its first capital, and runs from %1 to %2 as fast as it can. "
                                   "The strategies see the same bars again; what you approved, rejected and ordered in this run (%3 orders so "
                                   "far) is not repeated. The journal of this run is kept beside the new one.")
                                    .arg(m_format.dateTime(snapshot ? snapshot->health.feedFrom : target), m_format.dateTime(target))
                                    .arg(orders),
                        .deed = tr("Begin anew"),
                        .isHarmless = true},
                       [this, target](bool, const QString &) { Q_EMIT restartWanted(target); });
}

} // namespace bellwether
