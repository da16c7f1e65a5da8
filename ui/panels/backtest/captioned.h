#pragma once

#include <QLabel>
#include <QVBoxLayout>

namespace bellwether {

/// `content` under a line that says what it shows.
inline QWidget *captioned(const QString &title, QWidget *content, const QString &help, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *label = new QLabel(title, box);
    label->setProperty("tone", QStringLiteral("muted"));
    label->setToolTip(help);
    label->setContentsMargins(8, 4, 8, 2);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(label);
    layout->addWidget(content, 1);
    return box;
}

} // namespace bellwether
