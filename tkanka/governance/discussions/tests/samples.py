"""Letters as mail programs write them, of our own making: what came in, and the words that are to become a post."""

from email.message import EmailMessage

HTML_GMAIL = """<html><body><div dir="ltr">Zgadzam się z&nbsp;Bea.<br><div>Spotkajmy się w środę.</div></div><br>
<div class="gmail_quote"><div dir="ltr" class="gmail_attr">pt., 20 lis 2026 o 10:00 Razem &lt;a@b.example&gt;
napisał(a):<br></div><blockquote class="gmail_quote"><p>Czym grzejecie?</p></blockquote></div></body></html>"""
HTML_OUTLOOK = """<html><head><style>p{color:red}</style></head><body><p class="MsoNormal">Mamy dwa piece
gazowe.<o:p></o:p></p><p>Pozdrawiam</p><hr><div id="divRplyFwdMsg" dir="ltr"><font><b>Od:</b> Razem<br>
<b>Wysłano:</b> piątek<br><b>Temat:</b> Ogrzewanie</font></div><div>Czym grzejecie?</div></body></html>"""
HTML_UNCLOSED = "<p>Tak<ul><li>jeden<li>dwa</ul><blockquote>Czym grzejecie?<p>I ile"
HTML_APPLE = """<html><body>U nas pelletem.<div><br><blockquote type="cite"><div>W dniu 20.11.2026, o godz. 10:00, Razem
&lt;a@b.example&gt; napisał(a):</div><div>Czym grzejecie?</div></blockquote></div><div>Wysłane z iPhone'a</div></body>
</html>"""

WORDS = [
    # id, charset, content type, body, the words that stay
    ("plain", "utf-8", "plain", "U nas pelletem.\n", "U nas pelletem."),
    (
        "thunderbird_pl", "utf-8", "plain",
        "Zażółć gęślą jaźń.\n\nW dniu 20.11.2026 o 10:00, Razem pisze:\n> Czym grzejecie?\n> Pozdrawiam\n",
        "Zażółć gęślą jaźń.",
    ),
    (
        "gmail_pl_folded", "utf-8", "plain",
        "Tak.\n\npt., 20 lis 2026 o 10:00 Forum Razem <odpowiedz+abc@tkanka.example>\nnapisał(a):\n\n> Czym?\n",
        "Tak.",
    ),
    (
        "gmail_en", "utf-8", "plain",
        "We use gas.\n\nOn Fri, Nov 20, 2026 at 10:00 AM Forum Razem <a@b.example> wrote:\n\n> What do you use?\n",
        "We use gas.",
    ),
    (
        "gmail_en_folded", "utf-8", "plain",
        "We use gas.\n\nOn Fri, Nov 20, 2026 at 10:00 AM Forum Razem with a very long name\n"
        "<a@b.example> wrote:\n\n> What?\n",
        "We use gas.",
    ),
    (
        "gmail_uk", "utf-8", "plain",
        "Ми гріємо газом.\n\nпт, 20 лист. 2026 р. о 10:00 Forum Razem <a@b.example> пише:\n\n> Чим?\n",
        "Ми гріємо газом.",
    ),
    (
        "thunderbird_uk", "utf-8", "plain",
        "Дякую!\n\n20.11.26 10:00, Forum Razem пише:\n> Чим?\n",
        "Дякую!",
    ),
    (
        "outlook_en_dashed", "utf-8", "plain",
        "See attachment.\n\n-----Original Message-----\nFrom: Razem\nSent: Friday\nTo: Ada\nSubject: Heat\n\nWhat?\n",
        "See attachment.",
    ),
    (
        "outlook_pl_dashed", "utf-8", "plain",
        "Mamy nadwyżkę.\n\n-----Wiadomość oryginalna-----\nOd: Razem\n\nCzym?\n",
        "Mamy nadwyżkę.",
    ),
    (
        "outlook_pl_head", "utf-8", "plain",
        "Mamy nadwyżkę.\n\n________________________________\nOd: Razem <a@b.example>\nWysłano: piątek, 20 listopada\n"
        "Do: Ada\nTemat: Ogrzewanie\n\nCzym grzejecie?\n",
        "Mamy nadwyżkę.",
    ),
    (
        "outlook_uk_head", "utf-8", "plain",
        "Маємо обігрівачі.\n\nВід: Razem <a@b.example>\nНадіслано: пʼятниця\nКому: Ada\nТема: Ogrzewanie\n\nЧим?\n",
        "Маємо обігрівачі.",
    ),
    (
        "interleaved", "utf-8", "plain",
        "W dniu 20.11.2026 o 10:00, Razem pisze:\n> Czym grzejecie?\nPelletem.\n> Ile to kosztuje?\nDużo.\n",
        "Pelletem.\nDużo.",
    ),
    ("signature", "utf-8", "plain", "Tak.\n-- \nAda Nowak\nFundacja Jeden Dach\ntel. 000\n", "Tak."),
    ("signature_of_two_dashes", "utf-8", "plain", "Tak.\n\n--\nAda\n", "Tak."),
    ("rule_in_the_text_stays", "utf-8", "plain", "Jedno.\n\n---\n\nDrugie.\n", "Jedno.\n\n---\n\nDrugie."),
    ("phone_pl", "utf-8", "plain", "Będę.\n\nWysłane z iPhone'a\n", "Będę."),
    ("phone_en", "utf-8", "plain", "I will.\n\nSent from my Galaxy\n", "I will."),
    ("phone_uk", "utf-8", "plain", "Буду.\n\nНадіслано з iPhone\n", "Буду."),
    ("iso_8859_2", "iso-8859-2", "plain", "Zażółć gęślą jaźń.\n", "Zażółć gęślą jaźń."),
    ("cp1250", "windows-1250", "plain", "Święta „tuż tuż” – ąśź.\n", "Święta „tuż tuż” – ąśź."),
    ("koi8_u", "koi8-u", "plain", "Дякую, чекаємо на відповідь.\n", "Дякую, чекаємо на відповідь."),
    ("cp1251", "windows-1251", "plain", "Їдемо завтра вранці.\n", "Їдемо завтра вранці."),
    ("utf_16_said_so", "utf-8", "plain", "Ще раз: так — “так”.\n", "Ще раз: так — “так”."),
    ("html_gmail", "utf-8", "html", HTML_GMAIL, "Zgadzam się z\u00a0Bea.\n\nSpotkajmy się w środę."),
    ("html_outlook", "utf-8", "html", HTML_OUTLOOK, "Mamy dwa piece gazowe.\n\nPozdrawiam"),
    ("html_unclosed", "utf-8", "html", HTML_UNCLOSED, "Tak\n\n- jeden\n- dwa"),
    ("html_apple", "utf-8", "html", HTML_APPLE, "U nas pelletem."),
    ("crlf_and_marks", "utf-8", "plain", "\ufeffTak.\r\n\u200bNie.\r\n", "Tak.\nNie."),
    (
        "a_line_with_a_colon_stays", "utf-8", "plain",
        "Od: jutra mamy wolne.\nTak pisze:\nprasa",
        "Od: jutra mamy wolne.\nTak pisze:\nprasa",
    ),
]  # fmt: skip


def letter(to, sender="ada@example.org", text="U nas pelletem.", subject="Re: Ogrzewanie", **more):
    """A letter of plain text; `more`: headers, with underlines for dashes."""
    made = EmailMessage()
    headers = {"From": f"Ada <{sender}>", "To": to, "Subject": subject, "Message-ID": "<jeden@poczta.example>"}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    for name, value in headers.items():
        if value is not None:
            made[name] = value
    made.set_content(text)
    return made


def raw_of(to, charset, kind, body, sender="ada@example.org"):
    """The bytes of a letter in a charset, 8bit, as old programs send it."""
    head = (
        f"From: Ada <{sender}>\r\nTo: {to}\r\nSubject: Re: Ogrzewanie\r\nMessage-ID: <jeden@poczta.example>\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/{kind}; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode("ascii") + body.encode(charset)


AUTOMATIC = [
    ("vacation", {"Auto_Submitted": "auto-replied"}),
    ("generated", {"Auto_Submitted": "auto-generated; owner=x"}),
    ("bulk", {"Precedence": "bulk"}),
    ("auto_reply", {"Precedence": "auto_reply"}),
    ("empty_return_path", {"Return_Path": "<>"}),
    ("x_autoreply", {"X_Autoreply": "yes"}),
    ("exchange", {"X_Auto_Response_Suppress": "All"}),
    ("list", {"List_Id": "<lista.example>"}),
    ("daemon", {"sender": "MAILER-DAEMON@poczta.example"}),
    ("postmaster", {"sender": "postmaster@poczta.example"}),
    ("subject_pl", {"subject": "Automatyczna odpowiedź: Ogrzewanie"}),
    ("subject_en", {"subject": "Out of Office: Ogrzewanie"}),
    ("subject_uk", {"subject": "Автоматична відповідь: Ogrzewanie"}),
    ("returned", {"subject": "Undelivered Mail Returned to Sender"}),
    ("ourselves", {"sender": "tkanka@localhost"}),
    ("the_reply_address_itself", {"sender": "odpowiedz@tkanka.example"}),
]

BOUNCE = b"""Return-Path: <>\r
From: Mail Delivery System <MAILER-DAEMON@poczta.example>\r
To: %s\r
Subject: Zwrot\r
Message-ID: <zwrot@poczta.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary="granica"\r
\r
--granica\r
Content-Type: text/plain\r
\r
Nie ma takiej skrzynki.\r
--granica\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; poczta.example\r
\r
Final-Recipient: rfc822; ada@example.org\r
Action: failed\r
Status: 5.1.1\r
--granica--\r
"""

WHOLE = [
    # Letters byte for byte as programs send them; what stays of them, and the files that are kept.
    (
        "gmail_alternative_with_a_file",
        b"""Return-Path: <ada@example.org>
Received: from mail.poczta.example (mail.poczta.example [192.0.2.7])
	by mx.tkanka.example with ESMTPS; Fri, 20 Nov 2026 10:02:11 +0100 (CET)
MIME-Version: 1.0
In-Reply-To: <list-1@tkanka.example>
References: <list-0@tkanka.example>
	<list-1@tkanka.example>
From: =?UTF-8?B?QWRhIMW7w7PFgsSHLURhY2g=?= <ada@example.org>
Date: Fri, 20 Nov 2026 10:02:00 +0100
Message-ID: <CAJ1+zima=2026@mail.poczta.example>
Subject: =?UTF-8?Q?Re:_Ogrzewanie_zim=C4=85?=
To: %s
Content-Type: multipart/mixed; boundary="0000000000cal1"

--0000000000cal1
Content-Type: multipart/alternative; boundary="0000000000cal2"

--0000000000cal2
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

U nas pelletem =E2=80=93 cennik w za=C5=82=C4=85czniku, a d=C5=82ugie zdani=
e nie =C5=82amie si=C4=99.

pt., 20 lis 2026 o 09:12 Razem <odpowiedz+abc@tkanka.example> napisa=C5=82(=
a):

> Czym grzejecie?
>
> --=20
> Razem
--0000000000cal2
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

<div dir=3D"ltr">Inaczej w HTML</div>
--0000000000cal2--
--0000000000cal1
Content-Type: application/pdf; name="=?UTF-8?B?Y2VubmlrIMWCYWTFhC5wZGY=?="
Content-Disposition: attachment; filename*0*=UTF-8''cennik%%20%%C5%%82;
 filename*1*=ad%%C5%%84.pdf
Content-Transfer-Encoding: base64

JVBERi0xLjcgYSBz
bWFsbCBvbmU=
--0000000000cal1--
""",
        "U nas pelletem – cennik w załączniku, a długie zdanie nie łamie się.",
        ["cennik ładń.pdf"],
    ),
    (
        "outlook_html_only_with_a_logo",
        b"""From: "Ada" <ada@example.org>
To: Razem <%s>
Subject: ODP: Ogrzewanie
Message-ID: <AM0PR01@outlook.example>
MIME-Version: 1.0
Content-Type: multipart/related; boundary="_004_"; type="text/html"

--_004_
Content-Type: text/html; charset="iso-8859-2"
Content-Transfer-Encoding: quoted-printable

<html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3Diso-8859-2"></head>
<body><div class=3D"WordSection1"><p class=3D"MsoNormal">B=EAdziemy o =F3smej.</p>
<p class=3D"MsoNormal">Prosz=EA o =B3awki.</p></div>
<img src=3D"cid:logo@x"><hr><div id=3D"divRplyFwdMsg"><b>Od:</b> Razem</div><div>Czym grzejecie?</div></body></html>
--_004_
Content-Type: image/png; name="logo.png"
Content-ID: <logo@x>
Content-Disposition: inline; filename="logo.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--_004_--
""",
        "Będziemy o ósmej.\n\nProszę o ławki.",
        [],
    ),
]

VACATION = b"""Return-Path: <>
From: Ada <ada@example.org>
To: %s
Subject: Re: Ogrzewanie
Message-ID: <urlop@poczta.example>
Auto-Submitted: auto-replied (vacation)
In-Reply-To: <list-1@tkanka.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

SmVzdGVtIG5hIHVybG9waWUu
"""
