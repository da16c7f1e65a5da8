#pragma once

#include "core/domain/timeframe.h"

#include <QLineEdit>

namespace bellwether {

/// A timeframe as it is typed: `5` and `5m` are minutes, `1h`, `4h`, `d`, `1d`, `w`, `1w`. Errors: InvalidArgument naming the
/// accepted words.
Result<Timeframe> timeframeOf(const QString &typed);

/// The box that a digit typed over a chart opens: Enter applies, Esc leaves. Deletes itself.
class IntervalBox final : public QLineEdit {
    Q_OBJECT
public:
    IntervalBox(const QString &digit, QWidget *chart);

Q_SIGNALS:
    void chosen(bellwether::Timeframe timeframe);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace bellwether
