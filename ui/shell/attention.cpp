#include "ui/shell/attention.h"

#include "ui/models/signaltablemodel.h"

#include <QApplication>
#include <QPainter>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double nearExpiry = 0.2;
constexpr int secondSoundMs = 250;

} // namespace

Attention::Attention(const Theme &theme, QWidget *window) : QObject(window), m_theme(theme), m_window(window)
{
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = new QSystemTrayIcon(this);
        connect(m_tray, &QSystemTrayIcon::activated, window, [window] {
            window->showNormal();
            window->raise();
            window->activateWindow();
        });
    }
    connect(&theme, &Theme::changed, this, [this] { showCount(); });
    showCount();
    if (m_tray)
        m_tray->show();
}

QIcon Attention::badged(const Theme &theme, int count)
{
    const QIcon plain = theme.icon(u"window", ColorRole::Accent);
    if (count == 0)
        return plain;
    QPixmap picture = plain.pixmap(48, 48);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF round(20, 0, 28, 28);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorRole::LossFill));
    painter.drawEllipse(round);
    QFont font = QApplication::font();
    font.setPixelSize(count > 9 ? 16 : 20);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(theme.color(ColorRole::FillText));
    painter.drawText(round, Qt::AlignCenter, count > 99 ? u"99"_s : QString::number(count));
    return QIcon(picture);
}

void Attention::showCount()
{
    const QIcon icon = badged(m_theme, m_count);
    m_window->setWindowIcon(icon);
    if (m_tray) {
        m_tray->setIcon(icon);
        m_tray->setToolTip(m_count == 0 ? tr("Bellwether: no signal waits") : tr("Bellwether: %n signal(s) wait", nullptr, m_count));
    }
}

void Attention::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!snapshot.pendingSignals)
        return;
    bool hasArrived = false;
    bool isEnding = false;
    std::set<SignalId> present;
    for (const SignalRow &row : *snapshot.pendingSignals) {
        present.insert(row.id);
        hasArrived = hasArrived || !m_known.contains(row.id);
        if (lifeLeft(row, snapshot.time) < nearExpiry)
            isEnding = m_warned.insert(row.id).second || isEnding;
    }
    std::erase_if(m_warned, [&](SignalId id) { return !present.contains(id); });
    m_known = std::move(present);
    const bool isSilent = std::exchange(m_isFirst, false) || !m_hasSounds;
    if (!isSilent && (hasArrived || isEnding))
        QApplication::beep();
    if (!isSilent && isEnding)
        QTimer::singleShot(secondSoundMs, this, [] { QApplication::beep(); });
    if (m_count != int(m_known.size())) {
        m_count = int(m_known.size());
        showCount();
    }
}

} // namespace bellwether
