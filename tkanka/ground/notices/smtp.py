"""Handing one letter to a mail server in two turns instead of four, where the server allows it (RFC 2920)."""

import re
from smtplib import SMTP, SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused

LEADING_DOT = re.compile(rb"^\.", re.M)


def hand_over(server: SMTP, sender: str, address: str, letter: bytes) -> None:
    """Send a letter whose lines end in CRLF. Raises what smtplib raises; the connection stays fit for the next one."""
    server.ehlo_or_helo_if_needed()
    if not server.has_extn("pipelining"):
        server.sendmail(sender, [address], letter)
        return
    server.send(f"MAIL FROM:<{sender}>\r\nRCPT TO:<{address}>\r\nDATA\r\n".encode("ascii"))
    mail, rcpt, data = server.getreply(), server.getreply(), server.getreply()
    accepted = mail[0] == 250 and rcpt[0] in (250, 251)
    if data[0] == 354:
        # A server that refused the recipient and still asks for data gets none.
        server.send((LEADING_DOT.sub(b"..", letter) if accepted else b"") + b".\r\n")
        data = server.getreply()
    if accepted and data[0] == 250:
        return
    server.rset()
    if mail[0] != 250:
        raise SMTPSenderRefused(*mail, sender)
    if not accepted:
        raise SMTPRecipientsRefused({address: rcpt})
    raise SMTPDataError(*data)
