"""Pages and files of consultations."""

import re
from datetime import timedelta
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.cast import NOW
from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.tests.made import seat
from tkanka.governance.consultations import actions, queries
from tkanka.governance.consultations.models import Answer, Consultation, Document, Remark
from tkanka.governance.consultations.tokens import token_of
from tkanka.ground.search.queries import search
from tkanka.rules.bodies import Role
from tkanka.rules.consultations import ConsultationState
from tkanka.rules.visibility import Audience

from .made import LATER, TEXT, document, ended, fresh, opened, prepared, said, unit

pytestmark = pytest.mark.django_db
HOME = "/n/razem/consultations/"


def shown(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode().replace("\u00a0", " ")


def of(consultation, page=""):
    return f"{HOME}{consultation.pk}/{page}"


def test_a_document_is_pasted_previewed_and_asked_about(cast, client, time_machine_at_now):
    client.force_login(cast.igor)
    typed = {"title": "Strategia 2027", "kind": "strategy", "body": "", "language": "pl", "text": ""}
    empty = client.post(f"{HOME}documents/new/", typed)
    assert empty.status_code == 422 and "Strategia 2027" in empty.content.decode()
    preview = client.post(f"{HOME}documents/new/", typed | {"text": TEXT}).content.decode()
    assert "§\u00a01 ust.\u00a02" in preview and not Document.objects.exists()
    client.post(f"{HOME}documents/new/", typed | {"text": TEXT, "confirmed": "1"})
    made = Document.objects.get()
    plan = {"plan": "Odpowiemy.", "opens_on": "2026-11-20", "closes_on": "2026-12-03", "members": "on"}
    asking = f"{HOME}documents/{made.pk}/consult/"
    wrong = client.post(asking, plan | {"closes_on": "2026-11-01"})
    assert wrong.status_code == 422 and "Koniec jest wcześniejszy" in wrong.content.decode()
    assert client.post(asking, plan).status_code == 302
    consultation = Consultation.objects.get()
    assert client.post(of(consultation, "step/announce/")).status_code == 302
    assert fresh(consultation).state == ConsultationState.OPEN
    client.force_login(cast.ada)
    page = shown(client, of(consultation))
    assert page.count("Zgłoś uwagę<") == 5 and "Odpowiemy." in page
    assert "Strategia 2027" in shown(client, HOME)


def test_the_charter_in_force_can_be_the_beginning(cast, client):
    client.force_login(cast.igor)
    page = shown(client, f"{HOME}documents/new/?charter")
    assert "§9" in page and 'value="charter" selected' in page


def test_a_remark_is_made_at_its_paragraph_changed_and_withdrawn(cast, client, time_machine_at_now):
    consultation = opened(cast)
    paragraph = unit(consultation, "§ 1 ust. 2")
    client.force_login(cast.ada)
    form = of(consultation, f"remark/?paragraph={paragraph.pk}")
    assert "Na miejscu." in shown(client, form)
    typed = {"organisation": str(cast.dach.pk), "stance": "for", "text": "", "proposal": "Tylko na miejscu."}
    wrong = client.post(form, typed)
    assert wrong.status_code == 422 and "Tylko na miejscu." in wrong.content.decode()
    answer = client.post(form, typed | {"text": "Bardzo dobrze."})
    assert answer["Location"].endswith(f"/#p-{paragraph.place}")
    remark = Remark.objects.get()
    assert (remark.organisation, remark.paragraph, remark.stance) == (cast.dach, paragraph, "for")
    assert client.post(form, typed | {"organisation": str(cast.mosty.pk), "text": "x"}).status_code == 422
    assert "Bardzo dobrze." in shown(client, of(consultation, "mine/"))
    client.post(of(consultation, f"mine/{remark.pk}/"), typed | {"text": "Jednak nie."})
    assert "Jednak nie." in shown(client, of(consultation, f"remarks/?unit={paragraph.stable}"))
    client.force_login(cast.bea)
    assert client.get(of(consultation, f"mine/{remark.pk}/")).status_code == 404
    client.force_login(cast.ada)
    client.post(of(consultation, f"mine/{remark.pk}/withdraw/"))
    assert "Jednak nie." not in shown(client, of(consultation, "remarks/"))
    time_machine_at_now.move_to(LATER)
    assert client.get(form).status_code == 403


def test_the_desk_answers_one_after_the_other_and_two_editors_do_not_meet(cast, client, time_machine_at_now):
    consultation = opened(cast)
    one = said(cast, consultation, label="§ 1", text="Za mało spotkań w kwartale.")
    two = said(cast, consultation, cast.bea, cast.mosty, label="§ 1", text="Spotkań w kwartale jest za mało.")
    said(cast, consultation, label="§ 2", text="Popieramy.")
    ended(cast, consultation)
    time_machine_at_now.move_to(LATER)
    client.force_login(cast.igor)
    assert "Odpowiedz na uwagi: Strategia 2027" in shown(client, "/n/razem/desk/")
    desk = shown(client, of(consultation, "remarks/?only=waiting"))
    assert desk.count(">Odpowiedz<") == 3
    page = of(consultation, f"remarks/{one.pk}/")
    assert "Mówią prawie to samo" in shown(client, page)
    client.post(f"{page}group/", {"with": [str(two.pk), "brednie"]})
    sent = {"outcome": "accepted", "reason": "", "seen": "0"}
    assert client.post(page, sent).status_code == 422
    assert client.post(page, sent | {"reason": "Co miesiąc."}).status_code == 302
    late = client.post(page, sent | {"outcome": "rejected", "reason": "Nie, bo nie."})
    told = late.content.decode()
    assert late.status_code == 422 and "Nie, bo nie." in told and "Co miesiąc." in told
    assert Answer.objects.get().outcome == "accepted"
    assert client.post(of(consultation, "step/close/"), headers={"referer": f"http://testserver{of(consultation)}"})
    assert fresh(consultation).state == ConsultationState.ANSWERING
    assert shown(client, of(consultation, "remarks/?only=waiting")).count(">Odpowiedz<") == 1


def test_the_report_is_a_table_of_remarks_as_xlsx_and_pdf(cast, client, time_machine_at_now):
    consultation = opened(cast)
    remark = said(cast, consultation, label="§ 1", text="=SUM(A1:A9)", proposal="Co miesiąc.")
    said(cast, consultation, cast.bea, cast.mosty, text="Dobry dokument.", stance="for")
    remark = queries.remark_in(ended(cast, consultation), remark.pk)
    actions.answer(by=cast.by(cast.igor), at=LATER, remark=remark, outcome="partly", reason="Co dwa.")
    client.force_login(cast.ada)
    sheet = client.get(of(consultation, "remarks.xlsx"))
    head, whole, first = CalamineWorkbook.from_filelike(BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert head == ["Lp.", "Jednostka redakcyjna", "Zgłaszający", "Treść uwagi", "Stanowisko", "Uzasadnienie"]
    assert whole == [1, "cały dokument", "Stowarzyszenie Trzy Mosty", "Za. Dobry dokument.", "", ""]
    assert first[1:3] == ["§ 1", "Fundacja Jeden Dach"] and first[4:] == ["uwzględniona częściowo", "Co dwa."]
    assert first[3].startswith("Przeciw. =SUM") and "Proponowane brzmienie: Co miesiąc." in first[3]
    assert client.get(of(consultation, "remarks.pdf")).content.startswith(b"%PDF")
    assert client.get(of(consultation, "text.pdf")).content.startswith(b"%PDF")


def test_the_text_is_taken_along_as_docx(cast, client, time_machine_at_now):
    consultation = opened(
        cast, of=document(cast, text="§ 1 Ostre <znaki> & „cudzysłów”\n§ 2 Koniec\u000b", title="A&B")
    )
    client.force_login(cast.ada)
    packed = ZipFile(BytesIO(client.get(of(consultation, "text.docx")).content))
    assert packed.testzip() is None
    for name in packed.namelist():
        ElementTree.fromstring(packed.read(name))
    text = packed.read("word/document.xml").decode()
    cells = re.findall(r'<w:t xml:space="preserve">(.*?)</w:t>', text)
    assert cells[0] == "A&amp;B" and "§ 1 Ostre &lt;znaki&gt; &amp; „cudzysłów”" in cells
    assert text.count("<w:tr>") == 3 and "w:tblHeader" in text


def test_somebody_from_outside_remarks_by_the_address_of_the_letter(cast, client, time_machine_at_now):
    made = prepared(cast)
    guest = actions.invite_guest(
        by=cast.by(cast.igor), at=NOW, consultation=made, email="urzad@example.org", party="Urząd"
    )
    address = f"{HOME}guest/{token_of(guest.pk)}/"
    assert client.get(address).status_code == 404
    actions.announce_consultation(by=cast.by(cast.igor), at=NOW, consultation=fresh(made))
    paragraph = unit(made, "§ 2")
    assert "Każdy głos ma odpowiedź." in shown(client, address)
    sent = {"stance": "neutral", "text": "Prosimy o termin.", "proposal": ""}
    assert client.post(f"{address}remark/?paragraph={paragraph.pk}", sent).status_code == 302
    remark = Remark.objects.get()
    assert (remark.whose, remark.guest, remark.person) == ("Urząd", guest, None)
    assert "Prosimy o termin." in shown(client, address)
    client.post(f"{address}remark/?remark={remark.pk}", sent | {"text": "Do kiedy?"})
    assert Remark.objects.get().text == "Do kiedy?"
    client.force_login(cast.igor)
    client.post(of(made, f"guests/{guest.pk}/out/"))
    client.logout()
    assert client.get(address).status_code == 404
    assert client.get(f"{HOME}guest/{token_of(made.pk)}/").status_code == 404


def test_the_secretariat_enters_a_remark_for_an_organisation_by_name(cast, client, time_machine_at_now):
    consultation = opened(cast)
    client.force_login(cast.igor)
    typed = {"party": "stowarzyszenie trzy mosty", "unit": str(unit(consultation, "§ 1").pk), "stance": "against",
             "text": "List z 18 listopada.", "proposal": ""}  # fmt: skip
    client.post(of(consultation, "enter/"), typed)
    client.post(of(consultation, "enter/"), typed | {"party": "Rada Seniorów", "unit": ""})
    first, second = Remark.objects.order_by("number")
    assert (first.organisation, first.paragraph.unit) == (cast.mosty, "§ 1")
    assert (second.organisation, second.party, second.paragraph) == (None, "Rada Seniorów", None)


def test_the_next_version_is_written_published_and_compared(cast, client, time_machine_at_now):
    consultation = opened(cast)
    remark = said(cast, consultation, label="§ 2", text="Nie każdy.")
    remark = queries.remark_in(ended(cast, consultation), remark.pk)
    actions.answer(by=cast.by(cast.igor), at=LATER, remark=remark, outcome="accepted", reason="Tak.")
    time_machine_at_now.move_to(LATER)
    client.force_login(cast.igor)
    base = f"{HOME}documents/{consultation.version.document_id}/"
    client.post(f"{base}next/")
    draft = queries.draft_of(consultation.version.document)
    paragraph = queries.paragraphs_of(draft).get(unit="§ 2")
    sent = {"label": "§ 2", "text": "Każda uwaga ma odpowiedź.", "because": str(remark.pk)}
    assert client.post(f"{base}draft/{paragraph.pk}/", sent).status_code == 302
    assert client.post(f"{base}draft/{paragraph.pk}/?after", {"label": "§ 3", "text": "Nowy."}).status_code == 302
    assert client.post(f"{base}draft/", {"note": ""}).status_code == 422
    client.force_login(cast.ada)
    assert "Każda uwaga" not in shown(client, base)
    assert client.get(f"{base}draft/").status_code == 403
    client.force_login(cast.igor)
    assert client.post(f"{base}draft/", {"note": "Każda uwaga."}).status_code == 302
    client.force_login(cast.ada)
    page = re.sub(r"\s+", " ", shown(client, f"{base}changes/"))
    assert '<ins><span class="vh"> Jest: </span>uwaga</ins>' in page
    assert "Ze względu na uwagę nr 1: Fundacja Jeden Dach" in page and "Igor" in page
    assert "Wersja 2." in shown(client, of(consultation, "remarks/"))


def test_two_thousand_paragraphs_come_by_pages(cast, client, time_machine_at_now):
    text = "\n".join(f"§ {n} Treść numer {n}" for n in range(1, 2001))
    consultation = opened(cast, of=document(cast, text=text))
    client.force_login(cast.ada)
    assert shown(client, of(consultation)).count('id="p-') == 100
    paragraph = unit(consultation, "§ 2000")
    sent = {"organisation": str(cast.dach.pk), "stance": "for", "text": "Dobrze", "proposal": ""}
    answer = client.post(of(consultation, f"remark/?paragraph={paragraph.pk}"), sent)
    assert answer["Location"].endswith("?page=20#p-2000")


def test_a_consultation_inside_a_body_stays_inside(cast, client, time_machine_at_now):
    group = Body.objects.create(network=cast.razem, kind="closed_group", name="Krąg", opened_on=NOW.date())
    seat(group, cast.bea, cast.mosty, role=Role.LEAD)
    by = cast.by(cast.bea)
    inside = opened(cast, by, of=document(cast, by, body=group, title="Tylko dla nas"))
    assert inside.body == group and not inside.members
    for somebody in (cast.ada, cast.igor, cast.olga):
        client.force_login(somebody)
        assert client.get(of(inside)).status_code == 404
        assert "Tylko dla nas" not in shown(client, HOME)
    client.force_login(cast.bea)
    assert "Tylko dla nas" in shown(client, of(inside))
    remark = said(cast, inside, cast.bea, cast.mosty)
    assert remark.organisation == cast.mosty


def test_a_public_one_is_read_and_found_by_everybody(cast, client, time_machine_at_now):
    consultation = opened(cast, public=True)
    assert "Zgłoś uwagę<" not in shown(client, of(consultation))
    assert "Strategia 2027" in shown(client, HOME)
    assert "Każdy głos" in shown(client, f"{HOME}documents/{consultation.version.document_id}/")
    hits = search("kwartał", network=cast.razem.pk, audiences=frozenset({Audience.PUBLIC}))
    assert [hit.url for hit in hits.hits] == [f"{HOME}documents/{consultation.version.document_id}/"]


def test_before_its_plan_is_published_nobody_else_sees_it(cast, client, time_machine_at_now):
    made = prepared(cast, opens_on=NOW.date() + timedelta(days=3), closes_on=NOW.date() + timedelta(days=20))
    client.force_login(cast.ada)
    assert client.get(of(made)).status_code == 404
    actions.announce_consultation(by=cast.by(cast.igor), at=NOW, consultation=made)
    page = shown(client, of(made))
    assert "Uwagi od:" in page and "Zgłoś uwagę<" not in page
