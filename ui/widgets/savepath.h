#pragma once

#include <QFileDialog>

#include <functional>

namespace bellwether {

/// Asks where a file is to be written and calls `then` with the path, or never where the user thought better of it. Tests give
/// an answer of their own.
using SavePath = std::function<void(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                                    std::function<void(const QString &path)> then)>;

/// A dialog of files that stands beside its window and blocks nothing: what reduces risk works while it is open. It goes away
/// when it is closed; the caller shows it.
inline QFileDialog *makeFileDialog(QWidget *parent, const QString &title, const QString &place, const QString &filter)
{
    auto *dialog = new QFileDialog(parent, title, place, filter);
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    dialog->setOption(QFileDialog::DontUseNativeDialog); // those of some desktops block the whole program
    return dialog;
}

/// The usual dialog.
inline void askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                        std::function<void(const QString &path)> then)
{
    QFileDialog *dialog = makeFileDialog(parent, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->show();
}

} // namespace bellwether
