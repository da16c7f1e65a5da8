#include "ui/panels/chart/intervalbox.h"

#include <QKeyEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace bellwether {

Result<Timeframe> timeframeOf(const QString &typed)
{
    QString text = typed.trimmed().toLower();
    if (text == u"d"_s || text == u"w"_s)
        text.prepend(u'1');
    bool isNumber = false;
    const int minutes = text.toInt(&isNumber);
    if (isNumber) // 60 and 240 minutes have names in hours
        text = minutes >= 60 && minutes < 1440 && minutes % 60 == 0 ? QString::number(minutes / 60) + u'h'
            : minutes == 1440                                      ? u"1d"_s
                                                                   : text + u'm';
    return parseTimeframe(text);
}

IntervalBox::IntervalBox(const QString &digit, QWidget *chart) : QLineEdit(digit, chart)
{
    setObjectName(u"intervalBox"_s);
    setAccessibleName(tr("Timeframe"));
    setToolTip(tr("Minutes, or 1h, 4h, 1d, 1w; Enter applies"));
    setPlaceholderText(tr("Timeframe"));
    setMaxLength(5);
    setAlignment(Qt::AlignCenter);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    setFont(large);
    resize(130, sizeHint().height());
    move((chart->width() - width()) / 2, (chart->height() - height()) / 2);
    show();
    setFocus();
    deselect();
}

void IntervalBox::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (event->key() == Qt::Key_Escape) {
        parentWidget()->setFocus();
        return;
    }
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        setProperty("tone", QVariant());
        QLineEdit::keyPressEvent(event);
    } else if (const auto timeframe = timeframeOf(text())) {
        Q_EMIT chosen(*timeframe);
        parentWidget()->setFocus();
        return;
    } else {
        setProperty("tone", u"loss"_s);
        setToolTip(timeframe.error().detail);
    }
    style()->unpolish(this);
    style()->polish(this);
}

void IntervalBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    hide();
    deleteLater();
}

} // namespace bellwether
