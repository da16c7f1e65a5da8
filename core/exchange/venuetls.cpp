#include "core/exchange/venuetls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

} // namespace

Result<QSslConfiguration> readVenueTls(const QString &certificateFile, const QString &keyFile)
{
    const auto certificate = bytesOf(certificateFile);
    if (!certificate)
        return failure(certificate.error());
    const auto keyText = bytesOf(keyFile);
    if (!keyText)
        return failure(keyText.error());
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    if (chain.isEmpty())
        return failure(ErrorCode::BadData, u"%1: no certificate in PEM"_s.arg(certificateFile));
    QSslKey key(*keyText, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(*keyText, QSsl::Ec);
    if (key.isNull())
        return failure(ErrorCode::BadData, u"%1: no private key in PEM, of RSA or EC and unencrypted"_s.arg(keyFile));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients nothing is asked
    return configuration;
}

} // namespace bellwether::exchange
