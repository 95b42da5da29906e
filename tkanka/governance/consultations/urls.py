from django.urls import path

from .views import answering, consultations, documents, drafts, files, guests, preparing, remarks

app_name = "consultations"
urlpatterns = [
    path("", consultations.consultations, name="consultations"),
    path("documents/", documents.documents, name="documents"),
    path("documents/new/", drafts.new_document, name="new-document"),
    path("documents/<uuid:document>/", documents.document, name="document"),
    path("documents/<uuid:document>/changes/", documents.changes, name="changes"),
    path("documents/<uuid:document>/next/", drafts.next_version, name="next-version"),
    path("documents/<uuid:document>/draft/", drafts.draft, name="draft"),
    path("documents/<uuid:document>/draft/paste/", drafts.paste, name="paste"),
    path("documents/<uuid:document>/draft/<uuid:paragraph>/", drafts.paragraph, name="paragraph"),
    path("documents/<uuid:document>/consult/", preparing.prepare, name="prepare"),
    path("guest/<str:token>/", guests.guest, name="guest"),
    path("guest/<str:token>/remark/", guests.guest_remark, name="guest-remark"),
    path("<uuid:consultation>/", consultations.consultation, name="consultation"),
    path("<uuid:consultation>/plan/", preparing.plan, name="plan"),
    path("<uuid:consultation>/guests/", preparing.guests, name="guests"),
    path("<uuid:consultation>/guests/<uuid:guest>/out/", preparing.guest_out, name="guest-out"),
    path("<uuid:consultation>/step/<slug:step>/", preparing.step, name="step"),
    path("<uuid:consultation>/remark/", remarks.remark, name="remark"),
    path("<uuid:consultation>/enter/", remarks.enter, name="enter"),
    path("<uuid:consultation>/mine/", remarks.mine, name="mine"),
    path("<uuid:consultation>/mine/<uuid:remark>/", remarks.edit, name="edit-remark"),
    path("<uuid:consultation>/mine/<uuid:remark>/withdraw/", remarks.withdraw, name="withdraw-remark"),
    path("<uuid:consultation>/remarks/", answering.report, name="report"),
    path("<uuid:consultation>/remarks/<uuid:remark>/", answering.answer, name="answer"),
    path("<uuid:consultation>/remarks/<uuid:remark>/group/", answering.group, name="group"),
    path("<uuid:consultation>/remarks/<uuid:remark>/ungroup/", answering.ungroup, name="ungroup"),
    path("<uuid:consultation>/remarks.xlsx", files.remarks_xlsx, name="remarks-xlsx"),
    path("<uuid:consultation>/remarks.pdf", files.remarks_pdf, name="remarks-pdf"),
    path("<uuid:consultation>/text.docx", files.text_docx, name="text-docx"),
    path("<uuid:consultation>/text.pdf", files.text_pdf, name="text-pdf"),
]
