#pragma once

#include <QFileDialog>

#include <functional>

namespace bellwether {

/// Asks where a file is to be written; empty where the user thought better of it. Tests give an answer of their own.
using SavePath = std::function<QString(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)>;

/// The dialog of the system.
inline QString askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

} // namespace bellwether
