#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace bellwether::exchange {

using namespace Qt::StringLiterals;

/// Certificates for a venue on loopback, made anew for each test by the openssl command: an authority of the test's own,
/// and what goes wrong with certificates.
class TestCa {
public:
    static bool isPossible() { return !QStandardPaths::findExecutable(u"openssl"_s).isEmpty(); }

    TestCa() { run({u"req"_s, u"-x509"_s, u"-keyout"_s, file(u"ca.key"_s), u"-out"_s, file(u"ca.pem"_s), u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Test authority"_s}, true); }

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QSslCertificate authority() const { return QSslCertificate::fromPath(file(u"ca.pem"_s)).value(0); }
    /// A certificate that the authority signed; `days` below zero is one that has expired. Its files are NAME.pem, NAME.key.
    void issue(const QString &name, const QString &subjectAltName, int days = 2)
    {
        QFile extension(file(name + u".ext"_s));
        if (!extension.open(QIODevice::WriteOnly) || extension.write("subjectAltName=" + subjectAltName.toLatin1() + '\n') < 0)
            qFatal("no file");
        extension.close();
        run({u"req"_s, u"-keyout"_s, file(name + u".key"_s), u"-out"_s, file(name + u".csr"_s), u"-subj"_s, u"/CN=venue"_s}, true);
        run({u"x509"_s, u"-req"_s, u"-in"_s, file(name + u".csr"_s), u"-CA"_s, file(u"ca.pem"_s), u"-CAkey"_s, file(u"ca.key"_s), u"-CAcreateserial"_s,
             u"-days"_s, QString::number(days), u"-extfile"_s, extension.fileName(), u"-out"_s, file(name + u".pem"_s)}, false);
    }
    /// One that nobody but itself vouches for.
    void selfSign(const QString &name)
    {
        run({u"req"_s, u"-x509"_s, u"-keyout"_s, file(name + u".key"_s), u"-out"_s, file(name + u".pem"_s), u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=venue"_s,
             u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s}, true);
    }

private:
    void run(QStringList arguments, bool makesKey) const
    {
        if (makesKey)
            arguments += {u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};
        QProcess openssl;
        openssl.start(u"openssl"_s, arguments);
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
    }
    QTemporaryDir m_folder;
};

} // namespace bellwether::exchange
