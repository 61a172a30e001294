"""Writes mails with Python's email package, as mail programs send them:

    python3 mail.py FOLDER

python-forward.eml  a note with two mails and a page attached (message/rfc822, text/html)
python-digest.eml   multipart/digest, RFC 2046 section 5.1.5
python-flowed.eml   format=flowed; delsp=yes, RFC 3676
"""
import sys
from email import policy
from email.message import EmailMessage, MIMEPart

folder = sys.argv[1]
page = open("tide-accord.html", encoding="utf-8").read()
ACCORD = """The mayors of Skerry and Port Denn signed an accord on Tuesday to share the costs of the new tide gate, ending two years of quarrels over who should pay for it.

"The gate will protect both towns for a hundred years," said Ivo Brandt, the mayor of Skerry.

The accord sets a first payment of 1.2 million crowns for June, and a joint office of six people is to see to the work.
"""
STRIKE = """Ferry crews between Skerry and Port Denn called off the strike they had planned for Easter, after the line agreed to hire four more deckhands.

"We asked for six, and four is a beginning," said Runa Dahl, who speaks for the crews. She sits in the joint office of six people as well.
"""


def mail(subject, sender, day, text):
    m = EmailMessage(policy=policy.SMTP)
    m["From"], m["To"], m["Subject"], m["Date"] = sender, "desk@courier.example", subject, day
    m["Message-ID"] = "<%s@courier.example>" % subject.split()[0].lower()
    if text:
        m.set_content(text)
    return m


accord = mail("Harbour towns sign a tide accord", "Mira Solberg <mira@courier.example>", "Tue, 14 Mar 2023 17:30:00 +0100", ACCORD)
strike = mail("Ferry crews call off their strike", "Ole Quist <ole@courier.example>", "Wed, 15 Mar 2023 09:10:00 +0100", STRIKE)

forward = mail("Fwd: for the folder", "Desk <desk@courier.example>", "Thu, 16 Mar 2023 08:00:00 +0100", "Two mails and a page for the folder.\n")
forward.add_attachment(accord)
forward.add_attachment(strike)
forward.add_attachment(page.encode(), maintype="text", subtype="html", filename="tide-accord.html")

digest = mail("Coast list, digest 12", "Coast list <coast@courier.example>", "Thu, 16 Mar 2023 23:59:00 +0100", "")
digest.make_mixed()
inner = MIMEPart(policy=policy.SMTP)
inner["Content-Type"] = "multipart/digest"
for m in (accord, strike):
    part = MIMEPart(policy=policy.SMTP)
    part["Content-Type"] = "message/rfc822"
    part.set_payload([m])
    inner.attach(part)
digest.attach(inner)

flowed = mail("Harbour towns sign a tide accord", "Mira Solberg <mira@courier.example>", "Tue, 14 Mar 2023 17:30:00 +0100", "")
lines = []
for paragraph in ACCORD.strip().split("\n\n"):
    words = paragraph.split(" ")
    line = ""
    for w in words:
        if len(line) + len(w) > 66:
            lines.append(line + "  ")  # the blank of the text, and the one that says the line goes on
            line = w
        else:
            line = line + " " + w if line else w
    lines += [line, ""]
flowed.set_payload("\r\n".join(lines))
flowed["MIME-Version"], flowed["Content-Type"] = "1.0", 'text/plain; charset="us-ascii"; format=flowed; delsp=yes'

for name, m in (("forward", forward), ("digest", digest), ("flowed", flowed)):
    with open("%s/python-%s.eml" % (folder, name), "wb") as f:
        f.write(m.as_bytes())
